import type { Client } from '../datadog/client.ts'
import type { Directory } from '../datadog/directory/directory.ts'
import type { Reading } from '../datadog/directory/reading.ts'
import { Failure } from '../failure.ts'
import { isUuid } from '../mappings/checked.ts'
import type { Label, Labels } from '../mappings/file/live-entry.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { inParallel } from './live-state.ts'
import type { Names } from './names.ts'
import { isAccountName } from './request.ts'

/**
 * What the roles, teams and service accounts of some mappings are called, as far as that may be read.
 * @throws Failure
 */
export async function labelsOf(client: Client, names: Names, mappings: readonly LiveMapping[]): Promise<Labels> {
  const directory = await client.directory()
  const isUsed = (attribute: 'roleId' | 'teamId') => mappings.some((mapping) => mapping[attribute] !== undefined)
  const [roles, teams, accounts] = await Promise.all([
    isUsed('roleId') ? directory.roles.all() : undefined,
    isUsed('teamId') ? directory.teams.all() : undefined,
    accountLabels(directory, names, mappings),
  ])
  return { roles: labelsIn(roles), teams: labelsIn(teams), accounts }
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
  { accounts }: Directory,
  names: Names,
  mappings: readonly LiveMapping[],
): Promise<Map<string, Label>> {
  const labels = new Map<string, Label>()
  // A person is known by an email, which is better than a name.
  const uuids = mappings.flatMap(({ accountIdentifier: identifier, accountUuid: uuid }) =>
    uuid !== undefined && (identifier === undefined || isUuid(identifier)) ? [uuid] : [],
  )
  await inParallel([...new Set(uuids)], async (uuid) => {
    const account = await accounts.byUuid(uuid)
    if (account.status !== 'found' || account.value.name === undefined) return
    const { name } = account.value
    labels.set(uuid, { name, isUnique: isAccountName(name) && (await isOnly(names, name, uuid)) })
  })
  return labels
}

async function isOnly(names: Names, name: string, uuid: string): Promise<boolean> {
  try {
    return (await names.findAccount(name)) === uuid
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.reason === 'ambiguous') return false
    throw thrown
  }
}
