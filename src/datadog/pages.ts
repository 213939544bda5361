import type { Problem } from './problem.ts'
import { failureOf } from './problem.ts'
import { pause, type Session } from './session.ts'

/** One page of a list, and how many items there are in all where the server says so. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total?: number
}

/** A list that comes in pages, the first of which has the number 0. */
export interface PagedList<T> {
  /** Completes "Could not …". */
  readonly purpose: string
  readonly size: number
  readPage(number: number): Promise<Page<T>>
}

const TRIES = 3
const PAUSE = 500

/**
 * All items of a list. Pages shift when something is added or removed while they are read: those that repeat an item, or do not
 * add up to the declared total, are read again from the start.
 * @throws Failure `bad-response` when they do not add up in three tries.
 */
export async function readAllPages<T extends { readonly id: string }>(
  session: Session,
  list: PagedList<T>,
): Promise<T[]> {
  for (let tries = 1; ; tries++) {
    const items = await readOnce(list)
    if (items !== undefined) return items
    if (tries === TRIES) throw failureOf({ purpose: list.purpose, tries }, UNEVEN)
    await pause(session, PAUSE, `The pages did not add up: ${session.server}'s list may have changed meanwhile.`)
  }
}

const UNEVEN: Problem = {
  reason: 'bad-response',
  why: 'the pages did not add up to the declared total',
  advice: 'Run the step again when no other run changes what the list shows.',
}

/** The items of all pages, or undefined when they do not add up. */
async function readOnce<T extends { readonly id: string }>({ size, readPage }: PagedList<T>): Promise<T[] | undefined> {
  const found = new Map<string, T>()
  let declared: number | undefined
  for (let number = 0; ; number++) {
    const { items, total } = await readPage(number)
    if (number > 0 && total !== declared) return undefined
    declared = total
    for (const item of items) {
      if (found.has(item.id)) return undefined
      found.set(item.id, item)
    }
    const isLast = items.length === 0 || (total === undefined ? items.length < size : found.size >= total)
    if (isLast) return total === undefined || found.size === total ? [...found.values()] : undefined
  }
}
