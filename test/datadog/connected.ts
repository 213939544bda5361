import type { TestContext } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import { connect } from '../../src/connection.ts'
import { Client } from '../../src/datadog/client.ts'
import type { Session } from '../../src/datadog/session.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator/emulator.ts'

// The hook of the context and not the global one, which does not know its test when tests run at the same time.
type Context = Pick<TestContext, 'onTestFinished'>

const KEYS = { apiKey: 'an-api-key', appKey: 'an-app-key' }

/** A client that is connected as a step connects it, in this process, and what it said. */
export interface Connected {
  readonly session: Session
  readonly client: Client
  readonly said: string[]
  readonly stop: AbortController
}

/** An emulator that is closed when the test has ended; it accepts the keys of `connected`. */
export async function startDatadog({ onTestFinished }: Context, options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator({ ...KEYS, ...options })
  onTestFinished(() => emulator.close())
  return emulator
}

/** Connects to an origin by a clock of the test. */
export async function connected(
  { onTestFinished }: Context,
  { url }: { readonly url: string },
  clock: Clock,
  {
    timeoutSeconds = 300,
    retries = 4,
    env = {},
  }: {
    readonly timeoutSeconds?: number
    readonly retries?: number
    readonly env?: Readonly<Record<string, string>>
  } = {},
): Promise<Connected> {
  const said: string[] = []
  const stop = new AbortController()
  const log = { line: (text: string) => said.push(text), debug: () => undefined, quote: (text: string) => text }
  const { session, close } = await connect(
    { origin: url, credentials: { type: 'keys', ...KEYS }, timeoutSeconds, retries },
    { env, stop, clock, started: clock.now(), secrets: { add: () => undefined }, log },
  )
  onTestFinished(close)
  return { session, client: new Client(session), said, stop }
}
