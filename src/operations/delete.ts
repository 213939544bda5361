import { describe, KINDS } from '../mappings/kinds.ts'
import type { Context } from './context.ts'
import { missing, refuseOtherKind, seek, wantedText } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import type { DeleteRequest } from './request.ts'

/**
 * Deletes one mapping by its id or its identity.
 * @throws Failure
 */
export async function remove(request: DeleteRequest, { client }: Context): Promise<Outcome> {
  const { kind, mappingId } = request
  const meaning = KINDS[kind]
  const { mapping, notes } = mappingId === undefined ? await seek(client, request, 'delete') : { notes: [] }
  const id = mappingId ?? mapping?.id
  if (id === undefined || !(await client.delete(kind, id))) {
    const unread = mappingId === undefined ? notes : await refuseOtherKind(client, kind, mappingId, 'delete')
    if (request.ifMissing === 'fail') throw missing(request, 'delete', unread)
    return { result: 'missing', changed: false, sentence: `There is no ${wantedText(request)}.`, details: unread }
  }
  const known = mapping === undefined ? '' : `: ${describe(meaning, mapping)}`
  return {
    result: 'deleted',
    changed: true,
    mapping: mapping ?? { kind, id },
    sentence: `Deleted the ${meaning.title} ${id}${known}.`,
  }
}
