import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import Base from 'undici/lib/dispatcher/dispatcher.js'
import Pool from 'undici/lib/dispatcher/pool.js'
import type { Clock } from '../clock.ts'
import { isNetworkError, Unanswered } from './network-errors.ts'

/** One request as it goes over the wire. */
export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path and query, already encoded. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Ends the exchange at once, whatever the other side does. */
  readonly signal: AbortSignal
  /** The milliseconds after which it ends by itself. */
  readonly limit: number
}

/** A whole answer. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** The connection to one origin. */
export interface Transport {
  /**
   * Sends one request and reads the whole answer; follows no redirect and sends nothing twice.
   * @throws Unanswered, for a network error, at the limit (a `TimeoutError`) and when the signal ends it (with its reason);
   * anything else is a mistake of ours.
   */
  exchange(exchange: Exchange): Promise<Answer>
  /** The host and port of the proxy that all of it goes through. */
  readonly proxy?: string
  /** Drops all connections. */
  close(): void
}

/** A mapping takes less than a kilobyte, so this is tens of thousands of them. */
const LARGEST_BODY = 32 * 1024 * 1024

/** How many requests are under way at once: enough to keep Datadog's rate limit the bound, few enough not to be taken for an attack. */
export const CONNECTIONS = 8

/** A transport that keeps its connections alive, through a proxy when one is given as a URL. */
export async function createTransport(origin: string, proxy: URL | undefined, clock: Clock): Promise<Transport> {
  // The deadlines of the exchange are the only ones, and HTTP/2 has nothing to offer for a handful of requests.
  const options = { connections: CONNECTIONS, allowH2: false, headersTimeout: 0, bodyTimeout: 0 }
  const dispatcher = proxy === undefined ? new Pool(origin, options) : await proxied(proxy, options)
  return {
    ...(proxy !== undefined && { proxy: proxy.host }),
    exchange: (exchange) => dispatch(dispatcher, origin, exchange, clock),
    close() {
      // Ignore errors while closing.
      dispatcher.destroy().catch(() => undefined)
    },
  }
}

/**
 * Keeps V8 from optimizing undici's parser, for steps of more than two requests; has to come before the first one. V8 would begin at
 * the third answer, in the background: 30 ms of the 145 ms of CPU of a small plan, 40 ms of its time and 20 MiB. 10,000 answers are
 * as fast without. The module of Node takes 2 ms, so that steps of one request do not call this.
 */
export function expectManyAnswers(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--wasm-tiering-budget=1000000000')
}

async function proxied(proxy: URL, options: object): Promise<Dispatcher> {
  const [{ default: ProxyAgent }, { default: connect }] = await Promise.all([
    import('undici/lib/dispatcher/proxy-agent.js'),
    import('undici/lib/api/api-connect.js'),
  ])
  // undici's index does this for all of its dispatchers; a tunnel through the proxy is opened with it.
  Object.assign(Base.prototype, { connect })
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  const token = credentials === ':' ? {} : { token: `Basic ${Buffer.from(credentials).toString('base64')}` }
  return new ProxyAgent({ ...options, uri: proxy.origin, ...token })
}

function dispatch(dispatcher: Dispatcher, origin: string, exchange: Exchange, clock: Clock): Promise<Answer> {
  const { method, path, headers, body, signal, limit } = exchange
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Unanswered(signal.reason, false))
    const chunks: Buffer[] = []
    let size = 0
    let status = 0
    let fields: IncomingHttpHeaders = {}
    let controller: Dispatcher.DispatchController | undefined
    let ended: Error | undefined
    const finish = (settle: () => void) => {
      cancelLimit()
      stopListening()
      settle()
    }
    const end = (reason: unknown) => {
      ended = asError(reason)
      finish(() => reject(new Unanswered(reason, controller !== undefined)))
      controller?.abort(ended)
    }
    const stopListening = onAbort(signal, end)
    // AbortSignal.any over AbortSignal.timeout would cost 10 µs more for each of thousands of requests, and leave its timer running.
    const cancelLimit = clock.after(limit, () => end(new DOMException('no answer in time', 'TimeoutError')))
    dispatcher.dispatch(
      { origin, method, path, headers: { ...headers }, body: body ?? null },
      {
        onRequestStart(started) {
          controller = started
          // The request got a connection only after its end: it must not be sent any more.
          if (ended !== undefined) started.abort(ended)
        },
        onResponseStart(_, statusCode, responseHeaders) {
          status = statusCode
          fields = responseHeaders
        },
        onResponseData(current, chunk) {
          size += chunk.length
          if (size > LARGEST_BODY) current.abort(new DOMException('the answer is too large', 'QuotaExceededError'))
          else chunks.push(chunk)
        },
        onResponseEnd() {
          // undici uses a connection again one turn of the event loop after the answer: a request made before would open
          // another one, and wait for another TLS handshake. The text is made when it is its turn to be read.
          const answer = () => ({ status, headers: fields, text: Buffer.concat(chunks).toString('utf8') })
          finish(() => process.nextTick(() => setImmediate(() => resolve(answer()))))
        },
        onResponseError(_, error) {
          finish(() => reject(isNetworkError(error) ? new Unanswered(error, controller !== undefined) : error))
        },
      },
    )
  })
}

// Node chains the listeners of a signal, also those that were removed, until the next full collection. Without what they would end,
// which is the whole answer: thousands of answers took 100 MiB.
function onAbort(signal: AbortSignal, end: (reason: unknown) => void): () => void {
  let act: typeof end | undefined = end
  const listener = () => act?.(signal.reason)
  signal.addEventListener('abort', listener)
  return () => {
    act = undefined
    signal.removeEventListener('abort', listener)
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
