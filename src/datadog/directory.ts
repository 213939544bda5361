import * as z from 'zod/mini'
import { parse, readJson } from './answers.ts'
import { segment } from './path-families.ts'
import { send } from './send.ts'
import type { Session } from './session.ts'
import type { Answer } from './transport.ts'

/** A role, or a team, which has a handle too. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly handle?: string
}

/** An account, as far as its name matters. */
export interface NamedAccount {
  readonly id: string
  readonly name: string
  readonly serviceAccount: boolean
  readonly disabled: boolean
}

interface Page<T> {
  readonly items: readonly T[]
  readonly total?: number
}

const PAGE_SIZE = 100

/** The roles, teams and accounts of an organization. */
export class Directory {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * The roles whose names contain a text; all without one.
   * @throws Failure
   */
  roles(text = ''): Promise<Entry[]> {
    return this.#all(
      text,
      (query) => `/api/v2/roles?${query({ filter: text })}`,
      { what: 'roles', permission: 'user_access_read' },
      readEntries,
    )
  }

  /**
   * The teams whose names or handles contain a text; all without one.
   * @throws Failure
   */
  teams(text = ''): Promise<Entry[]> {
    return this.#all(
      text,
      (query) => `/api/v2/team?${query({ 'filter[keyword]': text })}`,
      { what: 'teams', permission: 'teams_read' },
      readEntries,
    )
  }

  /**
   * The accounts whose names or emails contain a text; undefined when accounts may not be read.
   * @throws Failure
   */
  accounts(text: string): Promise<NamedAccount[]> {
    return this.#all(
      text,
      (query) => `/api/v2/users?${query({ filter: text })}`,
      { what: 'accounts', permission: 'user_access_read' },
      readAccounts,
    )
  }

  /**
   * The account of a UUID; undefined when there is none, or when it may not be read.
   * @throws Failure
   */
  account(uuid: string): Promise<NamedAccount | undefined> {
    return send<NamedAccount | undefined>(this.#session, {
      method: 'GET',
      path: `/api/v2/users/${segment(uuid)}`,
      purpose: `read the account ${uuid}`,
      permission: 'the permission user_access_read',
      read: (answer) => accountOf(parse(z.object({ data: accountSchema() }), readJson(answer)).data),
      accept: ({ status }) => (status === 403 || status === 404 ? { value: undefined } : undefined),
    })
  }

  async #all<T extends { readonly id: string }>(
    text: string,
    pathOf: (query: (filter: Readonly<Record<string, string>>) => string) => string,
    { what, permission }: { readonly what: string; readonly permission: string },
    read: (answer: Answer) => Page<T>,
  ): Promise<T[]> {
    const found = new Map<string, T>()
    for (let number = 0; ; number++) {
      const path = pathOf((filter) => {
        const paging = { 'page[size]': String(PAGE_SIZE), 'page[number]': String(number) }
        return new URLSearchParams({ ...(text === '' ? {} : filter), ...paging }).toString()
      })
      const { items, total } = await send(this.#session, {
        method: 'GET',
        path,
        purpose: text === '' ? `list the ${what}` : `look up the ${what} called "${this.#session.quote(text)}"`,
        permission: `the permission ${permission}`,
        read,
      })
      const before = found.size
      for (const item of items) found.set(item.id, item)
      const isComplete = total === undefined ? items.length < PAGE_SIZE : found.size >= total
      if (isComplete || found.size === before) return [...found.values()]
    }
  }
}

function readEntries(answer: Answer): Page<Entry> {
  const count = z.nullish(z.number())
  const schema = z.object({
    data: z.array(
      z.object({ id: z.string(), attributes: z.object({ name: z.string(), handle: z.nullish(z.string()) }) }),
    ),
    meta: z.nullish(
      z.object({
        page: z.nullish(z.object({ total_filtered_count: count })),
        pagination: z.nullish(z.object({ total: count })),
      }),
    ),
  })
  const { data, meta } = parse(schema, readJson(answer))
  const items = data.map(({ id, attributes: { name, handle } }) => ({ id, name, ...(handle && { handle }) }))
  return page(items, meta?.page?.total_filtered_count ?? meta?.pagination?.total)
}

function readAccounts(answer: Answer): Page<NamedAccount> {
  const schema = z.object({
    data: z.array(accountSchema()),
    meta: z.nullish(z.object({ page: z.nullish(z.object({ total_filtered_count: z.nullish(z.number()) })) })),
  })
  const { data, meta } = parse(schema, readJson(answer))
  return page(data.map(accountOf), meta?.page?.total_filtered_count)
}

function page<T>(items: readonly T[], total: number | null | undefined): Page<T> {
  return { items, ...(typeof total === 'number' && { total }) }
}

const accountSchema = () =>
  z.object({
    id: z.string(),
    attributes: z.object({
      name: z.nullish(z.string()),
      service_account: z.nullish(z.boolean()),
      disabled: z.nullish(z.boolean()),
    }),
  })

function accountOf({ id, attributes }: z.output<ReturnType<typeof accountSchema>>): NamedAccount {
  const { name, service_account: serviceAccount, disabled } = attributes
  return { id, name: name ?? '', serviceAccount: serviceAccount === true, disabled: disabled === true }
}
