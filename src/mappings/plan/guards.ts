import { named } from '../kinds.ts'
import type { LiveMapping } from '../mapping.ts'
import { type Change, leavingBy } from './plan.ts'

/** Why a plan must not be executed. */
export interface Refusal {
  readonly code:
    | 'max-deletes'
    | 'replacement-too-large'
    | 'own-mapping'
    | 'own-mapping-unknown'
    | 'last-of-role'
    | 'policy'
  /** The reason in whole sentences, and what to do about it. */
  readonly text: string
  /** The mappings that it is about. */
  readonly mappingIds: readonly string[]
}

/** The mappings that the credentials of the step come from. */
export interface OwnMappings {
  isOwn(mapping: LiveMapping): boolean
  /** What could not be found out; each mapping that it covers may be the one. */
  readonly unknown?: {
    covers(mapping: LiveMapping): boolean
    /** Why, in a whole sentence. */
    readonly why: string
  }
}

/** What a step allows its plan. */
export interface Allowance {
  /** How many mappings may lose their place; any number without. */
  readonly maxDeletes?: number
  /** Ids of mappings that may go although a guard protects them. */
  readonly force: readonly string[]
}

/** What guards a plan. */
export interface GuardRules extends Allowance {
  readonly own: OwnMappings
  /** Whether a SAML login removes every role that no mapping gives, when that is known. */
  readonly enforced?: boolean
}

/** Whether `force` names a mapping; the letters of a UUID may be upper or lower case. */
export function isForced(id: string, force: readonly string[]): boolean {
  return force.some((forced) => forced.toLowerCase() === id.toLowerCase())
}

/** How many mappings one replacement removes at most, and how many it creates. */
export const LARGEST_REPLACEMENT = 8

/** How many ids a message names. */
const MOST_NAMED = 20

/** Why changes must not be executed, given all that is live of their kinds; none means that they may. */
export function guard(changes: readonly Change[], live: readonly LiveMapping[], rules: GuardRules): Refusal[] {
  const leaving = changes.flatMap(leavingBy).filter(({ id }) => !isForced(id, rules.force))
  return [
    ...tooMany(changes, rules.maxDeletes),
    ...tooLarge(changes),
    ...ownOnes(leaving, rules.own),
    ...lastOfRoles(changes, live).flatMap((mapping) =>
      isForced(mapping.id, rules.force) ? [] : [lastOfRole(mapping, rules.enforced)],
    ),
  ]
}

function tooMany(changes: readonly Change[], maxDeletes = Number.POSITIVE_INFINITY): Refusal[] {
  const deletes = changes.filter(({ action }) => action === 'delete')
  const moves = changes.filter((change) => change.action === 'update' && losesTarget(change))
  const merges = changes.flatMap((change) => (change.action === 'replace' ? [change] : []))
  const merged = merges.map(({ live, wanted }) => Math.max(0, live.length - wanted.length))
  const beyond = merged.reduce((sum, count) => sum + count, 0)
  const count = deletes.length + moves.length + beyond
  if (count <= maxDeletes) return []
  const parts = [
    [deletes.length, 'deleted'],
    [moves.length, 'moved to another role or team'],
    [beyond, 'merged into others'],
  ] as const
  const list = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  const affected = [...deletes, ...moves, ...merges.filter((_, index) => merged[index] !== 0)]
  return [
    {
      code: 'max-deletes',
      text: `${count} ${count === 1 ? 'mapping' : 'mappings'} would be removed (${list.join(', ')}), and max-deletes is ${maxDeletes}. Raise max-deletes to allow that.`,
      mappingIds: affected.flatMap(leavingBy).map(({ id }) => id),
    },
  ]
}

function tooLarge(changes: readonly Change[]): Refusal[] {
  return changes.flatMap((change): Refusal[] => {
    if (change.action !== 'replace') return []
    const { wanted, live } = change
    if (wanted.length <= LARGEST_REPLACEMENT && live.length <= LARGEST_REPLACEMENT) return []
    return [
      {
        code: 'replacement-too-large',
        text: `One replacement would delete ${live.length} and create ${wanted.length} overlapping mappings, and the limit is ${LARGEST_REPLACEMENT} of each. Do it in steps: change a part of them in the file, apply, then change the rest.`,
        mappingIds: live.map(({ id }) => id),
      },
    ]
  })
}

function ownOnes(leaving: readonly LiveMapping[], { isOwn, unknown }: OwnMappings): Refusal[] {
  const own = leaving.filter(isOwn)
  const refusals = own.map(
    (mapping): Refusal => ({
      code: 'own-mapping',
      text: `${sentenceStart(named(mapping))} is the mapping that gives this step its own credentials. Use other credentials, or set force: ${mapping.id}.`,
      mappingIds: [mapping.id],
    }),
  )
  if (unknown === undefined) return refusals
  const possible = leaving.filter((mapping) => unknown.covers(mapping) && !own.includes(mapping)).map(({ id }) => id)
  if (possible.length === 0) return refusals
  const ids = `${possible.slice(0, MOST_NAMED).join(' ')}${possible.length > MOST_NAMED ? ' …' : ''}`
  const text = `Could not determine which mapping gives this step its own credentials. ${unknown.why} Fix that, use other credentials, or set force: ${ids}.`
  return [...refusals, { code: 'own-mapping-unknown', text, mappingIds: possible }]
}

function lastOfRole(mapping: LiveMapping, enforced: boolean | undefined): Refusal {
  return {
    code: 'last-of-role',
    text: `${sentenceStart(named(mapping))} is the last AuthN mapping of its role: ${loss(enforced)} Map the role in another way first, or set force: ${mapping.id}.`,
    mappingIds: [mapping.id],
  }
}

function loss(enforced: boolean | undefined): string {
  if (enforced === undefined) return 'users could lose the role, and SAML login with it.'
  return enforced
    ? 'the organization enforces its AuthN mappings, so the next SAML login of a user removes every role that no mapping gives, and a user without a role cannot log in.'
    : 'the organization does not enforce its AuthN mappings at the moment; once it does, users lose the role, and SAML login with it.'
}

// A role that is mapped anew keeps a mapping: creates run before updates and deletes, which are skipped when a create has failed.
// A role that another mapping is moved to does not: of two moves, one can fail.
function lastOfRoles(changes: readonly Change[], live: readonly LiveMapping[]): LiveMapping[] {
  const leaving = changes.filter((change) => change.action !== 'update' || losesTarget(change)).flatMap(leavingBy)
  const gone = new Set(leaving.map(({ id }) => id))
  const left = new Set(live.filter(({ id }) => !gone.has(id)).map(({ roleId }) => roleId))
  for (const change of changes) if (change.action === 'create') left.add(change.wanted.attributes.roleId)
  return leaving.filter(({ roleId }) => roleId !== undefined && !left.has(roleId))
}

function losesTarget({ wanted, live }: Extract<Change, { action: 'update' }>): boolean {
  return wanted.attributes.roleId !== live.roleId || wanted.attributes.teamId !== live.teamId
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
