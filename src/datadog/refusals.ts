import type { FailureReason } from '../failure.ts'
import { errorText, header, statusText, waitAskedFor } from './answers.ts'
import type { Problem } from './problem.ts'
import type { Session } from './session.ts'
import type { Answer } from './transport.ts'

const NOT_INTEGRATED = /not integrated/i

/** Whether Datadog refused because the AWS account has no integration: only a 400 means it, by recordings and Terraform's code. */
export function isNotIntegrated(answer: Answer): boolean {
  return answer.status === 400 && NOT_INTEGRATED.test(errorText(answer))
}

/** What is wrong with an answer that is not 2xx: the status, what Datadog said, and what to do. */
export function refusal(session: Session, permission: string, answer: Answer): Problem {
  const { status } = answer
  const reason = reasonFor(answer)
  const why = `${session.server} answered ${statusText(status)}`
  if (reason === 'redirect-refused') {
    const target = session.quote(targetOf(answer, session.origin))
    return {
      reason,
      why: `${why}, a redirect to ${target}, which was not followed because that would send the credentials there`,
    }
  }
  const said = session.quote(errorText(answer))
  const isRedundant = said === '' || statusText(status).toLowerCase().includes(said.toLowerCase())
  const advice = adviceFor(reason, session, permission)
  const asked = waitAskedFor(answer, session.clock.now())
  return {
    reason,
    why,
    ...(!isRedundant && { said }),
    ...(advice !== undefined && { advice }),
    ...(asked !== undefined && { asked }),
  }
}

function reasonFor(answer: Answer): FailureReason {
  const { status } = answer
  if (status < 400) return status < 300 ? 'bad-response' : 'redirect-refused'
  if (status >= 500) return 'server-error'
  switch (status) {
    case 400:
      return isNotIntegrated(answer) ? 'not-integrated' : 'invalid-input'
    case 422:
      return 'invalid-input'
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

const READING = /_read\b/

function adviceFor(reason: FailureReason, session: Session, permission: string): string | undefined {
  const bearer = 'authorization' in session.headers
  // Datadog issued the token for the job's own identity a moment ago.
  if (reason === 'forbidden' && session.tokens !== undefined)
    return [
      `The account that this job is mapped to needs ${permission}.`,
      ...(READING.test(permission)
        ? []
        : ['Datadog may not let a mapped caller create mappings at all: use api-key and app-key for that.']),
    ].join(' ')
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
  if (location === undefined) return 'an address that it did not give'
  return URL.parse(location, origin)?.host || 'an invalid address'
}
