import { Failure } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { KindName } from '../mappings/mapping.ts'
import { type MatchReport, matchCaller } from '../mappings/match-caller.ts'
import type { Job } from './job.ts'
import { callerOfThisJob, callerText } from './job-caller.ts'

/**
 * Says of a refused exchange who the job is, and which mapping came nearest, as far as can be known; anything else is given back.
 * @throws Failure only when the step is over.
 */
export async function explainRefusal(thrown: unknown, job: Job, use: 'persona' | 'intake'): Promise<unknown> {
  if (!(thrown instanceof Failure) || (thrown.reason !== 'forbidden' && thrown.reason !== 'unauthorized')) return thrown
  const cloud = job.identity?.type ?? 'aws'
  const caller = await callerOfThisJob(job, cloud)
  if ('problem' in caller) {
    const sentence = `${thrown.sentence} Could not determine who this job is either: ${caller.problem}`
    return new Failure(thrown.reason, sentence, { advice: adviceOn(thrown, job, use), cause: thrown })
  }
  const found = thrown.reason === 'forbidden' ? await nearestMapping(job, `${cloud}-${use}`, caller) : undefined
  const sentence = `${thrown.sentence} The job is ${callerText(caller)}.${found === undefined ? '' : ` ${found}`}`
  return new Failure(thrown.reason, sentence, { advice: adviceOn(thrown, job, use), cause: thrown })
}

function adviceOn(failure: Failure, job: Job, use: 'persona' | 'intake'): string {
  const org = job.identity?.orgUuid === undefined ? 'oidc-audience' : 'org-uuid'
  const site = new URL(job.datadog.origin).host
  if (failure.reason === 'unauthorized') {
    const valid = job.identity?.type === 'github' ? 'GitHub token of this job is' : 'AWS credentials of this job are'
    return `Datadog did not accept the proof: check that ${org} names an organization on ${site} and that the ${valid} valid.`
  }
  const keys =
    job.lookUp === undefined ? ' With api-key and app-key as well, this message names the nearest mapping.' : ''
  const how =
    use === 'intake'
      ? `operation: create, kind: ${job.identity?.type ?? 'aws'}-intake and stored keys; a new mapping takes some minutes to take effect`
      : 'operation: create and stored keys; a new mapping takes some minutes to take effect, which operation: verify waits for'
  return `Map this caller with ${how}.${keys}`
}

type Given = Parameters<typeof matchCaller>[0]

/** Which mapping lets the caller in, or came nearest; undefined when there are no keys to look with. @throws Failure only when the step is over. */
async function nearestMapping(job: Job, kind: KindName, caller: Given): Promise<string | undefined> {
  if (job.lookUp === undefined) return undefined
  const { title } = KINDS[kind]
  let report: MatchReport
  try {
    report = await matchCaller(caller, await job.lookUp.list(kind))
  } catch (thrown) {
    if (!(thrown instanceof Failure) || job.datadog.signal.aborted) throw thrown
    return `Which mapping comes nearest could not be looked up: ${thrown.sentence}`
  }
  const [hit] = report.matching
  if (hit !== undefined) {
    return `It matches the ${title} ${hit.id} (${describe(KINDS[kind], hit)}), which may be too new to work yet, or whose account may not be allowed to log in.`
  }
  const [near] = report.nearest
  if (near === undefined) return `There is no ${title} yet.`
  return `It matches no ${title}. Nearest: ${near.mapping.id} (${describe(KINDS[kind], near.mapping)}); ${near.reasons.join('; ')}.`
}
