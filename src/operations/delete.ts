import { describe, KINDS } from '../mappings/kinds.ts'
import type { Context } from './context.ts'
import { lookUp, missing, wantedText } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import type { DeleteRequest } from './request.ts'

/** Deletes one mapping by its id or its identity. */
export async function remove(request: DeleteRequest, { client }: Context): Promise<Outcome> {
  const { kind } = request
  const meaning = KINDS[kind]
  const mapping = request.mappingId === undefined ? await lookUp(client, request) : undefined
  const id = request.mappingId ?? mapping?.id
  const deleted = id !== undefined && (await client.delete(kind, id))
  if (!deleted) {
    if (request.ifMissing === 'fail') throw missing(request, 'delete')
    return { result: 'missing', changed: false, sentence: `There is no ${wantedText(request)}.` }
  }
  const known = mapping === undefined ? '' : `: ${describe(meaning, mapping)}`
  return {
    result: 'deleted',
    changed: true,
    mapping: mapping ?? { kind, id },
    sentence: `Deleted the ${meaning.title} ${id}${known}.`,
  }
}
