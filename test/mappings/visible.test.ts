import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAttributes, TEXT_ATTRIBUTES } from '../../src/mappings/attributes.ts'
import type { Checked } from '../../src/mappings/checked.ts'
import { escapeInvisible, invisibleProblem, visible } from '../../src/mappings/visible.ts'
import { uuid } from './samples.ts'
import { readVisible } from './shown-text.ts'

const INVISIBLE: Readonly<Record<string, string>> = {
  'zero-width space': '\u200b',
  'word joiner': '\u2060',
  'soft hyphen': '\u00ad',
  'variation selector': '\ufe0f',
  'variation selector of a later plane': '\u{e0100}',
  'Hangul filler': '\u3164',
  'half-width Hangul filler': '\uffa0',
  'Hangul choseong filler': '\u115f',
  'combining grapheme joiner': '\u034f',
  'Braille blank': '\u2800',
  'tag character': '\u{e0041}',
  'right-to-left override': '\u202e',
  'byte order mark': '\ufeff',
  'no-break space': '\u00a0',
  'ideographic space': '\u3000',
  'line separator': '\u2028',
  'line break': '\n',
  escape: '\u001b',
  'C1 control': '\u009b',
  'private use': '\ue000',
  'unpaired surrogate': '\ud800',
  'non-character': '\ufffe',
  'non-character of a later plane': '\u{1ffff}',
  'Khitan filler': '\u{16fe4}',
  'null notehead': '\u{1d159}',
}

const VALID: Readonly<Record<string, string>> = {
  arnPattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
  accountIdentifier: 'deployer@example.com',
  attributeKey: 'member-of',
  attributeValue: 'Development',
  roleId: uuid(1),
  teamId: uuid(2),
}

async function problemsOf(given: Readonly<Record<string, string>>, rewriteRoleArn = true): Promise<string[]> {
  const problems: string[] = []
  const collect = <T>(field: string, result: Checked<T>) => {
    if ('problem' in result) problems.push(`${field}: ${result.problem}`)
    return 'problem' in result ? undefined : result.value
  }
  await checkAttributes(given, { rewriteRoleArn }, collect)
  return problems
}

describe.each(Object.entries(INVISIBLE))('%s', (_, character) => {
  test.each(TEXT_ATTRIBUTES)('is refused in %s', async (name) => {
    const valid = VALID[name] ?? ''
    for (const rewrite of [true, false])
      expect(await problemsOf({ [name]: `${valid.slice(0, -3)}${character}${valid.slice(-3)}` }, rewrite)).toHaveLength(
        1,
      )
    expect(await problemsOf({ [name]: valid })).toEqual([])
  })

  test('is shown as its escape', () => {
    const code = character.codePointAt(0)?.toString(16) ?? ''
    const expected = code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
    expect(visible(`ma${character}in`)).toBe(`ma${expected}in`)
    expect(escapeInvisible(`ma${character}in`)).toBe(`ma${expected}in`)
    expect(invisibleProblem(`ma${character}in`)).toContain(`"ma${expected}in"`)
  })
})

test('what can be seen is neither refused nor escaped', () => {
  for (const text of [
    'Zürich',
    '日本',
    '🚀',
    'e\u0301',
    'аdmin',
    'a b',
    '→ …',
    '\ufffd',
    '\\.\\d+\\u',
    'a::b',
    'C# [x]',
  ]) {
    expect(visible(text)).toBe(text)
    expect(invisibleProblem(text)).toBeUndefined()
  }
})

const HOSTILE = [
  '::error::x',
  ' ::x',
  '##[error]x',
  '###[error]x',
  '\\u200b',
  '\\\\u200b',
  '\\u{e0041}',
  '\\u\u200b',
  '  two  spaces  ',
  '\u001b[31m',
]
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE, ...Object.values(INVISIBLE)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'\\u{}0123abcdef \u200b\u{e0041}#[:\n'), maxLength: 20 }),
)
const text = fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join(''))

test('whatever a value is, what is shown of it is visible and can be read back exactly', () => {
  fc.assert(
    fc.property(text, (value) => {
      const shown = visible(value)
      expect(readVisible(shown)).toBe(value)
      expect(invisibleProblem(shown)).toBeUndefined()
      expect(shown).not.toMatch(/^\s*::|##\[|^ | $| {2}/)
    }),
    { numRuns: 2000 },
  )
})
