import type { Client } from '../datadog/client.ts'
import { Failure, ifUnknown } from '../failure.ts'
import { accountName } from '../mappings/power.ts'

// A message that names more is not read.
const MOST_NAMED = 20

/**
 * Explains a 403 on a new persona mapping: Datadog only lets a caller map an account that has a permission, and none that the
 * caller lacks. The failure stays as it is when that cannot be looked up, or is not why.
 */
export async function explainRefusedAccount(
  client: Client,
  accountIdentifier: string,
  failure: Failure,
): Promise<Failure> {
  const why =
    client.stopped() === undefined ? await whyNotMapped(client, accountIdentifier).catch(ifUnknown) : undefined
  if (why === undefined) return failure
  return new Failure(failure.reason, `${failure.sentence} ${why.text}`, {
    advice: why.advice ?? failure.advice,
    cause: failure,
  })
}

/**
 * Why Datadog would not let the caller map an account, and what to do about it; undefined when nothing known speaks against it.
 * @throws Failure
 */
export async function whyNotMapped(
  client: Client,
  accountIdentifier: string,
): Promise<{ readonly text: string; readonly advice?: string } | undefined> {
  const { accounts, organization } = await client.directory()
  const [target, caller] = await Promise.all([accounts.find(accountIdentifier), organization.currentUser()])
  if (target.status !== 'found') return undefined
  const name = accountName(target.value)
  if (target.value.permissions.length === 0 && !target.value.isPartial)
    return {
      text: `${name} has no permission, and Datadog does not map such an account.`,
      advice: 'Give the account a role first.',
    }
  // A caller that may create mappings has permissions; an answer without any does not list them.
  if (caller.status !== 'found' || caller.value.isPartial || caller.value.permissions.length === 0) return undefined
  const own = new Set(caller.value.permissions)
  const lacking = target.value.permissions.filter((permission) => !own.has(permission))
  if (lacking.length === 0) return undefined
  const list = lacking.slice(0, MOST_NAMED).join(', ')
  const rest = lacking.length > MOST_NAMED ? ` and ${lacking.length - MOST_NAMED} more` : ''
  return { text: `${name} has permissions that the caller lacks: ${list}${rest}.` }
}
