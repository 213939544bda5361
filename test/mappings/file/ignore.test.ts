import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ignore, isIgnored } from '../../../src/mappings/file/ignore.ts'
import { isInScope } from '../../../src/mappings/file/scope.ts'
import { anyLive, live, role, uuid } from '../samples.ts'

const CI = live('aws-persona', uuid(1), { arnPattern: role('ci'), accountIdentifier: 'a@example.com' })
const NONE: Ignore = { mappingIds: [], kinds: {} }

test.each<[string, Ignore | undefined, boolean]>([
  ['no rules', undefined, false],
  ['empty rules', NONE, false],
  ['its id', { ...NONE, mappingIds: [uuid(9), uuid(1)] }, true],
  ['another id', { ...NONE, mappingIds: [uuid(9)] }, false],
  ['all of its kind', { ...NONE, kinds: { 'aws-persona': 'all' } }, true],
  ['all of another kind', { ...NONE, kinds: { 'aws-intake': 'all' } }, false],
  ['its account', { ...NONE, kinds: { 'aws-persona': { accounts: ['123456789012'] } } }, true],
  ['another account', { ...NONE, kinds: { 'aws-persona': { accounts: ['210987654321'] } } }, false],
])('%s: %s', (_, ignore, expected) => {
  expect(isIgnored(ignore, CI)).toBe(expected)
})

test('an id is the same in upper and in lower case', () => {
  expect(isIgnored({ ...NONE, mappingIds: ['abcd-EF'] }, { ...CI, id: 'ABCD-ef' })).toBe(true)
})

test('what is only wanted has no id, and is ignored by its attributes alone', () => {
  const { id: _, ...wanted } = CI
  expect(isIgnored({ mappingIds: [''], kinds: {} }, wanted)).toBe(false)
  expect(isIgnored({ mappingIds: [], kinds: { 'aws-persona': { accounts: ['123456789012'] } } }, wanted)).toBe(true)
})

test('the fields of a kind mean what they mean in a scope', () => {
  const rules = fc.record({
    accounts: fc.subarray(['123456789012', '210987654321'], { minLength: 1 }),
    patternPrefixes: fc.subarray([role('r1').slice(0, -2), 'arn:aws:iam::'], { minLength: 1 }),
  })
  fc.assert(
    fc.property(anyLive, rules, (present, rule) => {
      for (const mapping of present)
        expect(isIgnored({ mappingIds: [], kinds: { [mapping.kind]: rule } }, mapping)).toBe(
          isInScope({ [mapping.kind]: rule }, mapping),
        )
    }),
  )
})
