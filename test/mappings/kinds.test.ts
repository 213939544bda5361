import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLAIM_NAMES } from '../../src/mappings/claims/claim-names.ts'
import { identityKey, KINDS } from '../../src/mappings/kinds.ts'
import type { ClaimMatchers } from '../../src/mappings/mapping.ts'

test('a set of claim matchers is the same identity in any order, and another set another', () => {
  const key = (claims: ClaimMatchers) => identityKey(KINDS['github-intake'], { claims })
  expect(key({ sub: 'a', ref: 'b' })).toBe(key({ ref: 'b', sub: 'a' }))
  const sets = fc.dictionary(fc.constantFrom(...CLAIM_NAMES), fc.string({ maxLength: 3 }), { noNullPrototype: true })
  fc.assert(
    fc.property(sets, sets, (a, b) => {
      const sorted = (set: object) => Object.fromEntries(Object.entries(set).sort())
      expect(key(a) === key(b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)))
    }),
  )
})
