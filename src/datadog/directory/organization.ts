import * as z from 'zod/mini'
import { parse, readJson } from '../answers.ts'
import { send } from '../send.ts'
import type { Session } from '../session.ts'
import type { Answer } from '../transport.ts'
import { type Account, readAccount } from './accounts.ts'
import { ask, mapped, Once, type Read, type Reading } from './reading.ts'

/** An organization; Datadog does not always say its name. */
export interface Org {
  readonly uuid: string
  readonly name?: string
}

/** The account that credentials stand for, and its organization. */
export interface CurrentUser extends Account {
  readonly org?: Org
}

const CURRENT_USER: Read<CurrentUser> = {
  path: '/api/v2/current_user',
  purpose: 'ask Datadog whose credentials these are',
  permission: 'an account that may log in',
  read: readCurrentUser,
}

/**
 * The account that the credentials of a session stand for.
 * @throws Failure `unauthorized` or `forbidden` when Datadog does not accept them.
 */
export function currentUser(session: Session): Promise<CurrentUser> {
  return send(session, { method: 'GET', ...CURRENT_USER })
}

/** The organization of the credentials and its settings; each thing is asked for once. */
export class OrganizationReader {
  readonly #session: Session
  readonly #answers = new Once<Reading<unknown>>()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * The account that the credentials stand for.
   * @throws Failure
   */
  currentUser(): Promise<Reading<CurrentUser>> {
    return this.#ask(CURRENT_USER)
  }

  /**
   * The organization that the credentials belong to; undefined when Datadog does not say. An API key alone proves it as well, but
   * not the name.
   * @throws Failure
   */
  async org(): Promise<Org | undefined> {
    const user = await this.currentUser()
    if (user.status === 'found' && user.value.org !== undefined) return user.value.org
    const key = await this.#validate()
    return key?.status === 'found' ? { uuid: key.value } : undefined
  }

  /**
   * Which of the two keys Datadog does not accept; undefined when it accepts both, or when there are none.
   * @throws Failure
   */
  async wrongKey(): Promise<'api-key' | 'app-key' | undefined> {
    const key = await this.#validate()
    if (key === undefined) return undefined
    if (key.status === 'forbidden') return 'api-key'
    const both = await this.#ask({
      path: '/api/v2/validate_keys',
      purpose: 'check the keys',
      permission: 'an API key and an application key of one organization',
      read: () => true,
    })
    return both.status === 'forbidden' ? 'app-key' : undefined
  }

  /**
   * Where the members of teams come from: `manually`, `saml_and_manually`, `saml_only`; undefined when that may not be read.
   * @throws Failure
   */
  async teamSources(): Promise<string | undefined> {
    const reading = await this.#ask({
      path: '/api/v2/org_configs/teams_provisioning_sources',
      purpose: 'read where the members of teams come from',
      permission: 'the permission org_management',
      read(answer) {
        const attributes = z.object({ value: z.string() })
        return parse(z.object({ data: z.object({ attributes }) }), readJson(answer)).data.attributes.value
      },
    })
    return reading.status === 'found' ? reading.value : undefined
  }

  /**
   * Whether AuthN mappings of roles are enforced at SAML login; undefined when that may not be read.
   * @throws Failure
   */
  async enforcesMappings(): Promise<boolean | undefined> {
    const reading = await this.#ask({
      path: '/api/v1/org_preferences',
      purpose: 'read whether AuthN mappings are enforced',
      permission: 'the permission org_management',
      read: readEnforcement,
    })
    return reading.status === 'found' ? reading.value : undefined
  }

  /** The organization of the API key; undefined without one. */
  async #validate(): Promise<Reading<string> | undefined> {
    if (!('dd-api-key' in this.#session.headers)) return undefined
    return this.#ask({
      path: '/api/v2/validate',
      purpose: 'ask Datadog which organization the API key belongs to',
      permission: 'a valid API key',
      read: (answer) => parse(z.object({ data: z.object({ id: z.string() }) }), readJson(answer)).data.id,
    })
  }

  async #ask<T>(read: Read<T>): Promise<Reading<T>> {
    const reading = await this.#answers.get(read.path, () => ask(this.#session, read))
    return mapped(reading, (value) => value as T)
  }
}

function readCurrentUser(answer: Answer): CurrentUser {
  const link = z.nullish(z.object({ data: z.nullish(z.object({ id: z.string() })) }))
  const object = z.object({
    type: z.string(),
    id: z.string(),
    attributes: z.nullish(z.object({ name: z.nullish(z.string()) })),
  })
  const schema = z.object({
    data: z.object({ relationships: z.catch(z.nullish(z.object({ org: link })), undefined) }),
    included: z.catch(z.nullish(z.array(z.catch(z.nullable(object), null))), []),
  })
  const { data, included } = parse(schema, readJson(answer))
  const uuid = data.relationships?.org?.data?.id
  const name = included?.find((other) => other?.type === 'orgs' && other.id === uuid)?.attributes?.name
  return { ...readAccount(answer), ...(uuid !== undefined && { org: { uuid, ...(name && { name }) } }) }
}

// The documentation's example has type and value swapped: both ways are read, and an answer may list several preferences.
function readEnforcement(answer: Answer): boolean | undefined {
  const entry = z.object({ attributes: z.object({ preference_type: z.unknown(), preference_data: z.unknown() }) })
  const { data } = parse(z.object({ data: z.union([entry, z.array(entry)]) }), readJson(answer))
  for (const { attributes } of [data].flat()) {
    const pair = [attributes.preference_type, attributes.preference_data]
    const value = pair.find((member) => typeof member === 'boolean')
    if (pair.includes('saml_authn_mapping_roles') && value !== undefined) return value
  }
  return undefined
}
