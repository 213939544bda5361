import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, identityKey, KINDS, named } from '../mappings/kinds.ts'
import type { KindName, LiveMapping } from '../mappings/mapping.ts'
import { obstacles } from '../mappings/plan/collisions.ts'
import { unknownAccount } from '../mappings/plan/notes.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { conflictWith } from './outcome.ts'
import type { CreateRequest, EnsureRequest } from './request.ts'

/** Whether a live mapping has exactly the identity of a wanted one. */
export function isSameIdentity({ kind, attributes }: Wanted, live: LiveMapping): boolean {
  return live.kind === kind && identityKey(KINDS[kind], live) === identityKey(KINDS[kind], attributes)
}

/**
 * Looks up which live mapping Datadog meant by a conflict: one of the same identity before one that overlaps. Mappings that `isLeaving`
 * are left out.
 * @throws Failure `conflict` when the mappings could not be listed.
 */
export async function findHolder(
  client: Client,
  wanted: Wanted,
  conflict: Failure,
  isLeaving: (mapping: LiveMapping) => boolean = () => false,
): Promise<LiveMapping | undefined> {
  const { sibling } = KINDS[wanted.kind]
  const kinds: KindName[] = [wanted.kind, ...(sibling === undefined ? [] : [sibling])]
  let overlapping: LiveMapping | undefined
  for (const kind of kinds) {
    const live = (await listed(client, kind, conflict)).filter((mapping) => !isLeaving(mapping))
    const found = obstacles(wanted.kind, wanted.attributes, live)
    if (found.excluding[0] !== undefined) return found.excluding[0]
    overlapping ??= found.overlapping[0]
  }
  return overlapping
}

async function listed(client: Client, kind: KindName, conflict: Failure): Promise<LiveMapping[]> {
  try {
    return await client.list(kind)
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason === 'cancelled' || thrown.reason === 'timeout') throw thrown
    throw new Failure(
      'conflict',
      `${conflict.sentence} Could not find out which mapping is in the way. ${thrown.sentence}`,
      { cause: thrown, isUnsettled: conflict.isUnsettled },
    )
  }
}

/**
 * Names the live mapping that is in the way of one that Datadog refused with a conflict.
 * @throws Failure when the mappings could not be listed.
 */
export async function explainConflict(
  client: Client,
  request: CreateRequest | EnsureRequest,
  conflict: Failure,
): Promise<Failure> {
  return inTheWay(client, request, await findHolder(client, request, conflict), conflict)
}

/** The failure of a request that a holder is in the way of; without a holder, of one with an unknown obstacle. */
export async function inTheWay(
  client: Client,
  request: CreateRequest | EnsureRequest,
  holder: LiveMapping | undefined,
  cause: Failure,
): Promise<Failure> {
  const { kind, attributes, operation } = request
  const meaning = KINDS[kind]
  if (holder === undefined) return unexplained(cause)
  const start = `Could not ${operation} the ${meaning.title} for ${describe(meaning, attributes)}`
  if (identityKey(meaning, holder) !== identityKey(meaning, attributes)) {
    const advice =
      'Datadog does not document whether it refuses overlapping patterns. If that mapping is the reason, delete it first.'
    return conflictWith(holder, `${start}: it overlaps with ${named(holder)}.`, { advice, cause })
  }
  if (holder.kind !== kind) {
    const advice = 'Delete that mapping first if it is not needed.'
    return conflictWith(holder, `${start}: it collides with ${named(holder)}.`, { advice, cause })
  }
  const mapped = `${start}: ${meaning.principal(holder)} is already mapped by ${named(holder)}.`
  if ((await client.isSameAccount(kind, attributes, holder)) === undefined)
    return conflictWith(holder, `${mapped} ${unknownAccount(attributes, holder)}`, { advice: '', cause })
  const advice = meaning.persona
    ? 'Use operation: ensure to replace it, or set account-identifier to its account.'
    : 'Run the step again.'
  return conflictWith(holder, mapped, { advice, cause })
}

/** The failure of a new mapping for a conflict with no mapping that is listed. */
export function unexplained({ reason, sentence, cause, isUnsettled }: Failure): Failure {
  const advice = 'Another run may have created or deleted a mapping a moment ago: run the step again.'
  const details = { advice, cause, isUnsettled }
  return new Failure(reason, `${sentence} Datadog lists no mapping that overlaps with it.`, details)
}
