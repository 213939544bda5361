import { describe, expect, test } from 'vitest'
import { lookAlikesIn } from '../../src/mappings/look-alikes.ts'
import type { KindName, MappingAttributes } from '../../src/mappings/mapping.ts'
import { warningsOf } from '../../src/mappings/warnings.ts'
import { role, uuid } from './samples.ts'

const ranked = (kind: KindName, attributes: MappingAttributes) =>
  warningsOf(kind, attributes).map(({ rank, code, field }) => `${rank} ${code} ${field}`)

const IDS = { repository_id: '^7$', repository_owner_id: '^8$' }
const MAIN = { sub: 'repo:my-org/app:ref:refs/heads/main$', repository: '^my-org/app$', ref: '^refs/heads/main$' }

describe('who else can satisfy a mapping, and what is not what it looks like', () => {
  test('is ranked, the most dangerous first, and worse for an account than for telemetry', () => {
    const claims = { sub: 'repo:my-org/.+:pull_request', workflow: '^dеploy$' }
    const accountIdentifier = 'аdmin@example.com'
    expect(ranked('github-persona', { claims, accountIdentifier })).toEqual([
      'high owner claims',
      'medium recreatable claims',
      'medium look-alikes claims',
      'medium look-alikes account-identifier',
      'medium any-ref claims',
    ])
    expect(ranked('github-intake', { claims })).toEqual([
      'medium owner claims',
      'medium recreatable claims',
      'medium look-alikes claims',
      'low any-ref claims',
    ])
    expect(ranked('github-intake', { claims: { sub: '.+' } })).toEqual(['high anyone claims'])
  })

  test('is nothing when all is literal and by ids', () => {
    expect(ranked('github-persona', { claims: { ...MAIN, ...IDS }, accountIdentifier: 'a@example.com' })).toEqual([])
    expect(ranked('github-persona', { claims: MAIN })).toEqual(['medium recreatable claims'])
    expect(ranked('aws-persona', { arnPattern: role('deployer'), accountIdentifier: 'Zoë@example.com' })).toEqual([])
    expect(ranked('authn', { attributeKey: 'member-of', attributeValue: 'Entwickler:innen', roleId: uuid(1) })).toEqual(
      [],
    )
  })

  test.each([
    ['arn:aws:iam::123456789012:user/ci/*', true],
    ['arn:aws:iam::123456789012:user/*', true],
    ['arn:aws:sts::123456789012:federated-user/*', true],
    ['arn:aws:iam::123456789012:user/ci/bot', false],
    [role('deployer'), false],
  ])('of the pattern %s is every user: %s', (arnPattern, expected) => {
    expect(ranked('aws-persona', { arnPattern })).toEqual(expected ? ['medium any-user arn-pattern'] : [])
    expect(ranked('aws-intake', { arnPattern })).toEqual(expected ? ['low any-user arn-pattern'] : [])
  })

  test('is said in sentences that show the characters', () => {
    const [warning] = warningsOf('authn', { attributeKey: 'k', attributeValue: 'Аdmins', roleId: uuid(1) })
    expect(warning?.text).toContain('А (\\u0410)')
    for (const { text } of warningsOf('github-persona', { claims: { sub: 'repo:a/.+' } })) expect(text).toMatch(/\.$/)
  })
})

test.each([
  ['аdmin@example.com', 'а'],
  ['refs/heads/mаin', 'а'],
  ['refs/heads/сосо', 'со'],
  ['αdmin', 'α'],
  ['ｍain', 'ｍ'],
  ['𝐦ain', '𝐦'],
  ['ɡithub', 'ɡ'],
  ['ⅿain', 'ⅿ'],
  ['admin@example.com', ''],
  ['Zürich Übung Łódź', ''],
  ['администраторы', ''],
  ['группа a', ''],
  ['aа', 'а'],
  ['v1.0–rc', ''],
])('in %j the look-alikes are %j', (text, expected) => {
  expect(lookAlikesIn(text).join('')).toBe(expected)
})
