import type { LiveMapping, MappingAttributes } from '../mapping.ts'
import type { Kind } from './kind.ts'

/** A SAML attribute that gives a role or a team. */
export const authn: Kind = {
  name: 'authn',
  title: 'AuthN mapping',
  identity: ['attributeKey', 'attributeValue'],
  oneOf: ['roleId', 'teamId'],
  persona: false,
  duplicates: true,
  settingsPage: 'mappings',
  principal: (mapping) => `${mapping.attributeKey ?? '?'}=${mapping.attributeValue ?? '?'}`,
  target: roleOrTeam,
}

function roleOrTeam(mapping: MappingAttributes | LiveMapping): string {
  const live: Partial<LiveMapping> = mapping
  if (mapping.roleId !== undefined)
    return `role ${live.roleName ? `${live.roleName} (${mapping.roleId})` : mapping.roleId}`
  if (mapping.teamId !== undefined)
    return `team ${live.teamName ? `${live.teamName} (${mapping.teamId})` : mapping.teamId}`
  return 'no role or team'
}
