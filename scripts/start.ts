// `npm start`: the steps of a release as the runner would run them, against an emulated Datadog; `npm start -- --help` lists the options.
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { type EmulatorOptions, startEmulator } from '../test/emulator/emulator.ts'
import { checkSeed, type Seed } from '../test/emulator/seed.ts'
import { readActionManifest } from '../test/support/action-manifest.ts'
import { runStep, type StepResult } from '../test/support/runner.ts'
import { parseStartArguments, UsageError, usage } from './start-arguments.ts'
import { reportStep } from './step-report.ts'

const apiKey = 'emulated-api-key-0123456789abcdef'
const appKey = 'emulated-app-key-0123456789abcdef0123456'

type Inputs = Record<string, string>

async function step(title: string, inputs: Inputs, debug = false): Promise<StepResult> {
  const secrets = ['api-key', 'app-key', 'bearer-token'].flatMap((name) => inputs[name] ?? [])
  const result = await runStep({ inputs, secrets, debug, workspace: process.cwd(), timeoutMs: 1_000_000 })
  reportStep(title, inputs, result)
  return result
}

/** Maps a role as a release does, and deletes the mapping again; stops at the first step that fails. */
async function release(): Promise<boolean> {
  const emulator = await startEmulator({ apiKey, appKey })
  const connection = { 'api-url': emulator.url, 'api-key': apiKey, 'app-key': appKey }
  const role = {
    'arn-pattern': 'arn:aws:iam::123456789012:role/ci/deployer',
    'account-identifier': 'deployer@example.com',
  }
  const made = (results: readonly StepResult[]): string => results[0]?.outputs['mapping-id'] ?? ''
  const steps: [title: string, inputs: (results: readonly StepResult[]) => Inputs][] = [
    ['Map the IAM role that the release has made', () => ({ operation: 'ensure', ...role })],
    ['List every mapping', () => ({ operation: 'list' })],
    ['Run the release again', () => ({ operation: 'ensure', ...role })],
    ['Read the mapping', (results) => ({ operation: 'get', 'mapping-id': made(results) })],
    ['Delete the mapping', (results) => ({ operation: 'delete', 'mapping-id': made(results) })],
  ]
  const results: StepResult[] = []
  try {
    for (const [title, inputs] of steps) {
      const result = await step(`${results.length + 1}/${steps.length}  ${title}`, {
        ...inputs(results),
        ...connection,
      })
      results.push(result)
      if (result.conclusion !== 'success') {
        console.log(`Step ${results.length} of ${steps.length} failed: ${reason(result)}.`)
        return false
      }
    }
    const did = results.map(({ outputs }) => outputs['result'] || 'done').join(', ')
    const { length } = emulator.requests()
    console.log(
      `All ${steps.length} steps succeeded (${did}) with ${length} requests to the emulated Datadog at ${emulator.url}.`,
    )
    return true
  } finally {
    await emulator.close()
  }
}

function reason({ outputs, exitCode, signal, timedOut }: StepResult): string {
  if (timedOut) return 'it did not end'
  return outputs['failure-reason'] || (signal ? `ended by ${signal}` : `exit code ${exitCode}`)
}

/** Runs one step with the given inputs, against an emulator of its own unless `api-url` or `site` names another place. */
async function single(given: Inputs, seedFile: string | undefined, debug: boolean): Promise<boolean> {
  const elsewhere = given['api-url'] !== undefined || given['site'] !== undefined
  const emulator = elsewhere ? undefined : await startEmulator(emulatorFor(given, seedFile))
  const keys = { 'api-key': apiKey, 'app-key': appKey }
  const hasOwn = ['api-key', 'app-key', 'bearer-token', 'auth'].some((name) => given[name] !== undefined)
  const connection = emulator ? { 'api-url': emulator.url, ...(hasOwn ? {} : keys) } : {}
  try {
    const result = await step(given['operation'] ?? 'a step without operation', { ...given, ...connection }, debug)
    const succeeded = result.conclusion === 'success'
    const took = `${Math.round(result.durationMs)} ms`
    console.log(
      succeeded
        ? `The step succeeded in ${took}: ${result.outputs['result'] || 'done'}.`
        : `The step failed: ${reason(result)}.`,
    )
    return succeeded
  } finally {
    await emulator?.close()
  }
}

function emulatorFor(given: Inputs, seedFile: string | undefined): EmulatorOptions {
  const bearer = given['bearer-token']?.trim()
  return {
    ...(bearer ? { bearer } : {}),
    ...(seedFile === undefined ? {} : { seed: readSeed(seedFile) }),
  }
}

function readSeed(file: string): Seed {
  try {
    const seed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    checkSeed(seed)
    return seed
  } catch (error) {
    throw new UsageError(`--seed ${file}: ${error instanceof Error ? error.message : error}`)
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143))

try {
  const manifest = readActionManifest()
  const args = parseStartArguments(process.argv.slice(2), manifest.inputs)
  if (!existsSync(manifest.main)) throw new UsageError('There is no bundle to run: npm run build makes it.')
  if (args.help) console.log(usage(manifest.inputs))
  else if (Object.keys(args.inputs).length > 0)
    process.exitCode = (await single(args.inputs, args.seed, args.debug)) ? 0 : 1
  else process.exitCode = (await release()) ? 0 : 1
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
