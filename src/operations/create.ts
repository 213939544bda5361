import type { Client } from '../datadog/client.ts'
import { asFailure, Failure, type FailureDetails } from '../failure.ts'
import { describe, identityKey, KINDS, named } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { unknownAccount } from '../mappings/plan/remarks.ts'
import type { Context } from './context.ts'
import { createWanted } from './create-wanted.ts'
import { findHolder, isSameIdentity } from './holder.ts'
import { InformedFailure, type Outcome } from './outcome.ts'
import { unexplained } from './replacement-failures.ts'
import type { CreateRequest, EnsureRequest } from './request.ts'

type New = CreateRequest | EnsureRequest

/** The failure of a request that a live mapping is in the way of; the outputs are then about that one. */
export function conflictWith(holder: LiveMapping, sentence: string, details: FailureDetails): InformedFailure {
  return new InformedFailure(new Failure('conflict', sentence, details), { mapping: holder, changed: false })
}

/** A mapping that was to be created, and who created it: unknown when the answer was lost and an equal one was found. */
export interface Created {
  readonly mapping: LiveMapping
  readonly by: 'this step' | 'another run' | 'unknown'
}

/**
 * Creates a mapping. When Datadog duplicates its kind, and another run created an equal one at the same time, the older one is kept
 * and this step deletes its own.
 * @throws Failure
 */
export async function createOne(client: Client, { kind, attributes }: Wanted): Promise<Created> {
  const meaning = KINDS[kind]
  const mapping = await createWanted(client, { kind, attributes })
  if (!meaning.duplicates) return { mapping, by: client.isOwn(mapping) ? 'this step' : 'unknown' }
  const older = await olderEqual(client, { kind, attributes }, mapping)
  if (older === undefined) return { mapping, by: 'this step' }
  try {
    await client.delete(kind, mapping.id)
  } catch (thrown) {
    const { reason, sentence, advice } = asFailure(thrown)
    const start = `The ${meaning.title} for ${describe(meaning, attributes)} exists twice, as ${older.id} from another run and ${mapping.id} from this one.`
    const failure = new Failure(reason, `${start} ${sentence}`, { advice, cause: thrown })
    throw new InformedFailure(failure, { mapping, changed: true })
  }
  return { mapping: older, by: 'another run' }
}

// The mapping was created, even if the list cannot be read.
async function olderEqual(client: Client, wanted: Wanted, mapping: LiveMapping): Promise<LiveMapping | undefined> {
  try {
    const equal = await client.listEqual(wanted.kind, wanted.attributes)
    return equal.find((other) => other.id !== mapping.id && age(other) < age(mapping))
  } catch (thrown) {
    if (thrown instanceof Failure) return undefined
    throw thrown
  }
}

function age({ createdAt = '', id }: LiveMapping): string {
  return `${createdAt} ${id}`
}

/**
 * Why a new mapping would have no effect, a sentence each: some settings of the organization keep AuthN mappings from taking effect.
 */
export async function noEffectOf(client: Client, { kind, attributes }: Wanted): Promise<readonly string[]> {
  if (kind !== 'authn') return []
  return (await import('./authn-effect.ts')).noEffectOfOne(client, attributes)
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
    const { mapping, by } = await createOne(client, request)
    if (by === 'another run') return existing(request, mapping, undefined)
    if (by === 'unknown') return perhapsCreated(mapping)
    return {
      result: 'created',
      changed: true,
      mapping,
      sentence: `Created the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`,
      details: await noEffectOf(client, request),
    }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason !== 'conflict' || thrown instanceof InformedFailure) throw thrown
    const holder = await findHolder(client, request, thrown)
    const isEqual =
      holder !== undefined &&
      isSameIdentity(request, holder) &&
      (await client.isSameAccount(kind, attributes, holder)) === true
    if (isEqual) return existing(request, holder, thrown)
    throw await inTheWay(client, request, holder, thrown)
  }
}

/**
 * Says of a mapping that Datadog refused with a conflict which live one is in the way.
 * @throws Failure when the mappings could not be listed.
 */
export async function explainConflict(client: Client, request: New, conflict: Failure): Promise<Failure> {
  return inTheWay(client, request, await findHolder(client, request, conflict), conflict)
}

async function inTheWay(
  client: Client,
  request: New,
  holder: LiveMapping | undefined,
  cause: Failure,
): Promise<Failure> {
  const { kind, attributes, operation } = request
  const meaning = KINDS[kind]
  if (holder === undefined) return unexplained(cause)
  const start = `Could not ${operation} the ${meaning.title} for ${describe(meaning, attributes)}`
  if (identityKey(meaning, holder) !== identityKey(meaning, attributes)) {
    const advice =
      'Whether Datadog refuses overlapping patterns is not documented. If the live one is the reason, delete it first.'
    return conflictWith(holder, `${start}: it overlaps with ${named(holder)}.`, { advice, cause })
  }
  if (holder.kind !== kind) {
    const advice = 'Delete that mapping first if it is not needed.'
    return conflictWith(holder, `${start}: it collides with ${named(holder)}.`, { advice, cause })
  }
  const mapped = `${start}: ${meaning.principal(holder)} is already mapped, by ${named(holder)}.`
  if ((await client.isSameAccount(kind, attributes, holder)) === undefined)
    return conflictWith(holder, `${mapped} ${unknownAccount(attributes, holder)}`, { advice: '', cause })
  const advice = meaning.persona
    ? 'Use operation: ensure to replace it, or give the account that it has.'
    : 'Run the step again.'
  return conflictWith(holder, mapped, { advice, cause })
}

function perhapsCreated(mapping: LiveMapping): Outcome {
  const meaning = KINDS[mapping.kind]
  return {
    result: 'kept',
    changed: 'unknown',
    mapping,
    sentence: `The ${meaning.title} ${mapping.id} exists: ${describe(meaning, mapping)}.`,
    warnings: [
      `Datadog's answer to the request that creates the mapping was lost, and ${mapping.id} is equal to it. Whether this step created it, or it existed before, is unknown. With operation: ensure that is known.`,
    ],
  }
}

function existing(request: CreateRequest, mapping: LiveMapping, conflict: Failure | undefined): Outcome {
  const meaning = KINDS[request.kind]
  if (request.ifExists === 'keep') {
    return {
      result: 'kept',
      changed: false,
      mapping,
      sentence: `Kept the ${meaning.title} ${mapping.id}, which already exists: ${describe(meaning, mapping)}.`,
    }
  }
  const start = `Could not create the ${meaning.title} for ${describe(meaning, request.attributes)}`
  throw conflictWith(mapping, `${start}: it already exists, as ${mapping.id}.`, {
    advice: 'Use if-exists: keep when it is the one you want.',
    cause: conflict,
  })
}
