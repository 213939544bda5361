import type { Client } from '../datadog/client.ts'
import { asFailure, Failure, type FailureReason } from '../failure.ts'
import { identityKey, KINDS, named } from '../mappings/kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import { restorable, restoringInputs } from '../mappings/mapping-json.ts'
import { obstacles } from '../mappings/plan/collisions.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import type { Context, Journal } from './context.ts'
import { InformedFailure } from './outcome.ts'

// Time for the DELETE to be answered, and for what follows to be tried, before the deadline.
const NEEDED_FOR_DELETE = 20_000
// A DELETE that is under way when the step is cancelled: half a mapping would be left without its answer.
const REST_OF_DELETE = 1_500
// The 7 s that remain of a cancelled step: for the first POST, for looking up what became of it, and for restoring the old mapping.
const FIRST_TRY = 4_000
const LOOK_UP = 1_000
const RESTORE = 2_000
// Failures after which a POST may have been carried out.
const UNSURE: ReadonlySet<FailureReason> = new Set(['timeout', 'cancelled', 'network', 'server-error', 'bad-response'])

/** Mappings that will exist in the place of live ones. */
export interface Replacement {
  readonly wanted: readonly Wanted[]
  readonly live: readonly LiveMapping[]
}

interface Single {
  readonly kind: KindName
  readonly wanted: MappingAttributes
  readonly live: LiveMapping
}

/**
 * Puts mappings in the place of live ones. When both can exist at once, the new one is made first; else the old one is written
 * down, deleted, and made again when the new one is refused.
 * @throws Failure; `mapping-lost` when neither the new nor the old mapping exists at the end.
 */
export async function replace(
  { wanted, live }: Replacement,
  { client, journal }: Context,
): Promise<readonly LiveMapping[]> {
  const [one] = wanted
  const [old] = live
  if (one === undefined || old === undefined || wanted.length + live.length > 2)
    return replaceMany({ wanted, live }, client, journal)
  const single = { kind: one.kind, wanted: one.attributes, live: old }
  return [
    mustDeleteFirst(single) ? await deleteAndCreate(client, single, journal) : await createAndDelete(client, single),
  ]
}

async function replaceMany({ wanted, live }: Replacement, client: Client, journal: Journal): Promise<LiveMapping[]> {
  for (const mapping of live) await journal.keep(mapping)
  for (const { kind, id } of live) await client.delete(kind, id)
  const made: LiveMapping[] = []
  try {
    for (const { kind, attributes } of wanted) made.push(await client.create(kind, attributes))
    return made
  } catch (thrown) {
    const refused = asFailure(thrown)
    for (const { kind, id } of made) await client.delete(kind, id)
    for (const mapping of live) await client.create(mapping.kind, restorable(mapping))
    throw new InformedFailure(
      new Failure(refused.reason, `${refused.sentence} The old mappings were created again.`, { cause: refused }),
      { changed: true },
    )
  }
}

async function createAndDelete(client: Client, { kind, wanted, live }: Single): Promise<LiveMapping> {
  const made = await client.create(kind, wanted)
  try {
    await client.delete(live.kind, live.id)
  } catch (thrown) {
    const failure = asFailure(thrown)
    const sentence = `The new ${KINDS[kind].title} ${made.id} was made, and the old one, ${live.id}, may exist still. ${failure.sentence}`
    throw changedAllTheSame(failure, sentence, made)
  }
  return made
}

async function deleteAndCreate(client: Client, replacement: Single, journal: Journal): Promise<LiveMapping> {
  const { kind, wanted, live } = replacement
  if (client.timeLeft() < NEEDED_FOR_DELETE) {
    throw new Failure(
      'timeout',
      `Could not replace ${named(live)}: less than ${NEEDED_FOR_DELETE / 1000} s are left of timeout, and a replace is not begun without them. Nothing was changed.`,
      { advice: 'Raise timeout.' },
    )
  }
  await journal.keep(live)
  const stopped = client.stopped()
  if (stopped !== undefined)
    throw new Failure(stopped.reason, `Could not replace ${named(live)}: ${stopped.why}. Nothing was changed.`, {
      advice: stopped.advice,
    })
  const unsure = await deleteOld(client, live)
  try {
    const made = await client.secondHalf(FIRST_TRY).create(kind, wanted)
    if (unsure !== undefined) await deleteLeftOver(client, live, made)
    return made
  } catch (thrown) {
    if (thrown instanceof InformedFailure) throw thrown
    const refused = asFailure(thrown)
    if (unsure !== undefined && refused.reason === 'conflict') throw notDeleted(client, live, unsure)
    return restore(client, replacement, refused, journal)
  }
}

/** Deletes the old mapping; gives the failure after which nobody knows whether that was carried out, and what follows will tell. */
async function deleteOld(client: Client, live: LiveMapping): Promise<Failure | undefined> {
  try {
    await client.secondHalf(REST_OF_DELETE).delete(live.kind, live.id)
    return undefined
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (['timeout', 'network', 'server-error', 'bad-response'].includes(failure.reason)) return failure
    throw new InformedFailure(failure, { mapping: live, changed: false })
  }
}

// The DELETE got no answer and the new mapping was taken all the same: the old one must not live on beside it.
async function deleteLeftOver(client: Client, live: LiveMapping, made: LiveMapping): Promise<void> {
  try {
    const rest = client.secondHalf(RESTORE)
    if ((await rest.get(live.kind, live.id)) !== undefined) await rest.delete(live.kind, live.id)
  } catch (thrown) {
    const failure = asFailure(thrown)
    const sentence = `The new mapping ${made.id} was made, and whether ${named(live)} is gone is not known. ${failure.sentence}`
    throw changedAllTheSame(failure, sentence, made)
  }
}

// What is in the way of the new mapping is the old one: its DELETE was not carried out.
function notDeleted(client: Client, live: LiveMapping, unsure: Failure): InformedFailure {
  const { reason, advice } = client.stopped() ?? unsure
  const sentence = `Could not replace ${named(live)}: Datadog did not delete it, and it exists still.`
  return new InformedFailure(new Failure(reason, sentence, { advice, cause: unsure }), {
    mapping: live,
    changed: false,
  })
}

async function restore(
  client: Client,
  { kind, wanted, live }: Single,
  refused: Failure,
  journal: Journal,
): Promise<LiveMapping> {
  const isUnsure = UNSURE.has(refused.reason)
  const made = isUnsure ? await foundAfterAll(client, { kind, wanted, live }) : undefined
  if (made !== undefined) return made
  journal.say(`${refused.sentence} Making the old mapping again.`)
  let again: LiveMapping
  try {
    again = await client.secondHalf(RESTORE).create(live.kind, restorable(live))
  } catch (thrown) {
    const failure = asFailure(thrown)
    // What stands in the way of the old mapping can only be the new one.
    const inTheWay = failure.reason === 'conflict' ? await foundAfterAll(client, { kind, wanted, live }) : undefined
    if (inTheWay !== undefined) return inTheWay
    throw lost(live, refused, failure, isUnsure || failure.reason === 'conflict' || UNSURE.has(failure.reason))
  }
  throw changedAllTheSame(refused, `${refused.sentence} The old mapping was made again, as ${named(again)}.`, again)
}

// A POST without an answer may have been carried out.
function foundAfterAll(client: Client, { kind, wanted }: Single): Promise<LiveMapping | undefined> {
  return client
    .secondHalf(LOOK_UP)
    .findEqual(kind, wanted)
    .catch(() => undefined)
}

function changedAllTheSame(refused: Failure, sentence: string, exists: LiveMapping): InformedFailure {
  const failure = new Failure(refused.reason, sentence, { advice: refused.advice, cause: refused })
  return new InformedFailure(failure, { mapping: exists, changed: true })
}

function lost(live: LiveMapping, refused: Failure, refusedAgain: Failure, isUnsure: boolean): InformedFailure {
  const what = isUnsure
    ? `THE MAPPING MAY BE GONE: ${named(live)} was deleted, and nobody knows whether the new or the old one was made. See with operation: list. To make the old one again, run this action with`
    : `THE MAPPING IS GONE: ${named(live)} was deleted, and neither the new nor the old one could be made. To make the old one again, run this action with`
  const sentence = [
    what,
    ...restoringInputs(live),
    `The new one: ${refused.sentence}`,
    `The old one: ${refusedAgain.sentence}`,
  ].join('\n')
  return new InformedFailure(new Failure('mapping-lost', sentence, { cause: refused }), { changed: true })
}

function mustDeleteFirst({ kind, wanted, live }: Single): boolean {
  const meaning = KINDS[kind]
  if (live.kind === kind && !meaning.duplicates && identityKey(meaning, live) === identityKey(meaning, wanted))
    return true
  const { excluding, overlapping } = obstacles(kind, wanted, [live])
  return excluding.length + overlapping.length > 0
}
