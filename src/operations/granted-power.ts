import type { Client } from '../datadog/client.ts'
import type { Reading } from '../datadog/directory/reading.ts'
import { KINDS } from '../mappings/kinds.ts'
import { type Change, liveOf, type Wanted, wantedOf } from '../mappings/plan/plan.ts'
import { TO_READ_ACCOUNTS } from '../mappings/reading-permissions.ts'
import { inParallel } from './in-parallel.ts'
import type { Power } from './outcome.ts'

/** What accounts and roles may do: by account identifier and by UUID of an account, by id of a role. */
export type Powers = ReadonlyMap<string, Power>

/**
 * Looks up what the changes of a plan grant and take: each account and each role once. Of what does not change only with
 * `unchanged`; of what is blocked nothing.
 * @throws Failure, not when they may not be read.
 */
export async function readPowers(
  client: Client,
  changes: readonly Change[],
  { unchanged }: { readonly unchanged: boolean },
): Promise<Powers> {
  const identifiers = new Set<string>()
  const uuids = new Set<string>()
  const roleIds = new Set<string>()
  for (const change of changes) {
    if (change.action === 'blocked' || (change.action === 'unchanged' && !unchanged)) continue
    for (const live of liveOf(change)) if (live.accountUuid !== undefined) uuids.add(live.accountUuid)
    const all = [...liveOf(change), ...wantedOf(change).map(({ attributes }) => attributes)]
    for (const { roleId } of all) if (roleId !== undefined) roleIds.add(roleId)
    if (change.action === 'unchanged') continue
    for (const { kind, attributes } of wantedOf(change))
      if (KINDS[kind].persona && attributes.accountIdentifier !== undefined)
        identifiers.add(attributes.accountIdentifier)
  }
  const powers = new Map<string, Power>()
  if (identifiers.size + uuids.size + roleIds.size === 0) return powers
  const { accounts, roles } = await client.directory()
  const reads: readonly [string, () => Promise<Reading<Power>>, string][] = [
    ...[...identifiers].map((text) => [text, () => accounts.find(text), NO_ACCOUNT] as const),
    ...[...uuids].map((uuid) => [uuid, () => accounts.byUuid(uuid), NO_ACCOUNT] as const),
    ...[...roleIds].map((id) => [id, () => roles.byId(id), 'there is no such role'] as const),
  ].map(([key, read, missing]) => [key, read, missing])
  await inParallel(reads, async ([key, read, missing]) => {
    const reading = await read()
    if (reading.status === 'found') powers.set(key, reading.value)
    else
      powers.set(key, reading.status === 'missing' ? { unknown: missing, isMissing: true } : { unknown: NO_PERMISSION })
  })
  return powers
}

const NO_ACCOUNT = 'there is no such account'

/** Why something of the directory is not known, without a full stop. */
export const NO_PERMISSION = `that needs ${TO_READ_ACCOUNTS}`

/** The changes with the accounts that were looked up for them, so that a digest covers who is meant and not only the name. */
export function withAccounts<C extends Change>(changes: readonly C[], powers: Powers): C[] {
  return changes.map((change) => {
    switch (change.action) {
      case 'create':
        return { ...change, wanted: resolved(change.wanted, powers) }
      case 'replace':
        return { ...change, wanted: change.wanted.map((wanted) => resolved(wanted, powers)) }
      default:
        return change
    }
  })
}

function resolved(wanted: Wanted, powers: Powers): Wanted {
  const account = powers.get(wanted.attributes.accountIdentifier ?? '')
  return account !== undefined && 'uuid' in account ? { ...wanted, accountUuid: account.uuid } : wanted
}
