import type { Client } from '../datadog/client.ts'
import { isUuid } from '../mappings/checked.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { Refusal } from '../mappings/plan/guards.ts'
import { type Change, kindOf, liveOf, type Wanted, wantedOf } from '../mappings/plan/plan.ts'
import {
  type Policy,
  type PolicyFacts,
  type PolicyNames,
  policyRules,
  unknownNames,
  violationsOf,
} from '../mappings/policy.ts'
import { NO_PERMISSION, type Powers } from './granted-power.ts'
import type { PolicyInForce } from './outcome.ts'

/** What a policy says of a plan. */
export interface PolicyVerdict {
  readonly inForce: PolicyInForce
  readonly refusals: readonly Refusal[]
}

/**
 * Holds the changes of a plan against a policy: what it creates, updates and replaces must not violate it; what it leaves as it is
 * is reported only, and what it deletes never violates.
 * @throws Failure
 */
export async function checkPolicy(
  policy: Policy,
  changes: readonly Change[],
  powers: Powers,
  client: Client,
): Promise<PolicyVerdict> {
  const names = await readNames(policy, client)
  const sentences = (wanted: Wanted, power: string | undefined) =>
    violationsOf(wanted, factsOf(wanted, power, powers), policy, names)
  const written = changes.filter(({ action }) => WRITING.has(action))
  const wrongNames = unknownNames(policy, names)
  const violations = written.flatMap((change) =>
    wantedOf(change).flatMap((wanted) =>
      sentences(wanted, wanted.attributes.accountIdentifier).map(
        (text): Refusal => ({
          code: 'policy',
          text: `The ${KINDS[kindOf(change)].title} ${describe(KINDS[wanted.kind], wanted.attributes)} violates the policy. ${text}`,
          mappingIds: liveOf(change).map(({ id }) => id),
        }),
      ),
    ),
  )
  const kept = changes.flatMap((change) => {
    if (change.action !== 'unchanged') return []
    const { wanted, live } = change
    return sentences(wanted, live.accountUuid).map((text) => `${describe(KINDS[live.kind], live)}: ${text}`)
  })
  const isAsked = written.length > 0
  return {
    inForce: { rules: policyRules(policy), violations: [...(isAsked ? [] : wrongNames), ...kept] },
    refusals: isAsked
      ? [
          ...wrongNames.map(
            (text): Refusal => ({ code: 'policy', text: `The policy is violated. ${text}`, mappingIds: [] }),
          ),
          ...violations,
        ]
      : [],
  }
}

const WRITING: ReadonlySet<Change['action']> = new Set(['create', 'update', 'replace'])

function factsOf({ kind, attributes: { roleId } }: Wanted, power: string | undefined, powers: Powers): PolicyFacts {
  const account = KINDS[kind].persona ? powers.get(power ?? '') : undefined
  const role = roleId === undefined ? undefined : (powers.get(roleId) ?? { unknown: 'it was not looked up' })
  return {
    ...(account !== undefined && ('unknown' in account || 'serviceAccount' in account) && { account }),
    ...(role !== undefined && ('unknown' in role || !('serviceAccount' in role)) && { role }),
  }
}

async function readNames({ forbiddenRoles, forbiddenPermissions }: Policy, client: Client): Promise<PolicyNames> {
  const known = new Map<string, boolean | undefined>()
  if (forbiddenRoles.length + forbiddenPermissions.length === 0)
    return { hasRole: () => true, permission: () => undefined }
  const { roles } = await client.directory()
  const [permissions] = await Promise.all([
    forbiddenPermissions.length > 0 ? roles.permissions() : undefined,
    ...forbiddenRoles.map(async (role) => {
      const reading = isUuid(role) ? await roles.byId(role) : await roles.named(role)
      if (reading.status === 'forbidden') known.set(role, undefined)
      else
        known.set(
          role,
          reading.status === 'found' && (!('matches' in reading.value) || reading.value.matches.length > 0),
        )
    }),
  ])
  const list = permissions?.status === 'found' ? permissions.value : []
  return {
    hasRole: (role) => known.get(role),
    permission: (text) => list.find(({ name, aliases }) => name === text || aliases.includes(text))?.name,
    ...(permissions !== undefined && permissions.status !== 'found' && { unknown: NO_PERMISSION }),
  }
}
