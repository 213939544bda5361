import { counted } from '../../mappings/counted.ts'
import type { Part, PlanLine } from './plan-lines.ts'
import type { Block, PlanView, WarningGroup } from './plan-view.ts'
import { alert, CHECK, codeSpan, cut, markdown } from './safe-text.ts'

/** A fact about a plan as a whole, such as the organization: Markdown that is safe already. */
export type Fact = string

/** What a sheet is about, and what it may take. */
export interface Sheet {
  /** What the first line says before what is left out; a sentence of the view, or what became of the plan. */
  readonly title: string
  readonly facts: readonly Fact[]
  /** What stands between the facts and the changes: Markdown. */
  readonly message?: readonly string[]
  /** What stands at the end: Markdown. */
  readonly foot?: readonly string[]
  readonly room: Room
  /** Removes secrets and what cannot be seen. */
  clean(text: string): string
}

/** How much a place takes. */
export interface Room {
  readonly limit: number
  size(text: string): number
  /** Where everything stands that is left out here, such as `the output plan-file`. */
  readonly elsewhere: string
}

// Reasons and warnings may take that part of the room each: they come first, and the changes must have a place too.
const LISTS_SHARE = 4
const MOST_NAMED = 20
const MOST_NOTES = 10
// A sentence can quote a mapping, which has a matcher of any length; the change itself has it whole.
const LONGEST_TEXT = 2000
// What the first line says of what is left out, and line breaks.
const RESERVE = 400

/**
 * A plan as Markdown for GitHub. When there is no room, whole changes are left out, the least dangerous first, and the first line
 * counts them.
 */
export function planMarkdown(view: PlanView, sheet: Sheet): string {
  const { room } = sheet
  const set = new Setter(sheet.clean)
  const share = room.limit / LISTS_SHARE
  const before = [
    '',
    ...(sheet.facts.length > 0 ? [sheet.facts.join(' · '), ''] : []),
    ...(sheet.message ?? []),
    ...alert('CAUTION', 'apply would refuse this plan:', within(view.refusals.map(set.text), share, room)),
    ...alert('WARNING', CHECK, within(view.warnings.map(set.warning), share, room)),
    ...bullets(within(view.remarks.map(set.text), share, room)),
  ]
  const after = [...(view.rest === '' ? [] : [`${view.rest}.`, '']), ...(sheet.foot ?? [])]
  const title = `### ${markdown(sheet.clean(`Datadog mappings: ${sheet.title}`))}`
  const unmanagedHead = view.unmanaged.length > 0 ? [...UNMANAGED, ''] : []
  const left = room.limit - RESERVE - [title, ...before, ...unmanagedHead, ...after].reduce(adding(room), 0)
  const changes = new Texts(view.changes, set.block)
  const unmanaged = new Texts(view.unmanaged, set.block)
  const shownUnmanaged =
    view.unmanaged.length === 0
      ? []
      : fitting(unmanaged, Math.max(left / LISTS_SHARE, left - sizeUpTo(left, changes, room)), room)
  const shown = fitting(changes, left - shownUnmanaged.reduce(adding(room), 0), room)
  const missing = [
    missingText(view.changes.length - shown.length, 'change'),
    missingText(view.unmanaged.length - shownUnmanaged.length, 'unmanaged mapping'),
  ].filter((text) => text !== '')
  const cut = missing.length === 0 ? '' : `; ${missing.join(' and ')} left out here, see ${room.elsewhere}`
  return [`${title}${markdown(cut)}`, ...before, ...shown, ...unmanagedHead, ...shownUnmanaged, ...after, ''].join('\n')
}

const UNMANAGED = [
  '#### Unmanaged',
  '',
  'Live in Datadog, and neither in the file nor ignored. `apply` leaves these mappings as they are.',
]

/** The text of each block, made when it is asked for: of thousands of changes a comment has room for some hundred. */
class Texts implements Iterable<string> {
  readonly #blocks: readonly Block[]
  readonly #set: (block: Block) => string
  readonly #made: string[] = []

  constructor(blocks: readonly Block[], set: (block: Block) => string) {
    this.#blocks = blocks
    this.#set = set
  }

  *[Symbol.iterator](): Generator<string> {
    for (const [index, block] of this.#blocks.entries()) {
      this.#made[index] ??= this.#set(block)
      yield this.#made[index]
    }
  }
}

class Setter {
  readonly #clean: (text: string) => string
  /** What many blocks have alike: verbs, and what accounts may do. */
  readonly #words = new Map<string, string>()

  constructor(clean: (text: string) => string) {
    this.#clean = clean
  }

  text = (text: string): string => markdown(cut(this.#clean(text), LONGEST_TEXT))

  #word(text: string): string {
    const word = this.#words.get(text) ?? this.text(text)
    this.#words.set(text, word)
    return word
  }

  #code(text: string): string {
    return codeSpan(this.#clean(text))
  }

  warning = ({ rank, text, principals }: WarningGroup): string => {
    const names = principals.slice(0, MOST_NAMED).map((principal) => this.#code(principal))
    const more = principals.length - names.length
    return `**${rank}** · ${this.text(text)} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  }

  block = (block: Block): string => {
    const verb = `**${this.#word(block.verbFirst ? capital(block.verb) : block.verb)}**`
    const [worst] = block.warnings
    const mark = worst === undefined ? '' : ` ⚠️ ${worst.rank}`
    const notes = block.notes.slice(0, MOST_NOTES).map((note) => `- ⚠️ ${this.text(note)}`)
    const more = block.notes.length - notes.length
    return [
      `${block.verbFirst ? `${verb} ${block.title}` : `${block.title} ${verb}`}${mark}`,
      '',
      ...block.lines.map((line) => this.#line(line)),
      ...notes,
      ...(more > 0 ? [`- and ${more} more such notes, which the log has`] : []),
      ...(block.ids.length > 0 ? [`- <sub>${block.ids.map((id) => this.#code(id)).join(' ')}</sub>`] : []),
      '',
    ].join('\n')
  }

  #line({ sign, text, power }: PlanLine): string {
    return `- ${SIGNS[sign]}${this.#code(text)}${this.#power(power)}`
  }

  #power(parts: readonly Part[]): string {
    if (parts.length === 0) return ''
    const words = parts.map(({ text, isDangerous }) => (isDangerous ? `**${this.#word(text)}**` : this.#word(text)))
    return ` (${words.join(', ')})`
  }
}

const SIGNS: Readonly<Record<PlanLine['sign'], string>> = { '+': '➕ ', '-': '➖ ', ' ': '' }

function bullets(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [...items.map((item) => `- ${item}`), '']
}

function within(items: readonly string[], limit: number, room: Room): string[] {
  const shown = fitting(items, limit, room)
  const left = items.length - shown.length
  return left === 0 ? shown : [...shown, `and ${left} more, see ${room.elsewhere}`]
}

// One item that would take a quarter of the room by itself makes way for those after it.
function fitting(items: Iterable<string>, limit: number, room: Room): string[] {
  const shown: string[] = []
  let used = 0
  for (const item of items) {
    const size = adding(room)(0, item)
    if (used + size <= limit) {
      shown.push(item)
      used += size
    } else if (size < limit / LISTS_SHARE) break
  }
  return shown
}

// The size of all items, or of as many as are larger than the limit.
function sizeUpTo(limit: number, items: Iterable<string>, room: Room): number {
  let used = 0
  for (const item of items) {
    used = adding(room)(used, item)
    if (used > limit) break
  }
  return used
}

function adding({ size }: Room): (sum: number, text: string) => number {
  return (sum, text) => sum + size(text) + 1
}

function missingText(count: number, what: string): string {
  return count === 0 ? '' : counted(count, what)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
