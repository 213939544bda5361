import * as z from 'zod/mini'
import type { RolePower, RoleWithPermissions } from '../../mappings/power.ts'
import { TO_READ_ACCOUNTS } from '../../mappings/reading-permissions.ts'
import { parse, readJson, schemaOf } from '../answers.ts'
import { segment } from '../path-families.ts'
import type { Session } from '../session.ts'
import type { Answer } from '../transport.ts'
import { ask, mapped, Once, type Reading } from './reading.ts'
import { type NameSearch, search } from './search.ts'

/** A permission that roles can have; its aliases are names that it had before. */
export interface Permission {
  readonly name: string
  readonly displayName?: string
  readonly aliases: readonly string[]
}

const LARGEST_PAGE = 100

/** The roles of the organization and their permissions; each is asked for once. */
export class Roles {
  readonly #session: Session
  readonly #plain = new Once<Reading<RolePower>>()
  readonly #byId = new Once<Reading<RoleWithPermissions>>()
  readonly #searches = new Once<Reading<RolePower[]>>()
  readonly #permissions = new Once<Reading<Permission[]>>()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * The role of an id, with its permissions.
   * @throws Failure
   */
  byId(id: string): Promise<Reading<RoleWithPermissions>> {
    return this.#byId.get(id.toLowerCase(), async () => {
      const [role, permissions] = await Promise.all([
        this.plain(id),
        ask(this.#session, {
          path: `${pathOf(id)}/permissions`,
          purpose: `read the permissions of the role ${id}`,
          permission: TO_READ_ACCOUNTS,
          read: readPermissions,
        }),
      ])
      if (role.status !== 'found') return role
      // The role was there a moment ago, so this says nothing about the role.
      if (permissions.status === 'missing') return { status: 'forbidden' }
      return mapped(permissions, (found) => ({ ...role.value, permissions: found.map(({ name }) => name).sort() }))
    })
  }

  /**
   * The role of an id, without its permissions.
   * @throws Failure
   */
  plain(id: string): Promise<Reading<RolePower>> {
    return this.#plain.get(id.toLowerCase(), () =>
      ask(this.#session, {
        path: pathOf(id),
        purpose: `read the role ${id}`,
        permission: TO_READ_ACCOUNTS,
        read: readRole,
      }),
    )
  }

  /**
   * The roles of exactly that name; without one, the names of all roles are the candidates.
   * @throws Failure
   */
  async named(name: string): Promise<Reading<NameSearch<RolePower>>> {
    const found = await this.#search(name)
    const isExact = (role: RolePower) => role.name === name
    if (found.status !== 'found' || found.value.some(isExact))
      return mapped(found, (roles) => ({ matches: roles.filter(isExact), candidates: [] }))
    return mapped(await this.#search(undefined), (roles) => ({
      matches: roles.filter(isExact),
      candidates: roles.map((role) => role.name),
    }))
  }

  /**
   * All permissions that Datadog lists; an account can have others.
   * @throws Failure
   */
  permissions(): Promise<Reading<Permission[]>> {
    return this.#permissions.get('', () =>
      ask(this.#session, {
        path: '/api/v2/permissions',
        purpose: 'list the permissions',
        permission: TO_READ_ACCOUNTS,
        read: readPermissions,
      }),
    )
  }

  /**
   * All roles of the organization.
   * @throws Failure
   */
  all(): Promise<Reading<RolePower[]>> {
    return this.#search(undefined)
  }

  #search(text: string | undefined): Promise<Reading<RolePower[]>> {
    return this.#searches.get(text ?? '', () => {
      const purpose = text === undefined ? 'list the roles' : `search the roles for ${text}`
      const collection = {
        path: '/api/v2/roles',
        filter: 'filter',
        size: LARGEST_PAGE,
        purpose,
        permission: TO_READ_ACCOUNTS,
      }
      return search(this.#session, { ...collection, read: readRoles }, text)
    })
  }
}

function pathOf(id: string): string {
  return `/api/v2/roles/${segment(id)}`
}

function roleSchema() {
  return z.object({
    id: z.string(),
    attributes: z.object({ name: z.string(), managed: z.nullish(z.boolean()) }),
  })
}

function roleOf({ id, attributes }: z.output<ReturnType<typeof roleSchema>>): RolePower {
  return { id, name: attributes.name, managed: attributes.managed === true }
}

const oneSchema = schemaOf(() => z.object({ data: roleSchema() }))

function readRole(answer: Answer): RolePower {
  return roleOf(parse(oneSchema(), readJson(answer)).data)
}

const manySchema = schemaOf(() => {
  const page = z.nullish(z.object({ total_filtered_count: z.nullish(z.number()) }))
  return z.object({ data: z.array(roleSchema()), meta: z.nullish(z.object({ page })) })
})

function readRoles(answer: Answer) {
  const { data, meta } = parse(manySchema(), readJson(answer))
  const total = meta?.page?.total_filtered_count
  return { items: data.map(roleOf), ...(typeof total === 'number' && { total }) }
}

const permissionsSchema = schemaOf(() => {
  const attributes = z.object({
    name: z.string(),
    display_name: z.nullish(z.string()),
    name_aliases: z.nullish(z.array(z.string())),
  })
  return z.object({ data: z.array(z.object({ attributes })) })
})

function readPermissions(answer: Answer): Permission[] {
  const { data } = parse(permissionsSchema(), readJson(answer))
  return data.map(({ attributes: { name, display_name: displayName, name_aliases: aliases } }) => ({
    name,
    ...(displayName && { displayName }),
    aliases: aliases ?? [],
  }))
}
