import type { IncomingMessage } from 'node:http'
import { carriedCredentials } from './credentials.ts'
import type { Received } from './exchange.ts'

/** One request that arrived, and what became of it. */
export interface LoggedRequest {
  method: string
  /** With the query, as sent. */
  path: string
  /** Names in lower case. */
  headers: Record<string, string>
  /** Names and values as received, in their order. */
  rawHeaders: [name: string, value: string][]
  body: string
  /** Status that was answered, null while none was (or never). */
  status: number | null
  /** When it arrived, RFC 3339. */
  time: string
  credentials: ReturnType<typeof carriedCredentials>
  /** Whether the emulator carried the request out. */
  applied: boolean
  /** The fault that was done to it. */
  fault?: string
  /** Why it was refused, when the answer does not say. */
  reason?: string
  /** Bytes that came after the declared length of the body. */
  trailing?: string
  /** The client went away before the declared length had arrived. */
  incomplete?: boolean
}

/** What is known of a request before its body has been read. */
export function headOf(req: IncomingMessage): Received {
  const target = req.url ?? '/'
  const [path = '/', query = ''] = target.split(/\?(.*)/s)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(req.headers)) headers[name] = [value ?? ''].flat().join(', ')
  return { method: req.method ?? 'GET', target, path, query: new URLSearchParams(query), headers, body: '' }
}

/** The entry of a request that has not been answered yet. */
export function logEntryOf(req: IncomingMessage, request: Received, now: number): LoggedRequest {
  return {
    method: request.method,
    path: request.target,
    headers: request.headers,
    rawHeaders: pairs(req.rawHeaders),
    body: request.body,
    status: null,
    time: new Date(now).toISOString(),
    credentials: carriedCredentials(request),
    applied: false,
  }
}

const pairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []))
