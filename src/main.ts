import { setTimeout as sleep } from 'node:timers/promises'
import { getInput } from '@actions/core'
import type { Environment } from './action/input-reader.ts'
import { readStep, type Step } from './action/inputs.ts'
import { createLog, type Log } from './action/log.ts'
import { setFailure, setOutcome } from './action/outputs.ts'
import { Secrets } from './action/secrets.ts'
import { writeFailure, writeOutcome } from './action/summary.ts'
import { Client } from './datadog/client.ts'
import { openSession, type Surroundings } from './datadog/connect.ts'
import { authorization, type Credentials, type StaticCredentials } from './datadog/credentials.ts'
import type { Clock, Session } from './datadog/session.ts'
import { asFailure, Failure } from './failure.ts'
import type { Job } from './identity/job.ts'
import { describe, KINDS } from './mappings/kinds.ts'
import { Conflict } from './operations/create.ts'
import { operate } from './operations/operate.ts'
import { InformedFailure, type Known, type Outcome, type Request } from './operations/operation.ts'

/**
 * Runs the step: reads the inputs, asks Datadog, reports; true when it did what it was asked for. A failure is reported, not
 * thrown. The step ends when `stop` is aborted, whose reason is then told, and aborts it itself at the deadline.
 */
export async function main(env: Environment, stop: AbortController): Promise<boolean> {
  const secrets = new Secrets()
  const log = createLog(secrets)
  let step: Step | undefined
  try {
    step = await readStep(env, secrets)
    for (const warning of step.warnings) log.warning(warning)
    if (step.notices.length > 0) log.notice(step.notices.join('\n'))
    const { session, job } = await connect(step, { env, stop, secrets, log })
    const outcome = await carryOut(step.request, new Client(session), job, log).finally(() => session.transport.close())
    logOutcome(outcome, step.request, log)
    setOutcome(outcome, env, secrets, log)
    if (step.summary) await writeOutcome(outcome, step.request, env, secrets, log)
    return true
  } catch (thrown) {
    const failure = asFailure(thrown)
    log.error(failure.message)
    if (env['RUNNER_DEBUG'] === '1') logCauses(failure, log)
    setFailure(failure, knownAfter(thrown, step?.request), env, secrets, log)
    if (step?.summary ?? getInput('summary').toLowerCase() !== 'false') await writeFailure(failure, env, secrets, log)
    return false
  }
}

async function carryOut(request: Request, client: Client, job: Job, log: Log): Promise<Outcome> {
  if (!request.claimsOfThisJob && !(request.operation === 'match' && request.caller === undefined))
    return operate(client, request, job)
  const { completeRequest } = await import('./identity/complete-request.ts')
  const completed = await completeRequest(request, job)
  for (const warning of completed.warnings) log.warning(warning)
  return operate(client, completed.request, job)
}

interface Connection {
  readonly session: Session
  readonly job: Job
}

interface Edge {
  readonly env: Environment
  readonly stop: AbortController
  readonly secrets: Secrets
  readonly log: Log
}

async function connect(step: Step, { env, stop, secrets, log }: Edge): Promise<Connection> {
  const milliseconds = step.timeoutSeconds * 1000
  const timer = setTimeout(
    () => stop.abort(new Failure('timeout', `the deadline of ${step.timeoutSeconds} s passed`)),
    milliseconds,
  )
  timer.unref()
  const { credentials } = step
  const surroundings: Surroundings = {
    env,
    addSecret: (secret) => secrets.add(secret),
    clock: CLOCK,
    deadline: CLOCK.now() + milliseconds,
    signal: stop.signal,
    retries: step.retries,
    say: log.line,
    debug: log.debug,
    quote: (text) => log.quote(text),
  }
  const datadog = await openSession(
    { origin: step.origin, server: 'Datadog', headers: { 'x-datadog-managed-by': 'iac' } },
    surroundings,
  )
  log.line(`Asking ${step.site?.name ?? step.origin} with ${CREDENTIALS[credentials.type]}.`)
  const job: Job = {
    env,
    ...(step.awsRegion !== undefined && { awsRegion: step.awsRegion }),
    datadog,
    addSecret: surroundings.addSecret,
    open: (peer) => openSession(peer, surroundings),
  }
  if (credentials.type === 'keys' || credentials.type === 'bearer')
    return { job, session: withCredentials(datadog, credentials) }
  const { lookUp, ...identity } = credentials
  const mapped: Job = {
    ...job,
    identity,
    ...(lookUp !== undefined && { lookUp: new Client(withCredentials(datadog, lookUp)) }),
  }
  const { createTokenSource } = await import('./identity/token-source.ts')
  return { job: mapped, session: { ...datadog, tokens: createTokenSource(mapped) } }
}

function withCredentials(session: Session, credentials: StaticCredentials): Session {
  return { ...session, headers: { ...session.headers, ...authorization(credentials) } }
}

const CREDENTIALS: Readonly<Record<Credentials['type'], string>> = {
  keys: 'API key and application key',
  bearer: 'a bearer token',
  aws: "this job's AWS credentials instead of keys",
  github: "this job's GitHub token instead of keys",
}

const CLOCK: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
  random: Math.random,
}

function logOutcome(outcome: Outcome, request: Request, log: Log): void {
  const { mappings, sentence, details = [] } = outcome
  if (mappings === undefined || mappings.length === 0) log.line(sentence)
  else
    log.group(
      sentence,
      mappings.map((mapping) => `${mapping.id}  ${describe(KINDS[request.kind], mapping)}`),
    )
  for (const detail of details) log.line(detail)
}

function logCauses(failure: Failure, log: Log): void {
  for (let error: unknown = failure; error instanceof Error; error = error.cause)
    log.debug(error.stack ?? error.message)
}

function knownAfter(thrown: unknown, request: Request | undefined): Known {
  if (thrown instanceof Conflict) return { mapping: thrown.holder }
  if (thrown instanceof InformedFailure) return thrown.known
  if (request === undefined) return {}
  return { mapping: { ...request.attributes, ...(request.mappingId !== undefined && { id: request.mappingId }) } }
}
