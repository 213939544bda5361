import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code, cut, inert, markdown, oneLine } from '../../../src/action/report/safe-text.ts'
import { elementsOf, firstCode, rendered, textOutsideCode } from '../../support/rendered.ts'
import { parseWorkflowCommand } from '../../support/workflow-commands.ts'

const COMMANDS = [
  '::set-output name=x::y',
  '  ::error::x',
  '\u00a0\u2003\ufeff::add-mask::x',
  '##[error]x',
  'text ##[group]x',
  '###[error]x',
  '##[##[error]]x',
  '#\u200b#[error]x',
  '\u001b[31m::stop-commands::token',
  ':\u200b:error::x',
  '\u0000::debug::x',
  '#\u001b[0m#[add-mask]x',
  'a\n::error::b',
  'a\r##[error]b',
  'a\u2028::warning::b',
  'a\u0085::warning::b',
]

const MARKDOWN = [
  '<img src=x onerror=alert(1)>',
  '<!-- comment',
  '</details></table>',
  '![image](https://evil.example/x.png)',
  '[link](javascript:alert(1))',
  '[ref]: https://evil.example',
  'https://evil.example/x',
  'http://evil.example',
  'www.evil.example',
  'WWW.evil.example',
  'mailto:a@evil.example',
  'someone@evil.example',
  '@octocat',
  'text @org/team, please',
  '#123',
  'org/repo#1',
  '**bold** _it_ ~~gone~~',
  '`code`',
  '``` fence',
  'a | b | c',
  'a\\|b',
  'a\\\\|<b>x</b>|@octocat',
  'x\\|`|![](https://evil.example)',
  '`a` | `<b>` \\| @octocat',
  '\\',
  'x\\',
  '&lt;b&gt; &amp; &#64;octocat',
  '$\\evil$',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '[^1]',
  '[x]',
]

const hostile = fc.oneof(
  fc.constantFrom(...MARKDOWN, ...COMMANDS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'`|\\<>&@#[]()!*_~:/$ a1.\n-="'), maxLength: 40 }),
)
const text = fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join(' '))

describe('one line', () => {
  test('has no control, format, private or unpaired character, and keeps what can be seen', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(oneLine(given)).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u)
      }),
    )
    expect(oneLine('a\tb\r\nc\u001b[1;31md\u202ee\u200bf\u{e0041}')).toBe(
      'a b c\\u001b[1;31md\\u202ee\\u200bf\\u{e0041}',
    )
    expect(oneLine('Zürich 日本 🚀 → é')).toBe('Zürich 日本 🚀 → é')
  })

  test('is made in linear time', () => {
    for (const piece of ['\u001b', '\u001b[', '\u001b[1', '\u001b]', '\n', '\u200b', 'a']) {
      const start = performance.now()
      oneLine(piece.repeat(1_000_000))
      // It takes tenths of a second, ten times that on a busy machine; in quadratic time it would be hours.
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(10_000)
    }
  })
})

test('no line holds a command for the runner, whatever it is made of', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const line of [inert(oneLine(given)), `prefix ${inert(oneLine(given))}`])
        expect(parseWorkflowCommand(line, () => true)).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('an emoji is not cut in half, wherever the cut is', () => {
  for (let limit = 25; limit < 35; limit++) expect(cut('\u{1f600}'.repeat(50), limit).isWellFormed()).toBe(true)
})

test('a cut text is no longer than allowed, says its size and splits no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.integer({ min: 30, max: 60 }), (given, limit) => {
      const short = cut(given, limit)
      expect(short.length).toBeLessThanOrEqual(limit)
      expect(short.isWellFormed()).toBe(true)
      if (given.length > limit) expect(short).toContain(`… (${given.length} characters)`)
    }),
  )
})

const CELL_ELEMENTS = ['code', 'table', 'tbody', 'td', 'th', 'thead', 'tr']
const inTable = (cell: string) => rendered(`| Who | Id |\n| --- | --- |\n| ${cell} | \`last\` |`)

describe('in Markdown', () => {
  test.each(MARKDOWN)('a sentence with %s is text', (given) => expectPlainSentence(given))
  test.each(MARKDOWN)('a cell with %s is code and stays one cell', (given) => expectPlainCell(given))

  test('any sentence is text', () => {
    fc.assert(
      fc.property(text, (given) => expectPlainSentence(given)),
      { numRuns: 500 },
    )
  })

  test('any cell is code and stays one cell', () => {
    fc.assert(
      fc.property(text, (given) => expectPlainCell(given)),
      { numRuns: 500 },
    )
  })
})

function expectPlainSentence(given: string): void {
  const line = oneLine(given)
  const html = rendered(`Found ${markdown(line)} there.`)
  expect(['code p', 'p']).toContain(elementsOf(html).join(' '))
  expect(textOutsideCode(html)).not.toMatch(/@\w|#\d|\w@\w/)
}

function expectPlainCell(given: string): void {
  const line = oneLine(given)
  const html = inTable(code(line))
  expect(elementsOf(html).filter((name) => !CELL_ELEMENTS.includes(name))).toEqual([])
  expect(html.match(/<tr>/g)).toHaveLength(2)
  expect(html.match(/<td>/g)).toHaveLength(2)
  expect(html).toContain('<td><code>last</code></td>')
  if (line.trim() !== '') expect(firstCode(html)?.trim()).toBe(line.trim())
  expect(textOutsideCode(html)).not.toMatch(/[@#]\w/)
}
