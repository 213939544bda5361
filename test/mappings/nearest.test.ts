import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../src/mappings/nearest.ts'

const known = ['operation', 'kind', 'mapping-id', 'arn-pattern', 'repository', 'repository_id']

test.each([
  ['opperation', 'operation'],
  ['knid', 'kind'],
  ['arn_patern', 'arn-pattern'],
  ['Repository-ID', 'repository_id'],
  ['mappingid', 'mapping-id'],
  ['something else', undefined],
  ['x', undefined],
  ['', undefined],
])('%s means %s', (given, meant) => {
  expect(nearest(given, known)).toBe(meant)
})

test('a known name is its own nearest, and anything is answered at once', () => {
  for (const name of known) expect(nearest(name, known)).toBe(name)
  expect(nearest('x'.repeat(1_000_000), known)).toBeUndefined()
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [undefined, ...known].includes(nearest(text, known))))
})
