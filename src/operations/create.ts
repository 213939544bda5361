import type { Client } from '../datadog/client.ts'
import { asFailure, Failure, mayHaveHappened } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { LiveMapping, NamedMapping } from '../mappings/mapping.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { conflictWith, InformedFailure, type Outcome } from './outcome.ts'
import type { CreateRequest } from './request.ts'

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
    const cause = asFailure(thrown)
    const { reason, sentence, advice } = cause
    const start = `The ${meaning.title} for ${describe(meaning, attributes)} exists twice, as ${older.id} from another run and ${mapping.id} from this one.`
    const failure = new Failure(reason, `${start} ${sentence}`, { advice, cause })
    throw new InformedFailure(failure, { mapping, changed: mayHaveHappened(cause) ? 'unknown' : true })
  }
  return { mapping: older, by: 'another run' }
}

/**
 * Creates a mapping; a refusal for the permissions of its account is explained by them.
 * @throws Failure
 */
async function createWanted(client: Client, wanted: Wanted): Promise<LiveMapping> {
  try {
    return await client.create(wanted.kind, wanted.attributes)
  } catch (thrown) {
    throw await explained(client, wanted, asFailure(thrown))
  }
}

/** Why a mapping could not be created, with the permissions of its account where those are the reason. */
export async function explained(client: Client, { kind, attributes }: Wanted, failure: Failure): Promise<Failure> {
  const { accountIdentifier } = attributes
  // Then the 403 may not be about the create.
  if (failure.isUnsettled) return failure
  if (failure.reason !== 'forbidden' || !KINDS[kind].persona || accountIdentifier === undefined) return failure
  return (await import(/* webpackChunkName: "change" */ './refused-account.ts')).explainRefusedAccount(
    client,
    accountIdentifier,
    failure,
  )
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
export async function noEffectOfNew(client: Client, { kind, attributes }: Wanted): Promise<readonly string[]> {
  if (kind !== 'authn') return []
  const { noEffectOf, readNoEffect } = await import(/* webpackChunkName: "directory" */ './authn-effect.ts')
  return noEffectOf(await readNoEffect(client, [attributes]), attributes)
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
    if (equal !== undefined) return existing(request, await client.named(equal), undefined)
  }
  try {
    const { mapping: made, by } = await createOne(client, request)
    const mapping = await client.named(made)
    if (by === 'another run') return existing(request, mapping, undefined)
    if (by === 'unknown') return perhapsCreated(mapping)
    return {
      result: 'created',
      changed: true,
      mapping,
      sentence: `Created the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`,
      details: await noEffectOfNew(client, request),
    }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason !== 'conflict' || thrown instanceof InformedFailure) throw thrown
    const { findHolder, inTheWay, isSameIdentity } = await import(/* webpackChunkName: "change" */ './conflicts.ts')
    const holder = await findHolder(client, request, thrown)
    const isEqual =
      holder !== undefined &&
      isSameIdentity(request, holder) &&
      (await client.isSameAccount(kind, attributes, holder)) === true
    if (isEqual) {
      const mapping = await client.named(holder)
      return thrown.isUnsettled ? perhapsCreated(mapping) : existing(request, mapping, thrown)
    }
    throw await inTheWay(client, request, holder, thrown)
  }
}

function perhapsCreated(mapping: NamedMapping): Outcome {
  const meaning = KINDS[mapping.kind]
  return {
    result: 'kept',
    changed: 'unknown',
    mapping,
    sentence: `The ${meaning.title} ${mapping.id} exists: ${describe(meaning, mapping)}.`,
    warnings: [
      `Datadog's answer to the create request was lost, and ${mapping.id} is equal to the wanted mapping. It is unknown whether this step created it or it existed before. Use operation: ensure to know: it lists the mappings first.`,
    ],
  }
}

function existing(request: CreateRequest, mapping: NamedMapping, conflict: Failure | undefined): Outcome {
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
