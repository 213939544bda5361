import { Failure } from '../failure.ts'
import type { Caller } from '../mappings/caller.ts'
import { awsCaller } from './aws-caller.ts'
import type { Job } from './job.ts'

/** For whom the tokens are that are only read here: nobody takes them as a proof. */
const NOBODY = 'datadog-mappings'

/** Who this job is in the eyes of a cloud, or one sentence on why that cannot be told. @throws Failure only when the step is over. */
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
export async function claimsOfToken(job: Job): Promise<Readonly<Record<string, unknown>>> {
  const { githubToken } = await import('./github-token.ts')
  return (await githubToken(job, NOBODY)).claims
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
