import { describe, expect, test } from 'vitest'
import { type Acceptance, acceptanceHash } from '../../../src/mappings/audit/acceptance.ts'
import { attributeRisks } from '../../../src/mappings/audit/attribute-risks.ts'
import { FINDING_CODE_NAMES, type FindingCodeName, rankOf } from '../../../src/mappings/audit/finding-codes.ts'
import { audit, type Facts, type LookedUp } from '../../../src/mappings/audit/findings.ts'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import type { Powerful } from '../../../src/mappings/power.ts'
import { live, role, uuid } from '../samples.ts'

const ROBOT: Powerful = {
  uuid: uuid(9),
  name: 'ci-deployer',
  serviceAccount: true,
  disabled: false,
  roles: [{ id: uuid(8), name: 'Deployer', managed: false }],
  permissions: ['dashboards_read'],
}
const ADMIN: Powerful = {
  ...ROBOT,
  roles: [{ id: uuid(7), name: 'Datadog Admin Role', managed: true }],
  permissions: ['user_access_manage', 'dashboards_read'],
}
const PERSON: Powerful = { ...ROBOT, serviceAccount: false, email: 'jane@example.com' }

const persona = (arnPattern: string, id = uuid(1)) =>
  live('aws-persona', id, { arnPattern, accountIdentifier: 'ci-deployer', accountUuid: ROBOT.uuid })
const IDS = {
  repository: '^my-org/app$',
  repository_id: '^123456789$',
  repository_owner_id: '^987654321$',
  ref: '^refs/heads/main$',
  sub: 'repo:my-org/app:ref:refs/heads/main$|^repo:my-org@987654321/app@123456789:ref:refs/heads/main$',
}
const github = (kind: 'github-persona' | 'github-intake', claims: Readonly<Record<string, string>> = IDS) =>
  live(kind, uuid(1), {
    claims,
    ...(kind === 'github-persona' && { accountIdentifier: 'ci-deployer', accountUuid: ROBOT.uuid }),
  })
const authn = (id = uuid(1), team = false, attributeValue = 'Development') =>
  live('authn', id, {
    attributeKey: 'member-of',
    attributeValue,
    ...(team ? { teamId: uuid(3) } : { roleId: uuid(2) }),
  })

const CLEAN = persona(role('deployer'))

interface Given {
  readonly mappings?: readonly LiveMapping[]
  readonly principal?: LookedUp<true>
  readonly account?: LookedUp<Powerful>
  readonly role?: LookedUp<true>
  readonly team?: LookedUp<true>
  readonly noEffect?: Facts['noEffect']
}

function run(
  { mappings = [CLEAN], principal, account, role, team, noEffect = {} }: Given,
  accepted: readonly Acceptance[] = [],
) {
  const facts: Facts = {
    principal: ({ arnPattern }) => (arnPattern === undefined ? undefined : (principal ?? { found: true })),
    account: ({ kind }) => (kind.endsWith('-persona') ? (account ?? { found: ROBOT }) : undefined),
    role: ({ roleId }) => (roleId === undefined ? undefined : (role ?? { found: true })),
    team: ({ teamId }) => (teamId === undefined ? undefined : (team ?? { found: true })),
    noEffect,
  }
  return audit(mappings, facts, { risksOf: attributeRisks, accepted, today: '2026-11-21' })
}

const codes = (given: Given) => run(given).findings.map(({ code }) => code)

test('a clean mapping of each kind has no finding and nothing unchecked', () => {
  for (const mappings of [
    [CLEAN],
    [github('github-persona')],
    [github('github-intake')],
    [authn()],
    [authn(uuid(1), true)],
  ])
    expect(run({ mappings })).toEqual({ findings: [], unchecked: [] })
})

const FOUND: Readonly<Record<FindingCodeName, Given>> = {
  'dangling-principal': { principal: 'missing' },
  'open-to-anyone': { mappings: [github('github-intake', { sub: '.*' })] },
  'open-to-owner': { mappings: [github('github-intake', { sub: 'repo:my-org/.*' })] },
  'dangerous-and-wide': { account: { found: ADMIN }, mappings: [persona('arn:aws:iam::123456789012:user/ops/*')] },
  'invisible-characters': { mappings: [authn(uuid(1), false, 'Ops\u200b')] },
  'dangerous-account': { account: { found: ADMIN } },
  'recreatable-repository': { mappings: [github('github-intake', { sub: 'repo:my-org/app:ref:refs/heads/main$' })] },
  'open-to-any-ref': { mappings: [github('github-intake', { ...IDS, ref: '.*', sub: 'repo:my-org/app:.*' })] },
  'disabled-account': { account: { found: { ...ROBOT, disabled: true } } },
  'missing-account': { account: 'missing' },
  'missing-role': { mappings: [authn()], role: 'missing' },
  'missing-team': { mappings: [authn(uuid(1), true)], team: 'missing' },
  person: { account: { found: PERSON } },
  'look-alike-letters': { mappings: [authn(uuid(1), false, 'Devel\u043epment')] },
  'useless-pattern': { mappings: [persona('arn:aws:iam::123456789012:role/ci/deployer')] },
  overlap: { mappings: [CLEAN, persona(`${role('deployer').slice(0, -1)}release`, uuid(2))] },
  duplicate: { mappings: [authn(), authn(uuid(2))] },
  'no-effect': { mappings: [authn(uuid(1), true)], noEffect: { teams: 'team members are only added manually' } },
}

test.each(FINDING_CODE_NAMES)('%s is found', (code) => {
  expect(codes(FOUND[code])).toContain(code)
})

test('the admin role of a dangerous account is named once, before its permissions', () => {
  const [finding] = run({ account: { found: ADMIN } }).findings
  expect(finding?.what.match(/Datadog Admin Role/g)).toHaveLength(1)
})

describe('controls', () => {
  test('an account with dangerous permissions behind one role is not wide', () => {
    expect(codes({ account: { found: ADMIN } })).toEqual(['dangerous-account'])
  })

  test('a harmless account behind all users of a path is not dangerous', () => {
    expect(codes({ mappings: [persona('arn:aws:iam::123456789012:user/ops/*')] })).toEqual([])
  })

  test('an account is a person only when Datadog says so', () => {
    const { findings, unchecked } = run({ account: { found: { ...ROBOT, serviceAccount: undefined } } })
    expect(findings).toEqual([])
    expect(unchecked).toMatchObject([{ code: 'person', why: 'Datadog does not say whether it is a service account' }])
  })

  test('mappings of roles have an effect where only teams have none', () => {
    expect(codes({ mappings: [authn()], noEffect: { teams: 'manual' } })).toEqual([])
    expect(codes({ mappings: [authn()], noEffect: { all: 'not enforced' } })).toEqual(['no-effect'])
  })

  test('two AuthN mappings that give different roles are no duplicates', () => {
    const other = live('authn', uuid(2), { attributeKey: 'member-of', attributeValue: 'Development', roleId: uuid(5) })
    expect(codes({ mappings: [authn(), other] })).toEqual([])
  })

  test('of two equal patterns the second one overlaps', () => {
    const second = live('aws-intake', uuid(2), { arnPattern: role('deployer') })
    const { findings } = run({ mappings: [CLEAN, second] })
    expect(findings.map(({ code, mapping }) => [code, mapping.id])).toEqual([['overlap', uuid(2)]])
  })

  test('patterns of roles of which one begins like the other do not overlap', () => {
    expect(codes({ mappings: [CLEAN, persona(role('deployer2'), uuid(2))] })).toEqual([])
  })
})

test.each([
  'arn:aws:sts::123456789012:assumed-role/deploy*er/*',
  'arn:aws:sts::123456789012:assumed-role/deployer/run-*',
  'arn:aws:sts::123456789012:assumed-role/ci/deployer/*',
  'arn:aws:sts::123456789012:assumed-role/deployer',
  'arn:aws:sts::123456789012:assumed-role/deploy?r/*',
  'arn:aws:sts::12345678901:assumed-role/deployer/*',
  'arn:aws:iam::123456789012:role/deployer',
  'arn:aws:iam::123456789012:root',
  'arn:aws:iam::123456789012:user/ops/j*',
  'arn:aws:ec2:us-east-1:123456789012:instance/i-1',
  'nonsense',
])('%s is useless', (pattern) => {
  expect(codes({ mappings: [persona(pattern)] })).toEqual(['useless-pattern'])
})

test.each([
  'arn:aws:sts::123456789012:assumed-role/deployer/*',
  'arn:aws-us-gov:sts::123456789012:assumed-role/deployer/run',
  'arn:aws-cn:iam::123456789012:user/a/b/jane',
  'arn:aws:iam::123456789012:user/ops/*',
  'arn:aws:iam::123456789012:user/*',
  'arn:aws:sts::123456789012:assumed-role/*',
  'arn:aws:sts::123456789012:federated-user/jane',
  'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane+ci@example.com',
])('%s is not useless: callers can match it', (pattern) => {
  expect(codes({ mappings: [persona(pattern)] })).toEqual([])
})

test('patterns that no caller matches share no callers', () => {
  const useless = (path: string, id: string) => persona(`arn:aws:iam::123456789012:role/${path}`, id)
  expect(codes({ mappings: [useless('ci/*', uuid(1)), useless('ci/deployer', uuid(2))] })).toEqual([
    'useless-pattern',
    'useless-pattern',
  ])
})

test('a GitHub intake mapping may have the claims of a persona mapping: each is for another exchange', () => {
  expect(codes({ mappings: [github('github-persona'), { ...github('github-intake'), id: uuid(2) }] })).toEqual([])
})

test('an account of which Datadog does not say everything is not called harmless', () => {
  const result = run({ account: { found: { ...ROBOT, isPartial: true } } })
  expect(result.findings).toEqual([])
  expect(result.unchecked).toMatchObject([{ code: 'dangerous-account' }])
})

test('what could not be checked is listed as such and is never a finding', () => {
  const unchecked = { unchecked: 'AccessDenied' }
  const result = run({ principal: unchecked, account: unchecked })
  expect(result.findings).toEqual([])
  expect(result.unchecked.map(({ code, why }) => [code, why])).toEqual([
    ['dangling-principal', 'AccessDenied'],
    ['missing-account', 'AccessDenied'],
  ])
})

test('an account that Datadog calls neither a person nor a service account is unchecked, and what else it is is found', () => {
  const result = run({ account: { found: { ...ADMIN, serviceAccount: undefined } } })
  expect(result.findings.map(({ code }) => code)).toEqual(['dangerous-account'])
  expect(result.unchecked).toMatchObject([{ code: 'person', why: expect.stringContaining('does not say whether') }])
})

test('findings are sorted by rank, code and id', () => {
  const mappings = [persona(role('b'), uuid(2)), persona(role('a'), uuid(1))]
  const { findings } = run({ mappings, principal: 'missing', account: { found: { ...PERSON, disabled: true } } })
  expect(findings.map(({ rank, code, mapping }) => `${rank} ${code} ${mapping.id.slice(7, 8)}`)).toEqual([
    'high dangling-principal 1',
    'high dangling-principal 2',
    'medium disabled-account 1',
    'medium disabled-account 2',
    'medium person 1',
    'medium person 2',
  ])
})

test('reach matters less for an intake mapping', () => {
  expect([rankOf('open-to-owner', false), rankOf('open-to-owner', true)]).toEqual(['high', 'medium'])
  expect([rankOf('open-to-any-ref', false), rankOf('open-to-any-ref', true)]).toEqual(['medium', 'low'])
})

describe('an acceptance', () => {
  const hash = acceptanceHash(CLEAN, PERSON)
  const entry = { code: 'person' as const, mappingId: CLEAN.id, reason: 'break-glass', until: '2027-03-31', hash }
  const accept = (entries: readonly (typeof entry)[], account = PERSON) =>
    audit(
      [CLEAN],
      {
        principal: () => ({ found: true }),
        account: () => ({ found: account }),
        role: () => undefined,
        team: () => undefined,
        noEffect: {},
      },
      { risksOf: () => [], accepted: entries, today: '2026-11-21' },
    ).findings[0]

  test('holds while the mapping and the power of its account are the same', () => {
    expect(accept([entry])).toMatchObject({ hash, accepted: { reason: 'break-glass', until: '2027-03-31' } })
  })

  test('holds on its last day, and not after it', () => {
    expect(accept([{ ...entry, until: '2026-11-21' }])?.accepted).toBeDefined()
    expect(accept([{ ...entry, until: '2026-11-20' }])).toMatchObject({
      notAccepted: 'it was accepted until 2026-11-20',
    })
    expect(accept([{ ...entry, until: '2026-11-20' }])).not.toHaveProperty('accepted')
  })

  test('ends when the account gets another permission', () => {
    expect(accept([entry], { ...PERSON, permissions: ['user_access_manage'] })).not.toHaveProperty('accepted')
  })

  test('holds for a year at most, to the day', () => {
    expect(accept([{ ...entry, until: '2027-11-21' }])?.accepted).toBeDefined()
    expect(accept([{ ...entry, until: '2027-11-22' }])).toMatchObject({
      notAccepted: 'until 2027-11-22 is more than a year ahead',
    })
  })

  test('does not depend on the order of roles', () => {
    const roles = [6, 7].map((id) => ({ id: uuid(id), name: 'x', managed: false }))
    const reversed = acceptanceHash(CLEAN, { ...PERSON, roles: roles.toReversed() })
    expect(acceptanceHash(CLEAN, { ...PERSON, roles })).toBe(reversed)
  })

  test('ends by a change when the account is gone', () => {
    const [finding] = run({ account: 'missing' }, [{ ...entry, code: 'missing-account' }]).findings
    expect(finding).toMatchObject({ notAccepted: expect.stringMatching(/^the mapping or the power/) })
  })

  test('ends without a claim of a change when the account cannot be read', () => {
    const facts: Facts = {
      principal: () => undefined,
      account: () => ({ unchecked: 'the credentials may not read it' }),
      role: () => undefined,
      team: () => undefined,
      noEffect: {},
    }
    const risksOf = () => [{ code: 'person', what: 'x' } as const]
    const [finding] = audit([CLEAN], facts, { risksOf, accepted: [entry], today: '2026-11-21' }).findings
    expect(finding).toMatchObject({ notAccepted: expect.stringContaining('could not be read') })
  })

  test('gives the id in any case', () => {
    const mapping = { ...CLEAN, id: 'ABCD-ef' }
    const { findings } = run({ mappings: [mapping], account: { found: PERSON } }, [
      { ...entry, mappingId: 'abcd-EF', hash: acceptanceHash(mapping, PERSON) },
    ])
    expect(findings[0]?.accepted).toBeDefined()
  })

  test('is about one code and one mapping', () => {
    expect(accept([{ ...entry, mappingId: uuid(4) }])).not.toHaveProperty('accepted')
  })
})
