import { identityKey, KINDS } from '../kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mapping.ts'
import { push } from './collisions.ts'

/** A mapping that should exist. */
export interface Wanted {
  readonly kind: KindName
  readonly attributes: MappingAttributes
  /** The UUID of the account that the account identifier stands for, when it was looked up. */
  readonly accountUuid?: string
}

/** A wanted mapping and the live ones of its identity. */
export interface Pair {
  readonly wanted: Wanted
  /** The oldest live mapping of the identity, which is the one that is kept; once settled, one of the wanted account before it. */
  readonly live?: LiveMapping
  /** The other live mappings of the identity; Datadog makes them of AuthN only, and nothing says that others cannot be there. */
  readonly duplicates: readonly LiveMapping[]
}

/** What is wanted and what is live, side by side. */
export interface Pairing {
  /** In the order of what is wanted. */
  readonly pairs: readonly Pair[]
  /** The live mappings whose identity is not wanted. */
  readonly unpaired: readonly LiveMapping[]
  /** All live mappings. */
  readonly live: readonly LiveMapping[]
}

const NONE: readonly LiveMapping[] = []

/** Lays wanted and live mappings side by side by their identity; the order of the live ones makes no difference. */
export function pairUp(wanted: readonly Wanted[], live: readonly LiveMapping[]): Pairing {
  const byIdentity = new Map<string, LiveMapping[]>()
  for (const mapping of live) push(byIdentity, identityOf(mapping.kind, mapping), mapping)
  const keys = wanted.map(({ kind, attributes }) => identityOf(kind, attributes))
  const pairs = wanted.map((one, index): Pair => {
    const equals = byIdentity.get(keys[index] ?? '') ?? NONE
    const [oldest] = equals
    if (oldest === undefined) return { wanted: one, duplicates: NONE }
    if (equals.length === 1) return { wanted: one, live: oldest, duplicates: NONE }
    const [live = oldest, ...duplicates] = oldestFirst(equals)
    return { wanted: one, live, duplicates }
  })
  for (const key of keys) byIdentity.delete(key)
  return { pairs, unpaired: [...byIdentity.values()].flat(), live }
}

/**
 * A pair with the live mapping that decides: of several of one identity one that acts as the wanted account, then one of which that
 * is not known, then the oldest. So nothing is replaced that is there as it should be.
 */
export function settled(pair: Pair, sameAccount: (wanted: Wanted, live: LiveMapping) => boolean | undefined): Pair {
  const { wanted, live, duplicates } = pair
  if (live === undefined || duplicates.length === 0) return pair
  const all = [live, ...duplicates]
  const chosen = [true, undefined].flatMap(
    (verdict) => all.find((one) => sameAccount(wanted, one) === verdict) ?? [],
  )[0]
  return chosen === undefined ? pair : { wanted, live: chosen, duplicates: all.filter((one) => one !== chosen) }
}
/** The identity of a mapping with its kind, as one string. */
export function identityOf(kind: KindName, mapping: MappingAttributes): string {
  return `${kind} ${identityKey(KINDS[kind], mapping)}`
}

/** Live mappings by the time of their creation, then by id; without a time last. */
export function oldestFirst(mappings: Iterable<LiveMapping>): LiveMapping[] {
  const aged = [...mappings].map((mapping) => ({ mapping, age: `${mapping.createdAt ?? '~'} ${mapping.id}` }))
  return aged.sort((a, b) => (a.age < b.age ? -1 : 1)).map(({ mapping }) => mapping)
}
