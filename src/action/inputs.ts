import { getInput } from '@actions/core'
import { resolveApiUrl, resolveSite, type Site } from '../datadog/site.ts'
import { Failure } from '../failure.ts'
import { KIND_NAMES } from '../mappings/mapping.ts'
import { nearest } from '../mappings/nearest.ts'
import { OPERATION_NAMES, type OperationName, type Request } from '../operations/operation.ts'
import { type Auth, type AuthSetting, readAuth } from './auth-inputs.ts'
import { type Event, readEvent } from './event.ts'
import { DEFAULTS, type Environment, FALLBACKS, InputReader, LONG_TIMEOUTS } from './input-reader.ts'
import { INPUT_NAMES, INPUTS, isUsed, OTHER_NAMES } from './input-table.ts'
import { readMappingInputs } from './mapping-inputs.ts'
import { type GivenSecrets, readSecrets } from './secret-inputs.ts'
import type { Secrets } from './secrets.ts'

/** Everything that a step was asked to do and how, checked. */
export interface Step {
  /** How the step gets into Datadog; absent when the run has no secrets, and then only the mappings file is checked. */
  readonly auth?: Auth
  readonly event: Event
  /** The token for the comment on the pull request, when one is to be kept. */
  readonly commentToken?: string
  readonly request: Request
  readonly origin: string
  /** The Datadog site, unless `api-url` names another address. */
  readonly site?: Site
  readonly timeoutSeconds: number
  readonly retries: number
  /** What the user should mend although the step can go on, a sentence each. */
  readonly warnings: readonly string[]
  /** What was done for the user, a sentence each. */
  readonly notices: readonly string[]
}

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
  const event = operation === 'plan' || operation === 'apply' ? readEvent(env) : { name: '' }
  const auth = await readAuthUnlessForeign(reader, given, event, {
    operation,
    kind,
    env,
    addSecret: (secret) => secrets.add(secret),
  })
  const commentToken = readCommentToken(reader, env, operation)
  const retries = reader.number('retries', { min: 0, max: 20, whole: true, unit: 'retries' })
  // The report reads it by itself, since it also tells of steps whose inputs are wrong.
  reader.choice('summary', ['true', 'false'])
  const request = await readMappingInputs(reader, {
    operation,
    kind,
    env,
    where: placeName(target, auth),
    ...(target?.site && { site: target.site }),
  })
  const timeoutSeconds = readTimeout(reader, request)
  if (operation === 'verify') requireLookUp(reader, request, auth)
  if (reader.problems.length > 0) throw invalid(reader.problems)
  if (target === undefined) throw new Error('a step without target')
  if (operation === 'apply' && !request.dryRun && event.untrusted !== undefined) throw untrustedApply(event.untrusted)
  warnOfUnused(reader, request)
  return {
    request,
    ...target,
    ...(auth && { auth }),
    event,
    ...(commentToken && { commentToken }),
    timeoutSeconds,
    retries,
    warnings: reader.warnings,
    notices: reader.notices,
  }
}

// A fork and Dependabot get no secrets, by GitHub's design: a plan then checks the file, and that is no failure.
async function readAuthUnlessForeign(
  reader: InputReader,
  given: GivenSecrets,
  event: Event,
  setting: AuthSetting,
): Promise<Auth | undefined> {
  const before = reader.problems.length
  const auth = await readAuth(reader, given, setting)
  if (auth === undefined && setting.operation === 'plan' && event.withoutSecrets !== undefined)
    reader.problems.length = before
  return auth
}

function readCommentToken(reader: InputReader, env: Environment, operation: OperationName): string {
  if (operation !== 'plan' && operation !== 'apply') return ''
  if (reader.choice('comment', ['false', 'true']) === 'false') return ''
  const token = getInput('github-token') || (env[FALLBACKS['github-token'][0]] ?? '').trim()
  if (token === '')
    reader.problem(
      'github-token',
      'is missing: comment: true needs it. Set it to ${{ github.token }}, and give the job permissions: pull-requests: write.',
    )
  return token
}

function untrustedApply(trigger: string): Failure {
  return new Failure(
    'guarded',
    `Nothing was executed. apply does not run on ${trigger}: whoever opens a pull request could change what is applied.`,
    {
      advice:
        'Run plan there, and apply on push to a protected branch or in a job with an environment that needs approval.',
    },
  )
}

// The last try of verify may be under way when the wait is over.
const AFTER_WAIT = 60

function readTimeout(reader: InputReader, { operation, waitSeconds }: Request): number {
  const usual = Number(LONG_TIMEOUTS[operation] ?? DEFAULTS.timeout)
  if (getInput('timeout') === '') return Math.max(usual, waitSeconds + AFTER_WAIT)
  const seconds = reader.number('timeout', { min: 1, max: 21_600, whole: false, unit: 'seconds' })
  if (seconds < waitSeconds) {
    reader.problem(
      'timeout',
      `${seconds} s are fewer than the ${waitSeconds} s of wait. Raise timeout, lower wait, or leave timeout out.`,
    )
  }
  return seconds
}

// Only keys can read a mapping before it is known to work.
function requireLookUp(reader: InputReader, { mappingId, attributes }: Request, auth: Auth | undefined): void {
  if (auth === undefined || 'lookUp' in auth.credentials) return
  if (mappingId === undefined) {
    // Without an account to expect, whatever the job becomes would count as proven.
    if (attributes.accountIdentifier !== undefined || reader.problems.length > 0) return
    const rest =
      'Set it, or give api-key and app-key so that the mapping can be looked up. If it was set from an output of an earlier step, that output was empty.'
    if (Object.keys(attributes).length === 0)
      reader.problem('account-identifier', `is missing, and so is all else that says what to verify. ${rest}`)
    else
      reader.warnings.push(
        `account-identifier is missing, so any account that the job becomes counts as verified. ${rest}`,
      )
    return
  }
  reader.problem(
    'mapping-id',
    'cannot be looked up without keys. Give api-key and app-key too, or arn-pattern and account-identifier instead.',
  )
}

// A plan for one org must not pass for another one on the same site, as far as the step says which it is about.
function placeName(target: { origin: string; site?: Site } | undefined, auth: Auth | undefined): string {
  const place = target?.site?.name ?? target?.origin ?? ''
  return auth?.orgUuid === undefined ? place : `${place} (org ${auth.orgUuid})`
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
