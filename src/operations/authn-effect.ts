import type { Client } from '../datadog/client.ts'
import { ifUnknown } from '../failure.ts'
import type { MappingAttributes } from '../mappings/mapping.ts'

/** Why new AuthN mappings would have no effect, a sentence each; what is not known, or may not be read, is left out. */
export interface NoEffect {
  readonly ofAny: readonly string[]
  /** In addition, of those that give a team. */
  readonly ofTeams: readonly string[]
}

/** Reads the settings of the organization that decide whether new AuthN mappings have an effect; each once. */
export async function readNoEffect(client: Client, wanted: readonly MappingAttributes[]): Promise<NoEffect> {
  if (wanted.length === 0) return { ofAny: [], ofTeams: [] }
  const { enforced, teamsAreManual } = await readSettings(client, {
    teams: wanted.some(({ teamId }) => teamId !== undefined),
  })
  return {
    ofAny:
      enforced === false
        ? ['The organization does not enforce AuthN mappings, so this one has no effect until it does.']
        : [],
    ofTeams: teamsAreManual
      ? [
          'The organization adds members to teams only manually, so this mapping has no effect until teams take their members from SAML.',
        ]
      : [],
  }
}

/** Reads whether the organization enforces AuthN mappings, undefined when that is not known, and whether it adds members to teams only manually. */
export async function readSettings(
  client: Client,
  { teams }: { readonly teams: boolean },
): Promise<{ readonly enforced: boolean | undefined; readonly teamsAreManual: boolean }> {
  const { organization } = await client.directory()
  const [enforced, sources] = await Promise.all([
    readEnforcement(client),
    teams ? organization.teamSources().catch(ifUnknown) : undefined,
  ])
  return { enforced, teamsAreManual: sources === 'manually' }
}

/** Whether the organization enforces its AuthN mappings; undefined when that is not known. */
export async function readEnforcement(client: Client): Promise<boolean | undefined> {
  const { organization } = await client.directory()
  return organization.enforcesMappings().catch(ifUnknown)
}

/** The sentences about one new mapping. */
export function noEffectOf({ ofAny, ofTeams }: NoEffect, { teamId }: MappingAttributes): readonly string[] {
  return teamId === undefined ? ofAny : [...ofTeams, ...ofAny]
}
