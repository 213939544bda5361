import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { attributes, group, persona, role, runFile, runFileHere, SCOPE, uuid, writes } from './desired.ts'
import { exchanges, expectFailure, expectSuccess, startDatadog } from './step.ts'

const [BOT, JANE, ADMIN_BOT, KEYS] = [uuid(31), uuid(32), uuid(33), uuid(36)]
const PLAN = { operation: 'plan' }
const AUTO = { operation: 'apply', 'auto-approve': 'true' }
const seed: Seed = {
  roles: [
    { id: KEYS, name: 'Key Makers', permissions: ['monitors_read', 'api_keys_write'] },
    { name: 'Readers', permissions: ['monitors_read'] },
  ],
  users: [
    { id: BOT, name: 'ci', email: 'ci@example.com', service_account: true, roles: ['Readers'] },
    { id: JANE, name: 'Jane', email: 'jane@example.com', roles: ['Readers'] },
    { id: ADMIN_BOT, name: 'boss', email: 'boss@example.com', service_account: true, roles: ['Key Makers'] },
  ],
  mappings: {
    'aws-persona': [
      { id: uuid(1), arn_pattern: role('live'), account_identifier: 'jane@example.com', account_uuid: JANE },
    ],
  },
}
const claims = { repository: 'octo-org/app', ref: 'refs/heads/main' }
const github = (more: object = {}) => ({
  kind: 'github-persona',
  'account-identifier': 'ci@example.com',
  claims: { ...claims, ...more },
})

describe('a policy', () => {
  test.each([
    [
      'a person where only service accounts may be mapped',
      { accounts: 'service-accounts' },
      persona('new', 'jane@example.com'),
      'jane@example.com is a person, and the policy allows service accounts only.',
      persona('new', 'ci@example.com'),
    ],
    [
      'a forbidden role of the account, by name',
      { 'forbidden-roles': ['Key Makers'] },
      persona('new', 'boss@example.com'),
      'boss has the forbidden role Key Makers.',
      persona('new', 'ci@example.com'),
    ],
    [
      'a forbidden permission of the account, also in a replacement',
      { 'forbidden-permissions': ['api_keys_write'] },
      persona('live', 'boss@example.com'),
      'boss has the forbidden permission api_keys_write.',
      persona('live', 'ci@example.com'),
    ],
    [
      'a forbidden role that an AuthN mapping gives, by id',
      { 'forbidden-roles': [KEYS] },
      group('Ops', KEYS),
      'Key Makers is a forbidden role.',
      persona('new', 'ci@example.com'),
    ],
    [
      'a forbidden permission of the role that an AuthN mapping gives',
      { 'forbidden-permissions': ['api_keys_write'] },
      group('Ops', KEYS),
      'Key Makers has the forbidden permission api_keys_write.',
      persona('new', 'ci@example.com'),
    ],
    [
      'a required claim that is missing',
      { 'required-claims': ['repository_id'] },
      github(),
      'The claim repository_id is missing, and the policy requires it.',
      github({ repository_id: '123' }),
    ],
  ])('refuses %s', async (_, policy, bad, says, good) => {
    const datadog = await startDatadog({ seed })
    const rules = { policy }
    const plan = await runFileHere(datadog, PLAN, [bad], { rules })
    expectFailure(plan, 'guarded', 'apply would refuse this plan', 'violates the policy', says)
    expect(plan.outputs).toMatchObject({ 'has-changes': 'true', 'plan-digest': '' })
    expect(plan.summary).toContain('violates the policy')
    const force = { force: uuid(1) }
    expectFailure(await runFileHere(datadog, { ...AUTO, ...force }, [bad], { rules }), 'guarded', says)
    expect(writes(datadog)).toEqual([])
    expectSuccess(await runFileHere(datadog, AUTO, [good], { rules }), 'applied')
    expectSuccess(await runFileHere(datadog, AUTO, [bad]), 'applied')
  })

  test('refuses to move an AuthN mapping to a forbidden role', async () => {
    const authn = [{ id: uuid(2), attribute_key: 'member-of', attribute_value: 'Ops', role_id: uuid(37) }]
    const datadog = await startDatadog({ seed: { ...seed, mappings: { authn } } })
    const rules = { policy: { 'forbidden-roles': ['Key Makers'] } }
    const moving = { ...AUTO, prune: 'true', force: uuid(2) }
    const step = await runFileHere(datadog, moving, [group('Ops', KEYS)], { scope: SCOPE, rules })
    expectFailure(step, 'guarded', 'Key Makers is a forbidden role.')
    expect(writes(datadog)).toEqual([])
  })

  test('warns of what it would forbid and the plan leaves as it is, and never stops a delete', async () => {
    const rules = { policy: { accounts: 'service-accounts' } }
    const datadog = await startDatadog({ seed })
    const plan = await runFile(datadog, PLAN, [persona('live', 'jane@example.com')], { rules })
    expectSuccess(plan, 'planned')
    expect(plan.summary).toContain('is a person, and the policy allows service accounts only.')
    expect(plan.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      expect.stringContaining('Unchanged mappings violate the policy.'),
    ])
    const same = await runFile(datadog, PLAN, [persona('live', 'jane@example.com')])
    expect(same.log).not.toContain('policy')
    const deleting = { ...AUTO, prune: 'true' }
    const other = [persona('new', 'ci@example.com')]
    expectSuccess(await runFile(datadog, deleting, other, { scope: SCOPE, rules }), 'applied')
    expect(attributes(datadog, 'aws-persona')).toMatchObject([{ arn_pattern: role('new') }])
  })

  test('is violated by what cannot be checked', async () => {
    const refused = { refused: ['users', 'roles', 'permissions'] } as const
    const datadog = await startDatadog({ seed, switches: refused })
    for (const policy of [
      { accounts: 'service-accounts' },
      { 'forbidden-roles': ['Key Makers'] },
      { 'forbidden-permissions': ['api_keys_write'] },
    ]) {
      const step = await runFileHere(datadog, AUTO, [persona('new', 'ci@example.com')], { rules: { policy } })
      expectFailure(step, 'guarded', 'Could not check')
    }
    const missing = await startDatadog({ seed, switches: { accounts: 'seeded' } })
    const rules = { policy: { accounts: 'service-accounts' } }
    const step = await runFileHere(missing, PLAN, [persona('new', 'nobody@example.com')], { rules })
    expectFailure(step, 'guarded', 'Could not check the account: there is no such account.')
    expect([...writes(datadog), ...writes(missing)]).toEqual([])
  })

  test('is violated by a rule that names a role or a permission that is not there', async () => {
    const datadog = await startDatadog({ seed })
    const rules = { policy: { 'forbidden-roles': ['Key Maker', uuid(77)], 'forbidden-permissions': ['api_key_write'] } }
    const step = await runFileHere(datadog, AUTO, [persona('new', 'ci@example.com')], { rules })
    expectFailure(step, 'guarded', '"Key Maker"', uuid(77), '"api_key_write"')
    expect(writes(datadog)).toEqual([])
    const nothing = await runFileHere(datadog, PLAN, [persona('live', 'jane@example.com')], { rules })
    expectSuccess(nothing, 'planned')
    expect(nothing.summary).toContain('Key Maker')
  })

  test('is said to be in force, or that there is none, and is part of the digest', async () => {
    const datadog = await startDatadog({ seed })
    const plan = (rules?: object) =>
      runFileHere(datadog, PLAN, [persona('new', 'ci@example.com')], { ...(rules && { rules }) })
    const none = await plan()
    expect(none.summary).toContain('no policy')
    const some = await plan({ policy: { accounts: 'service-accounts' } })
    expect(some.summary).toContain('only service accounts')
    const ignoring = await plan({ ignore: { 'github-intake': 'all' } })
    const digests = [none, some, ignoring].map(({ outputs }) => outputs['plan-digest'])
    expect(new Set(digests).size).toBe(3)
    expect((await plan()).outputs['plan-digest']).toBe(digests[0])
    const approved = { operation: 'apply', 'expected-plan': digests[1] ?? '' }
    expectFailure(await runFileHere(datadog, approved, [persona('new', 'ci@example.com')]), 'plan-changed')
  })

  test('asks for the account of each unchanged mapping once, and for none without rules about accounts', async () => {
    const datadog = await startDatadog({ seed })
    const wanted = [persona('live', 'jane@example.com')]
    await runFileHere(datadog, PLAN, wanted, { rules: { policy: { 'required-claims': ['repository_id'] } } })
    expect(exchanges(datadog).filter((line) => line.includes('/users'))).toEqual([])
    await runFileHere(datadog, PLAN, wanted, { rules: { policy: { accounts: 'service-accounts' } } })
    expect(exchanges(datadog).filter((line) => line.includes('/users'))).toHaveLength(1)
  })
})
