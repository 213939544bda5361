import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseMappingsFile } from '../../../src/mappings/file/mappings-file.ts'
import { type Entry, newFile, withEntries } from '../../../src/mappings/file/write-file.ts'
import { uuid } from '../samples.ts'

const intake = (name: string): Entry => [
  { field: 'kind', value: 'aws-intake' },
  { field: 'arn-pattern', value: `arn:aws:sts::123456789012:assumed-role/${name}/*` },
]
const authn = (value: string, remark: string): Entry => [
  { field: 'kind', value: 'authn' },
  { field: 'attribute-key', value: 'member-of' },
  { field: 'attribute-value', value },
  { field: 'role', value: 'Admin', remark },
]
const A = '  - kind: aws-intake\n    arn-pattern: arn:aws:sts::123456789012:assumed-role/a/*\n'
const B = '  - kind: aws-intake\n    arn-pattern: arn:aws:sts::123456789012:assumed-role/b/*\n'
const JSON_A = '{"kind":"aws-intake","arn-pattern":"arn:aws:sts::123456789012:assumed-role/a/*"}'
const JSON_B = JSON_A.replace('/a/', '/b/')

/** A file and what it is with one more entry. */
const ADDED: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'a block': [`version: 1\nmappings:\n${A}`, `version: 1\nmappings:\n${A}${B}`],
  'a block without a last line end': [`version: 1\nmappings:\n${A.trimEnd()}`, `version: 1\nmappings:\n${A}${B}`],
  'a block that is not indented': [
    `version: 1\nmappings:\n${A.replace(/^ {2}/gm, '')}`,
    `version: 1\nmappings:\n${(A + B).replace(/^ {2}/gm, '')}`,
  ],
  'a block with other blocks after it': [
    `version: 1 # one\nmappings: # all\n\n${A}\n# The scope.\nscope: {authn: {attribute-keys: [x]}}\n`,
    `version: 1 # one\nmappings: # all\n\n${A}${B}\n# The scope.\nscope: {authn: {attribute-keys: [x]}}\n`,
  ],
  'a last entry with remarks': [
    `version: 1\nmappings:\n${A.trimEnd()} # here\n    # and here\n  # not here\n`,
    `version: 1\nmappings:\n${A.trimEnd()} # here\n    # and here\n${B}  # not here\n`,
  ],
  'line ends of Windows': [
    `version: 1\nmappings:\n${A}`.replaceAll('\n', '\r\n'),
    `version: 1\nmappings:\n${A}${B}`.replaceAll('\n', '\r\n'),
  ],
  'an empty list': ['version: 1\nmappings: []\nscope: {}\n', `version: 1\nmappings:\n${B}scope: {}\n`],
  'an empty list with a remark': ['mappings: [ ] # none yet\nversion: 1', `mappings: # none yet\n${B}version: 1`],
  'a list in one line': [`{"version":1,"mappings":[${JSON_A}]}`, `{"version":1,"mappings":[${JSON_A}, ${JSON_B}]}`],
  'a list of lines': [
    `{"version": 1, "mappings": [\n  ${JSON_A}\n]}\n`,
    `{"version": 1, "mappings": [\n  ${JSON_A},\n  ${JSON_B}\n]}\n`,
  ],
  'a list with a comma at its end': [
    `version: 1\nmappings: [\n  ${JSON_A}, # a\n]\n`,
    `version: 1\nmappings: [\n  ${JSON_A},\n  ${JSON_B}, # a\n]\n`,
  ],
  'an empty list in JSON': ['{"version": 1, "mappings": []}', `{"version": 1, "mappings": [\n    ${JSON_B}\n  ]}`],
  'an alias at the end': [
    `version: 1\nmappings:\n  - &a {kind: aws-intake, arn-pattern: "arn:aws:sts::123456789012:assumed-role/a/*"}\n  - *a\n`,
    `version: 1\nmappings:\n  - &a {kind: aws-intake, arn-pattern: "arn:aws:sts::123456789012:assumed-role/a/*"}\n  - *a\n${B}`,
  ],
  'a block of text at the end': [
    `version: 1\nmappings:\n  - kind: aws-intake\n    arn-pattern: |-\n      arn:aws:sts::123456789012:assumed-role/a/*\n\nscope: {}\n`,
    `version: 1\nmappings:\n  - kind: aws-intake\n    arn-pattern: |-\n      arn:aws:sts::123456789012:assumed-role/a/*\n${B}\nscope: {}\n`,
  ],
  'a byte order mark': [`\ufeffversion: 1\nmappings:\n${A}`, `\ufeffversion: 1\nmappings:\n${A}${B}`],
}

describe('a further entry in a file that has', () => {
  test.each(Object.entries(ADDED))('%s', async (_, [before, after]) => {
    expect(await withEntries(before, [intake('b')])).toBe(after)
    const [, count] = [before, after].map((text) => parse(text).mappings.length)
    expect(count).toBe(parse(before).mappings.length + 1)
    expect(await withEntries(before, [])).toBe(before)
  })
})

test('a remark is one line of visible characters, at most 80', async () => {
  const remark = `a\n- kind: x\u200b${'é'.repeat(200)}`
  const [, shown = ''] = / # (.*)$/m.exec(newFile([authn('x', remark)], [], 'x.yml')) ?? []
  expect([...shown]).toHaveLength(80)
  expect(shown).toMatch(/^a\\u000a- kind: x\\u200bé+…$/)
})

test('a long scope is proposed with a line for each value', async () => {
  const mappings = Array.from({ length: 9000 }, (_, index) => ({
    kind: 'authn' as const,
    id: uuid(index),
    attributeKey: `key-${index}`,
    attributeValue: 'v',
    roleId: uuid(1),
  }))
  const text = newFile([intake('a')], mappings, 'x.yml')
  expect(text).toContain('# scope:\n#   authn:\n#     attribute-keys:\n#       - "key-0"\n#       - "key-1"\n')
  expect((await parseMappingsFile(text)).problems).toEqual([])
  const used = text.replace(/^# (?=scope:| {2})/gm, '')
  expect((await parseMappingsFile(used)).file?.scope.authn?.attributeKeys).toHaveLength(9000)
})

test('a path that ends in .json gets JSON', async () => {
  const text = newFile([intake('a'), authn('yes', 'x')], [], 'org/Mappings.JSON')
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    mappings: [{ kind: 'aws-intake' }, { 'attribute-value': 'yes' }],
  })
  expect(await parseMappingsFile(text)).toMatchObject({ problems: [], file: { mappings: [{}, {}] } })
})

test('what is added is read, and what was there stays as it is, whatever it is', async () => {
  const files = fc.constantFrom(...Object.values(ADDED).map(([before]) => before))
  const values = fc.string({ unit: 'grapheme-ascii', minLength: 1 })
  await fc.assert(
    fc.asyncProperty(files, fc.array(values, { minLength: 1, maxLength: 3 }), values, async (before, added, remark) => {
      const after = await withEntries(
        before,
        added.map((value) => authn(value, remark)),
      )
      const [old, now] = [before, after].map((text) => parse(text, { schema: 'failsafe' }).mappings)
      expect(now.slice(0, old.length)).toEqual(old)
      expect(now.slice(old.length).map((entry: Record<string, string>) => entry['attribute-value'])).toEqual(added)
    }),
  )
})
