import type { Client } from '../datadog/client.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import { missing } from './look-up.ts'
import type { Outcome, Request } from './operation.ts'

/** Changes the given attributes of an AuthN mapping and leaves the others. */
export async function update(client: Client, request: Request): Promise<Outcome> {
  const { kind, mappingId = '', attributes } = request
  const mapping = await client.update(kind, mappingId, attributes)
  if (mapping === undefined) throw missing(request, 'update')
  const meaning = KINDS[kind]
  return {
    result: 'updated',
    changed: true,
    mapping,
    sentence: `Updated the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`,
  }
}
