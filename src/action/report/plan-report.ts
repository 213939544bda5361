import type { Failure, FailureReason } from '../../failure.ts'
import { toJson } from '../../mappings/mapping-json.ts'
import { pending } from '../../mappings/plan/plan.ts'
import { planDocument } from '../../mappings/plan/plan-file.ts'
import { policyRules } from '../../mappings/policy.ts'
import type { Organization, Outcome, Planned } from '../../operations/outcome.ts'
import { planSummary } from '../../operations/plan.ts'
import type { Environment } from '../inputs/input-reader.ts'
import type { Step } from '../inputs/read-step.ts'
import type { Secrets } from '../secrets.ts'
import { LONGEST_COMMENT } from './comment.ts'
import type { Outputs } from './outputs.ts'
import { partsOf } from './plan-lines.ts'
import { planMarkdown, type Room } from './plan-markdown.ts'
import { type Block, hasDrifted, type PlanView, viewOf } from './plan-view.ts'
import { code, codeSpan, cut, inert, markdown, oneLine } from './safe-text.ts'

/** What became of a step with a plan, or of one that could not make it. */
export type PlanSubject =
  | { readonly outcome: Outcome; readonly step: Step }
  | { readonly failure: Failure; readonly planned: Planned | undefined; readonly step: Step | undefined }

/** What the log, outputs, summary, comment and report file show of a plan. */
export interface PlanSheet {
  /** What is to be decided, or what happened: the first line of all of them. */
  readonly title: string
  /** For the log. */
  readonly lines: readonly string[]
  /** For GitHub, cut to a room. */
  markdown(room: Room): string
  setOutputs(outputs: Outputs): void
}

interface Decision {
  readonly planned: Planned | undefined
  readonly step: Step | undefined
  readonly view: PlanView
  readonly title: string
  /** What else a user should know; a text can have several lines, and those that begin with a hyphen are a list. */
  readonly texts: readonly string[]
  /** Whether a reviewer can approve the plan by its digest. */
  readonly isApprovable: boolean
}

interface SheetMeans {
  readonly env: Environment
  readonly secrets: Secrets
  /** What is known of the organization when there is no plan. */
  readonly organization?: Organization
}

/** Composes the report of a plan. */
export function sheetOf(subject: PlanSubject, { env, secrets, organization = {} }: SheetMeans): PlanSheet {
  const decision = 'outcome' in subject ? decisionAfter(subject) : decisionAfterFailure(subject)
  const clean = (text: string) => inert(secrets.redact(oneLine(text)))
  const render = (room: Room) => decisionMarkdown(decision, room, { env, clean, organization })
  const { title, planned, step, view } = decision
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    lines: planLines(view),
    markdown: render,
    setOutputs(outputs) {
      if (planned !== undefined) setPlan(planned, view, { step, outputs })
      outputs.setFile('report-file', 'datadog-report', render(REPORT_ROOM))
    },
  }
}

// The body of an issue and of a pull request holds as much as a comment.
const REPORT_ROOM: Room = { limit: LONGEST_COMMENT, size: (text) => text.length, elsewhere: 'the output plan-file' }

function decisionAfter({ outcome, step }: Extract<PlanSubject, { outcome: Outcome }>): Decision {
  const { planned, result, sentence, details = [] } = outcome
  if (planned === undefined)
    return {
      planned,
      step,
      view: NOTHING,
      title: 'only the file was checked',
      texts: [sentence, ...details],
      isApprovable: false,
    }
  const isApplied = result === 'applied'
  const view = viewOf(planned, isApplied ? 'past' : 'future')
  return {
    planned,
    step,
    view,
    title: isApplied ? `applied (${planSummary(planned.plan, 'past')})` : view.headline,
    // The title and the facts say it of a file.
    texts: 'desired' in step.request ? details : [sentence, ...details],
    isApprovable: planned.refusals.length === 0 && !isApplied,
  }
}

function decisionAfterFailure({ failure, planned, step }: Extract<PlanSubject, { failure: Failure }>): Decision {
  const failed = `failed (${failure.reason})`
  if (planned === undefined)
    return { planned, step, view: NOTHING, title: failed, texts: [failure.message], isApprovable: false }
  const view = viewOf(planned)
  const isRefused = planned.refusals.length > 0
  const isPlan = step?.request.operation === 'plan'
  return {
    planned,
    step,
    view,
    title: isRefused || isPlan ? view.headline : failed,
    // What was refused is said with its reasons.
    texts: isRefused ? [] : [failure.message],
    isApprovable: !isRefused && (isPlan || STILL_APPROVABLE.has(failure.reason)),
  }
}

const NOTHING: PlanView = {
  headline: '',
  refusals: [],
  warnings: [],
  wantedWarnings: [],
  changes: [],
  unmanaged: [],
  remarks: [],
  rest: '',
}

// After these nothing has been done, and the digest is the one of the plan that is shown.
const STILL_APPROVABLE: ReadonlySet<FailureReason> = new Set(['approval-missing', 'plan-changed'])

// Why it would be refused, what to look at, then each change with a line for each attribute and matcher.
function planLines(view: PlanView): string[] {
  return [
    ...view.refusals.map((text) => `! apply would refuse: ${text}`),
    ...view.warnings.map(
      ({ rank, text, principals }) =>
        `! ${rank}: ${text} ${principals.slice(0, MOST_NAMED).join(', ')}${principals.length > MOST_NAMED ? ` and ${principals.length - MOST_NAMED} more` : ''}`,
    ),
    ...view.changes.flatMap(blockLines),
    ...view.unmanaged.flatMap(blockLines),
    ...view.remarks.map((text) => `    ${text}`),
  ]
}

const MOST_NAMED = 20

function blockLines({ sign, verb, verbFirst, title, summary, lines, notes, ids, warnings }: Block): string[] {
  const head = verbFirst ? `${verb} ${title} ${summary}` : `${title} ${summary} ${verb}`
  return [
    `${sign} ${head}${warnings[0] === undefined ? '' : ` (${warnings[0].rank})`}`,
    ...lines.map((line) => `    ${line.sign} ${line.text}${powerText(line.power)}`),
    ...notes.map((text) => `      ${text}`),
    ...ids.map((text) => `      ${text}`),
  ]
}

function powerText(parts: readonly { readonly text: string }[]): string {
  return parts.length === 0 ? '' : `  (${parts.map(({ text }) => text).join(', ')})`
}

interface Setting {
  readonly env: Environment
  readonly organization: Organization
  /** Removes secrets, and what the runner would execute. */
  clean(text: string): string
}

function decisionMarkdown(
  { planned, step, view, title, texts, isApprovable }: Decision,
  room: Room,
  setting: Setting,
): string {
  const set = (line: string) => markdown(cut(setting.clean(line), LONGEST_LINE))
  const message = texts.flatMap((text) => paragraphs(text.split('\n'), set))
  if (isApprovable && planned !== undefined && planned.seenFrom !== 'step' && pending(planned.plan).length > 0)
    message.push(`Plan digest: ${codeSpan(planned.digest)}`, '')
  const facts = factsOf(planned, step, setting)
  return planMarkdown(view, { title, facts, message, foot: footOf(setting.env), room, clean: setting.clean })
}

// A message names up to twenty changes, which must leave room for the plan.
const LONGEST_LINE = 1000

function paragraphs(lines: readonly string[], set: (line: string) => string): string[] {
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const isEnd = !lines[index + 1]?.startsWith('- ')
    return [
      line.startsWith('- ') ? `- ${set(line.slice(2))}` : set(line),
      ...(isEnd || !line.startsWith('- ') ? [''] : []),
    ]
  })
}

const MOST_FILES = 10

function factsOf(
  planned: Planned | undefined,
  step: Step | undefined,
  { env, clean, organization }: Setting,
): string[] {
  if (step === undefined) return []
  const show = (text: string) => codeSpan(clean(text))
  const { request, event, place } = step
  const { name, uuid = place.orgUuid } = planned?.org ?? organization
  const org = [
    ...(name === undefined ? [] : [`**${markdown(clean(name))}**`]),
    ...(uuid === undefined ? [] : [show(uuid)]),
  ]
  const site = `site ${show(place.site)}`
  // A step about one mapping asks for the organization only when it is given one.
  if (!('desired' in request)) return org.length === 0 ? [site] : [`org ${org.join(' ')}`, site]
  const commit = /^[0-9a-f]{7,64}$/.test(event.commit ?? '') ? ` at ${commitLink(event.commit ?? '', env)}` : ''
  const { policy: asked } = request.desired
  const rules = planned?.policy?.rules ?? (asked === undefined ? [] : policyRules(asked))
  const policy = rules.length === 0 ? 'no policy' : `policy: ${rules.map((rule) => markdown(clean(rule))).join('; ')}`
  const { paths } = request.desired
  const more = paths.length > MOST_FILES ? ` and ${paths.length - MOST_FILES} more` : ''
  const files = `${paths.length === 1 ? 'file' : 'files'} ${paths.slice(0, MOST_FILES).map(show).join(', ')}${more}`
  return [`org ${org.join(' ') || 'unknown'}`, site, `${files}${commit}`, policy]
}

function commitLink(commit: string, { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }: Environment): string {
  const short = code(commit.slice(0, 7))
  return server && repository ? `[${short}](${server}/${repository}/commit/${commit})` : short
}

function footOf({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
  GITHUB_RUN_ID: run,
}: Environment): string[] {
  return server && repository && run ? [`[The run that wrote this](${server}/${repository}/actions/runs/${run})`] : []
}

function setPlan(
  planned: Planned,
  view: PlanView,
  { step, outputs }: { readonly step: Step | undefined; readonly outputs: Outputs },
): void {
  const { plan, digest, unmanaged, org } = planned
  const changes = pending(plan)
  const json = outputs.json('plan', documentOf(planned, view))
  outputs.set('has-changes', String(changes.length > 0))
  outputs.set('changes-count', String(changes.length))
  outputs.set('changes-summary', planSummary(plan))
  outputs.set('plan-digest', planned.refusals.length === 0 ? digest : '')
  if (unmanaged !== undefined) outputs.set('unmanaged-count', String(unmanaged.length))
  if (step?.request.operation === 'plan') outputs.set('drifted', String(hasDrifted(planned) ?? 'unknown'))
  if (org?.uuid !== undefined) outputs.set('org-uuid', oneLine(org.uuid))
  if (org?.name !== undefined) outputs.set('org-name', oneLine(org.name))
  outputs.set('plan', json)
  outputs.setFile('plan-file', 'datadog-plan', json)
}

// Everything that a reviewer is shown; without a digest, nothing of it can be approved.
function documentOf(planned: Planned, view: PlanView): object {
  const { refusals, power, policy, org, unmanaged, unread = [], ignored } = planned
  const { digest, ...document } = planDocument(planned)
  return {
    ...document,
    ...(refusals.length === 0 && { digest }),
    ...(org?.name !== undefined && { 'org-name': org.name }),
    refusals: refusals.map(({ code: name, text, mappingIds }) => ({ code: name, text, 'mapping-ids': mappingIds })),
    warnings: view.wantedWarnings.map(({ wanted, warning }) => ({
      ...warning,
      wanted: toJson({ kind: wanted.kind, ...wanted.attributes }),
    })),
    ...(power !== undefined && {
      power: Object.fromEntries(
        [...power].map(([key, one]) => [
          key,
          partsOf(one).map(({ text, isDangerous }) => ({ text, dangerous: isDangerous })),
        ]),
      ),
    }),
    ...(policy !== undefined && { policy }),
    ...(unmanaged !== undefined && { unmanaged: unmanaged.map(toJson) }),
    ...(unread.length > 0 && { unread }),
    ...(ignored !== undefined && { ignored }),
  }
}
