import type { FailureReason } from '../failure.ts'
import { BodyTooLarge, Unanswered } from './transport.ts'

/** An exchange that gave no usable answer: why, in words that complete "Could not …: ", and what may be done about it. */
export interface Lost {
  readonly reason: FailureReason
  readonly sentence: string
  readonly advice?: string
  /** Whether Datadog may have executed the request. */
  readonly sent: boolean
  /** Whether the same request can fare better in a moment. */
  readonly transient: boolean
  /** The milliseconds that the answer asks to wait. */
  readonly asked?: number | undefined
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke the connection',
  EPIPE: 'broke the connection',
  UND_ERR_SOCKET: 'closed the connection before its answer was whole',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent another number of bytes than it said',
  UND_ERR_HEADERS_OVERFLOW: 'sent header fields without end',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept the connection in time',
  ETIMEDOUT: 'did not answer in time',
  EPROTO: 'does not speak TLS as it should',
  ERR_SSL_WRONG_VERSION_NUMBER: 'does not speak TLS',
  UND_ERR_PRX_CONN: 'closed the connection',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  EAI_AGAIN: 'cannot be looked up at the moment, because the name server does not answer',
}

/** The way that a request takes: the host that is asked, and the proxy in between. */
export interface Route {
  readonly host: string
  readonly proxy?: string | undefined
}

/** Explains an error of the transport. */
export function explainLoss(thrown: unknown, { host, proxy }: Route): Lost {
  const sent = !(thrown instanceof Unanswered) || thrown.sent
  const error = thrown instanceof Unanswered ? thrown.cause : thrown
  const code = codeOf(error)
  if (error instanceof BodyTooLarge)
    return { reason: 'bad-response', sentence: `${host} sent more than 32 MiB`, sent, transient: false }
  if (code.startsWith('HPE_'))
    return { reason: 'bad-response', sentence: `${host} sent something that is not HTTP`, sent, transient: true }
  const refused = refusedByProxy(error, host, proxy)
  if (refused !== undefined) return refused
  const certificate = badCertificate(code, code === 'UND_ERR_PRX_TLS' ? `the proxy ${proxy}` : host)
  if (certificate !== undefined) return certificate
  // Until the request is on its way through a proxy, the only connection there is leads to the proxy.
  const isProxy = proxy !== undefined && !sent
  const other = isProxy ? `the proxy ${proxy}` : host
  const advice = isProxy ? { advice: PROXY_ADVICE } : {}
  if (code === 'ENOTFOUND')
    return {
      reason: 'network',
      sentence: `${isProxy ? other : `the host ${host}`} does not exist (${code})`,
      ...advice,
      sent,
      transient: false,
    }
  if (code === 'TimeoutError') {
    const sentence = sent ? `${host} did not answer in time` : `${other} did not accept the connection in time`
    return { reason: 'timeout', sentence, sent, transient: true }
  }
  const words = WORDS[code]
  const what = words === undefined ? `the connection to ${other} failed` : `${other} ${words}`
  return { reason: 'network', sentence: code === '' ? what : `${what} (${code})`, ...advice, sent, transient: true }
}

const PROXY_ADVICE =
  'Check the proxy that HTTPS_PROXY (or HTTP_PROXY, for http) names in the environment of the step, or add the host to NO_PROXY.'

// undici tells these by their text alone.
function refusedByProxy(error: unknown, host: string, proxy: string | undefined): Lost | undefined {
  const message = error instanceof Error ? error.message : ''
  const status = /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(message)?.[1]
  if (proxy === undefined || status === undefined) return undefined
  if (status === '407') {
    return {
      reason: 'network',
      sentence: `the proxy ${proxy} does not accept the credentials, or wants some (407)`,
      advice:
        'Write them into HTTPS_PROXY in the environment of the step as http://user:password@host:port, with special characters percent-encoded.',
      sent: false,
      transient: false,
    }
  }
  const sentence = `the proxy ${proxy} did not let the connection to ${host} through (${status})`
  return { reason: 'network', sentence, advice: PROXY_ADVICE, sent: false, transient: Number(status) >= 500 }
}

const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH|UND_ERR_PRX_TLS/

function badCertificate(code: string, owner: string): Lost | undefined {
  if (!UNTRUSTED.test(code)) return undefined
  const lost = (what: string, advice: string): Lost => ({
    reason: 'network',
    sentence: `the certificate of ${owner} ${what} (${code})`,
    advice,
    sent: false,
    transient: false,
  })
  if (code === 'CERT_HAS_EXPIRED') return lost('has expired', 'Have it renewed, or correct the clock of the runner.')
  if (code === 'CERT_NOT_YET_VALID') return lost('is not valid yet', 'Correct the clock of the runner.')
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'UND_ERR_PRX_TLS')
    return lost('is for another host', 'Check site or api-url, and whether a proxy or DNS leads elsewhere.')
  return lost(
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
  return name === 'TimeoutError' ? 'TimeoutError' : ''
}
