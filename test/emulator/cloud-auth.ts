import { randomUUID } from 'node:crypto'
import { accountOf, collide, refusedPattern } from './arn-match.ts'
import { CLAIM_NAMES, compileRe2, sameMatchers } from './claim-match.ts'
import {
  genericError,
  invalid,
  type JsonApiError,
  jsonApi,
  jsonApiError,
  noContent,
  type Received,
  type Reply,
} from './exchange.ts'
import { isJsonObject, type JsonObject, parseJson } from './json.ts'
import { isListed, isReadable, visibleSince } from './lag.ts'
import { accountToMap } from './mapped-account.ts'
import type { CloudAuthAttributes, CloudAuthKind, CloudAuthMapping, Settings, Store } from './store.ts'
import { isUuid } from './uuid.ts'

interface Family {
  path: string
  type: string
  writable: readonly (keyof CloudAuthAttributes)[]
  /** The other family of the same cloud: a principal may be in one of the two only. */
  sibling: CloudAuthKind
}

/** The four families, told apart by what is in this table and nothing else. */
export const FAMILIES: Record<CloudAuthKind, Family> = {
  'aws-persona': {
    path: 'aws/persona_mapping',
    type: 'aws_cloud_auth_config',
    writable: ['account_identifier', 'arn_pattern'],
    sibling: 'aws-intake',
  },
  'aws-intake': {
    path: 'aws/intake_mapping',
    type: 'aws_cloud_auth_intake_mapping',
    writable: ['arn_pattern'],
    sibling: 'aws-persona',
  },
  'github-persona': {
    path: 'github/persona_mapping',
    type: 'github_oidc_auth_config',
    writable: ['account_identifier', 'claim_matchers'],
    sibling: 'github-intake',
  },
  'github-intake': {
    path: 'github/intake_mapping',
    type: 'github_oidc_auth_intake_mapping',
    writable: ['claim_matchers'],
    sibling: 'github-persona',
  },
}

const NOT_FOUND: JsonApiError = { status: '404', title: 'Not Found' }
const NOT_INTEGRATED = 'AWS Account Id is not integrated with this Datadog account'

/** A literal owner and its slash; an anchor may stand before it. */
const OWNER_FIRST = /^\^?repo:[\w-]+\/(?![?*+{])/

/** A mapping as the wire shows it: id, type, attributes, in this order. */
export const cloudAuthWire = (kind: CloudAuthKind, mapping: CloudAuthMapping): JsonObject => ({
  id: mapping.id,
  type: FAMILIES[kind].type,
  attributes: mapping.attributes,
})

/** Answers a request to one of the four families; `id` is undefined for the collection. */
export function answerCloudAuth(
  store: Store,
  settings: Settings,
  kind: CloudAuthKind,
  id: string | undefined,
  request: Received,
  callerUuid: string,
): Reply {
  if (id === undefined) {
    if (request.method === 'GET') return list(store, settings, kind)
    if (request.method === 'POST') return create(store, settings, kind, request.body, callerUuid)
  } else {
    if (request.method === 'GET') return get(store, settings, kind, id)
    if (request.method === 'DELETE') return remove(store, kind, id)
  }
  return store.switches.unknownMethod === 404
    ? jsonApiError(404, NOT_FOUND)
    : jsonApiError(405, { status: '405', title: 'Method Not Allowed' })
}

function list(store: Store, settings: Settings, kind: CloudAuthKind): Reply {
  const data = [...store.cloudAuth[kind].values()]
    .filter((mapping) => isListed(store, settings, mapping.visibility))
    .map((mapping) => cloudAuthWire(kind, mapping))
  return jsonApi(200, { data })
}

function get(store: Store, settings: Settings, kind: CloudAuthKind, id: string): Reply {
  const mapping = find(store, kind, id)
  if (!('attributes' in mapping)) return mapping
  return isReadable(store, settings, mapping.visibility)
    ? jsonApi(200, { data: cloudAuthWire(kind, mapping) })
    : { ...jsonApiError(404, NOT_FOUND), reason: 'the lag switch hides this mapping' }
}

function remove(store: Store, kind: CloudAuthKind, id: string): Reply {
  const mapping = find(store, kind, id)
  if (!('attributes' in mapping)) return mapping
  store.cloudAuth[kind].delete(mapping.id)
  return noContent()
}

function find(store: Store, kind: CloudAuthKind, id: string): CloudAuthMapping | Reply {
  if (!isUuid(id)) {
    const name = kind.endsWith('persona') ? 'persona_mapping_id' : 'intake_mapping_id'
    const detail = `invalid parameter "${name}" in "path"; expected type "uuid"`
    return jsonApiError(400, { status: '400', title: 'Invalid Parameter', detail })
  }
  return store.cloudAuth[kind].get(id.toLowerCase()) ?? jsonApiError(404, NOT_FOUND)
}

function create(store: Store, settings: Settings, kind: CloudAuthKind, body: string, callerUuid: string): Reply {
  const given = readAttributes(store, kind, body)
  if ('status' in given) return given
  const { arn_pattern: pattern, account_identifier: identifier, claim_matchers: matchers } = given.attributes
  if (pattern !== undefined) {
    const refused = refusedPattern(pattern)
    if (refused) return genericError(refused)
    const integrated = settings.accounts?.has(accountOf(pattern)) ?? true
    if (store.notIntegratedLeft > 0 || !integrated) {
      store.notIntegratedLeft = Math.max(0, store.notIntegratedLeft - 1)
      return genericError(NOT_INTEGRATED)
    }
  }
  const attributes: CloudAuthAttributes = {}
  if (identifier !== undefined) {
    const account = accountToMap(store, identifier, callerUuid)
    if ('headers' in account) return account
    attributes.account_identifier = account.handle
    attributes.account_uuid = store.switches.resolvesTo || account.id
  }
  const holder = conflicting(store, kind, given.attributes)
  if (holder) return conflict(store, pattern === undefined ? 'claim matchers' : 'ARN pattern', holder)
  if (pattern !== undefined) attributes.arn_pattern = pattern
  if (matchers !== undefined) attributes.claim_matchers = matchers
  const mapping = { id: randomUUID(), attributes, visibility: visibleSince(settings.now(), false) }
  store.cloudAuth[kind].set(mapping.id, mapping)
  const { createdType } = store.switches
  return jsonApi(201, { data: { ...cloudAuthWire(kind, mapping), ...(createdType && { type: createdType }) } })
}

function conflict(store: Store, what: string, holder: CloudAuthMapping): Reply {
  const detail = `${what} conflicts with an existing persona or intake mapping`
  const error = { title: 'Generic Error', detail }
  const answer = jsonApiError(
    409,
    store.switches.conflict === 'generic' ? error : { status: '409', ...error, title: 'Conflict' },
  )
  return { ...answer, reason: `held by ${holder.id}` }
}

function conflicting(store: Store, kind: CloudAuthKind, wanted: CloudAuthAttributes): CloudAuthMapping | undefined {
  const collides = ({ arn_pattern: pattern, claim_matchers: matchers }: CloudAuthAttributes): boolean => {
    if (wanted.arn_pattern !== undefined) {
      if (pattern === wanted.arn_pattern) return true
      return store.switches.overlaps === 'refused' && pattern !== undefined && collide(pattern, wanted.arn_pattern)
    }
    return matchers !== undefined && sameMatchers(matchers, wanted.claim_matchers ?? {})
  }
  for (const family of [kind, FAMILIES[kind].sibling]) {
    for (const mapping of store.cloudAuth[family].values()) if (collides(mapping.attributes)) return mapping
  }
  return undefined
}

function readAttributes(store: Store, kind: CloudAuthKind, body: string): { attributes: CloudAuthAttributes } | Reply {
  const parsed = parseJson(body)
  if (!isJsonObject(parsed)) return invalid('', 'the body is not a JSON object')
  const data = parsed['data']
  if (!isJsonObject(data)) return invalid('/data', 'data is required')
  const { type, writable } = FAMILIES[kind]
  if (data['type'] !== type) return invalid('/data/type', `type must be ${type}`)
  const attributes = data['attributes']
  if (!isJsonObject(attributes)) return invalid('/data/attributes', 'attributes is required')
  for (const name of Object.keys(attributes)) {
    if (!writable.some((known) => known === name)) return invalid(`/data/attributes/${name}`, `${name} is not allowed`)
  }
  for (const name of writable) {
    const value = attributes[name]
    const wrong =
      name === 'claim_matchers'
        ? wrongWithMatchers(store, value)
        : typeof value === 'string' && value !== ''
          ? undefined
          : { pointer: '', detail: `${name} is required` }
    if (wrong) return invalid(`/data/attributes/${name}${wrong.pointer}`, wrong.detail)
  }
  return { attributes: attributes as CloudAuthAttributes }
}

function wrongWithMatchers(store: Store, matchers: unknown): { pointer: string; detail: string } | undefined {
  if (!isJsonObject(matchers)) return { pointer: '', detail: 'claim_matchers is required' }
  for (const [name, pattern] of Object.entries(matchers)) {
    const pointer = `/${name}`
    if (!CLAIM_NAMES.includes(name)) return { pointer, detail: `${name} is not a claim that can be matched` }
    if (typeof pattern !== 'string' || pattern === '')
      return { pointer, detail: `${name} must be a regular expression` }
    if (!compileRe2(pattern)) return { pointer, detail: `${name} is not a valid regular expression` }
  }
  const sub = matchers['sub']
  if (typeof sub !== 'string') return { pointer: '/sub', detail: 'sub is required' }
  if (store.switches.subject === 'strict' && !OWNER_FIRST.test(sub)) {
    return { pointer: '/sub', detail: 'sub must begin with repo:<OWNER>/ where <OWNER> is a literal name' }
  }
  return undefined
}
