import { createServer } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import type { FaultRule } from '../emulator/emulator.ts'
import { type LoopbackServer, listen, startRawServer } from '../support/loopback-server.ts'
import type { StepResult } from '../support/runner.ts'
import { expectFailure, expectNoSecrets, methods, PERSONA, runOperation, startDatadog } from './step.ts'

const TIMEOUT = 1.5
const LIST = { operation: 'list', timeout: String(TIMEOUT) }

const opened: LoopbackServer[] = []
afterAll(() => Promise.all(opened.map((server) => server.close())))

/** Runs a step that ends within one second of its deadline, counted from its first sign of life. */
async function runInTime(...[datadog, inputs, options]: Parameters<typeof runOperation>): Promise<StepResult> {
  let start = 0
  const onLine = () => {
    start ||= performance.now()
  }
  const step = await runOperation(datadog, inputs, { ...options, onLine })
  expect(performance.now() - start).toBeLessThan((TIMEOUT + 1) * 1000)
  return step
}

describe.concurrent('the deadline ends the step when Datadog', () => {
  test.each<[string, FaultRule['do']]>([
    ['is silent', 'hang'],
    ['sends headers and is silent then', 'hangBody'],
    ['sends a byte a second', { kind: 'drip', everyMs: 1000 }],
    ['sends a byte every ten milliseconds', { kind: 'drip', everyMs: 10, text: ' '.repeat(10_000) }],
    ['sends chunks for ever', { kind: 'chunkedForever', everyMs: 5 }],
    ['is slow', { kind: 'latency', ms: 20_000 }],
    ['is not well', { status: 500 }],
    ['asks to come again and again', { status: 429, headers: { 'retry-after': '1' } }],
  ])('%s', async (_, fault) => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: fault }])
    for (const inputs of [LIST, { ...PERSONA, timeout: String(TIMEOUT) }]) {
      const step = await runInTime(datadog, { ...inputs, retries: '20' })
      expect(step.outputs['failure-reason']).toMatch(/^(timeout|server-error|rate-limited)$/)
      expectFailure(step, step.outputs['failure-reason'] ?? '')
      expect(step.summary).toContain('failed (')
    }
  })

  test('sends header fields or a body without end, which is refused long before', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: 'endlessHeaders' }])
    const headers = await runOperation(datadog, { ...LIST, retries: '0' })
    expectFailure(headers, 'network', /header fields without end/)
    datadog.setFaults([{ do: 'endlessBody' }])
    const body = await runOperation(datadog, { ...LIST, timeout: '10' })
    expectFailure(body, 'bad-response', /sent more than 32 MiB/)
    datadog.setFaults([{ do: { kind: 'bigBody', bytes: 33 * 1024 * 1024 } }])
    expectFailure(await runOperation(datadog, { ...LIST, timeout: '10' }), 'bad-response', /more than 32 MiB/)
    datadog.setFaults([{ do: { kind: 'bigBody', bytes: 31 * 1024 * 1024 } }])
    const large = await runOperation(datadog, { ...LIST, timeout: '10' })
    expect(large.outputs['result']).toBe('listed')
    expect(methods(datadog)).toHaveLength(4)
  })

  test('accepts the connection and never speaks TLS', async () => {
    const server = await listen(
      createServer(() => undefined),
      'https',
    )
    opened.push(server)
    const step = await runInTime(server, LIST)
    expectFailure(step, 'timeout', /deadline of 1\.5 s passed|did not accept the connection in time/)
    const create = await runInTime(server, { ...PERSONA, timeout: String(TIMEOUT) })
    expectFailure(create, 'timeout')
    expect(create.outputs['error-message'], 'nothing was sent').not.toContain('It is not known whether')
  })

  test('cannot be connected to, because nothing answers at all', async () => {
    const step = await runInTime({ url: 'https://192.0.2.1' }, LIST)
    expect(step.outputs['failure-reason']).toMatch(/^(timeout|network)$/)
  })

  test('sends 1xx answers for ever', async () => {
    const server = await startRawServer((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 5)
      socket.once('close', () => clearInterval(timer))
    })
    opened.push(server)
    const step = await runInTime(server, LIST)
    expectFailure(step, 'timeout')
  })

  test('is behind a proxy that never answers', async () => {
    const proxy = await listen(
      createServer(() => undefined),
      'http',
    )
    opened.push(proxy)
    const env = { HTTPS_PROXY: proxy.url }
    const step = await runInTime({ url: 'https://datadog.invalid' }, LIST, { env })
    expectFailure(step, 'timeout')
  })
})

describe.concurrent('a step that is cancelled', () => {
  const stages: readonly [string, Record<string, string>, FaultRule][] = [
    ['while Datadog is silent', { operation: 'list' }, { do: 'hang' }],
    ['while a body trickles in', { operation: 'list' }, { do: { kind: 'drip' } }],
    ['while a create is silent', PERSONA, { method: 'POST', do: 'hang', when: 'after' }],
    ['while the look-up after a lost create is silent', PERSONA, { method: 'GET', do: 'hang' }],
    ['while it waits as it was asked to', PERSONA, { do: { status: 429, headers: { 'retry-after': '60' } } }],
    [
      'while it waits for an integration',
      PERSONA,
      { do: { status: 400, body: { errors: ['AWS Account Id is not integrated'] } } },
    ],
  ]

  test.each(
    stages.flatMap(([stage, inputs, fault]) =>
      (['SIGINT', 'SIGTERM'] as const).map((signal) => ({ stage, inputs, fault, signal })),
    ),
  )('$stage, with $signal, ends at once and sends nothing more', async ({ inputs, fault, signal }) => {
    const datadog = await startDatadog()
    datadog.setFaults([fault, { method: 'POST', do: 'reset' }])
    const arrived = (async () => {
      const wanted = fault.method ?? (inputs['operation'] === 'list' ? 'GET' : 'POST')
      while (!methods(datadog).includes(wanted)) await new Promise((resolve) => setTimeout(resolve, 10))
      await new Promise((resolve) => setTimeout(resolve, 150))
      return performance.now()
    })()
    const step = await runOperation(datadog, inputs, { signals: [{ signal, when: arrived }] })
    const ended = performance.now() - (await arrived)
    expectFailure(step, 'cancelled', /the run was cancelled/, /Run the step again/)
    expect(ended).toBeLessThan(1000)
    const before = methods(datadog).length
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(methods(datadog)).toHaveLength(before)
    expectNoSecrets(step)
  })

  test('says of a create without an answer that nobody knows', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', do: 'hang', when: 'after' }])
    const step = await runOperation(datadog, PERSONA, { cancel: 600 })
    expect(step.conclusion).toBe('cancelled')
    expect(step.outputs['error-message']).toContain('It is not known whether Datadog created it anyway')
    expect(step.outputs['arn-pattern']).toBe(PERSONA['arn-pattern'])
  })
})
