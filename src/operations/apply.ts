import { CONNECTIONS } from '../datadog/transport.ts'
import { asFailure, Failure, type FailureReason, mayHaveHappened } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { identityOf } from '../mappings/plan/pairing.ts'
import { type Change, type Plan, pending } from '../mappings/plan/plan.ts'
import { placeText } from '../mappings/plan/plan-digest.ts'
import { changeText, nextAfterPart, whyRefused } from './approval.ts'
import { compare } from './compare.ts'
import type { Context } from './context.ts'
import { type Executable, type Executed, execute } from './execute.ts'
import { inParallel } from './in-parallel.ts'
import { InformedFailure, type Outcome } from './outcome.ts'
import { judge, planSummary, policyWarnings } from './plan.ts'
import type { ApplyRequest, Desired } from './request.ts'

const PROGRESS_EVERY = 10_000

/**
 * Makes what is live what the mappings file says: computes the plan anew, and executes it when no guard stops it and it has been
 * approved.
 * @throws Failure; `partially-applied` once something has been done.
 */
export async function apply(request: ApplyRequest, context: Context): Promise<Outcome> {
  const { desired, approval } = request
  const comparison = await compare(desired, context, 'needed')
  const reviewed = await judge(comparison, desired, context)
  const { plan } = reviewed
  const warnings = policyWarnings(reviewed)
  const where = placeText(reviewed.frame)
  const changes = pending(plan)
  if (changes.length === 0) {
    const sentence = `Nothing to do for ${where}: ${planSummary(plan)}.`
    const mappings = namedMappings(desired, plan, new Map())
    return { result: 'applied', changed: false, planned: reviewed, mappings, sentence, warnings }
  }
  const refused = await whyRefused(reviewed, comparison, request, context.client)
  if (refused !== undefined) throw new InformedFailure(refused, { planned: reviewed })
  const run = new Run(context, changes)
  await run.all()
  const failure = run.failure(nextAfterPart(approval))
  const made = run.made
  const planned = { ...reviewed, made }
  const mappings = namedMappings(desired, plan, made)
  if (failure !== undefined) throw new InformedFailure(failure, { planned, mappings, changed: run.changed })
  return {
    result: 'applied',
    changed: run.changed,
    planned,
    mappings,
    warnings,
    sentence: `Applied to ${where}: ${planSummary(plan, 'past')}.`,
    details: run.foundInstead.map((text) => `Another run did this meanwhile: ${text}.`),
  }
}

/** The live mappings that the file names, in its order, without those whose change was not carried out. */
function namedMappings(
  { mappings }: Desired,
  plan: Plan,
  made: ReadonlyMap<Change, readonly LiveMapping[]>,
): LiveMapping[] {
  const live = new Map<string, LiveMapping>()
  for (const change of plan.changes) {
    const now = change.action === 'unchanged' ? [change.live] : (made.get(change) ?? [])
    for (const mapping of now) live.set(identityOf(mapping.kind, mapping), mapping)
  }
  return mappings.flatMap(({ kind, attributes }) => live.get(identityOf(kind, attributes)) ?? [])
}

const HOPELESS: ReadonlySet<FailureReason> = new Set(['unauthorized', 'mapping-lost', 'internal'])
// An output and an annotation hold only so much; the log has all.
const MOST_NAMED = 20
// As many as are under way at once.
const REFUSALS_ENOUGH = CONNECTIONS

type Pending = Exclude<Change, { action: 'unchanged' }>
type Result =
  | { readonly done: Executed['by']; readonly mappings: readonly LiveMapping[] }
  | { readonly failure: Failure }
  | { readonly skipped: string }

class Run {
  /** Whether this step changed anything in Datadog. */
  changed: boolean | 'unknown' = false
  readonly #context: Context
  readonly #changes: readonly Pending[]
  readonly #results = new Map<Change, Result>()
  #stopped: Failure | undefined
  #lastProgress: number

  constructor(context: Context, changes: readonly Pending[]) {
    this.#context = context
    this.#changes = changes
    this.#lastProgress = this.#now()
  }

  /** What exists by the changes that were carried out. */
  get made(): ReadonlyMap<Change, readonly LiveMapping[]> {
    return new Map(
      [...this.#results].flatMap(([change, result]) => ('done' in result ? [[change, result.mappings] as const] : [])),
    )
  }

  /** The changes that another run did meanwhile, in words. */
  get foundInstead(): string[] {
    return this.#changes.filter((change) => this.#doneBy(change) === 'another run').map(changeText)
  }

  async all(): Promise<void> {
    for (const change of this.#of('blocked'))
      this.#results.set(change, { failure: new Failure('conflict', change.why, { advice: '' }) })
    await this.#inParallel(this.#of('create'))
    // Only AuthN mappings are updated, and only another one gives a role in their place.
    this.#skipAfterFailure('update', (change) => change.action === 'create' && change.wanted.kind === 'authn')
    await this.#inParallel(this.#of('update').filter((change) => !this.#results.has(change)))
    // Between its halves a replacement leaves principals unmapped: one at a time keeps that gap small.
    for (const change of this.#of('replace')) await this.#do(change)
    this.#skipAfterFailure('delete', ({ action }) => action !== 'delete')
    await this.#inParallel(this.#of('delete').filter((change) => !this.#results.has(change)))
    // The plan itself says what was done when all of it was.
    if (this.#changes.every((change) => this.#doneBy(change) === 'this step')) return
    for (const change of this.#changes) this.#context.journal.say(this.#resultText(change))
  }

  // A mapping is removed only when all that was to take its place, in whatever kind, is there.
  #skipAfterFailure(action: 'update' | 'delete', matters: (change: Pending) => boolean): void {
    if (this.#stopped !== undefined) return
    const failed = this.#changes.find((change) => matters(change) && this.#doneBy(change) === undefined)
    if (failed === undefined) return
    for (const change of this.#of(action)) {
      if (!this.#results.has(change)) this.#results.set(change, { skipped: `this failed: ${changeText(failed)}` })
    }
  }

  /** What was not done and why, and what to do next; undefined when all was done. */
  failure(next: string): Failure | undefined {
    const bad = this.#changes.filter((change) => this.#doneBy(change) === undefined)
    if (bad.length === 0) return undefined
    const failures = bad.flatMap((change) => {
      const result = this.#results.get(change)
      return result !== undefined && 'failure' in result ? [result.failure] : []
    })
    const first = this.#stopped ?? failures[0]
    const done = this.#changes.length - bad.length
    const lines = bad.slice(0, MOST_NAMED).map((change) => `- ${changeText(change)}: ${this.#shortWhyNot(change)}`)
    if (bad.length > MOST_NAMED) lines.push(`- and ${bad.length - MOST_NAMED} more, which the log names`)
    const text = `${done} of ${this.#changes.length} changes applied. Not applied:\n${lines.join('\n')}\n`
    // A mapping that is gone comes first: nothing else is so urgent to read.
    if (first?.reason === 'mapping-lost')
      return new Failure('mapping-lost', `${first.sentence}\n${text}`, { advice: first.advice, cause: first })
    const ended = first?.reason === 'cancelled'
    const isPart = first === undefined || (this.changed === true && !ended)
    return new Failure(isPart ? 'partially-applied' : first.reason, text, {
      cause: first,
      advice: isPart ? next : first.advice,
    })
  }

  async #inParallel(changes: readonly Executable[]): Promise<void> {
    await inParallel(changes, (change) => this.#do(change))
    this.#stopWhenForbidden(1)
  }

  // One account can have permissions that the caller lacks, and the next one not; when all is refused, the rest would be too.
  #stopWhenForbidden(atLeast: number): void {
    const tried = this.#changes.flatMap((change) => {
      const result = change.action === 'blocked' ? undefined : this.#results.get(change)
      return result === undefined ? [] : [result]
    })
    const forbidden = tried.flatMap((result) =>
      'failure' in result && result.failure.reason === 'forbidden' ? [result.failure] : [],
    )
    if (forbidden.length >= atLeast && tried.length === forbidden.length) this.#stopped ??= forbidden[0]
  }

  async #do(change: Executable): Promise<void> {
    if (this.#stopped !== undefined) return
    try {
      const { by, mappings } = await execute(change, this.#context)
      this.#results.set(change, { done: by, mappings })
      this.#noteChange(by === 'unknown' ? by : by === 'this step')
    } catch (thrown) {
      await this.#note(change, asFailure(thrown))
    }
    if (this.#now() - this.#lastProgress < PROGRESS_EVERY) return
    this.#lastProgress = this.#now()
    this.#context.journal.say(`${this.#results.size} of ${this.#changes.length} changes so far.`)
  }

  async #note(change: Executable, failure: Failure): Promise<void> {
    const { client } = this.#context
    const equal = failure.reason === 'conflict' ? await this.#findEqual(change) : undefined
    if (equal !== undefined) {
      const done = failure.isUnsettled ? 'unknown' : 'another run'
      this.#results.set(change, { done, mappings: [equal] })
      this.#noteChange(failure.isUnsettled ? 'unknown' : false)
      return
    }
    this.#results.set(change, { failure })
    const isKnown = failure instanceof InformedFailure && failure.known.changed !== undefined
    this.#noteChange(isKnown ? failure.known.changed : mayHaveHappened(failure) ? 'unknown' : false)
    // Bad credentials, a lost mapping and the end of the step stop all changes that follow.
    if (HOPELESS.has(failure.reason) || client.stopped() !== undefined) this.#stopped ??= failure
    if (this.changed === false) this.#stopWhenForbidden(REFUSALS_ENOUGH)
  }

  #noteChange(changed: boolean | 'unknown' | undefined): void {
    if (changed === true || (changed === 'unknown' && this.changed === false)) this.changed = changed
  }

  // Another run can create the same mapping between our list and our POST, and then all is as it should be.
  async #findEqual(change: Executable): Promise<LiveMapping | undefined> {
    if (change.action !== 'create') return undefined
    const { kind, attributes } = change.wanted
    try {
      return await this.#context.client.findEqual(kind, attributes)
    } catch {
      // The conflict is the failure to report, also when it cannot be explained.
      return undefined
    }
  }

  #resultText(change: Pending): string {
    const text = changeText(change)
    switch (this.#doneBy(change)) {
      case 'this step':
        return `Done: ${text}.`
      case 'another run':
        return `Done by another run: ${text}.`
      case 'unknown':
        return `Done, by this step or another run: ${text}.`
      default:
        return `Not done: ${text}: ${this.#whyNot(change)}`
    }
  }

  // The failure that stands first, with the inputs that restore a mapping, is not repeated.
  #shortWhyNot(change: Pending): string {
    const result = this.#results.get(change)
    const isToldFirst = result !== undefined && 'failure' in result && result.failure.reason === 'mapping-lost'
    return isToldFirst && result.failure === this.#stopped ? 'see above.' : this.#whyNot(change)
  }

  #whyNot(change: Pending): string {
    const result = this.#results.get(change)
    if (result === undefined) return 'not started.'
    if ('failure' in result) return result.failure.sentence
    return 'skipped' in result ? `skipped, because ${result.skipped}.` : ''
  }

  #of<A extends Pending['action']>(action: A): Extract<Pending, { action: A }>[] {
    return this.#changes.filter((change): change is Extract<Pending, { action: A }> => change.action === action)
  }

  #doneBy(change: Change): Executed['by'] | undefined {
    const result = this.#results.get(change)
    return result !== undefined && 'done' in result ? result.done : undefined
  }

  #now(): number {
    return this.#context.job.datadog.clock.now()
  }
}
