import type { LiveMapping } from '../mappings/mapping.ts'
import type { Create, Delete, Replace, Unchanged, Update } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { replace } from './replacement.ts'

/** A change that can be carried out. */
export type Executable = Create | Update | Replace | Delete | Unchanged

/**
 * Carries out one change of a plan; the mappings that exist afterwards in its place.
 * @throws Failure
 */
export async function execute(change: Executable, context: Context): Promise<readonly LiveMapping[]> {
  const { client, journal } = context
  switch (change.action) {
    case 'create':
      return [await client.create(change.wanted.kind, change.wanted.attributes)]
    case 'unchanged':
      return [change.live]
    case 'replace':
      return (await replace(change, context)).mappings
    case 'update':
      return [await update(change, context)]
    case 'delete':
      await journal.keep(change.live)
      // Gone already is what was wanted.
      await client.delete(change.live.kind, change.live.id)
      return []
  }
}

async function update({ wanted, live }: Update, { client }: Context): Promise<LiveMapping> {
  const mapping = await client.update(wanted.kind, live.id, wanted.attributes)
  return mapping ?? client.create(wanted.kind, wanted.attributes)
}
