import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveMapping } from '../../../src/mappings/mapping.ts'
import { pending, planChanges, type Wanted } from '../../../src/mappings/plan/plan.ts'
import { changeLine, planDigest } from '../../../src/mappings/plan/plan-digest.ts'
import { anyLive, anyMappings, PRUNE_ALL, uuid } from '../samples.ts'

const WHERE = 'datadoghq.com'
const digest = (mappings: readonly Wanted[], present: readonly LiveMapping[], where = WHERE) =>
  planDigest(where, planChanges(mappings, present, PRUNE_ALL))

test('the digest is 64 hexadecimal digits', () => {
  expect(digest([], [])).toMatch(/^[0-9a-f]{64}$/)
})

test('the digest is the same in another order, with other names and other times', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.nat(), (mappings, present, seed) => {
      const shuffled = <T>(items: readonly T[]) =>
        items.map((item, index) => ({ item, key: (index * 7919 + seed) % 101 })).sort((a, b) => a.key - b.key)
      const renamed = shuffled(present).map(({ item }) => ({
        ...item,
        ...(item.kind === 'authn' && { roleName: `Name ${seed}`, modifiedAt: String(seed) }),
        ...(item.claims && { claims: Object.fromEntries(Object.entries(item.claims).reverse()) }),
      }))
      const reordered = shuffled(mappings).map(({ item }) => item)
      // Which of two duplicates goes, and what takes whose place, may depend on the order: only plans without that are compared.
      const plan = planChanges(mappings, present, PRUNE_ALL)
      fc.pre(plan.changes.every(({ action }) => !['update', 'replace', 'conflict'].includes(action)))
      expect(digest(reordered, renamed)).toBe(planDigest(WHERE, plan))
    }),
  )
})

test('the digest is another one when any change is left out, or another site is meant', () => {
  fc.assert(
    fc.property(anyMappings, anyLive, fc.nat(), (mappings, present, pick) => {
      const plan = planChanges(mappings, present, PRUNE_ALL)
      const changes = pending(plan)
      fc.pre(changes.length > 0)
      const without = { changes: plan.changes.filter((change) => change !== changes[pick % changes.length]) }
      expect(planDigest(WHERE, without)).not.toBe(planDigest(WHERE, plan))
      expect(planDigest('datadoghq.eu', plan)).not.toBe(planDigest(WHERE, plan))
    }),
  )
})

test('the line of a change differs whenever what it does differs', () => {
  const lines = fc.tuple(anyMappings, anyLive).map(([mappings, present]) => {
    const changes = pending(planChanges(mappings, present, PRUNE_ALL))
    return changes.map((change) => changeLine(WHERE, change))
  })
  fc.assert(
    fc.property(lines, (all) => {
      expect(new Set(all).size).toBe(all.length)
    }),
  )
  const wanted = { arnPattern: 'p', accountIdentifier: 'a@example.com' }
  const change = { action: 'create', kind: 'aws-persona', wanted, notes: [] } as const
  const live = { kind: 'aws-persona', id: uuid(1), ...wanted } as const
  const others = [
    { ...change, wanted: { ...wanted, accountIdentifier: 'b@example.com' } },
    { ...change, wanted: { ...wanted, arnPattern: 'q' } },
    { ...change, kind: 'aws-intake' as const },
    { ...change, action: 'replace' as const, live },
    { ...change, action: 'replace' as const, live: { ...live, id: uuid(2) } },
    { action: 'delete' as const, kind: 'aws-persona' as const, live, notes: [] },
  ]
  const seen = [change, ...others].map((one) => changeLine(WHERE, one))
  expect(new Set(seen).size).toBe(seen.length)
  expect(changeLine(WHERE, { ...change, notes: ['anything'] })).toBe(changeLine(WHERE, change))
})
