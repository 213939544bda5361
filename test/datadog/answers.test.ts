import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorText, readJson, statusText, Unreadable, waitAskedFor } from '../../src/datadog/answers.ts'

const answer = (text: string, headers: Record<string, string | string[]> = {}, status = 400) => ({
  status,
  headers,
  text,
})
const errors = (...list: unknown[]) => answer(JSON.stringify({ errors: list }))

describe('what an error answer says', () => {
  test.each<[string, ReturnType<typeof answer>, string]>([
    ['a detail', errors({ title: 'Generic Error', detail: 'not integrated' }), 'not integrated'],
    ['a title', errors({ status: '404', title: 'Not Found' }), 'Not Found'],
    ['a text', errors('Unauthorized'), 'Unauthorized'],
    ['several', errors('a', { detail: 'b' }, { title: 'c' }), 'a; b; c'],
    ['a pointer', errors({ detail: 'wrong', source: { pointer: '/data/x' } }), 'wrong (at /data/x)'],
    ['an empty detail', errors({ detail: ' ', title: 'x' }), 'x'],
    ['one text that is no list', answer('{"errors":"x"}'), 'x'],
    ['JSON of another type', answer('{"errors":["x"]}', { 'content-type': 'text/html' }), 'x'],
    ['JSON behind white space', answer('\n {"errors":["x"]}\n'), 'x'],
    ['nothing', answer(''), ''],
    ['a page', answer('<html>x</html>'), ''],
    ['numbers', errors(1, null, [], {}, { detail: 7 }), ''],
    ['a list', answer('[1]'), ''],
    ['half of it', answer('{"errors":["x"'), ''],
    ['a compressed one', answer('{"errors":["x"]}', { 'content-encoding': 'gzip' }), ''],
  ])('%s', (_, given, expected) => {
    expect(errorText(given)).toBe(expected)
  })

  test('is short, however much there is', () => {
    expect(errorText(errors(...Array(1000).fill('x'))).split('; ')).toHaveLength(10)
  })

  test('is a text for any JSON and any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(typeof errorText(answer(text))).toBe('string')
        expect(typeof errorText(answer(`{"errors":${text}}`))).toBe('string')
      }),
    )
  })
})

test.each(['', ' ', '<x>', 'x', '{', '[1,', 'undefined', '\u0000'])(
  '%j is no JSON, and may be whole the next time',
  (text) => {
    expect(() => readJson(answer(text))).toThrow(Unreadable)
    expect(() => readJson(answer(text))).toThrow(expect.objectContaining({ garbled: true }))
  },
)

test('a wait is a finite number of milliseconds from 0, or none', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.date().map(String),
    fc.array(fc.string(), { minLength: 1 }),
  )
  fc.assert(
    fc.property(value, value, fc.constantFrom(408, 429, 503), (reset, after, status) => {
      const wait = waitAskedFor(
        answer('', { 'x-ratelimit-reset': reset, 'retry-after': after }, status),
        1_000_000_000_000,
      )
      if (wait !== undefined) expect(Number.isFinite(wait) && wait >= 0).toBe(true)
    }),
  )
})

test('a status is told as people know it', () => {
  expect([statusText(503), statusText(599)]).toEqual(['503 Service Unavailable', '599'])
})
