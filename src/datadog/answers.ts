import * as z from 'zod/mini'
import type { Answer } from './transport.ts'

/** A 2xx answer that is not what the API documents; `garbled` when it may be whole the next time (cut, HTML of a proxy). */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly garbled: boolean

  constructor(what: string, garbled: boolean) {
    super(what)
    this.garbled = garbled
  }
}

/**
 * The JSON of an answer, whatever its content type says: Datadog sends `application/vnd.api+json` where JSON was asked for.
 * @throws Unreadable when there is none.
 */
export function readJson(answer: Answer): unknown {
  const text = answer.text.trim()
  const encoding = answer.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity')
    throw new Unreadable('a compressed body, although none was asked for', true)
  if (text === '') throw new Unreadable('an empty body', true)
  if (text.startsWith('<')) throw new Unreadable('HTML instead of JSON', true)
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable('a body that is not JSON', true)
  }
}

/**
 * The result of a DELETE that was carried out, by its answer: a page of something in between has another status.
 * @throws Unreadable
 */
export function readNoContent<T>({ status, text }: Answer, result: T): T {
  if (status === 204) return result
  throw new Unreadable(`${text === '' ? 'an empty body' : 'a body'} instead of 204 No Content`, true)
}

/**
 * What an error answer says: the first non-empty of detail, title and the text itself, of each of its errors.
 * Datadog answers with JSON:API objects and with plain strings, sometimes on the same path; anything else gives an empty text.
 */
export function errorText(answer: Answer): string {
  let body: unknown
  try {
    body = readJson(answer)
  } catch {
    return ''
  }
  const errors = field(body, 'errors')
  const list = Array.isArray(errors) ? errors : [errors]
  // Ten errors of one request are enough for a message.
  const texts = list.slice(0, 10).map(textOfError)
  return texts.filter((text) => text !== '').join('; ')
}

/** The status as people know it: `503 Service Unavailable`. */
export function statusText(status: number): string {
  // Loaded for refusals only: node:http costs 1 ms.
  const name = process.getBuiltinModule('node:http').STATUS_CODES[status]
  return name === undefined ? String(status) : `${status} ${name}`
}

/**
 * The milliseconds that an answer asks to wait: `Retry-After` in seconds or as a date, and of a 429 also `X-RateLimit-Reset` in
 * seconds, which other answers carry too without meaning it.
 */
export function waitAskedFor(answer: Answer, now: number): number | undefined {
  const reset = answer.status === 429 ? seconds(header(answer, 'x-ratelimit-reset')) : undefined
  const waits = [reset, retryAfter(header(answer, 'retry-after'), now)]
  const known = waits.filter((wait) => wait !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

/** The milliseconds until the rate limit lets another request through, by the header fields of any answer; 0 when it does now. */
export function waitUntilReset(answer: Answer): number {
  if (answer.status !== 429 && header(answer, 'x-ratelimit-remaining')?.trim() !== '0') return 0
  return seconds(header(answer, 'x-ratelimit-reset')) ?? 0
}

/** The value of a header field, the first one when it is repeated. */
export function header(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function seconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,12}(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : undefined
}

function retryAfter(text: string | undefined, now: number): number | undefined {
  const plain = seconds(text)
  if (plain !== undefined || text === undefined || !/[a-z]/i.test(text)) return plain
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function textOfError(error: unknown): string {
  if (typeof error === 'string') return error.trim()
  const pointer = field(field(error, 'source'), 'pointer')
  const text = [field(error, 'detail'), field(error, 'title')].find(
    (part) => typeof part === 'string' && part.trim() !== '',
  )
  if (typeof text !== 'string') return ''
  return typeof pointer === 'string' && pointer !== '' ? `${text.trim()} (at ${pointer})` : text.trim()
}

/** The member of an object, whatever it is; undefined without one. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

/**
 * A parsed document, or a part of it, whose member `at` it is.
 * @throws Unreadable that names the first member that is not as documented.
 */
export function parse<T extends z.ZodMiniType>(schema: T, json: unknown, at = ''): z.output<T> {
  const result = z.safeParse(schema, json)
  if (result.success) return result.data
  const path = [at, ...(result.error.issues[0]?.path ?? [])].filter((part) => part !== '')
  const member = path.map(String).join('.') || 'the whole body'
  throw new Unreadable(`a body in which ${member} is missing or not as documented`, false)
}

/**
 * A schema that is made when it is first needed, and then kept. zod compiles each one: to make one for every answer took 800 ms and
 * 140 MiB more over 2,000 accounts.
 */
export function schemaOf<T extends z.ZodMiniType>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
