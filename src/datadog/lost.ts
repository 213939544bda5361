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
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH/

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke the connection',
  EPIPE: 'broke the connection',
  UND_ERR_SOCKET: 'closed the connection before its answer was whole',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent another number of bytes than it said',
  UND_ERR_HEADERS_OVERFLOW: 'sent header fields without end',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept the connection in time',
  ETIMEDOUT: 'did not answer in time',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  EAI_AGAIN: 'cannot be looked up at the moment, because the name server does not answer',
}

/** Explains an error of the transport; `host` is the host that was asked. */
export function explainLoss(thrown: unknown, host: string): Lost {
  const sent = !(thrown instanceof Unanswered) || thrown.sent
  const error = thrown instanceof Unanswered ? thrown.cause : thrown
  if (error instanceof BodyTooLarge)
    return { reason: 'bad-response', sentence: `${host} sent more than 32 MiB`, sent, transient: false }
  const code = codeOf(error)
  if (code.startsWith('HPE_'))
    return { reason: 'bad-response', sentence: `${host} sent something that is not HTTP`, sent, transient: true }
  if (code === 'ENOTFOUND')
    return { reason: 'network', sentence: `the host ${host} does not exist (${code})`, sent, transient: false }
  if (CERTIFICATE.test(code)) {
    return {
      reason: 'network',
      sentence: `the certificate of ${host} is not trusted (${code})`,
      advice:
        'When a proxy or a private CA stands between, set NODE_EXTRA_CA_CERTS in the environment of the step to the file of its certificate; otherwise check site or api-url.',
      sent,
      transient: false,
    }
  }
  if (code === 'TimeoutError')
    return { reason: 'timeout', sentence: `${host} did not answer in time`, sent, transient: true }
  if (code === 'UND_ERR_PRX_CONN' || code === 'UND_ERR_PRX_TLS' || /proxy/i.test(messageOf(error))) {
    return {
      reason: 'network',
      sentence: `the proxy did not let the connection to ${host} through${statusOfProxy(error)}`,
      advice: 'Check HTTPS_PROXY and its credentials, or add the host to NO_PROXY.',
      sent: false,
      transient: true,
    }
  }
  const words = WORDS[code]
  const what = words === undefined ? `the connection to ${host} failed` : `${host} ${words}`
  return { reason: 'network', sentence: code === '' ? what : `${what} (${code})`, sent, transient: true }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const { code, name } = error as { code?: unknown; name?: unknown }
  if (typeof code === 'string') return code
  // undici gives its parser's errors a code only when it knows one.
  if (name === 'HTTPParserError') return 'HPE_UNKNOWN'
  return name === 'TimeoutError' ? 'TimeoutError' : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

function statusOfProxy(error: unknown): string {
  const status = /\((\d{3})\)|\b([45]\d{2})\b/.exec(messageOf(error))
  return status === null ? '' : ` (${status[1] ?? status[2]})`
}
