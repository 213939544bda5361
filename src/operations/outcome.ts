import { Failure } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Refusal } from '../mappings/plan/guards.ts'
import type { Plan } from '../mappings/plan/plan.ts'
import type { Frame } from '../mappings/plan/plan-digest.ts'

/** A plan with everything that its readers need. */
export interface Planned {
  readonly plan: Plan
  readonly frame: Frame
  /** Over the frame and the changes. */
  readonly digest: string
  /** Whether live mappings that are not wanted are deleted. */
  readonly prune: boolean
  /** Why `apply` would refuse it. */
  readonly refusals: readonly Refusal[]
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

/** What `export` wrote. */
export interface Exported {
  /** The path of the file, as the step names it. */
  readonly file: string
  /** How many live mappings the file names as they are. */
  readonly count: number
  /** Those of them that it did not name before, in its order. */
  readonly added: readonly LiveMapping[]
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
    | 'exported'
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
  readonly exported?: Exported
  readonly verification?: Verification
  readonly access?: Access
  /** What happened, in one sentence. */
  readonly sentence: string
  /** What else a user should know, a sentence each. */
  readonly details?: readonly string[]
}

/** What is known although the step failed. */
export interface Known {
  readonly mapping?: Partial<LiveMapping>
  readonly mappings?: readonly LiveMapping[]
  readonly planned?: Planned
  /** Whether Datadog's state differs from before. */
  readonly changed?: boolean
  readonly verification?: Verification
}

/** A failure after which something is known that the outputs carry. */
export class InformedFailure extends Failure {
  readonly known: Known

  constructor(failure: Failure, known: Known) {
    super(failure.reason, failure.sentence, { advice: failure.advice, cause: failure.cause })
    this.known = known
  }
}
