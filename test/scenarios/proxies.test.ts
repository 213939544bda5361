import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Certificate, createCertificateAuthority } from '../support/certificates.ts'
import { type LoopbackServer, startTlsFrontend } from '../support/loopback-server.ts'
import { type ProxyOptions, startProxy } from '../support/proxy.ts'
import { expectFailure, expectNoSecrets, expectSuccess, methods, runHere, runOperation, startDatadog } from './step.ts'

const LIST = { operation: 'list', retries: '1', timeout: '10' }
const HOST = 'api.datadog-behind-a-proxy.example'
const authority = createCertificateAuthority()
const folder = await mkdtemp(path.join(os.tmpdir(), 'certificates-'))
const caFile = path.join(folder, 'authority.pem')
writeFileSync(caFile, authority.cert)

const opened: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(opened.map((server) => server.close()))
  await rm(folder, { recursive: true })
})

/** A Datadog that speaks TLS, by default with a certificate for loopback and for a host that does not exist. */
async function startTls(certificate: Certificate = authority.issue({ hosts: [HOST, 'localhost', '127.0.0.1'] })) {
  const datadog = await startDatadog()
  const frontend = await startTlsFrontend(datadog.url, certificate)
  opened.push(frontend)
  return { datadog, url: frontend.url, port: frontend.port, unknown: `https://${HOST}` }
}

async function openProxy(options: ProxyOptions = {}) {
  const proxy = await startProxy(options)
  opened.push(proxy)
  return proxy
}

const trusting = (env: Record<string, string> = {}) => ({ env: { NODE_EXTRA_CA_CERTS: caFile, ...env } })

describe.concurrent('through a proxy', () => {
  test.each(['HTTPS_PROXY', 'https_proxy'])(
    'that %s names, a tunnel leads to hosts that only the proxy knows',
    async (name) => {
      const { datadog, port, unknown } = await startTls()
      const proxy = await openProxy({ leadTo: `127.0.0.1:${port}` })
      const step = await runOperation({ url: unknown }, LIST, trusting({ [name]: proxy.url }))
      expectSuccess(step, 'listed')
      expect(proxy.log.map(({ method, target }) => `${method} ${target}`)).toEqual([`CONNECT ${HOST}:443`])
      expect(JSON.stringify(proxy.log)).not.toMatch(/dd-api-key/i)
      expect(methods(datadog)).toEqual(['GET'])
      expect(step.log).toContain(`through the proxy 127.0.0.1:${proxy.port}`)
    },
  )

  test('without a scheme in its address', async () => {
    const { port, unknown } = await startTls()
    const proxy = await openProxy({ leadTo: `127.0.0.1:${port}` })
    const env = { HTTPS_PROXY: `127.0.0.1:${proxy.port}` }
    expectSuccess(await runOperation({ url: unknown }, LIST, trusting(env)), 'listed')
  })

  test('that speaks TLS itself', async () => {
    const { port, unknown } = await startTls()
    const proxy = await openProxy({ leadTo: `127.0.0.1:${port}` })
    const tls = await startTlsFrontend(proxy.url, authority.issue())
    opened.push(tls)
    expectSuccess(await runOperation({ url: unknown }, LIST, trusting({ HTTPS_PROXY: tls.url })), 'listed')
  })

  test('over http on loopback, the request is forwarded', async () => {
    const datadog = await startDatadog()
    const proxy = await openProxy()
    for (const name of ['HTTP_PROXY', 'http_proxy']) {
      expectSuccess(await runOperation(datadog, LIST, { env: { [name]: proxy.url } }), 'listed')
    }
    expect(proxy.log.map(({ method, status }) => `${method} ${status}`)).toEqual(['GET 200', 'GET 200'])
  })

  test('lower case comes first, and the other scheme and empty values count for nothing', async () => {
    const datadog = await startDatadog()
    const proxy = await openProxy()
    for (const env of [
      { http_proxy: proxy.url, HTTP_PROXY: 'http://127.0.0.1:9' },
      { http_proxy: '', HTTP_PROXY: proxy.url },
      { http_proxy: '  ', HTTP_PROXY: proxy.url, no_proxy: '', NO_PROXY: '' },
    ]) {
      expectSuccess(await runHere(datadog, LIST, { env }), 'listed')
    }
    expect(proxy.log).toHaveLength(3)
    expectSuccess(await runHere(datadog, LIST, { env: { HTTPS_PROXY: proxy.url, HTTP_PROXY: '' } }), 'listed')
    expect(proxy.log).toHaveLength(3)
    expect(methods(datadog)).toHaveLength(4)
  })

  // What else NO_PROXY may say is in test/datadog/proxy.test.ts.
  test('NO_PROXY with this host and port goes past it, and with another port it does not', async () => {
    const datadog = await startDatadog()
    const proxy = await openProxy()
    for (const name of ['NO_PROXY', 'no_proxy']) {
      const env = { HTTP_PROXY: proxy.url, [name]: new URL(datadog.url).host }
      expectSuccess(await runHere(datadog, LIST, { env }), 'listed')
    }
    expect(proxy.log).toEqual([])
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1:1' }
    expectSuccess(await runHere(datadog, LIST, { env }), 'listed')
    expect(proxy.log).toHaveLength(1)
  })
})

const PASSWORD = 'p@ss:w%rd/&"Zx9Kq3'
const USER = 'proxy-user-7f3a'
const TOKEN = Buffer.from(`${USER}:${PASSWORD}`).toString('base64')

describe.concurrent('the credentials of a proxy', () => {
  test('are sent to it alone and shown to nobody', async () => {
    const { datadog, url } = await startTls()
    const proxy = await openProxy({ credentials: `${USER}:${PASSWORD}` })
    const step = await runOperation({ url }, LIST, {
      ...trusting({ HTTPS_PROXY: proxy.urlWithCredentials }),
      debug: true,
    })
    expectSuccess(step, 'listed')
    expect(proxy.log).toMatchObject([{ method: 'CONNECT', status: 200 }])
    expectNoSecrets(step, PASSWORD, TOKEN)
    expect(JSON.stringify(datadog.requests())).not.toContain(TOKEN)
  })

  test('of a password alone, or a name alone, are sent too, and are as secret', async () => {
    const { url } = await startTls()
    for (const [credentials, login] of [
      [`:${PASSWORD}`, `:${encodeURIComponent(PASSWORD)}`],
      ['token-8c02a97be3560d6e:', 'token-8c02a97be3560d6e'],
    ] as const) {
      const proxy = await openProxy({ credentials })
      const env = { HTTPS_PROXY: `http://${login}@127.0.0.1:${proxy.port}` }
      const step = await runOperation({ url }, LIST, { ...trusting(env), debug: true })
      expectSuccess(step, 'listed')
      expectNoSecrets(step, PASSWORD, 'token-8c02a97be3560d6e')
    }
  })

  test('that are wrong or missing are an error that says so, at once', async () => {
    const { datadog, url } = await startTls()
    const proxy = await openProxy({ credentials: `${USER}:${PASSWORD}` })
    for (const login of ['', `${USER}:wrong-password-1234@`]) {
      const env = { HTTPS_PROXY: `http://${login}127.0.0.1:${proxy.port}` }
      const step = await runOperation({ url }, LIST, trusting(env))
      expectFailure(
        step,
        'network',
        `the proxy 127.0.0.1:${proxy.port} needs credentials, or does not accept the given ones`,
        /user:password@host/,
      )
      expectNoSecrets(step, 'wrong-password-1234')
    }
    expect(proxy.log).toHaveLength(2)
    expect(methods(datadog)).toEqual([])
  })

  test('that are wrong for a forwarded request are the same error', async () => {
    const proxy = await openProxy({ credentials: `${USER}:${PASSWORD}` })
    const step = await runHere(await startDatadog(), LIST, { env: { HTTP_PROXY: proxy.url } })
    expectFailure(step, 'network', /needs credentials, or does not accept the given ones \(407\)/)
  })

  test.each([
    `http://${USER}:p%zz-secret-part@127.0.0.1:3128`,
    'socks5://user:hidden-password@127.0.0.1:1080',
    'http://user:hidden-password@',
    'http://user:hidden-password@127.0.0.1:99999',
    'http://user:hidden-pass word@127.0.0.1:1\nx',
    'http://[::1:hidden-password',
    '::error::hidden-password',
  ])('in a malformed address (%j) are not shown: the variable is named', async (address) => {
    const step = await runHere({ url: 'https://127.0.0.1:9' }, LIST, {
      env: { HTTPS_PROXY: address },
      debug: true,
    })
    expectFailure(step, 'invalid-input', /the environment variable HTTPS_PROXY is not the address of an HTTP proxy/)
    expectNoSecrets(step, 'hidden-password', 'secret-part', 'hidden-pass')
  })
})

describe.concurrent('a proxy that does not work is named, and Datadog is not blamed', () => {
  test('when it refuses the connection', async () => {
    const proxy = await openProxy()
    await proxy.close()
    const step = await runHere({ url: 'https://127.0.0.1:9' }, LIST, { env: { HTTPS_PROXY: proxy.url } })
    expectFailure(
      step,
      'network',
      `the proxy 127.0.0.1:${proxy.port} refused the connection (ECONNREFUSED)`,
      /NO_PROXY/,
    )
  })

  test('when it does not exist', async () => {
    const env = { HTTPS_PROXY: 'http://proxy.invalid:3128' }
    const step = await runOperation({ url: 'https://127.0.0.1:9' }, LIST, { env })
    expectFailure(step, 'network', /the proxy proxy\.invalid:3128 (does not exist|cannot be looked up)/)
  })

  test.each([403, 502, 503])('when it answers %i', async (refuseWith) => {
    const proxy = await openProxy({ refuseWith })
    const step = await runHere({ url: 'https://127.0.0.1:9' }, LIST, { env: { HTTPS_PROXY: proxy.url } })
    expectFailure(step, 'network', `did not let the connection to 127.0.0.1:9 through (${refuseWith})`)
    expect(proxy.log).toHaveLength(refuseWith === 403 ? 1 : 2)
  })
})

describe.concurrent('a certificate', () => {
  const dayMs = 86_400_000
  test('of a private authority is trusted with NODE_EXTRA_CA_CERTS', async () => {
    const { url } = await startTls()
    expectSuccess(await runOperation({ url }, LIST, trusting()), 'listed')
  })

  test('of a private authority is refused without it, and the message says what to set', async () => {
    const { datadog, url } = await startTls()
    const step = await runOperation({ url }, LIST)
    expectFailure(step, 'network', /is not trusted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/, /set NODE_EXTRA_CA_CERTS/)
    expect(step.log.match(/Next try/g)).toBeNull()
    expect(methods(datadog)).toEqual([])
  })

  test.each([
    ['has expired', { notAfter: new Date(Date.now() - dayMs / 2) }, /has expired \(CERT_HAS_EXPIRED\).*renewed/],
    ['is not valid yet', { notBefore: new Date(Date.now() + dayMs / 2) }, /is not valid yet .*clock of the runner/],
    [
      'is for another host',
      { hosts: ['other.example'] },
      /is for another host \(ERR_TLS_CERT_ALTNAME_INVALID\).*api-url/,
    ],
  ])('that %s is refused with its reason', async (_, options, says) => {
    const { datadog, url } = await startTls(authority.issue(options))
    expectFailure(await runOperation({ url }, LIST, trusting()), 'network', says)
    expect(methods(datadog)).toEqual([])
  })

  test('is missing where there is no TLS', async () => {
    const datadog = await startDatadog()
    const step = await runHere({ url: datadog.url.replace('http:', 'https:') }, { ...LIST, retries: '0' })
    expectFailure(step, 'network', /does not speak TLS/)
  })
})
