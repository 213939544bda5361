import { Failure } from '../failure.ts'
import type { WireKind } from './wire-kinds.ts'

/** The two spellings of the cloud kinds' paths: the one of all recordings, and the one of newer documentation. */
const FAMILIES = ['cloud_auth', 'wif'] as const

type Family = (typeof FAMILIES)[number]

/** Knows under which path family the server keeps the cloud kinds, once one of them has answered. */
export class PathFamilies {
  #known: Family | undefined

  /**
   * Makes a call of a collection. While the family is unknown and there is no such collection under the first one, the second
   * one is tried; the family that has the collection is remembered.
   * @throws Failure
   */
  async collection<T>(wire: WireKind, call: (collection: string) => Promise<T>): Promise<T> {
    const first = this.#likely
    try {
      return await this.#under(first, wire, call)
    } catch (thrown) {
      const second = this.#known ?? FAMILIES.find((family) => family !== first)
      if (!wire.families || !isAbsent(thrown) || second === undefined || second === first) throw thrown
      try {
        return await this.#under(second, wire, call)
      } catch (again) {
        // Only the family that has the collection says what is missing, such as the account of a new mapping.
        throw isAbsent(again) ? thrown : again
      }
    }
  }

  /**
   * Makes a call of one mapping. A 404 for an id proves nothing while the family is unknown: then `list` reads the collection,
   * and the call is repeated when that shows another family.
   * @throws Failure
   */
  async mapping<T>(wire: WireKind, { call, isAbsent, list }: MappingCall<T>): Promise<T> {
    const first = this.#likely
    const result = await call(path(first, wire))
    if (!wire.families || this.#known === first) return result
    if (!isAbsent(result)) {
      this.#known ??= first
      return result
    }
    if (this.#known === undefined) await list()
    return this.#likely === first ? result : call(path(this.#likely, wire))
  }

  get #likely(): Family {
    return this.#known ?? FAMILIES[0]
  }

  async #under<T>(family: Family, wire: WireKind, call: (collection: string) => Promise<T>): Promise<T> {
    const result = await call(path(family, wire))
    if (wire.families) this.#known ??= family
    return result
  }
}

/** A call of one mapping, by the path of its collection. */
export interface MappingCall<T> {
  call(collection: string): Promise<T>
  /** Whether the result means that there is no such mapping. */
  isAbsent(result: T): boolean
  /** Reads the collection. */
  list(): Promise<unknown>
}

/**
 * An id as a part of a path.
 * @throws Failure when it would leave its place there.
 */
export function segment(id: string): string {
  // Whatever normalizes a path removes a segment of dots.
  if (/^\.{0,2}$/.test(id) || !id.isWellFormed())
    throw new Failure('bad-response', `The id "${id}" cannot be part of a path.`)
  return encodeURIComponent(id)
}

function path(family: Family, wire: WireKind): string {
  return `/api/v2/${wire.families ? `${family}/` : ''}${wire.collection}`
}

function isAbsent(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.reason === 'not-found'
}
