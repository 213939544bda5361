import packageJson from '../../package.json' with { type: 'json' }
import { type Clock, duration } from '../clock.ts'
import { Failure, Stopped } from '../failure.ts'
import { proxyFor } from './proxy.ts'
import { createTransport, type Transport } from './transport.ts'

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
  /** Fires at the deadline and when the run is cancelled; its reason is a Stopped. */
  readonly signal: AbortSignal
  /** Keeps all requests of the step within the rate limit. */
  readonly gate: Gate
  /** How often a request is sent again. */
  readonly retries: number
  /** Says to the user what the step is waiting for. */
  say(line: string): void
  /** Says what happened to those who enabled debug logging; never header fields or bodies. */
  debug(line: string): void
  /** A text of the server as messages quote it: one line, without secrets, and short. */
  quote(text: string): string
}

/** The milliseconds that are left before the deadline. */
export function remaining(session: Session): number {
  return session.deadline - session.clock.now()
}

/**
 * Waits, and says so.
 * @throws Stopped when the run is cancelled or the deadline passes meanwhile.
 */
export async function pause(session: Session, milliseconds: number, why: string): Promise<void> {
  if (why !== '') session.say(`${why} Next try in ${duration(milliseconds)}.`)
  await session.clock.sleep(milliseconds, session.signal)
  if (session.signal.aborted) throw reasonOf(session.signal)
}

/** Why the step was ended. */
export function reasonOf(signal: AbortSignal): Stopped {
  return signal.reason instanceof Stopped
    ? signal.reason
    : new Stopped('cancelled', 'the run was cancelled', { cause: signal.reason })
}

/**
 * Lets the requests of a step through as the rate limit allows. Once it has been used up, they go one after the other: side by
 * side they would use up each other's retries on a limit that all of them have met.
 */
export class Gate {
  /** When the next request may go, in milliseconds since the epoch. */
  opensAt = 0
  #isNarrow = false
  #turn: Promise<void> = Promise.resolve()

  /** Notes that nothing goes through before a time. */
  closeUntil(time: number): void {
    this.opensAt = Math.max(this.opensAt, time)
    this.#isNarrow = true
  }

  /** Waits for a turn and returns the function that ends it; the one who has the turn still waits until the gate opens. */
  async enter(): Promise<() => void> {
    if (!this.#isNarrow) return () => undefined
    const before = this.#turn
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#turn = promise
    await before
    return resolve
  }
}

/** Whom a session talks to: its origin, what messages call it, and header fields of every request. */
export type Peer = Pick<Session, 'origin' | 'server' | 'headers'>

/** What all sessions of one step share, and where proxies and their passwords come from and go to. */
export interface Surroundings extends Omit<Session, keyof Peer | 'transport' | 'tokens' | 'gate'> {
  readonly env: Readonly<Record<string, string | undefined>>
  addSecret(secret: string): void
}

/**
 * A session with a server, through the proxy that the environment names for it.
 * @throws Failure `invalid-input` when that is not the address of a proxy.
 */
export async function openSession(peer: Peer, { env, addSecret, ...shared }: Surroundings): Promise<Session> {
  const proxy = proxyFor(peer.origin, env)
  if ('problem' in proxy) throw new Failure('invalid-input', proxy.problem, { advice: '' })
  if (proxy.value !== undefined) {
    const { username, password } = proxy.value
    // A name alone is a token; beside a password it is no secret, and too ordinary a word to be masked.
    for (const part of [password || username, decodeURIComponent(password || username)]) addSecret(part)
    if (password !== '') addSecret(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
    shared.say(`Reaching ${new URL(peer.origin).host} through the proxy ${proxy.value.host}.`)
  }
  return {
    ...shared,
    ...peer,
    headers: {
      accept: 'application/json',
      // undici can end the process on a large compressed answer whose connection closes.
      'accept-encoding': 'identity',
      'user-agent': `datadog-mappings/${packageJson.version} (node ${process.versions.node}; os ${process.platform}; arch ${process.arch})`,
      ...peer.headers,
    },
    gate: new Gate(),
    transport: await createTransport(peer.origin, proxy.value, shared.clock),
  }
}

/** The milliseconds that all that follows a finished request may take: the runner kills a cancelled step after 10 s. */
export const SECOND_HALF = 7_000

/**
 * The session for what must follow a request that has been made already: when the step ends, by its deadline or by a cancellation,
 * it goes on for some milliseconds. The runner kills a cancelled step after 10 s.
 */
export function secondHalf(session: Session, milliseconds: number): Session {
  const { clock, signal } = session
  const stop = new AbortController()
  let deadline = 0
  let cancel = () => {}
  const endAt = (time: number) => {
    deadline = time
    cancel()
    cancel = clock.after(Math.max(0, time - clock.now()), () =>
      stop.abort(new Stopped('timeout', `the ${milliseconds / 1000} s for it passed`)),
    )
  }
  endAt((signal.aborted ? clock.now() : session.deadline) + milliseconds)
  signal.addEventListener('abort', () => endAt(clock.now() + milliseconds), { once: true })
  return {
    ...session,
    signal: stop.signal,
    get deadline() {
      return deadline
    },
  }
}
