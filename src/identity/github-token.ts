import * as z from 'zod/mini'
import { parse, readJson, Unreadable } from '../datadog/answers.ts'
import { send } from '../datadog/send.ts'
import { resolveApiUrl } from '../datadog/site.ts'
import { Failure } from '../failure.ts'
import type { Job } from './job.ts'

/** The OIDC token of a job, and what it says of the job. */
export interface GithubToken {
  readonly token: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** What to do when the runner offers no token. */
export const ID_TOKEN_PERMISSION =
  'Add "permissions: id-token: write" to the job. A run of a pull request from a fork does not get it; and a reusable workflow needs it in the calling job too.'

/** Whether the runner offers a token to this job. */
export function offersGithubToken(env: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(env['ACTIONS_ID_TOKEN_REQUEST_URL']?.trim() && env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']?.trim())
}

/**
 * Fetches the OIDC token of this job for an audience, again after rate limits, errors of the server and lost connections:
 * https://docs.github.com/en/actions/reference/security/oidc
 * @throws Failure
 */
export async function githubToken(job: Job, audience: string): Promise<GithubToken> {
  const requestToken = job.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']?.trim() ?? ''
  if (requestToken !== '') job.addSecret(requestToken)
  if (!offersGithubToken(job.env)) {
    const sentence = 'The job has no permission to ask GitHub for its OIDC token.'
    throw new Failure('invalid-input', sentence, { advice: ID_TOKEN_PERMISSION })
  }
  const url = URL.parse(job.env['ACTIONS_ID_TOKEN_REQUEST_URL']?.trim() ?? '')
  const origin = url === null ? { problem: 'it is not a URL.' } : resolveApiUrl(url.origin)
  if (url === null || 'problem' in origin) {
    const problem = 'problem' in origin ? origin.problem : ''
    throw new Failure(
      'invalid-input',
      `The environment variable ACTIONS_ID_TOKEN_REQUEST_URL cannot be used: ${problem}`,
    )
  }
  url.searchParams.set('audience', audience)
  const session = await job.open({
    origin: origin.value,
    server: "GitHub's token service",
    headers: { authorization: `Bearer ${requestToken}` },
  })
  try {
    const token = await send(session, {
      method: 'GET',
      path: url.pathname + url.search,
      purpose: 'get the OIDC token of this job',
      permission: 'permissions: id-token: write',
      read(answer) {
        const { value } = parse(z.object({ value: z.string() }), readJson(answer))
        job.addSecret(value)
        return { token: value, claims: claimsIn(value) }
      },
    })
    return token
  } catch (thrown) {
    if (!(thrown instanceof Failure) || (thrown.reason !== 'unauthorized' && thrown.reason !== 'forbidden'))
      throw thrown
    throw new Failure(thrown.reason, thrown.sentence, { advice: ID_TOKEN_PERMISSION, cause: thrown })
  } finally {
    session.transport.close()
  }
}

// Datadog checks the signature; here the claims only say who the job is.
function claimsIn(token: string): Readonly<Record<string, unknown>> {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) throw new Unreadable('a token that is not a JWT', false)
  try {
    return z.parse(z.record(z.string(), z.unknown()), JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  } catch {
    throw new Unreadable('a token whose claims cannot be read', false)
  }
}
