import type { Client } from '../datadog/client.ts'
import { Failure, type FailureDetails } from '../failure.ts'
import { describe, identityKey, KINDS } from '../mappings/kinds.ts'
import type { KindName, LiveMapping } from '../mappings/mapping.ts'
import { obstacles } from '../mappings/plan/collisions.ts'
import { unknownAccount } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { InformedFailure, type Outcome } from './outcome.ts'
import type { CreateRequest, EnsureRequest } from './request.ts'

type New = CreateRequest | EnsureRequest

/** The failure of a request that a live mapping is in the way of; the outputs are then about that one. */
export function conflictWith(holder: LiveMapping, sentence: string, details: FailureDetails): InformedFailure {
  return new InformedFailure(new Failure('conflict', sentence, details), { mapping: holder })
}

/**
 * Creates a mapping with one request; what Datadog itself would duplicate is looked for first.
 * @throws Failure `conflict` when a live mapping is in the way, unless it is equal and `if-exists` is `keep`.
 */
export async function create(request: CreateRequest, { client }: Context): Promise<Outcome> {
  const { kind, attributes } = request
  const meaning = KINDS[kind]
  if (meaning.duplicates) {
    const equal = await client.findEqual(kind, attributes)
    if (equal !== undefined) return existing(request, equal, undefined)
  }
  try {
    const mapping = await client.create(kind, attributes)
    return {
      result: 'created',
      changed: true,
      mapping,
      sentence: `Created the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`,
    }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason !== 'conflict') throw thrown
    const holder = await findHolder(client, request, thrown)
    const equal = isSame(request, holder) && (await client.isSameAccount(kind, attributes, holder))
    if (equal === true) return existing(request, holder, thrown)
    throw inTheWay(request, holder, { equal, cause: thrown })
  }
}

/**
 * Says of a mapping that Datadog refused with a conflict which live one is in the way.
 * @throws Failure when that cannot be told.
 */
export async function explainConflict(client: Client, request: New, conflict: Failure): Promise<Failure> {
  const holder = await findHolder(client, request, conflict)
  return inTheWay(request, holder, { equal: false, cause: conflict })
}

function isSame({ kind, attributes }: New, holder: LiveMapping): boolean {
  const meaning = KINDS[kind]
  return holder.kind === kind && identityKey(meaning, holder) === identityKey(meaning, attributes)
}

function inTheWay(
  request: New,
  holder: LiveMapping,
  { equal, cause }: { readonly equal: boolean | undefined; readonly cause: Failure },
): Failure {
  const { kind, attributes, operation } = request
  const meaning = KINDS[kind]
  const start = `Could not ${operation} the ${meaning.title} for ${describe(meaning, attributes)}`
  const holds = `the ${KINDS[holder.kind].title} ${holder.id} (${describe(KINDS[holder.kind], holder)})`
  if (!isSame(request, holder)) {
    const advice = 'Delete that mapping first if it is not needed.'
    return conflictWith(holder, `${start}: it collides with ${holds}.`, { advice, cause })
  }
  const mapped = `${start}: ${meaning.principal(holder)} is mapped already, by ${holds}.`
  const advice = 'Use operation: ensure to replace it, or give the account that it has.'
  if (equal !== undefined || !meaning.persona) return conflictWith(holder, mapped, { advice, cause })
  return conflictWith(holder, `${mapped} ${unknownAccount(attributes, holder)}`, { cause })
}

function existing(request: CreateRequest, mapping: LiveMapping, conflict: Failure | undefined): Outcome {
  const meaning = KINDS[request.kind]
  if (request.ifExists === 'keep') {
    return {
      result: 'kept',
      changed: false,
      mapping,
      sentence: `Kept the ${meaning.title} ${mapping.id}, which is there already: ${describe(meaning, mapping)}.`,
    }
  }
  const start = `Could not create the ${meaning.title} for ${describe(meaning, request.attributes)}`
  throw conflictWith(mapping, `${start}: it is there already, as ${mapping.id}.`, { cause: conflict })
}

// Patterns collide across persona and intake mappings of one cloud, so the holder can be of the other kind.
async function findHolder(client: Client, request: New, conflict: Failure): Promise<LiveMapping> {
  const sibling = KINDS[request.kind].sibling
  const kinds: KindName[] = [request.kind, ...(sibling === undefined ? [] : [sibling])]
  try {
    for (const kind of kinds) {
      const holder = holderAmong(await client.list(kind), request)
      if (holder !== undefined) return holder
    }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason === 'cancelled' || thrown.reason === 'timeout') throw thrown
    throw new Failure(
      'conflict',
      `${conflict.sentence} Which mapping is in the way could not be looked up. ${thrown.sentence}`,
      { cause: thrown },
    )
  }
  throw new Failure('conflict', `${conflict.sentence} No mapping that overlaps with it is listed.`, {
    advice: 'It may have been made or deleted a moment ago: run the step again.',
    cause: conflict,
  })
}

function holderAmong(live: readonly LiveMapping[], { kind, attributes }: New): LiveMapping | undefined {
  const { excluding, overlapping } = obstacles(kind, attributes, live)
  return excluding[0] ?? overlapping[0]
}
