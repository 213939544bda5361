import type { Client } from '../datadog/client.ts'
import { KINDS, sameAccount } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { pairs, type Wanted } from '../mappings/plan.ts'
import { inParallel } from './parallel.ts'

/** Tells whether a live mapping acts as the wanted account; undefined when that may not be asked. */
export type AccountVerdicts = (wanted: Wanted, live: LiveMapping) => boolean | undefined

/**
 * Asks Datadog for the accounts of all pairs that cannot be compared as they are, because one names an email and the other a
 * handle; each account is asked for once.
 * @throws Failure
 */
export async function judgeAccounts(
  client: Client,
  wanted: readonly Wanted[],
  live: readonly LiveMapping[],
): Promise<AccountVerdicts> {
  const verdicts = new Map<LiveMapping, boolean | undefined>()
  const open = pairs(wanted, live).flatMap(([one, mapping]) =>
    mapping !== undefined && sameAccount(KINDS[one.kind], one.attributes, mapping) === undefined
      ? [{ one, mapping }]
      : [],
  )
  await inParallel(open, async ({ one, mapping }) => {
    verdicts.set(mapping, await client.isSameAccount(one.kind, one.attributes, mapping))
  })
  return (one, mapping) => sameAccount(KINDS[one.kind], one.attributes, mapping) ?? verdicts.get(mapping)
}
