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
    const patterns: [string, T][] = []
    for (const mapping of mappings) {
      const key = keyOf(mapping.kind, mapping)
      if (key === undefined) continue
      push(this.#byIdentity, key, mapping)
      if (mapping.arnPattern !== undefined) patterns.push([mapping.arnPattern, mapping])
    }
    this.#patterns = new PatternOrder(patterns)
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
    const near = [...this.#patterns.above(arnPattern), ...this.#patterns.below(arnPattern)]
    const overlapping = near.filter((mapping) =>
      ['covers', 'covered-by'].includes(overlap(arnPattern, mapping.arnPattern ?? '')),
    )
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
  above?: Entry<T>
}

/** Values by their patterns, in the order of the letters: what is below a path then stands together, right behind it. */
class PatternOrder<T> {
  readonly #entries: readonly Entry<T>[]

  constructor(patterns: readonly (readonly [string, T])[]) {
    this.#entries = patterns
      .map(([pattern, value], place): Entry<T> => ({ ...partsOf(pattern), value, place }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path === b.path ? 0 : 1))
    let above: Entry<T> | undefined
    for (const entry of this.#entries) {
      while (above !== undefined && !entry.path.startsWith(above.path)) above = above.above
      if (above !== undefined) entry.above = above
      if (entry.isWildcard) above = entry
    }
  }

  /** The values whose wildcard may cover a pattern, the widest first. */
  above(pattern: string): T[] {
    const { path } = partsOf(pattern)
    const last = this.#entries[this.#countUpTo((other) => other <= path) - 1]
    const found: Entry<T>[] = []
    // What stands between a path and one of its beginnings has that beginning too.
    for (let entry = last?.isWildcard ? last : last?.above; entry !== undefined; entry = entry.above)
      if (found.length > 0 || path.startsWith(entry.path)) found.push(entry)
    return found.sort((a, b) => a.path.length - b.path.length || a.place - b.place).map(({ value }) => value)
  }

  /** The values whose pattern the wildcard of a pattern may cover, in the order in which they were added. */
  below(pattern: string): T[] {
    const { path, isWildcard } = partsOf(pattern)
    if (!isWildcard) return []
    const first = this.#countUpTo((other) => other < path)
    let end = first
    while (this.#entries[end]?.path.startsWith(path)) end++
    return this.#entries
      .slice(first, end)
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value)
  }

  /** How many entries at the beginning have a path that is early enough. */
  #countUpTo(isEarly: (path: string) => boolean): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isEarly(this.#entries[middle]?.path ?? '')) low = middle + 1
      else high = middle
    }
    return low
  }
}

function partsOf(pattern: string): Pick<Entry<unknown>, 'path' | 'isWildcard'> {
  const isWildcard = pattern.endsWith('/*')
  return { path: isWildcard ? pattern.slice(0, -1) : pattern, isWildcard }
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
