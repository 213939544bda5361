import { describe, KINDS } from '../mappings/kinds.ts'
import type { KindName } from '../mappings/mapping.ts'
import type { Context } from './context.ts'
import { missing, refuseOtherKind, type Sought, seekIdentity, wantedText } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import type { DeleteRequest } from './request.ts'

/**
 * Deletes one mapping by its id or its identity.
 * @throws Failure; `guarded` for the mapping that the credentials of the step come from, and for the last one of a role.
 */
export async function remove(request: DeleteRequest, context: Context): Promise<Outcome> {
  const { client } = context
  const { kind, mappingId, force } = request
  const { title } = KINDS[kind]
  const { mapping, notes } = mappingId === undefined ? await seekIdentity(client, request) : await readIfGuarded()
  if (mapping !== undefined) {
    const { guarded, refusalsOfOne } = await import(/* webpackChunkName: "change" */ './guard-check.ts')
    const refusals = await refusalsOfOne({ action: 'delete', live: mapping, notes: [] }, force, context)
    if (refusals.length > 0) throw guarded(refusals)
  }
  // Reads can lag, so only the DELETE decides whether an id is missing.
  const id = mappingId ?? mapping?.id
  if (id === undefined || !(await client.delete(kind, id))) {
    const details = mappingId === undefined ? notes : await refuseOtherKind(client, kind, mappingId, 'delete')
    if (request.ifMissing === 'fail') throw missing(request, 'delete', details)
    return { result: 'missing', changed: false, sentence: `There is no ${wantedText(request)}.`, details }
  }
  const known = mapping === undefined ? '' : `: ${describe(KINDS[kind], mapping)}`
  return {
    result: 'deleted',
    changed: true,
    mapping: mapping ?? { kind, id },
    sentence: `Deleted the ${title} ${id}${known}.`,
  }

  async function readIfGuarded(): Promise<Sought> {
    const isGuarded = mappingId !== undefined && (await canBeGuarded(kind, context))
    const live = isGuarded ? await client.get(kind, mappingId) : undefined
    return { ...(live !== undefined && { mapping: live }), notes: [] }
  }
}

// Whether a guard can apply to a mapping of a kind, whatever the mapping; when none can, it need not be read before it is deleted.
async function canBeGuarded(kind: KindName, { client, job }: Context): Promise<boolean> {
  return kind === 'authn' || job.identity !== undefined || (await client.tokenAccount()) !== 'none'
}
