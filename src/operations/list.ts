import { KINDS } from '../mappings/kinds.ts'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'
import type { ListRequest } from './request.ts'

/** Lists the mappings of a kind. */
export async function list(request: ListRequest, { client }: Context): Promise<Outcome> {
  const mappings = await client.list(request.kind, request.query)
  const { title } = KINDS[request.kind]
  const sentence =
    mappings.length === 1
      ? `There is 1 ${title}.`
      : `There are ${mappings.length === 0 ? 'no' : mappings.length} ${title}s.`
  return { result: 'listed', mappings, sentence }
}
