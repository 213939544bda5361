import { randomUUID } from 'node:crypto'
import { createAuthnMapping } from './authn.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import { visibleSince } from './lag.ts'
import { CLOUD_AUTH_KINDS, type CloudAuthAttributes, type CloudAuthKind, type Store, turnSwitches } from './store.ts'
import { type Switches, wrongWithSwitches } from './switches.ts'
import { isUuid, uuidOf } from './uuid.ts'

interface SeededId {
  id?: string
}

interface SeededPersona extends SeededId {
  account_identifier: string
  account_uuid?: string
}

/** What an organisation holds at the start; everything is optional. */
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
  users?: readonly { id: string; email: string; handle?: string; name?: string; service_account?: boolean }[]
  roles?: readonly { id: string; name: string }[]
  teams?: readonly { id: string; name: string }[]
  /** The id of the account that keys and the static bearer token stand for. */
  operator?: string
  switches?: Partial<Switches>
}

type Check = 'text' | 'text?' | 'uuid' | 'uuid?' | 'boolean?' | 'matchers'

const CHECKS: Record<Check, { says: string; test: (value: unknown) => boolean }> = {
  text: { says: 'a string', test: (value) => typeof value === 'string' },
  'text?': { says: 'a string', test: (value) => value === undefined || typeof value === 'string' },
  uuid: { says: 'a UUID', test: (value) => typeof value === 'string' && isUuid(value) },
  'uuid?': { says: 'a UUID', test: (value) => value === undefined || (typeof value === 'string' && isUuid(value)) },
  'boolean?': { says: 'true or false', test: (value) => value === undefined || typeof value === 'boolean' },
  matchers: {
    says: 'an object of strings',
    test: (value) => isJsonObject(value) && Object.values(value).every((member) => typeof member === 'string'),
  },
}

const PERSONA: Record<string, Check> = { id: 'uuid?', account_identifier: 'text', account_uuid: 'uuid?' }
const MAPPINGS: Record<CloudAuthKind | 'authn', Record<string, Check>> = {
  'aws-persona': { ...PERSONA, arn_pattern: 'text' },
  'aws-intake': { id: 'uuid?', arn_pattern: 'text', par_enrollment_enabled: 'boolean?' },
  'github-persona': { ...PERSONA, claim_matchers: 'matchers' },
  'github-intake': { id: 'uuid?', claim_matchers: 'matchers' },
  authn: { id: 'uuid?', attribute_key: 'text', attribute_value: 'text', role_id: 'uuid?', team_id: 'uuid?' },
}
const USER: Record<string, Check> = {
  id: 'uuid',
  email: 'text',
  handle: 'text?',
  name: 'text?',
  service_account: 'boolean?',
}
const NAMED: Record<string, Check> = { id: 'uuid', name: 'text' }

function members(value: unknown, where: string, allowed: readonly string[]): JsonObject {
  if (!isJsonObject(value)) throw new Error(`${where}: expected an object`)
  const unknown = Object.keys(value).find((name) => !allowed.includes(name))
  if (unknown !== undefined) throw new Error(`${where}.${unknown}: no such member (there are ${allowed.join(', ')})`)
  return value
}

function checkAll(value: unknown, where: string, checks: Record<string, Check>): void {
  if (value === undefined) return
  if (!Array.isArray(value)) throw new Error(`${where}: expected an array`)
  value.forEach((item: unknown, index) => {
    const object = members(item, `${where}[${index}]`, Object.keys(checks))
    for (const [name, check] of Object.entries(checks)) {
      if (!CHECKS[check].test(object[name])) {
        throw new Error(
          `${where}[${index}].${name}: expected ${CHECKS[check].says}, got ${JSON.stringify(object[name])}`,
        )
      }
    }
  })
}

/** Throws an Error that names the member when a value is not a seed. */
export function checkSeed(value: unknown): asserts value is Seed {
  const seed = members(value, 'seed', ['mappings', 'users', 'roles', 'teams', 'operator', 'switches'])
  const mappings = members(seed['mappings'] ?? {}, 'seed.mappings', Object.keys(MAPPINGS))
  for (const [kind, checks] of Object.entries(MAPPINGS)) checkAll(mappings[kind], `seed.mappings.${kind}`, checks)
  const authn = (seed as Seed).mappings?.authn ?? []
  authn.forEach(({ role_id, team_id }, index) => {
    if ((role_id === undefined) === (team_id === undefined)) {
      throw new Error(`seed.mappings.authn[${index}]: expected either role_id or team_id`)
    }
  })
  checkAll(seed['users'], 'seed.users', USER)
  checkAll(seed['roles'], 'seed.roles', NAMED)
  checkAll(seed['teams'], 'seed.teams', NAMED)
  if (!CHECKS['uuid?'].test(seed['operator'])) throw new Error('seed.operator: expected a UUID')
  const wrong = wrongWithSwitches(seed['switches'] ?? {})
  if (wrong) throw new Error(`seed.${wrong}`)
}

/** Fills a new store; mappings are taken as they are, also those that the API would refuse. */
export function plant(store: Store, seed: Seed, now: number): void {
  for (const { id, email, handle, name = email, service_account: serviceAccount = false } of seed.users ?? []) {
    const account = { id: id.toLowerCase(), email, name, serviceAccount }
    store.accounts.add({ ...account, handle: handle ?? (serviceAccount ? account.id : email.toLowerCase()) })
  }
  if (seed.operator !== undefined) store.operatorId = seed.operator.toLowerCase()
  for (const { id, name } of seed.roles ?? []) store.roles.set(id.toLowerCase(), name)
  for (const { id, name } of seed.teams ?? []) store.teams.set(id.toLowerCase(), name)
  if (seed.switches) turnSwitches(store, seed.switches)
  for (const kind of CLOUD_AUTH_KINDS) {
    for (const planted of seed.mappings?.[kind] ?? []) plantCloudAuth(store, kind, planted, now)
  }
  for (const mapping of seed.mappings?.authn ?? []) {
    const { id, attribute_key: attributeKey, attribute_value: attributeValue, role_id, team_id = '' } = mapping
    const grant =
      role_id === undefined ? ({ type: 'team', id: team_id } as const) : ({ type: 'role', id: role_id } as const)
    createAuthnMapping(store, { attributeKey, attributeValue, grant }, now, { seeded: true, ...(id && { id }) })
  }
}

function plantCloudAuth(
  store: Store,
  kind: CloudAuthKind,
  { id, ...given }: SeededId & CloudAuthAttributes,
  now: number,
): void {
  const { account_identifier: identifier, account_uuid, ...rest } = given
  const attributes: CloudAuthAttributes = {}
  if (identifier !== undefined) {
    const account = account_uuid === undefined ? store.accounts.resolve(identifier) : { refused: '' }
    attributes.account_identifier = 'handle' in account ? account.handle : identifier
    attributes.account_uuid = 'handle' in account ? account.id : (account_uuid ?? uuidOf(identifier))
  }
  const mapping = { id: id?.toLowerCase() ?? randomUUID(), attributes: { ...attributes, ...rest } }
  if (store.cloudAuth[kind].has(mapping.id))
    throw new Error(`seed.mappings.${kind}: the id ${mapping.id} is used twice`)
  store.cloudAuth[kind].set(mapping.id, { ...mapping, visibility: visibleSince(now, true) })
}
