import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { disagreements, type Expectations } from '../mappings/file/disagreements.ts'
import type { FileMapping } from '../mappings/file/mappings-file.ts'
import { Mistakes } from '../mappings/file/mistakes.ts'
import { type Change, type Wanted, wantedOf } from '../mappings/plan/plan.ts'
import type { Powers } from './granted-power.ts'
import { inParallel } from './in-parallel.ts'
import { type Desired, filesText } from './request.ts'

/**
 * Makes sure that what entries of the file say of their accounts, roles and teams is what Datadog says, as far as that is known from
 * the live mappings that they stand for, or from what was looked up of what they create and change. A team has no power, so it is
 * looked up here, when an entry says what it is called.
 * @throws Failure `invalid-input` that names all that differ.
 */
export async function requireAgreement(
  client: Client,
  { paths, mappings }: Desired,
  changes: readonly Change[],
  powers: Powers = new Map(),
): Promise<void> {
  if (!mappings.some(({ expected }) => expected !== undefined)) return
  const entries = new Map<Wanted, FileMapping>(mappings.map((mapping) => [mapping, mapping]))
  const told = changes.flatMap((change) =>
    wantedOf(change).flatMap((wanted) => {
      const { expected, place } = entries.get(wanted) ?? {}
      return expected === undefined ? [] : [{ change, wanted, expected, place }]
    }),
  )
  const teams = await teamNames(
    client,
    told.flatMap(({ change, wanted, expected }) =>
      change.action === 'unchanged' || expected.teamName === undefined ? [] : (wanted.attributes.teamId ?? []),
    ),
  )
  const mistakes = new Mistakes()
  for (const { change, wanted, expected, place } of told) {
    const found = change.action === 'unchanged' ? change.live : foundOf(wanted, powers, teams)
    for (const text of disagreements(expected, found)) mistakes.add(() => `${place}: ${text}`)
  }
  if (mistakes.count === 0) return
  throw new Failure(
    'invalid-input',
    `${filesText(paths)} ${paths.length === 1 ? 'does' : 'do'} not agree with Datadog.\n${mistakes.lines().join('\n')}`,
    { advice: '' },
  )
}

async function teamNames(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  if (ids.length === 0) return names
  const { teams } = await client.directory()
  await inParallel([...new Set(ids)], async (id) => {
    const team = await teams.byId(id)
    if (team.status === 'found') names.set(id, team.value.name)
  })
  return names
}

function foundOf({ attributes }: Wanted, powers: Powers, teams: ReadonlyMap<string, string>): Expectations {
  const { accountIdentifier = '', roleId = '', teamId = '' } = attributes
  const [account, role, teamName] = [powers.get(accountIdentifier), powers.get(roleId), teams.get(teamId)]
  return {
    ...(account !== undefined && 'uuid' in account && { accountUuid: account.uuid }),
    ...(role !== undefined && 'name' in role && role.name !== undefined && { roleName: role.name }),
    ...(teamName !== undefined && { teamName }),
  }
}
