import { OFFSET_TIME, ZULU_TIME } from './directory-times.ts'
import { jsonApi, type Reply } from './exchange.ts'
import type { JsonObject } from './json.ts'
import type { Store } from './store.ts'
import { uuidOf } from './uuid.ts'

/** Something that a role may allow. */
export interface Permission {
  id: string
  name: string
  displayName: string
  description: string
  groupName: string
  displayType: 'read' | 'write' | 'other'
  restricted: boolean
  aliases: readonly string[]
  /** Whether `/api/v2/permissions` names it; some that roles hold are not named there. */
  listed: boolean
}

/** The permissions that the organization knows, in their order. */
export interface Permissions {
  all(): Permission[]
  /** The permission of a name, made when there is none yet. */
  ensure(name: string): Permission
  /** Adds a permission or changes the one of that name. */
  put(given: Partial<Permission> & { name: string }): void
}

const GROUPS: Record<string, readonly string[]> = {
  General: ['admin', 'standard'],
  'Log Management': ['logs_live_tail', 'logs_read_data'],
  Dashboards: ['dashboards_read', 'dashboards_write'],
  Monitors: ['monitors_read', 'monitors_write', 'monitors_downtime'],
  Metrics: ['metrics_read'],
  'Access Management': [
    ...['user_access_invite', 'user_access_manage', 'user_access_read', 'service_account_read'],
    ...['service_account_write', 'org_management', 'cloud_auth_config_read', 'cloud_auth_config_write'],
    ...['workload_identity_federation_read', 'workload_identity_federation_write'],
  ],
  'API and Application Keys': [
    ...['user_app_keys', 'org_app_keys_read', 'org_app_keys_write', 'api_keys_read', 'api_keys_write'],
    'api_keys_delete',
  ],
  Integrations: ['integrations_read', 'manage_integrations'],
  Teams: ['teams_read', 'teams_manage'],
}

/** The pair that was listed no more when the second pair had taken its place. */
const UNLISTED = /^cloud_auth_config_/

const titleOf = (name: string): string =>
  name
    .split('_')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ')

const typeOf = (name: string): Permission['displayType'] => {
  if (/_(read|read_data|tail)$/.test(name)) return 'read'
  return /_(write|manage|delete|invite|management|downtime|app_keys)$|^manage_/.test(name) ? 'write' : 'other'
}

const permissionNamed = (name: string): Permission => ({
  id: uuidOf(`permission ${name}`),
  name,
  displayName: titleOf(name),
  description: `Allows what "${titleOf(name)}" says.`,
  groupName: Object.entries(GROUPS).find(([, names]) => names.includes(name))?.[0] ?? 'General',
  displayType: typeOf(name),
  restricted: ['dashboards_read', 'monitors_read'].includes(name),
  aliases: [],
  listed: !UNLISTED.test(name),
})

/** The permissions of an organization to which nothing was added. */
export function createPermissions(): Permissions {
  const names = Object.values(GROUPS).flat()
  const byName = new Map<string, Permission>(names.map((name) => [name, permissionNamed(name)]))
  const ensure = (name: string): Permission => {
    const known = byName.get(name) ?? permissionNamed(name)
    byName.set(name, known)
    return known
  }
  return {
    all: () => [...byName.values()],
    ensure,
    put: (given) => byName.set(given.name, { ...ensure(given.name), ...given }),
  }
}

/** A permission among what another answer includes. */
export const includedPermission = (permission: Permission): JsonObject => ({
  type: 'permissions',
  id: permission.id,
  attributes: {
    name: permission.name,
    display_name: permission.displayName,
    description: permission.description,
    created: OFFSET_TIME,
    group_name: permission.groupName,
    display_type: permission.displayType,
    restricted: permission.restricted,
  },
})

const permissionWire = (permission: Permission): JsonObject => ({
  id: permission.id,
  type: 'permissions',
  attributes: {
    created: ZULU_TIME,
    description: permission.description,
    display_name: permission.displayName,
    display_type: permission.displayType,
    group_name: permission.groupName,
    name: permission.name,
    name_aliases: permission.aliases,
    restricted: permission.restricted,
  },
})

/** An answer that lists permissions. */
export const answerWithPermissions = (permissions: readonly Permission[]): Reply =>
  jsonApi(200, { data: permissions.map(permissionWire) })

/** Answers `GET /api/v2/permissions`. */
export const answerPermissions = (store: Store): Reply =>
  answerWithPermissions(store.permissions.all().filter(({ listed }) => listed))
