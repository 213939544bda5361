import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import type { Seed } from '../emulator/seed.ts'
import { attributes, group, persona, role, runFile, runFileHere, SCOPE, uuid, writes } from './desired.ts'
import { exchanges, expectFailure, expectSuccess, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

const [BOT, JANE, GONE, NONE, OPERATOR, ADMINS] = [uuid(31), uuid(32), uuid(33), uuid(34), uuid(35), uuid(36)]
const PLAN = { operation: 'plan' }
const AUTO = { operation: 'apply', 'auto-approve': 'true' }
const seed: Seed = {
  roles: [
    { id: ADMINS, name: 'Deployers', permissions: ['monitors_read', 'api_keys_write'] },
    { name: 'Readers', permissions: ['monitors_read'] },
  ],
  users: [
    { id: BOT, name: 'ci-deployer', email: 'ci@example.com', service_account: true, roles: ['Readers'] },
    { id: JANE, name: 'Jane', email: 'jane@example.com', roles: ['Datadog Admin Role'] },
    { id: GONE, email: 'gone@example.com', disabled: true, roles: ['Readers'] },
    { id: NONE, name: 'powerless', email: 'none@example.com', service_account: true, roles: [] },
  ],
  mappings: {
    'aws-persona': [
      { id: uuid(1), arn_pattern: role('deploy'), account_identifier: 'ci@example.com', account_uuid: BOT },
    ],
    authn: [{ id: uuid(2), attribute_key: 'member-of', attribute_value: 'Kept', role_id: ADMINS }],
  },
}

describe('a plan shows what each change grants', () => {
  test('and takes: accounts before and after, roles, one request each', async () => {
    const datadog = await startDatadog({ seed })
    const wanted = [
      persona('deploy', 'jane@example.com'),
      persona('again', 'jane@example.com'),
      persona('old', 'gone@example.com'),
      group('Kept', ADMINS),
      group('Ops', ADMINS),
    ]
    const step = await runFile(datadog, PLAN, wanted)
    expectSuccess(step, 'planned')
    for (const shown of [
      /ci@example.com {1,2}\(service account, Readers, 1 permission\)/,
      /jane@example.com {1,2}\(person, Datadog Admin Role, \d+ permissions, may .*create API keys/,
      /gone@example.com {1,2}\(person, disabled, Readers, 1 permission\)/,
      /Deployers, 2 permissions, may create API keys/,
    ])
      expect(step.log).toMatch(shown)
    const asked = exchanges(datadog).filter((line) => /\/(users|roles)/.test(line))
    expect(asked.filter((line) => line.includes('/users'))).toHaveLength(3)
    expect(asked.filter((line) => line.includes('/roles'))).toHaveLength(2)
  })

  test('and calls a service account by its name, also where the file has its UUID', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFileHere(datadog, PLAN, [persona('new', 'ci-deployer'), persona('newer', BOT)])
    expectSuccess(step, 'planned')
    const shown = `${BOT}  (ci-deployer, service account, Readers, 1 permission)`
    expect(step.log.split(shown)).toHaveLength(3)
    expect(step.summary).toContain('(ci-deployer, service account, Readers, 1 permission)')
  })

  test.each([
    ['account-uuid', { ...persona('new', 'jane@example.com'), 'account-uuid': BOT }],
    ['role-name', { ...group('Ops', ADMINS), 'role-name': 'Readers' }],
  ])('and refuses a new entry whose %s is of something else', async (field, entry) => {
    const datadog = await startDatadog({ seed })
    expectFailure(await runFileHere(datadog, PLAN, [entry]), 'invalid-input', `${field} is`)
    expectFailure(await runFileHere(datadog, AUTO, [entry]), 'invalid-input', `${field} is`)
    expect(writes(datadog)).toEqual([])
    const right = { ...entry, 'account-uuid': JANE, 'role-name': 'Deployers' }
    const agreeing =
      field === 'role-name' ? { ...right, 'account-uuid': undefined } : { ...right, 'role-name': undefined }
    expectSuccess(await runFileHere(datadog, PLAN, [agreeing]), 'planned')
  })

  test('and nothing about what it leaves as it is', async () => {
    const datadog = await startDatadog({ seed })
    expectSuccess(
      await runFileHere(datadog, PLAN, [persona('deploy', 'ci@example.com'), group('Kept', ADMINS)]),
      'planned',
    )
    expect(exchanges(datadog).filter((line) => /\/(users|roles)/.test(line))).toEqual([])
  })

  test('names an account that is mapped by its UUID', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runFileHere(datadog, PLAN, [persona('again', BOT)])
    expectSuccess(step, 'planned')
    expect(step.log).toMatch(new RegExp(`${BOT} {1,2}\\(ci-deployer, service account, Readers, 1 permission\\)`))
  })

  test('says so plainly when accounts may not be read, or are not there', async () => {
    const hidden = await startDatadog({ seed, switches: { refused: ['users', 'roles'] } })
    const step = await runFileHere(hidden, PLAN, [persona('new', 'jane@example.com'), group('Ops', ADMINS)])
    expectSuccess(step, 'planned')
    expect(step.log).toContain('permissions unknown: that needs the permission user_access_read')
    const missing = await startDatadog({ seed, switches: { accounts: 'seeded' } })
    const other = await runFileHere(missing, PLAN, [persona('new', 'nobody@example.com')])
    expectSuccess(other, 'planned')
    expect(other.log).toContain('permissions unknown: there is no such account')
    expect(other.summary).toMatch(/Check these:[\s\S]*\*\*medium\*\* · account-identifier: there is no such account/)
  })

  test.each([
    [{ ...PERSONA, 'account-identifier': 'jane@example.com' }, /jane@example.com {1,2}\(person, Datadog Admin Role/],
    [{ operation: 'delete', 'mapping-id': uuid(1) }, /ci@example.com {1,2}\(service account, Readers, 1 permission\)/],
  ])('in a dry run of one mapping: %o', async (inputs, shown) => {
    const datadog = await startDatadog({ seed })
    const step = await runHere(datadog, { ...inputs, 'dry-run': 'true' })
    expectSuccess(step, 'planned')
    expect(step.log).toMatch(shown)
  })

  test('and is another plan when a name stands for another account', async () => {
    const datadog = await startDatadog({ seed })
    const plan = async () => (await runFileHere(datadog, PLAN, [persona('new', 'jane@example.com')])).outputs
    const before = await plan()
    expect((await plan())['plan-digest']).toBe(before['plan-digest'])
    datadog.reset({ ...seed, users: [{ id: uuid(99), email: 'jane@example.com', roles: ['Readers'] }] })
    expect((await plan())['plan-digest']).not.toBe(before['plan-digest'])
    const approved = { operation: 'apply', 'expected-plan': before['plan-digest'] ?? '' }
    expectFailure(await runFileHere(datadog, approved, [persona('new', 'jane@example.com')]), 'plan-changed')
    expect(writes(datadog)).toEqual([])
  })
})

describe('a create that Datadog refuses', () => {
  const weak: Seed = {
    ...seed,
    operator: OPERATOR,
    users: [...(seed.users ?? []), { id: OPERATOR, email: 'op@example.com', roles: ['Readers'] }],
  }
  const CREATE = { ...PERSONA, 'account-identifier': 'jane@example.com' }

  test('names the permissions that the account has and the caller lacks, twenty at most', async () => {
    const datadog = await startDatadog({ seed: weak })
    const step = await runOperation(datadog, CREATE)
    expectFailure(
      step,
      'forbidden',
      '403 Forbidden',
      /jane@example\.com has permissions that the caller lacks: (\w+, ){19}\w+ and \d+ more\./,
    )
    expect(step.outputs['error-message']).not.toContain('monitors_read')
    expect(exchanges(datadog)).toHaveLength(3)
  })

  test.each([
    ['ensure', { ...CREATE, operation: 'ensure' }],
    ['a replacement', { ...CREATE, operation: 'ensure', 'arn-pattern': role('deploy') }],
  ])('is explained the same way by %s', async (_, inputs) => {
    const datadog = await startDatadog({ seed: weak })
    const step = await runHere(datadog, inputs)
    expectFailure(step, 'forbidden', 'jane@example.com has permissions that the caller lacks')
    expect(attributes(datadog, 'aws-persona')).toMatchObject([{ arn_pattern: role('deploy'), account_uuid: BOT }])
  })

  test('is explained by apply for each account', async () => {
    const datadog = await startDatadog({ seed: weak })
    const step = await runFileHere(datadog, AUTO, [persona('a', 'jane@example.com'), persona('b', 'none@example.com')])
    expectFailure(
      step,
      'forbidden',
      'jane@example.com has permissions that the caller lacks',
      'powerless has no permission',
    )
  })

  test('says that the account has no permission at all', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runHere(datadog, { ...CREATE, 'account-identifier': 'none@example.com' })
    expectFailure(
      step,
      'forbidden',
      'powerless has no permission, and Datadog does not map such an account.',
      'role first',
    )
  })

  test('stays as it is when that is not why, or cannot be looked up', async () => {
    const denied = await startDatadog({ seed, switches: { denied: 'write' } })
    expectFailure(
      await runHere(denied, CREATE),
      'forbidden',
      /^((?!lacks).)*workload_identity_federation_write((?!lacks).)*$/,
    )
    const hidden = await startDatadog({ seed: weak, switches: { refused: ['users'] } })
    expectFailure(await runHere(hidden, CREATE), 'forbidden', /^((?!lacks:).)*$/)
  })
})

describe('when Datadog chooses another account than was looked up', () => {
  test('apply removes the new mapping and fails', async () => {
    const datadog = await startDatadog({ seed, switches: { resolvesTo: JANE } })
    const step = await runFile(datadog, AUTO, [persona('new', 'ci@example.com')])
    expectFailure(step, 'guarded', `to the account ${JANE}`, BOT, 'The new mapping was removed again')
    expect(step.outputs['changed']).toBe('false')
    expect(attributes(datadog, 'aws-persona')).toHaveLength(1)
    expect(writes(datadog)).toEqual(['POST aws/persona_mapping 201', 'DELETE aws/persona_mapping 204'])
  })

  test('a replacement restores the old one', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([
      { method: 'POST', body: 'gone2@example.com', do: { kind: 'mutate', set: { account_uuid: JANE } } },
    ])
    const step = await runFile(datadog, AUTO, [persona('deploy', 'gone2@example.com')])
    expect(step).toMatchObject({ conclusion: 'failure', outputs: { 'failure-reason': 'partially-applied' } })
    expect(step.log).toContain(`Datadog mapped gone2@example.com to the account ${JANE}`)
    expect(attributes(datadog, 'aws-persona')).toMatchObject([{ account_uuid: BOT }])
  })

  test('nothing is removed when it is the same one, or was not looked up', async () => {
    const same = await startDatadog({ seed, switches: { resolvesTo: BOT } })
    expectSuccess(await runFileHere(same, AUTO, [persona('new', 'ci@example.com')]), 'applied')
    const other = await startDatadog({ seed, switches: { resolvesTo: JANE, refused: ['users'] } })
    expectSuccess(await runFileHere(other, AUTO, [persona('new', 'ci@example.com')]), 'applied')
    const created = await startDatadog({ seed, switches: { resolvesTo: JANE } })
    expectSuccess(await runHere(created, { ...PERSONA, 'account-identifier': 'ci@example.com' }), 'created')
  })
})

describe('an AuthN mapping without effect', () => {
  const TEAM = { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'New', 'team-id': uuid(41) }
  const ROLE = { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'New', 'role-id': ADMINS }
  const off: Seed = {
    org_configs: { teams_provisioning_sources: 'manually' },
    org_preferences: { saml_authn_mapping_roles: false },
  }
  const MANUALLY = 'The organization adds members to teams only manually'
  const NOT_ENFORCED = 'The organization does not enforce AuthN mappings'

  test.each(['create', 'ensure', 'plan', 'apply'])('is said by %s', async (operation) => {
    const run = async (datadog: Emulator, entry: Readonly<Record<string, string>>) =>
      operation === 'create' || operation === 'ensure'
        ? runHere(datadog, { operation, ...entry })
        : runFileHere(datadog, { operation, ...(operation === 'apply' && { 'auto-approve': 'true' }) }, [entry])
    const datadog = await startDatadog({ seed: off })
    const team = await run(datadog, TEAM)
    expect(team.conclusion).toBe('success')
    expect(team.log).toContain(MANUALLY)
    expect(team.log).toContain(NOT_ENFORCED)
    const given = await run(datadog, ROLE)
    expect(given.log).toContain(NOT_ENFORCED)
    expect(given.log).not.toContain(MANUALLY)
    expect(given.summary).toContain('does not enforce AuthN mappings')
    const on = await startDatadog()
    const silent = await run(on, TEAM)
    expect(silent.conclusion).toBe('success')
    expect(silent.log).not.toMatch(/only manually|does not enforce/)
    const hidden = await startDatadog({ seed: off, switches: { refused: ['org_configs', 'org_preferences'] } })
    const skipped = await run(hidden, TEAM)
    expect(skipped.conclusion).toBe('success')
    expect(skipped.log).not.toMatch(/only manually|does not enforce|org_management/)
  })

  test('costs a plan one read of each setting, and none when nothing is created', async () => {
    const datadog = await startDatadog({ seed })
    const settings = () => exchanges(datadog).filter((line) => /org_(configs|preferences)/.test(line))
    await runFileHere(datadog, PLAN, [group('Kept', ADMINS)])
    expect(settings()).toEqual([])
    await runFileHere(datadog, PLAN, [TEAM, { ...TEAM, 'attribute-value': 'Other' }, group('Kept', ADMINS)])
    expect(settings()).toHaveLength(2)
  })

  test.each([
    [true, 'enforces its AuthN mappings, so the next SAML login of a user removes every role'],
    [false, 'does not enforce its AuthN mappings at the moment'],
    [undefined, 'users could lose the role, and SAML login with it'],
  ])('the guard of the last one of a role says what enforcement means: %s', async (enforced, says) => {
    const datadog = await startDatadog({
      seed: { ...seed, ...(enforced !== undefined && { org_preferences: { saml_authn_mapping_roles: enforced } }) },
      ...(enforced === undefined && { switches: { refused: ['org_preferences'] } }),
    })
    for (const inputs of [{ operation: 'delete', kind: 'authn', 'mapping-id': uuid(2) }]) {
      expectFailure(await runHere(datadog, inputs), 'guarded', 'is the last AuthN mapping of its role', says)
    }
    const step = await runFileHere(datadog, { ...AUTO, prune: 'true' }, [persona('deploy', 'ci@example.com')], {
      scope: SCOPE,
    })
    expectFailure(step, 'guarded', says)
    expect(writes(datadog)).toEqual([])
  })
})
