import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { plainJson, type Received, type Reply } from './exchange.ts'
import { isJsonObject, parseJson } from './json.ts'

/** Every fault by name with its members; `{status: ...}` without a kind is `status`. */
export type FaultDo =
  | { kind?: 'status'; status: number; headers?: Record<string, string>; body?: unknown; contentType?: string }
  | {
      kind:
        | 'hang'
        | 'hangBody'
        | 'reset'
        | 'resetMidBody'
        | 'cutBody'
        | 'shortLength'
        | 'garbage'
        | 'truncatedJson'
        | 'noId'
    }
  | { kind: 'empty'; status?: number }
  | { kind: 'drip' | 'chunkedForever'; everyMs?: number; text?: string }
  | { kind: 'endlessBody' | 'endlessHeaders' }
  | { kind: 'bigBody'; bytes: number; status?: number }
  | { kind: 'html'; status?: number; body?: string }
  | { kind: 'redirect'; to: string; status?: number }
  | { kind: 'wrongType'; contentType?: string; dataType?: string }
  | { kind: 'latency'; ms: number }
  | { kind: 'echoCredentials'; status?: number }
  | { kind: 'mutate'; set: Record<string, unknown> }
  | { kind: 'gzip'; cut?: boolean }
  | { kind: 'status1xx'; status?: 100 | 102 | 103; times?: number }

/** The names of the faults. */
export type FaultName = NonNullable<FaultDo['kind']>

/** One spoiled exchange, with the socket that it happens on. */
export interface Spoiled {
  request: Received
  res: ServerResponse
  socket: Socket
  /** Resets the connection (RST), also under TLS. */
  resetConnection: () => void
  /** Carries the request out, once, and gives the answer. */
  answer: () => Reply
  send: (reply: Reply) => void
  /** Notes in the log which status went out over the bare socket. */
  noteStatus: (status: number) => void
}

type Params<Name extends FaultName> = Extract<FaultDo, { kind?: Name }>
type Action<Name extends FaultName> = (spoiled: Spoiled, params: Params<Name>) => void | Promise<void>

const withoutLength = ({ status, headers }: Reply): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Emulated\r\n${lines.join('')}`
}

const head = (reply: Reply, extra: string): string => `${withoutLength(reply)}${extra}\r\n\r\n`

const halfOf = (text: string): string => text.slice(0, Math.ceil(text.length / 2))

/** Writes the next piece whenever the socket takes it, until it is closed. */
function flood({ socket }: Spoiled, next: () => string): void {
  const push = (): void => {
    while (!socket.destroyed && socket.write(next()));
  }
  socket.on('drain', push)
  push()
}

/** Writes one piece per interval until the pieces run out or the socket is closed. */
function trickle({ socket }: Spoiled, everyMs: number, next: () => string | undefined): void {
  const timer = setInterval(() => {
    const piece = next()
    if (piece === undefined) clearInterval(timer)
    else socket.write(piece)
  }, everyMs)
  socket.once('close', () => clearInterval(timer))
}

function changeData(reply: Reply, change: (data: Record<string, unknown>) => Record<string, unknown>): Reply {
  const body = parseJson(reply.body)
  if (!isJsonObject(body)) return reply
  const changeOne = (item: unknown): unknown => (isJsonObject(item) ? change(item) : item)
  const data = Array.isArray(body['data']) ? body['data'].map(changeOne) : changeOne(body['data'])
  return { ...reply, body: JSON.stringify({ ...body, data }) }
}

function echo({ headers }: Received): string[] {
  const names = ['dd-api-key', 'dd-application-key', 'authorization']
  return names.flatMap((name) => {
    const value = headers[name]
    if (value === undefined) return []
    const base64 = Buffer.from(value).toString('base64')
    return [value, encodeURIComponent(value), base64, base64.replace(/=+$/, ''), JSON.stringify(value)]
  })
}

/** The table of faults: what each does to an exchange. */
export const FAULTS: { [Name in FaultName]: Action<Name> } = {
  status: ({ send }, { status, headers = {}, body, contentType = 'application/json' }) => {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    send({ status, headers: { 'Content-Type': contentType, ...headers }, body: text })
  },

  hang: () => {},

  hangBody: ({ socket, answer, noteStatus }) => {
    const reply = answer()
    noteStatus(reply.status)
    socket.write(head(reply, `Content-Length: ${Buffer.byteLength(reply.body) + 1}`))
  },

  drip: (spoiled, { everyMs = 1000, text }) => {
    const reply = spoiled.answer()
    const bytes = [...(text ?? reply.body)]
    spoiled.noteStatus(reply.status)
    spoiled.socket.write(head(reply, `Content-Length: ${Buffer.byteLength(text ?? reply.body)}`))
    trickle(spoiled, everyMs, () => bytes.shift())
  },

  chunkedForever: (spoiled, { everyMs = 100, text = ' ' }) => {
    const reply = spoiled.answer()
    spoiled.noteStatus(reply.status)
    spoiled.socket.write(head(reply, 'Transfer-Encoding: chunked'))
    trickle(spoiled, everyMs, () => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`)
  },

  reset: ({ resetConnection }) => resetConnection(),

  resetMidBody: async ({ socket, answer, resetConnection, noteStatus }) => {
    const reply = answer()
    noteStatus(reply.status)
    socket.write(head(reply, `Content-Length: ${Buffer.byteLength(reply.body) + 1000}`) + halfOf(reply.body))
    await sleep(50, undefined, { ref: false })
    resetConnection()
  },

  cutBody: ({ socket, answer, noteStatus }) => {
    const reply = answer()
    noteStatus(reply.status)
    socket.end(head(reply, `Content-Length: ${Buffer.byteLength(reply.body) + 1}`) + halfOf(reply.body))
  },

  shortLength: ({ socket, answer, noteStatus }) => {
    const reply = answer()
    noteStatus(reply.status)
    socket.end(head(reply, `Content-Length: ${Buffer.byteLength(halfOf(reply.body))}`) + reply.body)
  },

  endlessBody: (spoiled) => {
    const reply = spoiled.answer()
    spoiled.noteStatus(reply.status)
    spoiled.socket.write(head(reply, 'Connection: close'))
    flood(spoiled, () => ' '.repeat(65_536))
  },

  endlessHeaders: (spoiled) => {
    const reply = spoiled.answer()
    spoiled.noteStatus(reply.status)
    let count = 0
    spoiled.socket.write(withoutLength(reply))
    flood(spoiled, () => {
      count += 1
      return `X-Filler-${count}: ${'a'.repeat(1000)}\r\n`
    })
  },

  bigBody: ({ send }, { bytes, status = 200 }) => {
    const start = '{"data":[],"padding":"'
    send({ ...plainJson(status, {}), body: `${start}${'a'.repeat(Math.max(0, bytes - start.length - 2))}"}` })
  },

  garbage: ({ socket }) => {
    socket.end('\u0000\u0001SSH-2.0-not-http\r\n\r\n')
  },

  html: ({ send }, { status = 200, body = '<!doctype html><title>Sign in</title><h1>Proxy sign-in</h1>' }) => {
    send({ status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body })
  },

  empty: ({ send }, { status = 200 }) => send({ status, headers: {}, body: '' }),

  redirect: ({ send }, { status = 302, to }) => send({ status, headers: { Location: to }, body: '' }),

  truncatedJson: ({ answer, send }) => {
    const reply = answer()
    send({ ...reply, body: halfOf(reply.body) })
  },

  wrongType: ({ answer, send }, { contentType = 'text/plain', dataType }) => {
    const reply = answer()
    const changed = dataType === undefined ? reply : changeData(reply, (data) => ({ ...data, type: dataType }))
    send({ ...changed, headers: { ...changed.headers, 'Content-Type': contentType } })
  },

  latency: async ({ answer, send }, { ms }) => {
    await sleep(ms, undefined, { ref: false })
    send(answer())
  },

  echoCredentials: ({ request, send }, { status = 400 }) => {
    const seen = echo(request)
    const reply = plainJson(status, { errors: seen.map((detail) => ({ title: 'Bad Request', detail })) })
    const headers = Object.fromEntries(seen.map((value, index) => [`X-Echo-${index}`, value]))
    send({ ...reply, headers: { ...reply.headers, ...headers } })
  },

  mutate: ({ answer, send }, { set }) => {
    const { id, ...attributes } = set
    const change = (data: Record<string, unknown>): Record<string, unknown> => ({
      ...data,
      ...(id === undefined ? {} : { id }),
      attributes: { ...(isJsonObject(data['attributes']) ? data['attributes'] : {}), ...attributes },
    })
    send(changeData(answer(), change))
  },

  gzip: ({ socket, answer, noteStatus }, { cut = false }) => {
    const reply = answer()
    const zipped = gzipSync(reply.body)
    const length = `Content-Encoding: gzip\r\nConnection: close\r\nContent-Length: ${zipped.length}`
    noteStatus(reply.status)
    socket.write(head(reply, length))
    socket.end(cut ? zipped.subarray(0, zipped.length / 2) : zipped)
  },

  noId: ({ answer, send }) => send(changeData(answer(), ({ id: _, ...rest }) => rest)),

  status1xx: ({ res, answer, send }, { status = 103, times = 1 }) => {
    for (let count = 0; count < times; count += 1) {
      if (status === 103) res.writeEarlyHints({ link: '</style.css>; rel=preload' })
      else if (status === 102) res.writeProcessing()
      else res.writeContinue()
    }
    send(answer())
  },
}

/** Does a fault to an exchange. */
export function spoil(spoiled: Spoiled, fault: FaultDo): void | Promise<void> {
  const action = FAULTS[fault.kind ?? 'status'] as (spoiled: Spoiled, params: FaultDo) => void | Promise<void>
  return action(spoiled, fault)
}
