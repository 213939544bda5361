import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveApiUrl, resolveSite, SITE_NAMES } from '../../src/datadog/site.ts'

function site(text: string) {
  const resolved = resolveSite(text)
  return 'problem' in resolved
    ? { problem: resolved.problem, warnings: [], name: undefined, apiOrigin: undefined }
    : { problem: undefined, warnings: resolved.warnings, ...resolved.value }
}

test.each([
  ['datadoghq.com', 'https://api.datadoghq.com', 'https://app.datadoghq.com', false],
  ['us3.datadoghq.com', 'https://api.us3.datadoghq.com', 'https://us3.datadoghq.com', false],
  ['us5.datadoghq.com', 'https://api.us5.datadoghq.com', 'https://us5.datadoghq.com', false],
  ['datadoghq.eu', 'https://api.datadoghq.eu', 'https://app.datadoghq.eu', false],
  ['ap1.datadoghq.com', 'https://api.ap1.datadoghq.com', 'https://ap1.datadoghq.com', false],
  ['ap2.datadoghq.com', 'https://api.ap2.datadoghq.com', 'https://ap2.datadoghq.com', false],
  ['uk1.datadoghq.com', 'https://api.uk1.datadoghq.com', 'https://uk1.datadoghq.com', false],
  ['ddog-gov.com', 'https://api.ddog-gov.com', 'https://app.ddog-gov.com', true],
  ['us2.ddog-gov.com', 'https://api.us2.ddog-gov.com', 'https://us2.ddog-gov.com', true],
])('%s', (name, apiOrigin, appOrigin, gov) => {
  expect(resolveSite(name)).toEqual({ value: { name, apiOrigin, appOrigin, gov }, warnings: [] })
  const spellings = [
    name.toUpperCase(),
    `${name}.`,
    `https://${name}/`,
    `http://${name}`,
    `app.${name}`,
    `https://app.${name}/logs?q=1#x`,
  ]
  for (const text of [...spellings, `api.${name}`, `https://api.${name}/api/v2/`, `https://${name}:443`]) {
    expect(resolveSite(text)).toEqual({ value: { name, apiOrigin, appOrigin, gov }, warnings: [] })
  }
})

test.each([
  ['US1', 'datadoghq.com'],
  ['us', 'datadoghq.com'],
  ['US3', 'us3.datadoghq.com'],
  ['us5', 'us5.datadoghq.com'],
  ['EU', 'datadoghq.eu'],
  ['eu1', 'datadoghq.eu'],
  ['AP1', 'ap1.datadoghq.com'],
  ['AP2', 'ap2.datadoghq.com'],
  ['UK1', 'uk1.datadoghq.com'],
  ['US1-FED', 'ddog-gov.com'],
  ['us1_fed', 'ddog-gov.com'],
  ['gov', 'ddog-gov.com'],
  ['US2-FED', 'us2.ddog-gov.com'],
  ['us1.datadoghq.com', 'datadoghq.com'],
  ['app.us1.datadoghq.com', 'datadoghq.com'],
  ['eu1.datadoghq.eu', 'datadoghq.eu'],
])('%s is %s', (text, name) => {
  expect(site(text)).toMatchObject({ name, warnings: [] })
})

test.each([
  ['acme.datadoghq.com', 'datadoghq.com', "organization's own"],
  ['https://acme.datadoghq.eu/dashboard', 'datadoghq.eu', "organization's own"],
  ['acme.us3.datadoghq.com', 'us3.datadoghq.com', "organization's own"],
  ['us7.datadoghq.com', 'us7.datadoghq.com', 'used as given'],
  ['app.jp12.datadoghq.com', 'jp12.datadoghq.com', 'used as given'],
  ['us3.ddog-gov.com', undefined, ''],
])('%s is %s, with a warning', (text, name, warning) => {
  expect(site(text).name).toBe(name)
  expect(site(text).warnings.join()).toContain(warning)
  for (const sentence of site(text).warnings) expect(sentence).toMatch(/[^.]\.$/)
})

describe('what is not a site of Datadog is refused', () => {
  test.each([
    ['eu.datadoghq.com', '"datadoghq.eu"'],
    ['eu1.datadoghq.com', '"datadoghq.eu"'],
    ['us3.datadoghq.eu', '"us3.datadoghq.com"'],
    ['us-3.datadoghq.com', '"us3.datadoghq.com"'],
    ['gov.datadoghq.com', '"ddog-gov.com"'],
    ['datadog.com', '"datadoghq.com"'],
    ['datadoqhq.com', '"datadoghq.com"'],
    ['datad0g.com', '"datadoghq.com"'],
    ['us3.datadoghq.co', '"us3.datadoghq.com"'],
    ['http-intake.logs.us5.datadoghq.com', '"us5.datadoghq.com"'],
    ['datadoghq.com.evil.com', 'us3.datadoghq.com'],
    ['evil.com/datadoghq.com', 'us3.datadoghq.com'],
    ['https://evil.com/?x=.datadoghq.com', 'us3.datadoghq.com'],
    ['datadoghq.com\\evil.com', 'datadoghq.com'],
    ['evil.com#.datadoghq.com', 'datadoghq.com'],
    ['evildatadoghq.com', 'datadoghq.com'],
    ['d\u0430tadoghq.com', 'datadoghq.com'],
    ['datadoghq。com', 'datadoghq.com'],
    ['datadoghq.com:8443', 'api-url'],
    ['datadoghq.com..', 'datadoghq.com'],
    ['.datadoghq.com', 'datadoghq.com'],
    ['ftp://datadoghq.com', 'datadoghq.com'],
    ['constructor', 'datadoghq.com'],
    ['__proto__', 'datadoghq.com'],
    ['', 'datadoghq.com'],
  ])('%s', (text, advice) => {
    expect(site(text).problem).toContain(advice)
    expect(site(text).apiOrigin).toBeUndefined()
  })

  test('and neither a password nor an endless value is repeated', () => {
    expect(site('user:hunter2@datadoghq.com').problem).not.toContain('hunter2')
    expect(site('datadoghq.com@evil.com').problem).toContain('"@"')
    expect(site('x'.repeat(5000)).problem).not.toContain('xxx')
  })
})

const ORIGIN = /^https:\/\/api\.(?:[a-z]{2,3}\d{1,2}\.)?(?:datadoghq\.com|datadoghq\.eu|ddog-gov\.com)$/
const pieces = fc.constantFrom(
  ...SITE_NAMES,
  'https://',
  'app.',
  '.',
  '/',
  '@',
  ':',
  '443',
  '\\',
  '%2e',
  'evil',
  'us7',
  '#',
  '?',
  '-',
  '\u3002',
  '\u0430',
  'K',
)

test('whatever is given, a key goes to a host of Datadog or nowhere', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { problem, apiOrigin } = site(text)
      if (apiOrigin === undefined) expect(problem).toMatch(/[^.][.?]$/)
      else {
        expect(apiOrigin).toMatch(ORIGIN)
        expect(new URL(apiOrigin).origin).toBe(apiOrigin)
      }
    }),
    { numRuns: 5000 },
  )
})

function apiUrl(text: string) {
  const resolved = resolveApiUrl(text)
  return 'problem' in resolved ? { problem: resolved.problem } : { origin: resolved.value, warnings: resolved.warnings }
}

describe('api-url', () => {
  test.each([
    ['https://proxy.example.com', 'https://proxy.example.com'],
    ['https://proxy.example.com/', 'https://proxy.example.com'],
    ['HTTPS://Proxy.Example.com:8443', 'https://proxy.example.com:8443'],
    ['https://10.0.0.1', 'https://10.0.0.1'],
    ['http://127.0.0.1:8126', 'http://127.0.0.1:8126'],
    ['http://127.1:80', 'http://127.0.0.1'],
    ['http://[::1]:8126/', 'http://[::1]:8126'],
    ['http://localhost:8126', 'http://localhost:8126'],
    ['https://api.datadoghq.com', 'https://api.datadoghq.com'],
  ])('%s is %s', (text, origin) => {
    expect(apiUrl(text)).toEqual({ origin, warnings: [] })
  })

  test.each([
    ['http://proxy.example.com', 'unencrypted; write "https://proxy.example.com"'],
    ['http://localhost.evil.com', 'unencrypted'],
    ['http://localhost%2eevil.com', 'unencrypted'],
    ['http://localhost./', 'unencrypted'],
    ['http://127.0.0.1.evil.com', 'unencrypted'],
    ['http://0.0.0.0', 'unencrypted'],
    ['http://128.0.0.1', 'unencrypted'],
    ['http://[::ffff:127.0.0.1]', 'unencrypted'],
    [
      'https://proxy.example.com/datadog',
      'has a path, which the action adds itself; write "https://proxy.example.com"',
    ],
    ['https://proxy.example.com?', 'query'],
    ['https://proxy.example.com/#x', 'fragment'],
    ['https://proxy example.com', 'white space'],
    ['https:\\\\proxy.example.com', 'backslash'],
    ['https://', 'not a URL'],
    ['ftp://proxy.example.com', 'not an https URL'],
    ['proxy.example.com/x', 'write "https://proxy.example.com"'],
    ['localhost:8126', 'write "http://localhost:8126"'],
    ['', 'not a URL'],
  ])('%s is refused', (text, reason) => {
    expect(apiUrl(text).problem).toContain(reason)
  })

  test('a password or a key in it is not repeated', () => {
    expect(apiUrl('https://user:hunter2@proxy.example.com').problem).not.toContain('hunter2')
    expect(apiUrl('hunter2@proxy.example.com').problem).not.toContain('hunter2')
    expect(apiUrl('https://proxy.example.com?api_key=hunter2').problem).not.toContain('hunter2')
  })

  test('a web address of Datadog is used with a hint at site', () => {
    expect(apiUrl('https://app.datadoghq.eu').warnings?.join()).toContain('site: datadoghq.eu')
  })

  test('whatever is given, the answer is a bare origin, and http stays on the machine', () => {
    const texts = fc.oneof(
      fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }),
      fc.string(),
      fc.webAuthority().map((host) => `http://${host}`),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const { origin, problem } = apiUrl(text)
        if (origin === undefined) {
          expect(problem).toMatch(/[^.]\.$/)
          return
        }
        expect(new URL(origin).origin).toBe(origin)
        if (!origin.startsWith('https://'))
          expect(origin).toMatch(/^http:\/\/(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)(?::\d+)?$/)
      }),
      { numRuns: 2000 },
    )
  })
})
