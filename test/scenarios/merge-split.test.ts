import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { attributes, type Entry, persona, role, runFile, runFileHere, SCOPE, uuid } from './desired.ts'
import { expectFailure, expectSuccess, startDatadog } from './step.ts'

const APPLY = { operation: 'apply', 'auto-approve': 'true', prune: 'true' }
const PLAN = { operation: 'plan', prune: 'true' }
const ALL = { scope: SCOPE }
const session = (name: string) => role('deployer').replace('*', name)
const at = (arnPattern: string): Entry => ({ ...persona('deployer'), 'arn-pattern': arnPattern })
const seeded = (...patterns: readonly string[]): Seed => ({
  mappings: {
    'aws-persona': patterns.map((arn_pattern, index) => ({
      id: uuid(index + 1),
      arn_pattern,
      account_identifier: 'deployer@example.com',
    })),
  },
})
const PARTS = [session('a'), session('b')]
const WHOLE = [role('deployer')]

describe.each([
  ['merges', PARTS, WHOLE],
  ['splits', WHOLE, PARTS],
] as const)('apply %s patterns as one replacement', (_, before, after) => {
  const patterns = (datadog: Parameters<typeof attributes>[0]) =>
    attributes(datadog, 'aws-persona').map((one) => (one as { arn_pattern: string }).arn_pattern)

  test.each(['refused', 'allowed'] as const)('where overlaps are %s', async (overlaps) => {
    const datadog = await startDatadog({ seed: seeded(...before), switches: { overlaps } })
    const plan = await runFileHere(datadog, PLAN, after.map(at), ALL)
    expectSuccess(plan, 'planned')
    expect(plan.outputs['changes-summary']).toBe('1 to replace')
    for (const pattern of [...before, ...after]) expect(plan.summary).toContain(`\`arn-pattern: ${pattern}`)
    const approved = { ...APPLY, 'auto-approve': 'false', 'expected-plan': plan.outputs['plan-digest'] ?? '' }
    expectSuccess(await runFileHere(datadog, approved, after.map(at), ALL), 'applied')
    expect(patterns(datadog).sort()).toEqual([...after].sort())
    const again = await runFileHere(datadog, PLAN, after.map(at), ALL)
    expect(again.outputs['has-changes']).toBe('false')
  })

  test('and the old ones are there when a new one is refused', async () => {
    const datadog = await startDatadog({ seed: seeded(...before) })
    const refused = { status: 400, body: { errors: ['no such account'] } }
    datadog.setFaults([{ method: 'POST', body: `"${after.at(-1)}"`, do: refused }])
    const step = await runFile(datadog, APPLY, after.map(at), ALL)
    expect(step.outputs['failure-reason']).not.toBe('')
    expect(step.log).toContain('no such account')
    expect(patterns(datadog).sort()).toEqual([...before].sort())
    datadog.setFaults([])
    expectSuccess(await runFile(datadog, APPLY, after.map(at), ALL), 'applied')
    expect(patterns(datadog).sort()).toEqual([...after].sort())
  })
})

test('a replacement by more than eight mappings is guarded, and eight are not', async () => {
  const parts = (count: number) => Array.from({ length: count }, (_, index) => at(session(`s${index}`)))
  const datadog = await startDatadog({ seed: seeded(...WHOLE) })
  const plan = await runFileHere(datadog, PLAN, parts(9), ALL)
  expect(plan.log).toContain('apply would refuse: One replacement would delete 1 and create 9 overlapping mappings')
  expectFailure(
    await runFileHere(datadog, APPLY, parts(9), ALL),
    'guarded',
    /^Nothing was changed\./,
    'the limit is 8 of each',
  )
  expect(attributes(datadog, 'aws-persona')).toHaveLength(1)
  expectSuccess(await runFileHere(datadog, APPLY, parts(8), ALL), 'applied')
  expect(attributes(datadog, 'aws-persona')).toHaveLength(8)
})

test('a split that breaks off where nothing can be undone names what is left of it, and the inputs once', async () => {
  const datadog = await startDatadog({ seed: seeded(...WHOLE), switches: { overlaps: 'refused' } })
  const refused = { do: { status: 403 } } as const
  datadog.setFaults([
    { method: 'POST', body: 'deployer/b', skip: 1, ...refused },
    { method: 'POST', body: 'deployer/*', ...refused },
    { method: 'DELETE', skip: 1, ...refused },
  ])
  const step = await runFileHere(datadog, APPLY, PARTS.map(at), ALL)
  expectFailure(step, 'mapping-lost', /^THE MAPPING IS GONE: .*it could not be created again/)
  const [left] = datadog.state().mappings['aws-persona']
  const message = step.outputs['error-message'] ?? ''
  expect(message).toContain(`The new mapping the AWS persona mapping ${left?.['id']}`)
  expect(message).toContain('was not removed.')
  expect(message.split('operation: ensure')).toHaveLength(2)
})

describe('a pattern that overlaps with one that stays', () => {
  const both = [...WHOLE, session('a')].map(at)

  test('is created where the server takes it, with a note that claims no rule', async () => {
    const datadog = await startDatadog({ seed: seeded(...WHOLE), switches: { overlaps: 'allowed' } })
    const plan = await runFileHere(datadog, PLAN, both, ALL)
    expect(plan.outputs['changes-summary']).toBe('1 to create, 1 unchanged')
    expect(plan.log).toContain(`overlaps with the AWS persona mapping ${uuid(1)}`)
    expect(plan.log).toContain('Datadog does not document whether it refuses that.')
    expectSuccess(await runFileHere(datadog, APPLY, both, ALL), 'applied')
    expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
  })

  test('fails by itself where the server refuses it, and nothing else is lost', async () => {
    const datadog = await startDatadog({ seed: seeded(...WHOLE), switches: { overlaps: 'refused' } })
    const step = await runFileHere(datadog, APPLY, [...both, persona('other')], ALL)
    expect(step.outputs).toMatchObject({ result: 'partially-applied', changed: 'true' })
    expect(step.outputs['error-message']).toContain('Datadog answered 409')
    expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
  })
})

test('the server decides whether persona and intake may have the same claims', async () => {
  const claims = { sub: '/^repo:a/b:.*$/', repository: 'a/b' }
  const wanted = [
    { kind: 'github-persona', claims, 'account-identifier': 'deployer@example.com' },
    { kind: 'github-intake', claims },
  ]
  const datadog = await startDatadog()
  const plan = await runFileHere(datadog, { operation: 'plan' }, wanted)
  expectSuccess(plan, 'planned')
  expect(plan.outputs['changes-summary']).toBe('2 to create')
  const step = await runFileHere(datadog, { ...APPLY, prune: 'false' }, wanted)
  expect(step.outputs).toMatchObject({ result: 'partially-applied' })
  expect(step.outputs['error-message']).toContain('Datadog answered 409')
})
