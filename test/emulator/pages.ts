/** One page of a list: where it begins, and what of a list is on it. */
export interface Page {
  number: number
  size: number
  of<T>(list: readonly T[]): T[]
}

/** Reads `page[size]` and `page[number]`, undefined when one is out of range; numbers begin at 0. */
export function readPage(query: URLSearchParams, defaultSize: number, maxSize: number): Page | undefined {
  const size = Number(query.get('page[size]') ?? defaultSize)
  const number = Number(query.get('page[number]') ?? 0)
  if (!Number.isInteger(size) || size < 1 || size > maxSize || !Number.isInteger(number) || number < 0) return undefined
  return { number, size, of: (list) => list.slice(number * size, (number + 1) * size) }
}
