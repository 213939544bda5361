import type { Clock } from '../../clock.ts'
import { asFailure, type Failure } from '../../failure.ts'
import { describe, KINDS } from '../../mappings/kinds.ts'
import type { LiveMapping } from '../../mappings/mapping.ts'
import { restoringInputs } from '../../mappings/mapping-json.ts'
import { pending } from '../../mappings/plan/plan.ts'
import { visible } from '../../mappings/visible.ts'
import type { Journal } from '../../operations/context.ts'
import {
  type Exported,
  InformedFailure,
  type Known,
  type Miss,
  type Organization,
  type Outcome,
} from '../../operations/outcome.ts'
import { isOfAllKinds, type Request } from '../../operations/request.ts'
import { readCommentTarget } from '../inputs/comment-inputs.ts'
import { type Environment, InputReader } from '../inputs/input-reader.ts'
import { isWriting } from '../inputs/input-table.ts'
import type { Step } from '../inputs/read-step.ts'
import type { Secrets } from '../secrets.ts'
import type { AuditSheet } from './audit-report.ts'
import type { Line, Log } from './log.ts'
import { MAPPING_OUTPUTS, Outputs } from './outputs.ts'
import type { PlanSheet, PlanSubject } from './plan-report.ts'
import { CHECK, oneLine } from './safe-text.ts'
import { Summary } from './summary.ts'

/** What a report works with. */
interface ReportMeans {
  readonly secrets: Secrets
  readonly log: Log
  /** Ends the step. */
  readonly signal: AbortSignal
  readonly clock: Clock
}

/** Reports the result of a step in the three places where people look: the log, the outputs and the job summary. */
export class Report implements Journal {
  readonly #env: Environment
  readonly #secrets: Secrets
  readonly #log: Log
  readonly #outputs: Outputs
  readonly #summary: Summary
  /** The mapping that was about to be deleted, which the outputs about one mapping then describe. */
  #kept: LiveMapping | undefined
  /** What the step was told of the organization, also for a plan that could not be made. */
  #organization: Organization = {}
  readonly #signal: AbortSignal
  readonly #clock: Clock

  constructor(env: Environment, { secrets, log, signal, clock }: ReportMeans) {
    this.#signal = signal
    this.#clock = clock
    this.#env = env
    this.#secrets = secrets
    this.#log = log
    this.#outputs = new Outputs(env, secrets, log)
    this.#summary = new Summary(env, secrets, log, new InputReader(env).given('summary').toLowerCase() !== 'false')
  }

  /** A line for the log. */
  say(line: string): void {
    this.#log.line(line)
  }

  /** Sets the outputs about the organization, also of a step that fails later. */
  organization(organization: Organization): void {
    this.#organization = organization
    const { uuid, name } = organization
    if (uuid !== undefined) this.#outputs.set('org-uuid', oneLine(uuid))
    if (name !== undefined) this.#outputs.set('org-name', oneLine(name))
  }

  /** Writes down the inputs that restore a mapping that is about to be deleted. */
  async keep(mapping: LiveMapping): Promise<void> {
    const inputs = restoringInputs(mapping)
    this.#log.group(`Before ${mapping.id} is deleted: to restore it, run this action with`, inputs)
    this.#outputs.known({ mapping })
    this.#outputs.write()
    this.#kept = mapping
    this.#summary.restoring(mapping, inputs)
  }

  /** Reports a step that succeeded. */
  async outcome(outcome: Outcome, step: Step): Promise<void> {
    const { planned, mapping } = outcome
    const sheet = isAboutPlan(outcome) ? await this.#sheet({ outcome, step }) : undefined
    const audit = await this.#audit(outcome)
    this.#logOutcome(outcome, step.request, sheet ?? audit)
    for (const warning of outcome.warnings ?? []) this.#log.warning(warning)
    // An apply of many mappings is not about the last one that it replaced.
    if (this.#kept !== undefined && mapping === undefined) this.#outputs.clear(MAPPING_OUTPUTS)
    this.#outputs.known(outcome)
    sheet?.setOutputs(this.#outputs)
    if (planned === undefined && outcome.result === 'planned') this.#outputs.clear(['has-changes'])
    if (outcome.exported !== undefined) this.#exported(outcome.exported, outcome, step.request)
    audit?.setOutputs(this.#outputs, this.#summary.report(outcome, step.request, audit.markdown))
    this.#outputs.set('result', outcome.result)
    if (outcome.changed !== undefined) this.#outputs.set('changed', String(outcome.changed))
    if (outcome.access !== undefined) this.#outputs.access(outcome.access)
    this.#outputs.write()
    this.#outputs.warnOfMasked()
    if (sheet === undefined) this.#summary.outcome(outcome, step, audit?.markdown)
    else this.#summary.plan(sheet.markdown)
    if (sheet !== undefined) await this.#comment(sheet, planned !== undefined && pending(planned.plan).length > 0)
  }

  /** Reports a step that failed, with what is known; `hasWritten` unless it is known that Datadog carried out nothing for it. */
  async failure(failure: Failure, step: Step | undefined, hasWritten: boolean): Promise<void> {
    const known = knownAfter(failure, step?.request, this.#kept)
    const operation = new InputReader(this.#env).given('operation').toLowerCase()
    const hasSheet = known.planned !== undefined || operation === 'plan' || operation === 'apply'
    const sheet = hasSheet ? await this.#sheet({ failure, planned: known.planned, step }) : undefined
    const audit = await this.#audit(known)
    if (known.planned !== undefined) this.#log.group(sheet?.title ?? '', sheet?.lines ?? [])
    if (audit !== undefined) this.#log.group('Findings', audit.lines)
    this.#logFailure(failure)
    if (this.#kept !== undefined && known.mapping === undefined && failure.reason !== 'mapping-lost')
      this.#outputs.clear(MAPPING_OUTPUTS)
    this.#outputs.known(known)
    sheet?.setOutputs(this.#outputs)
    audit?.setOutputs(this.#outputs, this.#summary.report(failure, step?.request, audit.markdown))
    this.#outputs.set('result', RESULTS[failure.reason] ?? 'failed')
    const changed =
      known.changed ?? (isWriting(operation) ? (hasWritten || failure.isUnsettled ? 'unknown' : false) : undefined)
    if (changed !== undefined) this.#outputs.set('changed', String(changed))
    this.#outputs.set('failure-reason', failure.reason)
    this.#outputs.set('error-message', this.#log.message(failure.message))
    this.#tryToWrite()
    this.#outputs.warnOfMasked()
    if (sheet === undefined) this.#summary.failure(failure, audit?.markdown)
    else this.#summary.plan(sheet.markdown)
    if (sheet !== undefined) await this.#comment(sheet, true)
  }

  // The failure has been reported: outputs that cannot be written do not replace it.
  #tryToWrite(): void {
    try {
      this.#outputs.write()
    } catch (thrown) {
      this.#log.warning(asFailure(thrown).message)
    }
  }

  async #audit({ audited }: Pick<Known, 'audited'>): Promise<AuditSheet | undefined> {
    return (
      audited && (await import(/* webpackChunkName: "audit" */ './audit-report.ts')).auditSheet(audited, this.#summary)
    )
  }

  // Loaded here: few steps have a plan.
  async #sheet(subject: PlanSubject): Promise<PlanSheet> {
    const { sheetOf } = await import(/* webpackChunkName: "plan" */ './plan-report.ts')
    return sheetOf(subject, { env: this.#env, secrets: this.#secrets, organization: this.#organization })
  }

  #exported({ file, count }: Exported, outcome: Outcome, request: Request): void {
    this.#outputs.set('file', oneLine(file))
    this.#outputs.set('count', String(count))
    this.#outputs.setFile('report-file', 'datadog-report', this.#summary.report(outcome, request))
  }

  async #comment(sheet: PlanSheet, worthTheFirst: boolean): Promise<void> {
    const target = await readCommentTarget(this.#env)
    if (target === undefined) return
    const { pullRequest, about, token } = target
    if (pullRequest === undefined) {
      this.#log.line('There is no pull request to comment on.')
      return
    }
    try {
      const { keepComment, LONGEST_COMMENT } = await import(/* webpackChunkName: "plan" */ './comment.ts')
      const room = { limit: LONGEST_COMMENT, size: lengthOf, elsewhere: 'the job summary and the output plan-file' }
      // A step that was cancelled or is past its deadline still has a moment, in which no old digest may be left standing.
      const signal = this.#signal.aborted ? this.#lastMoment() : this.#signal
      await keepComment(
        { pullRequest, about, body: sheet.markdown(room), worthTheFirst },
        { token, env: this.#env, signal, clock: this.#clock },
      )
    } catch (error) {
      // The plan matters most; a comment that cannot be written is only a warning.
      const why = error instanceof Error ? error.message : String(error)
      this.#log.warning(
        `The comment on the pull request could not be written: ${this.#log.quote(why)}. Give the job permissions: pull-requests: write.`,
      )
    }
  }

  #lastMoment(): AbortSignal {
    const end = new AbortController()
    this.#clock.after(LAST_WAIT_MS, () => end.abort(new Error(`GitHub did not answer within ${LAST_WAIT_MS} ms`)))
    return end.signal
  }

  #logOutcome(
    outcome: Outcome,
    request: Request,
    sheet: { readonly title?: string; readonly lines: readonly Line[] } | undefined,
  ): void {
    const { mappings = [], nearest = [], sentence, checks = [], details = [], planned, result } = outcome
    const kindIn = ({ kind }: LiveMapping) => (isOfAllKinds(request) ? `${kind}  ` : '')
    const lines =
      sheet?.lines ??
      mappings.map((mapping) => () => `${kindIn(mapping)}${mapping.id}  ${describe(KINDS[mapping.kind], mapping)}`)
    // Of a dry run the sentence says the same.
    const isTitled = planned !== undefined && planned.seenFrom !== 'step' && result === 'planned'
    if (sheet?.title !== undefined && isTitled) this.#log.line(sheet.title)
    if (lines.length === 0) this.#log.line(sentence)
    else this.#log.group(sentence, lines)
    if (nearest.length > 0) this.#log.group('Nearest, and what differs:', nearest.flatMap(missLines))
    for (const detail of details) this.#log.line(detail)
    if (checks.length > 0) this.#log.group(CHECK, checks)
  }

  #logFailure(failure: Failure): void {
    this.#log.error(failure.message)
    if (this.#env['RUNNER_DEBUG'] === '1') this.#logCauses(failure)
  }

  #logCauses(failure: Failure): void {
    for (let error: unknown = failure; error instanceof Error; error = error.cause)
      this.#log.debug(error.stack ?? error.message)
  }
}

function missLines({ mapping, differences, reasons }: Miss): string[] {
  return [
    `${mapping.id}  ${describe(KINDS[mapping.kind], mapping)}`,
    ...differences.flatMap(({ matcher, caller, mapping: wants }) => [
      `    ${visible(matcher)}`,
      `      caller:  ${caller === undefined ? 'nothing' : visible(caller)}`,
      `      mapping: ${visible(wants)}`,
    ]),
    ...reasons.map((reason) => `    ${reason}.`),
  ]
}

/** How long a comment may take when the step is over: the runner kills a cancelled one after 10 s. */
const LAST_WAIT_MS = 2_500

function lengthOf(text: string): number {
  return text.length
}

// A plan without secrets has only checked the file.
function isAboutPlan({ planned, result }: Outcome): boolean {
  return planned !== undefined || result === 'planned'
}

const RESULTS: Readonly<Partial<Record<Failure['reason'], string>>> = {
  'not-verified': 'unverified',
  'partially-applied': 'partially-applied',
}

function knownAfter(failure: Failure, request: Request | undefined, kept: LiveMapping | undefined): Known {
  if (failure instanceof InformedFailure) return failure.known
  if (kept !== undefined) return { mapping: kept }
  if (request === undefined || !('attributes' in request)) return {}
  const id = 'mappingId' in request ? request.mappingId : undefined
  return { mapping: { ...request.attributes, ...(id !== undefined && { id }) } }
}
