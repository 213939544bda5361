import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { yamlText } from '../../../src/mappings/file/yaml-text.ts'

const PLAIN = [
  'a',
  'deployer@example.com',
  'arn:aws:sts::123456789012:assumed-role/a/*',
  'Datadog Standard Role',
  '/^a|b$/',
]
const QUOTED = [
  'yes',
  'Off',
  'NULL',
  '~',
  '0123',
  '1e3',
  '# x',
  'a # x',
  'a: b',
  'a:',
  '*',
  '&x',
  '- a',
  '',
  ' a',
  "it's",
  'a\nb',
]

test.each(PLAIN)('%j stands as it is', (text) => {
  expect(yamlText(text)).toBe(text)
})

test.each(QUOTED)('%j stands in quotes', (text) => {
  expect(yamlText(text)).toMatch(/^['"]/)
})

test('every reader of YAML takes it for the text', () => {
  const texts = fc.oneof(fc.constantFrom(...PLAIN, ...QUOTED), fc.string({ unit: 'binary' }), fc.string())
  fc.assert(
    fc.property(texts, texts, (name, text) => {
      const block = `- ${yamlText(name)}: ${yamlText(text)} # remark\n`
      for (const schema of ['failsafe', 'core', 'yaml-1.1'] as const)
        expect(parse(block, { schema }), `${schema}: ${block}`).toEqual([{ [name]: text }])
    }),
    { numRuns: 2000 },
  )
})
