import type { Client } from '../datadog/client.ts'
import type { CurrentUser } from '../datadog/directory/organization.ts'
import { pause } from '../datadog/session.ts'
import { Failure } from '../failure.ts'
import type { Job } from '../identity/job.ts'
import { callerOfThisJob, callerText } from '../identity/job-caller.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { KindName, LiveMapping } from '../mappings/mapping.ts'
import { type Caller, matchCaller } from '../mappings/match-caller.ts'
import { missing } from './look-up.ts'
import { nearMissText } from './match.ts'
import { InformedFailure } from './outcome.ts'
import type { VerifyRequest } from './request.ts'

/** Who should come out of the exchange, as far as it was told or looked up. */
export interface Expected {
  readonly caller?: Caller
  readonly mapping?: LiveMapping
  /** Email, handle or UUID. */
  readonly account?: string
  readonly accountUuid?: string
  /** The account in words. */
  readonly text: string
}

// Replicas lag: a mapping made by the step before may not be readable everywhere.
const PATIENCE = 30_000
const PAUSE = 1000
// A pattern that only the step names, and no mapping that was looked up.
const UNNAMED = ''

/**
 * Finds out which account this job should become, and that the job is the one that is mapped.
 * @throws Failure `not-verified` when the job is another caller than the mapped one, `not-found` without such a mapping.
 */
export async function expectedOf(request: VerifyRequest, job: Job, end: number): Promise<Expected> {
  const { accountIdentifier: account, arnPattern } = request.attributes
  const caller = await callerOfThisJob(job, request.kind.startsWith('github-') ? 'github' : 'aws')
  if ('problem' in caller)
    job.datadog.say(`Could not determine who this job is: ${caller.problem} Continuing without it.`)
  else job.datadog.say(`This job is ${callerText(caller)}.`)
  const known = 'problem' in caller ? {} : { caller }
  const mapping = await lookedUp(request, job, known.caller, end)
  const pattern = mapping ?? (arnPattern === undefined ? undefined : given(request, arnPattern))
  if (known.caller !== undefined && pattern !== undefined) await requireMatch(known.caller, pattern, request)
  const accountUuid = account === undefined ? mapping?.accountUuid : undefined
  return {
    ...known,
    ...(mapping !== undefined && { mapping }),
    ...(account !== undefined && { account }),
    ...(accountUuid !== undefined && { accountUuid }),
    text: account ?? (mapping === undefined ? 'any account' : KINDS[request.kind].target(mapping)),
  }
}

/** Whether an account is the expected one. */
export function isExpected({ account, accountUuid }: Expected, user: CurrentUser): boolean {
  if (account !== undefined)
    return [user.uuid, user.handle, user.email].some((name) => name?.toLowerCase() === account.toLowerCase())
  return accountUuid === undefined || accountUuid.toLowerCase() === user.uuid.toLowerCase()
}

/** Whether an account has the expected text as its name, which is no proof: several accounts can have one name. */
export function isOnlyNamed({ account }: Expected, { name }: CurrentUser): boolean {
  return account !== undefined && name === account
}

// The keys are a help only, and may be there for another tool.
async function lookedUp(
  request: VerifyRequest,
  job: Job,
  caller: Caller | undefined,
  end: number,
): Promise<LiveMapping | undefined> {
  if (job.lookUp === undefined) return undefined
  try {
    return await waitFor(request, job, job.lookUp, caller, Math.min(end, job.datadog.clock.now() + PATIENCE))
  } catch (thrown) {
    const denied = thrown instanceof Failure && (thrown.reason === 'forbidden' || thrown.reason === 'unauthorized')
    if (!denied || request.mappingId !== undefined) throw thrown
    job.datadog.say(`The keys cannot look the mapping up: ${thrown.sentence} Continuing without it.`)
    return undefined
  }
}

async function waitFor(
  request: VerifyRequest,
  { datadog }: Job,
  lookUp: Client,
  caller: Caller | undefined,
  until: number,
): Promise<LiveMapping | undefined> {
  const { kind, mappingId, attributes } = request
  for (;;) {
    const live = mappingId === undefined ? await lookUp.list(kind) : []
    const found = mappingId === undefined ? await wanted(request, live, caller) : await lookUp.get(kind, mappingId)
    if (found !== undefined) return found
    const known = mappingId ?? attributes.arnPattern
    if (known === undefined && caller === undefined) return undefined
    if (datadog.clock.now() >= until)
      throw known === undefined ? await unmatched(kind, live, caller) : missing(request, 'verify')
    await pause(
      datadog,
      PAUSE,
      `Datadog does not show ${known === undefined ? 'a mapping for this job' : `the mapping ${known}`} yet.`,
    )
  }
}

async function wanted(
  { attributes, lookUpPatterns }: VerifyRequest,
  live: readonly LiveMapping[],
  caller: Caller | undefined,
): Promise<LiveMapping | undefined> {
  if (attributes.arnPattern !== undefined) {
    const patterns = [attributes.arnPattern, ...lookUpPatterns]
    return live.find((mapping) => patterns.includes(mapping.arnPattern ?? ''))
  }
  return caller === undefined ? undefined : (await matchCaller(caller, live)).matching[0]
}

async function unmatched(kind: KindName, live: readonly LiveMapping[], caller: Caller | undefined): Promise<Failure> {
  const who = caller === undefined ? 'this job' : callerText(caller)
  const [near] = caller === undefined ? [] : (await matchCaller(caller, live)).nearest
  const nearest = near === undefined ? '' : ` ${nearMissText(near)}`
  const sentence = `Could not verify the mapping: no ${KINDS[kind].title} matches ${who}.${nearest}`
  const advice = 'Map this caller with operation: create, or assume the role that is mapped before this step.'
  return new InformedFailure(new Failure('not-verified', sentence, { advice }), { verification: { verified: false } })
}

function given({ kind }: VerifyRequest, arnPattern: string): LiveMapping {
  return { kind, id: UNNAMED, arnPattern }
}

async function requireMatch(caller: Caller, mapping: LiveMapping, { kind }: VerifyRequest): Promise<void> {
  const { nearest } = await matchCaller(caller, [mapping])
  const [miss] = nearest
  if (miss === undefined) return
  const meaning = KINDS[kind]
  const which = mapping.accountIdentifier === undefined ? meaning.principal(mapping) : describe(meaning, mapping)
  const first =
    'arn' in caller
      ? 'Assume the mapped role first: run aws-actions/configure-aws-credentials with role-to-assume set to it, in a step before this one.'
      : 'Run verify in a job whose claims match.'
  const failure = new Failure(
    'not-verified',
    `Could not verify the mapping ${which}: this job is ${callerText(caller)}, and it does not match; ${miss.reasons.join('; ')}.`,
    { advice: first },
  )
  throw new InformedFailure(failure, {
    ...(mapping.id !== UNNAMED && { mapping }),
    verification: { verified: false },
  })
}
