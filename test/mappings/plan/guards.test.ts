import { describe, expect, test } from 'vitest'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { type GuardRules, guard } from '../../../src/mappings/plan/guards.ts'
import { planChanges, type Wanted } from '../../../src/mappings/plan/plan.ts'
import { live, PRUNE_ALL, role, uuid, wanted } from '../samples.ts'

const RULES: GuardRules = { maxDeletes: 5, force: [], isOwn: () => false }
const reasons = (mappings: Wanted[], present: LiveMapping[], rules: Partial<GuardRules> = {}) =>
  guard(planChanges(mappings, present, PRUNE_ALL), present, { ...RULES, ...rules })

const intakes = (count: number) =>
  Array.from({ length: count }, (_, number) => live('aws-intake', `m${number}`, { arnPattern: role(`r${number}`) }))
const group = (value: string) => ({ attributeKey: 'member-of', attributeValue: value })
const dev = (id: string, roleId = uuid(1), value = 'Dev') => live('authn', id, { ...group(value), roleId })

describe('max-deletes', () => {
  test('counts deletes', () => {
    expect(reasons([], intakes(5))).toEqual([])
    expect(reasons([], intakes(6)).join()).toMatch(/^6 mappings would be deleted, and max-deletes is 5\./)
    expect(reasons([], intakes(1), { maxDeletes: 0 })).toHaveLength(1)
  })

  test('does not count replaces', () => {
    const mappings = intakes(6).map(({ arnPattern = '' }) =>
      wanted('aws-persona', { arnPattern, accountIdentifier: 'a@example.com' }),
    )
    expect(reasons(mappings, intakes(6))).toEqual([])
  })

  test('is not opened by force', () => {
    expect(reasons([], intakes(1), { maxDeletes: 0, force: ['m0'] })).toHaveLength(1)
  })
})

describe('the mapping of the step’s own credentials', () => {
  const own = { isOwn: ({ id }: LiveMapping) => id === 'm0' }
  const present = [live('aws-persona', 'm0', { arnPattern: role('ci'), accountIdentifier: 'a@example.com' })]
  const kept = wanted('aws-persona', { arnPattern: role('ci'), accountIdentifier: 'a@example.com' })
  const moved = wanted('aws-persona', { arnPattern: role('ci'), accountIdentifier: uuid(3) })

  test('is neither deleted nor replaced, unless it is named in force', () => {
    expect(reasons([], present, own).join()).toContain('credentials come from')
    const withUuid = present.map((mapping) => ({ ...mapping, accountUuid: uuid(4) }))
    expect(reasons([moved], withUuid, own).join()).toContain('credentials come from')
    expect(reasons([], present, { ...own, force: ['m0'] })).toEqual([])
  })

  test('may stay', () => {
    expect(reasons([kept], present, own)).toEqual([])
  })
})

describe('the last AuthN mapping of a role', () => {
  test.each<[string, Wanted[], LiveMapping[], number]>([
    ['is not deleted', [], [dev('m1')], 1],
    ['is not moved to another role', [wanted('authn', { ...group('Dev'), roleId: uuid(2) })], [dev('m1')], 1],
    [
      'may go when the role has another one',
      [wanted('authn', { ...group('Ops'), roleId: uuid(1) })],
      [dev('m1'), dev('m2', uuid(1), 'Ops')],
      0,
    ],
    [
      'may go when the role is mapped anew',
      [wanted('authn', { ...group('Developers'), roleId: uuid(1) })],
      [dev('m1')],
      0,
    ],
    [
      'does not stay by another one that is moved to its role, since a move can fail by itself',
      [wanted('authn', { ...group('Ops'), roleId: uuid(1) })],
      [dev('m1'), dev('m2', uuid(2), 'Ops')],
      2,
    ],
    ['of two roles is two reasons', [], [dev('m1'), dev('m2', uuid(2))], 2],
    ['does not stay by a mapping that goes too', [], [dev('m1'), dev('m2')], 2],
    [
      'is about roles: the last one of a team may go',
      [],
      [live('authn', 'm1', { ...group('Dev'), teamId: uuid(1) })],
      0,
    ],
  ])('%s', (_, mappings, present, count) => {
    const found = reasons(mappings, present)
    expect(found).toHaveLength(count)
    for (const reason of found) expect(reason).toContain('is the last AuthN mapping of its role')
  })

  test('may go when it is named in force', () => {
    expect(reasons([], [dev('m1'), dev('m2', uuid(2))], { force: ['m1'] })).toHaveLength(1)
  })
})
