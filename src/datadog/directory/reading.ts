import { type Call, send } from '../send.ts'
import type { Session } from '../session.ts'

/** What a read gave: the value, nothing of that id (404), or a refusal: 403, or 401 when `isUnauthorized`. */
export type Reading<T> =
  | { readonly status: 'found'; readonly value: T }
  | { readonly status: 'missing' }
  | { readonly status: 'forbidden'; readonly isUnauthorized?: true }

/** A read of Datadog's directory. */
export type Read<T> = Pick<Call<T>, 'path' | 'purpose' | 'permission' | 'read'>

/**
 * Reads something that the caller may not be allowed to read.
 * @throws Failure for everything but a 2xx answer, 401, 403 and 404.
 */
export function ask<T>(session: Session, { read, ...call }: Read<T>): Promise<Reading<T>> {
  return send<Reading<T>>(session, {
    ...call,
    method: 'GET',
    read: (answer) => ({ status: 'found', value: read(answer) }),
    accept: ({ status }) => {
      if (status === 404) return { value: { status: 'missing' } }
      if (status === 401) return { value: { status: 'forbidden', isUnauthorized: true } }
      return status === 403 ? { value: { status: 'forbidden' } } : undefined
    },
  })
}

/**
 * Answers by key: each is asked for once, however many ask at once. A failed one is asked for again. What `isForAll` says of an
 * answer makes it the one of every key that is asked for later.
 */
export class Once<T> {
  readonly #answers = new Map<string, Promise<T>>()
  readonly #isForAll: (answer: T) => boolean
  #forAll: Promise<T> | undefined

  constructor(isForAll: (answer: T) => boolean = () => false) {
    this.#isForAll = isForAll
  }

  /** The answer of a key, from `ask` when there is none yet. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key) ?? this.#forAll
    if (known !== undefined) return known
    const answer = ask()
    this.#answers.set(key, answer)
    answer.then(
      (value) => {
        if (this.#isForAll(value)) this.#forAll = answer
      },
      () => this.#answers.delete(key),
    )
    return answer
  }
}

/** Whether a read was refused, which depends on the permissions of the caller and not on what was asked for. */
export function isRefused({ status }: Reading<unknown>): boolean {
  return status === 'forbidden'
}

/** A reading with its value mapped. */
export function mapped<T, U>(reading: Reading<T>, map: (value: T) => U): Reading<U> {
  return reading.status === 'found' ? { status: 'found', value: map(reading.value) } : reading
}
