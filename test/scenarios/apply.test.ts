import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { onWindows } from '../support/platform.ts'
import { ALL, expectPartly, seed, WANTED } from './applied.ts'
import {
  arrived,
  attributes,
  createDirectly,
  intake,
  live,
  persona,
  printedInputs,
  role,
  runFile,
  runFileHere,
  uuid,
  writes,
} from './desired.ts'
import { exchanges, expectFailure, expectHarmless, expectSuccess, runOperation, startDatadog } from './step.ts'

const APPLY = { operation: 'apply', 'auto-approve': 'true', prune: 'true' }
const names = (count: number, prefix = 'r') => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
describe('apply', () => {
  test('creates, updates, replaces and deletes, in this order, and then there is nothing to do', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFile(datadog, APPLY, WANTED, ALL)
    expectSuccess(step, 'applied')
    expect(step.outputs).toMatchObject({ changed: 'true', 'has-changes': 'true', 'changes-count': '4' })
    expect(step.outputs['mapping-id'] ?? '').toBe('')
    expect(writes(datadog)).toEqual([
      'POST aws/persona_mapping 201',
      'PATCH authn_mappings 200',
      'DELETE aws/persona_mapping 204',
      'POST aws/persona_mapping 201',
      'DELETE aws/persona_mapping 204',
    ])
    const again = await runFile(datadog, APPLY, WANTED, ALL)
    expectSuccess(again, 'applied')
    expect(again.outputs).toMatchObject({ changed: 'false', 'has-changes': 'false' })
    expect(writes(datadog)).toHaveLength(5)
  })

  test('replaces one after the other, so that one mapping at most is missing at any time', async () => {
    const personas = names(30).map((name, index) => live(index, name, 'old@example.com'))
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': personas } } })
    const step = await runFileHere(
      datadog,
      APPLY,
      names(30).map((name) => persona(name)),
      ALL,
    )
    expectSuccess(step, 'applied')
    expect(step.stderr).toBe('')
    const halves = ['DELETE aws/persona_mapping 204', 'POST aws/persona_mapping 201']
    expect(writes(datadog)).toEqual(names(30).flatMap(() => halves))
  })

  test('writes at most several at a time, and the log in the order of the file', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', do: { kind: 'latency', ms: 100 } }])
    const step = await runFileHere(datadog, APPLY, names(40).map(intake), ALL)
    expectSuccess(step, 'applied')
    const logged = [...step.log.matchAll(/Done: create AWS intake mapping \S+\/(r\d+)\//g)].map((match) => match[1])
    if (logged.length > 0) expect(logged).toEqual(names(40))
    expect(attributes(datadog, 'aws-intake')).toHaveLength(40)
  })

  test('survives a rate limit in the middle of parallel writes', async () => {
    const datadog = await startDatadog({ switches: { rateLimit: { limit: 12, periodSeconds: 1 } } })
    const step = await runFileHere(datadog, APPLY, names(30).map(intake), ALL)
    expectSuccess(step, 'applied')
    expect(attributes(datadog, 'aws-intake')).toHaveLength(30)
    expect(writes(datadog).filter((line) => line.endsWith('201'))).toHaveLength(30)
  })

  test('has changed something when it is known of one mapping and not of another', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', body: role('new'), times: 1, when: 'after', do: 'reset' }])
    const step = await runFileHere(datadog, APPLY, [intake('other'), persona('new')], ALL)
    expectSuccess(step, 'applied')
    expect(step.outputs['changed']).toBe('true')
    expect(step.log).toContain('Done, by this step or another run: create AWS persona mapping')
  })

  test('of 2,000 mappings with 50 differences sends 50 writes besides the lists', async () => {
    const personas = names(2000).map((name, index) => live(index, index < 25 ? `old-${name}` : name))
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': personas } } })
    const scope = { 'aws-persona': { accounts: ['123456789012'] } }
    const mappings = names(2000).map((name) => persona(name))
    const step = await runFile(datadog, { ...APPLY, 'max-deletes': '50' }, mappings, { scope })
    expectSuccess(step, 'applied')
    expect(writes(datadog).filter((line) => line.startsWith('POST'))).toHaveLength(25)
    expect(writes(datadog)).toHaveLength(50)
    expect(exchanges(datadog).filter((line) => line.includes('_mapping') && line.startsWith('GET'))).toHaveLength(2)
    expect(step.durationMs).toBeLessThan(20_000)
  })
})

describe('a failure in the middle', () => {
  test('of one create is told with all the rest, skips the deletes of all kinds, and the next run does what is left', async () => {
    const old = { id: uuid(6), attribute_key: 'member-of', attribute_value: 'Old', role_id: uuid(22) }
    const authn = [...(seed.mappings?.authn ?? []), old]
    const datadog = await startDatadog({ seed: { mappings: { ...seed.mappings, authn } } })
    datadog.setFaults([
      { method: 'POST', body: role('new'), do: { status: 400, body: { errors: ['no such account'] } } },
    ])
    const step = await runFileHere(datadog, APPLY, WANTED, ALL)
    const create = `create AWS persona mapping ${role('new')}`
    expectPartly(step, '2 of 5 changes applied. Not applied:', create, 'no such account', 'skipped, because')
    expect(JSON.stringify(attributes(datadog, 'aws-persona'))).toContain(role('gone'))
    expect(datadog.state().mappings.authn).toHaveLength(3)
    datadog.setFaults([])
    expectSuccess(await runFileHere(datadog, APPLY, WANTED, ALL), 'applied')
    expect(JSON.stringify(attributes(datadog, 'aws-persona'))).not.toContain(role('gone'))
  })

  test('with 401 stops everything', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'POST', do: { status: 401, body: { errors: ['Unauthorized'] } } }])
    const step = await runFileHere(datadog, APPLY, WANTED, ALL)
    expectFailure(step, 'unauthorized', '0 of 4 changes applied', 'not started.')
    expect(writes(datadog)).toEqual(['POST aws/persona_mapping 401'])
  })

  test('with 403 on every write stops everything', async () => {
    const datadog = await startDatadog({ seed, switches: { denied: 'write' } })
    const step = await runFileHere(datadog, APPLY, [...WANTED, ...names(40).map(intake)], ALL)
    expectFailure(step, 'forbidden', '0 of 44 changes applied', 'not started.')
    expect(writes(datadog).length).toBeLessThan(20)
    expect(new Set(writes(datadog).map((line) => line.split(' ')[0]))).toEqual(new Set(['POST']))
  })

  test('with 403 for one account does not stop the others', async () => {
    const datadog = await startDatadog({
      seed: { mappings: { 'aws-persona': [live(2, 'replaced', 'old@example.com')] } },
    })
    datadog.setFaults([{ method: 'POST', body: role('r0'), do: { status: 403, body: { errors: ['Forbidden'] } } }])
    const step = await runFileHere(datadog, APPLY, [...names(20).map(intake), persona('replaced')], ALL)
    expectPartly(step, '20 of 21 changes applied')
  })

  test('that loses a mapping says so first', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([
      { method: 'POST', body: role('replaced'), do: { status: 403, body: { errors: ['Forbidden'] } } },
    ])
    const step = await runFileHere(datadog, APPLY, WANTED, ALL)
    expectFailure(
      step,
      'mapping-lost',
      /^THE MAPPING IS GONE: /,
      'run this action with\noperation: ensure',
      '2 of 4 changes applied',
    )
    expect(step.outputs).toMatchObject({ changed: 'true', 'account-identifier': 'old@example.com' })
    expect(writes(datadog).at(-1)).toMatch(/^POST/)
  })

  test('by a mapping that is in the way fails only that one', async () => {
    const datadog = await startDatadog({
      seed: { mappings: { 'aws-intake': [{ id: uuid(9), arn_pattern: role('new') }] } },
    })
    const inputs = { ...APPLY, prune: 'false' }
    const step = await runFileHere(datadog, inputs, [persona('new'), persona('other')])
    expectPartly(step, '1 of 2 changes applied', `It has the same pattern as the AWS intake mapping ${uuid(9)}`)
  })

  // The runner kills a step 10 s after it cancelled it: a busy machine may not do everything in time.
  test.skipIf(onWindows)(
    'by a cancellation leaves what was done, names what was not, and another run finishes',
    {
      retry: 2,
    },
    async () => {
      const datadog = await startDatadog()
      datadog.setFaults([{ method: 'POST', skip: 10, do: { kind: 'latency', ms: 400 } }])
      const tenth = (async () => {
        while (writes(datadog).length < 12) await sleep(10)
      })()
      const step = await runFile(datadog, APPLY, names(60).map(intake), { ...ALL, cancel: tenth })
      expect(step).toMatchObject({ conclusion: 'cancelled', exitCode: 1, stderr: '', outputs: { changed: 'true' } })
      for (const text of ['of 60 changes applied', 'not started.', 'more, which the log names'])
        expect(step.outputs['error-message']).toContain(text)
      expectHarmless(step)
      expect(step.log.match(/^(Not done|Done): /gm)).toHaveLength(60)
      expect(step.signal).toBe(null)
      datadog.setFaults([])
      expectSuccess(await runFile(datadog, APPLY, names(60).map(intake), ALL), 'applied')
      expect(attributes(datadog, 'aws-intake')).toHaveLength(60)
    },
  )
})

test('a plain delete prints the inputs that restore the mapping, before it goes', async () => {
  const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [live(3, 'gone')] } } })
  const step = await runFile(datadog, APPLY, [intake('new')], ALL)
  expectSuccess(step, 'applied')
  expect(attributes(datadog, 'aws-persona')).toEqual([])
  const restoring = { ...printedInputs(step.log) }
  expect(restoring).toMatchObject({ 'arn-pattern': role('gone'), 'account-identifier': 'deployer@example.com' })
  expect(step.summary).toContain(`arn-pattern: "${role('gone')}"`)
  expect(step.outputs['mapping-id'] ?? '').toBe('')
  const restored = await runOperation(datadog, restoring)
  expect(restored).toMatchObject({ conclusion: 'success' })
  expect(attributes(datadog, 'aws-persona')).toMatchObject([{ arn_pattern: role('gone') }])
})

describe.concurrent('a mapping that another run creates between the list and the POST', () => {
  const race = async (account: string) => {
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [live(3, 'gone')] } } })
    datadog.setFaults([{ method: 'POST', times: 1, do: { kind: 'latency', ms: 1_500 } }])
    const running = runFileHere(datadog, APPLY, [persona('new')], ALL)
    await arrived(datadog, 'POST')
    expect(await createDirectly(datadog, { arn_pattern: role('new'), account_identifier: account })).toBe(201)
    return { datadog, step: await running }
  }

  test('is success when it is equal, and the deletes go on', async () => {
    const { datadog, step } = await race('deployer@example.com')
    expectSuccess(step, 'applied')
    expect(writes(datadog)).toContain('POST aws/persona_mapping 409')
    expect(step.log).toContain(`Done by another run: create AWS persona mapping ${role('new')}`)
    expect(attributes(datadog, 'aws-persona')).toMatchObject([{ arn_pattern: role('new') }])
  })

  test('is a conflict when it is for another account, and nothing is deleted', async () => {
    const { datadog, step } = await race('other@example.com')
    expectFailure(step, 'conflict', '0 of 2 changes applied', 'Datadog answered 409', 'skipped, because this failed')
    expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
  })
})

test('a mapping of one kind stays when what was to follow in another kind could not be created', async () => {
  const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [live(3, 'gone')] } } })
  datadog.setFaults([{ method: 'POST', body: role('other'), do: { status: 400, body: { errors: ['no'] } } }])
  const step = await runFileHere(datadog, APPLY, [intake('other')], ALL)
  expectFailure(step, 'invalid-input', 'skipped, because this failed: create AWS intake mapping')
  expect(attributes(datadog, 'aws-persona')).toHaveLength(1)
  datadog.setFaults([])
  expectSuccess(await runFileHere(datadog, APPLY, [intake('other')], ALL), 'applied')
  expect(attributes(datadog, 'aws-persona')).toEqual([])
})
