import { resolveApiUrl, resolveSite, type Site } from '../../datadog/site.ts'
import { Failure } from '../../failure.ts'
import { KIND_NAMES, type KindName } from '../../mappings/mapping.ts'
import { nearest } from '../../mappings/nearest.ts'
import type { Place } from '../../mappings/plan/plan-digest.ts'
import {
  type Approval,
  OPERATION_NAMES,
  type OperationName,
  type Request,
  type VerifyRequest,
} from '../../operations/request.ts'
import type { Secrets } from '../secrets.ts'
import { readCommentToken } from './comment-inputs.ts'
import { type Auth, type AuthSetting, readAuth } from './credential-inputs.ts'
import type { Event } from './event.ts'
import { type Environment, type FileRemark, type InputProblem, InputReader } from './input-reader.ts'
import { ALL, counterpartOf, INPUT_NAMES, INPUTS, inputRow, isUsed, OTHER_NAMES, takesAll } from './input-table.ts'
import { LONGEST_STEP, readRequest } from './read-request.ts'
import { type GivenSecrets, readSecrets } from './secret-inputs.ts'

/** Everything that a step was asked to do and how, checked. */
export interface Step {
  /** How the step gets into Datadog; absent when the run has no secrets, and then only the mappings file is checked. */
  readonly auth?: Auth
  readonly event: Event
  readonly request: Request
  readonly origin: string
  /** What plans of this step are for. */
  readonly place: Place
  /** The Datadog site, unless `api-url` names another address. */
  readonly site?: Site
  readonly timeoutSeconds: number
  readonly retries: number
  /** What the user should fix although the step can go on, a sentence each. */
  readonly warnings: readonly string[]
  /** What was done for the user, a sentence each. */
  readonly notices: readonly string[]
}

/**
 * Reads and checks all inputs of the step; every secret is registered before anything else happens. What there is to say about
 * places in files is told to `annotate`, whether or not the inputs are right.
 * @throws Failure `invalid-input` that names all mistakes at once, `guarded` for an apply that must not run, or the reason of `signal`.
 */
export async function readStep(
  env: Environment,
  secrets: Secrets,
  signal?: AbortSignal,
  annotate: (remark: FileRemark) => void = () => undefined,
): Promise<Step> {
  const reader = new InputReader(env, signal)
  const given = readSecrets(reader, secrets)
  refuseUndeclared(reader)
  const operation = reader.oneOf('operation', OPERATION_NAMES, true)
  const kind = readKind(reader, operation)
  const target = readTarget(reader)
  const event: Event =
    operation === 'plan' || operation === 'apply'
      ? (await import(/* webpackChunkName: "plan" */ './event.ts')).readEvent(env)
      : { name: '', trigger: '', trust: 'refused' }
  const auth = await readAuthUnlessForeign(reader, given, event, {
    operation,
    kind,
    addSecret: (secret) => secrets.add(secret),
  })
  // Read for its mistakes only: the report reads it by itself, as it does `summary`.
  readCommentToken(reader)
  const retries = reader.number('retries', { min: 0, max: 20, whole: true, unit: 'retries' })
  // Read for its mistakes only: the report reads it by itself, since it also reports steps whose inputs are wrong.
  reader.choice('summary')
  const request = await readRequest(reader, { operation, kind, ...(target?.site && { site: target.site }) })
  for (const remark of reader.remarks) annotate(remark)
  const timeoutSeconds = readTimeout(reader, operation, request)
  if (request?.operation === 'verify') requireLookUp(reader, request, auth)
  if (reader.problems.length > 0) throw invalid(reader.problems)
  if (target === undefined || request === undefined) throw new Error('inputs that are wrong without a problem')
  if (request.operation === 'apply' && !request.dryRun) requireTrust(event, request.approval)
  warnOfUnused(reader, operation, kind)
  return {
    request,
    ...target,
    place: placeOf(target, auth),
    ...(auth && { auth }),
    event,
    timeoutSeconds,
    retries,
    warnings: reader.warnings,
    notices: reader.notices,
  }
}

function readKind(reader: InputReader, operation: OperationName): KindName | typeof ALL {
  if (!takesAll(operation)) {
    if (reader.given('kind').toLowerCase() !== ALL) return reader.oneOf('kind', KIND_NAMES)
    reader.problem(
      'kind',
      `all goes with operation: ${OPERATION_NAMES.filter(takesAll).join(', ')}, and ${operation} is about one kind: ${KIND_NAMES.join(', ')}.`,
    )
    return KIND_NAMES[0]
  }
  if (reader.given('kind') === '' && inputRow('kind').defaults?.[operation] === ALL) return ALL
  return reader.oneOf('kind', [...KIND_NAMES, ALL])
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

// Refuses an `apply` that others could have triggered, or that shows too little of what was approved.
function requireTrust({ trigger, trust }: Event, { digest }: Approval): void {
  if (trust === 'any-approval' || (trust === 'expected-plan' && digest !== undefined)) return
  if (trust === 'expected-plan')
    throw new Failure('guarded', `Nothing was changed. apply on ${trigger} needs expected-plan.`, {
      advice:
        'People other than maintainers can trigger this event. Give the plan-digest of a reviewed plan as expected-plan, or apply on push to a protected branch.',
    })
  throw new Failure(
    'guarded',
    `Nothing was changed. apply does not run on ${trigger}: whoever opens a pull request could change what is applied.`,
    {
      advice:
        'Run plan there, and apply on push to a protected branch or in a job with an environment that needs approval.',
    },
  )
}

// The last try of verify may be under way when the wait is over.
const AFTER_WAIT = 60

/** How many seconds a step may take while its inputs are read: what `timeout` says, or what is usual for the operation. */
export function provisionalTimeout(env: Environment): number {
  const reader = new InputReader(env)
  return readTimeout(reader, reader.oneOf('operation', OPERATION_NAMES), undefined)
}

function readTimeout(reader: InputReader, operation: OperationName, request: Request | undefined): number {
  const waitSeconds = request?.operation === 'verify' ? request.waitSeconds : 0
  const row = inputRow('timeout')
  const usual = Number(row.defaults?.[operation] ?? row.default)
  if (reader.given('timeout') === '') return Math.max(usual, waitSeconds + AFTER_WAIT)
  const seconds = reader.number('timeout', { min: 1, max: LONGEST_STEP, whole: false, unit: 'seconds' })
  if (seconds < waitSeconds) {
    reader.problem(
      'timeout',
      `${seconds} s is less than the ${waitSeconds} s of wait. Raise timeout, lower wait, or leave timeout out.`,
    )
  }
  return seconds
}

// Only keys can read a mapping before it is known to work.
function requireLookUp(reader: InputReader, { mappingId, attributes }: VerifyRequest, auth: Auth | undefined): void {
  if (auth === undefined || 'lookUp' in auth.credentials) return
  if (mappingId === undefined) {
    // Without an expected account, any account would pass.
    if (attributes.accountIdentifier !== undefined || reader.problems.length > 0) return
    const rest =
      'Set it, or give api-key and app-key so that the mapping can be looked up. If it was set from a variable, a secret or an output of an earlier step, that was empty.'
    if (Object.keys(attributes).length === 0)
      reader.problem('account-identifier', `is missing, and nothing else says what to verify. ${rest}`)
    else reader.warnings.push(`account-identifier is missing, so any account would pass. ${rest}`)
    return
  }
  reader.problem(
    'mapping-id',
    'cannot be looked up without keys. Give api-key and app-key too, or arn-pattern and account-identifier instead.',
  )
}

// Keeps plans for different orgs on one site distinct, as far as the step says which org it is about.
function placeOf({ origin, site }: { origin: string; site?: Site }, auth: Auth | undefined): Place {
  return { site: site?.name ?? origin, ...(auth?.orgUuid !== undefined && { orgUuid: auth.orgUuid }) }
}

function invalid(problems: readonly InputProblem[]): Failure {
  const [only] = problems
  if (problems.length === 1 && only !== undefined) return new Failure('invalid-input', only.text, { advice: '' })
  const list = problems.map(({ text }) => `- ${text}`).join('\n')
  return new Failure(
    'invalid-input',
    `${problems.length} things are wrong with the inputs; nothing was sent.\n${list}`,
    { advice: '' },
  )
}

function readTarget(reader: InputReader): { origin: string; site?: Site } | undefined {
  const apiUrl = reader.text('api-url')
  const given = reader.given('site')
  if (apiUrl !== '') {
    if (given !== '') reader.problem('api-url', 'site is given too. Leave one of them out.')
    const origin = reader.checked('api-url', resolveApiUrl(apiUrl))
    return origin === undefined ? undefined : { origin }
  }
  const variable = given === '' ? reader.variable('site') : undefined
  const result = resolveSite(variable?.value.trim() ?? reader.text('site'))
  if ('problem' in result && variable !== undefined) {
    reader.otherProblem(`the environment variable ${variable.name}: ${result.problem}`)
    return undefined
  }
  const site = reader.checked('site', result)
  return site === undefined ? undefined : { origin: site.apiOrigin, site }
}

// The runner passes unknown inputs on, with a warning that is easy to overlook.
function refuseUndeclared(reader: InputReader): void {
  for (const [variable, value] of Object.entries(reader.env)) {
    if (!variable.startsWith('INPUT_') || value === '') continue
    const name = variable.slice('INPUT_'.length).toLowerCase()
    if (name in INPUTS) continue
    const spelled = name.replaceAll('_', '-')
    const meant = spelled in INPUTS ? spelled : (OTHER_NAMES[spelled] ?? nearest(spelled, INPUT_NAMES))
    if (meant !== undefined)
      reader.otherProblem(
        `${spelled === meant ? name : spelled} is not an input of this action. Did you mean ${meant}?`,
      )
  }
}

function warnOfUnused(reader: InputReader, operation: OperationName, kind: KindName | typeof ALL): void {
  const unused = INPUT_NAMES.filter((name) => reader.given(name) !== '' && !isUsed(name, operation, kind))
  if (unused.length === 0) return
  const [are, have, them] = unused.length === 1 ? ['is', 'has', 'it'] : ['are', 'have', 'them']
  const instead = unused.flatMap((name) => {
    const other = counterpartOf(name, operation, kind)
    return other === undefined ? [] : [` For ${name}, ${operation} has ${other}.`]
  })
  reader.warnings.push(
    `${unused.join(', ')} ${are} not used by operation: ${operation} of kind: ${kind}, and ${have} no effect. Leave ${them} out.${instead.join('')}`,
  )
}
