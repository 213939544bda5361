import { Failure } from '../failure.ts'
import type { Gate } from './gate.ts'
import type { Transport } from './transport.ts'

/** Time and chance, so that tests need not wait for either. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after the milliseconds, or at once when the signal fires; never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  /** A number from 0 up to 1. */
  random(): number
}

/** A token that does not live long: fetched when a request first needs it, and again when it is about to expire. */
export interface TokenSource {
  /**
   * A token that is good for the next request.
   * @throws Failure
   */
  token(): Promise<string>
  /** Forgets a token that the server has refused; false when the next one would be refused as well. */
  refused(token: string): boolean
}

/** What all requests of one step share. */
export interface Session {
  readonly transport: Transport
  readonly origin: string
  /** How messages call the other side. */
  readonly server: string
  /** Header fields of every request, credentials included. */
  readonly headers: Readonly<Record<string, string>>
  /** Where the bearer token of every request comes from, unless the credentials are among the header fields. */
  readonly tokens?: TokenSource
  readonly clock: Clock
  /** When the step has to be over, in milliseconds since the epoch. */
  readonly deadline: number
  /** Fires at the deadline and when the run is cancelled; its reason is a Failure. */
  readonly signal: AbortSignal
  /** Keeps all requests of the step within the rate limit. */
  readonly gate: Gate
  /** How often a request is sent again. */
  readonly retries: number
  /** Says to the user what the step is waiting for. */
  say(line: string): void
  /** Says what happened to those who enabled debug logging; never header fields or bodies. */
  debug(line: string): void
  /** A text of the server, made fit for a message: one line, without secrets, and short. */
  quote(text: string): string
}

/** The milliseconds that are left before the deadline. */
export function remaining(session: Session): number {
  return session.deadline - session.clock.now()
}

/**
 * Waits, and says so.
 * @throws Failure when the run is cancelled or the deadline passes meanwhile.
 */
export async function pause(session: Session, milliseconds: number, why: string): Promise<void> {
  if (why !== '') session.say(`${why} Next try in ${duration(milliseconds)}.`)
  await session.clock.sleep(milliseconds, session.signal)
  if (session.signal.aborted) throw reasonOf(session.signal)
}

/** Why the step was ended. */
export function reasonOf(signal: AbortSignal): Failure {
  return signal.reason instanceof Failure
    ? signal.reason
    : new Failure('cancelled', 'the run was cancelled', { cause: signal.reason })
}

/** Milliseconds for people: `0.4 s`, `12 s`, `1 h 5 min`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  if (seconds < 120) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.round(hours / 24)} days`
}
