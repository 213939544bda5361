import { describe, KINDS } from '../../mappings/kinds.ts'
import { KIND_NAMES, type LiveMapping } from '../../mappings/mapping.ts'
import { type Action, type Change, kindOf, liveOf, pending, type Wanted, wantedOf } from '../../mappings/plan/plan.ts'
import { planDocument } from '../../mappings/plan/plan-file.ts'
import type { Planned } from '../../operations/outcome.ts'
import { planSummary } from '../../operations/plan.ts'
import type { Outputs } from './outputs.ts'

const SIGNS: Readonly<Record<Action, string>> = {
  create: '+',
  replace: '±',
  update: '~',
  delete: '-',
  blocked: '!',
  unchanged: '=',
}

/** The changes of a plan for the log, a line each, in the order of the file. */
export function planLines({ plan }: Planned): string[] {
  const told = plan.changes.filter(({ action, notes }) => action !== 'unchanged' || notes.length > 0)
  return told.flatMap((change) => [
    `${SIGNS[change.action]} ${change.action} ${changeWords(change)}`,
    ...remarks(change).map((text) => `    ${text}`),
  ])
}

/** How a Markdown renderer is given texts: as a sentence, and letter by letter. */
export interface Rendering {
  text(value: string): string
  code(value: string): string
}

/** The changes of a plan as Markdown: the digest, which no cut takes away, a table for each kind, then what a reviewer should know. */
export function planMarkdown({ plan, digest, refusals }: Planned, { text, code }: Rendering): string[] {
  const changes = pending(plan)
  const lines = changes.length > 0 ? [`Plan digest: ${code(digest)}`, ''] : []
  for (const kind of KIND_NAMES) {
    const rows = changes.filter((change) => kindOf(change) === kind)
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
  const notes = [...plan.changes.flatMap(remarks), ...refusals.map((refusal) => `apply would refuse: ${refusal.text}`)]
  for (const note of notes) lines.push(`- ⚠️ ${text(note)}`)
  return lines
}

/** Sets the outputs about a plan; the file of it is written where later steps and artifacts find it. */
export function setPlan(planned: Planned, outputs: Outputs): void {
  const { plan, digest } = planned
  const changes = pending(plan)
  const json = outputs.json('plan', planDocument(planned))
  outputs.set('has-changes', String(changes.length > 0))
  outputs.set('changes-count', String(changes.length))
  outputs.set('changes-summary', planSummary(plan))
  outputs.set('plan-digest', digest)
  outputs.set('plan', json)
  outputs.setFile('plan-file', 'datadog-plan', json)
}

function row(change: Change, code: (value: string) => string): string {
  const wanted = wantedOf(change)
  const live = liveOf(change)
  const cells = [
    (wanted.length > 0 ? wanted.map(principalOf) : live.map((mapping) => KINDS[mapping.kind].principal(mapping))).map(
      code,
    ),
    live.map((mapping) => code(livePlace(mapping, change))),
    wanted.map(({ kind, attributes }) => code(KINDS[kind].target(attributes))),
    live.map(({ id }) => code(id)),
  ].map((lines) => lines.join('<br>'))
  return `| ${change.action} | ${cells.join(' | ')} |`
}

// The principal is told beside what it has when it is another one than the wanted one.
function livePlace(mapping: LiveMapping, change: Change): string {
  const meaning = KINDS[mapping.kind]
  const isOther = wantedOf(change).some((one) => principalOf(one) !== meaning.principal(mapping))
  return isOther ? describe(meaning, mapping) : meaning.target(mapping)
}

function principalOf({ kind, attributes }: Wanted): string {
  return KINDS[kind].principal(attributes)
}

/** What a reviewer should know about a change, a text each. */
function remarks(change: Change): string[] {
  return [...(change.action === 'blocked' ? [change.why] : []), ...change.notes.map(({ text }) => text)]
}

function changeWords(change: Change): string {
  const live = liveOf(change)
  const wanted = wantedOf(change).map(({ kind, attributes }) => describe(KINDS[kind], attributes))
  const old = live.map((mapping) => describe(KINDS[mapping.kind], mapping))
  const was = change.action === 'replace' || change.action === 'update' ? `, was ${old.join(', ')}` : ''
  const ids = live.length > 0 ? ` [${live.map(({ id }) => id).join(' ')}]` : ''
  return `${KINDS[kindOf(change)].title} ${(wanted.length > 0 ? wanted : old).join(', ')}${was}${ids}`
}
