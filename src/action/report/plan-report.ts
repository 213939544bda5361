import { describe, KINDS } from '../../mappings/kinds.ts'
import { KIND_NAMES, type LiveMapping, type MappingAttributes } from '../../mappings/mapping.ts'
import { type Action, type Change, pending } from '../../mappings/plan/plan.ts'
import { planDocument } from '../../mappings/plan/plan-file.ts'
import type { Planned } from '../../operations/outcome.ts'
import { planSummary } from '../../operations/plan.ts'
import type { Outputs } from './outputs.ts'

const SIGNS: Readonly<Record<Action, string>> = {
  create: '+',
  replace: '±',
  update: '~',
  delete: '-',
  conflict: '!',
  unchanged: '=',
}

/** The changes of a plan for the log, a line each, in the order of the file. */
export function planLines({ plan }: Planned): string[] {
  return pending(plan).flatMap((change) => [
    `${SIGNS[change.action]} ${change.action} ${changeWords(change)}`,
    ...change.notes.map((note) => `    ${note}`),
  ])
}

/** How a Markdown renderer is given texts: as a sentence, and letter by letter. */
export interface Rendering {
  text(value: string): string
  code(value: string): string
}

/** The changes of a plan as Markdown: the digest, which no cut takes away, a table for each kind, then what a reviewer should know. */
export function planMarkdown({ plan, digest, guards }: Planned, { text, code }: Rendering): string[] {
  const changes = pending(plan)
  const lines = changes.length > 0 ? [`Plan digest: ${code(digest)}`, ''] : []
  for (const kind of KIND_NAMES) {
    const rows = changes.filter((change) => change.kind === kind)
    if (rows.length === 0) continue
    lines.push(
      `#### ${KINDS[kind].title}s`,
      '',
      '| | Who | Now | Then | Mapping id |',
      '| --- | --- | --- | --- | --- |',
    )
    for (const change of rows) lines.push(row(change, code))
    lines.push('')
  }
  const notes = [...changes.flatMap(({ notes }) => notes), ...guards.map((reason) => `apply would refuse: ${reason}`)]
  for (const note of notes) lines.push(`- ⚠️ ${text(note)}`)
  return lines
}

/** Sets the outputs about a plan; the file of it is written where later steps and artifacts find it. */
export function setPlan(planned: Planned, outputs: Outputs): void {
  const { plan, digest, where } = planned
  const changes = pending(plan)
  const json = outputs.json('plan', planDocument(where, plan))
  outputs.set('has-changes', String(changes.length > 0))
  outputs.set('changes-count', String(changes.length))
  outputs.set('changes-summary', planSummary(plan))
  outputs.set('plan-digest', digest)
  outputs.set('plan', json)
  outputs.setFile('plan-file', 'datadog-plan', json)
}

function row({ action, kind, wanted, live }: Change, code: (value: string) => string): string {
  const meaning = KINDS[kind]
  const target = (mapping: MappingAttributes | LiveMapping | undefined, of = meaning) =>
    mapping === undefined ? '' : code(of.target(mapping))
  const who = code(meaning.principal(wanted ?? live ?? {}))
  const then = action === 'delete' ? '' : target(wanted)
  return `| ${action} | ${who} | ${live === undefined ? '' : target(live, KINDS[live.kind])} | ${then} | ${live === undefined ? '' : code(live.id)} |`
}

function changeWords({ action, kind, wanted, live }: Change): string {
  const meaning = KINDS[kind]
  const now = live === undefined ? '' : ` [${live.id}]`
  const before =
    action === 'replace' || action === 'update'
      ? `, was ${live === undefined ? '' : describe(KINDS[live.kind], live)}`
      : ''
  return `${meaning.title} ${describe(meaning, wanted ?? live ?? {})}${before}${now}`
}
