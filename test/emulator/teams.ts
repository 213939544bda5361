import { offsetTimes } from './directory-times.ts'
import { jsonApi, type Received, type Reply, stringError } from './exchange.ts'
import type { JsonObject } from './json.ts'
import { readPage } from './pages.ts'
import type { Store } from './store.ts'
import { isUuid, uuidOf } from './uuid.ts'

/** A team of the organization. */
export interface Team {
  id: string
  name: string
  handle: string
}

/** The teams of the organization, in their order. */
export interface Teams {
  all(): Team[]
  byId(id: string): Team | undefined
  put(given: Partial<Team>): Team
}

const DEFAULT_PAGE_SIZE = 10
const MAX_PAGE_SIZE = 100

const handleOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** An organization without teams. */
export function createTeams(): Teams {
  const teams = new Map<string, Team>()
  const put = ({ id: givenId, name: givenName, handle }: Partial<Team>): Team => {
    const id = (givenId ?? uuidOf(`team ${handle ?? givenName}`)).toLowerCase()
    const name = givenName ?? handle ?? `team ${id.slice(0, 8)}`
    const team = { id, name, handle: handle ?? (handleOf(name) || id) }
    teams.set(id, team)
    return team
  }
  return { all: () => [...teams.values()], byId: (id) => teams.get(id.toLowerCase()), put }
}

/** A team among what an AuthN mapping includes. */
export const includedTeam = ({ id, name, handle }: Team): JsonObject => ({
  type: 'team',
  id,
  attributes: {
    ...{ name, handle, summary: `Team ${name}`, avatar: null, banner: 12, user_count: 0, link_count: 0 },
    ...{ is_open_membership: true, handles: [handle] },
  },
})

/** A team as `/api/v2/team` shows it. */
export const teamWire = ({ id, name, handle }: Team): JsonObject => ({
  id,
  type: 'team',
  attributes: {
    ...{ created_at: offsetTimes.created_at, description: '', handle, is_managed: false, link_count: 0 },
    ...{ modified_at: offsetTimes.modified_at, name, summary: null, user_count: 0 },
  },
  relationships: {
    team_links: { data: [], links: { related: `/api/v2/team/${id}/links` } },
    user_team_permissions: { data: null, links: { related: `/api/v2/team/${id}/permission-settings` } },
  },
})

/** Answers `GET /api/v2/team`: `filter[keyword]` is searched in names and handles. */
export function answerTeams(store: Store, scheme: string, request: Received): Reply {
  const { query } = request
  const page = readPage(query, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  if (!page) return stringError(400, 'Invalid page')
  const keyword = query.get('filter[keyword]')
  const text = keyword?.toLowerCase() ?? ''
  const found = store.teams.all().filter((team) => `${team.name}\n${team.handle}`.toLowerCase().includes(text))
  const last = Math.max(0, Math.ceil(found.length / page.size) - 1)
  const collection = `${scheme}://${request.headers['host']}${request.path}`
  const searched = keyword === null ? '' : `filter[keyword]=${encodeURIComponent(keyword)}&`
  const linkTo = (number: number) => `${collection}?${searched}page[number]=${number}&page[size]=${page.size}`
  const previous = page.number > 0 ? page.number - 1 : null
  const next = page.number < last ? page.number + 1 : null
  return jsonApi(200, {
    data: page.of(found).map(teamWire),
    meta: {
      pagination: {
        ...{ type: 'number_size', number: page.number, size: page.size, total: found.length },
        ...{ first_number: 0, prev_number: previous, next_number: next, last_number: last },
      },
    },
    links: {
      self: collection + request.target.slice(request.path.length),
      first: linkTo(0),
      last: linkTo(last),
      ...(next !== null && { next: linkTo(next) }),
      ...(previous !== null && { prev: linkTo(previous) }),
    },
  })
}

/** Answers `GET /api/v2/team/{id}`. */
export function answerTeam(store: Store, id: string): Reply {
  if (!isUuid(id)) return stringError(404, `${id} is not a valid UUID not found`)
  const team = store.teams.byId(id)
  return team ? jsonApi(200, { data: teamWire(team) }) : stringError(404, `Team for ID ${id} not found`)
}
