import type { TokenSource } from '../datadog/session.ts'
import { type DelegatedToken, exchangeForToken } from './exchange.ts'
import { explainRefusal } from './explain-refusal.ts'
import type { Job } from './job.ts'
import { createProver } from './prover.ts'

// Before the end of a token there must be time for the request that carries it.
const LONGEST_MARGIN = 60_000
const SHARE_OF_LIFE = 0.2
// More refusals in a row are not about the age of the token.
const MOST_REFUSALS = 2

/** Tokens from the job's own identity: one exchange when the first request needs it, and another before each token ends. */
export function createTokenSource(job: Job): TokenSource {
  const { clock } = job.datadog
  const prove = createProver(job)
  let current: Promise<DelegatedToken & { readonly until: number }> | undefined
  let usable: string | undefined
  let refusals = 0

  async function fetch(): Promise<DelegatedToken & { readonly until: number }> {
    const proof = await prove()
    const start = clock.now()
    try {
      const fetched = await exchangeForToken(job, proof)
      const margin = Math.min(LONGEST_MARGIN, (fetched.expiresAt - start) * SHARE_OF_LIFE)
      usable = fetched.token
      return { ...fetched, until: fetched.expiresAt - margin }
    } catch (thrown) {
      current = undefined
      throw await explainRefusal(thrown, job, 'persona')
    }
  }

  return {
    async token() {
      const known = await current
      // Several requests can find at once that the token is over: the first one fetches, the others wait for it.
      if (known !== undefined && known.until <= clock.now() && usable === known.token) {
        usable = undefined
        current = undefined
      }
      current ??= fetch()
      return (await current).token
    },
    refused(token) {
      // Another request may have fetched a new one already.
      if (token !== usable) return refusals <= MOST_REFUSALS
      refusals++
      usable = undefined
      current = undefined
      return refusals <= MOST_REFUSALS
    },
  }
}
