import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import type { Page } from './wire-kinds.ts'

/** Which AuthN mappings to list, and how; without a page number every page is read. */
export interface Listing {
  readonly filter?: string
  readonly sort?: string
  readonly resourceType?: 'role' | 'team'
  readonly pageNumber?: number
  readonly pageSize?: number
}

const LARGEST_PAGE = 100

/** Reads one page of a list, given its query string and how messages call it. */
export type ReadPage = (query: string, which: string) => Promise<Page>

/**
 * The AuthN mappings that a listing asks for; Datadog lists those of roles and of teams apart, and roles when not told which.
 * @throws Failure
 */
export async function readListing(listing: Listing, readPage: ReadPage): Promise<LiveMapping[]> {
  const { resourceType, pageNumber } = listing
  const both = resourceType === undefined && pageNumber === undefined
  const mappings: LiveMapping[] = []
  for (const type of both ? (['role', 'team'] as const) : [resourceType ?? 'role']) {
    mappings.push(...(await readPages(listing, type, readPage)))
  }
  return mappings
}

/** The listing that contains the mapping of an identity, with as few pages as can be. */
export function listingFor(kind: KindName, wanted: MappingAttributes): Listing {
  if (kind !== 'authn') return {}
  const resourceType = wanted.roleId !== undefined ? 'role' : wanted.teamId !== undefined ? 'team' : undefined
  return {
    ...(wanted.attributeValue !== undefined && { filter: wanted.attributeValue }),
    ...(resourceType !== undefined && { resourceType }),
  }
}

async function readPages(listing: Listing, type: 'role' | 'team', readPage: ReadPage): Promise<LiveMapping[]> {
  const { filter, sort, pageNumber, pageSize = LARGEST_PAGE } = listing
  const found = new Map<string, LiveMapping>()
  for (let number = pageNumber ?? 0; ; number++) {
    const query = new URLSearchParams({
      'page[size]': String(pageSize),
      'page[number]': String(number),
      resource_type: type,
      ...(filter !== undefined && { filter }),
      ...(sort !== undefined && { sort }),
    })
    const { mappings, total } = await readPage(`?${query}`, ` (${type}s, page ${number})`)
    const before = found.size
    for (const mapping of mappings) found.set(mapping.id, mapping)
    const isComplete = total === undefined ? mappings.length < pageSize : found.size >= total
    // A server that repeats a page for ever would otherwise be read for ever.
    if (isComplete || pageNumber !== undefined || found.size === before) return [...found.values()]
  }
}
