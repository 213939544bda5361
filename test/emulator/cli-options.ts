import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { AwsCredentials, EmulatorOptions } from './emulator.ts'
import { checkSeed, type Seed } from './seed.ts'
import { isUuid } from './uuid.ts'

/** The options of the command line. */
export const OPTIONS = {
  port: { type: 'string' },
  'api-key': { type: 'string' },
  'app-key': { type: 'string' },
  bearer: { type: 'string' },
  org: { type: 'string' },
  aws: { type: 'string', multiple: true },
  accounts: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean' },
} as const

function readPort(given: string): number {
  const port = Number(given)
  if (!/^\d+$/.test(given) || port > 65_535) throw new Error(`--port: expected a number up to 65535, got ${given}`)
  return port
}

function readOrg(given: string): string {
  if (!isUuid(given)) throw new Error(`--org: expected a UUID, got ${given}`)
  return given
}

function readAws(given: string): AwsCredentials {
  const [accessKeyId, secretAccessKey, sessionToken, ...rest] = given.split(',')
  // Names of sessions and users may hold commas.
  const callerArn = rest.join(',')
  if (!accessKeyId || !secretAccessKey || sessionToken === undefined || !callerArn.startsWith('arn:')) {
    throw new Error('--aws: expected AKID,SECRET,TOKEN,CALLER_ARN')
  }
  return { accessKeyId, secretAccessKey, callerArn, ...(sessionToken && { sessionToken }) }
}

function readAccounts(given: string): string[] {
  const accounts = given.split(',').map((account) => account.trim())
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account))
  if (wrong !== undefined) throw new Error(`--accounts: expected numbers of 12 digits, got ${wrong || 'nothing'}`)
  return accounts
}

function readSeed(file: string): Seed {
  try {
    const seed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    checkSeed(seed)
    return seed
  } catch (error) {
    throw new Error(`--seed: ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What `--help` prints. */
export const USAGE = `npm run --silent emulator -- [option]…   starts the emulated Datadog and prints its URL as a line of JSON

  --port N                                 port on 127.0.0.1; default: a free one
  --api-key K, --app-key K                 the keys that it accepts; default: any that are not empty
  --bearer T                               a bearer token that it accepts
  --org UUID                               UUID of the organization
  --aws AKID,SECRET,TOKEN,CALLER_ARN       AWS credentials and their caller; may be repeated; an empty TOKEN means none
  --accounts 123456789012,…                AWS accounts with an integration; default: all
  --seed FILE                              what it holds at the start (JSON); see test/emulator/README.md
  --help                                   this text
`

/**
 * What the arguments of the command line ask for.
 * @throws Error with what is wrong, beginning with the argument.
 */
export function readOptions(args: string[]): EmulatorOptions | 'help' {
  const { values } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false })
  if (values.help) return 'help'
  return {
    ...(values.port !== undefined && { port: readPort(values.port) }),
    ...(values['api-key'] !== undefined && { apiKey: values['api-key'] }),
    ...(values['app-key'] !== undefined && { appKey: values['app-key'] }),
    ...(values.bearer !== undefined && { bearer: values.bearer }),
    ...(values.org !== undefined && { orgUuid: readOrg(values.org) }),
    ...(values.aws !== undefined && { aws: values.aws.map(readAws) }),
    ...(values.accounts !== undefined && { accounts: readAccounts(values.accounts) }),
    ...(values.seed !== undefined && { seed: readSeed(values.seed) }),
  }
}
