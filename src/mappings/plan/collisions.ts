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
  return new ObstacleIndex(mappings).find(kind, attributes)
}

/**
 * Finds the obstacles of many mappings among many. One question costs the depth of a pattern, not the number of mappings.
 * AuthN mappings have none: Datadog keeps duplicates.
 */
export class ObstacleIndex<T extends OfKind> {
  readonly #byIdentity = new Map<string, T[]>()
  /** Patterns that end in a wildcard, by the path before it. */
  readonly #wildcards = new Map<string, T[]>()
  /** All patterns, by each path that they are below. */
  readonly #below = new Map<string, T[]>()

  constructor(mappings: Iterable<T>) {
    for (const mapping of mappings) {
      const key = keyOf(mapping.kind, mapping)
      if (key === undefined) continue
      push(this.#byIdentity, key, mapping)
      if (mapping.arnPattern === undefined) continue
      const [path] = wildcardPath(mapping.arnPattern)
      if (path !== undefined) push(this.#wildcards, path, mapping)
      for (const above of pathsAbove(mapping.arnPattern)) push(this.#below, above, mapping)
    }
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
    const near = new Set([
      ...pathsAbove(arnPattern).flatMap((path) => this.#wildcards.get(path) ?? []),
      ...wildcardPath(arnPattern).flatMap((path) => this.#below.get(path) ?? []),
    ])
    const overlapping = [...near].filter((mapping) =>
      ['covers', 'covered-by'].includes(overlap(arnPattern, mapping.arnPattern ?? '')),
    )
    return { excluding: equal, overlapping }
  }
}

function keyOf(kind: KindName, mapping: MappingAttributes): string | undefined {
  const meaning = KINDS[kind]
  // A pattern and a set of claims never look alike, so that the key also tells the clouds apart.
  return meaning.duplicates ? undefined : (mapping.arnPattern ?? identityKey(meaning, mapping))
}

/** The path that a pattern with a wildcard stands for, slash included; none for another pattern. */
function wildcardPath(pattern: string): [string] | [] {
  return pattern.endsWith('/*') ? [pattern.slice(0, -1)] : []
}

/** Each path, slash included, that all callers of a pattern are below. */
function pathsAbove(pattern: string): string[] {
  const paths: string[] = []
  for (let slash = pattern.indexOf('/'); slash !== -1; slash = pattern.indexOf('/', slash + 1))
    paths.push(pattern.slice(0, slash + 1))
  return paths
}

/** Adds a value to the list of a key. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
