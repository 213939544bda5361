import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proxyFor } from '../../src/datadog/proxy.ts'

const DATADOG = 'https://api.us5.datadoghq.com'
const PROXY = 'http://proxy.example:3128'

function addressFor(origin: string, env: Record<string, string>): string | undefined {
  const result = proxyFor(origin, env)
  return 'problem' in result ? `problem: ${result.problem}` : result.value?.href
}

describe('NO_PROXY', () => {
  test.each([
    '*',
    'datadoghq.com',
    '.datadoghq.com',
    '*.datadoghq.com',
    'api.us5.datadoghq.com',
    'API.US5.DATADOGHQ.COM',
    'datadoghq.com:443',
    'x,datadoghq.com',
    'x datadoghq.com',
    'x, y ,\tdatadoghq.com,',
    'x\ndatadoghq.com',
  ])('%j keeps Datadog off the proxy', (NO_PROXY) => {
    expect(addressFor(DATADOG, { HTTPS_PROXY: PROXY, NO_PROXY })).toBeUndefined()
  })

  test.each([
    '',
    'example.com',
    'hq.com',
    'us3.datadoghq.com',
    'datadoghq.com:8443',
    'com.datadoghq',
    '10.0.0.0/8',
    '.',
    ',',
    ':',
    '[',
    'datadoghq.com/8',
  ])('%j does not', (NO_PROXY) => {
    expect(addressFor(DATADOG, { HTTPS_PROXY: PROXY, NO_PROXY })).toBe(`${PROXY}/`)
  })

  test.each<[string, string, boolean]>([
    ['https://10.1.2.3', '10.0.0.0/8', true],
    ['https://10.1.2.3:8443', '10.1.2.3', true],
    ['https://10.1.2.3:8443', '10.1.2.3:8443', true],
    ['https://11.1.2.3', '10.0.0.0/8', false],
    ['https://[fd00::1]', 'fd00::/8', true],
    ['https://[fd00::1]', '[fd00::1]', true],
    ['https://[fd00::1]:444', '[fd00::1]:444', true],
    ['https://[::1]', '::1', true],
    ['https://[fe00::1]', 'fd00::/8', false],
    ['https://10.1.2.3', '10.0.0.0/99', false],
    ['https://10.1.2.3', 'fd00::/8', false],
  ])('for %s and %s: %s', (origin, NO_PROXY, expected) => {
    expect(addressFor(origin, { HTTPS_PROXY: PROXY, NO_PROXY }) === undefined).toBe(expected)
  })

  test.each<[string, boolean]>([
    ['*', true],
    ['127.0.0.1', true],
    ['example.com, 127.0.0.1', true],
    ['127.0.0.1:8443', true],
    ['a b 127.0.0.1', true],
    ['127.0.0.0/8', true],
    ['127.0.0.2', false],
    ['127.0.0.1:1', false],
    ['localhost', false],
    ['.127.0.0.1.example', false],
    [' , ', false],
    ['10.0.0.0/8', false],
  ])('for loopback, %j, in either case: %s', (exceptions, expected) => {
    for (const name of ['NO_PROXY', 'no_proxy']) {
      const address = addressFor('https://127.0.0.1:8443', { HTTPS_PROXY: PROXY, [name]: exceptions })
      expect(address === undefined).toBe(expected)
    }
  })
})

test('a request for this machine does not go over http to a proxy elsewhere', () => {
  expect(addressFor('http://127.0.0.1:8080', { HTTP_PROXY: PROXY })).toBeUndefined()
  expect(addressFor('http://localhost:8080', { HTTP_PROXY: 'http://127.0.0.1:3128' })).toBe('http://127.0.0.1:3128/')
})

test('whatever the variables hold, the answer is a proxy, none, or a problem that shows no value', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.string({ unit: fc.constantFrom(...'htps:/@%[]. 1a') }),
  )
  fc.assert(
    fc.property(text, text, (HTTPS_PROXY, NO_PROXY) => {
      const result = proxyFor(DATADOG, { HTTPS_PROXY: `x${HTTPS_PROXY}`, NO_PROXY })
      if ('problem' in result) {
        expect(result.problem).toMatch(/^the environment variable HTTPS_PROXY is not the address of an HTTP proxy\. /)
        if (HTTPS_PROXY.trim().length > 12) expect(result.problem).not.toContain(HTTPS_PROXY.trim())
      } else if (result.value !== undefined) {
        expect(result.value.protocol).toMatch(/^https?:$/)
        expect(() => decodeURIComponent(`${result.value?.username}${result.value?.password}`)).not.toThrow()
      }
    }),
  )
})
