import { Failure } from '../failure.ts'
import { counted } from '../mappings/counted.ts'
import { isIgnored } from '../mappings/file/ignore.ts'
import { KINDS, shareAccount } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Pairing } from '../mappings/plan/pairing.ts'
import { type Action, leavingBy, type Plan, pending } from '../mappings/plan/plan.ts'
import { placeText } from '../mappings/plan/plan-digest.ts'
import { requireAgreement } from './agreement.ts'
import { type Comparison, compare, planOf } from './compare.ts'
import type { Context } from './context.ts'
import { guarded } from './guard-check.ts'
import { InformedFailure, type Outcome, type Planned } from './outcome.ts'
import type { Desired, FailOn, PlanRequest } from './request.ts'
import { review } from './review.ts'

/**
 * Shows what `apply` would do; only reads.
 * @throws Failure for what `fail-on` names, with the plan.
 */
export async function plan({ desired, failOn }: PlanRequest, context: Context): Promise<Outcome> {
  const computed = await computePlan(desired, context, 'all')
  const planned: Planned = failOn === 'drift' ? { ...computed, seenFrom: 'live' } : computed
  const failure = failureOf(planned, failOn)
  if (failure !== undefined) throw new InformedFailure(failure, { planned, changed: false })
  const isBlocked = planned.plan.changes.some(({ action }) => action === 'blocked')
  return {
    result: 'planned',
    changed: false,
    planned,
    sentence: `Plan for ${placeText(planned.frame)}: ${planSummary(planned.plan)}.`,
    details: isBlocked ? [BLOCKED] : [],
    warnings: policyWarnings(planned),
  }
}

/** What of the policy is violated by what a plan leaves as it is, in one warning. */
export function policyWarnings({ policy }: Pick<Planned, 'policy'>): string[] {
  const violations = policy?.violations ?? []
  if (violations.length === 0) return []
  const rest = violations.length - MOST_NAMED
  const list = violations.slice(0, MOST_NAMED).join(' ')
  return [`Unchanged mappings violate the policy. ${list}${rest > 0 ? ` And ${rest} more.` : ''}`]
}

const MOST_NAMED = 10

// Why a step with this plan fails.
function failureOf(planned: Planned, failOn: FailOn): Failure | undefined {
  const { refusals, plan, unmanaged = [], unread = [] } = planned
  if (failOn !== 'nothing' && refusals.length > 0) return guarded(refusals, 'apply would refuse this plan.')
  const hasChanges = pending(plan).length > 0
  if (failOn === 'changes' && hasChanges) return new Failure('drift', `The plan has changes: ${planSummary(plan)}.`)
  if (failOn !== 'drift' || (!hasChanges && unmanaged.length + unread.length === 0)) return undefined
  const parts = [
    ...(hasChanges ? [`the plan has changes (${planSummary(plan)})`] : []),
    ...(unmanaged.length > 0
      ? [`${counted(unmanaged.length, 'mapping')} ${unmanaged.length === 1 ? 'is' : 'are'} unmanaged`]
      : []),
    ...unread.map(({ kind }) => `the ${KINDS[kind].title}s could not be read`),
  ]
  return new Failure('drift', `Drift: ${parts.join('; ')}.`)
}

/**
 * The plan that leads from what is live to what is desired, and whether it may be executed.
 * @throws Failure
 */
export async function computePlan(desired: Desired, context: Context, breadth: 'all' | 'needed'): Promise<Planned> {
  return judge(await compare(desired, context, breadth), desired, context)
}

/**
 * The plan of a comparison with all that a reviewer needs, and whether it may be executed.
 * @throws Failure
 */
export async function judge(comparison: Comparison, desired: Desired, context: Context): Promise<Planned> {
  const { prune, ignore } = desired
  const { unread, pairing } = comparison
  const { organization: org = {} } = context
  const computed = planOf(comparison, desired)
  const place = { ...context.place, ...(org.uuid !== undefined && { orgUuid: org.uuid.toLowerCase() }) }
  const reviewed = await review(computed, desired, { ...context, place })
  await requireAgreement(context.client, desired, computed.changes, reviewed.power)
  if (unread === undefined) return { ...reviewed, org, prune }
  const leaving = new Set(computed.changes.flatMap(leavingBy))
  return {
    ...reviewed,
    org,
    prune,
    unread,
    unmanaged: outsiders(pairing).filter((mapping) => !leaving.has(mapping) && !isIgnored(ignore, mapping)),
    ignored: pairing.live.filter((mapping) => isIgnored(ignore, mapping)).length,
  }
}

// A duplicate of a mapping that the file names is managed too, unless it acts as another account.
function outsiders({ pairs, unpaired }: Pairing): LiveMapping[] {
  const others = pairs.flatMap(({ live, duplicates }) =>
    live === undefined ? [] : duplicates.filter((mapping) => !shareAccount(mapping, live)),
  )
  return [...unpaired, ...others]
}

const BLOCKED =
  'A blocked mapping cannot be created: name the mapping that excludes it in the file, delete that mapping, or set the account as the message says.'

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
