import { exchangeForIntakeKey, exchangeForToken } from '../identity/exchange.ts'
import { explainRefusal } from '../identity/explain-refusal.ts'
import { createProver } from '../identity/token-source.ts'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'
import type { LoginRequest } from './request.ts'

/**
 * Exchanges the identity of this job for what later steps use instead of long-lived keys.
 * @throws Failure
 */
export async function login({ loginAs }: LoginRequest, { job }: Context): Promise<Outcome> {
  const proof = await createProver(job)()
  try {
    if (loginAs === 'intake') {
      const intakeApiKey = await exchangeForIntakeKey(job, proof)
      return {
        result: 'logged-in',
        access: { intakeApiKey },
        sentence: 'Logged in for telemetry: the output intake-api-key is a masked API key for later steps of this job.',
      }
    }
    const { token, expiresAt } = await exchangeForToken(job, proof)
    const time = new Date(expiresAt).toISOString().replace(/\.\d+Z$/, 'Z')
    return {
      result: 'logged-in',
      access: { bearerToken: token, expiresAt: time },
      sentence: `Logged in until ${time}: the output bearer-token is a masked token for later steps of this job.`,
    }
  } catch (thrown) {
    throw await explainRefusal(thrown, job, loginAs)
  }
}
