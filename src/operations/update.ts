import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, identityKey, KINDS, named } from '../mappings/kinds.ts'
import { defined, type LiveMapping, type MappingAttributes } from '../mappings/mapping.ts'
import { type Change, untoldAccount } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { conflictWith } from './create.ts'
import { excludes } from './holder.ts'
import { missing, refuseOtherKind, seek } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import { replace } from './replacement.ts'
import type { UpdateRequest } from './request.ts'

/**
 * Changes the given attributes of a mapping and leaves the others: with a PATCH where Datadog has one, else by a replacement; with
 * nothing when nothing differs.
 * @throws Failure
 */
export async function update(request: UpdateRequest, context: Context): Promise<Outcome> {
  const { client } = context
  const { kind, mappingId, attributes } = request
  const { action, live, wanted = {}, notes } = await planUpdate(client, request)
  if (live === undefined) throw new Error('an update of nothing')
  const meaning = KINDS[kind]
  if (action === 'conflict') {
    const sentence = `Could not update the ${meaning.title} ${mappingId}. ${notes.join(' ')}`
    throw conflictWith(live, sentence, {
      advice: 'Give another identity, or delete that mapping first if it is not needed.',
    })
  }
  if (action === 'unchanged') {
    return {
      result: 'unchanged',
      changed: false,
      mapping: live,
      sentence: `Nothing to do for the ${meaning.title} ${live.id}: ${describe(meaning, live)}.`,
    }
  }
  if (action === 'update') {
    const mapping = await client.update(kind, mappingId, attributes)
    if (mapping === undefined)
      throw missing(request, 'update', await refuseOtherKind(client, kind, mappingId, 'update'))
    return updated(mapping, 'updated')
  }
  const { mappings } = await replace({ wanted: [{ kind, attributes: wanted }], live: [live] }, context)
  const [mapping] = mappings
  if (mapping === undefined) throw new Error('a replacement without a mapping')
  return updated(mapping, 'replaced')
}

/**
 * Compares the live mapping of the id with what is to be changed about it.
 * @throws Failure
 */
export async function planUpdate(client: Client, request: UpdateRequest): Promise<Change> {
  const { kind, attributes } = request
  const meaning = KINDS[kind]
  const { mapping: live, notes } = await seek(client, request, 'update')
  if (live === undefined) throw missing(request, 'update', notes)
  const wanted = merged(live, attributes)
  const change = { kind, wanted, live, notes: [] }
  if (identityKey(meaning, wanted) !== identityKey(meaning, live)) {
    if (meaning.duplicates) return { ...change, action: 'update' }
    const holder = (await client.list(kind)).find(
      (mapping) => mapping.id !== live.id && excludes({ kind, attributes: wanted }, mapping),
    )
    if (holder === undefined) return { ...change, action: 'replace' }
    const note = `${meaning.principal(wanted)} is already mapped, by ${named(holder)}.`
    return { ...change, action: 'conflict', live: holder, notes: [note] }
  }
  const isSame = await client.isSameAccount(kind, wanted, live)
  if (isSame === undefined) {
    const sentence = `Could not update the ${meaning.title} ${live.id}. ${untoldAccount(wanted, live)}`
    throw new Failure('forbidden', sentence, { advice: 'Nothing was changed.' })
  }
  return { ...change, action: isSame ? 'unchanged' : 'replace' }
}

function merged(live: LiveMapping, { roleId, teamId, ...others }: MappingAttributes): MappingAttributes {
  const { arnPattern, accountIdentifier = live.accountUuid, claims, attributeKey, attributeValue } = live
  const kept = { arnPattern, accountIdentifier, claims, attributeKey, attributeValue }
  const given =
    roleId !== undefined || teamId !== undefined ? { roleId, teamId } : { roleId: live.roleId, teamId: live.teamId }
  return defined({ ...kept, ...others, ...given }) as MappingAttributes
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
