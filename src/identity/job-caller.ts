import { Failure } from '../failure.ts'
import type { ClaimMatchers, KindName } from '../mappings/mapping.ts'
import type { Caller } from '../mappings/match-caller.ts'
import { awsCaller } from './aws-caller.ts'
import type { Job } from './job.ts'

/** The audience of tokens that are only read here, and that no one accepts as a proof. */
const OWN_AUDIENCE = 'datadog-mappings'

/** Who this job is to a cloud, or one sentence on why that is unknown. @throws Failure only when the step is over. */
export async function callerOfThisJob(
  job: Job,
  cloud: 'aws' | 'github',
): Promise<Caller | { readonly problem: string }> {
  if (cloud === 'aws') return awsCaller(job)
  try {
    return { claims: textClaims(await claimsOfToken(job)) }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || job.datadog.signal.aborted) throw thrown
    return { problem: thrown.message }
  }
}

/** The claims of this job's GitHub token. @throws Failure */
async function claimsOfToken(job: Job): Promise<Readonly<Record<string, unknown>>> {
  const { githubToken } = await import(/* webpackChunkName: "identity" */ './github-token.ts')
  return (await githubToken(job, OWN_AUDIENCE)).claims
}

/** What a caller is called: its ARN, or the subject of its token. */
export function callerText(caller: Caller): string {
  if ('arn' in caller) return caller.arn
  return caller.claims['sub'] ?? caller.claims['repository'] ?? 'a job with the given claims'
}

function textClaims(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(claims)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      texts[name] = String(value)
  }
  return texts
}

/**
 * The caller that `match` is about when none is given: this job.
 * @throws Failure that names the input to give when the job's own caller is unknown.
 */
export async function callerToMatch(job: Job, kind: KindName): Promise<Caller> {
  const cloud = kind.startsWith('github-') ? 'github' : 'aws'
  const caller = await callerOfThisJob(job, cloud)
  if (!('problem' in caller)) return caller
  const [input, what] = cloud === 'aws' ? ['arn', 'caller ARN'] : ['identity-claims', 'claims']
  throw new Failure(
    'invalid-input',
    `${input}: is not given, and this job's own ${what} could not be determined: ${caller.problem}`,
    { advice: `Or set ${input} to the caller to match.` },
  )
}

/**
 * The claim matchers that `claims: this-job` stands for, with what a user should know of them.
 * @throws Failure
 */
export async function claimsToMap(
  job: Job,
): Promise<{ readonly value: ClaimMatchers; readonly warnings: readonly string[] }> {
  const { claimsOfThisJob, compileClaims } = await import(
    /* webpackChunkName: "claims" */ '../mappings/claims/compile-claims.ts'
  )
  const compiled = await compileClaims(claimsOfThisJob(await claimsOfToken(job)))
  if (!('problem' in compiled)) return compiled
  throw new Failure('invalid-input', `claims: this-job gives claims that cannot be mapped: ${compiled.problem}`, {
    advice: 'Write the claims out instead.',
  })
}
