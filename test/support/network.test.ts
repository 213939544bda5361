import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as tlsConnect } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { createCertificateAuthority } from './certificates.ts'
import { httpAnswer, startRawServer, startThief, startTlsFrontend } from './loopback-server.ts'
import { startProxy } from './proxy.ts'

const servers: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})
async function running<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting
  servers.push(server)
  return server
}
const hello = () =>
  running(startRawServer((socket, { head }) => socket.write(httpAnswer('200 OK', {}, head.split('\r\n')[0]))))

async function get(url: string, options: { ca?: string; proxy?: string; authorization?: string } = {}) {
  const { proxy, authorization, ca } = options
  const target = new URL(proxy ?? url)
  const ask = target.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = authorization === undefined ? {} : { 'Proxy-Authorization': authorization }
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    ask(target, { ca, agent: false, headers, ...(proxy ? { path: url } : {}) }, async (answer) => {
      resolve({ status: answer.statusCode, body: await text(answer) })
    })
      .on('error', reject)
      .end()
  })
}

describe('certificates', () => {
  const authority = createCertificateAuthority()

  test('a server with an issued certificate is trusted by who trusts the authority, and by nobody else', async () => {
    const { url } = await hello()
    const secure = await running(startTlsFrontend(url, authority.issue()))
    expect(await get(`${secure.url}/a`, { ca: authority.cert })).toEqual({ status: 200, body: 'GET /a HTTP/1.1' })
    await expect(get(secure.url)).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    await expect(get(secure.url, { ca: createCertificateAuthority().cert })).rejects.toMatchObject({
      code: 'CERT_SIGNATURE_FAILURE',
    })
  })

  test.each([
    ['for another host', { hosts: ['example.com'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['that is over', { notAfter: new Date('2026-01-01'), notBefore: new Date('2025-01-01') }, 'CERT_HAS_EXPIRED'],
  ])('one %s is refused', async (_, options, code) => {
    const server = await running(startRawServer(() => {}, authority.issue(options)))
    await expect(get(server.url, { ca: authority.cert })).rejects.toMatchObject({ code })
  })
})

describe('proxy', () => {
  test('forwards requests with absolute URLs and writes down what it saw', async () => {
    const { url } = await hello()
    const proxy = await running(startProxy())
    expect(await get(`${url}/x?y`, { proxy: proxy.url })).toEqual({ status: 200, body: 'GET /x?y HTTP/1.1' })
    expect(proxy.log).toMatchObject([{ method: 'GET', target: `${url}/x?y`, status: 200 }])
  })

  test('makes tunnels to where it is led, and cannot read what TLS carries through them', async () => {
    const authority = createCertificateAuthority()
    const server = await running(
      startRawServer(
        (socket) => socket.write(httpAnswer('200 OK', {}, 'ok')),
        authority.issue({ hosts: ['api.example'] }),
      ),
    )
    const proxy = await running(startProxy({ leadTo: `127.0.0.1:${server.port}` }))
    const socket = connect(proxy.port, '127.0.0.1')
    socket.write('CONNECT api.example:443 HTTP/1.1\r\nHost: api.example:443\r\n\r\n')
    await new Promise((resolve) => socket.once('data', resolve))
    const secure = tlsConnect({ socket, servername: 'api.example', ca: authority.cert })
    secure.write('GET /secret HTTP/1.1\r\nHost: api.example\r\n\r\n')
    expect(String(await new Promise((resolve) => secure.once('data', resolve)))).toContain('\r\n\r\nok')
    expect(server.requests[0]?.head).toContain('GET /secret')
    expect(proxy.log).toMatchObject([{ method: 'CONNECT', target: 'api.example:443', status: 200 }])
    expect(proxy.log[0]?.sent).not.toContain('secret')
    secure.destroy()
  })

  test('wants its credentials', async () => {
    const { url } = await hello()
    const proxy = await running(startProxy({ credentials: 'me:p@ss:word' }))
    expect(proxy.urlWithCredentials).toBe(`http://me:p%40ss%3Aword@127.0.0.1:${proxy.port}`)
    expect(await get(url, { proxy: proxy.url })).toMatchObject({ status: 407 })
    const authorization = `Basic ${Buffer.from('me:p@ss:word').toString('base64')}`
    expect(await get(url, { proxy: proxy.url, authorization })).toMatchObject({ status: 200 })
    expect(proxy.log.map(({ status }) => status)).toEqual([407, 200])
  })

  test('says 502 for a server that is not there, and what it is told to say', async () => {
    const gone = await hello()
    await gone.close()
    const proxy = await running(startProxy())
    expect(await get(gone.url, { proxy: proxy.url })).toMatchObject({ status: 502 })
    const refusing = await running(startProxy({ refuseWith: 403 }))
    expect(await get(gone.url, { proxy: refusing.url })).toMatchObject({ status: 403 })
  })
})

test('a raw server may break off, and closes with connections open', async () => {
  const server = await running(startRawServer((socket, _, index) => (index === 0 ? socket.destroy() : undefined)))
  await expect(get(server.url)).rejects.toMatchObject({ code: 'ECONNRESET' })
  const silent = get(server.url).catch((error: NodeJS.ErrnoException) => error.code)
  await expect.poll(() => server.requests.length).toBe(2)
  await server.close()
  expect(await silent).toBe('ECONNRESET')
})

test('a thief keeps what it is sent', async () => {
  const thief = await running(startThief())
  expect(thief.loot()).toBe('')
  expect(await get(`${thief.url}/?key=1`)).toMatchObject({ status: 200 })
  expect(thief.loot()).toContain('GET /?key=1')
})
