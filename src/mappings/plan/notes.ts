import { describe, KINDS, named, shareAccount } from '../kinds.ts'
import type { LiveMapping, MappingAttributes } from '../mapping.ts'
import { TO_READ_ACCOUNTS } from '../reading-permissions.ts'
import type { OfKind } from './collisions.ts'
import type { Note, Wanted } from './plan.ts'

/** Why a live mapping excludes a wanted one of another kind. */
export function exclusion(live: LiveMapping): string {
  return `It has the same pattern as ${named(live)}, and Datadog allows one mapping per pattern. Delete that one first if it is not needed.`
}

/** Why it is not known whether a live mapping acts as the wanted account, and which spelling settles it. */
export function unknownAccount(wanted: MappingAttributes, live: LiveMapping): string {
  const account = live.accountIdentifier ?? live.accountUuid
  return `Could not determine whether ${wanted.accountIdentifier} is ${account}: that needs ${TO_READ_ACCOUNTS}. If it is, set account-identifier to ${account}.`
}

/** What is worth knowing about a mapping, live or wanted too, that overlaps with a wanted one. */
export function overlapNote(wanted: Wanted, other: OfKind | LiveMapping): Note {
  const relation = wanted.kind.startsWith('github-') ? 'has the same claims as' : 'overlaps with'
  const meaning = KINDS[other.kind]
  const what = 'id' in other ? named(other) : `the ${meaning.title} ${describe(meaning, other)}`
  const text = `${KINDS[wanted.kind].principal(wanted.attributes)} ${relation} ${what}. Datadog does not document whether it refuses that.`
  return { code: 'overlap', text }
}

/** What is worth knowing about another live mapping of the same attribute, which stays. */
export function addsTo(live: LiveMapping): Note {
  return {
    code: 'adds-to',
    text: `${KINDS.authn.principal(live)} already gives ${KINDS.authn.target(live)} (${live.id}). With this change it gives both.`,
  }
}

/** What is worth knowing about a second live mapping of a wanted identity, which is removed or stays beside the one that is compared. */
export function duplicateNote(duplicate: LiveMapping, kept: LiveMapping, isRemoved: boolean): Note {
  const text = `${describe(KINDS[duplicate.kind], duplicate)} is live a second time, as ${duplicate.id}.`
  if (isRemoved) return { code: 'duplicate', text: `${text} The plan removes it.` }
  return {
    code: 'duplicate',
    text: `${text}${doubtOf(duplicate, kept)} It stays: prune deletes duplicates that are in the scope.`,
  }
}

/** What is open when a second live mapping of an identity has another account: a sentence after a space, or nothing. */
export function doubtOf(duplicate: LiveMapping, kept: LiveMapping): string {
  if (shareAccount(duplicate, kept)) return ''
  return ` ${kept.id} has another account, and Datadog does not document which of the two it uses.`
}
