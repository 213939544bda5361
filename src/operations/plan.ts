import type { Client } from '../datadog/client.ts'
import type { Job } from '../identity/job.ts'
import { isInScope } from '../mappings/file/scope.ts'
import { KIND_NAMES, type KindName, type LiveMapping } from '../mappings/mapping.ts'
import { type GuardRules, guard } from '../mappings/plan/guards.ts'
import { type Action, type Plan, pairs, pending, planChanges } from '../mappings/plan/plan.ts'
import { planDigest } from '../mappings/plan/plan-digest.ts'
import { requireAgreement } from './agreement.ts'
import type { Context } from './context.ts'
import { judgeAccounts, listKinds, listSiblings } from './live-state.ts'
import type { Outcome, Planned } from './outcome.ts'
import type { Desired, PlanRequest } from './request.ts'

/** Shows what `apply` would do; only reads. */
export async function plan({ desired }: PlanRequest, context: Context): Promise<Outcome> {
  const planned = await computePlan(desired, context)
  const guards = planned.guards.map((reason) => `apply would refuse: ${reason}`)
  if (planned.plan.changes.some(({ action }) => action === 'conflict')) guards.push(CONFLICTS)
  return {
    result: 'planned',
    changed: false,
    planned,
    sentence: `Plan for ${planned.where}: ${planSummary(planned.plan)}.`,
    details: guards,
  }
}

/**
 * Lists each kind of the file and its scope once and compares.
 * @throws Failure
 */
export async function computePlan(desired: Desired, { client, job, where }: Context): Promise<Planned> {
  const kinds = kindsOf(desired)
  const live = await listKinds(client, kinds)
  live.push(...(await listSiblings(client, freshKinds(desired, live), kinds)))
  const sameAccount = await judgeAccounts(client, desired.mappings, live)
  const prune = (mapping: LiveMapping) => desired.prune && isInScope(desired.scope, mapping)
  const computed = planChanges(desired.mappings, live, { prune, sameAccount })
  requireAgreement(desired, computed)
  const own = await ownMappings(client, job, computed)
  const guards = guard(computed, live, { maxDeletes: desired.maxDeletes, force: desired.force, ...own })
  return { plan: computed, digest: planDigest(where, computed), where, guards }
}

const CONFLICTS =
  'What is in conflict cannot be made: name in the file what it collides with, or delete that, or give the account as the message says.'

/** The plan in a few words: `2 to create, 1 to delete, 7 unchanged`, or `2 created, …` when it has been executed. */
export function planSummary(plan: Plan, tense: 'future' | 'past' = 'future'): string {
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
  conflict: { future: 'in conflict', past: 'in conflict' },
  unchanged: { future: 'unchanged', past: 'unchanged' },
}

function kindsOf(desired: Desired): KindName[] {
  const named = new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)])
  return KIND_NAMES.filter((kind) => named.has(kind))
}

// What is new can collide with the other kind of the same cloud; what is there already cannot.
function freshKinds(desired: Desired, live: readonly LiveMapping[]): KindName[] {
  return pairs(desired.mappings, live).flatMap(([{ kind }, mapping]) => (mapping === undefined ? [kind] : []))
}

type Own = Pick<GuardRules, 'isOwn' | 'untold'>

// Keys belong to nobody's mapping; a token and the job's own identity may owe themselves to one that would go.
async function ownMappings(client: Client, job: Job, computed: Plan): Promise<Own> {
  const leaving = pending(computed).flatMap(({ live, action }) =>
    live !== undefined && action !== 'conflict' ? [live] : [],
  )
  if (leaving.length === 0) return { isOwn: () => false }
  if (job.identity !== undefined) return ownOfJob(job, job.identity.type, leaving)
  const account = await client.accountOfToken()
  return { isOwn: ({ accountUuid }) => accountUuid !== undefined && accountUuid === account?.uuid }
}

async function ownOfJob(job: Job, cloud: 'aws' | 'github', leaving: readonly LiveMapping[]): Promise<Own> {
  const [{ callerOfThisJob }, { matchCaller }] = await Promise.all([
    import('../identity/job-caller.ts'),
    import('../mappings/caller.ts'),
  ])
  const caller = await callerOfThisJob(job, cloud)
  if ('problem' in caller) return { isOwn: () => false, untold: { cloud, why: caller.problem.replace(/\.+$/, '') } }
  const { matching, notEvaluated } = await matchCaller(caller, leaving)
  const own = new Set([...matching, ...notEvaluated.map(({ mapping }) => mapping)].map(({ id }) => id))
  return { isOwn: ({ id }) => own.has(id) }
}
