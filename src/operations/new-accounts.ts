import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import type { Journal } from './context.ts'

/** The UUIDs of the accounts of new mappings, by account identifier; what may not be looked up is not there. */
export type NewAccounts = ReadonlyMap<string, string>

/**
 * Looks up the accounts of new mappings before anything is removed for them: a new mapping that Datadog refuses would leave a gap.
 * Without permission to look, says so and goes on.
 * @throws Failure `not-found` for an account that does not exist, `invalid-input` for one that is disabled.
 */
export async function requireAccounts(
  client: Client,
  wanted: readonly Wanted[],
  purpose: string,
  journal: Pick<Journal, 'say'>,
): Promise<NewAccounts> {
  const identifiers = wanted.flatMap(({ kind, attributes: { accountIdentifier } }) =>
    KINDS[kind].persona && accountIdentifier !== undefined ? [accountIdentifier] : [],
  )
  const uuids = new Map<string, string>()
  await Promise.all(
    [...new Set(identifiers)].map(async (identifier) => {
      const found = await client.findAccount(identifier)
      if (found.status === 'forbidden') {
        journal.say(
          `Could not check whether the account ${identifier} exists and is enabled: that needs the permission user_access_read. Going on without.`,
        )
      } else if (found.status === 'missing') {
        throw new Failure(
          'not-found',
          `Could not ${purpose}: no Datadog account has the email, handle or UUID ${identifier}. Nothing was changed.`,
          { advice: 'Correct account-identifier.' },
        )
      } else if (found.value.disabled) {
        throw new Failure(
          'invalid-input',
          `Could not ${purpose}: the Datadog account ${identifier} is disabled. Nothing was changed.`,
          { advice: 'Enable the account, or give another one as account-identifier.' },
        )
      } else uuids.set(identifier, found.value.uuid)
    }),
  )
  return uuids
}
