import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, identityKey, KINDS, writtenOf } from '../mappings/kinds.ts'
import type { LiveMapping, MappingAttributes, NamedMapping } from '../mappings/mapping.ts'
import { restorable } from '../mappings/mapping-json.ts'
import { decideUpdate } from '../mappings/plan/decide.ts'
import { pairUp } from '../mappings/plan/pairing.ts'
import type { Context } from './context.ts'
import { guarded, refusalsOfOne } from './guard-check.ts'
import { judgeAccounts, listSiblings } from './live-state.ts'
import { missing, refuseOtherKind, seek } from './look-up.ts'
import { conflictWith, type Outcome } from './outcome.ts'
import { replace } from './replacement.ts'
import type { UpdateRequest } from './request.ts'

/**
 * Changes the given attributes of a mapping and leaves the others: with a PATCH where Datadog has one, else by a replacement; with
 * no write when nothing differs.
 * @throws Failure
 */
export async function update(request: UpdateRequest, context: Context): Promise<Outcome> {
  const { client } = context
  const { kind, mappingId, attributes, force } = request
  const meaning = KINDS[kind]
  const change = await planUpdate(client, request)
  if (change.action === 'blocked') {
    const sentence = `Could not update the ${meaning.title} ${mappingId}. ${change.why}`
    throw conflictWith(change.live, sentence, { advice: 'Nothing was changed.' })
  }
  if (change.action === 'unchanged') return unchanged(await client.named(change.live))
  const refusals = await refusalsOfOne(change, force, context)
  if (refusals.length > 0) throw guarded(refusals)
  const details = change.notes.map(({ text }) => text)
  if (change.action === 'update') {
    const mapping = await client.update(kind, mappingId, attributes)
    if (mapping === undefined)
      throw missing(request, 'update', await refuseOtherKind(client, kind, mappingId, 'update'))
    return updated(mapping, 'updated', details)
  }
  const { mappings, changed } = await replace(change, context)
  const [mapping] = mappings
  if (mapping === undefined) throw new Error('a replacement without a mapping')
  const named = await client.named(mapping)
  return changed === false ? unchanged(named) : { ...updated(named, 'replaced', details), changed }
}

/**
 * Compares the live mapping of the id with what is to be changed about it.
 * @throws Failure
 */
export async function planUpdate(client: Client, request: UpdateRequest): Promise<ReturnType<typeof decideUpdate>> {
  const { kind, attributes } = request
  const { mapping: live, notes } = await seek(client, request, 'update')
  if (live === undefined) throw missing(request, 'update', notes)
  const wanted = { kind, attributes: merged(live, attributes) }
  const sameAccount = await judgeAccounts(client, pairUp([wanted], [live]))
  const change = decideUpdate(live, wanted, await othersOf(client, live, wanted.attributes), { sameAccount })
  if (change.action === 'blocked' && change.code === 'account-unknown') {
    const sentence = `Could not update the ${KINDS[kind].title} ${live.id}. ${change.why}`
    throw new Failure('forbidden', sentence, { advice: 'Nothing was changed.' })
  }
  return change
}

// A mapping that has the wanted identity already is in the way, and may be there on purpose.
async function othersOf(client: Client, live: LiveMapping, wanted: MappingAttributes): Promise<LiveMapping[]> {
  const { kind } = live
  if (KINDS[kind].duplicates || identityKey(KINDS[kind], wanted) === identityKey(KINDS[kind], live)) return []
  return [...(await client.list(kind)), ...(await listSiblings(client, [kind], [kind]))]
}

function merged(live: LiveMapping, given: MappingAttributes): MappingAttributes {
  const kept = writtenOf(restorable(live))
  const { roleId: _role, teamId: _team, ...others } = kept
  const isMoved = given.roleId !== undefined || given.teamId !== undefined
  return { ...(isMoved ? others : kept), ...given }
}

function unchanged(mapping: NamedMapping): Outcome {
  const meaning = KINDS[mapping.kind]
  const sentence = `Nothing to do for the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`
  return { result: 'unchanged', changed: false, mapping, sentence }
}

function updated(mapping: NamedMapping, result: 'updated' | 'replaced', details: readonly string[]): Outcome {
  const meaning = KINDS[mapping.kind]
  const verb = result === 'updated' ? 'Updated' : 'Replaced'
  return {
    result,
    changed: true,
    mapping,
    sentence: `${verb} the ${meaning.title}, which is now ${mapping.id}: ${describe(meaning, mapping)}.`,
    details,
  }
}
