import type { Listing } from '../datadog/listing.ts'
import { Failure } from '../failure.ts'
import type { Caller } from '../mappings/caller.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import type { Approval, Desired, Planned } from './desired.ts'

/** The operations, in the order in which they are listed everywhere. */
export const OPERATION_NAMES = [
  'list',
  'get',
  'create',
  'update',
  'delete',
  'ensure',
  'plan',
  'apply',
  'match',
  'verify',
  'login',
] as const

/** The name of an operation, as the input `operation` spells it. */
export type OperationName = (typeof OPERATION_NAMES)[number]

/** What a step asks for, checked. */
export interface Request {
  readonly operation: OperationName
  readonly kind: KindName
  /** The site, or the other address, that this is about. */
  readonly where: string
  /** Whether a writing operation only shows what it would do. */
  readonly dryRun: boolean
  readonly mappingId?: string
  /** What to write, or the identity to look for. */
  readonly attributes: MappingAttributes
  /** Whether the claim matchers are those of the job that runs this step. */
  readonly claimsOfThisJob: boolean
  /** The ARN patterns that a look-up tries, in this order; a mapping of the first that has any is the one. */
  readonly lookUpPatterns: readonly string[]
  readonly ifExists: 'fail' | 'keep' | 'replace'
  readonly ifMissing: 'fail' | 'ignore'
  readonly query: Listing
  readonly caller?: Caller
  /** What `plan` and `apply` are to make true. */
  readonly desired?: Desired
  readonly approval?: Approval
  /** What `login` exchanges the job's identity for. */
  readonly loginAs: 'persona' | 'intake'
  /** How long `verify` goes on. */
  readonly waitSeconds: number
}

/** What `verify` found out about the job. */
export interface Verification {
  readonly verified: boolean
  readonly accountUuid?: string
  readonly orgUuid?: string
}

/** What `login` got for later steps; all but the time is secret. */
export interface Access {
  readonly bearerToken?: string
  /** RFC 3339. */
  readonly expiresAt?: string
  readonly intakeApiKey?: string
}

/** What became of a request; `result` is the output of that name. */
export interface Outcome {
  readonly result:
    | 'found'
    | 'listed'
    | 'created'
    | 'kept'
    | 'unchanged'
    | 'replaced'
    | 'updated'
    | 'deleted'
    | 'missing'
    | 'planned'
    | 'applied'
    | 'matched'
    | 'unmatched'
    | 'verified'
    | 'logged-in'
  /** Whether Datadog's state differs from before; absent for operations that only read. */
  readonly changed?: boolean
  /** The one mapping that this is about. */
  readonly mapping?: LiveMapping
  /** All mappings that were asked for. */
  readonly mappings?: readonly LiveMapping[]
  readonly planned?: Planned
  readonly verification?: Verification
  readonly access?: Access
  /** What happened, in one sentence. */
  readonly sentence: string
  /** What a user should know besides, a sentence each. */
  readonly details?: readonly string[]
}

/** What is known about a mapping although the step failed. */
export interface Known {
  readonly mapping?: Partial<LiveMapping>
  readonly mappings?: readonly LiveMapping[]
  readonly planned?: Planned
  /** Whether Datadog's state differs from before all the same. */
  readonly changed?: boolean
  readonly verification?: Verification
}

/** A failure after which something is known that the outputs should tell. */
export class InformedFailure extends Failure {
  readonly known: Known

  constructor(failure: Failure, known: Known) {
    super(failure.reason, failure.sentence, { advice: failure.advice, cause: failure.cause })
    this.known = known
  }
}
