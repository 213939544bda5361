import { Failure } from '../failure.ts'
import { awsCredentials } from './aws-credentials.ts'
import type { Job } from './job.ts'

/** Makes proofs of who this job is, fit for `Authorization: Delegated`. @throws Failure */
export type Prover = () => Promise<string>

// A proof is good for longer, but every new one is another secret to be masked.
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
    const { makeAwsProof } = await import('./aws-proof.ts')
    const { proof, secrets } = await makeAwsProof(credentials.value, {
      orgUuid: identity.orgUuid,
      region: awsRegion,
      time,
    })
    for (const secret of secrets) addSecret(secret)
    return proof
  }
  if (identity?.type === 'github') {
    const { githubToken } = await import('./github-token.ts')
    const { token } = await githubToken(job, identity.audience)
    const proof = `${identity.proofPrefix}${token}`
    addSecret(proof)
    return proof
  }
  throw new Error('a proof without an identity')
}
