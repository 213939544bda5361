import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { overlap } from '../mappings/arn/arn-overlap.ts'
import { identityKey, KINDS } from '../mappings/kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import type { Wanted } from '../mappings/plan/plan.ts'

/** Whether two mappings cannot exist at once as far as is known: they have one identity, within a kind or across persona and intake. */
export function excludes(wanted: Wanted, live: MappingAttributes & { readonly kind: KindName }): boolean {
  const meaning = KINDS[wanted.kind]
  if (meaning.duplicates || (live.kind !== wanted.kind && live.kind !== meaning.sibling)) return false
  return identityKey(meaning, wanted.attributes) === identityKey(meaning, live)
}

/** Whether a live mapping has exactly the identity of a wanted one. */
export function isSameIdentity({ kind, attributes }: Wanted, live: LiveMapping): boolean {
  return live.kind === kind && identityKey(KINDS[kind], live) === identityKey(KINDS[kind], attributes)
}

/** Whether a server could refuse a wanted mapping because of a live one: they exclude each other, or their patterns overlap. */
export function collides(wanted: Wanted, live: LiveMapping): boolean {
  if (excludes(wanted, live)) return true
  const { arnPattern } = wanted.attributes
  if (arnPattern === undefined || live.arnPattern === undefined) return false
  return overlap(live.arnPattern, arnPattern) !== 'disjoint'
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
    const same = live.find((mapping) => excludes(wanted, mapping))
    if (same !== undefined) return same
    overlapping ??= live.find((mapping) => collides(wanted, mapping))
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
      `${conflict.sentence} Could not look up which mapping is in the way. ${thrown.sentence}`,
      { cause: thrown },
    )
  }
}
