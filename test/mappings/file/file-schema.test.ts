import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldOf, MEMBER_NAMES, NAME_FIELDS } from '../../../src/mappings/attributes.ts'
import { entrySchema, isPlainEntry } from '../../../src/mappings/file/file-schema.ts'
import { ALL_KINDS, writtenNames } from '../../../src/mappings/kinds.ts'

const schema = entrySchema()
const isRight = (entry: object) => schema.safeParse(entry).success

test('an entry of texts alone is plain', () => {
  for (const kind of ALL_KINDS.filter(({ name }) => !name.startsWith('github-'))) {
    const fields = writtenNames(kind).map((name) => [fieldOf(name), 'x'])
    expect(isPlainEntry(Object.fromEntries([['kind', kind.name], ...fields]))).toBe(true)
  }
})

test('an entry that is plain has the shape of an entry', () => {
  const field = fc.constantFrom(...MEMBER_NAMES.map(fieldOf), ...NAME_FIELDS, 'rewrite-role-arn', 'literal', 'other')
  const value = fc.oneof(
    { weight: 8, arbitrary: fc.constant('x') },
    fc.constantFrom('', 'true', undefined, ['x'], { sub: 'x' }),
  )
  const entry = fc
    .tuple(fc.constantFrom(...ALL_KINDS), fc.dictionary(field, value), fc.boolean())
    .map(([kind, some, isWhole]) => ({
      ...(isWhole && Object.fromEntries(writtenNames(kind).map((name) => [fieldOf(name), 'x']))),
      ...some,
      kind: kind.name,
    }))
  fc.assert(
    fc.property(entry, (one) => {
      fc.pre(isPlainEntry(one))
      expect(isRight(one)).toBe(true)
    }),
  )
})
