import { Failure } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { type Allowance, guard, isForced, type OwnMappings, type Refusal } from '../mappings/plan/guards.ts'
import { type Change, leavingBy } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'

// An annotation holds only so much.
const MOST_NAMED = 20

/**
 * Why changes must not be executed, given all that is live of their kinds.
 * @throws Failure
 */
export async function refusalsOf(
  changes: readonly Change[],
  live: readonly LiveMapping[],
  rules: Allowance,
  context: Context,
): Promise<Refusal[]> {
  const own = await ownMappings(changes.flatMap(leavingBy), context)
  const refusals = guard(changes, live, { ...rules, own })
  if (!refusals.some(({ code }) => code === 'last-of-role')) return refusals
  const { readEnforcement } = await import(/* webpackChunkName: "directory" */ './authn-effect.ts')
  const enforced = await readEnforcement(context.client)
  return enforced === undefined ? refusals : guard(changes, live, { ...rules, own, enforced })
}

/**
 * Why one change must not be executed; the AuthN mappings are listed when one of them would lose its place.
 * @throws Failure
 */
export async function refusalsOfOne(change: Change, force: readonly string[], context: Context): Promise<Refusal[]> {
  return refusalsOf([change], await rolesAround([change], force, context.client), { force }, context)
}

/**
 * All AuthN mappings when one of them loses its place by the changes, since it may be the last one of its role; none otherwise.
 * @throws Failure
 */
export async function rolesAround(
  changes: readonly Change[],
  force: readonly string[],
  client: Context['client'],
): Promise<LiveMapping[]> {
  const leaving = changes.flatMap(leavingBy)
  const isRole = leaving.some(({ roleId, id }) => roleId !== undefined && !isForced(id, force))
  return isRole ? client.list('authn') : []
}

/** The failure of a step that guards stopped before it changed anything. */
export function guarded(refusals: readonly Refusal[], start = 'Nothing was changed.'): Failure {
  const texts = refusals.slice(0, MOST_NAMED).map(({ text }) => text)
  if (refusals.length > MOST_NAMED) texts.push(`And ${refusals.length - MOST_NAMED} more like these.`)
  return new Failure('guarded', [start, ...texts].join(' '), { advice: '' })
}

const NONE: OwnMappings = { isOwn: () => false }

async function ownMappings(leaving: readonly LiveMapping[], { client, job }: Context): Promise<OwnMappings> {
  if (leaving.length === 0) return NONE
  if (job.identity !== undefined) return ownOfJob(leaving, job.identity.type, job)
  const account = await client.tokenAccount()
  if (account === 'none') return NONE
  if (account !== 'unknown') return { isOwn: ({ accountUuid }) => accountUuid === account.uuid }
  return {
    ...NONE,
    unknown: { covers: () => true, why: 'Datadog does not say which account the bearer token belongs to.' },
  }
}

async function ownOfJob(
  leaving: readonly LiveMapping[],
  cloud: 'aws' | 'github',
  job: Context['job'],
): Promise<OwnMappings> {
  const [{ callerOfThisJob }, { matchCaller }] = await Promise.all([
    import(/* webpackChunkName: "identity" */ '../identity/job-caller.ts'),
    import(/* webpackChunkName: "claims" */ '../mappings/match-caller.ts'),
  ])
  const caller = await callerOfThisJob(job, cloud)
  if ('problem' in caller)
    return { ...NONE, unknown: { covers: ({ kind }) => kind.startsWith(cloud), why: caller.problem } }
  const { matching, notEvaluated } = await matchCaller(caller, leaving)
  const own = new Set([...matching, ...notEvaluated.map(({ mapping }) => mapping)].map(({ id }) => id))
  return { isOwn: ({ id }) => own.has(id) }
}
