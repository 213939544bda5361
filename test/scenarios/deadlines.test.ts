import { describe, expect, test } from 'vitest'
import type { FaultRule } from '../emulator/emulator.ts'
import { onWindows } from '../support/platform.ts'
import { arrived } from './desired.ts'
import {
  expectFailure,
  expectNoSecrets,
  expectSuccess,
  methods,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

test.concurrent.each<[string, Readonly<Record<string, string>>, FaultRule['do']]>([
  ['a list', { operation: 'list' }, 'hang'],
  ['a create', PERSONA, { kind: 'drip', everyMs: 300 }],
])('the deadline of a second ends %s, with its outputs and summary', async (_, inputs, fault) => {
  const datadog = await startDatadog()
  datadog.setFaults([{ do: fault }])
  let start = 0
  const onLine = () => {
    start ||= performance.now()
  }
  const step = await runOperation(datadog, { ...inputs, timeout: '1', retries: '20' }, { onLine })
  // Twenty retries would take minutes.
  expect(performance.now() - start).toBeLessThan(10_000)
  expectFailure(step, 'timeout')
  expect(step.summary).toContain('failed (timeout)')
})

test('header fields or a body without end are refused long before the deadline', async () => {
  const datadog = await startDatadog()
  const LIST = { operation: 'list', retries: '0', timeout: '10' }
  datadog.setFaults([{ do: 'endlessHeaders' }])
  expectFailure(await runHere(datadog, LIST), 'network', /too many header fields/)
  datadog.setFaults([{ do: { kind: 'bigBody', bytes: 33 * 1024 * 1024 } }])
  expectFailure(await runHere(datadog, LIST), 'bad-response', /more than 32 MiB/)
  datadog.setFaults([{ do: { kind: 'bigBody', bytes: 31 * 1024 * 1024 } }])
  expectSuccess(await runHere(datadog, LIST), 'listed')
  expect(methods(datadog)).toHaveLength(3)
})

describe.skipIf(onWindows).concurrent('a step that is cancelled', () => {
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
    stages.map(([stage, inputs, fault], index) => {
      const signal: NodeJS.Signals = index % 2 === 0 ? 'SIGINT' : 'SIGTERM'
      return { stage, inputs, fault, signal }
    }),
  )('$stage, with $signal, ends at once and sends nothing more', async ({ inputs, fault, signal }) => {
    const datadog = await startDatadog()
    datadog.setFaults([fault, { method: 'POST', do: 'reset' }])
    const underWay = (async () => {
      const wanted = fault.method ?? (inputs['operation'] === 'list' ? 'GET' : 'POST')
      while (!methods(datadog).includes(wanted)) await new Promise((resolve) => setTimeout(resolve, 10))
      await new Promise((resolve) => setTimeout(resolve, 150))
      return performance.now()
    })()
    const step = await runOperation(datadog, inputs, { signals: [{ signal, when: underWay }] })
    const ended = performance.now() - (await underWay)
    expectFailure(step, 'cancelled', /the run was cancelled/, /Run the step again/)
    // What it waits for takes a minute, or forever.
    expect(ended).toBeLessThan(10_000)
    const before = methods(datadog).length
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(methods(datadog)).toHaveLength(before)
    expectNoSecrets(step)
  })

  test('says of a create without an answer that its fate is unknown', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', do: 'hang', when: 'after' }])
    const step = await runOperation(datadog, PERSONA, { cancel: arrived(datadog, 'POST') })
    expect(step.conclusion).toBe('cancelled')
    expect(step.outputs['error-message']).toContain('It is unknown whether Datadog created it')
    expect(step.outputs['arn-pattern']).toBe(PERSONA['arn-pattern'])
  })
})
