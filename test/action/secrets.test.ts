import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Secrets } from '../../src/action/secrets.ts'
import { repositoryRoot } from '../support/action-manifest.ts'
import { node24 } from '../support/step-environment.ts'

const KEY = '4f1d8c02A97be3560d6e81b2c3f49a75'
const ODD = 'ddapp_Zx"9%K$q\\3\'<m&7>+/='

let printed = ''
beforeEach(() => {
  printed = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += chunk
    return true
  })
  return () => spy.mockRestore()
})

function secretsOf(...values: string[]): Secrets {
  const secrets = new Secrets()
  for (const value of values) secrets.add(value)
  return secrets
}

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0')
const each = (spell: (character: string) => string) => (text: string) => Array.from(text, spell).join('')
const between = (gap: string) => (text: string) => Array.from(text).join(gap)

const SPELLINGS: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  'upper case': (secret) => secret.toUpperCase(),
  'lower case': (secret) => secret.toLowerCase(),
  JSON: (secret) => JSON.stringify(secret),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'JSON in JSON in JSON': (secret) => JSON.stringify(JSON.stringify(JSON.stringify({ key: secret }))),
  'URL-encoded': encodeURIComponent,
  'URL-encoded in lower case': (secret) => encodeURIComponent(secret).toLowerCase(),
  'URL-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'all percent': each((character) => `%${hex(character)}`),
  'all \\u': each((character) => `\\u00${hex(character)}`),
  'all \\\\u': each((character) => `\\\\u00${hex(character).toUpperCase()}`),
  'all \\x': each((character) => `\\x${hex(character)}`),
  'decimal references': each((character) => `&#${character.charCodeAt(0)};`),
  'hexadecimal references': each((character) => `&#x${hex(character)};`),
  'references in references': each((character) => `&amp;#0${character.charCodeAt(0)};`),
  'HTML-escaped': (secret) =>
    secret.replace(/[&<>"']/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[c] ?? '#39'};`),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'base64 URL-encoded': (secret) => encodeURIComponent(Buffer.from(secret).toString('base64')),
  'base64 in lines': (secret) => Buffer.from(secret).toString('base64').replace(/.{10}/g, '$&\r\n'),
  hexadecimal: (secret) => Buffer.from(secret).toString('hex'),
  'split by spaces': between(' '),
  'split by line breaks': between('\r\n'),
  'split by zero-width spaces': between('\u200b'),
  'split by bidi controls': between('\u202e\u2066'),
  'split by NUL': between('\u0000'),
  'split by escaped breaks': between('\\u000a'),
  'split by ANSI colours': between('\u001b[31m'),
  'split by escaped ANSI colours': between('\\u001b[1;31m'),
  'split by tag characters': between('\u{e0041}'),
  'split by fillers': between('\u3164\u2800\u034f'),
  'split by escapes as we show them': between('\\u{e0041}\\u200b'),
  'behind the beginning of a sequence': (secret) => `\u001b[${secret}`,
  'in the title of a terminal': (secret) => `\u001b]0;${secret}\u0007`,
  'split by titles of a terminal': between('\u001b]0;x\u0007'),
}

describe.each([KEY, ODD])('the secret %s', (secret) => {
  test.each(Object.keys(SPELLINGS))('is taken out as %s', (name) => {
    const spelled = SPELLINGS[name]?.(secret) ?? ''
    const text = secretsOf(secret).redact(`before <${spelled}> after`)
    expect(text).toMatch(/^before <[^a-z1-9]{0,20}(key[^a-z0-9]{0,20})?\*\*\*[^a-z0-9]{0,20}[uq]?> after$/is)
  })

  test.each([0, 1, 2, 3, 4])('is taken out of base64 of something longer, %i bytes after its start', (offset) => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const text = Buffer.from(`${'x'.repeat(offset)}${secret}:and more`).toString(encoding)
      const redacted = secretsOf(secret).redact(text)
      const rest = redacted.split('***').map((part) => Buffer.from(part, encoding).toString('latin1'))
      expect(redacted).toContain('***')
      for (let at = 0; at + 4 <= secret.length; at++) expect(rest.join(' ')).not.toContain(secret.slice(at, at + 4))
    }
  })

  test('is masked in the runner in the forms that it can look for', () => {
    secretsOf(secret)
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
      expect(printed).toContain(`::add-mask::${form.replaceAll('%', '%25')}\n`)
  })

  test('goes from the end of a cut text, be it ever so short', () => {
    const secrets = secretsOf(secret)
    for (const name of ['raw', 'all \\u', 'all percent', 'decimal references', 'split by zero-width spaces', 'JSON']) {
      const spelled = SPELLINGS[name]?.(secret) ?? ''
      for (let length = 1; length < spelled.length; length++) {
        const redacted = secrets.redactBeginning(`before ${spelled.slice(0, length)}`)
        expect(redacted).toMatch(/^before "?(\*\*\*("|%5c|\\u005c|&#92;|[\\\u200b]*))?$/)
      }
    }
  })

  test('and nothing else goes', () => {
    const secrets = secretsOf(secret)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }), (before, after) => {
        expect(secrets.redact(before)).toBe(before)
        const redacted = secrets.redact(`${before} [${secret}] ${after}`)
        expect(redacted).toBe(`${before} [***] ${after}`)
      }),
    )
  })
})

test('any key of printable characters is found in any mixture of its spellings', () => {
  const spell = fc.constantFrom<(character: string) => string>(
    (c) => c,
    (c) => `\\u00${hex(c)}`,
    (c) => `%${hex(c)}`,
    (c) => `%25${hex(c)}`,
    (c) => `&#${c.charCodeAt(0)};`,
    (c) => `${c}\u200d`,
  )
  const key = fc.stringMatching(/^[A-Za-z0-9_+/=-]{8,60}$/)
  fc.assert(
    fc.property(key, fc.array(spell, { minLength: 60, maxLength: 60 }), (secret, spells) => {
      const text = Array.from(secret, (character, index) => spells[index]?.(character)).join('')
      expect(secretsOf(secret).redact(`(${text})`)).toMatch(/^\(\*\*\*\u200d?\)$/)
    }),
  )
})

test('several secrets, one inside another, touching or overlapping, leave nothing', () => {
  const secrets = secretsOf('abcdefgh', 'cdef', 'ghijkl')
  expect(secrets.redact('abcdefghijkl')).toBe('***')
  expect(secrets.redact('abcdefghabcdefgh and cdef')).toBe('*** and ***')
})

test('a secret of several lines goes line by line and as a whole', () => {
  const secrets = secretsOf('first-line\nsecond-line\r\n')
  expect(secrets.redact('x first-line y second-line z')).toBe('x *** y *** z')
  expect(secrets.redact('first-line\\nsecond-line')).toMatch(/^\*\*\*(\\n\*\*\*)?$/)
})

test('a short secret is left to the runner, an empty one to nobody', () => {
  const secrets = secretsOf('abc', '', ' \n ')
  expect(secrets.redact('abc abc')).toBe('abc abc')
  expect(printed).toBe('::add-mask::abc\n')
})

test('a long text is searched in linear time, whatever it is made of', () => {
  const secrets = secretsOf(KEY, ODD, 'e'.repeat(2000))
  for (const piece of [
    'e',
    '\\',
    '\\u0065',
    '%25',
    '&amp;',
    '\u001b[',
    '\u001b]',
    '\u3164',
    ' ',
    KEY.slice(0, -1),
    `${KEY} `,
  ]) {
    const text = piece.repeat(Math.ceil(300_000 / piece.length))
    const start = performance.now()
    secrets.redact(text)
    secrets.redactBeginning(text.slice(0, 65_536))
    expect(performance.now() - start, JSON.stringify(piece.slice(0, 20))).toBeLessThan(5_000)
  }
})

test('a secret in a text of 16 MiB costs memory for what is replaced, not for every letter', async () => {
  const text = `${'some-team-some-service '.repeat(700_000)}${KEY}`
  const code = `
    import { Secrets } from './src/action/secrets.ts'
    const secrets = new Secrets(() => undefined)
    secrets.add(${JSON.stringify(KEY)})
    const text = ${JSON.stringify('some-team-some-service ')}.repeat(700_000) + ${JSON.stringify(KEY)}
    const redacted = secrets.redact(text)
    console.log(JSON.stringify({ right: redacted === text.slice(0, -${KEY.length}) + '***', rssMiB: process.resourceUsage().maxRSS / 1024 }))`
  const { stdout } = await promisify(execFile)(node24(), ['--input-type=module', '--eval', code], {
    cwd: repositoryRoot,
  })
  const { right, rssMiB } = JSON.parse(stdout) as { right: boolean; rssMiB: number }
  expect(right).toBe(true)
  expect(rssMiB).toBeLessThan((text.length / 2 ** 20) * 40)
}, 60_000)

test('many texts at once lose the same secrets as each of them alone', () => {
  const secrets = new Secrets(() => undefined)
  secrets.add('k3y-of-the-org')
  const piece = fc.constantFrom(
    'k3y',
    '-of-',
    'the-org',
    'k3y-of-the-org',
    ' ',
    '\\',
    '%2D',
    '%',
    '&#45;',
    '|',
    '…',
    '\u001b]',
    '\u001b[1m',
    'é',
    'K3Y',
  )
  const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      expect(secrets.redactAll(lines)).toEqual(lines.map((one) => secrets.redact(one)))
    }),
    { numRuns: 2000 },
  )
})

test('the runner masks what it would not find by itself: + for a space, \\/ of JSON, %25 of a command', () => {
  const masks: string[] = []
  new Secrets((form) => masks.push(form)).add('a b/c%d')
  for (const form of ['a+b%2Fc%25d', 'a b\\/c%d', 'a b/c%25d']) expect(masks).toContain(form)
})
