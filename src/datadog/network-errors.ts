import type { Problem } from './problem.ts'

/** An exchange without a whole answer; `sent` is false when the server cannot have seen the request. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
  readonly sent: boolean

  constructor(cause: unknown, sent: boolean) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.sent = sent
  }
}

/** Why a request got no usable answer, and what may be done about it. */
export interface Loss extends Problem {
  /** Whether the server may have executed the request. */
  readonly sent: boolean
  /** Whether the same request can succeed in a moment. */
  readonly transient: boolean
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke the connection',
  EPIPE: 'broke the connection',
  UND_ERR_SOCKET: 'closed the connection before its answer was complete',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent a body that does not match Content-Length',
  UND_ERR_HEADERS_OVERFLOW: 'sent too many header fields',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept the connection in time',
  ETIMEDOUT: 'did not answer in time',
  EPROTO: 'violated the TLS protocol',
  ERR_SSL_WRONG_VERSION_NUMBER: 'does not speak TLS',
  UND_ERR_PRX_CONN: 'closed the connection',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  EAI_AGAIN: 'cannot be looked up at the moment, because the name server does not answer',
}

// What the transport ends an exchange with itself: see the names of `DOMException`.
const TOO_LATE = 'TimeoutError'
const TOO_LARGE = 'QuotaExceededError'

const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH|UND_ERR_PRX_TLS/
// Codes of the system and its name service, of TLS, and of undici's parser and connections. The rest of undici's codes mean that
// we use it in a wrong way, and the codes of Node itself begin with ERR_.
const OF_THE_NETWORK =
  /^E(?!RR_)[A-Z]+(_[A-Z]+)*$|^HPE_|^ERR_(SSL|TLS|OSSL)_|^UND_ERR_(SOCKET|(CONNECT|HEADERS|BODY)_TIMEOUT|HEADERS_OVERFLOW|RES(PONSE)?_[A-Z_]+|ABORT(ED)?|DESTROYED|CLOSED|INFO|PRX_[A-Z]+)$/

/** Whether an error comes from the network or from the other side; any other error is a mistake of ours. */
export function isNetworkError(error: unknown): boolean {
  const code = codeOf(error)
  if (code === TOO_LATE || code === TOO_LARGE) return true
  return OF_THE_NETWORK.test(code) || UNTRUSTED.test(code) || statusOfProxy(error) !== undefined
}

/** The way that a request takes: the host that is asked, and the proxy in between. */
export interface Route {
  readonly host: string
  readonly proxy?: string | undefined
}

/** Explains an exchange without an answer. */
export function explainLoss({ cause, sent }: Unanswered, { host, proxy }: Route): Loss {
  const code = codeOf(cause)
  if (code === TOO_LARGE)
    return { reason: 'bad-response', why: `${host} sent more than 32 MiB`, sent, transient: false }
  if (code.startsWith('HPE_'))
    return { reason: 'bad-response', why: `${host} sent something that is not HTTP`, sent, transient: true }
  const refused = refusedByProxy(cause, host, proxy)
  if (refused !== undefined) return refused
  const certificate = badCertificate(code, code === 'UND_ERR_PRX_TLS' ? `the proxy ${proxy}` : host)
  if (certificate !== undefined) return certificate
  // Until the request is on its way through a proxy, the only connection there is leads to the proxy.
  const isProxy = proxy !== undefined && !sent
  const other = isProxy ? `the proxy ${proxy}` : host
  const advice = isProxy ? { advice: PROXY_ADVICE } : {}
  if (code === 'ENOTFOUND') {
    const why = `${isProxy ? other : `the host ${host}`} does not exist (${code})`
    return { reason: 'network', why, ...advice, sent, transient: false }
  }
  if (code === TOO_LATE) {
    const why = sent ? `${host} did not answer in time` : `${other} did not accept the connection in time`
    return { reason: 'timeout', why, sent, transient: true }
  }
  const words = WORDS[code]
  const what = words === undefined ? `the connection to ${other} failed` : `${other} ${words}`
  // A step that is over has closed its connections; what it left unanswered is not worth another try.
  const isOver = code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED'
  return { reason: 'network', why: code === '' ? what : `${what} (${code})`, ...advice, sent, transient: !isOver }
}

const PROXY_ADVICE =
  'Check the proxy that HTTPS_PROXY (or HTTP_PROXY, for http) names in the environment of the step, or add the host to NO_PROXY.'

function refusedByProxy(error: unknown, host: string, proxy: string | undefined): Loss | undefined {
  const status = statusOfProxy(error)
  if (proxy === undefined || status === undefined) return undefined
  if (status === '407') {
    return {
      reason: 'network',
      why: `the proxy ${proxy} needs credentials, or does not accept the given ones (407)`,
      advice:
        'Write them into HTTPS_PROXY in the environment of the step as http://user:password@host:port, with special characters percent-encoded.',
      sent: false,
      transient: false,
    }
  }
  const why = `the proxy ${proxy} did not let the connection to ${host} through (${status})`
  return { reason: 'network', why, advice: PROXY_ADVICE, sent: false, transient: Number(status) >= 500 }
}

// undici gives the status in the text alone.
function statusOfProxy(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : ''
  return /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(message)?.[1]
}

function badCertificate(code: string, owner: string): Loss | undefined {
  if (!UNTRUSTED.test(code)) return undefined
  const loss = (what: string, advice: string): Loss => ({
    reason: 'network',
    why: `the certificate of ${owner} ${what} (${code})`,
    advice,
    sent: false,
    transient: false,
  })
  if (code === 'CERT_HAS_EXPIRED') return loss('has expired', 'Have it renewed, or correct the clock of the runner.')
  if (code === 'CERT_NOT_YET_VALID') return loss('is not valid yet', 'Correct the clock of the runner.')
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'UND_ERR_PRX_TLS')
    return loss('is for another host', 'Check site or api-url, and whether a proxy or DNS leads elsewhere.')
  return loss(
    'is not trusted',
    'When a proxy or a private CA stands between, set NODE_EXTRA_CA_CERTS in the environment of the step to the file of its certificate; otherwise check site or api-url.',
  )
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const { code, name } = error as { code?: unknown; name?: unknown }
  if (typeof code === 'string') return code
  // undici gives its parser's errors a code only when it knows one.
  if (name === 'HTTPParserError') return 'HPE_UNKNOWN'
  return name === TOO_LATE || name === TOO_LARGE ? name : ''
}
