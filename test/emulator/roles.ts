import type { Account } from './accounts.ts'
import { offsetTimes, ZULU_TIME } from './directory-times.ts'
import { jsonApi, jsonApiError, type Reply, stringError } from './exchange.ts'
import type { JsonObject } from './json.ts'
import { readPage } from './pages.ts'
import { answerWithPermissions, type Permission } from './permissions.ts'
import type { Store } from './store.ts'
import { uuidOf } from './uuid.ts'

/** A role of the organization. */
export interface Role {
  id: string
  name: string
  managed: boolean
  /** Names of permissions. */
  permissions: 'all' | readonly string[]
}

/** The roles of the organization, in their order. */
export interface Roles {
  all(): Role[]
  byId(id: string): Role | undefined
  /** The first of that name. */
  byName(name: string): Role | undefined
  /** Adds a role; one that Datadog manages gives way to a role of its name. */
  put(given: Partial<Role>): Role
}

const READS = ['dashboards_read', 'monitors_read', 'metrics_read', 'teams_read', 'user_access_read']
const STANDARD_PERMISSIONS = [
  ...['standard', ...READS, 'logs_live_tail', 'logs_read_data', 'dashboards_write', 'monitors_write'],
  ...['monitors_downtime', 'user_app_keys', 'integrations_read'],
]

/** The role of those who may do everything. */
export const ADMIN_ROLE = 'Datadog Admin Role'
/** The role of those who have no other. */
export const STANDARD_ROLE = 'Datadog Standard Role'

const MANAGED = new Map<string, Role['permissions']>([
  [ADMIN_ROLE, 'all'],
  [STANDARD_ROLE, STANDARD_PERMISSIONS],
  ['Datadog Read Only Role', READS],
])

const DEFAULT_PAGE_SIZE = 10
const MAX_PAGE_SIZE = 100

/** The roles that Datadog gives to every organization. */
export function createRoles(): Roles {
  const roles = new Map<string, Role>()
  const byName = new Map<string, Role>()
  const put = ({ id: givenId, name: givenName, ...rest }: Partial<Role>): Role => {
    const id = (givenId ?? uuidOf(`role ${givenName}`)).toLowerCase()
    const name = givenName ?? `role ${id.slice(0, 8)}`
    const namesake = byName.get(name)
    if (namesake?.managed) roles.delete(namesake.id)
    const permissions = MANAGED.get(name)
    const defaults = { managed: permissions !== undefined, permissions: permissions ?? STANDARD_PERMISSIONS }
    const role = { id, name, ...defaults, ...rest }
    roles.set(id, role)
    if (!namesake || namesake.managed) byName.set(name, role)
    return role
  }
  for (const name of MANAGED.keys()) put({ name })
  return {
    all: () => [...roles.values()],
    byId: (id) => roles.get(id.toLowerCase()),
    byName: (name) => byName.get(name),
    put,
  }
}

/** The roles of an account. */
export const rolesOf = ({ roles }: Store, account: Account): Role[] =>
  account.roles.flatMap((role) => roles.byId(role) ?? roles.byName(role) ?? [])

/** The permissions that a role gives, in the order of the catalogue. */
export function permissionsOfRole(store: Store, { permissions }: Role): Permission[] {
  const all = store.permissions.all()
  return permissions === 'all' ? all : all.filter(({ name }) => permissions.includes(name))
}

/** A role among what another answer includes. */
export const includedRole = (store: Store, role: Role): JsonObject => ({
  type: 'roles',
  id: role.id,
  attributes: { name: role.name, managed: role.managed, ...offsetTimes },
  relationships: {
    permissions: { data: permissionsOfRole(store, role).map(({ id }) => ({ type: 'permissions', id })) },
  },
})

function countUsers(store: Store): Map<Role, number> {
  const counts = new Map<Role, number>()
  for (const account of store.accounts.all()) {
    for (const role of rolesOf(store, account)) counts.set(role, (counts.get(role) ?? 0) + 1)
  }
  return counts
}

/** Roles as `/api/v2/roles` shows them. */
export function roleWires(store: Store, roles: readonly Role[]): JsonObject[] {
  const users = countUsers(store)
  return roles.map((role) => roleWire(store, role, users.get(role) ?? 0))
}

const roleWire = (store: Store, role: Role, users: number): JsonObject => ({
  id: role.id,
  type: 'roles',
  attributes: {
    created_at: ZULU_TIME,
    ...(role.managed ? { managed: true } : { created_by_handle: 'operator@example.com' }),
    modified_at: ZULU_TIME,
    ...(role.managed ? {} : { modified_by_handle: 'operator@example.com' }),
    name: role.name,
    team_count: 0,
    user_count: users,
  },
  relationships: {
    permissions: { data: permissionsOfRole(store, role).map(({ id }) => ({ id, type: 'permissions' })) },
  },
})

/** Answers `GET /api/v2/roles`: `filter` is searched in names, `filter[id]` is one id or several with commas. */
export function answerRoles(store: Store, query: URLSearchParams): Reply {
  const page = readPage(query, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  if (!page) return stringError(400, 'Invalid page')
  const text = query.get('filter')?.toLowerCase() ?? ''
  const ids = query.get('filter[id]')?.toLowerCase().split(',')
  const all = store.roles.all()
  const found = all.filter(({ id, name }) => name.toLowerCase().includes(text) && (ids?.includes(id) ?? true))
  return jsonApi(200, {
    data: roleWires(store, page.of(found)),
    meta: { page: { total_count: all.length, total_filtered_count: found.length } },
  })
}

const NO_ROLE = jsonApiError(404, { title: 'Generic Error', detail: 'could not find the uuid.' })

/** Answers `GET /api/v2/roles/{id}`. */
export function answerRole(store: Store, id: string): Reply {
  const role = store.roles.byId(id)
  return role ? jsonApi(200, { data: roleWires(store, [role])[0] }) : NO_ROLE
}

/** Answers `GET /api/v2/roles/{id}/permissions`. */
export function answerRolePermissions(store: Store, id: string): Reply {
  const role = store.roles.byId(id)
  return role ? answerWithPermissions(permissionsOfRole(store, role)) : NO_ROLE
}
