import { unaccepted } from '../../mappings/audit/acceptance.ts'
import type { Finding, Unchecked } from '../../mappings/audit/findings.ts'
import { KINDS } from '../../mappings/kinds.ts'
import type { LiveMapping } from '../../mappings/mapping.ts'
import type { Audited } from '../../operations/outcome.ts'
import type { Line } from './log.ts'
import type { Outputs } from './outputs.ts'
import { cut } from './safe-text.ts'

/** What the log, outputs, summary and report file show of an audit. */
export interface AuditSheet {
  /** For the log. */
  readonly lines: readonly Line[]
  readonly markdown: readonly Line[]
  /** Sets the outputs; `report` is the text of the report file. */
  setOutputs(outputs: Outputs, report: string): void
}

/** Composes the report of an audit. */
export function auditSheet(audited: Audited, rendering: AuditRendering): AuditSheet {
  return {
    lines: auditLines(audited),
    markdown: auditMarkdown(audited, rendering),
    setOutputs(outputs, report) {
      outputs.setLists('findings', 1, auditLists(audited))
      outputs.set('findings-count', String(unaccepted(audited.findings).length))
      outputs.set('unchecked-count', String(audited.unchecked.length + audited.unread.length))
      outputs.set('count', String(audited.count))
      outputs.setFile('report-file', 'datadog-report', report)
    },
  }
}

/** The findings of an audit for the log, a line each, the worst first; then what was accepted and what could not be checked. */
function auditLines({ findings, unchecked, unread }: Audited): Line[] {
  return [
    ...findings.map(
      (finding) => () =>
        `${mark(finding)}  ${finding.code}  ${finding.mapping.id}  ${whoIn(finding)}: ${finding.what}${remark(finding)}`,
    ),
    ...grouped(unchecked).map(({ code, why, mappings }) => `not checked  ${code}  ${idsOf(mappings)}: ${why}`),
    ...unread.map(({ kind, why }) => `not read  ${KINDS[kind].title}s: ${why}`),
  ]
}

/** How a Markdown renderer is given texts: as a sentence, and letter by letter. */
export interface AuditRendering {
  text(value: string): string
  code(value: string): string
}

/** The findings of an audit as Markdown: what to do about each code, and a row for each finding, the worst first; then the rest. */
function auditMarkdown(audited: Audited, rendering: AuditRendering): Line[] {
  const text = (value: string) => rendering.text(value)
  const code = (value: string) => rendering.code(value)
  const { findings, unchecked, unread, org } = audited
  const left = unaccepted(audited.findings)
  const accepted = findings.filter((finding) => finding.accepted !== undefined)
  const row = (finding: Finding) =>
    `| ${finding.rank} | ${code(finding.code)} | ${text(`${finding.what}${remark(finding)}`)} | ${code(whoIn(finding))}<br>${code(finding.mapping.id)}<br><sub>hash ${code(finding.hash)}</sub> |`
  return [
    ...(org === undefined
      ? []
      : [`Organization: ${org.name === undefined ? code(org.uuid ?? '') : text(org.name)}`, '']),
    ...(left.length === 0
      ? []
      : [
          '| Rank | Code | Findings | Why it is a risk, and what to do |',
          '| --- | --- | --- | --- |',
          ...countedByCode(left).map(
            ({ rank, code: name, why, fix, count }) =>
              `| ${rank} | ${code(name)} | ${count} | ${text(why)} ${text(fix)} |`,
          ),
          '',
          '| Rank | Code | What | Mapping |',
          '| --- | --- | --- | --- |',
          ...left.map((finding) => () => row(finding)),
          '',
        ]),
    ...(accepted.length === 0
      ? []
      : [
          '#### Accepted',
          '',
          ...accepted.map(
            (finding) =>
              `- ${code(finding.code)} ${code(finding.mapping.id)} ${code(whoIn(finding))}: ${text(`${finding.what}${remark(finding)}`)}`,
          ),
          '',
        ]),
    ...(unchecked.length === 0 && unread.length === 0
      ? []
      : [
          '#### Not checked',
          '',
          ...unread.map(({ kind, why }) => `- ${text(`${KINDS[kind].title}s: ${why}`)}`),
          ...grouped(unchecked).map(
            ({ code: name, why, mappings }) =>
              `- ${code(name)} of ${text(idsOf(mappings))}: ${text(/[.!?]$/.test(why) ? why : `${why}.`)}`,
          ),
          '',
        ]),
  ]
}

/** The lists of the output `findings`, whose schema is in `schema/`. */
function auditLists({ findings, unchecked, unread }: Audited): Readonly<Record<string, Iterable<unknown>>> {
  const common = ({ code, mapping }: Finding | Unchecked) => ({ code, kind: mapping.kind, 'mapping-id': mapping.id })
  return {
    findings: mapped(findings, (finding) => {
      const { rank, what, why, fix, hash, accepted } = finding
      return { ...common(finding), rank, what, why, fix, hash, ...(accepted && { accepted }) }
    }),
    unchecked: mapped(unchecked, (one) => ({ ...common(one), why: one.why })),
    unread: unread.map(({ kind, why }) => ({ kind, why })),
  }
}

function* mapped<T>(items: readonly T[], map: (item: T) => unknown): Generator<unknown> {
  for (const item of items) yield map(item)
}

interface CountedCode extends Pick<Finding, 'code' | 'rank' | 'why' | 'fix'> {
  count: number
}

// A code can have two ranks: persona mappings are a higher risk.
function countedByCode(findings: readonly Finding[]): CountedCode[] {
  const codes = new Map<string, CountedCode>()
  for (const { code, rank, why, fix } of findings) {
    const key = `${rank} ${code}`
    const known = codes.get(key)
    if (known === undefined) codes.set(key, { code, rank, why, fix, count: 1 })
    else known.count++
  }
  return [...codes.values()]
}

// An id alone says nothing to a reader.
const LONGEST_NAME = 300

function whoIn({ mapping }: Finding): string {
  return cut(KINDS[mapping.kind].principal(mapping), LONGEST_NAME)
}

function mark({ rank, accepted }: Finding): string {
  return accepted === undefined ? rank : 'accepted'
}

function remark({ accepted, notAccepted }: Finding): string {
  if (accepted !== undefined) return ` (accepted until ${accepted.until}: ${accepted.reason})`
  return notAccepted === undefined ? '' : ` (not accepted: ${notAccepted})`
}

interface Group {
  readonly code: string
  readonly why: string
  readonly mappings: LiveMapping[]
}

// Many mappings can be unchecked for one reason.
function grouped(unchecked: readonly Unchecked[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { code, why, mapping } of unchecked) {
    const key = `${code} ${why}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { code, why, mappings: [mapping] })
    else group.mappings.push(mapping)
  }
  return [...groups.values()]
}

const MOST_IDS = 10

function idsOf(mappings: readonly LiveMapping[]): string {
  const ids = mappings.slice(0, MOST_IDS).map(({ id }) => id)
  return mappings.length > MOST_IDS ? `${ids.join(', ')} and ${mappings.length - MOST_IDS} more` : ids.join(', ')
}
