import { describe, KINDS } from '../kinds.ts'
import type { LiveMapping } from '../mapping.ts'
import { type Change, type Plan, pending } from './plan.ts'

/** What guards a plan. */
export interface GuardRules {
  /** How many mappings may be deleted; replaces do not count. */
  readonly maxDeletes: number
  /** Ids of mappings that may go although a guard protects them. */
  readonly force: readonly string[]
  /** Whether the credentials of this step come from a mapping. */
  isOwn(mapping: LiveMapping): boolean
  /** Why that cannot be told of mappings of this cloud; then none of them may go unforced. */
  readonly untold?: { readonly cloud: string; readonly why: string }
}

/** Why a plan must not be executed, a sentence each; none means that it may. */
export function guard(plan: Plan, live: readonly LiveMapping[], rules: GuardRules): string[] {
  const leaving = leavingOf(plan)
  const deletes = leaving.filter((change) => change.action === 'delete')
  const forced = new Set(rules.force)
  const reasons: string[] = []
  if (deletes.length > rules.maxDeletes) {
    reasons.push(
      `${deletes.length} mappings would be deleted, and max-deletes is ${rules.maxDeletes}. Raise max-deletes if that is what you want.`,
    )
  }
  for (const { live: mapping } of leaving) {
    if (mapping === undefined || forced.has(mapping.id)) continue
    if (rules.isOwn(mapping)) {
      reasons.push(
        `${named(mapping)} is the mapping that this step's own credentials come from. Use other credentials, or force: ${mapping.id}.`,
      )
    }
  }
  const { untold } = rules
  const maybeOwn = leaving.flatMap(({ live: mapping }) =>
    untold !== undefined && mapping?.kind.startsWith(untold.cloud) && !forced.has(mapping.id) ? [mapping.id] : [],
  )
  if (maybeOwn.length > 0) {
    reasons.push(
      `Which mapping this step's own credentials come from cannot be told: ${untold?.why}. Mend that, or force: ${maybeOwn.slice(0, 20).join(' ')}${maybeOwn.length > 20 ? ' …' : ''}.`,
    )
  }
  for (const mapping of lastOfRoles(plan, live)) {
    if (forced.has(mapping.id)) continue
    reasons.push(
      `${named(mapping)} is the last AuthN mapping of its role: users could lose it, and SAML login with it. Map the role otherwise first, or force: ${mapping.id}.`,
    )
  }
  return reasons
}

function leavingOf(plan: Plan): Change[] {
  return pending(plan).filter((change) => change.live !== undefined && change.action !== 'conflict')
}

// A role that is mapped anew counts: creates run before updates and deletes, which are skipped when a create has failed. A role
// that another mapping is moved to does not: of two moves, one can fail.
function lastOfRoles(plan: Plan, live: readonly LiveMapping[]): LiveMapping[] {
  const leaving = leavingOf(plan)
  const gone = new Set(leaving.map((change) => change.live?.id))
  const left = new Set(live.filter((mapping) => !gone.has(mapping.id)).map((mapping) => mapping.roleId))
  for (const { action, wanted } of pending(plan)) if (action === 'create') left.add(wanted?.roleId)
  return leaving.flatMap(({ live: mapping }) =>
    mapping?.roleId !== undefined && !left.has(mapping.roleId) ? [mapping] : [],
  )
}

function named(mapping: LiveMapping): string {
  const meaning = KINDS[mapping.kind]
  return `The ${meaning.title} ${mapping.id} (${describe(meaning, mapping)})`
}
