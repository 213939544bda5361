import type { Client } from '../datadog/client.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { accountName, dangersOf, powerParts } from '../mappings/power.ts'
import { visible } from '../mappings/visible.ts'
import { inParallel } from './live-state.ts'

interface Grant {
  readonly text: string
  readonly dangers: readonly string[]
}

/**
 * What mappings that a file adopts let their callers do, a sentence for each account and role, the most dangerous first; each is
 * asked for once. What may not be read is said to be unknown.
 * @throws Failure
 */
export async function powerOf(client: Client, mappings: readonly LiveMapping[]): Promise<string[]> {
  const { accounts, roles } = await client.directory()
  const grants: Grant[] = []
  const unknown = { accounts: 0, roles: 0 }
  const byAccount = countBy(mappings, ({ accountUuid }) => accountUuid)
  await inParallel([...byAccount], async ([uuid, uses]) => {
    const reading = await accounts.byUuid(uuid)
    if (reading.status === 'forbidden') unknown.accounts++
    else if (reading.status === 'missing')
      grants.push({ text: `There is no account ${uuid}, which ${actAs(uses)}`, dangers: [] })
    else {
      const account = reading.value
      const parts = powerParts(account).map(({ text }) => visible(text))
      const text = `${visible(accountName(account))} (${parts.join(', ')}) is the account that ${actAs(uses)}`
      grants.push({ text, dangers: dangersOf(account) })
    }
  })
  const byRole = countBy(mappings, ({ roleId }) => roleId)
  await inParallel([...byRole], async ([id, uses]) => {
    const reading = await roles.byId(id)
    if (reading.status === 'forbidden') unknown.roles++
    else if (reading.status === 'missing')
      grants.push({ text: `There is no role ${id}, which ${isGiven(uses)}`, dangers: [] })
    else {
      const { name, permissions } = reading.value
      const dangers = dangersOf({ roles: [reading.value], permissions })
      const dangerous = dangers.length === 0 ? '' : `, among them ${dangers.map(visible).join(', ')}`
      const size = count(permissions.length, 'permission') || 'no permissions'
      grants.push({ text: `${visible(name)} (${size}${dangerous}) is the role that ${isGiven(uses)}`, dangers })
    }
  })
  const order = (a: Grant, b: Grant) => b.dangers.length - a.dangers.length || (a.text < b.text ? -1 : 1)
  return [...grants.sort(order).map(({ text }) => text), ...unknownText(unknown)]
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

function unknownText({ accounts, roles }: { readonly accounts: number; readonly roles: number }): string[] {
  const counts = [count(accounts, 'account'), count(roles, 'role')].filter((text) => text !== '')
  if (counts.length === 0) return []
  return [`What ${counts.join(' and ')} may do is not known: that needs the permission user_access_read.`]
}

function count(number: number, what: string): string {
  return number === 0 ? '' : `${number} ${what}${number === 1 ? '' : 's'}`
}
