import type { Emulator, EmulatorOptions } from '../emulator/emulator.ts'
import { AWS, AWS_ENV, ORG } from '../identity/job.ts'
import { runStep, type StepOptions, type StepResult } from '../support/runner.ts'
import { API_KEY, APP_KEY, COMPILED, expectNoSecrets, HERE, startDatadog } from './step.ts'

// What the runner lets a job with `id-token: write` ask for its token with.
const REQUEST_TOKEN = 'eyJhbGciOiJ-a-request-token-of-the-runner-8Hq2'

/** Both keys, for steps that have them. */
export const KEYS = { 'api-key': API_KEY, 'app-key': APP_KEY }

/** Datadog, STS and GitHub's token service in one, knowing the AWS credentials of the tests. */
export function startClouds(options: EmulatorOptions = {}): Promise<Emulator> {
  return startDatadog({ orgUuid: ORG, aws: AWS, oidcRequestToken: REQUEST_TOKEN, ...options })
}

/** The environment that aws-actions/configure-aws-credentials leaves behind. */
export const awsJob = ({ url }: Emulator) => ({ ...AWS_ENV, AWS_ENDPOINT_URL_STS: url })

/** The environment of a job with `permissions: id-token: write`. */
export const githubJob = ({ oidcRequestUrl }: Emulator) => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: oidcRequestUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
})

/** Runs one step without keys unless the inputs have them. */
export function runJob(
  emulator: Emulator,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>> = {},
  options: Omit<StepOptions, 'inputs' | 'env'> = {},
): Promise<StepResult> {
  return runStep({ ...options, env: { ...COMPILED, ...env }, inputs: { 'api-url': emulator.url, ...inputs } })
}

/** The same with the sources in this process: see `runHere`. */
export const runJobHere: typeof runJob = (emulator, inputs, env, options = {}) =>
  runJob(emulator, inputs, env, { ...HERE, ...options })

// Everything secret that the clouds were asked with: signatures, proofs, tokens, in whole and in part.
function secretsSeen(emulator: Emulator): string[] {
  const carried = emulator.requests().flatMap(({ headers }) => {
    const [scheme, value = ''] = (headers['authorization'] ?? '').split(/ (.*)/s)
    if (scheme === 'Delegated') return [value, ...value.split('|').filter((part) => part.length > 200)]
    return scheme === 'AWS4-HMAC-SHA256' ? [/Signature=(\w+)/.exec(value)?.[1] ?? ''] : [value]
  })
  return [...new Set([...carried, AWS.secretAccessKey, AWS.sessionToken, REQUEST_TOKEN])].filter((text) => text !== '')
}

/** Asserts that nothing secret is in anything that anybody can see of the step. */
export function expectNothingSecret(step: StepResult, emulator: Emulator): void {
  expectNoSecrets(step, ...secretsSeen(emulator))
}

/** What arrived, with the credentials that it carried: `POST /api/v2/delegated-token delegated 200`. */
export function calls(emulator: Emulator): string[] {
  return emulator
    .requests()
    .map(({ method, path, credentials, status }) => `${method} ${path.split('?')[0]} ${credentials} ${status ?? '-'}`)
}
