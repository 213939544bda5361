import { randomUUID } from 'node:crypto'
import { createAuthnMapping } from './authn.ts'
import { visibleSince } from './lag.ts'
import { DEFAULT_ORG_CONFIGS, DEFAULT_ORG_PREFERENCES } from './org.ts'
import { ADMIN_ROLE } from './roles.ts'
import type { Seed } from './seed.ts'
import {
  CLOUD_AUTH_KINDS,
  type CloudAuthAttributes,
  type CloudAuthKind,
  OPERATOR_EMAIL,
  type Store,
  turnSwitches,
} from './store.ts'
import { isUuid } from './uuid.ts'

/** Fills a new store; mappings are taken as they are, also those that the API would refuse. */
export function plant(store: Store, seed: Seed, now: number): void {
  if (seed.switches) turnSwitches(store, seed.switches)
  store.missing = new Set(seed.missing?.map((id) => id.toLowerCase()))
  plantOrg(store, seed)
  plantPermissionsAndRoles(store, seed)
  for (const team of seed.teams ?? []) store.teams.put(team)
  plantUsers(store, seed)
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

const overDefaults = (defaults: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>> = {}) =>
  Object.fromEntries(Object.entries({ ...defaults, ...given }).filter(([, value]) => value !== null))

function plantOrg(store: Store, { org, org_configs: configs, org_preferences: preferences, iam }: Seed): void {
  Object.assign(store.org, org)
  store.orgConfigs = overDefaults(DEFAULT_ORG_CONFIGS, configs)
  store.orgPreferences = overDefaults(DEFAULT_ORG_PREFERENCES, preferences)
  // Once one list is given, what is in neither does not exist.
  if (iam) store.iam = { roles: iam.roles ?? [], users: iam.users ?? [] }
}

function plantPermissionsAndRoles(store: Store, seed: Seed): void {
  for (const { display_name, group_name, display_type, name_aliases, ...rest } of seed.permissions ?? []) {
    store.permissions.put({
      ...rest,
      ...(display_name !== undefined && { displayName: display_name }),
      ...(group_name !== undefined && { groupName: group_name }),
      ...(display_type !== undefined && { displayType: display_type }),
      ...(name_aliases !== undefined && { aliases: name_aliases }),
    })
  }
  for (const role of seed.roles ?? []) {
    const { permissions } = store.roles.put(role)
    if (permissions !== 'all') for (const name of permissions) store.permissions.ensure(name)
  }
}

function plantUsers(store: Store, { users = [], operator }: Seed): void {
  for (const { id, service_account: serviceAccount, ...rest } of users) {
    const isOperator = id.toLowerCase() === operator?.toLowerCase()
    const roles = rest.roles ?? (isOperator ? [ADMIN_ROLE] : undefined)
    store.accounts.add({
      id,
      ...rest,
      ...(serviceAccount !== undefined && { serviceAccount }),
      ...(roles && { roles }),
    })
    for (const role of roles ?? []) {
      if (!store.roles.byId(role) && !store.roles.byName(role))
        store.roles.put(isUuid(role) ? { id: role } : { name: role })
    }
  }
  if (operator === undefined) return
  store.operatorId = operator.toLowerCase()
  if (!store.accounts.byId(operator)) {
    store.accounts.add({ id: operator, email: OPERATOR_EMAIL, roles: [ADMIN_ROLE] })
  }
}

function plantCloudAuth(
  store: Store,
  kind: CloudAuthKind,
  { id, ...given }: CloudAuthAttributes & { id?: string },
  now: number,
): void {
  const { account_identifier: identifier, account_uuid, ...rest } = given
  const attributes: CloudAuthAttributes = {}
  if (identifier !== undefined) {
    // A mapping that names an account's UUID may outlive the account; without one, its account exists.
    const account = account_uuid === undefined ? store.accounts.ensure(identifier) : undefined
    attributes.account_identifier = account?.handle ?? identifier
    attributes.account_uuid = account?.id ?? account_uuid ?? ''
  }
  const mapping = { id: id?.toLowerCase() ?? randomUUID(), attributes: { ...attributes, ...rest } }
  if (store.cloudAuth[kind].has(mapping.id))
    throw new Error(`seed.mappings.${kind}: the id ${mapping.id} is used twice`)
  store.cloudAuth[kind].set(mapping.id, { ...mapping, visibility: visibleSince(now, true) })
}
