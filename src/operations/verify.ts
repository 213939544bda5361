import { duration } from '../clock.ts'
import type { CurrentUser } from '../datadog/directory/organization.ts'
import { pause } from '../datadog/session.ts'
import { Failure, type FailureReason } from '../failure.ts'
import { exchangeForToken } from '../identity/exchange.ts'
import { explainRefusal } from '../identity/explain-refusal.ts'
import type { Job } from '../identity/job.ts'
import { callerText } from '../identity/job-caller.ts'
import { createProver } from '../identity/token-source.ts'
import { accountName } from '../mappings/power.ts'
import { visible } from '../mappings/visible.ts'
import type { Context } from './context.ts'
import { InformedFailure, type Known, type Outcome, type Verification } from './outcome.ts'
import type { VerifyRequest } from './request.ts'
import { type Expected, expectedOf, isExpected, isOnlyNamed } from './verify-expected.ts'

const FIRST_PAUSE = 2000
const LONGEST_PAUSE = 30_000
const GROWTH = 1.5
// The clock of a proof can be a moment ahead of AWS, and a new session can be unknown for a moment; more is no accident.
const MOST_UNAUTHORIZED = 3

/**
 * Proves that a mapping works: exchanges this job's identity for a token, and asks Datadog who that is, until it is the expected
 * account or the wait is over.
 * @throws Failure `not-verified` when the mapping did not work.
 */
export async function verify(request: VerifyRequest, { job }: Context): Promise<Outcome> {
  const { clock } = job.datadog
  const start = clock.now()
  const end = Math.min(start + request.waitSeconds * 1000, job.datadog.deadline - 1000)
  const expected = await expectedOf(request, job, end)
  const known: Known = expected.mapping === undefined ? {} : { mapping: expected.mapping }
  const prove = createProver(job)
  let unauthorized = 0
  for (let wait = FIRST_PAUSE; ; wait = Math.min(LONGEST_PAUSE, wait * GROWTH)) {
    const seen = await attempt(job, await prove())
    if ('user' in seen && isExpected(expected, seen.user)) return proven(expected, seen.user, clock.now() - start)
    if ('user' in seen && isOnlyNamed(expected, seen.user)) throw onlyNamed(seen.user, known)
    unauthorized = 'refusal' in seen && seen.refusal.reason === 'unauthorized' ? unauthorized + 1 : 0
    if (unauthorized >= MOST_UNAUTHORIZED && 'refusal' in seen) throw await notLetIn(seen.refusal, job, known)
    const left = end - clock.now()
    if (left <= 0) {
      if ('user' in seen) throw otherAccount(expected, seen.user, request, known)
      throw await notLetIn(seen.refusal, job, known, request)
    }
    const gone = `${duration(clock.now() - start)} of ${duration(end - start)} have passed`
    await pause(job.datadog, Math.min(wait, left), `${progress(seen, expected)} (${gone}).`)
  }
}

type Seen = { readonly user: CurrentUser } | { readonly refusal: Failure }

// Failures that can pass by themselves; any other ends the step.
const PASSING: readonly FailureReason[] = [
  'forbidden',
  'unauthorized',
  'server-error',
  'network',
  'timeout',
  'rate-limited',
  'bad-response',
]

async function attempt(job: Job, proof: string): Promise<Seen> {
  try {
    const { token } = await exchangeForToken(job, proof)
    const { currentUser } = await import(/* webpackChunkName: "directory" */ '../datadog/directory/organization.ts')
    const headers = { ...job.datadog.headers, authorization: `Bearer ${token}` }
    return { user: await currentUser({ ...job.datadog, headers }) }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || !PASSING.includes(thrown.reason) || job.datadog.signal.aborted) throw thrown
    return { refusal: thrown }
  }
}

function progress(seen: Seen, expected: Expected): string {
  if ('user' in seen) return `Datadog authenticates this job as ${accountText(seen.user)}, not yet as ${expected.text}`
  const { reason, sentence } = seen.refusal
  if (reason === 'forbidden')
    return 'Datadog does not let this job in yet, as is usual in the first minutes of a mapping'
  return reason === 'unauthorized' ? 'Datadog did not accept the proof of who this job is' : sentence.replace(/\.$/, '')
}

function proven(expected: Expected, user: CurrentUser, took: number): Outcome {
  const who = expected.caller === undefined ? 'This job' : callerText(expected.caller)
  const details = [
    `Proven: without any key, Datadog gave a token to this job and answered a request with it, as ${accountText(user)}. Workflows that only read no longer need keys, if this account may read what they read.`,
    'Not proven: that this job may create or delete mappings. A federated caller cannot create its own first mapping, and once mapped it may be barred from creating others: keep the keys in the workflows that write until a keyless write has succeeded.',
  ]
  if (expected.account === undefined && expected.accountUuid === undefined)
    details.unshift(
      'No account was expected, since neither account-identifier nor a mapping was given: any account would pass.',
    )
  return {
    result: 'verified',
    ...(expected.mapping !== undefined && { mapping: { ...expected.mapping, accountName: accountName(user) } }),
    verification: {
      verified: true,
      accountUuid: user.uuid,
      ...(user.org !== undefined && { orgUuid: user.org.uuid }),
    },
    sentence: `Verified in ${duration(took)}: ${who} becomes ${accountText(user)}${user.org === undefined ? '' : ` in the organization ${user.org.uuid}`}.`,
    details,
  }
}

async function notLetIn(refusal: Failure, job: Job, known: Known, request?: VerifyRequest): Promise<Failure> {
  if (refusal.reason !== 'forbidden' && refusal.reason !== 'unauthorized')
    return new InformedFailure(refusal, { ...known, verification: { verified: false } })
  const explained = await explainRefusal(refusal, job, 'persona')
  const failure = explained instanceof Failure ? explained : refusal
  const waited = request === undefined ? '' : ` This did not change within ${duration(request.waitSeconds * 1000)}.`
  const advice =
    refusal.reason === 'forbidden'
      ? 'A new mapping can take some minutes: raise wait and timeout; otherwise map the caller that the message names.'
      : failure.advice
  return notVerified(`${failure.sentence}${waited}`, advice, known, refusal)
}

function onlyNamed(user: CurrentUser, known: Known): Failure {
  return notVerified(
    `Could not verify the mapping: Datadog authenticates this job as ${accountText(user)}, and account-identifier is a name, which several accounts can have.`,
    `If this is the account, set account-identifier: ${user.uuid}.`,
    { ...known, verification: seenAs(user) },
  )
}

function otherAccount(expected: Expected, user: CurrentUser, { waitSeconds }: VerifyRequest, known: Known): Failure {
  return notVerified(
    `Could not verify the mapping: Datadog authenticates this job as ${accountText(user)}, and ${expected.text} was expected${waitSeconds === 0 ? '' : `, even after ${duration(waitSeconds * 1000)} of wait`}.`,
    'Another mapping may match this caller, or a replacement may not have taken effect yet: operation: match shows which; otherwise correct account-identifier.',
    { ...known, verification: seenAs(user) },
  )
}

function seenAs({ uuid: accountUuid, org }: CurrentUser): Verification {
  return { verified: false, accountUuid, ...(org !== undefined && { orgUuid: org.uuid }) }
}

function accountText(user: CurrentUser): string {
  const name = accountName(user)
  return name === user.uuid ? name : `${visible(name)} (${user.uuid})`
}

function notVerified(sentence: string, advice: string, known: Known, cause?: unknown): Failure {
  const failure = new Failure('not-verified', sentence, { advice, cause })
  return new InformedFailure(failure, { ...known, verification: { verified: false, ...known.verification } })
}
