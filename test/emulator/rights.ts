import { jsonApiError, type Reply, stringError } from './exchange.ts'
import { CLOUD_AUTH_KINDS, type Store } from './store.ts'
import type { Resource } from './switches.ts'
import { permissionsOf } from './users.ts'

const FEDERATION = { read: 'workload_identity_federation_read', write: 'workload_identity_federation_write' }
const PEOPLE = { read: 'user_access_read', write: 'user_access_manage' }
const TEAMS = { read: 'teams_read', write: 'teams_manage' }
const ORG = { read: 'org_management', write: 'org_management' }

/** The permissions that the `permissions` switch enforces; what is not here needs none. */
const NEEDED: Partial<Record<Resource, { read: string; write: string }>> = {
  ...Object.fromEntries(CLOUD_AUTH_KINDS.map((kind) => [kind, FEDERATION])),
  authn: PEOPLE,
  users: PEOPLE,
  roles: PEOPLE,
  teams: TEAMS,
  org_configs: ORG,
  org_preferences: ORG,
}

const MAPPINGS: readonly Resource[] = [...CLOUD_AUTH_KINDS, 'authn']
const JSON_API: readonly Resource[] = [...CLOUD_AUTH_KINDS, 'roles', 'permissions', 'teams']

/** Why a caller may not do that, or undefined. */
function whyRefused(store: Store, resource: Resource, use: 'read' | 'write', callerUuid: string): string | undefined {
  const { denied, usersDenied, refused, permissions } = store.switches
  if (refused.includes(resource)) return `the switch refuses ${resource}`
  if (usersDenied && resource === 'users') return 'user_access_read is missing'
  if (MAPPINGS.includes(resource) && (denied === 'all' || denied === use)) return `the switch denies to ${use}`
  const needed = permissions === 'enforced' ? NEEDED[resource]?.[use] : undefined
  const caller = store.accounts.byId(callerUuid)
  const held = needed !== undefined && caller ? permissionsOf(store, caller) : []
  return needed === undefined || held.some(({ name }) => name === needed) ? undefined : `${needed} is missing`
}

/** The 403 when the caller may not do this, in the form of the resource. */
export function refuseCaller(store: Store, resource: Resource, method: string, callerUuid: string): Reply | undefined {
  const reason = whyRefused(store, resource, method === 'GET' ? 'read' : 'write', callerUuid)
  if (reason === undefined) return undefined
  const reply = JSON_API.includes(resource) ? jsonApiError(403, { title: 'Forbidden' }) : stringError(403, 'Forbidden')
  return { ...reply, reason }
}
