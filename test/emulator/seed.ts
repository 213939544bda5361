import { isJsonObject, type JsonObject } from './json.ts'
import type { CloudAuthKind } from './store.ts'
import { type Switches, wrongWithSwitches } from './switches.ts'
import { isUuid } from './uuid.ts'

interface SeededId {
  id?: string
}

interface SeededPersona extends SeededId {
  account_identifier: string
  account_uuid?: string
}

/** What an organization holds at the start; everything is optional. */
export interface Seed {
  mappings?: {
    'aws-persona'?: readonly (SeededPersona & { arn_pattern: string })[]
    'aws-intake'?: readonly (SeededId & { arn_pattern: string; par_enrollment_enabled?: boolean })[]
    'github-persona'?: readonly (SeededPersona & { claim_matchers: Readonly<Record<string, string>> })[]
    'github-intake'?: readonly (SeededId & { claim_matchers: Readonly<Record<string, string>> })[]
    authn?: readonly (SeededId & {
      attribute_key: string
      attribute_value: string
      role_id?: string
      team_id?: string
    })[]
  }
  users?: readonly {
    id: string
    email: string
    handle?: string
    name?: string | null
    service_account?: boolean
    disabled?: boolean
    status?: 'Active' | 'Pending' | 'Disabled'
    /** Names or ids; default: the standard role, of the operator the admin role. */
    roles?: readonly string[]
  }[]
  roles?: readonly {
    id?: string
    name?: string
    managed?: boolean
    /** Names; default: those of the managed role of that name, otherwise those of the standard role. */
    permissions?: 'all' | readonly string[]
  }[]
  teams?: readonly { id?: string; name?: string; handle?: string }[]
  /** Permissions that are new or differ from what their name says. */
  permissions?: readonly {
    name: string
    id?: string
    display_name?: string
    description?: string
    group_name?: string
    display_type?: 'read' | 'write' | 'other'
    restricted?: boolean
    name_aliases?: readonly string[]
    listed?: boolean
  }[]
  org?: { uuid?: string; name?: string }
  /** Values by name, over the defaults; null takes a setting out. */
  org_configs?: Readonly<Record<string, unknown>>
  org_preferences?: Readonly<Record<string, unknown>>
  /** The roles and users that exist in AWS: ARNs, or names that exist in every account; default: all. */
  iam?: { roles?: readonly string[]; users?: readonly string[] }
  /** Ids of roles and teams that do not exist although mappings name them. */
  missing?: readonly string[]
  /** The id of the account that keys and the static bearer token stand for. */
  operator?: string
  switches?: Partial<Switches>
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)

const CHECKS = {
  text: { says: 'a string', test: isText },
  name: { says: 'a string or null', test: (value: unknown) => value === null || isText(value) },
  texts: { says: 'an array of strings', test: isTexts },
  uuid: { says: 'a UUID', test: (value: unknown) => isText(value) && isUuid(value) },
  boolean: { says: 'true or false', test: (value: unknown) => typeof value === 'boolean' },
  status: {
    says: 'Active, Pending or Disabled',
    test: (value: unknown) => ['Active', 'Pending', 'Disabled'].includes(String(value)),
  },
  display: {
    says: 'read, write or other',
    test: (value: unknown) => ['read', 'write', 'other'].includes(String(value)),
  },
  allowed: { says: 'all or an array of strings', test: (value: unknown) => value === 'all' || isTexts(value) },
  matchers: {
    says: 'an object of strings',
    test: (value: unknown) => isJsonObject(value) && Object.values(value).every(isText),
  },
  object: { says: 'an object', test: isJsonObject },
}

/** A check by its name; a question mark at the end lets the member be missing. */
type Check = keyof typeof CHECKS | `${keyof typeof CHECKS}?`
type Checks = Readonly<Record<string, Check>>

const PERSONA: Checks = { id: 'uuid?', account_identifier: 'text', account_uuid: 'uuid?' }
const MAPPINGS: Record<CloudAuthKind | 'authn', Checks> = {
  'aws-persona': { ...PERSONA, arn_pattern: 'text' },
  'aws-intake': { id: 'uuid?', arn_pattern: 'text', par_enrollment_enabled: 'boolean?' },
  'github-persona': { ...PERSONA, claim_matchers: 'matchers' },
  'github-intake': { id: 'uuid?', claim_matchers: 'matchers' },
  authn: { id: 'uuid?', attribute_key: 'text', attribute_value: 'text', role_id: 'uuid?', team_id: 'uuid?' },
}

const LISTS: Record<'users' | 'roles' | 'teams' | 'permissions', Checks> = {
  users: {
    ...{ id: 'uuid', email: 'text', handle: 'text?', name: 'name?', service_account: 'boolean?' },
    ...{ disabled: 'boolean?', status: 'status?', roles: 'texts?' },
  },
  roles: { id: 'uuid?', name: 'text?', managed: 'boolean?', permissions: 'allowed?' },
  teams: { id: 'uuid?', name: 'text?', handle: 'text?' },
  permissions: {
    ...{ name: 'text', id: 'uuid?', display_name: 'text?', description: 'text?', group_name: 'text?' },
    ...{ display_type: 'display?', restricted: 'boolean?', name_aliases: 'texts?', listed: 'boolean?' },
  },
}

const OBJECTS: Record<'org' | 'iam', Checks> = {
  org: { uuid: 'uuid?', name: 'text?' },
  iam: { roles: 'texts?', users: 'texts?' },
}

const REST: Checks = { operator: 'uuid?', org_configs: 'object?', org_preferences: 'object?', missing: 'texts?' }

function members(value: unknown, where: string, allowed: readonly string[]): JsonObject {
  if (!isJsonObject(value)) throw new Error(`${where}: expected an object`)
  const unknown = Object.keys(value).find((name) => !allowed.includes(name))
  if (unknown !== undefined) throw new Error(`${where}.${unknown}: no such member (there are ${allowed.join(', ')})`)
  return value
}

function checkMembers(object: JsonObject, where: string, checks: Checks): void {
  for (const [name, named] of Object.entries(checks)) {
    const value = object[name]
    if (named.endsWith('?') && value === undefined) continue
    const check = CHECKS[named.replace('?', '') as keyof typeof CHECKS]
    if (!check.test(value)) {
      throw new Error(`${where}.${name}: expected ${check.says}, got ${JSON.stringify(value)}`)
    }
  }
}

function checkObject(value: unknown, where: string, checks: Checks): void {
  checkMembers(members(value, where, Object.keys(checks)), where, checks)
}

function checkList(value: unknown, where: string, checks: Checks): void {
  if (value === undefined) return
  if (!Array.isArray(value)) throw new Error(`${where}: expected an array`)
  value.forEach((item: unknown, index) => {
    checkObject(item, `${where}[${index}]`, checks)
  })
}

/** Throws an Error that names the member when a value is not a seed. */
export function checkSeed(value: unknown): asserts value is Seed {
  const named = [LISTS, OBJECTS, REST].flatMap((checks) => Object.keys(checks))
  const seed = members(value, 'seed', ['mappings', ...named, 'switches'])
  const mappings = members(seed['mappings'] ?? {}, 'seed.mappings', Object.keys(MAPPINGS))
  for (const [kind, checks] of Object.entries(MAPPINGS)) checkList(mappings[kind], `seed.mappings.${kind}`, checks)
  const authn = (seed as Seed).mappings?.authn ?? []
  authn.forEach(({ role_id, team_id }, index) => {
    if ((role_id === undefined) === (team_id === undefined)) {
      throw new Error(`seed.mappings.authn[${index}]: expected either role_id or team_id`)
    }
  })
  for (const [name, checks] of Object.entries(LISTS)) checkList(seed[name], `seed.${name}`, checks)
  for (const [name, checks] of Object.entries(OBJECTS)) checkObject(seed[name] ?? {}, `seed.${name}`, checks)
  checkMembers(seed, 'seed', REST)
  const wrong = wrongWithSwitches(seed['switches'] ?? {})
  if (wrong) throw new Error(`seed.${wrong}`)
}
