import { describe, KINDS, named } from '../kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mapping.ts'
import { ObstacleIndex, type OfKind, push } from './collisions.ts'
import { identityOf, oldestFirst, type Pairing, type Wanted } from './pairing.ts'

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

/** How a plan is made. */
export interface PlanRules {
  /** Whether a live mapping that is not wanted is to be deleted. */
  prune(mapping: LiveMapping): boolean
  /** Whether a live mapping acts as the wanted account; undefined when that is not known. */
  sameAccount(wanted: Wanted, live: LiveMapping): boolean | undefined
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

/**
 * Compares what is wanted with what is live. Pure, linear in their number, and the same plan whatever the order of the live
 * mappings.
 */
export function planChanges(pairing: Pairing, rules: PlanRules): Plan {
  const { pairs, unpaired } = pairing
  const surplus = new Map(
    [...pairs.flatMap(({ duplicates }) => duplicates), ...unpaired]
      .filter((mapping) => rules.prune(mapping))
      .map((mapping) => [mapping.id, mapping]),
  )
  const neighbors = new ObstacleIndex(pairing.live)
  const fresh = pairs.flatMap(({ wanted, live }) => (live === undefined ? [wanted] : []))
  const peers = new ObstacleIndex(fresh.map(({ kind, attributes }) => ({ kind, ...attributes })))
  const moves = authnMoves(fresh, surplus)
  const groups = replacementGroups(fresh, surplus, neighbors)
  const grouped = new Set([...groups.values()].flatMap(({ live }) => live.map(({ id }) => id)))
  const moved = new Set([...moves.values()].map(({ id }) => id))
  const present = attributePairs(pairing.live.filter(({ id }) => !surplus.has(id)))
  const setting = { surplus, neighbors, peers, present }
  const told = new Set<Group>()
  const changes = pairs.flatMap(({ wanted, live, duplicates }): Change[] => {
    if (live !== undefined)
      return [{ ...comparePair(wanted, live, rules), notes: duplicates.map((one) => duplicateNote(one, surplus)) }]
    const move = moves.get(wanted)
    if (move !== undefined) return [{ action: 'update', wanted, live: move, notes: [] }]
    const group = groups.get(wanted)
    if (group === undefined) return [planCreate(wanted, setting)]
    if (told.has(group)) return []
    told.add(group)
    const notes = group.wanted.flatMap((one) => overlapNotes(one, setting))
    return [{ action: 'replace', wanted: group.wanted, live: group.live, notes }]
  })
  for (const mapping of oldestFirst(surplus.values())) {
    if (!grouped.has(mapping.id) && !moved.has(mapping.id)) changes.push({ action: 'delete', live: mapping, notes: [] })
  }
  return { changes, pairing }
}

/** What is to be done about a wanted mapping and the live one of the same identity. */
export function comparePair(
  wanted: Wanted,
  live: LiveMapping,
  { sameAccount }: Pick<PlanRules, 'sameAccount'>,
): Replace | Blocked | Unchanged {
  const same = sameAccount(wanted, live)
  if (same === undefined)
    return {
      action: 'blocked',
      wanted,
      live,
      code: 'account-unknown',
      why: unknownAccount(wanted.attributes, live),
      notes: [],
    }
  return same
    ? { action: 'unchanged', wanted, live, notes: [] }
    : { action: 'replace', wanted: [wanted], live: [live], notes: [] }
}

/** Why a live mapping excludes a wanted one of another kind. */
export function exclusion(live: LiveMapping): string {
  return `It has the same pattern as ${named(live)}, and Datadog keeps one mapping for a pattern. Delete that one first if it is not needed.`
}

/** Why it is not known whether a live mapping acts as the wanted account, and which spelling settles it. */
export function unknownAccount(wanted: MappingAttributes, live: LiveMapping): string {
  const account = live.accountIdentifier ?? live.accountUuid
  return `Could not determine whether ${wanted.accountIdentifier} is ${account}: that needs the permission user_access_read. If it is, set account-identifier to ${account}.`
}

/** What is worth knowing about a mapping, live or wanted too, that overlaps with a wanted one. */
export function overlapNote(wanted: Wanted, other: OfKind | LiveMapping): Note {
  const relation = wanted.kind.startsWith('github-') ? 'has the same claims as' : 'overlaps with'
  const meaning = KINDS[other.kind]
  const what = 'id' in other ? named(other) : `the ${meaning.title} ${describe(meaning, other)}`
  const text = `${KINDS[wanted.kind].principal(wanted.attributes)} ${relation} ${what}. Whether Datadog refuses that is not known.`
  return { code: 'overlap', text }
}

/** What is worth knowing about another live mapping of the same attribute, which stays. */
export function addsTo(live: LiveMapping): Note {
  return {
    code: 'adds-to',
    text: `${KINDS.authn.principal(live)} already gives ${KINDS.authn.target(live)} (${live.id}), and will give both.`,
  }
}

function duplicateNote(duplicate: LiveMapping, surplus: ReadonlyMap<string, LiveMapping>): Note {
  const text = `${describe(KINDS[duplicate.kind], duplicate)} is live a second time, as ${duplicate.id}.`
  const end = surplus.has(duplicate.id)
    ? ' The oldest one is kept.'
    : ' It stays: prune deletes duplicates that are in the scope.'
  return { code: 'duplicate', text: text + end }
}

type Surplus = ReadonlyMap<string, LiveMapping>

interface Setting {
  readonly surplus: Surplus
  readonly neighbors: ObstacleIndex<LiveMapping>
  /** The wanted mappings that are not live. */
  readonly peers: ObstacleIndex<OfKind>
  /** The AuthN mappings that stay, by their attribute. */
  readonly present: ReadonlyMap<string, readonly LiveMapping[]>
}

function planCreate(wanted: Wanted, setting: Setting): Create | Blocked {
  const { kind, attributes } = wanted
  const [excluding] = setting.neighbors.find(kind, attributes).excluding
  const notes = [
    ...overlapNotes(wanted, setting),
    ...(kind === 'authn' ? (setting.present.get(attributePair(attributes)) ?? []).map(addsTo) : []),
  ]
  if (excluding === undefined) return { action: 'create', wanted, notes }
  return { action: 'blocked', wanted, live: excluding, code: 'excluded', why: exclusion(excluding), notes }
}

function overlapNotes(wanted: Wanted, { surplus, neighbors, peers }: Setting): Note[] {
  const { kind, attributes } = wanted
  const staying = oldestFirst(neighbors.find(kind, attributes).overlapping).filter(({ id }) => !surplus.has(id))
  return [...staying, ...peers.find(kind, attributes).overlapping].map((mapping) => overlapNote(wanted, mapping))
}

interface Group {
  readonly wanted: readonly Wanted[]
  readonly live: readonly LiveMapping[]
}

// New mappings and the surplus ones that are, or may be, in their way become one replacement: neither half may happen alone.
function replacementGroups(
  fresh: readonly Wanted[],
  surplus: Surplus,
  neighbors: ObstacleIndex<LiveMapping>,
): Map<Wanted, Group> {
  const inTheWay = new Map<Wanted, readonly LiveMapping[]>()
  const heirs = new Map<string, Wanted[]>()
  for (const wanted of fresh) {
    const { excluding, overlapping } = neighbors.find(wanted.kind, wanted.attributes)
    // What stays and excludes it blocks it, whatever else goes.
    if (excluding.some(({ id }) => !surplus.has(id))) continue
    const leaving = [...excluding, ...overlapping].filter(({ id }) => surplus.has(id))
    inTheWay.set(wanted, leaving)
    for (const { id } of leaving) push(heirs, id, wanted)
  }
  const groups = new Map<Wanted, Group>()
  for (const start of inTheWay.keys()) {
    if (groups.has(start) || inTheWay.get(start)?.length === 0) continue
    const wanted = new Set([start])
    const live = new Map<string, LiveMapping>()
    for (const one of wanted) {
      for (const mapping of inTheWay.get(one) ?? []) {
        live.set(mapping.id, mapping)
        for (const heir of heirs.get(mapping.id) ?? []) wanted.add(heir)
      }
    }
    const ordered = fresh.filter((one) => wanted.has(one))
    const group = { wanted: ordered, live: oldestFirst(live.values()) }
    for (const one of ordered) groups.set(one, group)
  }
  return groups
}

// A surplus AuthN mapping of the same attribute is moved to the wanted role or team; the oldest one first, and the wanted ones in
// an order of their own, so that the plan does not depend on the order of a list.
function authnMoves(fresh: readonly Wanted[], surplus: Surplus): Map<Wanted, LiveMapping> {
  const free = attributePairs(surplus.values())
  const moves = new Map<Wanted, LiveMapping>()
  const wanted = fresh
    .filter(({ kind }) => kind === 'authn')
    .map((one) => ({ one, key: identityOf(one.kind, one.attributes) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { one } of wanted) {
    const candidates = free.get(attributePair(one.attributes)) ?? []
    const index = candidates.findIndex(({ roleId }) => (roleId === undefined) === (one.attributes.roleId === undefined))
    const [move] = index === -1 ? [] : candidates.splice(index, 1)
    if (move !== undefined) moves.set(one, move)
  }
  return moves
}

function attributePairs(mappings: Iterable<LiveMapping>): Map<string, LiveMapping[]> {
  const index = new Map<string, LiveMapping[]>()
  const authn = [...mappings].filter(({ kind }) => kind === 'authn')
  for (const mapping of oldestFirst(authn)) push(index, attributePair(mapping), mapping)
  return index
}

function attributePair({ attributeKey, attributeValue }: MappingAttributes): string {
  return JSON.stringify([attributeKey, attributeValue])
}
