import { identityKey, KINDS } from '../kinds.ts'
import type { KindName, MappingAttributes } from '../mapping.ts'

/** A mapping, live or wanted, with its kind. */
export interface OfKind extends MappingAttributes {
  readonly kind: KindName
}

/**
 * Tells which mappings stand in the way of another one: for AWS equal and nested ARN patterns, for GitHub equal claim matchers,
 * each across persona and intake. Datadog documents that they conflict, not how; asking costs the depth of a pattern, not
 * the number of mappings.
 */
export class CollisionIndex<T extends OfKind> {
  readonly #equal = new Map<string, T[]>()
  /** Patterns that end in a wildcard, by what is before it. */
  readonly #wildcards = new Map<string, T[]>()
  /** All patterns, by each path that they are below. */
  readonly #below = new Map<string, T[]>()

  constructor(mappings: Iterable<T>) {
    for (const mapping of mappings) {
      const key = keyOf(mapping.kind, mapping)
      if (key === undefined) continue
      push(this.#equal, key, mapping)
      if (mapping.arnPattern === undefined) continue
      if (mapping.arnPattern.endsWith('/*')) push(this.#wildcards, mapping.arnPattern.slice(0, -1), mapping)
      for (const path of pathsAbove(mapping.arnPattern)) push(this.#below, path, mapping)
    }
  }

  /** The mappings that collide with one of a kind, without itself. */
  find(kind: KindName, wanted: MappingAttributes): T[] {
    const key = keyOf(kind, wanted)
    if (key === undefined) return []
    const found = new Set(this.#equal.get(key))
    const pattern = wanted.arnPattern
    if (pattern !== undefined) {
      for (const path of pathsAbove(pattern)) for (const mapping of this.#wildcards.get(path) ?? []) found.add(mapping)
      if (pattern.endsWith('/*')) for (const mapping of this.#below.get(pattern.slice(0, -1)) ?? []) found.add(mapping)
    }
    return [...found]
  }
}

function keyOf(kind: KindName, mapping: MappingAttributes): string | undefined {
  const meaning = KINDS[kind]
  return meaning.duplicates ? undefined : `${kind.split('-')[0]} ${identityKey(meaning, mapping)}`
}

function pathsAbove(pattern: string): string[] {
  const name = pattern.endsWith('/*') ? pattern.slice(0, -2) : pattern
  const paths: string[] = []
  for (let slash = name.indexOf('/'); slash !== -1; slash = name.indexOf('/', slash + 1))
    paths.push(name.slice(0, slash + 1))
  return paths
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
