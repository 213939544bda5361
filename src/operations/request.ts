import type { Listing } from '../datadog/authn-pages.ts'
import type { Acceptance } from '../mappings/audit/acceptance.ts'
import { isUuid } from '../mappings/checked.ts'
import type { MappingsFile } from '../mappings/file/mappings-file.ts'
import type { GivenNames, KindName, MappingAttributes } from '../mappings/mapping.ts'
import type { Caller } from '../mappings/match-caller.ts'
import type { Allowance } from '../mappings/plan/guards.ts'
import type { ReviewedPlan } from '../mappings/plan/plan-file.ts'

/** The operations, in the order in which they are listed everywhere. */
export const OPERATION_NAMES = [
  'list',
  'get',
  'create',
  'update',
  'delete',
  'ensure',
  'export',
  'plan',
  'apply',
  'audit',
  'match',
  'verify',
  'login',
] as const

/** The name of an operation, as the input `operation` spells it. */
export type OperationName = (typeof OPERATION_NAMES)[number]

/** What identifies a mapping apart from its id, and what to write. */
export interface Described {
  readonly kind: KindName
  /** What to write, or the identity to look for. */
  readonly attributes: MappingAttributes
  /** What a role or a team is named by; it is looked up before the operation begins. */
  readonly names?: GivenNames
  /** Whether the claim matchers are those of the job that runs this step; they are then filled in before the operation begins. */
  readonly claimsOfThisJob: boolean
  /** The ARN patterns that a look-up tries, in this order; the first that has a mapping decides. */
  readonly lookUpPatterns: readonly string[]
}

/** One mapping, named by its id or by its identity. */
export interface Named extends Described {
  readonly mappingId?: string
}

/** A request that writes, unless it is a dry run. */
interface Writing {
  /** Whether to show what would be done, and do nothing. */
  readonly dryRun: boolean
}

/** The kinds that a request reads: one, or all that can be had. */
export interface ReadingRequest {
  readonly kind: KindName | 'all'
  /** Why kinds are left out when all are asked for: it is known before any request that they cannot be had. */
  readonly unavailable: readonly Unread[]
}

/** A kind of which nothing was read, and why, as a sentence. */
export interface Unread {
  readonly kind: KindName
  readonly why: string
}

/** Asks for the mappings of a kind, or of all kinds. */
export interface ListRequest extends ReadingRequest {
  readonly operation: 'list'
  readonly query: Listing
}

/** Asks for a mappings file of what is live. */
export interface ExportRequest extends ReadingRequest {
  readonly operation: 'export'
  /** The path of the file, as messages name it, and as the file system does. */
  readonly path: string
  readonly target: MappingsTarget
  /** What the file has in it; absent when there is no file yet. */
  readonly existing?: { readonly text: string } & Pick<MappingsFile, 'mappings' | 'ignore'>
}

/** Where a mappings file is written. */
export interface MappingsTarget {
  /** An absolute path. */
  readonly file: string
  /** The folder below which no part of the path may be a symbolic link. */
  readonly workspace: string
}

/** Asks which live mappings are a risk. */
export interface AuditRequest extends ReadingRequest {
  readonly operation: 'audit'
  /** The findings that the mappings file accepts. */
  readonly accepted: readonly Acceptance[]
  /** Which findings fail the step. */
  readonly failOn: 'nothing' | 'high' | 'any'
}

/** Asks for one mapping. */
export interface GetRequest extends Named {
  readonly operation: 'get'
  readonly ifMissing: 'fail' | 'ignore'
}

/** Asks for a new mapping. */
export interface CreateRequest extends Described, Writing {
  readonly operation: 'create'
  readonly ifExists: 'fail' | 'keep'
}

/** What may go although a guard protects it. */
interface Forcing {
  /** Ids of mappings. */
  readonly force: readonly string[]
}

/** Asks to change some attributes of a mapping. */
export interface UpdateRequest extends Described, Writing, Forcing {
  readonly operation: 'update'
  readonly mappingId: string
}

/** Asks to delete one mapping. */
export interface DeleteRequest extends Named, Writing, Forcing {
  readonly operation: 'delete'
  readonly ifMissing: 'fail' | 'ignore'
}

/** Asks that a mapping exists. */
export interface EnsureRequest extends Described, Writing {
  readonly operation: 'ensure'
  readonly ifExists: 'replace' | 'fail'
}

/** Asks what `apply` would do. */
export interface PlanRequest {
  readonly operation: 'plan'
  readonly desired: Desired
  readonly failOn: FailOn
}

/** What a plan fails on: all but `nothing` on one that `apply` would refuse, `drift` on changes too. */
export type FailOn = 'nothing' | 'refused' | 'changes' | 'drift'

/** Asks that what is live becomes what the mappings file says. */
export interface ApplyRequest extends Writing {
  readonly operation: 'apply'
  readonly desired: Desired
  readonly approval: Approval
}

/** Asks which live mappings a caller hits. */
export interface MatchRequest {
  readonly operation: 'match'
  readonly kind: KindName
  /** The caller; this job's own without one. */
  readonly caller?: Caller
}

/** Asks for a proof that a mapping works. */
export interface VerifyRequest extends Named {
  readonly operation: 'verify'
  /** How long to go on. */
  readonly waitSeconds: number
}

/** Asks for credentials for later steps. */
export interface LoginRequest {
  readonly operation: 'login'
  /** What to exchange the job's identity for. */
  readonly loginAs: 'persona' | 'intake'
}

/** What a step asks for, checked; each operation has the fields that it uses. */
export type Request =
  | ListRequest
  | GetRequest
  | CreateRequest
  | UpdateRequest
  | DeleteRequest
  | EnsureRequest
  | ExportRequest
  | PlanRequest
  | ApplyRequest
  | AuditRequest
  | MatchRequest
  | VerifyRequest
  | LoginRequest

/** The kind that a request is about; undefined when it is about all kinds, a file, or the job alone. */
export function kindOfRequest(request: Request): KindName | undefined {
  return 'kind' in request && request.kind !== 'all' ? request.kind : undefined
}

/** Whether a request reads all kinds, so that each mapping is shown with its own. */
export function isOfAllKinds(request: Request | undefined): boolean {
  return request !== undefined && 'kind' in request && request.kind === 'all'
}

/** Whether a request gives something by a name, which is to be looked up before it is carried out. */
export function givesNames(request: Request): boolean {
  const mappings = 'desired' in request ? request.desired.mappings : 'attributes' in request ? [request] : []
  return mappings.some(({ names, attributes }) => names !== undefined || isAccountName(attributes.accountIdentifier))
}

/** Whether an account is given by what can only be the name of a service account, or an unusual handle. */
export function isAccountName(identifier: string | undefined): identifier is string {
  return identifier !== undefined && !identifier.includes('@') && !isUuid(identifier)
}

/** A request that can be a dry run. */
export type WritingRequest = Extract<Request, Writing>

/** What `plan` and `apply` aim for, and what they may do for it. */
export interface Desired extends MappingsFile, Required<Allowance> {
  /** The paths of the mappings files, as messages name them. */
  readonly paths: readonly string[]
  /** Whether live mappings within the scope that the file does not name are deleted. */
  readonly prune: boolean
}

const MOST_PATHS = 3

/** The mappings files in a few words: `a.yml, b.yml`; the first three and how many more there are. */
export function filesText(paths: readonly string[]): string {
  const more = paths.length - MOST_PATHS
  return `${paths.slice(0, MOST_PATHS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What shows that somebody approved the changes; one of them is enough. */
export interface Approval {
  readonly auto: boolean
  /** The digest of the reviewed plan. */
  readonly digest?: string
  /** The reviewed plan, as its file has it. */
  readonly plan?: ReviewedPlan
}
