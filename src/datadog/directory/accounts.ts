import * as z from 'zod/mini'
import { isUuid } from '../../mappings/checked.ts'
import { accountName, type Powerful, type RolePower } from '../../mappings/power.ts'
import { TO_READ_ACCOUNTS } from '../../mappings/reading-permissions.ts'
import { field, parse, readJson, schemaOf } from '../answers.ts'
import { segment } from '../path-families.ts'
import type { Session } from '../session.ts'
import type { Answer } from '../transport.ts'
import { ask, isRefused, mapped, Once, type Reading } from './reading.ts'
import { search } from './search.ts'

/** A Datadog account, a person's or a service account's, with everything that it may do. */
export type Account = Powerful

const LARGEST_PAGE = 1000

/** The accounts of the organization; each is asked for once, although many mappings can share it. */
export class Accounts {
  readonly #session: Session
  readonly #byUuid = new Once<Reading<Account>>(isRefused)
  readonly #searches = new Once<Reading<Account[]>>(isRefused)
  /** What accounts may do, once for all that may do the same: thousands of accounts can share roles of hundreds of permissions. */
  readonly #powers = new Map<string, Pick<Account, 'roles' | 'permissions'>>()
  readonly #names = new Map<string, string>()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * The account of a UUID.
   * @throws Failure
   */
  byUuid(uuid: string): Promise<Reading<Account>> {
    return this.#byUuid.get(uuid.toLowerCase(), () =>
      ask(this.#session, {
        path: `/api/v2/users/${segment(uuid)}`,
        purpose: `read the account ${uuid}`,
        permission: TO_READ_ACCOUNTS,
        read: (answer) => this.#noted(this.#sharing(readAccount(answer))),
      }),
    )
  }

  /**
   * The accounts that an identifier names exactly: a UUID, or an email or handle without regard to case. Datadog searches names and
   * emails only, so a handle that the search does not find is looked for among all accounts.
   * @throws Failure
   */
  async identifiedBy(identifier: string): Promise<Reading<Account[]>> {
    if (isUuid(identifier)) {
      const reading = await this.byUuid(identifier)
      return reading.status === 'missing' ? { status: 'found', value: [] } : mapped(reading, (account) => [account])
    }
    const named = (found: readonly Account[]) => found.filter((account) => isNamed(account, identifier))
    const searched = mapped(await this.#search(identifier), named)
    if (searched.status !== 'found' || searched.value.length > 0) return searched
    return mapped(await this.#search(undefined), named)
  }

  /**
   * The account of an email, a handle or a UUID: an enabled one before a disabled one, then the one of that handle, because a service
   * account can have the email of a person.
   * @throws Failure
   */
  async find(identifier: string): Promise<Reading<Account>> {
    const reading = await this.identifiedBy(identifier)
    if (reading.status !== 'found') return reading
    const enabled = reading.value.filter(({ disabled }) => !disabled)
    const among = enabled.length > 0 ? enabled : reading.value
    const hit = among.find(({ handle }) => handle?.toLowerCase() === identifier.toLowerCase()) ?? among[0]
    return hit === undefined ? { status: 'missing' } : { status: 'found', value: hit }
  }

  /**
   * The enabled service accounts of exactly that name.
   * @throws Failure
   */
  async serviceAccountsNamed(name: string): Promise<Reading<Account[]>> {
    return mapped(await this.#search(name), (found) =>
      found.filter((account) => account.serviceAccount && !account.disabled && account.name === name),
    )
  }

  /** What an account is called that an answer has told of; undefined for another one, and for one without a name. */
  nameOf(uuid: string): string | undefined {
    return this.#names.get(uuid.toLowerCase())
  }

  #noted(account: Account): Account {
    const name = accountName(account)
    if (name !== account.uuid) this.#names.set(account.uuid.toLowerCase(), name)
    return account
  }

  #search(text: string | undefined): Promise<Reading<Account[]>> {
    return this.#searches.get(text ?? '', () => {
      const collection = {
        path: '/api/v2/users',
        filter: 'filter',
        size: LARGEST_PAGE,
        purpose: text === undefined ? 'list the accounts' : `search the accounts for ${text}`,
        permission: TO_READ_ACCOUNTS,
        read: readAccounts,
      }
      return search(this.#session, collection, text).then((reading) =>
        mapped(reading, (found) => found.map(({ account }) => this.#noted(this.#sharing(account)))),
      )
    })
  }

  #sharing(account: Account): Account {
    const { roles, permissions } = account
    const key = JSON.stringify([roles, permissions])
    const power = this.#powers.get(key) ?? { roles, permissions }
    this.#powers.set(key, power)
    return { ...account, ...power }
  }
}

/** Whether a text is the UUID, email or handle of an account, without regard to case. */
export function isNamed({ uuid, email, handle }: Account, identifier: string): boolean {
  return [uuid, email, handle].some((name) => name?.toLowerCase() === identifier.toLowerCase())
}

/**
 * The account of an answer about one.
 * @throws Unreadable
 */
export function readAccount(answer: Answer): Account {
  const { data, included } = parse(oneSchema(), readJson(answer))
  return accountOf(data, new Included(included))
}

function readAccounts(answer: Answer) {
  const { data, included, meta } = parse(manySchema(), readJson(answer))
  const others = new Included(included)
  const total = meta?.page?.total_filtered_count
  return {
    items: data.map((user) => ({ id: user.id, account: accountOf(user, others) })),
    ...(typeof total === 'number' && { total }),
  }
}

const text = () => z.nullish(z.string())
const flag = () => z.nullish(z.boolean())

/** Ids of other objects; a member that is missing or null has none. */
const links = () => z.nullish(z.object({ data: z.nullish(z.array(z.object({ id: z.string() }))) }))

function userSchema() {
  return z.object({
    id: z.string(),
    attributes: z.object({
      name: text(),
      email: text(),
      handle: text(),
      service_account: flag(),
      disabled: flag(),
      status: text(),
    }),
    relationships: z.nullish(z.object({ roles: links() })),
  })
}

/** A role that an answer brings along. */
const roleSchema = schemaOf(() =>
  z.object({
    id: z.string(),
    attributes: z.nullish(z.object({ name: text(), managed: flag() })),
    relationships: z.nullish(z.object({ permissions: links() })),
  }),
)

const oneSchema = schemaOf(() => z.object({ data: userSchema(), included: z.optional(z.unknown()) }))

const manySchema = schemaOf(() => {
  const page = z.nullish(z.object({ total_filtered_count: z.nullish(z.number()) }))
  return z.object({
    data: z.array(userSchema()),
    included: z.optional(z.unknown()),
    meta: z.nullish(z.object({ page })),
  })
})

type User = z.output<ReturnType<typeof userSchema>>

/** The roles and permissions that an answer brings along; what cannot be read is left out, so that one odd object does no harm. */
class Included {
  readonly #roles = new Map<string, z.output<ReturnType<typeof roleSchema>>>()
  /** Names by id. */
  readonly #permissions = new Map<string, string>()

  constructor(objects: unknown) {
    for (const object of Array.isArray(objects) ? objects : []) {
      const type = field(object, 'type')
      if (type === 'roles') this.#addRole(object)
      else if (type === 'permissions') this.#addPermission(object)
    }
  }

  #addRole(object: unknown): void {
    const role = z.safeParse(roleSchema(), object)
    if (role.success) this.#roles.set(role.data.id, role.data)
  }

  // An account can bring hundreds of them along: a schema would take twice the time of parsing the answer.
  #addPermission(object: unknown): void {
    const id = field(object, 'id')
    const name = field(field(object, 'attributes'), 'name')
    if (typeof id === 'string' && typeof name === 'string') this.#permissions.set(id, name)
  }

  /** Whether a role is there with everything that it may do. */
  describes(roleId: string): boolean {
    const role = this.#roles.get(roleId)
    const permissions = role?.relationships?.permissions?.data
    return typeof role?.attributes?.name === 'string' && !!permissions?.every(({ id }) => this.#permissions.has(id))
  }

  role(id: string): RolePower {
    const attributes = this.#roles.get(id)?.attributes
    return { id, name: attributes?.name ?? id, managed: attributes?.managed === true }
  }

  permissionsOfRole(roleId: string): string[] {
    const given = this.#roles.get(roleId)?.relationships?.permissions?.data ?? []
    return given.map(({ id }) => this.#permissions.get(id) ?? id)
  }
}

// Only a service account has its UUID as its handle.
function isHandleOf(id: string, handle: string | null | undefined): boolean {
  return handle?.toLowerCase() === id.toLowerCase()
}

function accountOf({ id, attributes, relationships }: User, included: Included): Account {
  const { name, email, handle } = attributes
  const roles = (relationships?.roles?.data ?? []).map((role) => included.role(role.id))
  return {
    uuid: id,
    ...(name && { name }),
    ...(email && { email }),
    ...(handle && { handle }),
    serviceAccount: attributes.service_account ?? (isHandleOf(id, handle) ? true : undefined),
    disabled: attributes.disabled === true || attributes.status === 'Disabled',
    roles,
    permissions: [...new Set(roles.flatMap((role) => included.permissionsOfRole(role.id)))].sort(),
    isPartial: !relationships?.roles?.data || !roles.every(({ id }) => included.describes(id)),
  }
}
