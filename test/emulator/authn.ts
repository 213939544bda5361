import { turnPage } from './authn-pages.ts'
import { noContent, plainJson, type Received, type Reply, stringError } from './exchange.ts'
import { isJsonObject, type JsonObject, parseJson } from './json.ts'
import { isListed, isReadable, visibleSince } from './lag.ts'
import { readPage } from './pages.ts'
import { includedRole } from './roles.ts'
import type { AuthnMapping, Grant, Settings, Store } from './store.ts'
import { includedTeam } from './teams.ts'
import { isUuid, uuidV1 } from './uuid.ts'

type Written = Pick<AuthnMapping, 'attributeKey' | 'attributeValue' | 'grant'>

const RESOURCE_TYPES = { role: 'roles', team: 'team' } as const
const DEFAULT_PAGE_SIZE = 10
const MAX_PAGE_SIZE = 100
const FIRST_SAML_ID = 3700

/** RFC 3339 with microseconds and an offset, as the real answers have it. */
const timestamp = (microseconds: number): string => {
  const fraction = String(microseconds % 1_000_000).padStart(6, '0')
  return `${new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, 19)}.${fraction}+00:00`
}

/** The time now, a microsecond later at each call, so that ids and times tell the order. */
function nextMicrosecond(store: Store, now: number): number {
  store.created += 1
  return Math.floor(now) * 1000 + store.created
}

/** Adds a mapping; equal ones may exist already, the API does not mind. */
export function createAuthnMapping(
  store: Store,
  written: Written,
  now: number,
  { id, seeded = false }: { id?: string; seeded?: boolean } = {},
): AuthnMapping {
  const microseconds = nextMicrosecond(store, now)
  const times = { createdAt: timestamp(microseconds), modifiedAt: timestamp(microseconds) }
  const visibility = visibleSince(now, seeded)
  const mapping = { ...written, ...times, visibility, id: id?.toLowerCase() ?? uuidV1(microseconds) }
  store.authn.set(mapping.id, mapping)
  samlIdOf(store, mapping)
  ensureGranted(store, mapping.grant)
  return mapping
}

function samlIdOf(store: Store, { attributeKey, attributeValue }: Written): string {
  const pair = JSON.stringify([attributeKey, attributeValue])
  const id = store.samlAttributes.get(pair) ?? String(FIRST_SAML_ID + store.samlAttributes.size)
  store.samlAttributes.set(pair, id)
  return id
}

const registerOf = (store: Store, type: Grant['type']) => (type === 'role' ? store.roles : store.teams)

/** Makes the role or team that a mapping gives, unless it is known or said to be missing. */
function ensureGranted(store: Store, { type, id }: Grant): void {
  const register = registerOf(store, type)
  if (!register.byId(id) && !store.missing.has(id.toLowerCase())) register.put({ id })
}

const nameOf = (store: Store, { type, id }: Grant): string => registerOf(store, type).byId(id)?.name ?? ''

/** A mapping as the wire shows it: type, id, attributes, relationships, in this order. */
export function authnWire(store: Store, mapping: AuthnMapping): JsonObject {
  const samlId = samlIdOf(store, mapping)
  const older = store.switches.authn === 'older'
  const { type, id } = mapping.grant
  const used = { data: { type: RESOURCE_TYPES[type], id } }
  const unused = { data: null }
  return {
    type: 'authn_mappings',
    id: mapping.id,
    attributes: {
      ...(older ? {} : { saml_assertion_attribute_id: samlId }),
      attribute_key: mapping.attributeKey,
      attribute_value: mapping.attributeValue,
      created_at: mapping.createdAt,
      modified_at: mapping.modifiedAt,
    },
    relationships: older
      ? { [type]: used }
      : {
          saml_assertion_attribute: { data: { type: 'saml_assertion_attributes', id: samlId } },
          role: type === 'role' ? used : unused,
          team: type === 'team' ? used : unused,
        },
  }
}

function includedOf(store: Store, mapping: AuthnMapping): JsonObject[] {
  const granted = grantedWire(store, mapping.grant)
  if (store.switches.authn === 'older') return granted
  const attributes = { attribute_key: mapping.attributeKey, attribute_value: mapping.attributeValue }
  return [{ type: 'saml_assertion_attributes', id: samlIdOf(store, mapping), attributes }, ...granted]
}

function grantedWire(store: Store, { type, id }: Grant): JsonObject[] {
  const role = type === 'role' && store.roles.byId(id)
  if (role) return [includedRole(store, role)]
  const team = type === 'team' && store.teams.byId(id)
  return team ? [includedTeam(team)] : []
}

/** Answers a request to `/api/v2/authn_mappings`; `id` is undefined for the collection. */
export function answerAuthn(store: Store, settings: Settings, id: string | undefined, request: Received): Reply {
  if (id === undefined) {
    if (request.method === 'GET') return list(store, settings, request.query)
    if (request.method === 'POST') return create(store, settings, request.body)
    return stringError(405, 'Method not allowed')
  }
  const mapping = store.authn.get(id.toLowerCase())
  if (!mapping) return stringError(404, `Mapping with id ${id} not found`)
  if (request.method === 'GET') {
    if (isReadable(store, settings, mapping.visibility)) return one(store, mapping)
    return { ...stringError(404, `Mapping with id ${id} not found`), reason: 'the lag switch hides this mapping' }
  }
  if (request.method === 'PATCH') return update(store, settings, mapping, request.body)
  if (request.method === 'DELETE') {
    store.authn.delete(mapping.id)
    return noContent('text/html; charset=utf-8')
  }
  return stringError(405, 'Method not allowed')
}

const one = (store: Store, mapping: AuthnMapping): Reply =>
  plainJson(200, { data: authnWire(store, mapping), included: includedOf(store, mapping) })

type SortKey = (store: Store, mapping: AuthnMapping) => string | number

const SORT_KEYS: Record<string, SortKey> = {
  created_at: (_, { createdAt }) => createdAt,
  role_id: (_, { grant }) => grant.id,
  saml_assertion_attribute_id: (store, mapping) => Number(samlIdOf(store, mapping)),
  'role.name': (store, { grant }) => nameOf(store, grant),
  'saml_assertion_attribute.attribute_key': (_, { attributeKey }) => attributeKey,
  'saml_assertion_attribute.attribute_value': (_, { attributeValue }) => attributeValue,
}

const ascending = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

function list(store: Store, settings: Settings, query: URLSearchParams): Reply {
  const page = readPage(query, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  const resourceType = query.get('resource_type') ?? 'role'
  const sort = query.get('sort') ?? 'created_at'
  const key = SORT_KEYS[sort.replace(/^-/, '')]
  if (!page) return stringError(400, 'Invalid page')
  if (resourceType !== 'role' && resourceType !== 'team') return stringError(400, 'Invalid resource_type')
  if (!key) return stringError(400, 'Invalid sort')

  const all = [...store.authn.values()].filter(
    ({ grant, visibility }) => grant.type === resourceType && isListed(store, settings, visibility),
  )
  const text = query.get('filter')?.toLowerCase() ?? ''
  const filtered = all
    .filter((mapping) =>
      [mapping.attributeKey, mapping.attributeValue, nameOf(store, mapping.grant)].some((value) =>
        value.toLowerCase().includes(text),
      ),
    )
    .sort((a, b) => ascending(key(store, a), key(store, b)) * (sort.startsWith('-') ? -1 : 1))
  const shown = turnPage(store, page, filtered)
  const included = new Map(
    shown.flatMap((mapping) => includedOf(store, mapping)).map((item) => [`${item['type']} ${item['id']}`, item]),
  )
  return plainJson(200, {
    data: shown.map((mapping) => authnWire(store, mapping)),
    ...(included.size === 0 ? {} : { included: [...included.values()] }),
    meta: { page: { total_count: all.length, total_filtered_count: filtered.length } },
  })
}

function create(store: Store, settings: Settings, body: string): Reply {
  const read = readData(body)
  if ('status' in read) return read
  const { data } = read
  const written = readWritten(store, data)
  if ('status' in written) return written
  const { attributeKey, attributeValue, grant } = written
  if (attributeKey === undefined || attributeValue === undefined) {
    return stringError(400, 'attribute_key and attribute_value are required')
  }
  if (!grant) return stringError(400, 'Either a role or a team relationship is required')
  return one(store, createAuthnMapping(store, { attributeKey, attributeValue, grant }, settings.now()))
}

function update(store: Store, settings: Settings, mapping: AuthnMapping, body: string): Reply {
  const read = readData(body)
  if ('status' in read) return read
  const { data } = read
  if (typeof data['id'] !== 'string') return stringError(400, 'id is required')
  if (data['id'].toLowerCase() !== mapping.id) {
    return stringError(422, 'The id attribute in the request body does not match the id in the URL')
  }
  const written = readWritten(store, data)
  if ('status' in written) return written
  const changed = { ...mapping, ...written }
  const taken = [...store.authn.values()].some((other) => other.id !== mapping.id && isSame(other, changed))
  if (taken) return stringError(409, 'An equal mapping already exists')
  changed.modifiedAt = timestamp(nextMicrosecond(store, settings.now()))
  store.authn.set(mapping.id, changed)
  ensureGranted(store, changed.grant)
  return one(store, changed)
}

const isSame = (a: Written, b: Written): boolean =>
  a.attributeKey === b.attributeKey &&
  a.attributeValue === b.attributeValue &&
  a.grant.type === b.grant.type &&
  a.grant.id === b.grant.id

function readData(body: string): { data: JsonObject } | Reply {
  const parsed = parseJson(body)
  const data = isJsonObject(parsed) ? parsed['data'] : undefined
  if (!isJsonObject(data)) return stringError(400, 'The body must be a JSON object with data')
  return data['type'] === 'authn_mappings' ? { data } : stringError(400, 'type must be authn_mappings')
}

function readWritten(store: Store, data: JsonObject): Partial<Written> | Reply {
  const { attributes = {}, relationships = {} } = data
  if (!isJsonObject(attributes) || !isJsonObject(relationships)) return stringError(400, 'Invalid data')
  const written: Partial<Written> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value !== 'string' || value === '') return stringError(400, `${name} must be a text`)
    if (name === 'attribute_key') written.attributeKey = value
    else if (name === 'attribute_value') written.attributeValue = value
    else return stringError(400, `${name} is not allowed`)
  }
  const [first, ...others] = Object.entries(relationships)
  if (others.length > 0) return stringError(400, 'Only one of role and team is allowed')
  if (!first) return written
  const grant = readGrant(store, first[0], first[1])
  return 'status' in grant ? grant : { ...written, grant }
}

function readGrant(store: Store, type: string, relationship: unknown): Grant | Reply {
  if (type !== 'role' && type !== 'team') return stringError(400, `There is no relationship ${type}`)
  const data = isJsonObject(relationship) ? relationship['data'] : undefined
  if (!isJsonObject(data) || data['type'] !== RESOURCE_TYPES[type]) return stringError(400, `Invalid ${type}`)
  const id = data['id']
  if (typeof id !== 'string' || !isUuid(id)) return stringError(400, `Invalid ${type} id`)
  const free = store.switches.roles === 'any' && !store.missing.has(id.toLowerCase())
  if (!free && !registerOf(store, type).byId(id)) return stringError(404, `${type} with id ${id} not found`)
  return { type, id: id.toLowerCase() }
}
