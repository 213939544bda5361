import type { Session } from '../../src/datadog/session.ts'
import { Gate } from '../../src/datadog/session.ts'
import { type Answer, type Exchange, Unanswered } from '../../src/datadog/transport.ts'
import { Failure } from '../../src/failure.ts'

/** What a fake server does with one request: answers or loses it, after the milliseconds that it `takes`. */
export type Turn = (Partial<Answer> | { readonly lost: Error; readonly sent?: boolean }) & { readonly takes?: number }

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
}

/** Starts a fake session; the last turn is repeated for ever. */
export function fakeSession(
  turns: readonly Turn[] | ((exchange: Exchange, index: number) => Turn),
  options: { readonly timeoutSeconds?: number; readonly retries?: number } = {},
): FakeSession {
  const sent: string[] = []
  const waits: number[] = []
  const said: string[] = []
  const stop = new AbortController()
  let now = 1_000_000_000_000
  const deadline = now + (options.timeoutSeconds ?? 300) * 1000
  const pass = (milliseconds: number) => {
    now += milliseconds
    if (now >= deadline) stop.abort(new Failure('timeout', 'the deadline passed'))
  }
  const turnOf = (exchange: Exchange, index: number): Turn =>
    (typeof turns === 'function' ? turns(exchange, index) : turns[Math.min(index, turns.length - 1)]) ?? {}
  return {
    sent,
    waits,
    said,
    stop,
    origin: 'https://api.datadoghq.com',
    server: 'Datadog',
    headers: {},
    gate: new Gate(),
    deadline,
    signal: stop.signal,
    retries: options.retries ?? 4,
    clock: {
      now: () => now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds)
        pass(milliseconds)
      },
      random: () => 1,
    },
    transport: {
      async exchange(exchange) {
        sent.push(`${exchange.method} ${exchange.path}`)
        const turn = turnOf(exchange, sent.length - 1)
        if (turn.takes !== undefined) pass(turn.takes)
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
