import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import type { FaultRule } from '../emulator/faults.ts'
import type { Seed } from '../emulator/seed.ts'
import { onWindows } from '../support/platform.ts'
import { accounts, arrived, attributes, printedInputs, uuid, writes } from './desired.ts'
import {
  exchanges,
  expectFailure,
  expectHarmless,
  expectSuccess,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

const PATTERN = PERSONA['arn-pattern']
const OLD = { arn_pattern: PATTERN, account_identifier: 'old@example.com' }
const seed: Seed = { mappings: { 'aws-persona': [{ id: uuid(1), ...OLD }] } }
const ENSURE = { ...PERSONA, operation: 'ensure', 'account-identifier': 'new@example.com' }
const POST = { method: 'POST', path: '/api/v2/cloud_auth/aws/persona_mapping' } as const
const onNew = (rule: Partial<FaultRule> & Pick<FaultRule, 'do'>): FaultRule => ({
  ...POST,
  body: 'new@example.com',
  ...rule,
})
const onOld = (rule: Partial<FaultRule> & Pick<FaultRule, 'do'>): FaultRule => ({
  ...POST,
  body: 'old@example.com',
  ...rule,
})
const refusedWith = (status: number) => ({ kind: 'status', status, body: { errors: ['no'] } }) as const

async function start(...faults: FaultRule[]): Promise<Emulator> {
  const datadog = await startDatadog({ seed })
  datadog.setFaults(faults)
  return datadog
}

describe.concurrent('before the old mapping goes', () => {
  test('it is in the log, the outputs and the summary as inputs that restore it, whatever is in its place', async () => {
    const datadog = await start({ method: 'DELETE', do: 'hang' })
    const step = await runOperation(datadog, ENSURE, {
      signals: [{ signal: 'SIGKILL', when: arrived(datadog, 'DELETE') }],
    })
    expect(accounts(datadog)).toEqual(['old@example.com'])
    expect(step.outputs).toMatchObject({
      'mapping-id': uuid(1),
      'account-identifier': 'old@example.com',
      'arn-pattern': PATTERN,
    })
    expect(JSON.parse(step.outputs['mapping'] ?? '')).toMatchObject({ 'account-identifier': 'old@example.com' })
    for (const text of [step.log, step.summary]) {
      datadog.reset()
      expectSuccess(await runOperation(datadog, printedInputs(text)), 'created')
      expect(attributes(datadog, 'aws-persona')).toEqual([expect.objectContaining(OLD)])
      datadog.reset()
      expectSuccess(await runOperation(datadog, ENSURE), 'created')
      expectSuccess(await runOperation(datadog, printedInputs(text)), 'replaced')
      expect(attributes(datadog, 'aws-persona')).toEqual([expect.objectContaining(OLD)])
    }
  })

  test.each<[string, Seed, Record<string, string>]>([
    [
      'github-persona',
      {
        mappings: {
          'github-persona': [
            {
              claim_matchers: { sub: '^repo:a/b:.*$', workflow: "^it's \\d+: #1$" },
              account_identifier: 'old@example.com',
            },
          ],
        },
      },
      { claims: 'sub: /^repo:a/b:.*$/\nworkflow: "/^it\'s \\\\d+: #1$/"', 'account-identifier': 'new@example.com' },
    ],
  ])('a %s mapping too', async (kind, content, inputs) => {
    const datadog = await startDatadog({ seed: content })
    const before = datadog.state().mappings['github-persona'][0]?.['attributes']
    const step = await runOperation(datadog, { operation: 'ensure', kind, ...inputs })
    expectSuccess(step, 'replaced')
    expectSuccess(await runHere(datadog, printedInputs(step.log)), 'replaced')
    expect(datadog.state().mappings['github-persona'][0]?.['attributes']).toMatchObject({
      claim_matchers: (before as { claim_matchers: object }).claim_matchers,
    })
  })
})

describe.concurrent('a new mapping that is refused', () => {
  test.each<[string, string, FaultRule]>([
    ['403', 'forbidden', onNew({ do: refusedWith(403) })],
    ['400', 'invalid-input', onNew({ do: refusedWith(400) })],
    ['500 again and again', 'server-error', onNew({ do: refusedWith(500) })],
    ['a reset', 'network', onNew({ do: 'reset' })],
  ])('with %s leaves the old one, created again', async (_, reason, fault) => {
    const datadog = await start(fault)
    const step = await runHere(datadog, { ...ENSURE, retries: '1' })
    expectFailure(step, reason, 'The old mapping was created again, as the AWS persona mapping')
    expect(accounts(datadog)).toEqual(['old@example.com'])
    expect(step.outputs).toMatchObject({ changed: 'true', 'account-identifier': 'old@example.com' })
    expect(step.outputs['mapping-id']).toBe(datadog.state().mappings['aws-persona'][0]?.['id'])
  })

  test('together with the old one is a loss, which the first line says with the inputs that restore it', async () => {
    const datadog = await start({ ...POST, do: refusedWith(403) })
    const step = await runOperation(datadog, ENSURE)
    expectFailure(step, 'mapping-lost', /^THE MAPPING IS GONE: .*To restore the old one, run this action with\n/)
    expect(step.outputs).toMatchObject({ changed: 'true', 'account-identifier': 'old@example.com' })
    expect(accounts(datadog)).toEqual([])
    datadog.setFaults([])
    expectSuccess(await runOperation(datadog, printedInputs(step.outputs['error-message'] ?? '')), 'created')
    expect(accounts(datadog)).toEqual(['old@example.com'])
  })
})

test('under the newer path family both halves go there, and none is sent elsewhere first', async () => {
  const datadog = await startDatadog({ seed, switches: { wif: 'only' } })
  expectSuccess(await runHere(datadog, ENSURE), 'replaced')
  expect(exchanges(datadog).filter((line) => !line.startsWith('GET'))).toEqual([
    `DELETE /api/v2/wif/aws/persona_mapping/${uuid(1)} 204`,
    'POST /api/v2/wif/aws/persona_mapping 201',
  ])
})

describe.concurrent('an answer that is lost', () => {
  test.each<[string, FaultRule]>([
    ['of a POST that was carried out', onNew({ times: 1, when: 'after', do: 'reset' })],
    ['of a POST that was not', onNew({ times: 1, when: 'before', do: 'reset' })],
    ['of a POST that was carried out, with 503', onNew({ times: 1, when: 'after', do: refusedWith(503) })],
    ['of a DELETE that was carried out', { method: 'DELETE', times: 1, when: 'after', do: 'reset' }],
    ['of a DELETE that was not', { method: 'DELETE', times: 1, do: 'reset' }],
    ['of every DELETE, the first one carried out', { method: 'DELETE', when: 'after', do: refusedWith(500) }],
  ])('%s leaves exactly one mapping, the new one', async (_, fault) => {
    const datadog = await start(fault)
    expectSuccess(await runHere(datadog, { ...ENSURE, retries: '2' }), 'replaced')
    expect(accounts(datadog)).toEqual(['new@example.com'])
  })

  test('of a DELETE that is never carried out leaves the old one, and says what is known', async () => {
    const datadog = await start({ method: 'DELETE', do: refusedWith(500) })
    const step = await runHere(datadog, { ...ENSURE, retries: '1' })
    expectFailure(
      step,
      'server-error',
      /It is unknown whether Datadog deleted .* or will still delete it\. It was still there when it was last read\./,
    )
    expect(accounts(datadog)).toEqual(['old@example.com'])
    expect(step.outputs).toMatchObject({ 'mapping-id': uuid(1), changed: 'unknown' })
    expect(writes(datadog).some((line) => line.startsWith('POST'))).toBe(false)
  })

  test('of a DELETE that is refused leaves everything as it was', async () => {
    const datadog = await start({ method: 'DELETE', do: refusedWith(403) })
    const step = await runHere(datadog, ENSURE)
    expectFailure(step, 'forbidden', 'Could not delete')
    expect(step.outputs).toMatchObject({ changed: 'false', 'mapping-id': uuid(1) })
    expect(writes(datadog)).toEqual(['DELETE aws/persona_mapping 403'])
  })
})

describe.concurrent('a DELETE that was carried out without an answer, and then is refused', () => {
  const refusals: [string, FaultRule['do']][] = [
    ['403', refusedWith(403)],
    ['401', refusedWith(401)],
    ['a wait that is too long', { kind: 'status', status: 429, headers: { 'retry-after': '9999' }, body: {} }],
  ]

  test.each(refusals)('with %s: the mapping is read, and the new one created', async (_, refusal) => {
    const datadog = await start(
      { method: 'DELETE', times: 1, when: 'after', do: 'reset' },
      { method: 'DELETE', times: 1, do: refusal },
    )
    expectSuccess(await runHere(datadog, ENSURE), 'replaced')
    expect(accounts(datadog)).toEqual(['new@example.com'])
  })

  test.each(refusals)('with %s, alone: the step does not say that nothing changed', async (_, refusal) => {
    const datadog = await start(
      { method: 'DELETE', times: 1, when: 'after', do: 'reset' },
      { method: 'DELETE', times: 1, do: refusal },
    )
    const step = await runHere(datadog, { operation: 'delete', 'mapping-id': uuid(1) })
    expect(step.outputs).toMatchObject({ result: 'failed', changed: 'unknown' })
    expect(step.outputs['error-message']).toContain('It is unknown whether Datadog deleted it')
    expect(accounts(datadog)).toEqual([])
  })

  test('and cannot be read either: the mapping may be gone, with the inputs that restore it', async () => {
    const datadog = await start(
      { method: 'DELETE', times: 1, when: 'after', do: 'reset' },
      { method: 'DELETE', do: refusedWith(403) },
      { method: 'GET', path: `${POST.path}/`, do: refusedWith(403) },
      { ...POST, do: refusedWith(403) },
    )
    const step = await runHere(datadog, ENSURE)
    expectFailure(step, 'mapping-lost', /^THE MAPPING MAY BE GONE/)
    expect(step.outputs).toMatchObject({ changed: 'unknown', 'mapping-id': uuid(1) })
    datadog.setFaults([])
    expectSuccess(await runHere(datadog, printedInputs(step.outputs['error-message'] ?? '')), 'created')
  })
})

// The runner kills a step 10 s after it cancelled it, and 7 of them are for the work: a busy machine may not do the rest in time.
describe.skipIf(onWindows).concurrent('a cancellation between the halves', { retry: 2 }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s does not stop the second half', async (signal) => {
    const datadog = await start(onNew({ do: { kind: 'latency', ms: 1500 } }))
    const step = await runOperation(datadog, ENSURE, { signals: [{ signal, when: arrived(datadog, 'POST') }] })
    expectSuccess(step, 'replaced')
    expect(accounts(datadog)).toEqual(['new@example.com'])
  })

  test('while the DELETE is under way does not stop it either', async () => {
    const datadog = await start({ method: 'DELETE', do: { kind: 'latency', ms: 700 } })
    const step = await runOperation(datadog, ENSURE, { cancel: arrived(datadog, 'DELETE') })
    expect(step.outputs['result']).toBe('replaced')
    expect(accounts(datadog)).toEqual(['new@example.com'])
  })

  test('gives the new mapping 5 s, and the old one 2 s after that', async () => {
    const datadog = await start(onNew({ do: 'hang' }))
    const cancelled = arrived(datadog, 'POST').then(() => performance.now())
    const step = await runOperation(datadog, ENSURE, { cancel: cancelled })
    expect(step.outputs['error-message']).toContain('The old mapping was created again')
    expect(accounts(datadog)).toEqual(['old@example.com'])
    expect(step).toMatchObject({ conclusion: 'cancelled', signal: null, exitCode: 1 })
    expect(performance.now() - (await cancelled)).toBeLessThan(9900)
    expectHarmless(step)
  })

  test('ends after 7 s when nothing answers, and says that the mapping may be gone', async () => {
    const datadog = await start(onNew({ do: 'hang' }), onOld({ do: 'hang' }))
    const cancelled = arrived(datadog, 'POST').then(() => performance.now())
    const step = await runOperation(datadog, ENSURE, { cancel: cancelled })
    expectFailure(step, 'mapping-lost', /^THE MAPPING MAY BE GONE/)
    expect(step.signal).toBe(null)
    expect(performance.now() - (await cancelled)).toBeLessThan(9900)
  })
})

describe.concurrent('the deadline', () => {
  test('is at least 20 s away, or no DELETE is begun', async () => {
    const datadog = await start()
    const step = await runHere(datadog, { ...ENSURE, timeout: '15' })
    expectFailure(step, 'timeout', 'less than 20 s of timeout are left', 'Nothing was changed', 'Raise timeout')
    expect(writes(datadog)).toEqual([])
  })
})
