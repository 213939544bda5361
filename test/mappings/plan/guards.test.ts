import { describe, expect, test } from 'vitest'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { type GuardRules, guard } from '../../../src/mappings/plan/guards.ts'
import type { Wanted } from '../../../src/mappings/plan/plan.ts'
import { live, planned, role, uuid, wanted } from '../samples.ts'

const RULES: GuardRules = { maxDeletes: 5, force: [], own: { isOwn: () => false } }
const reasons = (mappings: Wanted[], present: LiveMapping[], rules: Partial<GuardRules> = {}) =>
  guard(planned(mappings, present).changes, present, { ...RULES, ...rules })
const texts = (...args: Parameters<typeof reasons>) =>
  reasons(...args)
    .map(({ text }) => text)
    .join()

const intakes = (count: number) =>
  Array.from({ length: count }, (_, number) => live('aws-intake', `m${number}`, { arnPattern: role(`r${number}`) }))
const STS = 'arn:aws:sts::123456789012:assumed-role/'
const group = (value: string) => ({ attributeKey: 'member-of', attributeValue: value })
const dev = (id: string, roleId = uuid(1), value = 'Dev') => live('authn', id, { ...group(value), roleId })

test('force takes ids in upper and in lower case', () => {
  const one = { ...dev(uuid(0xa), uuid(1)), id: 'ABCD-ef' }
  expect(reasons([], [one])).toMatchObject([{ mappingIds: ['ABCD-ef'] }])
  for (const force of ['abcd-ef', 'ABCD-EF']) expect(reasons([], [one], { force: [force] })).toEqual([])
})

describe('max-deletes', () => {
  test('counts deletes', () => {
    expect(reasons([], intakes(5))).toEqual([])
    expect(texts([], intakes(6))).toMatch(/^6 mappings would be removed \(6 deleted\), and max-deletes is 5\./)
    expect(reasons([], intakes(1), { maxDeletes: 0 })).toHaveLength(1)
  })

  test('counts AuthN mappings that are moved, and not what a role gets', () => {
    const present = ['a', 'b', 'c'].map((value) => dev(value, uuid(1), value))
    const moved = present.map(({ id }) => wanted('authn', { ...group(id), roleId: uuid(2) }))
    const stays = dev('stays', uuid(1), 'stays')
    const kept = wanted('authn', { ...group('stays'), roleId: uuid(1) })
    expect(reasons([...moved, kept], [...present, stays], { maxDeletes: 3 })).toEqual([])
    expect(reasons([...moved, kept], [...present, stays], { maxDeletes: 2 })).toMatchObject([
      { code: 'max-deletes', mappingIds: ['a', 'b', 'c'], text: expect.stringContaining('3 moved to another role') },
    ])
  })

  test('counts what a replacement removes beyond what it creates', () => {
    const sessions = [1, 2, 3].map((number) => live('aws-intake', `m${number}`, { arnPattern: `${STS}a/${number}` }))
    const merge = [wanted('aws-intake', { arnPattern: role('a') })]
    expect(reasons(merge, sessions, { maxDeletes: 2 })).toEqual([])
    expect(texts(merge, sessions, { maxDeletes: 1 })).toContain('2 mappings would be removed (2 merged')
    const other = live('aws-intake', 'm9', { arnPattern: role('b') })
    const taken = wanted('aws-persona', { arnPattern: role('b'), accountIdentifier: 'a@example.com' })
    expect(reasons([...merge, taken], [...sessions, other], { maxDeletes: 1 })).toMatchObject([
      { mappingIds: ['m1', 'm2', 'm3'] },
    ])
    const split = sessions.map(({ arnPattern = '' }) => wanted('aws-intake', { arnPattern }))
    const whole = live('aws-intake', 'm', { arnPattern: role('a') })
    expect(reasons(split, [whole], { maxDeletes: 0 })).toEqual([])
    expect(texts(split, [whole, ...intakes(3)], { maxDeletes: 2 })).toContain('(3 deleted)')
  })

  test('does not count replaces of one by one', () => {
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
  const own = { own: { isOwn: ({ id }: LiveMapping) => id === 'm0' } }
  const present = [live('aws-persona', 'm0', { arnPattern: role('ci'), accountIdentifier: 'a@example.com' })]
  const kept = wanted('aws-persona', { arnPattern: role('ci'), accountIdentifier: 'a@example.com' })
  const moved = wanted('aws-persona', { arnPattern: role('ci'), accountIdentifier: uuid(3) })

  test('is neither deleted nor replaced, unless it is named in force', () => {
    expect(texts([], present, own)).toContain('gives this step its own credentials')
    const withUuid = present.map((mapping) => ({ ...mapping, accountUuid: uuid(4) }))
    expect(texts([moved], withUuid, own)).toContain('gives this step its own credentials')
    expect(reasons([], present, { ...own, force: ['m0'] })).toEqual([])
  })

  test('may stay', () => {
    expect(reasons([kept], present, own)).toEqual([])
  })

  test('can be each mapping that leaves, when it could not be found out', () => {
    const unknown = { own: { isOwn: () => false, unknown: { covers: () => true, why: 'No answer.' } } }
    const both = [...present, ...intakes(2)]
    expect(reasons([kept], both, unknown)).toMatchObject([{ code: 'own-mapping-unknown', mappingIds: ['m0', 'm1'] }])
    expect(texts([kept], both, unknown)).toContain('its own credentials. No answer. Fix that')
    expect(reasons([kept], both, { ...unknown, force: ['m0', 'm1'] })).toEqual([])
    expect(reasons([kept], present, unknown)).toEqual([])
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
    for (const { text } of found) expect(text).toContain('is the last AuthN mapping of its role')
  })

  test('may go when it is named in force', () => {
    expect(reasons([], [dev('m1'), dev('m2', uuid(2))], { force: ['m1'] })).toHaveLength(1)
  })
})

test('a replacement of more than eight, or by more than eight, is refused', () => {
  const sessions = (count: number) =>
    Array.from({ length: count }, (_, number) => ({ arnPattern: `${STS}a/${number}` }))
  const merge = (count: number) =>
    reasons(
      [wanted('aws-intake', { arnPattern: role('a') })],
      sessions(count).map((attributes, index) => live('aws-intake', `m${index}`, attributes)),
      { maxDeletes: 100 },
    )
  const split = (count: number) =>
    reasons(
      sessions(count).map((attributes) => wanted('aws-intake', attributes)),
      [live('aws-intake', 'm', { arnPattern: role('a') })],
    )
  for (const one of [merge, split]) {
    expect(one(8)).toEqual([])
    expect(one(9)).toMatchObject([{ code: 'replacement-too-large' }])
  }
})
