import type { Client } from '../datadog/client.ts'
import type { Reading } from '../datadog/directory/reading.ts'
import { bearable } from '../failure.ts'
import { counted } from '../mappings/counted.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { accountName, dangersOf, permissionCount, powerParts } from '../mappings/power.ts'
import { TO_READ_ACCOUNTS } from '../mappings/reading-permissions.ts'
import { visible } from '../mappings/visible.ts'
import type { ReadFailures } from './export-labels.ts'
import { inParallel } from './in-parallel.ts'

/** What is known of the power that some mappings give, a sentence each. */
export interface AdoptedPower {
  /** Of each account and role, the most dangerous first. */
  readonly known: readonly string[]
  /** What to check: an account or a role that is not there, or that could not be read. */
  readonly doubtful: readonly string[]
  /** What may not be read. */
  readonly unknown: readonly string[]
}

interface Grant {
  readonly text: string
  readonly dangers: readonly string[]
}

/**
 * What mappings that a file adopts let their callers do; each account and role is asked for once, and one that failed before not
 * again.
 * @throws Failure when the step is over.
 */
export async function powerOf(
  client: Client,
  mappings: readonly LiveMapping[],
  failures: ReadFailures,
): Promise<AdoptedPower> {
  const { accounts, roles } = await client.directory()
  const grants: Grant[] = []
  const doubtful: string[] = []
  const forbidden = { account: 0, role: 0 }
  const look = async <T>(
    what: 'account' | 'role',
    [id, uses]: readonly [string, number],
    read: (id: string) => Promise<Reading<T>>,
  ): Promise<T | undefined> => {
    const reading = failures.get(id) ?? (await read(id).catch((thrown) => bearable(thrown, client)))
    const ending = what === 'account' ? actAs(uses) : isGiven(uses)
    if ('sentence' in reading)
      doubtful.push(`${reading.sentence} Its permissions are unknown. It is the ${what} that ${ending}`)
    else if (reading.status === 'missing') doubtful.push(`There is no ${what} ${id}, which ${ending}`)
    else if (reading.status === 'forbidden') forbidden[what]++
    else return reading.value
    return undefined
  }
  await inParallel([...countBy(mappings, ({ accountUuid }) => accountUuid)], async ([uuid, uses]) => {
    const account = await look('account', [uuid, uses], (id) => accounts.byUuid(id))
    if (account === undefined) return
    const parts = powerParts(account).map(({ text }) => visible(text))
    const text = `${visible(accountName(account))} (${parts.join(', ')}) is the account that ${actAs(uses)}`
    grants.push({ text, dangers: dangersOf(account) })
  })
  await inParallel([...countBy(mappings, ({ roleId }) => roleId)], async ([id, uses]) => {
    const role = await look('role', [id, uses], (one) => roles.byId(one))
    if (role === undefined) return
    const { name, permissions } = role
    const dangers = dangersOf({ roles: [role], permissions })
    const dangerous = dangers.length === 0 ? '' : `, among them ${dangers.map(visible).join(', ')}`
    const text = `${visible(name)} (${permissionCount(permissions)}${dangerous}) is the role that ${isGiven(uses)}`
    grants.push({ text, dangers })
  })
  const order = (a: Grant, b: Grant) => b.dangers.length - a.dangers.length || (a.text < b.text ? -1 : 1)
  return {
    known: grants.sort(order).map(({ text }) => text),
    doubtful: doubtful.sort(),
    unknown: unknownText(forbidden),
  }
}

function countBy(
  mappings: readonly LiveMapping[],
  key: (mapping: LiveMapping) => string | undefined,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const mapping of mappings) {
    const one = key(mapping)
    if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return counts
}

function actAs(uses: number): string {
  return uses === 1 ? '1 of these mappings acts as.' : `${uses} of these mappings act as.`
}

function isGiven(uses: number): string {
  return uses === 1 ? '1 of these mappings gives.' : `${uses} of these mappings give.`
}

function unknownText(forbidden: Readonly<Record<'account' | 'role', number>>): string[] {
  const counts = (['account', 'role'] as const).flatMap((what) =>
    forbidden[what] === 0 ? [] : [counted(forbidden[what], what)],
  )
  if (counts.length === 0) return []
  return [`Could not read the permissions of ${counts.join(' and ')}: that needs ${TO_READ_ACCOUNTS}.`]
}
