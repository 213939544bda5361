import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { type Entry, runFile, runFileHere, uuid, writes } from './desired.ts'
import { exchanges, expectFailure, expectSuccess, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

const ROLE = uuid(80)
const TEAM = uuid(90)
const SERVICE = uuid(70)

/** An organization whose ids begin with another number. */
const org = (first = 0): Seed => ({
  users: [
    { id: uuid(first + 70), email: 'ci@example.com', name: 'ci deployer', service_account: true },
    { id: uuid(first + 71), email: 'old@example.com', name: 'ci deployer', service_account: true, disabled: true },
    { id: uuid(first + 72), email: 'person@example.com', name: 'ci deployer' },
    { id: uuid(first + 73), email: 'ci2@example.com', name: 'ci deployer 2', service_account: true },
    { id: uuid(first + 74), email: 'twin1@example.com', name: 'twin', service_account: true },
    { id: uuid(first + 75), email: 'twin2@example.com', name: 'twin', service_account: true },
  ],
  roles: [
    { id: uuid(first + 81), name: 'Ops Admin' },
    { id: uuid(first + 80), name: 'Ops' },
  ],
  teams: [
    { id: uuid(first + 90), name: 'Platform', handle: 'core' },
    { id: uuid(first + 91), name: 'core platform', handle: 'core-platform' },
    { id: uuid(first + 92), name: 'One', handle: 'both' },
    { id: uuid(first + 93), name: 'both', handle: 'other' },
  ],
})

const AUTHN = { operation: 'create', kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Ops' }

describe('a role or a team by name', () => {
  test.each([
    [{ role: 'Ops' }, { 'role-id': ROLE }],
    [{ role: 'Ops', 'role-id': ROLE.toUpperCase() }, { 'role-id': ROLE }],
    [{ team: 'core' }, { 'team-id': TEAM }],
    [{ team: 'Platform' }, { 'team-id': TEAM }],
    [{ team: 'core platform' }, { 'team-id': uuid(91) }],
  ])('%o is mapped by its id, after one look-up', async (inputs, expected) => {
    const datadog = await startDatadog({ seed: org() })
    const step = await runHere(datadog, { ...AUTHN, ...inputs })
    expectSuccess(step, 'created')
    expect(JSON.parse(step.outputs['mapping'] ?? '')).toMatchObject(expected)
    expect(exchanges(datadog).filter((line) => /roles|\/team\?/.test(line))).toHaveLength(1)
    expect(step.log).toMatch(/The (?:role|team) ".*" is [0-9a-f-]{36}\./)
  })

  test.each([
    [{ role: 'Opps' }, 'not-found', ['there is no role called "Opps"', 'Did you mean "Ops"?', '"Ops Admin"']],
    [{ role: 'ops' }, 'not-found', ['Did you mean "Ops"?']],
    [{ team: 'coer' }, 'not-found', ['Did you mean "core"?', '"core-platform"']],
    [{ team: 'both' }, 'ambiguous', ['2 teams are called "both"', uuid(92), uuid(93), 'team-id']],
    [{ role: 'Ops', 'role-id': uuid(81) }, 'invalid-input', [`"Ops" is ${ROLE}, and role-id is ${uuid(81)}`]],
    [{ role: 'Ops', team: 'core' }, 'invalid-input', ['either a role or a team']],
    [{ role: 'Ops\u200b' }, 'invalid-input', ['role: ']],
  ] as const)('%o is refused, and nothing is written', async (inputs, reason, says) => {
    const datadog = await startDatadog({ seed: org() })
    expectFailure(await runHere(datadog, { ...AUTHN, ...inputs }), reason, ...says)
    expect(writes(datadog)).toEqual([])
  })

  test('finds a mapping to get, to change and to delete', async () => {
    // The last mapping of a role is guarded.
    const others = [ROLE, uuid(81)].map((id) => ({ attribute_key: 'k', attribute_value: 'v', role_id: id }))
    const datadog = await startDatadog({ seed: { ...org(), mappings: { authn: others } } })
    const made = await runOperation(datadog, { ...AUTHN, role: 'Ops' })
    const id = made.outputs['mapping-id'] ?? ''
    const found = await runOperation(datadog, { ...AUTHN, operation: 'get', role: 'Ops' })
    expectSuccess(found, 'found')
    const update = { operation: 'update', kind: 'authn', 'mapping-id': id, role: 'Ops Admin' }
    expectSuccess(await runOperation(datadog, update), 'updated')
    expectSuccess(await runOperation(datadog, { ...AUTHN, operation: 'delete', role: 'Ops Admin' }), 'deleted')
    expect(datadog.state().mappings.authn).toHaveLength(2)
  })
})

describe('a service account by name', () => {
  const identifiers = (datadog: Awaited<ReturnType<typeof startDatadog>>) =>
    datadog
      .requests()
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body).data.attributes.account_identifier)

  test('is mapped by its UUID; disabled ones and people of that name do not count', async () => {
    const datadog = await startDatadog({ seed: org() })
    const step = await runHere(datadog, { ...PERSONA, 'account-identifier': 'ci deployer' })
    expectSuccess(step, 'created')
    expect(identifiers(datadog)).toEqual([SERVICE])
    expect(step.outputs['account-uuid']).toBe(SERVICE)
    const again = await runHere(datadog, { ...PERSONA, operation: 'ensure', 'account-identifier': 'ci deployer' })
    expectSuccess(again, 'unchanged')
  })

  test('that several have is refused with their ids', async () => {
    const datadog = await startDatadog({ seed: org() })
    const step = await runHere(datadog, { ...PERSONA, 'account-identifier': 'twin' })
    expectFailure(step, 'ambiguous', '2 service accounts are called "twin"', uuid(74), uuid(75))
    expect(writes(datadog)).toEqual([])
  })

  test.each([{ refused: [] }, { refused: ['users'] as const }])(
    'that is not found is sent as it is: %o',
    async (switches) => {
      const datadog = await startDatadog({ seed: org(), switches: { refused: [...switches.refused] } })
      const step = await runHere(datadog, { ...PERSONA, 'account-identifier': 'nobody' })
      expectFailure(step, 'invalid-input', /400/)
      expect(identifiers(datadog)).toEqual(['nobody'])
    },
  )
})

describe('names in a file', () => {
  const FILE: readonly Entry[] = [
    {
      kind: 'aws-persona',
      'arn-pattern': 'arn:aws:iam::123456789012:role/ci/deployer',
      'account-identifier': 'ci deployer',
    },
    { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Dev', role: 'Ops' },
    { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Ops', role: 'Ops' },
    { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Ops', role: 'Ops Admin' },
    { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Ops', team: 'core' },
  ]

  test('one file serves two organizations whose ids differ, and each plan has the ids of its own', async () => {
    const digests = new Set<string>()
    for (const first of [0, 1000]) {
      const datadog = await startDatadog({ seed: org(first) })
      const plan = await runFile(datadog, { operation: 'plan' }, FILE)
      expectSuccess(plan, 'planned')
      expect(plan.outputs['plan']).toContain(uuid(first + 80))
      expect(plan.outputs['plan']).toContain(uuid(first + 70))
      expect(plan.outputs['plan']).not.toContain(uuid(1000 - first + 80))
      digests.add(plan.outputs['plan-digest'] ?? '')
      const looked = exchanges(datadog).filter((line) => /\/roles\?|\/team\?|\/users\?/.test(line))
      expect(looked).toHaveLength(4)
      const apply = { operation: 'apply', 'expected-plan': plan.outputs['plan-digest'] ?? '' }
      expectSuccess(await runFile(datadog, apply, FILE), 'applied')
      const roles = datadog.state().mappings.authn.map((mapping) => JSON.stringify(mapping))
      expect(roles.filter((text) => text.includes(uuid(first + 80)))).toHaveLength(2)
      expect((await runFile(datadog, { operation: 'plan' }, FILE)).outputs['has-changes']).toBe('false')
    }
    expect(digests.size).toBe(2)
  })

  test('that are unknown are all told at once, and nothing is written', async () => {
    const datadog = await startDatadog({ seed: org() })
    const file = [...FILE.slice(0, 1), { ...FILE[1], role: 'Opps' }, { ...FILE[2], role: 'Nobody' }]
    const step = await runFileHere(datadog, { operation: 'apply', 'auto-approve': 'true' }, file)
    expectFailure(step, 'not-found', 'no role called "Opps"', 'no role called "Nobody"', 'Did you mean "Ops"?')
    expect(step.log).toMatch(/- file: line \d+, column \d+: role: there is no role called "Opps"/)
    expect(writes(datadog)).toEqual([])
  })

  test('that are unknown are told with the entry that has them, and with the organization', async () => {
    const datadog = await startDatadog({ seed: org() })
    const file = [{ ...FILE[1], role: 'Opps' }, ...FILE.slice(2), { ...FILE[2], role: 'Opps', 'attribute-value': 'x' }]
    const step = await runFileHere(datadog, { operation: 'plan' }, file)
    expectFailure(step, 'not-found', /file: line \d+, column \d+ \(and 1 more\): role: there is no role called "Opps"/)
    expect(step.summary).toContain(step.outputs['org-uuid'])
    expect(step.summary).not.toContain('org unknown')
  })

  test('that turn out to be another entry are a mistake', async () => {
    const datadog = await startDatadog({ seed: org() })
    const twice = { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Dev', 'role-id': ROLE }
    const step = await runFileHere(datadog, { operation: 'plan' }, [...FILE, twice])
    expectFailure(step, 'invalid-input', 'member-of=Dev', 'twice')
  })
})
