import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLAIM_NAMES } from '../../src/mappings/claims/claim-names.ts'
import { identityKey, KINDS, shareAccount } from '../../src/mappings/kinds.ts'
import type { ClaimMatchers } from '../../src/mappings/mapping.ts'
import { live, role, uuid } from './samples.ts'

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

test('two live mappings share an account by its UUID, and by its identifier where a UUID is not known', () => {
  const one = (accountIdentifier?: string, accountUuid?: string) =>
    live('aws-persona', uuid(1), {
      arnPattern: role('deployer'),
      ...(accountIdentifier !== undefined && { accountIdentifier }),
      ...(accountUuid !== undefined && { accountUuid }),
    })
  expect(shareAccount(one('jane@example.com', uuid(2)), one('jane', uuid(2).toUpperCase()))).toBe(true)
  expect(shareAccount(one(undefined, uuid(2)), one(undefined, uuid(3)))).toBe(false)
  expect(shareAccount(one('jane@example.com'), one('Jane@example.com'))).toBe(true)
  expect(shareAccount(one('jane@example.com'), one('john@example.com'))).toBe(false)
})
