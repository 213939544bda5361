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
 * Answers by key: each is asked for once, however many ask at once. A failed one is asked for again. When two keys were refused, by
 * `isRefused`, and nothing was answered otherwise, the refusal is the answer of every other key, without asking: one refusal alone
 * can be about its key, or come from something between.
 */
export class Once<T> {
  readonly #answers = new Map<string, Promise<T>>()
  readonly #isRefused: (answer: T) => boolean
  readonly #refusals: Promise<T>[] = []
  #isAllowed = false

  constructor(isRefused: (answer: T) => boolean = () => false) {
    this.#isRefused = isRefused
  }

  /** The answer of a key, from `ask` when there is none yet. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key) ?? (this.#isAllowed ? undefined : this.#refusals[1])
    if (known !== undefined) return known
    const answer = ask()
    this.#answers.set(key, answer)
    answer.then(
      (value) => {
        if (this.#isRefused(value)) this.#refusals.push(answer)
        else this.#isAllowed = true
      },
      () => this.#answers.delete(key),
    )
    return answer
  }
}

/** Whether a read was refused. */
export function isRefused({ status }: Reading<unknown>): boolean {
  return status === 'forbidden'
}

/** A reading with its value mapped. */
export function mapped<T, U>(reading: Reading<T>, map: (value: T) => U): Reading<U> {
  return reading.status === 'found' ? { status: 'found', value: map(reading.value) } : reading
}
