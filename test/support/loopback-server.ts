import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from './certificates.ts'

/** A server on 127.0.0.1. */
export interface LoopbackServer {
  /** The origin, without a slash at the end. */
  url: string
  port: number
  /** Destroys every connection and stops listening. */
  close(): Promise<void>
}

/** Listens on a free port of 127.0.0.1 and keeps track of the connections, so that closing does not wait for them. */
export async function listen(server: Server, scheme: 'http' | 'https'): Promise<LoopbackServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** One request as it came over a raw connection, head and body up to its Content-Length. */
export interface RawRequest {
  head: string
  body: string
}

/** Reads requests off a connection one after the other; ends when the other side does. */
async function* readRequests(socket: Socket): AsyncGenerator<RawRequest> {
  let received = Buffer.alloc(0)
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk as Buffer])
    for (;;) {
      const end = received.indexOf('\r\n\r\n')
      if (end < 0) break
      const head = received.subarray(0, end).toString('latin1')
      const length = Number(/^content-length: *(\d+)$/im.exec(head)?.[1] ?? 0)
      if (received.length < end + 4 + length) break
      yield { head, body: received.subarray(end + 4, end + 4 + length).toString() }
      received = received.subarray(end + 4 + length)
    }
  }
}

/** A server whose handler writes the bytes of every answer itself; it gets each request with its socket. */
export interface RawServer extends LoopbackServer {
  requests: RawRequest[]
}

/**
 * Starts a raw server. `answer` is called once per request, `index` counting from 0 over all connections, and may write, end,
 * destroy or say nothing.
 */
export async function startRawServer(
  answer: (socket: Socket, request: RawRequest, index: number) => unknown,
  tls?: Certificate,
): Promise<RawServer> {
  const requests: RawRequest[] = []
  const serve = async (socket: Socket): Promise<void> => {
    socket.on('error', () => {})
    try {
      for await (const request of readRequests(socket)) {
        requests.push(request)
        await answer(socket, request, requests.length - 1)
      }
    } catch {
      // The other side went away, or the answer was to break the connection.
    }
  }
  const onConnection = (socket: Socket): void => void serve(socket)
  const server = tls
    ? createTlsServer(tls, onConnection).on('tlsClientError', () => {})
    : createServer({ allowHalfOpen: true }, onConnection)
  return { ...(await listen(server, tls ? 'https' : 'http')), requests }
}

/** Writes a whole HTTP/1.1 answer; headers as given, with the body's length unless they say something about it. */
export function httpAnswer(status: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  const sized = names.includes('content-length') || names.includes('transfer-encoding')
  const all = { ...headers, ...(sized ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`
}

/** A server that should never hear anything: it keeps what it is sent, secrets and all, and answers 200. */
export interface Thief extends LoopbackServer {
  /** Every byte that came, as text; empty when nobody asked for anything. */
  loot(): string
}

/** Starts a thief. */
export async function startThief(tls?: Certificate): Promise<Thief> {
  let loot = ''
  const steal = (socket: Socket): void => {
    socket.on('error', () => {})
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      loot += chunk
      if (loot.endsWith('\r\n\r\n') || loot.endsWith('}')) socket.write(httpAnswer('200 OK', {}, '{"data":[]}'))
    })
  }
  const server = tls ? createTlsServer(tls, steal).on('tlsClientError', () => {}) : createServer(steal)
  return { ...(await listen(server, tls ? 'https' : 'http')), loot: () => loot }
}

/** Puts TLS in front of a plain HTTP server of this machine, such as the emulator. */
export async function startTlsFrontend(targetUrl: string, tls: Certificate): Promise<LoopbackServer> {
  const target = new URL(targetUrl)
  const server = createTlsServer(tls, (socket) => {
    const upstream = connect(Number(target.port), target.hostname)
    socket.on('error', () => upstream.destroy()).once('close', () => upstream.destroy())
    upstream.on('error', () => socket.destroy()).once('close', () => socket.destroy())
    socket.pipe(upstream).pipe(socket)
  })
  server.on('tlsClientError', () => {})
  return listen(server, 'https')
}
