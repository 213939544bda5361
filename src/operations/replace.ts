import type { Client } from '../datadog/client.ts'
import { asFailure, Failure } from '../failure.ts'
import { CollisionIndex } from '../mappings/collisions.ts'
import { describe, identityKey, KINDS } from '../mappings/kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import { restoringInputs } from '../mappings/restoring.ts'
import type { Journal } from './journal.ts'
import { InformedFailure } from './operation.ts'

// Time for the DELETE to be answered, and for what follows to be tried, before the deadline.
const NEEDED_FOR_DELETE = 20_000
// Of the 7 s that remain of a cancelled step, the first POST leaves three to the one that restores the old mapping.
const SECOND_HALF = 7_000
const FIRST_TRY = 4_000

/** A mapping that will exist in the place of a live one. */
export interface Replacement {
  readonly kind: KindName
  readonly wanted: MappingAttributes
  readonly live: LiveMapping
}

/** The failure of a replace that has changed something: which mapping exists now, if any does. */
function failedReplace(refused: Failure, sentence: string, exists: LiveMapping | undefined): InformedFailure {
  if (exists !== undefined)
    return new InformedFailure(new Failure(refused.reason, sentence, { advice: refused.advice, cause: refused }), {
      mapping: exists,
    })
  return new InformedFailure(new Failure('mapping-lost', sentence, { cause: refused }), {})
}

/**
 * Puts a mapping in the place of a live one. When both can exist at once, the new one is made first; else the old one is written
 * down, deleted, and made again when the new one is refused.
 * @throws Failure; `mapping-lost` when neither the new nor the old mapping exists at the end.
 */
export async function replace(client: Client, replacement: Replacement, journal: Journal): Promise<LiveMapping> {
  const { kind, wanted, live } = replacement
  if (!mustDeleteFirst(replacement)) {
    const made = await client.create(kind, wanted)
    try {
      await client.delete(live.kind, live.id)
    } catch (thrown) {
      const failure = asFailure(thrown)
      throw failedReplace(
        failure,
        `The new ${KINDS[kind].title} ${made.id} was made, and the old one, ${live.id}, exists still. ${failure.sentence}`,
        made,
      )
    }
    return made
  }
  if (client.timeLeft() < NEEDED_FOR_DELETE) {
    throw new Failure(
      'timeout',
      `Could not replace ${named(live)}: less than ${NEEDED_FOR_DELETE / 1000} s are left of timeout, and a replace is not begun without them. Nothing was changed.`,
      { advice: 'Raise timeout.' },
    )
  }
  await journal.keep(live)
  await client.delete(live.kind, live.id)
  try {
    return await client.secondHalf(FIRST_TRY).create(kind, wanted)
  } catch (thrown) {
    return restore(client, replacement, asFailure(thrown), journal)
  }
}

async function restore(
  client: Client,
  { kind, wanted, live }: Replacement,
  refused: Failure,
  journal: Journal,
): Promise<LiveMapping> {
  const second = client.secondHalf(SECOND_HALF - FIRST_TRY)
  journal.say(`${refused.sentence} Making the old mapping again.`)
  try {
    const restored = await second.create(live.kind, live)
    throw failedReplace(refused, `${refused.sentence} The old mapping was made again, as ${named(restored)}.`, restored)
  } catch (thrown) {
    if (thrown instanceof InformedFailure) throw thrown
    const again = asFailure(thrown)
    // The lost first POST may have been carried out after all, and then stands in the way of the old mapping.
    const made = again.reason === 'conflict' ? await second.findEqual(kind, wanted).catch(() => undefined) : undefined
    if (made !== undefined) return made
    const inputs = restoringInputs(live).join('\n')
    throw failedReplace(
      refused,
      `THE MAPPING IS GONE: ${named(live)} was deleted, and neither the new nor the old one could be made. To make the old one again, run this action with\n${inputs}\nThe new one: ${refused.sentence}\nThe old one: ${again.sentence}`,
      undefined,
    )
  }
}

function mustDeleteFirst({ kind, wanted, live }: Replacement): boolean {
  const meaning = KINDS[kind]
  if (live.kind === kind && !meaning.duplicates && identityKey(meaning, live) === identityKey(meaning, wanted))
    return true
  return new CollisionIndex([live]).find(kind, wanted).length > 0
}

function named(mapping: LiveMapping): string {
  const meaning = KINDS[mapping.kind]
  return `the ${meaning.title} ${mapping.id} (${describe(meaning, mapping)})`
}
