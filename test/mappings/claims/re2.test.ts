import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadRegex, type RegexEngine } from '../../../src/mappings/claims/re2.ts'
import { isAnchored, skeletonsOf, withoutAnchors } from '../../../src/mappings/claims/skeletons.ts'

function search(engine: RegexEngine, pattern: string, text: string) {
  const compiled = engine.compile(pattern)
  return 'problem' in compiled ? compiled.problem : compiled.matches(text)
}

describe('RE2', () => {
  test.each([
    ['b', 'abc', true],
    ['^b', 'abc', false],
    ['^a.c$', 'abc', true],
    ['(?i)ABC', 'abc', true],
    ['^[[:alpha:]]+$', 'abc', true],
    ['^\\pL+$', 'ä', true],
  ])('/%s/ in %s: %s', async (pattern, text, expected) => {
    expect(search(await loadRegex(), pattern, text)).toBe(expected)
  })

  test('what JavaScript has and RE2 has not is refused, and said so', async () => {
    const engine = await loadRegex()
    expect(engine.compile('(?=a)')).toEqual({ problem: 'RE2 has no look-around', beyondBounds: false })
    expect(engine.compile('(')).toMatchObject({ beyondBounds: false })
  })
})

describe('a hostile pattern ends soon, whatever it is', () => {
  const long = `x${'a'.repeat(4000)}b`

  test.each([
    ['(a+)+$', false],
    ['(a|aa)+b$', true],
    ['((a*)*)*x$', false],
    ['(.*){200}x$', false],
    ['(a|b)*a(a|b){300}c$', false],
    ['(.{0,30}){30}x$', false],
    [`${'(.{0,999})'.repeat(5)}x$`, undefined],
    ['(a{1000}){1000}', 'RE2 says: invalid repeat count: `{1000}`'],
    ['(a?){1000}'.repeat(400), 'the pattern repeats too much, and is not evaluated'],
    [`(?i)[${'B-\u{1e942}'.repeat(1000)}]`, 'the pattern has too many costly classes, and is not evaluated'],
    ['(?i)[^\\pL]'.repeat(350), false],
    ['a|'.repeat(50_000), 'the pattern is 100000 characters long, and is not evaluated'],
    ['('.repeat(2000) + ')'.repeat(2000), 'RE2 says: expression nests too deeply'],
  ])('pattern %#', async (pattern, expected) => {
    const engine = await loadRegex()
    const start = performance.now()
    const found = search(engine, pattern, long)
    expect(performance.now() - start).toBeLessThan(3000)
    if (typeof expected === 'string') expect(found).toContain(expected)
    else expect(found).toBe(expected)
  })

  test('and all of them together do not take longer than the work that the engine may do', async () => {
    const engine = await loadRegex(30_000_000)
    const answers = Array.from({ length: 1000 }, (_, index) => search(engine, `(a?){100}a{100}${index}$`, long))
    expect(answers[0]).toBe(false)
    expect(answers.at(-1)).toContain('not evaluated')
    expect(search(engine, 'a', 'a'.repeat(5000))).toSatisfy((answer) => answer !== true && answer !== false)
  })

  test('any text is a pattern or a problem, never an exception', async () => {
    const engine = await loadRegex(Number.MAX_SAFE_INTEGER)
    const pieces = fc.constantFrom(
      'a',
      '.',
      '*',
      '+',
      '?',
      '(',
      ')',
      '[',
      ']',
      '{2}',
      '{1,9}',
      '|',
      '^',
      '$',
      '\\',
      '\\Q',
      '\\E',
      '(?:',
      '(?i)',
      '\\pL',
      '\\x{41}',
      '-',
      '[:alpha:]',
    )
    const patterns = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(patterns, fc.string(), (pattern, text) => {
        const found = search(engine, pattern, text)
        expect(['boolean', 'string', 'undefined']).toContain(typeof found)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('skeletons', () => {
  test.each([
    ['^repo:a/b$', ['repo:a/b']],
    ['^a(?:b|c)d?$', ['ab', 'abd', 'ac', 'acd']],
    ['^a\\.b\\/c$', ['a.b/c']],
    ['^[.]x[ab]$', ['.x\u0000']],
    ['^a.*b{2}$', ['a\u0000\u0000']],
    ['^\\Qa.b\\E$', ['a.b']],
    ['^(?P<n>x)(?i)y$', ['xy']],
  ])('of /%s/', (pattern, expected) => {
    expect(skeletonsOf(pattern)?.map(withoutAnchors).sort()).toEqual(expected)
  })

  test('are given up when there are too many', () => {
    expect(skeletonsOf('(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)')).toBeUndefined()
    expect(skeletonsOf('a|'.repeat(2000))).toBeUndefined()
  })

  test('of an anchored pattern are right: RE2 finds it in nothing longer', async () => {
    const engine = await loadRegex(Number.MAX_SAFE_INTEGER)
    const pieces = fc.constantFrom('a', 'b', '.', '*', '?', '(', ')', '(?:', '|', '^', '$', '[ab]', '\\$', '\\^')
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
        fc.stringMatching(/^[ab]{0,4}$/),
        (pattern, text) => {
          const skeletons = skeletonsOf(pattern)
          const compiled = engine.compile(pattern)
          if ('problem' in compiled || skeletons === undefined || !isAnchored(skeletons)) return
          // "." takes any character, so the longer text has one that only "." can take, and it is counted.
          if (pattern.includes('.')) return
          expect(compiled.matches(`~${text}`)).toBe(false)
          expect(compiled.matches(`${text}~`)).toBe(false)
        },
      ),
      { numRuns: 5000 },
    )
  })
})
