import { describe, expect, test } from 'vitest'
import { explainLoss, isNetworkError, Unanswered } from '../../src/datadog/network-errors.ts'
import { socketError } from './fake-session.ts'

const HOST = 'api.datadoghq.com'
const PROXY = 'proxy.example:3128'

describe('an error of the network', () => {
  test.each([
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EPROTO'],
    ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_ABORTED', 'UND_ERR_INFO'],
    ...['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_PRX_TLS', 'UND_ERR_PRX_CONN', 'HPE_INVALID_CONSTANT'],
    ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'HOSTNAME_MISMATCH'],
    ...['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_OSSL_EVP_UNSUPPORTED'],
  ])('has the code %s', (code) => {
    expect(isNetworkError(socketError(code))).toBe(true)
  })

  test('is one of the limits of the transport, of the parser, or a refusal by a proxy', () => {
    expect(isNetworkError(new DOMException('late', 'TimeoutError'))).toBe(true)
    expect(isNetworkError(new DOMException('large', 'QuotaExceededError'))).toBe(true)
    expect(isNetworkError(Object.assign(new Error('x'), { name: 'HTTPParserError' }))).toBe(true)
    const refusal = 'Proxy Authentication Required (407)'
    expect(isNetworkError(Object.assign(new Error(refusal), { code: 'UND_ERR_INVALID_ARG' }))).toBe(true)
  })
})

test.each<[string, unknown]>([
  ['a TypeError', new TypeError('x is not a function')],
  ['an assertion', Object.assign(new Error('x'), { code: 'ERR_ASSERTION' })],
  ['a wrong argument of Node', socketError('ERR_INVALID_ARG_TYPE')],
  ['a wrong argument of undici', socketError('UND_ERR_INVALID_ARG')],
  ['a wrong body', socketError('UND_ERR_REQ_CONTENT_LENGTH_MISMATCH')],
  ['a text', 'ECONNRESET'],
  ['nothing', undefined],
])('is not %s', (_, error) => {
  expect(isNetworkError(error)).toBe(false)
})

test.each<[string, unknown, boolean, object]>([
  ['Datadog', socketError('ECONNREFUSED'), false, { why: `${HOST} refused the connection (ECONNREFUSED)` }],
  ['an unknown error', socketError('EFOO'), true, { why: `the connection to ${HOST} failed (EFOO)`, transient: true }],
  ['an unknown host', socketError('ENOTFOUND'), false, { transient: false }],
  ['a certificate', socketError('CERT_HAS_EXPIRED'), false, { reason: 'network', transient: false }],
  ['a connection that the step has closed', socketError('UND_ERR_DESTROYED'), false, { transient: false }],
  ['a large body', new DOMException('x', 'QuotaExceededError'), true, { reason: 'bad-response', transient: false }],
  ['a late answer', new DOMException('x', 'TimeoutError'), true, { reason: 'timeout', transient: true }],
])('a loss by %s is explained', (_, cause, sent, expected) => {
  expect(explainLoss(new Unanswered(cause, sent), { host: HOST })).toMatchObject({ ...expected, sent })
})

test.each<[string, boolean, boolean]>([
  ['Proxy response (407) !== 200 when HTTP Tunneling', false, false],
  ['Proxy response (403) !== 200 when HTTP Tunneling', false, false],
  ['Proxy response (502) !== 200 when HTTP Tunneling', false, true],
])('a proxy that refuses is named and repeated only when it may pass: %s', (message, sent, transient) => {
  const loss = explainLoss(new Unanswered(new Error(message), true), { host: HOST, proxy: PROXY })
  expect(loss).toMatchObject({ reason: 'network', why: expect.stringContaining(PROXY), sent, transient })
})

test('before the request is sent, the proxy is the other side', () => {
  const route = { host: HOST, proxy: PROXY }
  const before = explainLoss(new Unanswered(socketError('ECONNRESET'), false), route)
  expect(before).toMatchObject({ why: expect.stringContaining(PROXY), advice: expect.stringContaining('NO_PROXY') })
  const after = explainLoss(new Unanswered(socketError('ECONNRESET'), true), route)
  expect(after.why).toBe(`${HOST} broke the connection (ECONNRESET)`)
})
