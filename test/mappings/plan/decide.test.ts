import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { decideNew, decideUpdate, toleranceOf } from '../../../src/mappings/plan/decide.ts'
import { liveOf } from '../../../src/mappings/plan/plan.ts'
import { anyLive, anyMappings, KEEP_ALL, live, planned, role, uuid, wanted } from '../samples.ts'

const { sameAccount } = KEEP_ALL
const A = { arnPattern: role('a') }
const PERSONA = wanted('aws-persona', { ...A, accountIdentifier: uuid(20) })
const GROUP = { attributeKey: 'member-of', attributeValue: 'Dev' }
const equal = live('aws-persona', 'm1', { ...A, accountIdentifier: 'a', accountUuid: uuid(20) })
const other = live('aws-persona', 'm1', { ...A, accountIdentifier: 'b', accountUuid: uuid(21) })
const hidden = live('aws-persona', 'm1', { ...A, accountIdentifier: 'b' })

type Operation = Parameters<typeof toleranceOf>[0]
const create = (ifExists: 'fail' | 'keep'): Operation => ({ operation: 'create', ifExists })
const ensure = (ifExists: 'fail' | 'replace'): Operation => ({ operation: 'ensure', ifExists })

function decided(operation: Operation, present: LiveMapping[], one = PERSONA, lookUpPatterns: string[] = []) {
  return decideNew(one, present, { ...toleranceOf(operation), sameAccount, lookUpPatterns })
}

describe('a new mapping', () => {
  test.each<[string, Operation, LiveMapping[], object]>([
    ['create without any', create('fail'), [], { action: 'create', notes: [] }],
    ['create of an equal one', create('fail'), [equal], { action: 'blocked', code: 'exists', live: equal }],
    ['create that keeps an equal one', create('keep'), [equal], { action: 'unchanged', live: equal }],
    ['create for another account', create('keep'), [other], { action: 'blocked', code: 'taken', live: other }],
    ['ensure without any', ensure('replace'), [], { action: 'create' }],
    ['ensure of an equal one', ensure('fail'), [equal], { action: 'unchanged', live: equal }],
    ['ensure for another account', ensure('replace'), [other], { action: 'replace', wanted: [PERSONA], live: [other] }],
    ['ensure with if-exists: fail', ensure('fail'), [other], { action: 'blocked', code: 'taken', live: other }],
    ['ensure for an unknown account', ensure('replace'), [hidden], { action: 'unchanged' }],
  ])('%s', (_, operation, present, expected) => {
    const isUnknown = present[0] === hidden
    const account = isUnknown ? wanted('aws-persona', { ...A, accountIdentifier: 'a@example.com' }) : PERSONA
    const decision = decided(operation, present, account)
    expect(decision).toMatchObject(isUnknown ? { action: 'blocked', code: 'account-unknown' } : expected)
  })

  test('is there when one of several live ones is equal, and takes the place of all when none is', () => {
    const twin = { ...other, id: 'm0' }
    expect(decided(ensure('replace'), [twin, equal])).toMatchObject({
      action: 'unchanged',
      live: equal,
      notes: [{ code: 'duplicate', text: expect.stringMatching(/^Also live, .* m0 .* which of the two it uses/) }],
    })
    const replaced = decided(ensure('replace'), [twin, other])
    expect(replaced, 'what is gone then is no duplicate').toMatchObject({ live: [twin, other], notes: [] })
    expect(replaced.action).toBe('replace')
    expect(decided(ensure('replace'), [twin, hidden])).toMatchObject({ action: 'blocked', code: 'account-unknown' })
    const timed = { ...equal, createdAt: '2026-11-21T00:00:00Z' }
    expect(decided(ensure('replace'), [{ ...equal, id: 'm0' }, timed])).toMatchObject({
      action: 'unchanged',
      live: timed,
    })
  })

  test('is excluded by an equal pattern of the other kind, and only noted for one that overlaps', () => {
    const intake = live('aws-intake', 'm2', A)
    expect(decided(ensure('replace'), [intake])).toMatchObject({ action: 'blocked', code: 'excluded', live: intake })
    const session = live('aws-intake', 'm2', { arnPattern: A.arnPattern.replace('*', 'x') })
    expect(decided(ensure('replace'), [session])).toMatchObject({ action: 'create', notes: [{ code: 'overlap' }] })
  })

  test('of AuthN notes what the same attribute gives already, and duplicates of itself', () => {
    const one = wanted('authn', { ...GROUP, roleId: uuid(1) })
    const at = (id: string, roleId: string, attributeValue = 'Dev') =>
      live('authn', id, { ...GROUP, attributeValue, roleId })
    expect(decided(ensure('replace'), [at('m1', uuid(2)), at('m2', uuid(2), 'Ops')], one)).toMatchObject({
      action: 'create',
      notes: [{ code: 'adds-to', text: expect.stringContaining('(m1)') }],
    })
    const decision = decided(ensure('replace'), [at('m2', uuid(1)), at('m1', uuid(1))], one)
    expect(decision).toMatchObject({ action: 'unchanged', live: { id: 'm1' }, notes: [{ code: 'duplicate' }] })
    expect(decision.notes).toHaveLength(1)
  })

  test('notes a live mapping of the useless pattern that was given', () => {
    const useless = live('aws-persona', 'm9', { arnPattern: 'arn:aws:iam::123456789012:role/a' })
    const patterns = ['arn:aws:iam::123456789012:role/a', A.arnPattern]
    for (const present of [[useless], [equal, useless]]) {
      const { notes } = decided(ensure('replace'), present, PERSONA, patterns)
      expect(notes).toEqual([{ code: 'useless', text: expect.stringContaining('mapping-id: m9') }])
    }
    expect(decided(ensure('replace'), [equal], PERSONA, patterns).notes).toEqual([])
  })

  test('is decided as a plan without prune decides it', () => {
    fc.assert(
      fc.property(anyMappings, anyLive, (mappings, present) => {
        for (const one of mappings) {
          const [change] = planned([one], present, KEEP_ALL).changes
          const decision = decided(ensure('replace'), present, one)
          expect(decision.action).toBe(change?.action)
          expect(liveOf(decision)).toEqual(change && liveOf(change))
        }
      }),
    )
  })
})

describe('an update', () => {
  const update = (one: typeof PERSONA, others: LiveMapping[], from = equal) =>
    decideUpdate(from, one, others, { sameAccount })
  const moved = wanted('aws-persona', { arnPattern: role('b'), accountIdentifier: uuid(20) })

  test.each<[string, typeof PERSONA, LiveMapping[], object]>([
    ['to what it is', PERSONA, [equal], { action: 'unchanged', live: equal }],
    [
      'to another account',
      { ...PERSONA, attributes: { ...A, accountIdentifier: uuid(9) } },
      [equal],
      { action: 'replace' },
    ],
    ['to a free pattern', moved, [equal], { action: 'replace', wanted: [moved], live: [equal], notes: [] }],
    [
      'onto a pattern of its kind',
      moved,
      [equal, live('aws-persona', 'm2', { arnPattern: role('b'), accountIdentifier: 'x' })],
      { action: 'blocked', code: 'taken', live: { id: 'm2' } },
    ],
    [
      'onto a pattern of the other kind',
      moved,
      [equal, live('aws-intake', 'm2', { arnPattern: role('b') })],
      { action: 'blocked', code: 'excluded', live: { id: 'm2' } },
    ],
    [
      'to a pattern that overlaps',
      moved,
      [equal, live('aws-intake', 'm2', { arnPattern: role('b').replace('*', 'x') })],
      { action: 'replace', notes: [{ code: 'overlap' }] },
    ],
  ])('%s', (_, one, others, expected) => {
    expect(update(one, others)).toMatchObject(expected)
  })

  test('to an account that cannot be compared is blocked', () => {
    const one = wanted('aws-persona', { ...A, accountIdentifier: 'a@example.com' })
    expect(update(one, [hidden], hidden)).toMatchObject({ action: 'blocked', code: 'account-unknown' })
  })

  test('of AuthN is a PATCH, and notes a duplicate that it makes', () => {
    const from = live('authn', 'm1', { ...GROUP, roleId: uuid(1) })
    const to = wanted('authn', { ...GROUP, roleId: uuid(2) })
    const twin = live('authn', 'm2', { ...GROUP, roleId: uuid(2) })
    expect(update(to, [from], from)).toEqual({ action: 'update', wanted: to, live: from, notes: [] })
    expect(update(to, [from, twin], from)).toMatchObject({ action: 'update', notes: [{ code: 'duplicate' }] })
  })
})
