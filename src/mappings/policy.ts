import { literalOf } from './claims/skeletons.ts'
import { KINDS } from './kinds.ts'
import type { KindName, MappingAttributes } from './mapping.ts'
import { accountName, type Powerful, type RolePower, type RoleWithPermissions } from './power.ts'

/** What no plan of a mappings file may do. */
export interface Policy {
  /** Whether persona mappings may act as people too. */
  readonly accounts: 'any' | 'service-accounts'
  /** Names or ids. */
  readonly forbiddenRoles: readonly string[]
  /** Names or aliases. */
  readonly forbiddenPermissions: readonly string[]
  /** Claims that every GitHub mapping must pin to one value. */
  readonly requiredClaims: readonly string[]
}

/** What was looked up about a mapping that a plan creates or changes; what is absent does not apply. */
export interface PolicyFacts {
  /** The account of a persona mapping, or why it is not known, without a full stop. */
  readonly account?: Powerful | { readonly unknown: string }
  /** The role that an AuthN mapping gives, or why it is not known. */
  readonly role?: RoleWithPermissions | { readonly unknown: string }
}

/** What the names in a policy stand for in this organization. */
export interface PolicyNames {
  /** Whether there is a role of that name or id; undefined when that is not known. */
  hasRole(nameOrId: string): boolean | undefined
  /** The permission of a name or alias; undefined when there is none. */
  permission(nameOrAlias: string): string | undefined
  /** Why permissions are not known, without a full stop. */
  readonly unknown?: string
}

/** The rules of a policy in words, one each; none for a policy that forbids nothing. */
export function policyRules(policy: Policy): string[] {
  return [
    ...(policy.accounts === 'service-accounts' ? ['only service accounts'] : []),
    ...(policy.forbiddenRoles.length > 0 ? [`not the roles ${policy.forbiddenRoles.join(', ')}`] : []),
    ...(policy.forbiddenPermissions.length > 0
      ? [`not the permissions ${policy.forbiddenPermissions.join(', ')}`]
      : []),
    ...(policy.requiredClaims.length > 0 ? [`literal claims ${policy.requiredClaims.join(', ')}`] : []),
  ]
}

/** Rules that name a role or permission that the organization does not have: they would silently forbid nothing, so they are violated. */
export function unknownNames(policy: Policy, names: PolicyNames): string[] {
  const roles = policy.forbiddenRoles.filter((name) => names.hasRole(name) === false)
  const unread = policy.forbiddenRoles.filter((name) => names.hasRole(name) === undefined)
  const permissions =
    names.unknown === undefined
      ? policy.forbiddenPermissions.filter((name) => names.permission(name) === undefined)
      : []
  return [
    ...roles.map((name) => `forbidden-roles names "${name}", and the organization has no such role.`),
    ...(unread.length > 0 ? [`Could not check forbidden-roles: the roles of the organization could not be read.`] : []),
    ...permissions.map((name) => `forbidden-permissions names "${name}", and Datadog has no such permission.`),
    ...(names.unknown !== undefined && policy.forbiddenPermissions.length > 0
      ? [`Could not check forbidden-permissions: ${names.unknown}.`]
      : []),
  ]
}

/** Why a mapping that a plan creates or changes violates the policy, one sentence each; a rule that cannot be checked is violated. */
export function violationsOf(
  { kind, attributes }: { readonly kind: KindName; readonly attributes: MappingAttributes },
  facts: PolicyFacts,
  policy: Policy,
  names: PolicyNames,
): string[] {
  const { account, role } = facts
  return [
    ...(KINDS[kind].persona ? accountViolations(account, policy, names) : []),
    ...(role === undefined ? [] : roleViolations(role, policy, names)),
    ...(attributes.claims === undefined ? [] : claimViolations(attributes.claims, policy)),
  ]
}

function accountViolations(account: PolicyFacts['account'], policy: Policy, names: PolicyNames): string[] {
  const isAsked =
    policy.accounts !== 'any' || policy.forbiddenRoles.length > 0 || policy.forbiddenPermissions.length > 0
  if (!isAsked) return []
  if (account === undefined || 'unknown' in account)
    return [`Could not check the account: ${account?.unknown ?? 'it was not looked up'}.`]
  const name = accountName(account)
  return [
    ...(policy.accounts === 'service-accounts' ? natureViolations(account) : []),
    ...account.roles
      .filter((role) => isForbidden(role, policy))
      .map((role) => `${name} has the forbidden role ${role.name}.`),
    ...forbiddenAmong(account.permissions, policy, names).map(
      (permission) => `${name} has the forbidden permission ${permission}.`,
    ),
    ...(account.isPartial === true && policy.forbiddenRoles.length + policy.forbiddenPermissions.length > 0
      ? [`Could not check the account: Datadog does not say what all roles of ${name} may do.`]
      : []),
  ]
}

function natureViolations(account: Powerful): string[] {
  const name = accountName(account)
  if (account.serviceAccount === undefined)
    return [`Could not check the account: Datadog does not say whether ${name} is a service account.`]
  return account.serviceAccount ? [] : [`${name} is a person, and the policy allows service accounts only.`]
}

function roleViolations(role: NonNullable<PolicyFacts['role']>, policy: Policy, names: PolicyNames): string[] {
  if (policy.forbiddenRoles.length === 0 && policy.forbiddenPermissions.length === 0) return []
  if ('unknown' in role) return [`Could not check the role: ${role.unknown}.`]
  return [
    ...(isForbidden(role, policy) ? [`${role.name} is a forbidden role.`] : []),
    ...forbiddenAmong(role.permissions, policy, names).map(
      (permission) => `${role.name} has the forbidden permission ${permission}.`,
    ),
  ]
}

function claimViolations(claims: Readonly<Record<string, string>>, { requiredClaims }: Policy): string[] {
  return requiredClaims.flatMap((name) => {
    const matcher = claims[name]
    if (matcher === undefined) return [`The claim ${name} is missing, and the policy requires it.`]
    return literalOf(matcher) === undefined
      ? [`The claim ${name} is not one literal value, and the policy requires one.`]
      : []
  })
}

function isForbidden({ id, name }: RolePower, { forbiddenRoles }: Policy): boolean {
  return forbiddenRoles.some((forbidden) => forbidden === name || forbidden.toLowerCase() === id.toLowerCase())
}

function forbiddenAmong(permissions: readonly string[], policy: Policy, names: PolicyNames): string[] {
  const forbidden = new Set(policy.forbiddenPermissions.map((name) => names.permission(name) ?? name))
  return permissions.filter((name) => forbidden.has(name))
}
