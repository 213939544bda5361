import type { LiveMapping } from '../mappings/mapping.ts'
import type { Create, Delete, Replace, Update } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { type Created, createOne } from './create.ts'
import { replace } from './replacement.ts'

/** A change that can be carried out. */
export type Executable = Create | Update | Replace | Delete

/** What became of a change: the mappings that exist now in its place, and who made the change. */
export interface Executed {
  readonly mappings: readonly LiveMapping[]
  readonly by: Created['by']
}

/**
 * Carries out one change of a plan.
 * @throws Failure
 */
export async function execute(change: Executable, context: Context): Promise<Executed> {
  const { client, journal } = context
  switch (change.action) {
    case 'create':
      return created(change, context)
    case 'replace': {
      const { mappings, changed } = await replace(change, context)
      return { mappings, by: changed ? 'this step' : 'another run' }
    }
    case 'update': {
      const { kind, attributes } = change.wanted
      const mapping = await client.update(kind, change.live.id, attributes)
      return mapping === undefined ? created(change, context) : { mappings: [mapping], by: 'this step' }
    }
    case 'delete': {
      await journal.keep(change.live)
      const isDeleted = await client.delete(change.live.kind, change.live.id)
      return { mappings: [], by: isDeleted ? 'this step' : 'another run' }
    }
  }
}

async function created({ wanted }: Create | Update, { client }: Context): Promise<Executed> {
  const { mapping, by } = await createOne(client, wanted)
  return { mappings: [mapping], by }
}
