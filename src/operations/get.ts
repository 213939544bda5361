import { describe, KINDS } from '../mappings/kinds.ts'
import type { Context } from './context.ts'
import { lookUp, missing, wantedText } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import type { GetRequest } from './request.ts'

/** Gets one mapping by its id or its identity. */
export async function get(request: GetRequest, { client }: Context): Promise<Outcome> {
  const mapping =
    request.mappingId === undefined ? await lookUp(client, request) : await client.get(request.kind, request.mappingId)
  if (mapping !== undefined) {
    return {
      result: 'found',
      mapping,
      sentence: `Found the ${KINDS[request.kind].title} ${mapping.id}: ${describe(KINDS[request.kind], mapping)}.`,
    }
  }
  if (request.ifMissing === 'fail') throw missing(request, 'get')
  return { result: 'missing', sentence: `There is no ${wantedText(request)}.` }
}
