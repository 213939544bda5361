import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { identityKey, KINDS } from '../mappings/kinds.ts'
import type { KindName, LiveMapping } from '../mappings/mapping.ts'
import { obstacles } from '../mappings/plan/collisions.ts'
import type { Wanted } from '../mappings/plan/plan.ts'

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
      `${conflict.sentence} Could not look up which mapping is in the way. ${thrown.sentence}`,
      { cause: thrown },
    )
  }
}
