import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type AwsCredentials, DEFAULT_ORG, type EmulatorOptions } from './emulator.ts'
import { checkSeed, type Seed } from './seed.ts'
import { isUuid } from './uuid.ts'

const OPTIONS = {
  port: { type: 'string' },
  'api-key': { type: 'string' },
  'app-key': { type: 'string' },
  bearer: { type: 'string' },
  org: { type: 'string' },
  aws: { type: 'string', multiple: true },
  accounts: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** The help text. */
export const USAGE = `npm run --silent emulator -- [options]     an emulated Datadog, until Ctrl-C; prints its URL as {"url":"…"}
  --port N                              its port; any free one when not given
  --api-key KEY, --app-key KEY          the keys that it accepts; any when not given
  --bearer TOKEN                        a token that it accepts instead of keys
  --org UUID                            the organization; ${DEFAULT_ORG} when not given
  --accounts 123456789012,…             the AWS accounts with an integration; all when not given
  --aws KEY_ID,SECRET,TOKEN,CALLER_ARN  AWS credentials, and who has them; more than once for several; TOKEN may be empty
  --seed FILE                           what it holds at the start (JSON); {} when not given

A step of the action against it, with keys:
  npm start -- --operation list --api-url URL --api-key any --app-key any
A step without keys runs dist/index.js with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN as given to --aws,
AWS_ENDPOINT_URL_STS=URL, INPUT_API-URL=URL and the INPUT_ORG-UUID of the organization.

A seed:
  { "mappings": { "aws-persona": [{ "arn_pattern": "arn:aws:sts::123456789012:assumed-role/deployer/*",
                                    "account_identifier": "deployer@example.com" }],
                  "github-intake": [{ "claim_matchers": { "sub": "^repo:my-org/my-service:.+$" } }],
                  "authn": [{ "attribute_key": "member-of", "attribute_value": "Ops",
                              "role_id": "94172444-be03-11e9-a77a-db1879185210" }] } }
Any email is an account, and the keys may do everything. In a seed, "operator" (the id of the user whom the keys belong to)
and "switches": { "accounts": "seeded", "permissions": "enforced" } change that.
All members and switches: test/emulator/README.md`

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

/**
 * What the arguments of the command line ask for.
 * @throws Error with what is wrong, beginning with the argument.
 */
export function readOptions(args: string[]): EmulatorOptions | 'help' {
  const { values } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false })
  if (values.help === true) return 'help'
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
