import { Unanswered } from '../../src/datadog/network-errors.ts'
import type { Session } from '../../src/datadog/session.ts'
import { Gate } from '../../src/datadog/session.ts'
import type { Answer, Exchange } from '../../src/datadog/transport.ts'
import { Failure } from '../../src/failure.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'

/** What a fake server does with one request, after the milliseconds that it `takes`: answers, loses it, or throws what no transport throws. */
export type Turn = (
  | Partial<Answer>
  | { readonly lost: Error; readonly sent?: boolean }
  | { readonly broken: unknown }
) & {
  readonly takes?: number
}

/** A session whose time passes only by waiting, and whose server does what a test says, turn by turn. */
export interface FakeSession extends Session {
  /** The requests that were sent, as `METHOD path`. */
  readonly sent: string[]
  /** The waits in milliseconds, in order. */
  readonly waits: number[]
  /** What the user was told. */
  readonly said: string[]
  /** Fires at the deadline. */
  readonly stop: AbortController
  readonly clock: FakeClock
}

/** Starts a fake session; the last turn is repeated for ever. */
export function fakeSession(
  turns: readonly Turn[] | ((exchange: Exchange, index: number) => Turn),
  options: { readonly timeoutSeconds?: number; readonly retries?: number } = {},
): FakeSession {
  const sent: string[] = []
  const said: string[] = []
  const stop = new AbortController()
  const clock = fakeClock()
  const timeLimit = (options.timeoutSeconds ?? 300) * 1000
  clock.after(timeLimit, () => stop.abort(new Failure('timeout', 'the deadline passed')))
  const turnOf = (exchange: Exchange, index: number): Turn =>
    (typeof turns === 'function' ? turns(exchange, index) : turns[Math.min(index, turns.length - 1)]) ?? {}
  return {
    sent,
    waits: clock.sleeps,
    said,
    stop,
    origin: 'https://api.datadoghq.com',
    server: 'Datadog',
    headers: {},
    gate: new Gate(),
    deadline: clock.now() + timeLimit,
    signal: stop.signal,
    retries: options.retries ?? 4,
    clock,
    transport: {
      async exchange(exchange) {
        sent.push(`${exchange.method} ${exchange.path}`)
        const turn = turnOf(exchange, sent.length - 1)
        if (turn.takes !== undefined) clock.advance(turn.takes)
        if ('broken' in turn) throw turn.broken
        if ('lost' in turn) throw new Unanswered(turn.lost, turn.sent ?? true)
        return { status: 200, headers: {}, text: '', ...turn }
      },
      close: () => undefined,
    },
    say: (line) => said.push(line),
    debug: () => undefined,
    quote: (text) => text,
  }
}

/** An error with a code, as sockets have it. */
export function socketError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
