import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityKey, KINDS } from '../../../src/mappings/kinds.ts'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { type Change, pending, planChanges, type Wanted } from '../../../src/mappings/plan/plan.ts'
import { anyLive, anyMappings, KEEP_ALL, live, PRUNE_ALL, role, uuid, wanted } from '../samples.ts'

const ACCOUNT = { accountIdentifier: 'deployer@example.com' }
const OTHER = { accountIdentifier: 'other@example.com', accountUuid: uuid(9) }
const A = { arnPattern: role('a') }
const GROUP = { attributeKey: 'member-of', attributeValue: 'Dev' }

/** The actions of a plan with the ids of what they are about. */
function actions(mappings: Wanted[], present: LiveMapping[], rules = PRUNE_ALL): string[] {
  const { changes } = planChanges(mappings, present, rules)
  return changes.map(({ action, kind, live: mapping }) => `${action} ${kind}${mapping ? ` ${mapping.id}` : ''}`)
}

describe('one mapping', () => {
  test.each<[string, Wanted[], LiveMapping[], string[]]>([
    ['is created where there is none', [wanted('aws-persona', { ...A, ...ACCOUNT })], [], ['create aws-persona']],
    [
      'is left alone when it is equal, in whatever case the account is written',
      [wanted('aws-persona', { ...A, accountIdentifier: 'DEPLOYER@example.com' })],
      [live('aws-persona', 'm1', { ...A, ...ACCOUNT })],
      ['unchanged aws-persona m1'],
    ],
    [
      'is left alone when the account is given by its UUID',
      [wanted('aws-persona', { ...A, accountIdentifier: uuid(9) })],
      [live('aws-persona', 'm1', { ...A, ...OTHER })],
      ['unchanged aws-persona m1'],
    ],
    [
      'is replaced when a UUID names another account',
      [wanted('aws-persona', { ...A, accountIdentifier: uuid(8) })],
      [live('aws-persona', 'm1', { ...A, ...OTHER })],
      ['replace aws-persona m1'],
    ],
    [
      'is a conflict when nobody can tell whether the account is the same',
      [wanted('aws-persona', { ...A, ...ACCOUNT })],
      [live('aws-persona', 'm1', { ...A, ...OTHER })],
      ['conflict aws-persona m1'],
    ],
    [
      'of intake has no account to compare',
      [wanted('aws-intake', A)],
      [live('aws-intake', 'm1', A)],
      ['unchanged aws-intake m1'],
    ],
    [
      'of claims is the same in any order of the claims',
      [wanted('github-intake', { claims: { sub: 'x', ref: 'y' } })],
      [live('github-intake', 'm1', { claims: { ref: 'y', sub: 'x' } })],
      ['unchanged github-intake m1'],
    ],
    [
      'takes the place of the other kind that nobody wants',
      [wanted('aws-persona', { ...A, ...ACCOUNT })],
      [live('aws-intake', 'm1', A)],
      ['replace aws-persona m1'],
    ],
    [
      'takes the place of a wider pattern that nobody wants',
      [wanted('aws-intake', { arnPattern: 'arn:aws:sts::123456789012:assumed-role/a/session' })],
      [live('aws-intake', 'm1', A)],
      ['replace aws-intake m1'],
    ],
    [
      'moves to another role by an update when its mapping goes',
      [wanted('authn', { ...GROUP, roleId: uuid(1) })],
      [live('authn', 'm1', { ...GROUP, roleId: uuid(2) })],
      ['update authn m1'],
    ],
    [
      'does not move from a role to a team',
      [wanted('authn', { ...GROUP, teamId: uuid(1) })],
      [live('authn', 'm1', { ...GROUP, roleId: uuid(2) })],
      ['create authn', 'delete authn m1'],
    ],
    [
      'that stands twice is kept once',
      [wanted('authn', { ...GROUP, roleId: uuid(1) })],
      [live('authn', 'm1', { ...GROUP, roleId: uuid(1) }), live('authn', 'm2', { ...GROUP, roleId: uuid(1) })],
      ['unchanged authn m1', 'delete authn m2'],
    ],
  ])('%s', (_, mappings, present, expected) => {
    expect(actions(mappings, present)).toEqual(expected)
  })
})

test('nothing is deleted without prune, and what stands in the way is named', () => {
  const present = [live('aws-intake', 'm1', A), live('aws-persona', 'm2', { arnPattern: role('b'), ...ACCOUNT })]
  const { changes } = planChanges([wanted('aws-persona', { ...A, ...ACCOUNT })], present, KEEP_ALL)
  expect(changes).toEqual([expect.objectContaining({ action: 'conflict', live: present[0] })])
  expect(changes[0]?.notes.join()).toMatch(/^Collides with m1 \(/)
})

test('a pattern that takes the place of several is created the next time, when they are gone', () => {
  const session = (name: string) => ({ arnPattern: `arn:aws:sts::123456789012:assumed-role/a/${name}` })
  const present = [live('aws-intake', 'm1', session('x')), live('aws-intake', 'm2', session('y'))]
  const mappings = [wanted('aws-intake', A)]
  const { changes } = planChanges(mappings, present, PRUNE_ALL)
  expect(changes.map(({ action }) => action)).toEqual(['conflict', 'delete', 'delete'])
  expect(changes[0]?.notes.join()).toContain('All of that goes: plan and apply again')
  expect(actions(mappings, [])).toEqual(['create aws-intake'])
})

test('two narrower patterns in the place of one are told alike, whichever comes first', () => {
  const session = (name: string) => ({ arnPattern: `arn:aws:sts::123456789012:assumed-role/a/${name}` })
  const mappings = [wanted('aws-intake', session('x')), wanted('aws-intake', session('y'))]
  const { changes } = planChanges(mappings, [live('aws-intake', 'm1', A)], PRUNE_ALL)
  expect(changes.map(({ action }) => action)).toEqual(['replace', 'conflict'])
  expect(changes[1]?.notes.join()).toContain('All of that goes')
})

test('another role for the same attribute pair is said to add one', () => {
  const present = [live('authn', 'm1', { ...GROUP, roleId: uuid(1), roleName: 'Admins' })]
  const { changes } = planChanges([wanted('authn', { ...GROUP, roleId: uuid(2) })], present, KEEP_ALL)
  expect(changes).toEqual([expect.objectContaining({ action: 'create' })])
  expect(changes[0]?.notes).toEqual([`member-of=Dev gives role Admins (${uuid(1)}) already (m1), and will give both.`])
})

test('executing a plan makes what is wanted, and then there is nothing to do', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, (mappings, present) => {
      const plan = planChanges(mappings, present, PRUNE_ALL)
      fc.pre(plan.changes.every(({ action }) => action !== 'conflict'))
      const after = executed(present, plan.changes)
      const keys = (all: readonly Wanted[]) =>
        all.map(({ kind, attributes }) => `${kind} ${identityKey(KINDS[kind], attributes)}`).sort()
      expect(keys(after.map((mapping) => ({ kind: mapping.kind, attributes: mapping })))).toEqual(keys(mappings))
      expect(pending(planChanges(mappings, after, PRUNE_ALL))).toEqual([])
    }),
  )
})

test('every live mapping leaves once at most, and never one that prune may not touch', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.func(fc.boolean()), (mappings, present, touch) => {
      const prune = (mapping: LiveMapping) => touch(mapping.id)
      const changes = pending(planChanges(mappings, present, { ...PRUNE_ALL, prune }))
      const named = new Set(mappings.map(({ kind, attributes }) => `${kind} ${identityKey(KINDS[kind], attributes)}`))
      const gone = changes.flatMap(({ action, live: mapping }) => (mapping && action !== 'conflict' ? [mapping] : []))
      expect(new Set(gone.map(({ id }) => id)).size).toBe(gone.length)
      for (const mapping of gone)
        expect(prune(mapping) || named.has(`${mapping.kind} ${identityKey(KINDS[mapping.kind], mapping)}`)).toBe(true)
    }),
  )
})

test('10,000 against 10,000 takes less than half a second, and ten times as much as 1,000', () => {
  const measure = (size: number) => {
    const mappings = Array.from({ length: size }, (_, index) =>
      wanted('aws-persona', { arnPattern: role(`r${index}`), ...ACCOUNT }),
    )
    const present = mappings.map(({ attributes }, index) =>
      live('aws-persona', uuid(index), index % 40 === 0 ? { arnPattern: role(`old${index}`), ...ACCOUNT } : attributes),
    )
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage()
      const { changes } = planChanges(mappings, present, PRUNE_ALL)
      expect(changes).toHaveLength(size + size / 40)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
    return Math.min(...times)
  }
  measure(1000)
  const small = measure(1000)
  const large = measure(10_000)
  expect(large).toBeLessThan(500)
  expect(large).toBeLessThan(Math.max(12 * small, 60))
})

/** What is live after the changes. */
function executed(present: readonly LiveMapping[], changes: readonly Change[]): LiveMapping[] {
  const left = new Map(present.map((mapping) => [mapping.id, mapping]))
  for (const [index, { action, kind, wanted: attributes, live: mapping }] of changes.entries()) {
    if (action === 'unchanged') continue
    if (mapping !== undefined) left.delete(mapping.id)
    if (attributes !== undefined) left.set(uuid(1000 + index), { kind, id: uuid(1000 + index), ...attributes })
  }
  return [...left.values()]
}
