import { describe, expect, test } from 'vitest'
import {
  type Policy,
  type PolicyFacts,
  type PolicyNames,
  policyRules,
  unknownNames,
  violationsOf,
} from '../../src/mappings/policy.ts'
import type { Powerful } from '../../src/mappings/power.ts'
import { role, uuid } from './samples.ts'

const OPEN: Policy = { accounts: 'any', forbiddenRoles: [], forbiddenPermissions: [], requiredClaims: [] }
const NAMES: PolicyNames = {
  hasRole: (name) => ['Datadog Admin Role', uuid(7)].includes(name),
  permission: (name) =>
    ({ admin: 'admin', user_access_manage: 'user_access_manage', old_name: 'user_access_manage' })[name],
}
const ROBOT: Powerful = {
  uuid: uuid(9),
  name: 'ci-deployer',
  serviceAccount: true,
  disabled: false,
  roles: [{ id: uuid(6), name: 'Deployer', managed: false }],
  permissions: ['dashboards_read'],
}
const ADMIN: Powerful = {
  ...ROBOT,
  serviceAccount: false,
  email: 'jane@example.com',
  roles: [{ id: uuid(7), name: 'Datadog Admin Role', managed: true }],
  permissions: ['user_access_manage'],
}
const PERSONA = { kind: 'aws-persona', attributes: { arnPattern: role('deployer'), accountIdentifier: 'x' } } as const
const check = (policy: Partial<Policy>, facts: PolicyFacts, wanted: Parameters<typeof violationsOf>[0] = PERSONA) =>
  violationsOf(wanted, facts, { ...OPEN, ...policy }, NAMES)

describe('of a persona mapping', () => {
  test('an account of which Datadog does not say everything cannot be checked', () => {
    const account = { ...ROBOT, isPartial: true }
    for (const rule of [{ forbiddenRoles: ['Datadog Admin Role'] }, { forbiddenPermissions: ['user_access_manage'] }])
      expect(check(rule, { account })).toEqual([
        'Could not check the account: Datadog does not say what all roles of ci-deployer may do.',
      ])
    expect(check({ accounts: 'service-accounts' }, { account })).toEqual([])
  })

  test('an account of which Datadog does not say whether it is a person cannot be checked', () => {
    const account = { ...ROBOT, serviceAccount: undefined }
    expect(check({ accounts: 'service-accounts' }, { account })).toEqual([
      'Could not check the account: Datadog does not say whether ci-deployer is a service account.',
    ])
    expect(check({ forbiddenRoles: ['Datadog Admin Role'] }, { account })).toEqual([])
  })

  test.each<[string, Partial<Policy>, string]>([
    [
      'accounts',
      { accounts: 'service-accounts' },
      'jane@example.com is a person, and the policy allows service accounts only.',
    ],
    [
      'a role by name',
      { forbiddenRoles: ['Datadog Admin Role'] },
      'jane@example.com has the forbidden role Datadog Admin Role.',
    ],
    ['a role by id', { forbiddenRoles: [uuid(7)] }, 'jane@example.com has the forbidden role Datadog Admin Role.'],
    [
      'a permission',
      { forbiddenPermissions: ['user_access_manage'] },
      'jane@example.com has the forbidden permission user_access_manage.',
    ],
    [
      'a permission by an alias',
      { forbiddenPermissions: ['old_name'] },
      'jane@example.com has the forbidden permission user_access_manage.',
    ],
  ])('%s is violated by an admin, and not by a harmless service account', (_, policy, sentence) => {
    expect(check(policy, { account: ADMIN })).toEqual([sentence])
    expect(check(policy, { account: ROBOT })).toEqual([])
  })

  test('only service accounts may be mapped: one that Datadog does not call so cannot be checked', () => {
    const account = { ...ROBOT, serviceAccount: undefined }
    expect(check({ accounts: 'service-accounts' }, { account })).toEqual([
      'Could not check the account: Datadog does not say whether ci-deployer is a service account.',
    ])
    expect(check({ forbiddenRoles: ['Datadog Admin Role'] }, { account })).toEqual([])
  })

  test('a rule about an account that cannot be read is violated', () => {
    const facts = { account: { unknown: 'Datadog answered 403' } }
    for (const policy of [
      { accounts: 'service-accounts' },
      { forbiddenRoles: ['x'] },
      { forbiddenPermissions: ['x'] },
    ] as const)
      expect(check(policy, facts)).toEqual(['Could not check the account: Datadog answered 403.'])
    expect(check({}, facts)).toEqual([])
  })
})

test('a forbidden role may be given by its id in any case', () => {
  const id = 'abcdef01-0000-4000-8000-000000000000'
  const account = { ...ROBOT, roles: [{ id, name: 'Deployer', managed: false }] }
  for (const forbidden of [id, id.toUpperCase()])
    expect(check({ forbiddenRoles: [forbidden] }, { account })).toEqual([
      'ci-deployer has the forbidden role Deployer.',
    ])
})

test('roles that AuthN mappings give are covered too', () => {
  const authn = { kind: 'authn', attributes: { attributeKey: 'k', attributeValue: 'v', roleId: uuid(7) } } as const
  const admin = { role: { id: uuid(7), name: 'Datadog Admin Role', managed: true, permissions: ['admin'] } }
  expect(check({ forbiddenRoles: ['Datadog Admin Role'] }, admin, authn)).toEqual([
    'Datadog Admin Role is a forbidden role.',
  ])
  expect(check({ forbiddenPermissions: ['admin'] }, admin, authn)).toHaveLength(1)
  expect(check({ forbiddenRoles: ['Other'] }, { role: { unknown: 'it cannot be read' } }, authn)).toHaveLength(1)
  expect(check({ accounts: 'service-accounts' }, admin, authn)).toEqual([])
})

describe('required claims', () => {
  const github = (claims: Record<string, string>) => ({ kind: 'github-intake', attributes: { claims } }) as const
  const policy = { requiredClaims: ['repository_id'] }

  test.each([
    ['literal', { repository_id: '^123$' }, 0],
    ['missing', { sub: '^x$' }, 1],
    ['open', { repository_id: '^\\d+$' }, 1],
    ['not anchored', { repository_id: '123' }, 1],
    ['one of two', { repository_id: '^123|4$' }, 1],
  ] as const)('a claim that is %s', (_, claims, count) => {
    expect(check(policy, {}, github(claims))).toHaveLength(count)
  })

  test('say nothing about mappings of AWS', () => {
    expect(check(policy, { account: ROBOT })).toEqual([])
  })
})

test('a rule that names an unknown role or permission is violated', () => {
  const policy = { ...OPEN, forbiddenRoles: ['Datadog Admin Role', 'Admn'], forbiddenPermissions: ['old_name', 'typo'] }
  expect(unknownNames(policy, NAMES)).toEqual([
    'forbidden-roles names "Admn", and the organization has no such role.',
    'forbidden-permissions names "typo", and Datadog has no such permission.',
  ])
  const unread = { ...NAMES, hasRole: () => undefined, unknown: 'the permissions could not be read' }
  expect(unknownNames(policy, unread)).toHaveLength(2)
  expect(unknownNames(OPEN, unread)).toEqual([])
})

test('the rules of a policy in words', () => {
  expect(policyRules(OPEN)).toEqual([])
  expect(
    policyRules({
      accounts: 'service-accounts',
      forbiddenRoles: ['A'],
      forbiddenPermissions: ['b'],
      requiredClaims: ['c'],
    }),
  ).toEqual(['only service accounts', 'not the roles A', 'not the permissions b', 'literal claims c'])
})
