import { Failure, type FailureReason } from '../failure.ts'
import { errorText, header, statusText } from './answers.ts'
import type { Session } from './session.ts'
import type { Answer } from './transport.ts'

/** What the text of Datadog's 400 says when the AWS account has no integration; seen in recordings of the real API. */
export const NOT_INTEGRATED = /not integrated/i

/** Makes a failure of an answer that is not 2xx: what could not be done, the status, what Datadog said, and what to do. */
export function refusal(
  session: Session,
  call: { readonly purpose: string; readonly permission: string },
  answer: Answer,
): Failure {
  const { status } = answer
  const said = errorText(answer)
  const reason = reasonFor(status, said)
  const text = session.quote(said)
  const redundant = text === '' || statusText(status).toLowerCase().includes(text.toLowerCase())
  const start = `Could not ${call.purpose}: ${session.server} answered ${statusText(status)}`
  if (reason === 'redirect-refused') {
    return new Failure(
      reason,
      `${start}, a redirect to ${session.quote(targetOf(answer, session.origin))}, which was not followed because the credentials would go with it.`,
    )
  }
  const advice = adviceFor(reason, session, call.permission)
  return new Failure(
    reason,
    `${start}${redundant ? '' : `: ${text}`}${/[.!?]$/.test(text) && !redundant ? '' : '.'}`,
    advice === undefined ? {} : { advice },
  )
}

function reasonFor(status: number, said: string): FailureReason {
  if (status < 400) return status < 300 ? 'bad-response' : 'redirect-refused'
  if (status >= 500) return 'server-error'
  switch (status) {
    case 400:
    case 422:
      return NOT_INTEGRATED.test(said) ? 'not-integrated' : 'invalid-input'
    case 401:
      return 'unauthorized'
    case 403:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 407:
      return 'network'
    case 408:
      return 'timeout'
    case 409:
      return 'conflict'
    case 429:
      return 'rate-limited'
    default:
      return 'bad-response'
  }
}

function adviceFor(reason: FailureReason, session: Session, permission: string): string | undefined {
  const bearer = 'authorization' in session.headers
  // The token was made from the job's own identity a moment ago.
  if (reason === 'forbidden' && session.tokens !== undefined)
    return `The account that this job is mapped to needs ${permission}. Datadog may bar a mapped caller from making mappings, whatever its permissions are: use api-key and app-key for that.`
  if (reason === 'unauthorized' && session.tokens !== undefined)
    return 'The token came from Datadog itself a moment ago: check that the account that this job is mapped to is not disabled.'
  if (reason === 'forbidden')
    return `${bearer ? 'The owner of the token' : "The application key's owner"} needs ${permission}.`
  if (reason === 'unauthorized' && bearer) {
    return `Check that the token belongs to an organization on ${new URL(session.origin).host}, and that it has not expired or been revoked.`
  }
  if (reason === 'unauthorized') {
    return `Check that the keys belong to an organization on ${new URL(session.origin).host}, that api-key and app-key are not swapped, and that none was revoked.`
  }
  return undefined
}

function targetOf(answer: Answer, origin: string): string {
  const location = header(answer, 'location')
  if (location === undefined) return 'no given address'
  return URL.parse(location, origin)?.host || 'an address that is none'
}
