import * as z from 'zod/mini'
import { isUuid } from '../mappings/checked.ts'
import { parse, readJson } from './answers.ts'
import { segment } from './path-families.ts'
import { send } from './send.ts'
import type { Session } from './session.ts'
import type { Answer } from './transport.ts'

/** A Datadog account. */
export interface User {
  readonly uuid: string
  readonly email?: string
  readonly handle?: string
  readonly disabled: boolean
}

/** What a look-up of an account found: the account, that there is none, or that the credentials may not read accounts. */
export type FoundUser = User | 'missing' | 'hidden'

// The most that Datadog puts on one page.
const PAGE_SIZE = 1000

/** Datadog's accounts; each is read once, although many mappings can share it. */
export class Users {
  readonly #session: Session
  readonly #known = new Map<string, Promise<FoundUser>>()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * The account of a UUID.
   * @throws Failure
   */
  read(uuid: string): Promise<FoundUser> {
    const known = this.#known.get(uuid)
    if (known !== undefined) return known
    const reading = this.#read(`/api/v2/users/${segment(uuid)}`, `read the account ${uuid}`, readUser)
    this.#known.set(uuid, reading)
    return reading
  }

  /**
   * The account of an email, a handle or a UUID. Datadog searches names and emails only, so a handle that the search does not
   * find is looked for among all accounts.
   * @throws Failure
   */
  async find(identifier: string): Promise<FoundUser> {
    if (isUuid(identifier)) return this.read(identifier)
    const searched = await this.#search(identifier, identifier)
    return searched === 'missing' ? this.#search(identifier) : searched
  }

  /**
   * The account that the credentials of this session stand for; undefined when it may not be read.
   * @throws Failure
   */
  async own(): Promise<User | undefined> {
    const found = await this.#read('/api/v2/current_user', 'ask Datadog whose credentials these are', readUser)
    return typeof found === 'string' ? undefined : found
  }

  async #search(identifier: string, filter?: string): Promise<FoundUser> {
    const wanted = identifier.toLowerCase()
    for (let number = 0; ; number++) {
      const query = new URLSearchParams({
        'page[size]': String(PAGE_SIZE),
        'page[number]': String(number),
        ...(filter !== undefined && { filter }),
      })
      const users = await this.#read(`/api/v2/users?${query}`, `look up the account ${identifier}`, readUsers)
      if (typeof users === 'string') return users
      const hits = users.filter(({ email, handle }) => [email, handle].some((name) => name?.toLowerCase() === wanted))
      const hit = hits.find(({ disabled }) => !disabled) ?? hits[0]
      if (hit !== undefined) return hit
      if (users.length < PAGE_SIZE) return 'missing'
    }
  }

  #read<T>(path: string, purpose: string, read: (answer: Answer) => T): Promise<T | 'missing' | 'hidden'> {
    return send<T | 'missing' | 'hidden'>(this.#session, {
      method: 'GET',
      path,
      purpose,
      permission: 'the permission user_access_read',
      read,
      accept({ status }) {
        if (status === 404) return { value: 'missing' }
        return status === 401 || status === 403 ? { value: 'hidden' } : undefined
      },
    })
  }
}

/**
 * The account of an answer.
 * @throws Unreadable
 */
export function readUser(answer: Answer): User {
  return userOf(parse(z.object({ data: userSchema() }), readJson(answer)).data)
}

function readUsers(answer: Answer): User[] {
  return parse(z.object({ data: z.array(userSchema()) }), readJson(answer)).data.map(userOf)
}

function userSchema() {
  const text = z.nullish(z.string())
  return z.object({
    id: z.string(),
    attributes: z.object({ email: text, handle: text, disabled: z.nullish(z.boolean()) }),
  })
}

function userOf({ id, attributes }: z.output<ReturnType<typeof userSchema>>): User {
  const { email, handle, disabled } = attributes
  return { uuid: id, ...(email && { email }), ...(handle && { handle }), disabled: disabled === true }
}
