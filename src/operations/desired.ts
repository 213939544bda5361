import type { MappingsFile } from '../mappings/file.ts'
import type { Plan } from '../mappings/plan.ts'

/** What `plan` and `apply` are to make true, and what they may do for it. */
export interface Desired extends MappingsFile {
  /** The path of the mappings file, as messages name it. */
  readonly path: string
  /** Whether live mappings within the scope that the file does not name are deleted. */
  readonly prune: boolean
  readonly maxDeletes: number
  /** Ids of mappings that may go although a guard protects them. */
  readonly force: readonly string[]
}

/** What shows that somebody has agreed to the changes; one of them is enough. */
export interface Approval {
  readonly auto: boolean
  /** The digest of the reviewed plan. */
  readonly digest?: string
  /** The changes of the reviewed plan file, each as its line. */
  readonly lines?: ReadonlySet<string>
}

/** A plan with everything that its readers want to know. */
export interface Planned {
  readonly plan: Plan
  readonly digest: string
  /** The org or the site that the plan is about. */
  readonly where: string
  /** Why it would not be executed, a sentence each. */
  readonly guards: readonly string[]
}
