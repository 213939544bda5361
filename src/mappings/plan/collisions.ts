import { overlap } from '../arn/arn-overlap.ts'
import { identityKey, KINDS } from '../kinds.ts'
import type { KindName, MappingAttributes } from '../mapping.ts'

/** A mapping, live or wanted, with its kind. */
export interface OfKind extends MappingAttributes {
  readonly kind: KindName
}

/** The mappings that are in the way of another one, or that may be. */
export interface Obstacles<T> {
  /** These exclude the other one: the same identity, or an equal ARN pattern in the other kind of the cloud. */
  readonly excluding: readonly T[]
  /**
   * Whether Datadog refuses the other one because of these is not known: one ARN pattern covers the other, or the other kind of
   * the cloud has the same claims.
   */
  readonly overlapping: readonly T[]
}

/** The mappings of a list that are in the way of one of a kind, itself included when it is in the list. */
export function obstacles<T extends OfKind>(
  kind: KindName,
  attributes: MappingAttributes,
  mappings: Iterable<T>,
): Obstacles<T> {
  const { arnPattern } = attributes
  // For one question it is not worth it to put all patterns in order.
  const near =
    arnPattern === undefined
      ? mappings
      : [...mappings].filter((mapping) => overlap(arnPattern, mapping.arnPattern ?? '') !== 'disjoint')
  return new ObstacleIndex(near).find(kind, attributes)
}

/**
 * Finds the obstacles of many mappings among many, in time and memory that grow with the length of their patterns and not with the
 * number of pairs. AuthN mappings have none: Datadog keeps duplicates.
 */
export class ObstacleIndex<T extends OfKind> {
  readonly #byIdentity = new Map<string, T[]>()
  readonly #patterns: PatternOrder<T>

  constructor(mappings: Iterable<T>) {
    const entries: Entry<T>[] = []
    for (const mapping of mappings) {
      const key = keyOf(mapping.kind, mapping)
      if (key === undefined) continue
      push(this.#byIdentity, key, mapping)
      const { arnPattern } = mapping
      if (arnPattern === undefined) continue
      const path = pathOf(arnPattern)
      entries.push({ path, isWildcard: path !== arnPattern, value: mapping, place: entries.length, above: undefined })
    }
    this.#patterns = new PatternOrder(entries)
  }

  /** The obstacles of a mapping of a kind. */
  find(kind: KindName, attributes: MappingAttributes): Obstacles<T> {
    const key = keyOf(kind, attributes)
    if (key === undefined) return { excluding: [], overlapping: [] }
    const equal = this.#byIdentity.get(key) ?? []
    const { arnPattern } = attributes
    if (arnPattern === undefined) {
      return {
        excluding: equal.filter((mapping) => mapping.kind === kind),
        overlapping: equal.filter((mapping) => mapping.kind !== kind),
      }
    }
    const overlapping = this.#patterns.around(arnPattern).filter((mapping) => {
      const relation = overlap(arnPattern, mapping.arnPattern ?? '')
      return relation === 'covers' || relation === 'covered-by'
    })
    return { excluding: equal, overlapping }
  }
}

interface Entry<T> {
  /** The pattern, without the `*` that stands for everything below. */
  readonly path: string
  readonly isWildcard: boolean
  /** What has the pattern. */
  readonly value: T
  /** When it was added. */
  readonly place: number
  /** The longest pattern with a wildcard whose path this one begins with. */
  above: Entry<T> | undefined
}

/** Values by their patterns, in the order of the letters: what is below a path then stands together, right behind it. */
class PatternOrder<T> {
  readonly #entries: Entry<T>[]
  #isSorted = false

  constructor(entries: Entry<T>[]) {
    this.#entries = entries
  }

  /**
   * The values whose wildcard may cover a pattern, the widest first, then those whose pattern its wildcard may cover, in the order in
   * which they were added.
   */
  around(pattern: string): T[] {
    this.#sort()
    const path = pathOf(pattern)
    const first = this.#countBefore(path)
    let end = first
    while (this.#entries[end]?.path === path) end++
    const above = this.#above(path, this.#entries[end - 1])
    if (path !== pattern) while (this.#entries[end]?.path.startsWith(path)) end++
    else end = first
    if (above.length === 0 && end === first) return []
    const below = this.#entries.slice(first, end).sort((a, b) => a.place - b.place)
    return [...above, ...below].map(({ value }) => value)
  }

  // Once there is a question: a plan that creates nothing has none.
  #sort(): void {
    if (this.#isSorted) return
    this.#isSorted = true
    this.#entries.sort((a, b) => (a.path < b.path ? -1 : a.path === b.path ? 0 : 1))
    let above: Entry<T> | undefined
    for (const entry of this.#entries) {
      while (above !== undefined && !entry.path.startsWith(above.path)) above = above.above
      entry.above = above
      if (entry.isWildcard) above = entry
    }
  }

  /** The entries with a wildcard whose path a path begins with, given the last one that is not behind it. */
  #above(path: string, last: Entry<T> | undefined): Entry<T>[] {
    const found: Entry<T>[] = []
    // What stands between a path and one of its beginnings has that beginning too.
    for (let entry = last?.isWildcard ? last : last?.above; entry !== undefined; entry = entry.above)
      if (found.length > 0 || path.startsWith(entry.path)) found.push(entry)
    return found.length < 2 ? found : found.sort((a, b) => a.path.length - b.path.length || a.place - b.place)
  }

  /** How many entries have a path before this one. */
  #countBefore(path: string): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#entries[middle]?.path ?? '') < path) low = middle + 1
      else high = middle
    }
    return low
  }
}

// V8 compares slowly what slice() gives, a part of another string; a global replacement by nothing gives a string of its own.
function pathOf(pattern: string): string {
  return pattern.endsWith('/*') ? pattern.replace(/\*$/g, '') : pattern
}

function keyOf(kind: KindName, mapping: MappingAttributes): string | undefined {
  const meaning = KINDS[kind]
  // A pattern and a set of claims never look alike, so that the key also tells the clouds apart.
  return meaning.duplicates ? undefined : (mapping.arnPattern ?? identityKey(meaning, mapping))
}

/** Adds a value to the list of a key. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
