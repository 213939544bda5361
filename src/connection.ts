import { setTimeout as sleep } from 'node:timers/promises'
import type { Auth } from './action/auth-inputs.ts'
import type { Environment } from './action/input-reader.ts'
import type { Step } from './action/inputs.ts'
import type { Log } from './action/log.ts'
import type { Secrets } from './action/secrets.ts'
import { Client } from './datadog/client.ts'
import { openSession, type Surroundings } from './datadog/connect.ts'
import { authorization, type Credentials, type StaticCredentials } from './datadog/credentials.ts'
import type { Clock, Session } from './datadog/session.ts'
import { Failure } from './failure.ts'
import type { Job } from './identity/job.ts'

/** The way into Datadog, and the job that takes it. */
export interface Connection {
  readonly session: Session
  readonly job: Job
}

/** What a step is given from outside. */
export interface Edge {
  readonly env: Environment
  readonly stop: AbortController
  readonly secrets: Secrets
  readonly log: Log
}

/**
 * Opens the way into Datadog and starts the clock: at the deadline of the step `stop` is aborted.
 * @throws Failure
 */
export async function connect(step: Step, auth: Auth, { env, stop, secrets, log }: Edge): Promise<Connection> {
  const milliseconds = step.timeoutSeconds * 1000
  const timer = setTimeout(
    () => stop.abort(new Failure('timeout', `the deadline of ${step.timeoutSeconds} s passed`)),
    milliseconds,
  )
  timer.unref()
  const { credentials, awsRegion } = auth
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
    ...(awsRegion !== undefined && { awsRegion }),
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
