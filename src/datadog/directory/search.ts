import { type Page, readAllPages } from '../pages.ts'
import type { Session } from '../session.ts'
import { ask, type Read, type Reading } from './reading.ts'

/** A collection of the directory that is searched by a text, page by page. */
export interface Collection<T> extends Omit<Read<Page<T>>, 'path'> {
  readonly path: string
  /** The query parameter that searches. */
  readonly filter: string
  readonly size: number
}

/**
 * Every item that a text is found in, or every item of the collection without one.
 * @throws Failure
 */
export async function search<T extends { readonly id: string }>(
  session: Session,
  { path, filter, size, purpose, permission, read }: Collection<T>,
  text?: string,
): Promise<Reading<T[]>> {
  const refused: Reading<T[]>[] = []
  const items = await readAllPages(session, {
    purpose,
    size,
    async readPage(number) {
      const query = new URLSearchParams({
        ...(text !== undefined && { [filter]: text }),
        'page[size]': String(size),
        'page[number]': String(number),
      })
      const reading = await ask(session, { path: `${path}?${query}`, purpose, permission, read })
      if (reading.status === 'found') return reading.value
      refused.push(reading)
      return { items: [], total: 0 }
    },
  })
  return refused[0] ?? { status: 'found', value: items }
}

/** What has a name, among what was found: those of exactly that name, and the names of others for messages. */
export interface NameSearch<T> {
  readonly matches: readonly T[]
  readonly candidates: readonly string[]
}
