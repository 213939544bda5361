import { Failure } from '../failure.ts'
import type { Caller } from '../mappings/caller.ts'
import type { KindName, MappingAttributes } from '../mappings/mapping.ts'
import { callerOfThisJob, claimsOfToken } from './caller.ts'
import type { Job } from './job.ts'

/** What of a request can depend on the job. */
export interface Incomplete {
  readonly operation: string
  readonly kind: KindName
  readonly attributes: MappingAttributes
  readonly claimsOfThisJob: boolean
  readonly caller?: Caller
}

/** A request with nothing left to be found out about the job, and what the user should know of what was found. */
export interface Completed<T> {
  readonly request: T
  readonly warnings: readonly string[]
}

/**
 * Fills in what a request takes from the running job itself: the claims of `claims: this-job`, the caller of `match`.
 * @throws Failure
 */
export async function completeRequest<T extends Incomplete>(request: T, job: Job): Promise<Completed<T>> {
  if (request.claimsOfThisJob) return withClaims(request, job)
  if (request.operation !== 'match' || request.caller !== undefined) return { request, warnings: [] }
  const cloud = request.kind.startsWith('github-') ? 'github' : 'aws'
  const caller = await callerOfThisJob(job, cloud)
  if ('problem' in caller) {
    const [input, what] = cloud === 'aws' ? ['arn', 'caller ARN'] : ['identity-claims', 'claims']
    throw new Failure(
      'invalid-input',
      `${input}: is not given, and this job's own ${what} cannot be told: ${caller.problem}`,
      {
        advice: `Or set ${input} to the caller to match.`,
      },
    )
  }
  return { request: { ...request, caller }, warnings: [] }
}

async function withClaims<T extends Incomplete>(request: T, job: Job): Promise<Completed<T>> {
  const { claimsOfThisJob, compileClaims } = await import('../mappings/claims.ts')
  const compiled = await compileClaims(claimsOfThisJob(await claimsOfToken(job)))
  if ('problem' in compiled) {
    throw new Failure('invalid-input', `claims: this-job gives claims that cannot be mapped: ${compiled.problem}`, {
      advice: 'Write the claims out instead.',
    })
  }
  const attributes = { ...request.attributes, claims: compiled.value }
  return { request: { ...request, attributes }, warnings: compiled.warnings.map((warning) => `claims: ${warning}`) }
}
