import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { type LoopbackServer, listen } from './loopback-server.ts'

/** One thing that went through a proxy, or was refused by it. */
export interface ProxyEntry {
  /** CONNECT for a tunnel, else the method of the forwarded request. */
  method: string
  /** `host:port` of a tunnel, or the absolute URL. */
  target: string
  headers: Record<string, string>
  /** What the proxy answered: 200 for a tunnel, the other side's status for a forwarded request. */
  status: number | undefined
  /** What went through a tunnel from the client, as text: readable only when the tunnel is not TLS. */
  sent: string
}

export interface ProxyOptions {
  /** `name:password` that every request must carry; without, 407. */
  credentials?: string
  /** Answers everything with this status instead of doing its work. */
  refuseWith?: number
  /** Leads every host name to this address, for hosts that do not exist: `127.0.0.1:port`. */
  leadTo?: string
}

export interface Proxy extends LoopbackServer {
  /** The URL with the right credentials in it. */
  urlWithCredentials: string
  log: ProxyEntry[]
}

/** Starts an HTTP proxy on loopback: CONNECT tunnels and forwarded requests with absolute URLs. */
export async function startProxy({ credentials, refuseWith, leadTo }: ProxyOptions = {}): Promise<Proxy> {
  const log: ProxyEntry[] = []
  const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`

  const enter = (message: IncomingMessage): ProxyEntry => {
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
    const entry = { method: message.method ?? '', target: message.url ?? '', headers, status: undefined, sent: '' }
    log.push(entry)
    return entry
  }
  const refusal = (message: IncomingMessage): number | undefined => {
    if (expected !== undefined && message.headers['proxy-authorization'] !== expected) return 407
    return refuseWith
  }
  const address = (host: string, port: string): [port: number, host: string] => {
    const lead = leadTo === undefined ? undefined : new URL(`tcp://${leadTo}`)
    return [Number(lead?.port ?? port), lead?.hostname ?? host]
  }

  const forward = (message: IncomingMessage, response: ServerResponse): void => {
    const entry = enter(message)
    const end = (status: number): void => {
      entry.status = status
      response.writeHead(status, status === 407 ? { 'Proxy-Authenticate': 'Basic realm="proxy"' } : {}).end()
    }
    const refused = refusal(message)
    if (refused !== undefined || !URL.canParse(entry.target)) {
      end(refused ?? 400)
      return
    }
    const url = new URL(entry.target)
    const [port, host] = address(url.hostname, url.port || '80')
    const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = message.headers
    const upstream = request(
      { port, host, method: entry.method, path: url.pathname + url.search, headers },
      (answer) => {
        entry.status = answer.statusCode
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    upstream.on('error', () => (response.headersSent ? response.destroy() : end(502)))
    message.pipe(upstream)
  }

  const tunnel = (message: IncomingMessage, socket: Socket, head: Buffer): void => {
    const entry = enter(message)
    const end = (status: number, reason: string): void => {
      entry.status = status
      const challenge = status === 407 ? 'Proxy-Authenticate: Basic realm="proxy"\r\n' : ''
      socket.end(`HTTP/1.1 ${status} ${reason}\r\n${challenge}Content-Length: 0\r\nConnection: close\r\n\r\n`)
    }
    const refused = refusal(message)
    if (refused !== undefined) {
      end(refused, 'Refused')
      return
    }
    const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(entry.target) ?? []
    const upstream = connect(...address(host, port), () => {
      entry.status = 200
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      socket.on('data', (chunk) => {
        entry.sent += chunk.toString('latin1')
      })
      socket.pipe(upstream).pipe(socket)
    })
    upstream.on('error', () => (entry.status === 200 ? socket.destroy() : end(502, 'Bad Gateway')))
    socket.on('error', () => upstream.destroy()).once('close', () => upstream.destroy())
  }

  const server = createServer(forward)
  server.on('connect', tunnel)
  const listening = await listen(server, 'http')
  const [name = '', password = ''] = (credentials ?? '').split(/:(.*)/s)
  const login = credentials === undefined ? '' : `${encodeURIComponent(name)}:${encodeURIComponent(password)}@`
  return { ...listening, log, urlWithCredentials: `http://${login}127.0.0.1:${listening.port}` }
}
