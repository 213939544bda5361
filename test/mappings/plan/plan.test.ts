import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityKey, KINDS } from '../../../src/mappings/kinds.ts'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { pairUp, settled } from '../../../src/mappings/plan/pairing.ts'
import {
  type Change,
  kindOf,
  leavingBy,
  liveOf,
  pending,
  type Wanted,
  wantedOf,
} from '../../../src/mappings/plan/plan.ts'
import { planChanges } from '../../../src/mappings/plan/planning.ts'
import { anyLive, anyMappings, KEEP_ALL, live, PRUNE_ALL, planned, role, uuid, wanted } from '../samples.ts'

const ACCOUNT = { accountIdentifier: 'deployer@example.com' }
const OTHER = { accountIdentifier: 'other@example.com', accountUuid: uuid(9) }
const A = { arnPattern: role('a') }
const GROUP = { attributeKey: 'member-of', attributeValue: 'Dev' }

/** The actions of a plan with the ids of what they are about. */
function actions(mappings: Wanted[], present: LiveMapping[], rules = PRUNE_ALL): string[] {
  const { changes } = planned(mappings, present, rules)
  return changes.map((change) => [change.action, kindOf(change), ...liveOf(change).map(({ id }) => id)].join(' '))
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
      'is blocked when it is not known whether the account is the same',
      [wanted('aws-persona', { ...A, ...ACCOUNT })],
      [live('aws-persona', 'm1', { ...A, ...OTHER })],
      ['blocked aws-persona m1'],
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

test('nothing is deleted without prune, and an equal pattern of the other kind blocks', () => {
  const present = [live('aws-intake', 'm1', A), live('aws-persona', 'm2', { arnPattern: role('b'), ...ACCOUNT })]
  const { changes } = planned([wanted('aws-persona', { ...A, ...ACCOUNT })], present, KEEP_ALL)
  expect(changes).toEqual([expect.objectContaining({ action: 'blocked', code: 'excluded', live: present[0] })])
  expect(changes[0]).toMatchObject({ why: expect.stringContaining('the AWS intake mapping m1') })
})

const session = (name: string, of = 'a') => ({ arnPattern: `arn:aws:sts::123456789012:assumed-role/${of}/${name}` })

test('a pattern that only overlaps is created, with a note that claims no rule', () => {
  const present = [live('aws-intake', 'm1', session('x'))]
  const { changes } = planned([wanted('aws-intake', A)], present, KEEP_ALL)
  expect(changes).toEqual([expect.objectContaining({ action: 'create' })])
  expect(changes[0]?.notes).toEqual([
    {
      code: 'overlap',
      text: `${role('a')} overlaps with the AWS intake mapping m1 (${session('x').arnPattern} → telemetry intake). Datadog does not document whether it refuses that.`,
    },
  ])
})

test('two new patterns that overlap are created, with a note on each', () => {
  const { changes } = planned([wanted('aws-intake', A), wanted('aws-intake', session('x'))], [])
  expect(changes.map(({ action }) => action)).toEqual(['create', 'create'])
  expect(changes.map(({ notes }) => notes.map(({ text }) => text))).toEqual([
    [expect.stringContaining(`overlaps with the AWS intake mapping ${session('x').arnPattern}`)],
    [expect.stringContaining(`overlaps with the AWS intake mapping ${role('a')}`)],
  ])
})

describe('one replacement', () => {
  test('takes the place of several that one pattern covers', () => {
    const present = [live('aws-intake', 'm1', session('x')), live('aws-intake', 'm2', session('y'))]
    expect(actions([wanted('aws-intake', A)], present)).toEqual(['replace aws-intake m1 m2'])
  })

  test('puts several in the place of one', () => {
    const mappings = [wanted('aws-intake', session('x')), wanted('aws-intake', session('y'))]
    const { changes } = planned(mappings, [live('aws-intake', 'm1', A)])
    expect(changes).toEqual([expect.objectContaining({ action: 'replace', wanted: mappings })])
  })

  test('joins what shares an old mapping, across kinds, and nothing else', () => {
    const mappings = [
      wanted('aws-intake', session('x')),
      wanted('aws-persona', { ...session('y'), ...ACCOUNT }),
      wanted('aws-intake', session('x', 'b')),
      wanted('aws-intake', session('x', 'c')),
    ]
    const present = [
      live('aws-intake', 'm1', A),
      live('aws-intake', 'm2', { arnPattern: role('b') }),
      live('aws-intake', 'm3', { arnPattern: role('d') }),
    ]
    expect(actions(mappings, present)).toEqual([
      'replace aws-intake m1',
      'replace aws-intake m2',
      'create aws-intake',
      'delete aws-intake m3',
    ])
  })

  test('leaves out what prune may not delete', () => {
    const present = [live('aws-intake', 'm1', session('x')), live('aws-intake', 'm2', session('y'))]
    const rules = { ...PRUNE_ALL, prune: ({ id }: LiveMapping) => id === 'm1' }
    const { changes } = planned([wanted('aws-intake', A)], present, rules)
    expect(changes).toEqual([expect.objectContaining({ action: 'replace', live: [present[0]] })])
    expect(changes[0]?.notes.map(({ code }) => code)).toEqual(['overlap'])
  })

  test('is not begun for what a mapping that stays excludes', () => {
    const present = [live('aws-persona', 'm1', { ...A, ...ACCOUNT }), live('aws-intake', 'm2', session('x'))]
    const rules = { ...PRUNE_ALL, prune: ({ id }: LiveMapping) => id === 'm2' }
    expect(actions([wanted('aws-intake', A)], present, rules)).toEqual([
      'blocked aws-intake m1',
      'delete aws-intake m2',
    ])
  })
})

describe('AuthN duplicates', () => {
  const at = (id: string, createdAt: string) => live('authn', id, { ...GROUP, roleId: uuid(1), createdAt })
  const present = [at('new', '2026-02-01T00:00:00Z'), at('old', '2026-01-01T00:00:00Z')]
  const mappings = [wanted('authn', { ...GROUP, roleId: uuid(1) })]

  test.each([[present], [present.toReversed()]])('the oldest is kept, and prune deletes the others', (order) => {
    expect(actions(mappings, order)).toEqual(['unchanged authn old', 'delete authn new'])
  })

  test('without prune, or outside of the scope, the plan mentions them', () => {
    const { changes } = planned(mappings, present, KEEP_ALL)
    expect(changes).toEqual([expect.objectContaining({ action: 'unchanged', live: present[1] })])
    expect(changes[0]?.notes).toEqual([{ code: 'duplicate', text: expect.stringContaining('as new. It stays') }])
  })
})

describe('cloud mappings of one identity', () => {
  const A = { arnPattern: role('a') }
  const one = wanted('aws-persona', { ...A, accountIdentifier: uuid(20) })
  const of = (id: string, account: number) => live('aws-persona', id, { ...A, accountUuid: uuid(account) })
  const { sameAccount } = PRUNE_ALL
  const plan = (mapping: Wanted, present: readonly LiveMapping[], rules = KEEP_ALL) => {
    const { pairs, ...rest } = pairUp([mapping], present)
    return planChanges({ ...rest, pairs: pairs.map((pair) => settled(pair, sameAccount)) }, rules).changes
  }

  test.each([[['m1', 'm2']], [['m2', 'm1']]])(
    'are unchanged when one of them is as it should be, whichever has the lower id: %j',
    ([equal = '', other = '']) => {
      const present = [of(equal, 20), of(other, 21)]
      const [change, ...others] = plan(one, present)
      expect(change).toMatchObject({ action: 'unchanged', live: { id: equal } })
      const doubt = `as ${other}. ${equal} has another account, and Datadog does not document which of the two it uses. It stays`
      expect(change?.notes).toEqual([{ code: 'duplicate', text: expect.stringContaining(doubt) }])
      expect(others).toEqual([])
      expect(plan(one, present, PRUNE_ALL)).toMatchObject([
        { action: 'unchanged', live: { id: equal } },
        { action: 'delete', live: { id: other } },
      ])
    },
  )

  test.each([[KEEP_ALL], [PRUNE_ALL]])('all make room when none of them has the account', (rules) => {
    const changes = plan(one, [of('m2', 22), of('m1', 21)], rules)
    expect(changes).toMatchObject([{ action: 'replace', live: [{ id: 'm1' }, { id: 'm2' }] }])
    expect(changes[0]?.notes).toEqual([
      { code: 'duplicate', text: expect.stringContaining('as m2. The plan removes it.') },
    ])
  })

  test('block when it is not known whether one of them has the account', () => {
    const named = wanted('aws-persona', { ...A, accountIdentifier: 'a@example.com' })
    const known = live('aws-persona', 'm1', { ...A, accountIdentifier: 'A@example.com' })
    expect(plan(named, [of('m2', 21), of('m1', 22)])).toMatchObject([{ action: 'blocked', code: 'account-unknown' }])
    expect(plan(named, [of('m0', 21), known])).toMatchObject([{ action: 'unchanged', live: { id: 'm1' } }])
  })

  test('are unchanged when they have no account', () => {
    const present = [live('aws-intake', 'm2', A), live('aws-intake', 'm1', A)]
    const [change] = plan(wanted('aws-intake', A), present)
    expect(change).toMatchObject({ action: 'unchanged', live: { id: 'm1' } })
    expect(change?.notes).toEqual([{ code: 'duplicate', text: expect.stringMatching(/as m2\. It stays/) }])
  })
})

test('a plan does not depend on the order of what is live', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.infiniteStream(fc.nat()), (mappings, present, keys) => {
      const twins = present.flatMap((one) => (one.kind === 'authn' ? [one, { ...one, id: `${one.id}-2` }] : [one]))
      const shuffled = twins.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
      const other = shuffled.map(({ one }) => one)
      expect(planned(mappings, other).changes).toEqual(planned(mappings, twins).changes)
    }),
  )
})

test('another role for the same attribute pair is said to add one', () => {
  const present = [live('authn', 'm1', { ...GROUP, roleId: uuid(1), roleName: 'Admins' })]
  const { changes } = planned([wanted('authn', { ...GROUP, roleId: uuid(2) })], present, KEEP_ALL)
  expect(changes).toEqual([expect.objectContaining({ action: 'create' })])
  const text = `member-of=Dev already gives role Admins (${uuid(1)}) (m1). With this change it gives both.`
  expect(changes[0]?.notes).toEqual([{ code: 'adds-to', text }])
})

test('executing a plan makes what is wanted, and then there is nothing to do', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, (mappings, present) => {
      const plan = planned(mappings, present, PRUNE_ALL)
      fc.pre(plan.changes.every(({ action }) => action !== 'blocked'))
      const after = executed(present, plan.changes)
      const keys = (all: readonly Wanted[]) =>
        all.map(({ kind, attributes }) => `${kind} ${identityKey(KINDS[kind], attributes)}`).sort()
      expect(keys(after.map((mapping) => ({ kind: mapping.kind, attributes: mapping })))).toEqual(keys(mappings))
      expect(pending(planned(mappings, after, PRUNE_ALL))).toEqual([])
    }),
  )
})

test('every live mapping leaves once at most, and never one that prune may not touch', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.func(fc.boolean()), (mappings, present, touch) => {
      const prune = (mapping: LiveMapping) => touch(mapping.id)
      const changes = pending(planned(mappings, present, { ...PRUNE_ALL, prune }))
      const named = new Set(mappings.map(({ kind, attributes }) => `${kind} ${identityKey(KINDS[kind], attributes)}`))
      const gone = changes.flatMap(leavingBy)
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
      const { changes } = planned(mappings, present, PRUNE_ALL)
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
  let made = 1000
  for (const change of changes) {
    if (change.action === 'unchanged') continue
    for (const { id } of liveOf(change)) left.delete(id)
    for (const { kind, attributes } of wantedOf(change)) {
      const id = uuid(made++)
      left.set(id, { kind, id, ...attributes })
    }
  }
  return [...left.values()]
}
