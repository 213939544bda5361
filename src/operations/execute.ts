import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Change } from '../mappings/plan/plan.ts'
import type { Journal } from './context.ts'
import { replace } from './replacement.ts'

/**
 * Carries out one change of a plan; the mapping that exists afterwards, or undefined when none does.
 * @throws Failure
 */
export async function execute(client: Client, change: Change, journal: Journal): Promise<LiveMapping | undefined> {
  const { action, kind, wanted = {}, live } = change
  switch (action) {
    case 'create':
      return client.create(kind, wanted)
    case 'unchanged':
      return live
    case 'conflict':
      throw new Failure('conflict', change.notes.join(' '))
    case 'replace':
      return live === undefined ? client.create(kind, wanted) : replaced(client, change, live, journal)
    case 'update':
      return live === undefined ? client.create(kind, wanted) : await updated(client, change, live)
    case 'delete':
      // Gone already is what was wanted.
      if (live !== undefined) await client.delete(live.kind, live.id)
      return undefined
  }
}

async function replaced(
  client: Client,
  { kind, wanted = {} }: Change,
  live: LiveMapping,
  journal: Journal,
): Promise<LiveMapping | undefined> {
  const { mappings } = await replace({ wanted: [{ kind, attributes: wanted }], live: [live] }, { client, journal })
  return mappings[0]
}

async function updated(client: Client, { kind, wanted = {} }: Change, live: LiveMapping): Promise<LiveMapping> {
  const mapping = await client.update(kind, live.id, wanted)
  return mapping ?? client.create(kind, wanted)
}
