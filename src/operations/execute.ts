import { SECOND_HALF } from '../datadog/session.ts'
import { asFailure, mayHaveHappened } from '../failure.ts'
import { named } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Create, Delete, Replace, Update } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { type Created, createOne } from './create.ts'
import { InformedFailure } from './outcome.ts'
import { replace } from './replacement.ts'
import { otherAccount, retold } from './replacement-failures.ts'

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
      return { mappings, by: changed === 'unknown' ? changed : changed ? 'this step' : 'another run' }
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

// The permissions of another account than the reviewed one are not the reviewed ones.
async function created({ wanted }: Create | Update, { client }: Context): Promise<Executed> {
  const { mapping, by } = await createOne(client, wanted)
  const { accountUuid } = wanted
  const isReviewed = mapping.accountUuid?.toLowerCase() === accountUuid?.toLowerCase()
  if (accountUuid === undefined || mapping.accountUuid === undefined || isReviewed) return { mappings: [mapping], by }
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
    await client.secondHalf(SECOND_HALF).delete(mapping.kind, mapping.id)
    return { text: `The new mapping was removed again: ${it}.`, changed: false }
  } catch (thrown) {
    const failure = asFailure(thrown)
    const changed = mayHaveHappened(failure) ? 'unknown' : true
    return { text: `The new mapping could not be removed: ${it}. ${failure.sentence}`, changed }
  }
}
