import type { Client } from '../datadog/client.ts'
import { asFailure, Failure, type FailureReason } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import { type Action, type Change, pending } from '../mappings/plan/plan.ts'
import { changeLine } from '../mappings/plan/plan-digest.ts'
import type { Context, Journal } from './context.ts'
import { execute } from './execute.ts'
import { inParallel } from './live-state.ts'
import { InformedFailure, type Outcome, type Planned } from './outcome.ts'
import { computePlan, planSummary } from './plan.ts'
import type { ApplyRequest, Approval } from './request.ts'

const PROGRESS_EVERY = 10_000

/**
 * Makes the mappings file true: computes the plan afresh, and executes it when no guard trips and somebody has agreed to it.
 * @throws Failure; `partially-applied` once something has been done.
 */
export async function apply({ desired, approval }: ApplyRequest, context: Context): Promise<Outcome> {
  const planned = await computePlan(desired, context)
  const { plan, where } = planned
  const changes = pending(plan)
  if (changes.length === 0) {
    return { result: 'applied', changed: false, planned, sentence: `Nothing to do for ${where}: ${planSummary(plan)}.` }
  }
  const refused = refusal(planned, approval)
  if (refused !== undefined) throw new InformedFailure(refused, { planned })
  const run = new Run(context, changes)
  await run.all()
  const failure = run.failure()
  if (failure !== undefined) throw new InformedFailure(failure, { planned, changed: run.changed })
  return { result: 'applied', changed: true, planned, sentence: `Applied to ${where}: ${planSummary(plan, 'past')}.` }
}

function refusal({ plan, digest, where, guards }: Planned, approval: Approval): Failure | undefined {
  const nothing = 'Nothing was executed.'
  if (guards.length > 0) return new Failure('guarded', `${nothing} ${guards.join(' ')}`, { advice: '' })
  if (approval.digest === undefined && approval.lines === undefined) {
    // What was reviewed is held to, also by those who would approve of anything.
    if (approval.auto) return undefined
    return new Failure(
      'approval-missing',
      `${planSummary(plan)} for ${where}, and nobody has agreed to it. The digest of the plan is ${digest}. ${nothing}`,
    )
  }
  if (approval.digest !== undefined && approval.digest.toLowerCase() !== digest) {
    return new Failure(
      'plan-changed',
      `The plan is another one than was reviewed: its digest is ${digest}, and expected-plan is ${approval.digest}. It is now: ${planSummary(plan)}. ${nothing}`,
    )
  }
  const unknown = pending(plan).filter((change) => approval.lines?.has(changeLine(where, change)) === false)
  if (unknown.length === 0) return undefined
  const list = unknown.slice(0, 10).map(changeText).join('; ')
  return new Failure(
    'plan-changed',
    `${unknown.length} changes are not part of the reviewed plan file: ${list}${unknown.length > 10 ? '; …' : ''}. ${nothing}`,
  )
}

/** One change in words. */
export function changeText({ action, kind, wanted, live }: Change): string {
  const meaning = KINDS[kind]
  const mapping = wanted ?? live ?? {}
  const old =
    live === undefined
      ? ''
      : ` (${live.id}${action === 'delete' || action === 'unchanged' ? '' : `, now ${describe(KINDS[live.kind], live)}`})`
  return `${action} ${meaning.title} ${describe(meaning, mapping)}${old}`
}

function whyNot(result: Result | undefined): string {
  if (result === undefined) return 'not begun.'
  if ('failure' in result) return result.failure.sentence
  return 'skipped' in result ? `skipped, because ${result.skipped}.` : ''
}

const HOPELESS: ReadonlySet<FailureReason> = new Set(['unauthorized', 'mapping-lost', 'internal'])
// An output and an annotation hold only so much; the log has all.
const MOST_TOLD = 20
// As many as are under way at once.
const REFUSALS_ENOUGH = 8

type Result = { readonly done: true } | { readonly failure: Failure } | { readonly skipped: string }

class Run {
  /** Whether Datadog's state differs from before. */
  changed = false
  readonly #client: Client
  readonly #changes: readonly Change[]
  readonly #journal: Journal
  readonly #results = new Map<Change, Result>()
  #stopped: Failure | undefined
  #told = Date.now()

  constructor({ client, journal }: Context, changes: readonly Change[]) {
    this.#client = client
    this.#changes = changes
    this.#journal = journal
  }

  async all(): Promise<void> {
    await this.#inParallel(this.#of('create'))
    this.#skipAfterFailure('update')
    await this.#inParallel(this.#of('update').filter((change) => !this.#results.has(change)))
    // Between its halves a replace leaves nobody mapped: one at a time keeps that gap to one mapping.
    for (const change of this.#of('replace')) await this.#do(change)
    this.#skipAfterFailure('delete')
    await this.#inParallel(this.#of('delete').filter((change) => !this.#results.has(change)))
    for (const change of this.#of('conflict'))
      this.#results.set(change, { failure: new Failure('conflict', change.notes.join(' ')) })
    // What was done of a plan that succeeds is told as the plan.
    if (this.#changes.every((change) => this.#isDone(change))) return
    for (const change of this.#changes) {
      const text = changeText(change)
      this.#journal.say(
        this.#isDone(change) ? `Done: ${text}.` : `Not done: ${text}: ${whyNot(this.#results.get(change))}`,
      )
    }
  }

  // What takes a mapping away may only do so when what is to stand in its place is there.
  #skipAfterFailure(action: 'update' | 'delete'): void {
    const spoiled = new Map(
      [...this.#of('create'), ...this.#of('update')]
        .filter((change) => this.#results.has(change) && !this.#isDone(change))
        .map(({ kind }) => [kind, `a ${KINDS[kind].title} could not be created or updated`]),
    )
    for (const change of this.#of(action)) {
      const skipped = spoiled.get(change.kind)
      if (skipped !== undefined && !this.#results.has(change)) this.#results.set(change, { skipped })
    }
  }

  /** What was not done and why, or undefined when all was done. */
  failure(): Failure | undefined {
    const bad = this.#changes.filter((change) => !this.#isDone(change))
    if (bad.length === 0) return undefined
    const failures = bad.flatMap((change) => {
      const result = this.#results.get(change)
      return result !== undefined && 'failure' in result ? [result.failure] : []
    })
    const first = this.#stopped ?? failures[0]
    const done = this.#changes.length - bad.length
    const lines = bad
      .slice(0, MOST_TOLD)
      .map((change) => `- ${changeText(change)}: ${whyNot(this.#results.get(change))}`)
    if (bad.length > MOST_TOLD) lines.push(`- and ${bad.length - MOST_TOLD} more, which the log names`)
    const text = `${done} of ${this.#changes.length} changes were done. These were not:\n${lines.join('\n')}\n`
    // Nothing is worse than a mapping that is gone, and nothing else is so urgent to read.
    if (first?.reason === 'mapping-lost')
      return new Failure('mapping-lost', `${first.sentence}\n${text}`, { advice: first.advice, cause: first })
    const ended = first?.reason === 'cancelled'
    const reason = first === undefined || (this.changed && !ended) ? 'partially-applied' : first.reason
    return new Failure(reason, text, { cause: first, ...(reason === first?.reason && { advice: first.advice }) })
  }

  async #inParallel(changes: readonly Change[]): Promise<void> {
    await inParallel(changes, (change) => this.#do(change))
    this.#stopWhenForbidden(1)
  }

  // One account can have permissions that we lack, and the next one not; when all is refused, nothing is to be hoped for.
  #stopWhenForbidden(atLeast: number): void {
    const results = [...this.#results.values()]
    const forbidden = results.flatMap((result) => ('failure' in result ? [result.failure] : []))
    const all = results.length === forbidden.length && forbidden.every(({ reason }) => reason === 'forbidden')
    if (all && forbidden.length >= atLeast) this.#stopped ??= forbidden[0]
  }

  async #do(change: Change): Promise<void> {
    if (this.#stopped !== undefined) return
    try {
      await execute(this.#client, change, this.#journal)
      this.#results.set(change, { done: true })
      this.changed = true
    } catch (thrown) {
      const failure = asFailure(thrown)
      this.#results.set(change, { failure })
      if (failure instanceof InformedFailure && failure.known.changed === true) this.changed = true
      // Bad credentials, a lost mapping and the end of the step are the same for all that follows.
      if (HOPELESS.has(failure.reason) || this.#client.stopped() !== undefined) this.#stopped ??= failure
      if (!this.changed) this.#stopWhenForbidden(REFUSALS_ENOUGH)
    }
    if (Date.now() - this.#told < PROGRESS_EVERY) return
    this.#told = Date.now()
    this.#journal.say(`${this.#results.size} of ${this.#changes.length} changes so far.`)
  }

  #of(action: Action): Change[] {
    return this.#changes.filter((change) => change.action === action)
  }

  #isDone(change: Change): boolean {
    const result = this.#results.get(change)
    return result !== undefined && 'done' in result
  }
}
