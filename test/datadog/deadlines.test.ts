import { createServer } from 'node:net'
import { describe, expect, type TestContext, test } from 'vitest'
import { secondHalf } from '../../src/datadog/session.ts'
import type { FaultRule } from '../emulator/emulator.ts'
import { type LoopbackServer, listen, startRawServer } from '../support/loopback-server.ts'
import { timeLapse } from '../support/time-lapse.ts'
import { connected, startDatadog } from './connected.ts'
import { fakeSession } from './fake-session.ts'

const TIMEOUT = 5
const ATTRIBUTES = {
  arnPattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
  accountIdentifier: 'deployer@example.com',
}

/** Lists and creates against a server, each with a deadline of its own, and expects both to end soon after it. */
async function expectInTime(
  context: TestContext,
  server: { readonly url: string },
  env: Readonly<Record<string, string>> = {},
) {
  for (const operation of ['list', 'create'] as const) {
    const clock = timeLapse(10)
    const { client } = await connected(context, server, clock, { timeoutSeconds: TIMEOUT, retries: 20, env })
    const start = clock.now()
    const ended = operation === 'list' ? client.list('aws-persona') : client.create('aws-persona', ATTRIBUTES)
    await expect(ended).rejects.toMatchObject({
      reason: expect.stringMatching(/^(timeout|server-error|rate-limited|network)$/),
      sentence: expect.stringMatching(/^Could not (list|create) /),
    })
    // Five seconds of the machine's time are for a machine that does other things; twenty retries would take minutes.
    expect(clock.now() - start).toBeLessThan((TIMEOUT + 50) * 1000)
  }
}

async function mute({ onTestFinished }: TestContext, scheme: 'http' | 'https'): Promise<LoopbackServer> {
  const server = await listen(
    createServer(() => undefined),
    scheme,
  )
  onTestFinished(() => server.close())
  return server
}

describe.concurrent('the deadline ends a call when the server', () => {
  test.for<[string, FaultRule['do']]>([
    ['is silent', 'hang'],
    ['sends headers and is silent then', 'hangBody'],
    ['sends a byte a second', { kind: 'drip', everyMs: 100 }],
    ['sends a byte every millisecond', { kind: 'drip', everyMs: 1, text: ' '.repeat(10_000) }],
    ['sends chunks for ever', { kind: 'chunkedForever', everyMs: 5 }],
    ['is slow', { kind: 'latency', ms: 2000 }],
    ['always fails', { status: 500 }],
    ['always asks to wait', { status: 429, headers: { 'retry-after': '1' } }],
  ])('%s', async ([, fault], context) => {
    const datadog = await startDatadog(context)
    datadog.setFaults([{ do: fault }])
    await expectInTime(context, datadog)
  })

  test('accepts the connection and never speaks TLS', async (context) => {
    await expectInTime(context, await mute(context, 'https'))
  })

  test('cannot be connected to, because nothing answers at all', async (context) => {
    await expectInTime(context, { url: 'https://192.0.2.1' })
  })

  test('sends 1xx answers for ever', async (context) => {
    const server = await startRawServer((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 5)
      socket.once('close', () => clearInterval(timer))
    })
    context.onTestFinished(() => server.close())
    await expectInTime(context, server)
  })

  test('is behind a proxy that never answers', async (context) => {
    await expectInTime(context, { url: 'https://datadog.invalid' }, { HTTPS_PROXY: (await mute(context, 'http')).url })
  })
})

test('a create of which nothing was sent is not called uncertain', async (context) => {
  const { client } = await connected(context, await mute(context, 'https'), timeLapse(10), { timeoutSeconds: TIMEOUT })
  const thrown = await client.create('aws-persona', ATTRIBUTES).catch((error: unknown) => error)
  expect(thrown).toMatchObject({ reason: 'timeout', sentence: expect.not.stringContaining('It is unknown whether') })
})

test('what follows a step that is already over has its seconds from now', () => {
  const session = fakeSession([])
  session.stop.abort()
  const { signal, deadline } = secondHalf(session, 7000)
  expect(deadline).toBe(session.clock.now() + 7000)
  session.clock.advance(7000)
  expect(signal.aborted).toBe(true)
})
