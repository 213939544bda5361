import { counted } from '../mappings/counted.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { KindName, LiveMapping } from '../mappings/mapping.ts'
import type { Context } from './context.ts'
import { listReadable } from './live-state.ts'
import type { Outcome } from './outcome.ts'
import type { ListRequest, Unread } from './request.ts'

/** Lists the mappings of a kind, or of all kinds that can be read. */
export async function list(request: ListRequest, { client }: Context): Promise<Outcome> {
  if (request.kind !== 'all') {
    const mappings = await client.list(request.kind, request.query)
    return { result: 'listed', mappings, sentence: `${thereAre(mappings.length, request.kind)}.` }
  }
  const { mappings, read, unread } = await listReadable(client, request)
  const each = read.map((kind) => countOf(ofKind(mappings, kind), kind))
  const total = `There ${mappings.length === 1 ? 'is' : 'are'} ${counted(mappings.length || 'no', 'mapping')}`
  return { result: 'listed', mappings, sentence: `${total}: ${each.join(', ')}.`, details: unread.map(unreadText) }
}

/** A sentence on a kind that was not read. */
export function unreadText({ kind, why }: Unread): string {
  return `The ${KINDS[kind].title}s were not read. ${why}`
}

function thereAre(count: number, kind: KindName): string {
  return `There ${count === 1 ? 'is' : 'are'} ${countOf(count, kind)}`
}

function countOf(count: number, kind: KindName): string {
  return counted(count || 'no', KINDS[kind].title)
}

function ofKind(mappings: readonly LiveMapping[], kind: KindName): number {
  return mappings.filter((mapping) => mapping.kind === kind).length
}
