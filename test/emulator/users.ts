import { type Account, isEmail } from './accounts.ts'
import { offsetTimes } from './directory-times.ts'
import { plainJson, type Reply, stringError } from './exchange.ts'
import type { JsonObject } from './json.ts'
import { orgWire } from './org.ts'
import { readPage } from './pages.ts'
import { answerWithPermissions, includedPermission, type Permission } from './permissions.ts'
import { includedRole, permissionsOfRole, rolesOf } from './roles.ts'
import type { Store } from './store.ts'

const DEFAULT_PAGE_SIZE = 10
const MAX_PAGE_SIZE = 1000
const NO_USER = stringError(404, 'user not found')

/** Everything that an account may do through its roles, each permission once. */
export const permissionsOf = (store: Store, account: Account): Permission[] => [
  ...new Set(rolesOf(store, account).flatMap((role) => permissionsOfRole(store, role))),
]

/** An account as `/api/v2/users` shows it; a list shows an empty title where a single answer has null. */
export const userWire = (store: Store, account: Account, title: '' | null = null): JsonObject => ({
  type: 'users',
  id: account.id,
  attributes: {
    uuid: account.id,
    name: account.name,
    handle: account.handle,
    ...offsetTimes,
    email: account.email,
    icon: 'https://secure.gravatar.com/avatar/00000000000000000000000000000000?s=48&d=retro',
    title,
    verified: account.status !== 'Pending',
    service_account: account.serviceAccount,
    disabled: account.disabled,
    allowed_login_methods: [],
    status: account.status,
    mfa_enabled: false,
    last_login_time: null,
  },
  relationships: {
    roles: { data: rolesOf(store, account).map(({ id }) => ({ type: 'roles', id })) },
    org: { data: { type: 'orgs', id: store.org.uuid } },
  },
})

/** Depth first: a role, those of its permissions that did not come yet, the next role. */
function includedOf(store: Store, accounts: readonly Account[]): JsonObject[] {
  const seen = new Set<Permission>()
  const roles = new Set(accounts.flatMap((account) => rolesOf(store, account)))
  return [...roles].flatMap((role) => {
    const fresh = permissionsOfRole(store, role).filter((permission) => !seen.has(permission))
    for (const permission of fresh) seen.add(permission)
    return [includedRole(store, role), ...fresh.map(includedPermission)]
  })
}

const withIncluded = (included: readonly JsonObject[]) => (included.length === 0 ? {} : { included })

/** Answers `GET /api/v2/users/{id}`. */
export function answerUser(store: Store, id: string): Reply {
  const account = store.accounts.byId(id)
  if (!account) return NO_USER
  return plainJson(200, { data: userWire(store, account), ...withIncluded(includedOf(store, [account])) })
}

/** Answers `GET /api/v2/users/{id}/permissions`. */
export function answerUserPermissions(store: Store, id: string): Reply {
  const account = store.accounts.byId(id)
  return account ? answerWithPermissions(permissionsOf(store, account)) : NO_USER
}

/** Answers `GET /api/v2/current_user`: the caller with its organization, and without `mfa_enabled`. */
export function answerCurrentUser(store: Store, id: string): Reply {
  const account = store.accounts.byId(id)
  if (!account) return NO_USER
  const { attributes, ...data } = userWire(store, account)
  const { mfa_enabled: _, ...shown } = attributes as JsonObject
  const { relationships, ...who } = data
  return plainJson(200, {
    data: { ...who, attributes: shown, relationships },
    included: [...includedOf(store, [account]), orgWire(store)],
  })
}

/** Answers `GET /api/v2/users`: `filter` is searched in name and email, `filter[status]` holds states with commas. */
export function answerUsers(store: Store, query: URLSearchParams): Reply {
  const page = readPage(query, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  if (!page) return stringError(400, 'Invalid page')
  const text = query.get('filter')?.toLowerCase() ?? ''
  // Whoever is named is found: an account must not come into being only when it is mapped.
  if (store.switches.accounts === 'any' && isEmail(text)) store.accounts.ensure(text)
  const states = query.get('filter[status]')?.split(',')
  const all = store.accounts.all()
  const found = all.filter(
    ({ name, email, status }) =>
      `${name ?? ''}\n${email}`.toLowerCase().includes(text) && (states?.includes(status) ?? true),
  )
  const shown = page.of(found)
  return plainJson(200, {
    data: shown.map((account) => userWire(store, account, '')),
    ...withIncluded(includedOf(store, shown)),
    meta: {
      page: { total_count: all.length, total_filtered_count: found.length, max_page_size: MAX_PAGE_SIZE },
    },
  })
}
