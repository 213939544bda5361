import type { TokenSource } from '../datadog/session.ts'
import { Failure } from '../failure.ts'
import { awsCredentials } from './aws-credentials.ts'
import { type DelegatedToken, exchangeForToken } from './exchange.ts'
import { explainRefusal } from './explain-refusal.ts'
import type { Job } from './job.ts'

/** Makes proofs of who this job is, for `Authorization: Delegated`. @throws Failure */
export type Prover = () => Promise<string>

// A proof is valid for longer, but every new one is another secret to mask.
const LIFE_OF_A_PROOF = 120_000

/** A prover for the identity of a job; a proof is used again for two minutes. */
export function createProver(job: Job): Prover {
  let current: { readonly proof: string; readonly until: number } | undefined
  return async () => {
    const now = job.datadog.clock.now()
    if (current === undefined || current.until <= now) {
      current = { proof: await prove(job, now), until: now + LIFE_OF_A_PROOF }
    }
    return current.proof
  }
}

async function prove(job: Job, time: number): Promise<string> {
  const { identity, env, addSecret, awsRegion } = job
  if (identity?.type === 'aws') {
    const credentials = awsCredentials(env, addSecret)
    if ('problem' in credentials) {
      throw new Failure('invalid-input', `Could not prove to Datadog who this job is: ${credentials.problem}`, {
        advice: '',
      })
    }
    const { makeAwsProof } = await import(/* webpackChunkName: "identity" */ './aws-proof.ts')
    const { proof, secrets } = await makeAwsProof(credentials.value, {
      orgUuid: identity.orgUuid,
      region: awsRegion,
      time,
    })
    for (const secret of secrets) addSecret(secret)
    return proof
  }
  if (identity?.type === 'github') {
    const { githubToken } = await import(/* webpackChunkName: "identity" */ './github-token.ts')
    const { token } = await githubToken(job, identity.audience)
    const proof = `${identity.proofPrefix}${token}`
    addSecret(proof)
    return proof
  }
  throw new Error('a proof without an identity')
}

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
