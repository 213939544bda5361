import type { Account } from './accounts.ts'
import { plainJson, type Reply, stringError } from './exchange.ts'
import type { JsonObject } from './json.ts'
import type { Settings, Store } from './store.ts'

const DEFAULT_PAGE_SIZE = 10

/** An account as `/api/v2/users` shows it. */
export const userWire = (account: Account, orgUuid: string): JsonObject => ({
  type: 'users',
  id: account.id,
  attributes: {
    name: account.name,
    handle: account.handle,
    created_at: '2026-01-05T09:00:00.000000+00:00',
    modified_at: '2026-01-05T09:00:00.000000+00:00',
    email: account.email,
    icon: '',
    title: null,
    verified: true,
    service_account: account.serviceAccount,
    disabled: false,
    allowed_login_methods: [],
    status: 'Active',
  },
  relationships: {
    roles: { data: [] },
    org: { data: { type: 'orgs', id: orgUuid } },
  },
})

/** Answers `GET /api/v2/users/{id}` and `GET /api/v2/current_user`. */
export function answerUser(store: Store, settings: Settings, id: string): Reply {
  const account = store.accounts.byId(id)
  return account ? plainJson(200, { data: userWire(account, settings.orgUuid) }) : stringError(404, 'User not found')
}

/** Answers `GET /api/v2/users`: name and email are searched for `filter`. */
export function answerUsers(store: Store, settings: Settings, query: URLSearchParams): Reply {
  const size = Number(query.get('page[size]') ?? DEFAULT_PAGE_SIZE)
  const page = Number(query.get('page[number]') ?? 0)
  const text = query.get('filter')?.toLowerCase() ?? ''
  const all = store.accounts.all()
  const found = all.filter(({ name, email }) => [name, email].some((value) => value.toLowerCase().includes(text)))
  return plainJson(200, {
    data: found.slice(page * size, (page + 1) * size).map((account) => userWire(account, settings.orgUuid)),
    meta: { page: { total_count: all.length, total_filtered_count: found.length } },
  })
}
