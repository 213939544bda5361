import * as z from 'zod/mini'
import { TO_READ_TEAMS } from '../../mappings/reading-permissions.ts'
import { parse, readJson, schemaOf } from '../answers.ts'
import { segment } from '../path-families.ts'
import type { Session } from '../session.ts'
import type { Answer } from '../transport.ts'
import { ask, mapped, Once, type Reading } from './reading.ts'
import { type NameSearch, search } from './search.ts'

/** A team of the organization. */
export interface Team {
  readonly id: string
  readonly name: string
  readonly handle: string
}

const LARGEST_PAGE = 100

/** The teams of the organization; each is asked for once. */
export class Teams {
  readonly #session: Session
  readonly #byId = new Once<Reading<Team>>()
  readonly #searches = new Once<Reading<Team[]>>()

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * The team of an id.
   * @throws Failure
   */
  byId(id: string): Promise<Reading<Team>> {
    return this.#byId.get(id.toLowerCase(), () =>
      ask(this.#session, {
        path: `/api/v2/team/${segment(id)}`,
        purpose: `read the team ${id}`,
        permission: TO_READ_TEAMS,
        read: (answer) => teamOf(parse(oneSchema(), readJson(answer)).data),
      }),
    )
  }

  /**
   * The teams with exactly that handle or name; without one, the handles of all teams are the candidates.
   * @throws Failure
   */
  async named(text: string): Promise<Reading<NameSearch<Team>>> {
    const found = await this.#search(text)
    const isExact = ({ handle, name }: Team) => handle === text || name === text
    if (found.status !== 'found' || found.value.some(isExact))
      return mapped(found, (teams) => ({ matches: teams.filter(isExact), candidates: [] }))
    return mapped(await this.#search(undefined), (teams) => ({
      matches: teams.filter(isExact),
      candidates: teams.map(({ handle }) => handle),
    }))
  }

  /**
   * All teams of the organization.
   * @throws Failure
   */
  all(): Promise<Reading<Team[]>> {
    return this.#search(undefined)
  }

  #search(text: string | undefined): Promise<Reading<Team[]>> {
    return this.#searches.get(text ?? '', () => {
      const purpose = text === undefined ? 'list the teams' : `search the teams for ${text}`
      const collection = { path: '/api/v2/team', filter: 'filter[keyword]', size: LARGEST_PAGE, purpose }
      return search(this.#session, { ...collection, permission: TO_READ_TEAMS, read: readTeams }, text)
    })
  }
}

function teamSchema() {
  return z.object({ id: z.string(), attributes: z.object({ name: z.string(), handle: z.string() }) })
}

function teamOf({ id, attributes: { name, handle } }: z.output<ReturnType<typeof teamSchema>>): Team {
  return { id, name, handle }
}

const oneSchema = schemaOf(() => z.object({ data: teamSchema() }))

const manySchema = schemaOf(() => {
  const pagination = z.nullish(z.object({ total: z.nullish(z.number()) }))
  return z.object({ data: z.array(teamSchema()), meta: z.nullish(z.object({ pagination })) })
})

function readTeams(answer: Answer) {
  const { data, meta } = parse(manySchema(), readJson(answer))
  const total = meta?.pagination?.total
  return { items: data.map(teamOf), ...(typeof total === 'number' && { total }) }
}
