import { counted } from './counted.ts'

/** A Datadog account as far as its power goes. */
export interface Powerful {
  readonly uuid: string
  readonly name?: string
  readonly email?: string
  readonly handle?: string
  /** Undefined when Datadog does not say whether it is a service account or a person. */
  readonly serviceAccount: boolean | undefined
  readonly disabled: boolean
  readonly roles: readonly RolePower[]
  /** The names of the permissions of all roles, each once, sorted; an id where Datadog does not name the permission. */
  readonly permissions: readonly string[]
  /** Whether Datadog leaves out what some of its roles may do: then it may do more than this. */
  readonly isPartial?: boolean
}

/** A Datadog role as far as its power goes. */
export interface RolePower {
  readonly id: string
  readonly name: string
  /** Whether Datadog manages it: only then its name says what it may do. */
  readonly managed: boolean
}

/** A role with the names of its permissions, sorted. */
export interface RoleWithPermissions extends RolePower {
  readonly permissions: readonly string[]
}

/** Permissions with which an account can give itself or others more power, or take it from others, and what each lets it do. */
export const DANGEROUS_PERMISSIONS: Readonly<Record<string, string>> = {
  org_management: 'change the organization and its SAML login',
  user_access_manage: 'disable users or change their roles',
  user_access_invite: 'invite users',
  service_account_write: 'create service accounts with keys',
  api_keys_write: 'create API keys',
  api_keys_delete: 'delete API keys',
  org_app_keys_write: "change anyone's application keys",
  workload_identity_federation_write: 'map more callers to accounts',
  cloud_auth_config_write: 'map more callers to accounts',
  manage_integrations: 'change integrations and their credentials',
  teams_manage: 'change every team',
}

// The one managed role that has every permission; its permissions can include some that no list names.
const ADMIN_ROLE = 'Datadog Admin Role'

/** Why an account, or a role, is dangerous: its dangerous permissions by name, the admin role first; none for a harmless one. */
export function dangersOf(power: Pick<Powerful, 'roles' | 'permissions'>): string[] {
  const admin = power.roles.filter(isAdmin).map(({ name }) => name)
  return [...admin, ...power.permissions.filter((name) => Object.hasOwn(DANGEROUS_PERMISSIONS, name))]
}

/** Whether a role is the managed admin role. */
export function isAdmin({ name, managed }: RolePower): boolean {
  return managed && name === ADMIN_ROLE
}

/** What to call an account: the name of a service account, the email of a person, and the UUID when nothing else is known. */
export function accountName({ uuid, name, email, handle, serviceAccount }: Powerful): string {
  return (serviceAccount ? name || email || handle : email || handle || name) || uuid
}

/**
 * An account as a person would describe it, in parts that a report can set in its own way:
 * "ci-deployer (service account, Datadog Standard Role, 212 permissions)".
 */
export function powerParts(power: Powerful): { readonly text: string; readonly isDangerous: boolean }[] {
  const { serviceAccount, disabled, roles, permissions, isPartial = false } = power
  const count = isPartial ? 'permissions not all known' : permissionCount(permissions)
  const may = dangersInWords(power)
  return [
    { text: natureOf(serviceAccount), isDangerous: false },
    ...(disabled ? [{ text: 'disabled', isDangerous: true }] : []),
    ...roles.map((role) => ({ text: role.name, isDangerous: isAdmin(role) })),
    { text: count, isDangerous: false },
    ...(may === '' ? [] : [{ text: may, isDangerous: true }]),
  ]
}

function natureOf(serviceAccount: boolean | undefined): string {
  if (serviceAccount === undefined) return 'person or service account'
  return serviceAccount ? 'service account' : 'person'
}

/** How many permissions there are: `no permissions`, `1 permission`, `2 permissions`. */
export function permissionCount({ length }: readonly string[]): string {
  return counted(length || 'no', 'permission')
}

/** The dangerous permissions in words, such as "may create API keys and invite users"; empty for a harmless account. */
export function dangersInWords({ permissions }: Pick<Powerful, 'permissions'>): string {
  const words = [...new Set(permissions.flatMap((name) => DANGEROUS_PERMISSIONS[name] ?? []))]
  const last = words.pop()
  if (last === undefined) return ''
  return `may ${words.length === 0 ? last : `${words.join(', ')}${words.length > 1 ? ',' : ''} and ${last}`}`
}
