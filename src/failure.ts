import { inspect } from 'node:util'

/**
 * Why a step can fail: the code that the output `failure-reason` carries, pieces of the text that a user then sees, what it
 * means, and what to do about it. docs/troubleshooting.md is generated from this table.
 */
export const FAILURES = {
  'invalid-input': {
    seen: ['is missing', 'is not one of', 'things are wrong with the inputs', 'Datadog answered 400 Bad Request'],
    meaning: 'An input is missing, malformed or contradicts another one, or Datadog refused a value (400, 422).',
    advice: 'Correct what the message names and run the step again.',
  },
  unauthorized: {
    seen: ['Datadog answered 401 Unauthorized'],
    meaning: 'Datadog does not know the credentials (401).',
    advice:
      'Check that the keys belong to an organization on this site, that api-key and app-key are not swapped, and that none was revoked.',
  },
  forbidden: {
    seen: ['Datadog answered 403 Forbidden'],
    meaning: 'Datadog knows the credentials, and they may not do this (403).',
    advice: 'Ask a Datadog admin to grant the permissions that the message names to the owner of the application key.',
  },
  'wrong-org': {
    seen: ['and org-uuid names'],
    meaning: 'The credentials belong to another organization than the one that org-uuid names. Nothing was written.',
    advice: 'Use the credentials of that organization, or correct org-uuid.',
  },
  'not-found': {
    seen: ['there is none'],
    meaning: 'There is no such mapping, role or team (404).',
    advice:
      'Check the id and the site with operation: list; if-missing: ignore lets the step succeed when a mapping is gone.',
  },
  conflict: {
    seen: ['is already mapped, by', 'it already exists', 'it collides with'],
    meaning: 'Another mapping holds what this one needs (409).',
    advice: 'Delete the mapping that the message names first, if it is not needed.',
  },
  ambiguous: {
    seen: ['mappings fit'],
    meaning: 'Several mappings fit the look-up.',
    advice: 'Name one of them with mapping-id.',
  },
  'not-integrated': {
    seen: ['AWS Account Id is not integrated with this Datadog account'],
    meaning: 'The AWS account in the ARN pattern has no Datadog AWS integration.',
    advice:
      'Add the account under Integrations > Amazon Web Services in Datadog, or correct the account number in arn-pattern. A new integration can take a few minutes to take effect.',
  },
  'rate-limited': {
    seen: ['Datadog answered 429 Too Many Requests'],
    meaning: 'Datadog asks to wait (429), longer or more often than this step may.',
    advice: 'Run the step again later, or raise timeout or retries.',
  },
  'server-error': {
    seen: ['Datadog answered 500 Internal Server Error', 'Datadog answered 503 Service Unavailable'],
    meaning: 'Datadog answered with an error of its own (5xx) each time.',
    advice: 'See status.datadoghq.com, and run the step again later.',
  },
  network: {
    seen: [
      'refused the connection (ECONNREFUSED)',
      'does not exist (ENOTFOUND)',
      'is not trusted',
      'did not let the connection to',
      'does not accept the credentials, or needs some (407)',
    ],
    meaning: 'Datadog could not be reached, or the connection broke.',
    advice: 'Check site or api-url, and the firewall and proxy settings of the runner.',
  },
  'redirect-refused': {
    seen: ['a redirect to'],
    meaning: 'The server answered with a redirect. It is not followed: the credentials would go with it.',
    advice: 'Set site or api-url to the final address, if you trust it.',
  },
  timeout: {
    seen: ['did not answer in time', 'the deadline of 300 s passed'],
    meaning: 'Datadog did not answer in time, or the deadline of the step passed.',
    advice: 'Run the step again; raise timeout when the log shows that it was still getting answers.',
  },
  'bad-response': {
    seen: ['Datadog answered 200 OK with', 'sent something that is not HTTP'],
    meaning: 'The answer is not what the Datadog API documents.',
    advice: 'Check that api-url, or a proxy on the way, really leads to the Datadog API.',
  },
  findings: {
    seen: ['does not allow'],
    meaning: 'An audit found mappings that are a risk, and fail-on does not allow that.',
    advice: 'See the summary for what to do about each, or accept a finding in the mappings file.',
  },
  'not-verified': {
    seen: ['Could not verify the mapping', 'This did not change within'],
    meaning: 'The mapping could not be proven to work: this job did not become the expected account.',
    advice: 'See the message for who the job is and what Datadog answered.',
  },
  'plan-changed': {
    seen: ['This is not the plan that was reviewed', 'not part of the reviewed plan file'],
    meaning: 'What apply would do is not what was reviewed.',
    advice: 'Run plan again, review it, and apply that one.',
  },
  drift: {
    seen: ['The plan has changes', 'Drift:'],
    meaning: 'fail-on found what it looks for: the plan has changes, or a mapping is unmanaged or could not be read.',
    advice:
      'Apply the plan, or bring the mappings file up to date: add what is missing there, or ignore what others manage.',
  },
  'approval-missing': {
    seen: ['this plan has not been approved'],
    meaning: 'apply has changes to make, and nothing shows that they have been approved.',
    advice: 'Give the digest of a reviewed plan as expected-plan, its plan-file, or auto-approve: true.',
  },
  guarded: {
    seen: ['and max-deletes is', 'apply does not run on', 'apply would refuse this plan'],
    meaning: 'A guard or the policy of the mappings file stopped the plan, or apply ran where it must not.',
    advice: 'See the message for what is protected or forbidden, and what to do about it.',
  },
  'partially-applied': {
    seen: ['changes applied. Not applied:'],
    meaning: 'A part of the plan was executed.',
    advice:
      'Fix what the message names. With expected-plan, run plan again and approve the rest; otherwise run apply again: it does the rest.',
  },
  'mapping-lost': {
    seen: ['THE MAPPING IS GONE'],
    meaning: 'A replacement deleted the old mapping, and neither the new nor the old one could be created.',
    advice: 'Create it again with the inputs that the message gives.',
  },
  cancelled: {
    seen: ['the run was cancelled'],
    meaning: 'The run was cancelled.',
    advice: 'Run the step again.',
  },
  internal: {
    seen: ['The action stopped unexpectedly', 'the event loop ran empty'],
    meaning: 'A bug in this action.',
    advice: 'Please report it with the log of a run with debug logging enabled.',
  },
} as const satisfies Record<string, CatalogueEntry>

interface CatalogueEntry {
  /** Pieces of messages, as they stand in the log; a test holds them against real ones. */
  readonly seen: readonly string[]
  readonly meaning: string
  readonly advice: string
}

/** A code of the output `failure-reason`. */
export type FailureReason = keyof typeof FAILURES

/** An advice other than the one of the catalogue, the error that a failure came from, and what it leaves open. */
export interface FailureDetails {
  readonly advice?: string
  readonly cause?: unknown
  /** Whether a request that changes something got no answer, so that it may have been carried out. */
  readonly isUnsettled?: boolean
}

/** A failed step: its message is one or a few whole sentences, what failed and why, then the advice. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly reason: FailureReason
  readonly sentence: string
  readonly advice: string
  readonly isUnsettled: boolean

  constructor(reason: FailureReason, sentence: string, details: FailureDetails = {}) {
    const advice = details.advice ?? FAILURES[reason].advice
    const space = sentence.endsWith('\n') ? '' : ' '
    super(advice === '' ? sentence : `${sentence}${space}${advice}`, { cause: details.cause })
    this.reason = reason
    this.sentence = sentence
    this.advice = advice
    this.isUnsettled = details.isUnsettled === true
  }
}

const OPEN: ReadonlySet<FailureReason> = new Set(['timeout', 'cancelled', 'network', 'server-error', 'bad-response'])

/** Whether the request that failed may have been carried out, or may still be. */
export function mayHaveHappened({ reason, isUnsettled }: Failure): boolean {
  return isUnsettled || OPEN.has(reason)
}

/** What ended the step while it was at work: a cancellation, the deadline, or an error outside of any promise. */
export class Stopped extends Failure {
  /** Completes "Could not …: "; no full stop. */
  readonly why: string

  constructor(reason: FailureReason, why: string, details: FailureDetails = {}) {
    super(reason, `${why.charAt(0).toUpperCase()}${why.slice(1)}.`, details)
    this.why = why
  }
}

/** For what is only looked up to explain something: that it fails is no failure. @throws what is a mistake of ours. */
export function ifUnknown(thrown: unknown): undefined {
  if (!(thrown instanceof Failure)) throw thrown
  return undefined
}

/** Makes a failure of anything thrown; what is not a Failure is a mistake of ours. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : unexpected(thrown)
}

/** The end of a step by an error that is a mistake of ours. */
export function unexpected(thrown: unknown): Stopped {
  const text = thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : inspect(thrown)
  return new Stopped('internal', `the action stopped unexpectedly: ${text || 'no message'}`, { cause: thrown })
}
