import { isInScope } from '../mappings/file/scope.ts'
import { KIND_NAMES, type KindName, type LiveMapping } from '../mappings/mapping.ts'
import { type Pairing, pairUp } from '../mappings/plan/pairing.ts'
import { type Action, type Plan, pending } from '../mappings/plan/plan.ts'
import { placeText, planDigest, rulesHash } from '../mappings/plan/plan-digest.ts'
import { planChanges } from '../mappings/plan/planning.ts'
import type { Context } from './context.ts'
import { refusalsOf } from './guarded.ts'
import { type AccountVerdicts, judgeAccounts, listKinds, listSiblings } from './live-state.ts'
import type { Outcome, Planned } from './outcome.ts'
import type { Desired, PlanRequest } from './request.ts'

/** Shows what `apply` would do; only reads. */
export async function plan({ desired }: PlanRequest, context: Context): Promise<Outcome> {
  const planned = await computePlan(desired, context)
  const isBlocked = planned.plan.changes.some(({ action }) => action === 'blocked')
  return {
    result: 'planned',
    changed: false,
    planned,
    sentence: `Plan for ${placeText(planned.frame)}: ${planSummary(planned.plan)}.`,
    details: isBlocked ? [BLOCKED] : [],
  }
}

/** What is wanted and what is live, compared once. */
export interface Comparison {
  readonly pairing: Pairing
  readonly sameAccount: AccountVerdicts
}

/**
 * Lists each kind of the file and its scope once and compares.
 * @throws Failure
 */
export async function compare(desired: Desired, { client }: Context): Promise<Comparison> {
  const kinds = kindsOf(desired)
  const listed = pairUp(desired.mappings, await listKinds(client, kinds))
  // What is new can be in the way of the other kind of its cloud; what is live already cannot.
  const fresh = listed.pairs.flatMap(({ wanted, live }) => (live === undefined ? [wanted.kind] : []))
  const siblings = await listSiblings(client, fresh, kinds)
  const pairing = {
    ...listed,
    unpaired: [...listed.unpaired, ...siblings],
    live: [...listed.live, ...siblings],
  }
  return { pairing, sameAccount: await judgeAccounts(client, pairing) }
}

/** The plan of a comparison, with or without `prune`. */
export function planOf({ pairing, sameAccount }: Comparison, { scope, prune }: Pick<Desired, 'scope' | 'prune'>): Plan {
  return planChanges(pairing, { sameAccount, prune: (mapping: LiveMapping) => prune && isInScope(scope, mapping) })
}

/**
 * The plan that leads from what is live to what is desired, and whether it may be executed.
 * @throws Failure
 */
export async function computePlan(desired: Desired, context: Context): Promise<Planned> {
  return judge(await compare(desired, context), desired, context)
}

/**
 * The plan of a comparison, with its digest, and whether it may be executed.
 * @throws Failure
 */
export async function judge(comparison: Comparison, desired: Desired, context: Context): Promise<Planned> {
  const { prune, maxDeletes, force } = desired
  const computed = planOf(comparison, desired)
  const frame = { ...context.place, rules: rulesHash(desired) }
  const refusals = await refusalsOf(computed.changes, comparison.pairing.live, { maxDeletes, force }, context)
  return { plan: computed, frame, digest: planDigest(frame, computed.changes), prune, refusals }
}

const BLOCKED =
  'What is blocked cannot be created: name in the file what excludes it, delete that, or set the account as the message says.'

/** The plan in a few words: `2 to create, 1 to delete, 7 unchanged`, or `2 created, …` when it has been executed. */
export function planSummary(plan: Pick<Plan, 'changes'>, tense: 'future' | 'past' = 'future'): string {
  const counts = new Map<Action, number>()
  for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1)
  const parts = (Object.keys(WORDS) as Action[])
    .filter((action) => counts.has(action))
    .map((action) => `${counts.get(action)} ${WORDS[action][tense]}`)
  return pending(plan).length === 0 ? ['no changes', ...parts].join(', ') : parts.join(', ')
}

const WORDS: Readonly<Record<Action, Readonly<Record<'future' | 'past', string>>>> = {
  create: { future: 'to create', past: 'created' },
  replace: { future: 'to replace', past: 'replaced' },
  update: { future: 'to update', past: 'updated' },
  delete: { future: 'to delete', past: 'deleted' },
  blocked: { future: 'blocked', past: 'blocked' },
  unchanged: { future: 'unchanged', past: 'unchanged' },
}

function kindsOf(desired: Desired): KindName[] {
  const named = new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)])
  return KIND_NAMES.filter((kind) => named.has(kind))
}
