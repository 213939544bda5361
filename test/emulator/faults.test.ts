import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createCertificateAuthority } from '../support/certificates.ts'
import type { Emulator, EmulatorOptions, FaultRule } from './emulator.ts'
import { arn, at, call, emulatorForTest, KEYS, PERSONA, personaBody } from './session.ts'

const SEED = {
  mappings: {
    'aws-persona': [
      { id: '55555555-5555-4555-8555-555555555555', arn_pattern: arn('ci'), account_identifier: 'a@example.com' },
    ],
  },
}

/** What came over the socket within some time, and how it ended. */
interface Raw {
  bytes: Buffer
  text: string
  body: string
  end: 'open' | 'fin' | 'reset'
}

/** What comes within a time after the first byte; a busy machine gets `patience` for that byte. */
async function raw({ url }: Emulator, forMs = 150, request = `GET ${PERSONA}`, patience = 5000): Promise<Raw> {
  const { hostname: host, port, protocol } = new URL(url)
  const options = { host, port: Number(port), rejectUnauthorized: false }
  const socket = protocol === 'https:' ? connectTls(options) : connect(options)
  const chunks: Buffer[] = []
  let end: Raw['end'] = 'open'
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('end', () => {
    end = 'fin'
  })
  socket.on('error', () => {
    end = 'reset'
  })
  const keys = Object.entries(KEYS).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`${request} HTTP/1.1\r\nHost: ${host}\r\n${keys.join('')}\r\n`)
  const closed = once(socket, 'close').catch(() => undefined)
  await Promise.race([sleep(patience), once(socket, 'data').catch(() => closed), closed])
  await Promise.race([sleep(forMs), closed])
  socket.destroy()
  const bytes = Buffer.concat(chunks)
  const text = bytes.toString()
  return { bytes, text, body: text.slice(text.indexOf('\r\n\r\n') + 4), end }
}

async function spoiled(fault: FaultRule['do'], options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await emulatorForTest({ seed: SEED, ...options })
  emulator.setFaults([{ do: fault }])
  return emulator
}

const lengthIn = (text: string): number => Number(/content-length: (\d+)/i.exec(text)?.[1])

test('status answers what it is given', async () => {
  const headers = { 'X-RateLimit-Reset': '2', 'Retry-After': '1' }
  const emulator = await spoiled({ status: 429, headers, body: { errors: ['Too many requests'] } })
  const answer = await call(emulator, 'GET', PERSONA)
  expect(answer).toMatchObject({ status: 429, type: 'application/json', json: { errors: ['Too many requests'] } })
  expect(answer.headers.get('x-ratelimit-reset')).toBe('2')
  emulator.setFaults([{ do: { status: 502, body: 'Bad Gateway', contentType: 'text/plain' } }])
  expect(await call(emulator, 'GET', PERSONA)).toMatchObject({ status: 502, type: 'text/plain', text: 'Bad Gateway' })
})

test('hang never answers', async () => {
  const emulator = await spoiled('hang')
  expect(await raw(emulator, 150, undefined, 0)).toMatchObject({ text: '', end: 'open' })
  await expect.poll(() => emulator.requests()).toMatchObject([{ fault: 'hang', status: null, applied: false }])
})

test('hangBody sends headers and then nothing', async () => {
  const { text, body, end } = await raw(await spoiled('hangBody'))
  expect(text).toMatch(/^HTTP\/1\.1 200 /)
  expect([body, end]).toEqual(['', 'open'])
})

test('drip sends a valid answer bit by bit', async () => {
  const slow = await raw(await spoiled({ kind: 'drip', everyMs: 40 }), 1000)
  expect(slow.body.length).toBeGreaterThan(0)
  expect(slow.body.length).toBeLessThan(60)
  const answer = await call(await spoiled({ kind: 'drip', everyMs: 1 }), 'GET', PERSONA)
  expect(answer.json['data']).toHaveLength(1)
})

test('chunkedForever goes on', async () => {
  const { text, end } = await raw(await spoiled({ kind: 'chunkedForever', everyMs: 10 }))
  expect(text).toContain('1\r\n \r\n1\r\n \r\n')
  expect(end).toBe('open')
})

test('reset ends the connection before headers', async () => {
  expect(await raw(await spoiled('reset'))).toMatchObject({ text: '', end: 'reset' })
})

test('reset works under TLS too', async () => {
  const emulator = await spoiled({ kind: 'reset' }, { tls: createCertificateAuthority().issue() })
  expect(emulator.url).toMatch(/^https:/)
  expect(await raw(emulator, 500)).toMatchObject({ text: '', end: 'reset' })
  emulator.setFaults([])
  expect((await raw(emulator, 500)).text).toContain('"data":[{')
})

test('resetMidBody ends the connection inside the body', async () => {
  const { text, end } = await raw(await spoiled('resetMidBody'), 500)
  expect(text).toMatch(/^HTTP\/1\.1 200 /)
  expect(end).toBe('reset')
})

test('cutBody ends before the declared length, shortLength goes on after it', async () => {
  const cut = await raw(await spoiled('cutBody'))
  expect(cut.end).toBe('fin')
  expect(cut.body.length).toBeLessThan(lengthIn(cut.text))
  const short = await raw(await spoiled('shortLength'))
  expect(short.body.length).toBeGreaterThan(lengthIn(short.text))
})

test('endlessBody and endlessHeaders send as much as is taken', async () => {
  const body = await raw(await spoiled('endlessBody'), 300)
  expect(body.bytes.length).toBeGreaterThan(200_000)
  const headers = await raw(await spoiled('endlessHeaders'), 300)
  expect(headers.bytes.length).toBeGreaterThan(200_000)
  expect(headers.text).not.toContain('\r\n\r\n')
})

test('bigBody is as big as asked, and JSON', async () => {
  const { text, json } = await call(await spoiled({ kind: 'bigBody', bytes: 3_000_000 }), 'GET', PERSONA)
  expect(text).toHaveLength(3_000_000)
  expect(json['data']).toEqual([])
})

test('garbage is not HTTP', async () => {
  expect((await raw(await spoiled('garbage'))).text).not.toContain('HTTP')
})

test('html, empty and redirect answer what a proxy would', async () => {
  const emulator = await spoiled('html')
  expect(await call(emulator, 'GET', PERSONA)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
  emulator.setFaults([{ do: 'empty' }])
  expect(await call(emulator, 'GET', PERSONA)).toMatchObject({ status: 200, text: '' })
  emulator.setFaults([{ do: { kind: 'redirect', status: 308, to: 'http://127.0.0.1:9/' } }])
  const moved = await call(emulator, 'GET', PERSONA)
  expect([moved.status, moved.headers.get('location')]).toEqual([308, 'http://127.0.0.1:9/'])
})

test('truncatedJson, wrongType, noId and mutate change the answer', async () => {
  const emulator = await spoiled('truncatedJson')
  expect((await call(emulator, 'GET', PERSONA)).text).toMatch(/^\{"data":\[/)
  expect((await call(emulator, 'GET', PERSONA)).json).toEqual({})
  emulator.setFaults([{ do: { kind: 'wrongType', dataType: 'aws_wif_config' } }])
  const typed = await call(emulator, 'GET', PERSONA)
  expect([typed.type, at(typed.json, 'data', 0, 'type')]).toEqual(['text/plain', 'aws_wif_config'])
  emulator.setFaults([{ do: 'noId' }])
  expect(at((await call(emulator, 'GET', PERSONA)).json, 'data', 0)).not.toHaveProperty('id')
  emulator.setFaults([{ do: { kind: 'mutate', set: { id: 'x', arn_pattern: '::error::\n##[x]' } } }])
  const hostile = await call(emulator, 'GET', PERSONA)
  expect(at(hostile.json, 'data', 0)).toMatchObject({
    id: 'x',
    attributes: { arn_pattern: '::error::\n##[x]', account_identifier: 'a@example.com' },
  })
})

test('latency waits', async () => {
  const started = performance.now()
  const { status } = await call(await spoiled({ kind: 'latency', ms: 80 }), 'GET', PERSONA)
  expect(status).toBe(200)
  expect(performance.now() - started).toBeGreaterThan(75)
})

test('echoCredentials repeats what it got, in every spelling', async () => {
  const emulator = await spoiled({ kind: 'echoCredentials', status: 403 })
  const headers = { 'dd-api-key': 'a/"b', 'dd-application-key': 'c+d', authorization: 'Bearer e=f' }
  const { status, text, headers: got } = await call(emulator, 'GET', PERSONA, undefined, headers)
  expect(status).toBe(403)
  const spellings = ['c+d', 'c%2Bd', Buffer.from('c+d').toString('base64'), 'Bearer e=f', 'Bearer%20e%3Df']
  for (const spelling of spellings) expect(text).toContain(spelling)
  expect([...got.values()]).toContain('c+d')
})

test('gzip compresses whatever was accepted', async () => {
  const { bytes, text } = await raw(await spoiled('gzip'))
  expect(text).toMatch(/content-encoding: gzip/i)
  expect(gunzipSync(bytes.subarray(bytes.indexOf('\r\n\r\n') + 4)).toString()).toMatch(/^\{"data":\[/)
  const cut = await raw(await spoiled({ kind: 'gzip', cut: true }))
  expect(() => gunzipSync(cut.bytes.subarray(cut.bytes.indexOf('\r\n\r\n') + 4))).toThrow()
})

test.each([100, 102, 103] as const)('status1xx sends %d before the answer', async (status) => {
  const { text } = await raw(await spoiled({ kind: 'status1xx', status, times: 2 }))
  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*HTTP/1\\.1 ${status} [\\s\\S]*HTTP/1\\.1 200 OK`))
})

test('the first rule that fits and has times left wins', async () => {
  const emulator = await emulatorForTest()
  emulator.setFaults([
    { method: 'GET', path: '^/api/v2/cloud_auth/(aws|github)/intake', do: { status: 500 } },
    { method: 'get', path: PERSONA, skip: 1, times: 2, do: { status: 503 } },
    { path: PERSONA, times: 1, do: { status: 429 } },
  ])
  const seen: number[] = []
  for (let count = 0; count < 5; count += 1) seen.push((await call(emulator, 'GET', PERSONA)).status)
  expect(seen).toEqual([429, 503, 503, 200, 200])
  expect((await call(emulator, 'GET', '/api/v2/cloud_auth/aws/intake_mapping')).status).toBe(500)
})

test('a rule may look for a text in the body', async () => {
  const emulator = await emulatorForTest()
  emulator.setFaults([{ method: 'POST', body: arn('two'), do: { status: 403 } }])
  const create = async (role: string) => (await call(emulator, 'POST', PERSONA, personaBody(arn(role)))).status
  expect(await Promise.all(['one', 'two', 'three'].map(create))).toEqual([201, 403, 201])
})

test('a fault comes before or after the request was carried out', async () => {
  const emulator = await emulatorForTest()
  const count = () => emulator.state().mappings['aws-persona'].length
  emulator.setFaults([{ method: 'POST', times: 1, do: { status: 502 } }])
  await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  expect(count()).toBe(0)
  emulator.setFaults([{ method: 'POST', when: 'after', do: 'reset' }])
  await expect(call(emulator, 'POST', PERSONA, personaBody(arn('ci')))).rejects.toThrow()
  expect(count()).toBe(1)
  expect(emulator.requests().map(({ applied }) => applied)).toEqual([false, true])
})

test.each<[string, unknown, string]>([
  ['no array', {}, 'expected an array'],
  ['an unknown fault', [{ do: 'explode' }], 'faults[0].do: no such fault (there are status, hang'],
  ['an unknown member', [{ do: 'hang' }, { do: 'hang', url: '/' }], 'faults[1].url'],
  ['a wrong count', [{ do: 'hang', times: -1 }], 'faults[0].times'],
  ['nothing to do', [{}], 'faults[0].do'],
  ['a missing member', [{ do: 'redirect' }], 'faults[0].do: redirect needs to'],
  ['a broken expression', [{ do: 'hang', path: '^(' }], 'Invalid regular expression'],
])('rules with %s are refused', async (_, rules, message) => {
  const emulator = await emulatorForTest()
  const answer = await call(emulator, 'PUT', '/__emulator/faults', rules)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(message)
})

test('close ends hanging and flooded connections at once', async () => {
  const emulator = await spoiled('hang')
  const pending = raw(emulator, 5000)
  await sleep(50)
  const started = performance.now()
  await emulator.close()
  await pending
  expect(performance.now() - started).toBeLessThan(4000)
})

test('bytes after the declared length are ignored and logged, missing ones are logged', async () => {
  const emulator = await emulatorForTest()
  const { text } = await raw(emulator, 150, `POST ${PERSONA} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n{} GET /`)
  expect(text).toMatch(/^HTTP\/1\.1 401 /)
  expect(emulator.requests()[0]?.trailing).toMatch(/^\{\}/)
  emulator.reset()
  await raw(emulator, 50, `POST ${PERSONA} HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{} GET /`, 50)
  await expect.poll(() => emulator.requests()).toMatchObject([{ method: 'POST', status: null, incomplete: true }])
})
