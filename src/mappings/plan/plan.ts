import type { KindName, LiveMapping } from '../mapping.ts'
import type { Pairing, Wanted } from './pairing.ts'

/** A mapping that should exist. */
export type { Wanted } from './pairing.ts'

/** What a reviewer should know about a change; `text` is one or a few sentences. */
export interface Note {
  readonly code: 'overlap' | 'duplicate' | 'adds-to' | 'useless' | 'no-effect'
  readonly text: string
}

interface Noted {
  readonly notes: readonly Note[]
}

/** A new mapping. */
export interface Create extends Noted {
  readonly action: 'create'
  readonly wanted: Wanted
}

/** A PATCH of a live mapping, which keeps its id; only AuthN mappings have one. */
export interface Update extends Noted {
  readonly action: 'update'
  readonly wanted: Wanted
  readonly live: LiveMapping
}

/** New mappings in the place of live ones; at least one of each. */
export interface Replace extends Noted {
  readonly action: 'replace'
  readonly wanted: readonly Wanted[]
  readonly live: readonly LiveMapping[]
}

/** The end of a live mapping. */
export interface Delete extends Noted {
  readonly action: 'delete'
  readonly live: LiveMapping
}

/**
 * Why a wanted mapping cannot be decided or made: the accounts cannot be compared (`account-unknown`), a live mapping of another
 * kind has the pattern (`excluded`), the identity is mapped to another account (`taken`), or an equal one is there (`exists`).
 */
export type Obstruction = 'account-unknown' | 'excluded' | 'taken' | 'exists'

/** A wanted mapping that cannot be decided or made. */
export interface Blocked extends Noted {
  readonly action: 'blocked'
  readonly wanted: Wanted
  /** The live mapping that is the reason. */
  readonly live: LiveMapping
  readonly code: Obstruction
  /** The reason in one or a few sentences, and what to do about it. */
  readonly why: string
}

/** A wanted mapping that is live already. */
export interface Unchanged extends Noted {
  readonly action: 'unchanged'
  readonly wanted: Wanted
  readonly live: LiveMapping
}

/** One step from what is live to what is wanted. */
export type Change = Create | Update | Replace | Delete | Blocked | Unchanged

/** What is to be done about a mapping. */
export type Action = Change['action']

/** Everything that leads from what is live to what is wanted: in the order of what is wanted, then the deletes. */
export interface Plan {
  readonly changes: readonly Change[]
  /** What was compared. */
  readonly pairing: Pairing
}

/** The changes of a plan that do something, or that would have to. */
export function pending(plan: Pick<Plan, 'changes'>): Exclude<Change, Unchanged>[] {
  return plan.changes.filter((change) => change.action !== 'unchanged')
}

/** The wanted mappings of a change. */
export function wantedOf(change: Change): readonly Wanted[] {
  if (change.action === 'replace') return change.wanted
  return change.action === 'delete' ? [] : [change.wanted]
}

/** The live mappings that a change is about. */
export function liveOf(change: Change): readonly LiveMapping[] {
  if (change.action === 'replace') return change.live
  return change.action === 'create' ? [] : [change.live]
}

/** The live mappings that lose their place by a change: an update leaves the id, and takes what it gave. */
export function leavingBy(change: Change): readonly LiveMapping[] {
  return change.action === 'unchanged' || change.action === 'blocked' ? [] : liveOf(change)
}

/** The kind that a change is told under. */
export function kindOf(change: Change): KindName {
  const [wanted] = wantedOf(change)
  return wanted?.kind ?? liveOf(change)[0]?.kind ?? 'aws-persona'
}
