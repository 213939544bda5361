import { Failure } from '../failure.ts'
import type { KindName, LiveMapping } from '../mappings/mapping.ts'
import { type GuardRules, guard, type OwnMappings, type Refusal } from '../mappings/plan/guards.ts'
import { type Change, leavingBy } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'

/** The rules of a guard that the step gives. */
export type GivenRules = Omit<GuardRules, 'own'>

/**
 * Why changes must not be executed, given all that is live of their kinds.
 * @throws Failure
 */
export async function refusalsOf(
  changes: readonly Change[],
  live: readonly LiveMapping[],
  rules: GivenRules,
  context: Context,
): Promise<Refusal[]> {
  return guard(changes, live, { ...rules, own: await ownMappings(changes.flatMap(leavingBy), context) })
}

/**
 * Why one change must not be executed; the AuthN mappings are listed when one of them would lose its place.
 * @throws Failure
 */
export async function refusalsOfOne(change: Change, force: readonly string[], context: Context): Promise<Refusal[]> {
  const isRole = leavingBy(change).some(({ roleId, id }) => roleId !== undefined && !force.includes(id))
  const live = isRole ? await context.client.list('authn') : []
  return refusalsOf([change], live, { force }, context)
}

/**
 * Whether a guard can apply to a mapping of a kind, whatever the mapping; when none can, it need not be read before it is deleted.
 * @throws Failure
 */
export async function canBeGuarded(kind: KindName, { client, job }: Context): Promise<boolean> {
  return kind === 'authn' || job.identity !== undefined || (await client.tokenAccount()) !== 'none'
}

/** The failure of a step that guards stopped before it changed anything. */
export function guarded(refusals: readonly Refusal[]): Failure {
  return new Failure('guarded', `Nothing was executed. ${refusals.map(({ text }) => text).join(' ')}`, { advice: '' })
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
    import('../identity/job-caller.ts'),
    import('../mappings/caller.ts'),
  ])
  const caller = await callerOfThisJob(job, cloud)
  if ('problem' in caller)
    return { ...NONE, unknown: { covers: ({ kind }) => kind.startsWith(cloud), why: caller.problem } }
  const { matching, notEvaluated } = await matchCaller(caller, leaving)
  const own = new Set([...matching, ...notEvaluated.map(({ mapping }) => mapping)].map(({ id }) => id))
  return { isOwn: ({ id }) => own.has(id) }
}
