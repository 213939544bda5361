import { describe, KINDS } from '../mappings/kinds.ts'
import type { Context } from './context.ts'
import { missing, seek, wantedText } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import type { GetRequest } from './request.ts'

/**
 * Gets one mapping by its id or its identity.
 * @throws Failure
 */
export async function get(request: GetRequest, { client }: Context): Promise<Outcome> {
  const { mapping, notes } = await seek(client, request, 'get')
  if (mapping !== undefined) {
    return {
      result: 'found',
      mapping,
      sentence: `Found the ${KINDS[request.kind].title} ${mapping.id}: ${describe(KINDS[request.kind], mapping)}.`,
    }
  }
  if (request.ifMissing === 'fail') throw missing(request, 'get', notes)
  return { result: 'missing', sentence: `There is no ${wantedText(request)}.`, details: notes }
}
