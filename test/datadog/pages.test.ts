import { describe, expect, test } from 'vitest'
import { type Page, readAllPages } from '../../src/datadog/pages.ts'
import { fakeSession } from './fake-session.ts'

const SIZE = 2
const items = (...ids: readonly number[]) => ids.map((id) => ({ id: String(id) }))

/** Reads all pages of a server that gives these, a list of pages for each try; the last list is repeated. */
async function readFrom(...tries: readonly (readonly Page<{ readonly id: string }>[])[]) {
  const session = fakeSession([])
  let attempt = -1
  const read: number[] = []
  const result = readAllPages(session, {
    purpose: 'list the things',
    size: SIZE,
    async readPage(number) {
      if (number === 0) attempt++
      read.push(number)
      return tries[Math.min(attempt, tries.length - 1)]?.[number] ?? { items: [] }
    },
  })
  const ids = await result.then(
    (found) => found.map(({ id }) => Number(id)),
    (thrown: unknown) => thrown,
  )
  return { ids, read, session }
}

const page = (total: number | undefined, ...ids: readonly number[]): Page<{ readonly id: string }> => ({
  items: items(...ids),
  ...(total !== undefined && { total }),
})
const STEADY = [page(5, 1, 2), page(5, 3, 4), page(5, 5)]

describe('all pages', () => {
  test.each<[string, readonly ReturnType<typeof page>[], number[], number]>([
    ['up to the declared total', STEADY, [1, 2, 3, 4, 5], 3],
    ['in one request when the first one is all', [page(2, 1, 2)], [1, 2], 1],
    ['of an empty list', [page(0)], [], 1],
    ['up to a short page where no total is declared', [page(undefined, 1, 2), page(undefined, 3)], [1, 2, 3], 2],
    ['of a server whose pages are smaller than asked for', [page(3, 1), page(3, 2), page(3, 3)], [1, 2, 3], 3],
  ])('are read %s', async (_, pages, ids, requests) => {
    const result = await readFrom(pages)
    expect(result.ids).toEqual(ids)
    expect(result.read).toHaveLength(requests)
    expect(result.session.waits).toEqual([])
  })

  test.each<[string, readonly ReturnType<typeof page>[]]>([
    ['one is removed between them', [page(5, 1, 2), page(4, 4, 5)]],
    ['one is added between them', [page(5, 1, 2), page(6, 2, 3), page(6, 4, 5)]],
    ['the server repeats a page', [page(5, 1, 2), page(5, 1, 2), page(5, 5)]],
    ['the server shortens a page', [page(5, 1), page(5, 3), page(5, 5)]],
    ['the server declares fewer than it lists', [page(1, 1, 2)]],
    ['the server declares more than it lists', [page(5, 1, 2), page(5, 3, 4), ...Array(9).fill(page(5))]],
    ['a page is repeated and no total is declared', [page(undefined, 1, 2), page(undefined, 1, 2)]],
  ])('are read again from the start when %s, and never taken for the whole list', async (_, pages) => {
    const passing = await readFrom(pages, STEADY)
    expect(passing.ids).toEqual([1, 2, 3, 4, 5])
    expect(passing.session.said).toEqual([expect.stringContaining('did not add up')])
    const lasting = await readFrom(pages)
    expect(lasting.ids).toMatchObject({
      reason: 'bad-response',
      sentence: 'Could not list the things: the pages did not add up to the declared total, 3 times in a row.',
    })
    expect(lasting.read.filter((number) => number === 0)).toHaveLength(3)
  })
})
