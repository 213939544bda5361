import { describe, identityKey, KINDS } from '../kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mapping.ts'
import { CollisionIndex } from './collisions.ts'

/** What is to be done about one mapping; `conflict` cannot be done. */
export type Action = 'create' | 'replace' | 'update' | 'delete' | 'conflict' | 'unchanged'

/** A mapping that should exist. */
export interface Wanted {
  readonly kind: KindName
  readonly attributes: MappingAttributes
}

/** One step from what is live to what is wanted. */
export interface Change {
  readonly action: Action
  readonly kind: KindName
  /** What will exist; absent for a delete. */
  readonly wanted?: MappingAttributes
  /** What is replaced, updated, deleted or in the way; absent for a create. It can be of the other kind of the same cloud. */
  readonly live?: LiveMapping
  /** What a reviewer should know, a sentence each. */
  readonly notes: readonly string[]
}

/** Everything that leads from what is live to what is wanted: in the order of what is wanted, then the deletes. */
export interface Plan {
  readonly changes: readonly Change[]
}

/** How a plan is made. */
export interface PlanRules {
  /** Whether a live mapping that nobody wants is to be deleted. */
  prune(mapping: LiveMapping): boolean
  /** Whether a live mapping acts as the wanted account; undefined when nobody may tell, and then nothing is replaced on a guess. */
  sameAccount(wanted: Wanted, live: LiveMapping): boolean | undefined
}

/** The changes of a plan that do something, or that would have to. */
export function pending(plan: Plan): Change[] {
  return plan.changes.filter((change) => change.action !== 'unchanged')
}

/** The pairs of a wanted mapping and the live one of the same identity. */
export function pairs(wanted: readonly Wanted[], live: readonly LiveMapping[]): [Wanted, LiveMapping | undefined][] {
  const byIdentity = new Map<string, LiveMapping>()
  for (const mapping of live) {
    const key = keyOf(mapping.kind, mapping)
    if (!byIdentity.has(key)) byIdentity.set(key, mapping)
  }
  return wanted.map((one) => [one, byIdentity.get(keyOf(one.kind, one.attributes))])
}

/** Compares what is wanted with what is live. Pure, and linear in their number. */
export function planChanges(wanted: readonly Wanted[], live: readonly LiveMapping[], rules: PlanRules): Plan {
  const paired = pairs(wanted, live)
  const kept = new Set(paired.map(([, mapping]) => mapping?.id))
  const surplus = new Map(
    live.filter((mapping) => !kept.has(mapping.id) && rules.prune(mapping)).map((mapping) => [mapping.id, mapping]),
  )
  const leaving: ReadonlySet<string> = new Set(surplus.keys())
  const obstacles = new CollisionIndex(live)
  const attributePairs = indexAttributePairs(live)
  const changes = paired.map(([one, mapping]): Change => {
    if (mapping === undefined) return planCreate(one, { surplus, leaving, obstacles, attributePairs })
    const same = rules.sameAccount(one, mapping)
    const action = same === undefined ? 'conflict' : same ? 'unchanged' : 'replace'
    const notes = same === undefined ? [untoldAccount(one.attributes, mapping)] : []
    return { action, kind: one.kind, wanted: one.attributes, live: mapping, notes }
  })
  for (const mapping of surplus.values())
    changes.push({ action: 'delete', kind: mapping.kind, live: mapping, notes: [] })
  return { changes }
}

interface Setting {
  /** Live mappings to delete; one that a change takes the place of is taken out. */
  readonly surplus: Map<string, LiveMapping>
  /** Ids of all mappings that will be gone at the end. */
  readonly leaving: ReadonlySet<string>
  readonly obstacles: CollisionIndex<LiveMapping>
  readonly attributePairs: ReadonlyMap<string, readonly LiveMapping[]>
}

function planCreate({ kind, attributes }: Wanted, { surplus, leaving, obstacles, attributePairs }: Setting): Change {
  const change = { kind, wanted: attributes }
  const siblings = attributePairs.get(pairOf(attributes)) ?? []
  if (kind === 'authn') {
    const moved = siblings.find(
      (mapping) => surplus.has(mapping.id) && (mapping.roleId === undefined) === (attributes.roleId === undefined),
    )
    if (moved !== undefined) {
      surplus.delete(moved.id)
      return { ...change, action: 'update', live: moved, notes: [] }
    }
    return { ...change, action: 'create', notes: siblings.filter((mapping) => !leaving.has(mapping.id)).map(addsTo) }
  }
  const colliding = obstacles.find(kind, attributes)
  const [first, ...others] = colliding
  if (first === undefined) return { ...change, action: 'create', notes: [] }
  if (others.length === 0 && surplus.delete(first.id)) {
    return { ...change, action: 'replace', live: first, notes: [] }
  }
  const list = colliding.slice(0, 5).map((mapping) => `${mapping.id} (${describe(KINDS[mapping.kind], mapping)})`)
  const goes = colliding.every((mapping) => leaving.has(mapping.id))
  const note = `Collides with ${list.join(', ')}${colliding.length > list.length ? ` and ${colliding.length - list.length} more` : ''}.${goes ? ' All of that goes: plan and apply again afterwards to create it.' : ''}`
  return { ...change, action: 'conflict', live: first, notes: [note] }
}

/** Why it cannot be told whether a live mapping acts as the wanted account, and which spelling settles it. */
export function untoldAccount(wanted: MappingAttributes, live: LiveMapping): string {
  const account = live.accountIdentifier ?? live.accountUuid
  return `Whether ${wanted.accountIdentifier} is ${account} cannot be told without the permission user_access_read. Give account-identifier as ${account} if it is.`
}

function addsTo(mapping: LiveMapping): string {
  return `${KINDS.authn.principal(mapping)} gives ${KINDS.authn.target(mapping)} already (${mapping.id}), and will give both.`
}

function indexAttributePairs(live: readonly LiveMapping[]): Map<string, LiveMapping[]> {
  const index = new Map<string, LiveMapping[]>()
  for (const mapping of live) {
    if (mapping.kind !== 'authn') continue
    const list = index.get(pairOf(mapping))
    if (list === undefined) index.set(pairOf(mapping), [mapping])
    else list.push(mapping)
  }
  return index
}

function pairOf({ attributeKey, attributeValue }: MappingAttributes): string {
  return JSON.stringify([attributeKey, attributeValue])
}

function keyOf(kind: KindName, mapping: MappingAttributes): string {
  return `${kind} ${identityKey(KINDS[kind], mapping)}`
}
