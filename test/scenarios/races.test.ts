import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import type { FaultRule } from '../emulator/faults.ts'
import type { Seed } from '../emulator/seed.ts'
import { onWindows } from '../support/platform.ts'
import { accounts, arrived, createDirectly, printedInputs, uuid, writes } from './desired.ts'
import { API_KEY, APP_KEY, expectFailure, expectSuccess, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

const PATTERN = PERSONA['arn-pattern']
const COLLECTION = '/api/v2/cloud_auth/aws/persona_mapping'
const KEYS = { 'dd-api-key': API_KEY, 'dd-application-key': APP_KEY }
const seed: Seed = {
  mappings: { 'aws-persona': [{ id: uuid(1), arn_pattern: PATTERN, account_identifier: 'old@example.com' }] },
}
const ENSURE = { ...PERSONA, operation: 'ensure', 'account-identifier': 'new@example.com' }
const refusedWith = (status: number) => ({ kind: 'status', status, body: { errors: ['no'] } }) as const

/** Deletes the old mapping as someone else, once the step looks the new account up, and so has listed the mappings. */
async function deletedMeanwhile(datadog: Emulator): Promise<void> {
  while (!datadog.requests().some(({ path }) => path.startsWith('/api/v2/users?'))) await sleep(5)
  await fetch(`${datadog.url}${COLLECTION}/${uuid(1)}`, { method: 'DELETE', headers: KEYS })
}

describe.concurrent('a mapping that someone else deletes meanwhile', () => {
  const start = async (...faults: FaultRule[]) => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([
      { method: 'GET', path: '/api/v2/users?', times: 1, do: { kind: 'latency', ms: 600 } },
      ...faults,
    ])
    return datadog
  }

  test('is never created again when the new one is refused', async () => {
    const datadog = await start({ method: 'POST', do: refusedWith(403) })
    const [step] = await Promise.all([runOperation(datadog, ENSURE), deletedMeanwhile(datadog)])
    expectFailure(step, 'forbidden', /Someone else deleted .* meanwhile, so it was not created again/)
    expect(step.outputs).toMatchObject({ changed: 'false' })
    expect(accounts(datadog)).toEqual([])
    expect(writes(datadog).filter((line) => line.startsWith('POST'))).toHaveLength(1)
  })

  test('does not stop the new one', async () => {
    const datadog = await start()
    const [step] = await Promise.all([runHere(datadog, ENSURE), deletedMeanwhile(datadog)])
    expectSuccess(step, 'replaced')
    expect(accounts(datadog)).toEqual(['new@example.com'])
  })

  test('is created again when this step deleted it, although the answer was lost', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([
      { method: 'DELETE', times: 1, when: 'after', do: 'reset' },
      { method: 'POST', body: 'new@example.com', do: refusedWith(403) },
    ])
    expectFailure(await runHere(datadog, ENSURE), 'forbidden', 'The old mapping was created again')
    expect(accounts(datadog)).toEqual(['old@example.com'])
  })
})

// The runner kills a step 10 s after it cancelled it, and 7 of them are for the work: a busy machine may not do the rest in time.
describe.skipIf(onWindows).concurrent('a DELETE that takes long while the run is cancelled', { retry: 2 }, () => {
  test('is waited for, and the new mapping is created', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'DELETE', do: { kind: 'latency', ms: 3_500 } }])
    const cancelled = arrived(datadog, 'DELETE').then(() => performance.now())
    const step = await runOperation(datadog, ENSURE, { cancel: cancelled })
    expect(step.outputs).toMatchObject({ result: 'replaced', changed: 'true' })
    expect(accounts(datadog)).toEqual(['new@example.com'])
    expect(performance.now() - (await cancelled)).toBeLessThan(9_900)
  })

  test('is settled by reading when it had no answer and was carried out', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'DELETE', when: 'after', do: 'hang' }])
    const step = await runOperation(datadog, ENSURE, { cancel: arrived(datadog, 'DELETE') })
    expect(step.outputs).toMatchObject({ result: 'replaced', changed: 'true' })
    expect(accounts(datadog)).toEqual(['new@example.com'])
  })

  test('leaves an unknown state, with the inputs that restore it, when it is not carried out in time', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'DELETE', do: 'hang' }])
    const cancelled = arrived(datadog, 'DELETE').then(() => performance.now())
    const step = await runOperation(datadog, ENSURE, { cancel: cancelled })
    expectFailure(step, 'mapping-lost', /^THE MAPPING MAY BE GONE/, 'It was still there when it was last read.')
    expect(step.outputs).toMatchObject({ changed: 'unknown', 'mapping-id': uuid(1) })
    expect(performance.now() - (await cancelled)).toBeGreaterThan(6_000)
    expect(performance.now() - (await cancelled)).toBeLessThan(9_900)
    datadog.reset()
    datadog.setFaults([])
    expectSuccess(await runHere(datadog, printedInputs(step.outputs['error-message'] ?? '')), 'created')
    expect(accounts(datadog)).toEqual(['old@example.com'])
  })
})

describe.concurrent('two runs of ensure at once', () => {
  const start = async () => {
    const datadog = await startDatadog({ seed })
    // Both list before either deletes.
    datadog.setFaults([{ method: 'DELETE', do: { kind: 'latency', ms: 1_000 } }])
    return datadog
  }

  test('for different accounts leave one mapping, and neither claims that it is lost', async () => {
    const datadog = await start()
    const steps = await Promise.all(
      ['a@example.com', 'b@example.com'].map((account) =>
        runHere(datadog, { ...ENSURE, 'account-identifier': account }),
      ),
    )
    const [live, ...others] = accounts(datadog)
    expect(others).toEqual([])
    const failed = steps.filter(({ outputs }) => outputs['result'] === 'failed')
    const succeeded = steps.filter(({ outputs }) => outputs['result'] === 'replaced')
    expect([failed.length, succeeded.length]).toEqual([1, 1])
    expect(succeeded[0]?.outputs['account-identifier']).toBe(live)
    expect(failed[0]?.outputs).toMatchObject({ 'failure-reason': 'conflict', 'account-identifier': live })
    expect(failed[0]?.log).not.toContain('MAY BE GONE')
  })

  test('of which one deletes the old mapping and the other takes its place lose nothing', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'POST', body: 'new@example.com', do: { kind: 'latency', ms: 1_500 } }])
    const other = async () => {
      await arrived(datadog, 'POST')
      await createDirectly(datadog, { arn_pattern: PATTERN, account_identifier: 'other@example.com' })
    }
    const [step] = await Promise.all([runHere(datadog, ENSURE), other()])
    expectFailure(step, 'conflict', 'is in the way', 'Not created again')
    expect(step.outputs).toMatchObject({ changed: 'true', 'account-identifier': 'other@example.com' })
    expect(accounts(datadog)).toEqual(['other@example.com'])
  })

  test('for one account both succeed with one mapping, and at most one says that it replaced it alone', async () => {
    const datadog = await start()
    const steps = await Promise.all([runHere(datadog, ENSURE), runHere(datadog, ENSURE)])
    expect(accounts(datadog)).toEqual(['new@example.com'])
    const ids = new Set(steps.map(({ outputs }) => outputs['mapping-id']))
    expect(ids.size).toBe(1)
    for (const step of steps) expect(['replaced', 'unchanged']).toContain(step.outputs['result'])
  })

  test.each(['ensure', 'create'])(
    '%s of an AuthN mapping leave one, and it is told apart who created it',
    async (operation) => {
      const datadog = await startDatadog()
      datadog.setFaults([{ method: 'POST', do: { kind: 'latency', ms: 1_000 } }])
      const inputs = {
        operation,
        kind: 'authn',
        'attribute-key': 'member-of',
        'attribute-value': 'Dev',
        'role-id': uuid(5),
        ...(operation === 'create' && { 'if-exists': 'keep' }),
      }
      const steps = await Promise.all([runHere(datadog, inputs), runHere(datadog, inputs)])
      const live = datadog.state().mappings.authn.map((mapping) => mapping['id'])
      expect(live).toHaveLength(1)
      expect(writes(datadog).filter((line) => line === 'POST authn_mappings 200')).toHaveLength(2)
      expect(steps.map(({ outputs }) => outputs['mapping-id'])).toEqual([live[0], live[0]])
      expect(steps.map(({ outputs }) => `${outputs['result']} ${outputs['changed']}`).sort()).toEqual([
        'created true',
        operation === 'create' ? 'kept false' : 'unchanged false',
      ])
    },
  )
})
