import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { group, intake, live, persona, role, runFile, runFileHere, SCOPE, uuid, writes } from './desired.ts'
import { exchanges, expectFailure, expectNoSecrets, expectSuccess, methods, startDatadog } from './step.ts'

const PLAN = { operation: 'plan' }
const authn = (id: number, value: string, roleId: string) => ({
  id: uuid(id),
  attribute_key: 'member-of',
  attribute_value: value,
  role_id: roleId,
})

const seed: Seed = {
  mappings: {
    'aws-persona': [live(1, 'kept'), live(2, 'replaced', 'old@example.com'), live(3, 'gone')],
    authn: [authn(4, 'Dev', uuid(21)), authn(5, 'Ops', uuid(22)), authn(6, 'Sec', uuid(22)), authn(7, 'All', uuid(22))],
  },
}
const WANTED = [
  persona('new'),
  persona('replaced'),
  persona('kept'),
  group('Dev', uuid(21)),
  group('Ops', uuid(23)),
  group('All', uuid(22)),
]
const PRUNE = { ...PLAN, prune: 'true' }

describe('a plan', () => {
  test('has every kind of change in the log, the summary, the outputs and its file, and writes nothing', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFile(datadog, PRUNE, WANTED, { scope: SCOPE })
    expectSuccess(step, 'planned')
    expect(writes(datadog)).toEqual([])
    expect(step.outputs).toMatchObject({ 'has-changes': 'true', 'changes-count': '5', changed: 'false' })
    expect(step.outputs['changes-summary']).toBe('1 to create, 1 to replace, 1 to update, 2 to delete, 3 unchanged')
    for (const line of [
      `+ create AWS persona mapping ${role('new')} → deployer@example.com`,
      `± replace AWS persona mapping ${role('replaced')} → deployer@example.com`,
      `~ update AuthN mapping member-of=Ops → role ${uuid(23)}`,
      `- delete AWS persona mapping ${role('gone')}`,
      '- delete AuthN mapping member-of=Sec',
    ])
      expect(step.log).toContain(line)
    expect(step.log).not.toContain(`= unchanged`)
    expect(step.summary.match(/^\*\*\w+\*\*/gm)).toEqual([
      '**Replace**',
      '**Delete**',
      '**Delete**',
      '**Update**',
      '**Create**',
    ])
    expect(step.summary).toContain(`- \`arn-pattern: ${role('new')}\``)
    expect(step.summary).toContain(`Plan digest: \`${step.outputs['plan-digest']}\``)
    const plan = JSON.parse(step.outputs['plan'] ?? '')
    expect(plan).toMatchObject({ version: 1, digest: step.outputs['plan-digest'], unchanged: 3 })
    expect(plan.changes).toHaveLength(5)
    expect(JSON.parse(step.tempFiles[step.outputs['plan-file'] ?? ''] ?? '')).toEqual(plan)
    expectNoSecrets(step)
  })

  test('without differences says so and succeeds', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFileHere(datadog, PLAN, [persona('kept'), group('Dev', uuid(21))])
    expectSuccess(step, 'planned')
    expect(step.outputs).toMatchObject({ 'has-changes': 'false', 'changes-count': '0' })
    expect(step.outputs['changes-summary']).toBe('no changes, 2 unchanged')
  })

  test('deletes nothing without prune, and nothing outside of the scope with it', async () => {
    const datadog = await startDatadog({ seed })
    const without = await runFileHere(datadog, PLAN, [persona('kept')], { scope: SCOPE })
    expect(without.outputs['has-changes']).toBe('false')
    const elsewhere = { 'aws-persona': { accounts: ['210987654321'] }, authn: { 'attribute-keys': ['groups'] } }
    const outside = await runFileHere(datadog, PRUNE, [persona('kept')], { scope: elsewhere })
    expect(outside.outputs['has-changes']).toBe('false')
  })

  test('is the same one in another order of the file and of the list, and under other names', async () => {
    const one = await runFileHere(await startDatadog({ seed }), PRUNE, WANTED, { scope: SCOPE })
    const { 'aws-persona': personas = [], authn: groups = [] } = seed.mappings ?? {}
    const reordered: Seed = {
      mappings: { 'aws-persona': personas.toReversed(), authn: groups.toReversed() },
      roles: [{ id: uuid(21), name: 'Renamed' }],
    }
    // The address of an emulator is part of the digest, so the same one is filled anew.
    const datadog = await startDatadog({ seed })
    const before = await runFileHere(datadog, PRUNE, WANTED, { scope: SCOPE })
    datadog.reset(reordered)
    const after = await runFileHere(datadog, PRUNE, WANTED.toReversed(), { scope: SCOPE })
    expect(after.outputs['plan-digest']).toBe(before.outputs['plan-digest'])
    expect(one.outputs['plan-digest']).not.toBe(before.outputs['plan-digest'])
  })
})

describe('the requests of a plan are', () => {
  const AWS = '/api/v2/cloud_auth/aws'
  const GITHUB = '/api/v2/cloud_auth/github'
  const ROLES = '/api/v2/authn_mappings?page%5Bsize%5D=100&page%5Bnumber%5D=0&resource_type=role'
  const LISTS = [
    'GET /api/v2/current_user 200',
    `GET ${AWS}/persona_mapping 200`,
    `GET ${AWS}/intake_mapping 200`,
    `GET ${GITHUB}/persona_mapping 200`,
    `GET ${GITHUB}/intake_mapping 200`,
    `GET ${ROLES} 200`,
    `GET ${ROLES.replace('role', 'team')} 200`,
  ].sort()

  test('one for the organization and one list of each kind', async () => {
    const datadog = await startDatadog({ seed })
    expectSuccess(await runFileHere(datadog, PLAN, [persona('kept'), persona('gone')]), 'planned')
    expect(exchanges(datadog).sort()).toEqual(LISTS)
  })

  test('one more for each account of a change', async () => {
    const datadog = await startDatadog({ seed })
    const wanted = [persona('new'), persona('newer'), persona('newest', 'other@example.com'), persona('replaced')]
    expectSuccess(await runFileHere(datadog, PLAN, wanted), 'planned')
    const accounts = exchanges(datadog).filter((line) => line.includes('/users'))
    expect(accounts.map((line) => /filter=([^&]+)|users\/(.)/.exec(line)?.slice(1).join(''))).toHaveLength(3)
    expect(accounts.filter((line) => line.includes('filter='))).toHaveLength(2)
    expect(exchanges(datadog)).toHaveLength(LISTS.length + 3)
  })

  test('the lists of the kinds in the scope too, and every page of AuthN', async () => {
    const many = Array.from({ length: 150 }, (_, index) => authn(100 + index, `v${index}`, uuid(21)))
    const datadog = await startDatadog({ seed: { mappings: { ...seed.mappings, authn: many } } })
    expectSuccess(
      await runFileHere(datadog, PLAN, [persona('kept')], { scope: { authn: { 'attribute-keys': ['x'] } } }),
      'planned',
    )
    expect(exchanges(datadog).filter((line) => line.includes('authn_mappings'))).toHaveLength(3)
    expect(methods(datadog).every((method) => method === 'GET')).toBe(true)
  })

  test('one look at an account, however many mappings have it', async () => {
    const users = [{ id: uuid(31), email: 'deployer@example.com', handle: 'deployer' }]
    const personas = Array.from({ length: 30 }, (_, index) => live(100 + index, `r${index}`, 'deployer'))
    const datadog = await startDatadog({ seed: { users, mappings: { 'aws-persona': personas } } })
    const step = await runFileHere(
      datadog,
      PLAN,
      Array.from({ length: 30 }, (_, index) => persona(`r${index}`)),
    )
    expect(step.outputs['changes-summary']).toBe('no changes, 30 unchanged')
    expect(exchanges(datadog).filter((line) => line.includes('/users/'))).toHaveLength(1)
  })
})

describe('a collision', () => {
  const intakes: Seed = { mappings: { 'aws-intake': [{ id: uuid(9), arn_pattern: role('new') }] } }

  test('with a mapping of the same pattern that stays is blocked, and names it', async () => {
    const datadog = await startDatadog({ seed: intakes })
    const step = await runFileHere(datadog, PLAN, [persona('new')])
    expectSuccess(step, 'planned')
    expect(step.outputs['changes-summary']).toBe('1 blocked')
    expect(step.log).toContain(`It has the same pattern as the AWS intake mapping ${uuid(9)}`)
  })

  test('with a mapping that goes is a replace', async () => {
    const datadog = await startDatadog({ seed: intakes })
    const step = await runFileHere(datadog, PRUNE, [persona('new')], { scope: SCOPE })
    expect(step.outputs['changes-summary']).toBe('1 to replace')
  })
})

test('whether a handle is an email is not known without permission: blocked, with the spelling to use', async () => {
  const users = [{ id: uuid(31), email: 'deployer@example.com', handle: 'deployer' }]
  const personas = { 'aws-persona': [live(1, 'kept', 'deployer')] }
  const datadog = await startDatadog({ seed: { users, mappings: personas }, switches: { usersDenied: true } })
  const step = await runFileHere(datadog, PLAN, [persona('kept')])
  expect(step.outputs['changes-summary']).toBe('1 blocked')
  expect(step.log).toContain('If it is, set account-identifier to deployer.')
})

test('a plan that a variable cannot hold is in its file only', async () => {
  const step = await runFileHere(
    await startDatadog(),
    PLAN,
    Array.from({ length: 1200 }, (_, index) => intake(`r${index}`)),
  )
  expectSuccess(step, 'planned')
  expect(step.outputs).toMatchObject({ plan: '', 'changes-count': '1200' })
  expect(JSON.parse(step.tempFiles[step.outputs['plan-file'] ?? ''] ?? '').changes).toHaveLength(1200)
})

test.each([
  ['has no scope', [persona('kept')], undefined],
  ['names no mapping', [], SCOPE],
])('prune with a file that %s is refused before any request', async (says, mappings, scope) => {
  const datadog = await startDatadog({ seed })
  const step = await runFileHere(datadog, PRUNE, mappings, scope && { scope })
  expectFailure(step, 'invalid-input', says)
  expect(methods(datadog)).toEqual([])
})

describe('AuthN mappings that are live twice', () => {
  // The emulator creates what it is seeded with one after the other, so the second one is the younger.
  const twice: Seed = { mappings: { authn: [authn(2, 'Dev', uuid(21)), authn(1, 'Dev', uuid(21))] } }

  test('are mentioned, and stay without prune', async () => {
    const datadog = await startDatadog({ seed: twice })
    const step = await runFileHere(datadog, PLAN, [group('Dev', uuid(21))])
    expect(step.outputs['changes-summary']).toBe('no changes, 1 unchanged')
    for (const text of [step.log, step.summary]) expect(text).toContain('is live a second time, as')
    expectSuccess(await runFileHere(datadog, { operation: 'apply' }, [group('Dev', uuid(21))]), 'applied')
    expect(datadog.state().mappings.authn).toHaveLength(2)
  })

  test('are deleted by prune within the scope, but for the oldest', async () => {
    const datadog = await startDatadog({ seed: twice })
    const step = await runFileHere(datadog, PRUNE, [group('Dev', uuid(21))], { scope: SCOPE })
    expect(step.outputs['changes-summary']).toBe('1 to delete, 1 unchanged')
    const apply = { operation: 'apply', prune: 'true', 'auto-approve': 'true' }
    expectSuccess(await runFileHere(datadog, apply, [group('Dev', uuid(21))], { scope: SCOPE }), 'applied')
    expect(datadog.state().mappings.authn.map(({ id }) => id)).toEqual([uuid(2)])
  })
})

test.each([
  ['arn:', 'is the beginning of every ARN pattern'],
  ['arn:aws:iam::123456789012:role/ci-', 'Write arn:aws:sts::123456789012:assumed-role/ci-.'],
  ['arn:aws:sts::123456789012:assumed-role/ci-*', 'never matches'],
])('a scope of the prefix %s is refused before any request', async (prefix, says) => {
  const datadog = await startDatadog({ seed })
  const scope = { 'aws-persona': { 'pattern-prefixes': [prefix] } }
  expectFailure(await runFileHere(datadog, PRUNE, [persona('kept')], { scope }), 'invalid-input', says)
  expect(methods(datadog)).toEqual([])
})

test('a scope of a prefix deletes what begins so, and nothing else', async () => {
  const datadog = await startDatadog({ seed })
  const scope = { 'aws-persona': { 'pattern-prefixes': [role('go').replace('/*', '')] } }
  const step = await runFileHere(datadog, PRUNE, [persona('kept')], { scope })
  expect(step.outputs['changes-summary']).toBe('1 to delete, 1 unchanged')
  expect(step.log).toContain(`- delete AWS persona mapping ${role('gone')}`)
})
