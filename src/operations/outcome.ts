import { Failure, type FailureDetails } from '../failure.ts'
import type { AuditResult } from '../mappings/audit/findings.ts'
import type { LiveMapping, NamedMapping } from '../mappings/mapping.ts'
import type { Refusal } from '../mappings/plan/guards.ts'
import type { Change, Plan } from '../mappings/plan/plan.ts'
import type { Frame } from '../mappings/plan/plan-digest.ts'
import type { Powerful, RoleWithPermissions } from '../mappings/power.ts'
import type { Unread } from './request.ts'

/** A plan with everything that its readers need. */
export interface Planned {
  readonly plan: Plan
  readonly frame: Frame
  /** Over the frame and the changes. */
  readonly digest: string
  /** Whether live mappings that are not wanted are deleted. */
  readonly prune: boolean
  /** Why `apply` would refuse it, violations of the policy by its changes included; then it cannot be approved. */
  readonly refusals: readonly Refusal[]
  /** The organization that answered; absent when it was not asked for, without members when it did not answer. */
  readonly org?: Organization
  /** What accounts and roles may do: by account identifier and by UUID of an account, by id of a role. */
  readonly power?: ReadonlyMap<string, Power>
  /** The policy of the mappings file; absent when it has none. */
  readonly policy?: PolicyInForce
  /** The live mappings that are neither in the file nor ignored; absent when they were not looked for. */
  readonly unmanaged?: readonly LiveMapping[]
  /** The kinds that could not be listed, so that it is not known what of them is unmanaged. */
  readonly unread?: readonly Unread[]
  /** What exists by each change that `apply` carried out; absent before. */
  readonly made?: ReadonlyMap<Change, readonly LiveMapping[]>
  /** How many live mappings the file ignores. */
  readonly ignored?: number
  /**
   * From where differences are described: from the file, as what `apply` would do (the default), or from what is live, as what
   * happened there since the file was applied. `plan` with `fail-on: drift` sets `live`. The dry run of a step about one mapping sets
   * `step`: that step would do it, and no one approves it.
   */
  readonly seenFrom?: 'file' | 'live' | 'step'
}

/** A Datadog organization, as far as it is known. */
export interface Organization {
  readonly uuid?: string
  readonly name?: string
}

/** What an account or a role may do, or why that is not known, a few words without a full stop, and whether it is because there is none. */
export type Power = Powerful | RoleWithPermissions | { readonly unknown: string; readonly isMissing?: true }

/** A policy as plans show it. */
export interface PolicyInForce {
  /** Each rule in a few words. */
  readonly rules: readonly string[]
  /** What mappings violate that the plan leaves as they are, a sentence each: a warning. */
  readonly violations: readonly string[]
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
  readonly added: readonly NamedMapping[]
}

/** What an audit found. */
export interface Audited extends AuditResult {
  /** How many mappings were looked at. */
  readonly count: number
  readonly unread: readonly Unread[]
  /** The organization that answered. */
  readonly org?: Organization
}

/** A mapping that a caller does not hit. */
export interface Miss {
  readonly mapping: LiveMapping
  /** Each matcher that fails: what the caller has there, nothing when it lacks the claim, and what the mapping has. */
  readonly differences: readonly { readonly matcher: string; readonly caller?: string; readonly mapping: string }[]
  /** What differs, in words, one each; no full stops. */
  readonly reasons: readonly string[]
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
    | 'audited'
    | 'matched'
    | 'unmatched'
    | 'verified'
    | 'logged-in'
  /** Whether Datadog's state differs from before; absent for operations that only read. */
  readonly changed?: boolean | 'unknown'
  /** The one mapping that this is about. */
  readonly mapping?: NamedMapping
  /** All mappings that were asked for. */
  readonly mappings?: readonly LiveMapping[]
  readonly planned?: Planned
  readonly exported?: Exported
  readonly audited?: Audited
  readonly verification?: Verification
  readonly access?: Access
  /** The mappings that a caller came nearest to without hitting one, nearest first. */
  readonly nearest?: readonly Miss[]
  /** What happened, in one sentence. */
  readonly sentence: string
  /** What a reviewer should check before what was found is trusted, a sentence each, the most dangerous first. */
  readonly checks?: readonly string[]
  /** What else a user should know, a sentence each. */
  readonly details?: readonly string[]
  /** What a user should look at although the step succeeded, a sentence each. */
  readonly warnings?: readonly string[]
}

/** What is known although the step failed. */
export interface Known {
  readonly mapping?: Partial<LiveMapping>
  readonly mappings?: readonly LiveMapping[]
  readonly planned?: Planned
  readonly audited?: Audited
  /** Whether Datadog's state differs from before. */
  readonly changed?: boolean | 'unknown'
  readonly verification?: Verification
}

/** A failure after which something is known that the outputs carry. */
export class InformedFailure extends Failure {
  readonly known: Known

  constructor(failure: Failure, known: Known) {
    const { reason, sentence, advice, cause, isUnsettled } = failure
    super(reason, sentence, { advice, cause, isUnsettled })
    this.known = known
  }
}

/** The failure of a request that a live mapping is in the way of; the outputs are then about that one. */
export function conflictWith(holder: LiveMapping, sentence: string, details: FailureDetails): InformedFailure {
  return new InformedFailure(new Failure('conflict', sentence, details), { mapping: holder, changed: false })
}
