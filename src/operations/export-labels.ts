import type { Client } from '../datadog/client.ts'
import type { Account } from '../datadog/directory/accounts.ts'
import type { Reading } from '../datadog/directory/reading.ts'
import type { Failure } from '../failure.ts'
import { bearable } from '../failure.ts'
import { isUuid } from '../mappings/checked.ts'
import type { Label, Labels } from '../mappings/file/live-entry.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { inParallel } from './in-parallel.ts'
import type { Names } from './names.ts'
import { isAccountName } from './request.ts'

/** Why something could not be read, by the UUID of an account, `roles` or `teams`. */
export type ReadFailures = ReadonlyMap<string, Failure>

/**
 * What the roles, teams and service accounts of some mappings are called, as far as that can be read, and what could not be read
 * although it may be.
 * @throws Failure when the step is over.
 */
export async function labelsOf(
  client: Client,
  names: Names,
  mappings: readonly LiveMapping[],
): Promise<{ readonly labels: Labels; readonly failures: ReadFailures }> {
  const directory = await client.directory()
  const failures = new Map<string, Failure>()
  const attempt = async <T>(what: string, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read()
    } catch (thrown) {
      failures.set(what, bearable(thrown, client))
      return undefined
    }
  }
  const isUsed = (attribute: 'roleId' | 'teamId') => mappings.some((mapping) => mapping[attribute] !== undefined)
  const [roles, teams, accounts] = await Promise.all([
    isUsed('roleId') ? attempt('roles', () => directory.roles.all()) : undefined,
    isUsed('teamId') ? attempt('teams', () => directory.teams.all()) : undefined,
    accountLabels(uuidsOf(mappings), {
      read: (uuid) => attempt(uuid, () => directory.accounts.byUuid(uuid)),
      isOnly: (name, uuid) => isOnly(client, names, name, uuid),
    }),
  ])
  return { labels: { roles: labelsIn(roles), teams: labelsIn(teams), accounts }, failures }
}

// A person is known by an email, which is better than a name.
function uuidsOf(mappings: readonly LiveMapping[]): string[] {
  const uuids = mappings.flatMap(({ accountIdentifier: identifier, accountUuid: uuid }) =>
    uuid !== undefined && (identifier === undefined || isUuid(identifier)) ? [uuid] : [],
  )
  return [...new Set(uuids)]
}

interface Called {
  readonly id: string
  readonly name: string
  readonly handle?: string
}

// What may not be read has no labels: the file then gives ids.
function labelsIn(reading: Reading<readonly Called[]> | undefined): Map<string, Label> {
  if (reading?.status !== 'found') return new Map()
  const bearers = new Map<string, Set<string>>()
  for (const { id, name, handle } of reading.value) {
    for (const one of [name, handle]) if (one !== undefined) bearers.set(one, (bearers.get(one) ?? new Set()).add(id))
  }
  return new Map(
    reading.value.map(({ id, name, handle }) => {
      const unique = [name, handle].find((one) => one !== undefined && bearers.get(one)?.size === 1)
      return [id, { name: unique ?? name, isUnique: unique !== undefined }]
    }),
  )
}

async function accountLabels(
  uuids: readonly string[],
  {
    read,
    isOnly,
  }: {
    read(uuid: string): Promise<Reading<Account> | undefined>
    isOnly(name: string, uuid: string): Promise<boolean>
  },
): Promise<Map<string, Label>> {
  const labels = new Map<string, Label>()
  await inParallel(uuids, async (uuid) => {
    const account = await read(uuid)
    if (account?.status !== 'found' || account.value.name === undefined) return
    const { name } = account.value
    labels.set(uuid, { name, isUnique: isAccountName(name) && (await isOnly(name, uuid)) })
  })
  return labels
}

// When that is unknown, the file gets the id instead of the name.
async function isOnly(client: Client, names: Names, name: string, uuid: string): Promise<boolean> {
  try {
    return (await names.findAccount(name)) === uuid
  } catch (thrown) {
    bearable(thrown, client)
    return false
  }
}
