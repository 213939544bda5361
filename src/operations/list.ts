import type { Client } from '../datadog/client.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { Outcome, Request } from './operation.ts'

/** Lists the mappings of a kind. */
export async function list(client: Client, request: Request): Promise<Outcome> {
  const mappings = await client.list(request.kind, request.query)
  const { title } = KINDS[request.kind]
  const sentence =
    mappings.length === 1
      ? `There is 1 ${title}.`
      : `There are ${mappings.length === 0 ? 'no' : mappings.length} ${title}s.`
  return { result: 'listed', mappings, sentence }
}
