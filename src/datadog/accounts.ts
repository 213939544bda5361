import * as z from 'zod/mini'
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
}

/** Datadog's accounts; each is read once, although many mappings can share it. */
export class Users {
  readonly #session: Session
  readonly #known = new Map<string, Promise<User | undefined>>()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * The account of a UUID; undefined when it is unknown or may not be read.
   * @throws Failure
   */
  read(uuid: string): Promise<User | undefined> {
    const known = this.#known.get(uuid)
    if (known !== undefined) return known
    const reading = this.#read(`/api/v2/users/${segment(uuid)}`, `read the account ${uuid}`)
    this.#known.set(uuid, reading)
    return reading
  }

  /**
   * The account that the credentials of this session stand for; undefined when it may not be read.
   * @throws Failure
   */
  own(): Promise<User | undefined> {
    return this.#read('/api/v2/current_user', 'ask Datadog whose credentials these are')
  }

  #read(path: string, purpose: string): Promise<User | undefined> {
    return send<User | undefined>(this.#session, {
      method: 'GET',
      path,
      purpose,
      permission: 'the permission user_access_read',
      read: readUser,
      accept: (answer) => ([401, 403, 404].includes(answer.status) ? { value: undefined } : undefined),
    })
  }
}

/**
 * The account of an answer.
 * @throws Unreadable
 */
export function readUser(answer: Answer): User {
  const schema = z.object({
    data: z.object({
      id: z.string(),
      attributes: z.object({ email: z.nullish(z.string()), handle: z.nullish(z.string()) }),
    }),
  })
  const { data } = parse(schema, readJson(answer))
  const { email, handle } = data.attributes
  return { uuid: data.id, ...(email && { email }), ...(handle && { handle }) }
}
