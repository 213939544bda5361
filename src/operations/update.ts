import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import { decideUpdate } from '../mappings/plan/decide.ts'
import { pairUp } from '../mappings/plan/pairing.ts'
import type { Context } from './context.ts'
import { conflictWith } from './create.ts'
import { execute } from './execute.ts'
import { judgeAccounts } from './live-state.ts'
import { missing } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import type { UpdateRequest } from './request.ts'

/**
 * Changes the given attributes of a mapping and leaves the others: with a PATCH where Datadog has one, else by a replace.
 * @throws Failure
 */
export async function update(request: UpdateRequest, context: Context): Promise<Outcome> {
  const { client } = context
  const { kind, mappingId, attributes } = request
  const meaning = KINDS[kind]
  if (meaning.duplicates) {
    const mapping = await client.update(kind, mappingId, attributes)
    if (mapping === undefined) throw missing(request, 'update')
    return updated(mapping, 'updated')
  }
  const change = await planUpdate(client, request)
  if (change.action === 'blocked')
    throw conflictWith(change.live, `Could not update the ${meaning.title} ${mappingId}: ${change.why}`, { advice: '' })
  const [mapping] = await execute(change, context)
  if (mapping === undefined) throw missing(request, 'update')
  if (change.action === 'unchanged') {
    return {
      result: 'unchanged',
      changed: false,
      mapping,
      sentence: `Nothing to do for the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`,
    }
  }
  return updated(mapping, 'replaced')
}

/**
 * Compares the live mapping of the id with what is to be changed about it.
 * @throws Failure
 */
export async function planUpdate(client: Client, request: UpdateRequest): Promise<ReturnType<typeof decideUpdate>> {
  const { kind, mappingId, attributes } = request
  const meaning = KINDS[kind]
  const live = await client.get(kind, mappingId)
  if (live === undefined) throw missing(request, 'update')
  const wanted = merged(live, attributes)
  const pairing = pairUp([{ kind, attributes: wanted }], [live])
  const change = decideUpdate(live, { kind, attributes: wanted }, [], {
    sameAccount: await judgeAccounts(client, pairing),
  })
  if (change.action === 'blocked' && change.code === 'account-unknown') {
    throw new Failure('ambiguous', `Could not update the ${meaning.title} ${live.id}. ${change.why}`, {
      advice: 'Nothing was changed: a mapping is never replaced on a guess.',
    })
  }
  return change
}

function merged(live: LiveMapping, { roleId, teamId, ...others }: MappingAttributes): MappingAttributes {
  const { arnPattern, accountIdentifier, claims, attributeKey, attributeValue } = live
  const kept = { arnPattern, accountIdentifier, claims, attributeKey, attributeValue }
  const given =
    roleId !== undefined || teamId !== undefined ? { roleId, teamId } : { roleId: live.roleId, teamId: live.teamId }
  const all = { ...kept, ...others, ...given }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

function updated(mapping: LiveMapping, result: 'updated' | 'replaced'): Outcome {
  const meaning = KINDS[mapping.kind]
  const verb = result === 'updated' ? 'Updated' : 'Replaced'
  return {
    result,
    changed: true,
    mapping,
    sentence: `${verb} the ${meaning.title}, which is now ${mapping.id}: ${describe(meaning, mapping)}.`,
  }
}
