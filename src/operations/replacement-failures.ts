import { Failure } from '../failure.ts'
import { describe, KINDS, named } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { restoringInputs } from '../mappings/mapping-json.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { InformedFailure, type Known } from './outcome.ts'
import type { LeftOver, Recreated } from './replacement-undo.ts'

/** An old mapping that may still be there. */
export interface NotDeleted {
  readonly mapping: LiveMapping
  readonly failure: Failure
  /** Whether Datadog may have deleted it, or may still do so. */
  readonly isUnsure: boolean
  /** Whether it was read, and there, after the DELETE. */
  readonly isRead: boolean
}

/** What a replacement that was given up left. */
export interface Remains extends Pick<Recreated, 'restored' | 'taken'> {
  readonly leftOver: readonly LeftOver[]
  readonly gone: readonly LiveMapping[]
  readonly left: readonly NotDeleted[]
  /** What was wanted, and may have been created although it was not seen. */
  readonly unseen: readonly Wanted[]
}

/** Some mappings in a sentence. */
export function listOf(mappings: readonly LiveMapping[]): string {
  return mappings.map(named).join(' and ')
}

/** The same failure with another sentence. */
export function retold({ reason, advice, cause, isUnsettled }: Failure, sentence: string): Failure {
  return new Failure(reason, sentence, { advice, cause, isUnsettled })
}

/** The failure of a new mapping that another live one is in the way of. */
export function heldBy(wanted: Wanted, holder: LiveMapping, cause: Failure): InformedFailure {
  const { title, principal } = KINDS[wanted.kind]
  const sentence = `Could not create the ${title} for ${principal(wanted.attributes)}: ${named(holder)} is in the way.`
  const advice =
    'If another run created it meanwhile, let only one run at a time change a mapping, for example with concurrency: in the workflow.'
  return new InformedFailure(new Failure('conflict', sentence, { advice, cause }), { mapping: holder })
}

/** The failure of a new mapping for which Datadog took another account than the one that was looked up. */
export function otherAccount(mapping: LiveMapping, reviewed: string): Failure {
  return new Failure(
    'guarded',
    `Datadog mapped ${mapping.accountIdentifier} to the account ${mapping.accountUuid}, but the look-up before it found the account ${reviewed}.`,
    { advice: 'Give the email or the UUID of the account as account-identifier.' },
  )
}

/** Why a replacement was given up, and what is left of it. */
export function sentenceOf(refused: Failure, remains: Remains): string {
  return [refused.sentence, ...sentencesOf(remains)].join(' ')
}

function sentencesOf({ leftOver, restored, taken, gone, left, unseen }: Remains): string[] {
  const again = restored.length === 1 ? 'The old mapping was' : 'The old mappings were'
  return [
    ...unseen.map(
      ({ kind, attributes }) =>
        `It is unknown whether Datadog created the ${KINDS[kind].title} for ${describe(KINDS[kind], attributes)}: check with operation: list.`,
    ),
    ...leftOver.map(
      ({ mapping, isUnsure, why }) =>
        `The new mapping ${named(mapping)} ${isUnsure ? 'may still be there' : 'was not removed'}. ${why}`,
    ),
    ...taken.map(
      ({ mapping, holder }) => `Not created again: ${named(mapping)}, because ${named(holder)} is in its place.`,
    ),
    ...gone.map((mapping) => `Someone else deleted ${named(mapping)} meanwhile, so it was not created again.`),
    ...left.filter(({ isUnsure }) => isUnsure).map(unsettled),
    ...(restored.length === 0 ? [] : [`${again} created again, as ${listOf(restored)}.`]),
  ]
}

/** The failure of a replacement that was given up; `mapping-lost` when an old mapping may still go. */
export function undone(
  refused: Failure,
  sentence: string,
  left: readonly NotDeleted[],
  known: Known & { readonly changed: boolean | 'unknown' },
): InformedFailure {
  const unsure = left.filter(({ isUnsure }) => isUnsure)
  const holder = refused instanceof InformedFailure ? refused.known.mapping : undefined
  const all: Known = {
    ...(holder !== undefined && { mapping: holder }),
    ...known,
    changed: known.changed === false && unsure.length > 0 ? 'unknown' : known.changed,
  }
  // A DELETE that Datadog answered with an error, and a mapping that is there afterwards, are no reason for an alarm.
  const pending = unsure.filter(({ failure, isRead }) => !isRead || failure.reason !== 'server-error')
  if (pending.length === 0) return new InformedFailure(retold(refused, sentence), all)
  const inputs = inputsOf(pending.map(({ mapping }) => mapping))
  const text = `THE MAPPING MAY BE GONE. To restore it if it is, run this action with\n${inputs}\n${sentence}`
  return new InformedFailure(new Failure('mapping-lost', text, { advice: '', cause: refused }), all)
}

/** The failure of a replacement whose old mappings were deleted and could not be created again. */
export function lost(
  refused: Failure,
  notRestored: Recreated['notRestored'],
  isUnsure: boolean,
  remains: Remains,
): InformedFailure {
  const { leftOver, left } = remains
  const mappings = notRestored.map(({ mapping }) => mapping)
  const were = mappings.length === 1 ? 'was' : 'were'
  const what = isUnsure
    ? `THE MAPPING MAY BE GONE: ${listOf(mappings)} ${were} deleted, and it is unknown whether the new or the old one was created. Check with operation: list. To restore the old one, run this action with`
    : `THE MAPPING IS GONE: ${listOf(mappings)} ${were} deleted, and ${leftOver.length + left.length === 0 ? 'neither the new nor the old one could be created' : 'it could not be created again'}. To restore the old one, run this action with`
  const sentence = [
    what,
    inputsOf([...mappings, ...left.flatMap(({ isUnsure, mapping }) => (isUnsure ? [mapping] : []))]),
    left.length === 0 ? `The new one: ${refused.sentence}` : refused.sentence,
    ...notRestored.map(({ failure }) => `The old one: ${failure.sentence}`),
    ...sentencesOf(remains),
  ].join('\n')
  const [first] = mappings
  const known = { changed: true, ...(first !== undefined && { mapping: first }) }
  return new InformedFailure(new Failure('mapping-lost', sentence, { advice: '', cause: refused }), known)
}

function unsettled({ mapping, isRead }: NotDeleted): string {
  const seen = isRead ? ' It was still there when it was last read.' : ''
  return `It is unknown whether Datadog deleted ${named(mapping)} or will still delete it.${seen}`
}

function inputsOf(mappings: readonly LiveMapping[]): string {
  return mappings.map((mapping) => restoringInputs(mapping).join('\n')).join('\nand in another step with\n')
}
