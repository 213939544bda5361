import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { Unanswered } from '../../src/datadog/network-errors.ts'
import { createTransport, type Exchange, type Transport } from '../../src/datadog/transport.ts'
import { httpAnswer, listen, startRawServer } from '../support/loopback-server.ts'

const signal = new AbortController().signal
const request = (more: Partial<Exchange> = {}): Exchange => ({
  method: 'GET',
  path: '/',
  headers: {},
  signal,
  limit: 10_000,
  ...more,
})

async function open(origin: string): Promise<Transport> {
  const transport = await createTransport(origin, undefined, systemClock)
  onTestFinished(() => transport.close())
  return transport
}

async function serve(...[answer]: Parameters<typeof startRawServer>) {
  const server = await startRawServer(answer)
  onTestFinished(() => server.close())
  return { server, transport: await open(server.url) }
}

async function lossOf(promise: Promise<unknown>): Promise<Unanswered> {
  const thrown = await promise.catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(Unanswered)
  return thrown as Unanswered
}

test('an answer is read whole, whatever its status and however it is cut', async () => {
  const { transport, server } = await serve(async (socket) => {
    const text = httpAnswer('418 No', { 'Content-Type': 'text/plain' }, 'zwölf → 🚀')
    for (const byte of Buffer.from(text)) socket.write(Buffer.from([byte]))
  })
  await expect(transport.exchange(request({ method: 'POST', body: '{"a":1}' }))).resolves.toMatchObject({
    status: 418,
    headers: { 'content-type': 'text/plain' },
    text: 'zwölf → 🚀',
  })
  expect(server.requests[0]).toMatchObject({ body: '{"a":1}' })
})

test('a request that is broken off is not sent again by itself', async () => {
  const { transport, server } = await serve((socket) => socket.destroy())
  for (const method of ['GET', 'POST', 'DELETE', 'PATCH'] as const) {
    expect(await lossOf(transport.exchange(request({ method })))).toMatchObject({ sent: true })
  }
  expect(server.requests).toHaveLength(4)
})

test('a connection that is closed while it is idle is not used again', async () => {
  const { transport, server } = await serve((socket) => {
    socket.write(httpAnswer('200 OK', {}, '{}'))
    setTimeout(() => socket.destroy(), 20)
  })
  await transport.exchange(request())
  await new Promise((resolve) => setTimeout(resolve, 60))
  await transport.exchange(request({ method: 'POST', body: '{}' }))
  expect(server.requests).toHaveLength(2)
})

test('a refused connection was not seen by anybody', async () => {
  const server = await startRawServer(() => undefined)
  await server.close()
  const transport = await open(server.url)
  expect(await lossOf(transport.exchange(request()))).toMatchObject({ sent: false, cause: { code: 'ECONNREFUSED' } })
})

test('a signal ends an exchange at once, and it is known whether it was sent', async () => {
  const { transport, server } = await serve(() => undefined)
  const stop = new AbortController()
  const running = lossOf(transport.exchange(request({ signal: stop.signal })))
  await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(1)
  stop.abort(new Error('enough'))
  expect(await running).toMatchObject({ sent: true, cause: { message: 'enough' } })
  expect(await lossOf(transport.exchange(request({ signal: stop.signal })))).toMatchObject({ sent: false })
  const mute = await listen(
    createServer(() => undefined),
    'https',
  )
  onTestFinished(() => mute.close())
  const secure = await open(mute.url)
  expect(await lossOf(secure.exchange(request({ limit: 50 })))).toMatchObject({ sent: false })
})

test('a request that waits for a connection is not sent after its end', async () => {
  const { transport, server } = await serve(() => undefined)
  const stop = new AbortController()
  const waiting = Array.from({ length: 20 }, () => lossOf(transport.exchange(request({ signal: stop.signal }))))
  // As many as there are connections.
  const before = 8
  await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(before)
  stop.abort(new Error('enough'))
  const losses = await Promise.all(waiting)
  expect(losses.filter(({ sent }) => sent)).toHaveLength(before)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(server.requests).toHaveLength(before)
})

test.each([
  ['header fields that break HTTP', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
  ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
  ['another protocol', 'SSH-2.0-OpenSSH\r\n'],
  ['no status', 'HTTP/1.1\r\n\r\n'],
  ['a chunk that lies', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['a second answer', `${httpAnswer('200 OK', { 'Content-Length': '9' }, '{}')}`],
])('%s is a loss and no crash', async (_, bytes) => {
  const { transport } = await serve((socket) => socket.end(bytes))
  expect(await lossOf(transport.exchange(request()))).toMatchObject({ sent: true })
})

test('a mistake of ours is no loss', async () => {
  const { transport, server } = await serve((socket) => socket.end(httpAnswer('200 OK', {}, '{}')))
  for (const wrong of [{ path: 'no slash' }, { headers: { 'bad name': 'x' } }, { body: 7 as unknown as string }]) {
    const thrown = await transport.exchange(request({ method: 'POST', ...wrong })).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Error)
    expect(thrown).not.toBeInstanceOf(Unanswered)
  }
  expect(server.requests).toEqual([])
})
