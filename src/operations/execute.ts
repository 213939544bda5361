import { asFailure } from '../failure.ts'
import { named } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Create, Delete, Replace, Unchanged, Update } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { createWanted } from './create-wanted.ts'
import { InformedFailure } from './outcome.ts'
import { replace } from './replacement.ts'
import { otherAccount, retold } from './replacement-failures.ts'

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
      return [await create(change, context)]
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

// As long as the runner leaves a step after a cancellation, with a margin.
const REMOVAL = 7_000

// The permissions of another account than the reviewed one are not the reviewed ones.
async function create({ wanted }: Create, { client }: Context): Promise<LiveMapping> {
  const mapping = await createWanted(client, wanted)
  const { accountUuid } = wanted
  if (accountUuid === undefined || mapping.accountUuid === undefined) return mapping
  if (mapping.accountUuid.toLowerCase() === accountUuid.toLowerCase()) return mapping
  const failure = otherAccount(mapping, accountUuid)
  const end = await removeAgain(client, mapping)
  throw new InformedFailure(retold(failure, `${failure.sentence} ${end.text}`), { mapping, changed: end.changed })
}

async function removeAgain(
  client: Context['client'],
  mapping: LiveMapping,
): Promise<{ readonly text: string; readonly changed: boolean | 'unknown' }> {
  const it = named(mapping)
  if (!client.isOwn(mapping))
    return { text: `It was not removed, because another run may have created it: ${it}.`, changed: 'unknown' }
  try {
    await client.secondHalf(REMOVAL).delete(mapping.kind, mapping.id)
    return { text: `The new mapping was removed again: ${it}.`, changed: false }
  } catch (thrown) {
    return { text: `The new mapping could not be removed: ${it}. ${asFailure(thrown).sentence}`, changed: true }
  }
}

async function update({ wanted, live }: Update, { client }: Context): Promise<LiveMapping> {
  const mapping = await client.update(wanted.kind, live.id, wanted.attributes)
  return mapping ?? client.create(wanted.kind, wanted.attributes)
}
