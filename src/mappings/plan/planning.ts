import type { LiveMapping, MappingAttributes } from '../mapping.ts'
import { ObstacleIndex, type Obstacles, type OfKind, push } from './collisions.ts'
import { type Comparing, comparePair } from './decide.ts'
import { addsTo, duplicateNote, exclusion, overlapNote } from './notes.ts'
import { identityOf, oldestFirst, type Pair, type Pairing, type Wanted } from './pairing.ts'
import type { Blocked, Change, Create, Note, Plan } from './plan.ts'

/** How a plan is made. */
export interface PlanRules extends Comparing {
  /** Whether a live mapping that is not wanted is to be deleted. */
  prune(mapping: LiveMapping): boolean
}

/**
 * Compares what is wanted with what is live. Pure, linear in their number, and the same plan whatever the order of the live
 * mappings.
 */
export function planChanges(pairing: Pairing, rules: PlanRules): Plan {
  const { pairs, unpaired } = pairing
  const comparisons = pairs.map((pair) => (isLive(pair) ? comparePair(pair, rules) : undefined))
  const replaced = new Set(
    comparisons.flatMap((change) => (change?.action === 'replace' ? change.live.map(({ id }) => id) : [])),
  )
  const surplus = new Map(
    [...pairs.flatMap(({ duplicates }) => duplicates), ...unpaired]
      .filter((mapping) => rules.prune(mapping) && !replaced.has(mapping.id))
      .map((mapping) => [mapping.id, mapping]),
  )
  const neighbors = new ObstacleIndex(pairing.live)
  const fresh = pairs.flatMap(({ wanted, live }) => (live === undefined ? [wanted] : []))
  const peers = new ObstacleIndex(fresh.map(({ kind, attributes }) => ({ kind, ...attributes })))
  const moves = authnMoves(fresh, surplus)
  const inTheWay = new Map(fresh.map((one) => [one, neighbors.find(one.kind, one.attributes)]))
  const groups = replacementGroups(fresh, surplus, inTheWay)
  const grouped = new Set([...groups.values()].flatMap(({ live }) => live.map(({ id }) => id)))
  const moved = new Set([...moves.values()].map(({ id }) => id))
  const present = attributePairs(pairing.live.filter(({ kind, id }) => kind === 'authn' && !surplus.has(id)))
  const setting = { surplus, inTheWay, peers, present }
  const told = new Set<Group>()
  const changes = pairs.flatMap(({ wanted, live, duplicates }, index): Change | Change[] => {
    const compared = comparisons[index]
    if (live !== undefined && compared !== undefined) {
      if (duplicates.length === 0) return compared
      const isRemoved = ({ id }: LiveMapping) => surplus.has(id) || replaced.has(id)
      return { ...compared, notes: duplicates.map((one) => duplicateNote(one, live, isRemoved(one))) }
    }
    const move = moves.get(wanted)
    if (move !== undefined) return { action: 'update', wanted, live: move, notes: [] }
    const group = groups.get(wanted)
    if (group === undefined) return planCreate(wanted, setting)
    if (told.has(group)) return []
    told.add(group)
    const notes = group.wanted.flatMap((one) => overlapNotes(one, setting))
    return { action: 'replace', wanted: group.wanted, live: group.live, notes }
  })
  for (const mapping of oldestFirst(surplus.values())) {
    if (!grouped.has(mapping.id) && !moved.has(mapping.id)) changes.push({ action: 'delete', live: mapping, notes: [] })
  }
  return { changes, pairing }
}

function isLive(pair: Pair): pair is Pair & { readonly live: LiveMapping } {
  return pair.live !== undefined
}

type Surplus = ReadonlyMap<string, LiveMapping>

/** The live mappings that are in the way of those that are wanted and not live, or may be. */
type InTheWay = ReadonlyMap<Wanted, Obstacles<LiveMapping>>

interface Setting {
  readonly surplus: Surplus
  readonly inTheWay: InTheWay
  /** The wanted mappings that are not live. */
  readonly peers: ObstacleIndex<OfKind>
  /** The AuthN mappings that stay, by their attribute. */
  readonly present: ReadonlyMap<string, readonly LiveMapping[]>
}

function planCreate(wanted: Wanted, setting: Setting): Create | Blocked {
  const { kind, attributes } = wanted
  const [excluding] = setting.inTheWay.get(wanted)?.excluding ?? []
  const notes = [
    ...overlapNotes(wanted, setting),
    ...(kind === 'authn' ? (setting.present.get(attributePair(attributes)) ?? []).map(addsTo) : []),
  ]
  if (excluding === undefined) return { action: 'create', wanted, notes }
  return { action: 'blocked', wanted, live: excluding, code: 'excluded', why: exclusion(excluding), notes }
}

function overlapNotes(wanted: Wanted, { surplus, inTheWay, peers }: Setting): Note[] {
  const { kind, attributes } = wanted
  const staying = oldestFirst(inTheWay.get(wanted)?.overlapping ?? []).filter(({ id }) => !surplus.has(id))
  return [...staying, ...peers.find(kind, attributes).overlapping].map((mapping) => overlapNote(wanted, mapping))
}

interface Group {
  readonly wanted: readonly Wanted[]
  readonly live: readonly LiveMapping[]
}

// New mappings and the surplus ones that are, or may be, in their way become one replacement: neither half may happen alone.
function replacementGroups(fresh: readonly Wanted[], surplus: Surplus, inTheWay: InTheWay): Map<Wanted, Group> {
  const leavingFor = new Map<Wanted, readonly LiveMapping[]>()
  const heirs = new Map<string, Wanted[]>()
  for (const [wanted, { excluding, overlapping }] of inTheWay) {
    // What stays and excludes it blocks it, whatever else goes.
    if (excluding.some(({ id }) => !surplus.has(id))) continue
    const leaving = [...excluding, ...overlapping].filter(({ id }) => surplus.has(id))
    leavingFor.set(wanted, leaving)
    for (const { id } of leaving) push(heirs, id, wanted)
  }
  const groups = new Map<Wanted, Group>()
  for (const [start, { length }] of leavingFor) {
    if (groups.has(start) || length === 0) continue
    const wanted = new Set([start])
    const live = new Map<string, LiveMapping>()
    for (const one of wanted) {
      for (const mapping of leavingFor.get(one) ?? []) {
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
