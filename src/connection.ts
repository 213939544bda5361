import type { Clock } from './clock.ts'
import { Client } from './datadog/client.ts'
import { authorization, type Credentials, type StaticCredentials } from './datadog/credentials.ts'
import { openSession, type Session, type Surroundings } from './datadog/session.ts'
import { Stopped } from './failure.ts'
import type { Job } from './identity/job.ts'

/** The way into Datadog, and the job that takes it. */
export interface Connection {
  readonly session: Session
  readonly job: Job
  /** Drops the connections and lifts the deadline. */
  close(): void
}

/** Where a step goes, with what, and how long it may take. */
export interface Destination {
  readonly origin: string
  /** How messages call it, when not by its origin. */
  readonly site?: { readonly name: string }
  readonly credentials: Credentials
  readonly awsRegion?: string
  readonly timeoutSeconds: number
  readonly retries: number
}

/** What a step is given from outside. */
export interface Edge {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Ends the step, by its reason. */
  readonly stop: AbortController
  readonly clock: Clock
  readonly secrets: { add(secret: string): void }
  /** When the step began, in milliseconds of the clock. */
  readonly started: number
  readonly log: { line(text: string): void; debug(text: string): void; quote(text: string): string }
}

/**
 * Aborts `stop` when the seconds that a step may take are over, of which `elapsed` milliseconds are gone; returns the function that
 * lifts this deadline.
 */
export function endAfter(seconds: number, stop: AbortController, clock: Clock, elapsed = 0): () => void {
  const end = () => stop.abort(new Stopped('timeout', `the deadline of ${seconds} s passed`))
  return clock.after(Math.max(0, seconds * 1000 - elapsed), end)
}

/**
 * Opens the way into Datadog; at the deadline of the step `stop` is aborted.
 * @throws Failure
 */
export async function connect(
  destination: Destination,
  { env, stop, clock, secrets, log, started }: Edge,
): Promise<Connection> {
  const { origin, site, credentials, awsRegion, timeoutSeconds, retries } = destination
  const liftDeadline = endAfter(timeoutSeconds, stop, clock, clock.now() - started)
  const surroundings: Surroundings = {
    env,
    addSecret: (secret) => secrets.add(secret),
    clock,
    deadline: started + timeoutSeconds * 1000,
    signal: stop.signal,
    retries,
    say: log.line,
    debug: log.debug,
    quote: (text) => log.quote(text),
  }
  const datadog = await openSession(
    { origin, server: 'Datadog', headers: { 'x-datadog-managed-by': 'iac' } },
    surroundings,
  )
  const close = () => {
    liftDeadline()
    datadog.transport.close()
  }
  log.line(`Connecting to ${site?.name ?? origin} with ${CREDENTIALS[credentials.type]}.`)
  const job: Job = {
    env,
    ...(awsRegion !== undefined && { awsRegion }),
    datadog,
    addSecret: surroundings.addSecret,
    open: (peer) => openSession(peer, surroundings),
  }
  if (credentials.type === 'keys' || credentials.type === 'bearer')
    return { job, session: withCredentials(datadog, credentials), close }
  const { lookUp, ...identity } = credentials
  const mapped: Job = {
    ...job,
    identity,
    ...(lookUp !== undefined && { lookUp: new Client(withCredentials(datadog, lookUp)) }),
  }
  const { createTokenSource } = await import(/* webpackChunkName: "identity" */ './identity/token-source.ts')
  return { job: mapped, session: { ...datadog, tokens: createTokenSource(mapped) }, close }
}

function withCredentials(session: Session, credentials: StaticCredentials): Session {
  return { ...session, headers: { ...session.headers, ...authorization(credentials) } }
}

const CREDENTIALS: Readonly<Record<Credentials['type'], string>> = {
  keys: 'an API key and an application key',
  bearer: 'a bearer token',
  aws: "this job's AWS credentials instead of keys",
  github: "this job's GitHub token instead of keys",
}
