import { Failure } from '../failure.ts'
import type { WireKind } from './wire-kinds.ts'

/** The two spellings of the cloud kinds' paths: the one of all recordings, and the one of newer documentation. */
const FAMILIES = ['cloud_auth', 'wif'] as const

/** Knows under which path family the server keeps the cloud kinds, once it has found out. */
export class PathFamilies {
  #family: (typeof FAMILIES)[number] = 'cloud_auth'
  #isKnown = false

  /** The path of a kind's collection. */
  collection(wire: WireKind): string {
    return `/api/v2/${wire.families ? `${this.#family}/` : ''}${wire.collection}`
  }

  /**
   * Makes a call of a collection, under the other family when there is none under this one: once, and remembered. Only the
   * collection can tell; a 404 for one id means that there is no such mapping.
   * @throws Failure
   */
  async within<T>(wire: WireKind, call: (collection: string) => Promise<T>): Promise<T> {
    const asked = this.#family
    try {
      const result = await call(this.collection(wire))
      this.#isKnown = true
      return result
    } catch (thrown) {
      if (!wire.families || !isAbsent(thrown)) throw thrown
      // A look-up on the way of the call may have found out already.
      if (this.#family === asked) {
        if (this.#isKnown) throw thrown
        this.#family = FAMILIES.find((family) => family !== asked) ?? asked
        this.#isKnown = true
      }
      try {
        return await call(this.collection(wire))
      } catch (second) {
        if (!isAbsent(second)) throw second
        this.#family = asked
        throw thrown
      }
    }
  }
}

function isAbsent(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.reason === 'not-found'
}
