import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import { type Page, readAllPages } from './pages.ts'
import type { Session } from './session.ts'

/** Which AuthN mappings to list, and how; without a page number every page is read. */
export interface Listing {
  readonly filter?: string
  readonly sort?: string
  readonly resourceType?: 'role' | 'team'
  readonly pageNumber?: number
  readonly pageSize?: number
}

/** How many mappings a page of the AuthN list has, at most and without another size. */
export const LARGEST_PAGE = 100

/** Reads one page of a list, given its query string and how messages call it. */
export type ReadPage = (query: string, which: string) => Promise<Page<LiveMapping>>

/**
 * The AuthN mappings that a listing asks for. Datadog lists those of roles and of teams apart, and those of roles by default.
 * @throws Failure
 */
export async function readListing(session: Session, listing: Listing, readPage: ReadPage): Promise<LiveMapping[]> {
  const { resourceType, pageNumber } = listing
  const both = resourceType === undefined && pageNumber === undefined
  // A mapping that becomes one of a team between the two reads is in both.
  const mappings = new Map<string, LiveMapping>()
  for (const type of both ? (['role', 'team'] as const) : [resourceType ?? 'role'])
    for (const mapping of await readType(session, listing, type, readPage)) mappings.set(mapping.id, mapping)
  return [...mappings.values()]
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

async function readType(
  session: Session,
  { filter, sort, pageNumber, pageSize: size = LARGEST_PAGE }: Listing,
  type: 'role' | 'team',
  readPage: ReadPage,
): Promise<LiveMapping[]> {
  const read = (number: number) => {
    const query = new URLSearchParams({
      'page[size]': String(size),
      'page[number]': String(number),
      resource_type: type,
      ...(filter !== undefined && { filter }),
      ...(sort !== undefined && { sort }),
    })
    return readPage(`?${query}`, ` (${type}s, page ${number})`)
  }
  if (pageNumber !== undefined) return [...(await read(pageNumber)).items]
  return readAllPages(session, { purpose: `list the AuthN mappings (${type}s)`, size, readPage: read })
}
