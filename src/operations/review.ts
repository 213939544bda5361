import type { Allowance } from '../mappings/plan/guards.ts'
import { type Change, type Plan, wantedOf } from '../mappings/plan/plan.ts'
import { planDigest, rulesHash } from '../mappings/plan/plan-digest.ts'
import { noEffectOf, readNoEffect } from './authn-effect.ts'
import type { Context } from './context.ts'
import { readPowers, withAccounts } from './granted-power.ts'
import { refusalsOf } from './guard-check.ts'
import type { Planned } from './outcome.ts'
import { checkPolicy } from './policy-check.ts'
import type { Desired } from './request.ts'

/** What a plan is held against. */
export type Rules = Pick<Desired, 'scope' | 'ignore' | 'policy'> & Allowance

/**
 * Adds to a plan what a reviewer must know: what it grants, what would have no effect, whether a guard or the policy stops it,
 * and its digest.
 * @throws Failure
 */
export async function review(
  plan: Plan,
  rules: Rules,
  context: Context,
): Promise<Omit<Planned, 'prune' | 'org' | 'unmanaged' | 'unread' | 'ignored'>> {
  const { client, place } = context
  const { policy } = rules
  const asksAccounts =
    policy !== undefined &&
    (policy.accounts !== 'any' || policy.forbiddenRoles.length + policy.forbiddenPermissions.length > 0)
  const [power, changes, refusals] = await Promise.all([
    readPowers(client, plan.changes, { unchanged: asksAccounts }),
    withEffects(plan.changes, context),
    refusalsOf(plan.changes, plan.pairing.live, rules, context),
  ])
  const resolved = withAccounts(changes, power)
  const verdict = policy && (await checkPolicy(policy, resolved, power, client))
  const frame = { ...place, rules: rulesHash(rules) }
  return {
    plan: { ...plan, changes: resolved },
    frame,
    digest: planDigest(frame, resolved),
    refusals: [...(verdict?.refusals ?? []), ...refusals],
    power,
    ...(verdict !== undefined && { policy: verdict.inForce }),
  }
}

async function withEffects(changes: readonly Change[], { client }: Context): Promise<readonly Change[]> {
  const created = changes.flatMap((change) =>
    change.action === 'create' && change.wanted.kind === 'authn' ? wantedOf(change) : [],
  )
  if (created.length === 0) return changes
  const noEffect = await readNoEffect(
    client,
    created.map(({ attributes }) => attributes),
  )
  return changes.map((change) => {
    if (change.action !== 'create' || change.wanted.kind !== 'authn') return change
    const notes = noEffectOf(noEffect, change.wanted.attributes).map((text) => ({ code: 'no-effect' as const, text }))
    return { ...change, notes: [...change.notes, ...notes] }
  })
}
