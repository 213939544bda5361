import { getInput } from '@actions/core'
import { type Credentials, chooseCredentials } from '../datadog/credentials.ts'
import { resolveApiUrl, resolveSite, type Site } from '../datadog/site.ts'
import { Failure } from '../failure.ts'
import { KIND_NAMES } from '../mappings/mapping.ts'
import { nearest } from '../mappings/nearest.ts'
import { OPERATION_NAMES, type Request } from '../operations/operation.ts'
import { DEFAULTS, type Environment, InputReader } from './input-reader.ts'
import { INPUT_NAMES, INPUTS, type InputName, isUsed, OTHER_NAMES } from './input-table.ts'
import { readMappingInputs } from './mapping-inputs.ts'
import type { Secrets } from './secrets.ts'

/** Everything that a step was asked to do and how, checked. */
export interface Step {
  readonly request: Request
  readonly origin: string
  /** The Datadog site, unless `api-url` names another address. */
  readonly site?: Site
  readonly credentials: Credentials
  readonly timeoutSeconds: number
  readonly retries: number
  readonly summary: boolean
  /** What the user should mend although the step can go on, a sentence each. */
  readonly warnings: readonly string[]
  /** What was done for the user, a sentence each. */
  readonly notices: readonly string[]
}

/** The environment variables that stand in for an empty input, first one first: those of Datadog's own tools. */
export const FALLBACKS = {
  site: ['DD_SITE'],
  'api-key': ['DD_API_KEY', 'DATADOG_API_KEY'],
  'app-key': ['DD_APP_KEY', 'DATADOG_APP_KEY'],
  'bearer-token': ['DD_BEARER_TOKEN'],
} as const satisfies Partial<Record<InputName, readonly string[]>>

const SECRET_INPUTS = ['api-key', 'app-key', 'bearer-token'] as const

/**
 * Reads and checks all inputs of the step; every secret is registered before anything else happens.
 * @throws Failure `invalid-input` that names all mistakes at once.
 */
export async function readStep(env: Environment, secrets: Secrets): Promise<Step> {
  const reader = new InputReader()
  const given = readSecrets(env, secrets, reader)
  refuseUndeclared(env, reader)
  const operation = reader.choice('operation', OPERATION_NAMES)
  const kind = reader.choice('kind', KIND_NAMES)
  const target = readTarget(env, reader)
  const credentials = chooseCredentials(given.step, given.environment)
  if ('problem' in credentials) reader.problems.push(credentials.problem)
  else reader.warnings.push(...credentials.warnings)
  const settings = {
    timeoutSeconds: reader.number('timeout', { min: 1, max: 21_600, whole: false, unit: 'seconds' }),
    retries: reader.number('retries', { min: 0, max: 20, whole: true, unit: 'retries' }),
    summary: reader.choice('summary', ['true', 'false']) === 'true',
  }
  const request = await readMappingInputs(reader, { operation, kind, env, ...(target?.site && { site: target.site }) })
  if (reader.problems.length > 0) throw invalid(reader.problems)
  if (target === undefined || 'problem' in credentials) throw new Error('a step without target or credentials')
  warnOfUnused(reader, request)
  return {
    request,
    ...target,
    credentials: credentials.value,
    ...settings,
    warnings: reader.warnings,
    notices: reader.notices,
  }
}

function invalid(problems: readonly string[]): Failure {
  const [only] = problems
  if (problems.length === 1 && only !== undefined) return new Failure('invalid-input', only, { advice: '' })
  const list = problems.map((problem) => `- ${problem}`).join('\n')
  return new Failure(
    'invalid-input',
    `${problems.length} things are wrong with the inputs; nothing was sent.\n${list}`,
    { advice: '' },
  )
}

function readSecrets(env: Environment, secrets: Secrets, reader: InputReader) {
  const raw = (name: (typeof SECRET_INPUTS)[number]) => getInput(name, { trimWhitespace: false })
  const fallback = (name: (typeof SECRET_INPUTS)[number]) =>
    FALLBACKS[name].map((variable) => [variable, env[variable] ?? ''] as const).find(([, value]) => value.trim() !== '')
  const sources = SECRET_INPUTS.map((name) => ({ name, input: raw(name), variable: fallback(name) }))
  for (const { input, variable } of sources) {
    secrets.add(input)
    secrets.add(variable?.[1] ?? '')
  }
  const take = (source: string, value: string): string => {
    const trimmed = value.trim()
    if (trimmed === '') return ''
    if (trimmed !== value)
      reader.warnings.push(
        `${source} has white space or a line break around it, which was taken off. Store the secret without it.`,
      )
    if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed
    reader.problems.push(
      `${source} has white space, a line break or a character beyond ASCII inside, which no Datadog key has. Store the secret again, with the key alone.`,
    )
    return trimmed
  }
  const read = (name: (typeof SECRET_INPUTS)[number]) => sources.find((source) => source.name === name)
  const fromStep = (name: (typeof SECRET_INPUTS)[number]) => take(name, read(name)?.input ?? '')
  const step = { apiKey: fromStep('api-key'), appKey: fromStep('app-key'), bearerToken: fromStep('bearer-token') }
  const fromEnvironment = (name: (typeof SECRET_INPUTS)[number], needed: boolean) => {
    const [variable, value] = read(name)?.variable ?? ['', '']
    return needed ? take(`the environment variable ${variable}`, value) : ''
  }
  const complete = step.bearerToken !== '' || (step.apiKey !== '' && step.appKey !== '')
  const environment = {
    apiKey: fromEnvironment('api-key', !complete && step.apiKey === ''),
    appKey: fromEnvironment('app-key', !complete && step.appKey === ''),
    bearerToken: fromEnvironment('bearer-token', !complete && step.apiKey === '' && step.appKey === ''),
  }
  return { step, environment }
}

function readTarget(env: Environment, reader: InputReader): { origin: string; site?: Site } | undefined {
  const apiUrl = reader.text('api-url')
  const givenSite = getInput('site')
  if (apiUrl !== '') {
    if (givenSite !== '')
      reader.problem('api-url', 'site is given too, and only one of them can say where Datadog is. Leave one out.')
    const origin = reader.checked('api-url', resolveApiUrl(apiUrl))
    return origin === undefined ? undefined : { origin }
  }
  const variable = FALLBACKS.site.find((name) => env[name]?.trim())
  const text = givenSite || (variable === undefined ? DEFAULTS.site : (env[variable]?.trim() ?? ''))
  const result = resolveSite(text)
  if ('problem' in result && givenSite === '') {
    reader.problems.push(`the environment variable ${variable}: ${result.problem}`)
    return undefined
  }
  const site = reader.checked('site', result)
  return site === undefined ? undefined : { origin: site.apiOrigin, site }
}

// The runner passes on what it does not know, with a warning of its own that is easily overlooked.
function refuseUndeclared(env: Environment, reader: InputReader): void {
  for (const variable of Object.keys(env)) {
    if (!variable.startsWith('INPUT_') || env[variable] === '') continue
    const name = variable.slice('INPUT_'.length).toLowerCase()
    if (name in INPUTS) continue
    const spelled = name.replaceAll('_', '-')
    const meant = spelled in INPUTS ? spelled : (OTHER_NAMES[spelled] ?? nearest(spelled, INPUT_NAMES))
    if (meant !== undefined)
      reader.problems.push(
        `${spelled === meant ? name : spelled} is not an input of this action. Did you mean ${meant}?`,
      )
  }
}

function warnOfUnused(reader: InputReader, request: Request): void {
  const unused = INPUT_NAMES.filter((name) => getInput(name) !== '' && !isUsed(name, request.operation, request.kind))
  if (unused.length === 0) return
  const [are, them] = unused.length === 1 ? ['is', 'it'] : ['are', 'them']
  reader.warnings.push(
    `${unused.join(', ')} ${are} not used by operation: ${request.operation} of kind: ${request.kind}, and changed nothing. Leave ${them} out.`,
  )
}
