// A server that answers as Datadog does and as fast as it can: node bench/server.ts COUNT…
// listens once for each count of live mappings, and prints the addresses as one line of JSON. It keeps nothing that is written.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTheWire } from './mappings.ts'
import type { Traffic } from './server-process.ts'

const COLLECTION = '/api/v2/cloud_auth/aws/persona_mapping'
const EMPTY = JSON.stringify({ data: [] })
// Users, roles and settings: what a step costs is about mappings.
const FORBIDDEN = JSON.stringify({ errors: ['Forbidden'] })
const CREATED = onTheWire(1_000_000)

const NO_TRAFFIC: Traffic = { connections: 0, requests: 0, writes: 0, writingMs: 0 }

async function listen(count: number): Promise<string> {
  const list = JSON.stringify({ data: Array.from({ length: count }, (_, number) => onTheWire(number)) })
  let traffic = NO_TRAFFIC
  let sockets = new WeakSet<object>()
  let firstWrite = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/traffic') {
      response.end(JSON.stringify(traffic))
      traffic = NO_TRAFFIC
      sockets = new WeakSet()
      return
    }
    const isNew = !sockets.has(request.socket)
    sockets.add(request.socket)
    traffic = { ...traffic, requests: traffic.requests + 1, connections: traffic.connections + Number(isNew) }
    if (request.method === 'GET') {
      if (request.url === COLLECTION) return send(response, 200, list)
      return /_mappings?(\?|$)/.test(request.url ?? '') ? send(response, 200, EMPTY) : send(response, 403, FORBIDDEN)
    }
    if (traffic.writes === 0) firstWrite = performance.now()
    traffic = { ...traffic, writes: traffic.writes + 1 }
    const body = await text(request)
    if (request.method === 'DELETE') send(response, 204, '')
    else send(response, 201, created(body))
    traffic = { ...traffic, writingMs: performance.now() - firstWrite }
  }

  const server = createServer((request, response) => void answer(request, response))
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function created(body: string): string {
  const { attributes } = (JSON.parse(body) as { data: { attributes: object } }).data
  return JSON.stringify({
    data: { ...CREATED, attributes: { account_uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6', ...attributes } },
  })
}

function send(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body)
}

const counts = process.argv.slice(2).map(Number)
const urls = await Promise.all(counts.map(async (count) => [count, await listen(count)]))
console.log(JSON.stringify(Object.fromEntries(urls)))
