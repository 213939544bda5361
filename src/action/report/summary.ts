import { appendFileSync, closeSync, openSync, statSync, writeSync } from 'node:fs'
import type { Site } from '../../datadog/site.ts'
import type { Failure } from '../../failure.ts'
import { KINDS } from '../../mappings/kinds.ts'
import type { LiveMapping } from '../../mappings/mapping.ts'
import { visible } from '../../mappings/visible.ts'
import type { Miss, Outcome } from '../../operations/outcome.ts'
import { isOfAllKinds, kindOfRequest, type Request } from '../../operations/request.ts'
import type { Environment } from '../inputs/input-reader.ts'
import type { Step } from '../inputs/read-step.ts'
import type { Secrets } from '../secrets.ts'
import type { Log } from './log.ts'
import { type Line, textOf } from './log.ts'
import type { Room } from './plan-markdown.ts'
import { alert, CHECK, code, cut, markdown, oneLine } from './safe-text.ts'

// The runner drops a summary of more than 1 MiB as a whole; what is written before the result leaves room for it.
const LARGEST_SUMMARY = 900 * 1024
const LARGEST_RESTORING = 600 * 1024
// GitHub takes bodies of 65,536 characters.
const LARGEST_BODY = 60_000
const LONGEST_CELL = 500
const LONGEST_PIECE = 65_536
const TOO_LONG = 'because GitHub drops a longer summary'
const ELSEWHERE = {
  mappings: 'The outputs mappings and mappings-file have all of them.',
  file: 'The file has all of them.',
  log: 'The log has all of them.',
} as const

/** What a body says of a step, whether it succeeded or not. */
type Told = Pick<Outcome, 'sentence' | 'checks' | 'details' | 'exported' | 'mapping' | 'mappings' | 'nearest'>

/** The job summary: what was found or done, in a form that people like to look at. */
export class Summary {
  readonly #env: Environment
  readonly #secrets: Secrets
  readonly #log: Log
  readonly #isWanted: boolean
  /** How many bytes this step has written. */
  #size = 0
  /** The inputs that restore deleted mappings, as they stand in the file so far, where they begin, and whether more would be too many. */
  #undo: { readonly start: number; readonly text: string; readonly isFull: boolean } | undefined

  constructor(env: Environment, secrets: Secrets, log: Log, isWanted: boolean) {
    this.#isWanted = isWanted
    this.#env = env
    this.#secrets = secrets
    this.#log = log
  }

  /** Reports a step that succeeded. */
  outcome(outcome: Outcome, { request, site }: Step, more: readonly Line[] = []): void {
    if (!this.#isWanted) return
    const body = [...this.#body(outcome, request), ...more]
    const lines = [`### ${heading(outcome, request)}`, '', ...body, ...settingsLink(request, site)]
    this.#result(lines, outcome.audited ? ELSEWHERE.log : outcome.exported ? ELSEWHERE.file : ELSEWHERE.mappings)
  }

  /** The report of an audit or an export as the body of an issue or a pull request, within GitHub's limit for one. */
  report(outcome: Told, request: Request | undefined, more: readonly Line[] = []): string {
    const note = `because GitHub limits the length of an issue. ${outcome.exported ? ELSEWHERE.file : ELSEWHERE.log}`
    return [...fitting([...this.#body(outcome, request), ...more], LARGEST_BODY, note)].join('').trimEnd()
  }

  #body(outcome: Told, request: Request | undefined): Line[] {
    const mappings =
      outcome.exported?.added ?? outcome.mappings ?? (outcome.mapping === undefined ? [] : [outcome.mapping])
    const details = (outcome.details ?? []).map((detail) => `- ${this.text(detail)}`)
    const checks = alert('WARNING', CHECK, outcome.checks?.map((check) => this.text(check)) ?? [])
    return [
      this.text(outcome.sentence),
      ...details,
      '',
      ...checks,
      ...this.#misses(outcome.nearest ?? []),
      ...this.#table(mappings, isOfAllKinds(request)),
    ]
  }

  /** Reports a step that failed. */
  failure(failure: Failure, more: readonly Line[] = []): void {
    if (!this.#isWanted) return
    const lines = failure.message.split('\n').map((line) => markdown(cut(this.#clean(line), 4 * LONGEST_CELL)))
    this.#result(
      [`### Datadog mappings: failed (${failure.reason})`, '', lines.join('<br>'), '', ...more],
      ELSEWHERE.log,
    )
  }

  /** Writes what a plan's readers see, in the room that is left. */
  plan(render: (room: Room) => string): void {
    if (!this.#isWanted) return
    const elsewhere = 'the log and the output plan-file'
    this.#end([render({ limit: this.#room(), size: Buffer.byteLength, elsewhere })])
  }

  /** Writes down the inputs that restore a mapping, before it is deleted; at the end they stand below the result. */
  restoring(mapping: LiveMapping, inputs: readonly string[]): void {
    if (!this.#isWanted || this.#undo?.isFull) return
    const start = this.#undo === undefined ? ['<details><summary>To restore what this step deletes</summary>', ''] : []
    const body = inputs.map((line) => `    ${this.#clean(line)}`)
    const title = `To restore ${this.code(mapping.id)}, run this action with`
    const note = joined([...start, title, '', ...body, ''])
    const fits = this.#size + Buffer.byteLength(note) <= LARGEST_RESTORING
    const instead = `What was deleted later is left out, ${TOO_LONG}. The log has all of it.`
    const text = fits ? note : joined([...start, instead, ''])
    const before = this.#undo ?? { start: this.#fileSize(), text: '' }
    this.#undo = { ...before, text: before.text + text, isFull: !fits }
    this.#write([text])
  }

  #result(lines: readonly Line[], elsewhere: string): void {
    this.#end(fitting(lines, this.#room(), `${TOO_LONG}. ${elsewhere}`))
  }

  #room(): number {
    return LARGEST_SUMMARY - this.#size - END_OF_UNDO.length
  }

  // The result comes first for a reader, and what was written before it only as a precaution comes after it.
  #end(result: Iterable<string>): void {
    if (this.#undo === undefined) {
      this.#write(result)
      return
    }
    const { start, text } = this.#undo
    const isLast = this.#fileSize() === start + Buffer.byteLength(text)
    if (isLast) this.#write([...result, '\n', text, END_OF_UNDO], start)
    else this.#write([END_OF_UNDO, ...result])
  }

  // A file that cannot even be looked at cannot be written either, and writing says so.
  #fileSize(): number {
    try {
      return statSync(this.#env['GITHUB_STEP_SUMMARY'] ?? '').size
    } catch {
      return 0
    }
  }

  #table(mappings: readonly LiveMapping[], withKind: boolean): Line[] {
    // Of a mapping that was deleted by its id nothing else is known.
    const known = mappings.filter((mapping) => KINDS[mapping.kind].identity.some((name) => mapping[name] !== undefined))
    if (known.length === 0) return []
    const rows = known.map((mapping) => () => {
      const { principal, target } = KINDS[mapping.kind]
      const kind = withKind ? `| ${mapping.kind} ` : ''
      return `${kind}| ${this.code(principal(mapping))} | ${this.code(target(mapping))} | ${this.code(mapping.id)} |`
    })
    const [head, rule] = withKind ? ['| Kind ', '| --- '] : ['', '']
    return [`${head}| Who | Becomes | Mapping id |`, `${rule}| --- | --- | --- |`, ...rows]
  }

  #misses(misses: readonly Miss[]): Line[] {
    if (misses.length === 0) return []
    const rows = misses.flatMap(({ mapping, differences, reasons }): Line[] => [
      `Mapping ${this.code(mapping.id)} → ${this.code(KINDS[mapping.kind].target(mapping))}`,
      '',
      '| Matcher | Caller | Mapping |',
      '| --- | --- | --- |',
      ...differences.map(
        ({ matcher, caller, mapping: wants }) =>
          () =>
            `| ${this.code(visible(matcher))} | ${caller === undefined ? 'nothing' : this.code(visible(caller))} | ${this.code(visible(wants))} |`,
      ),
      '',
      ...reasons.map((reason) => `- ${this.text(reason)}`),
      '',
    ])
    return ['#### Nearest', '', ...rows]
  }

  #clean(value: string): string {
    return this.#secrets.redact(oneLine(value))
  }

  /** A text from outside as a Markdown sentence. */
  text(value: string): string {
    return markdown(cut(this.#clean(value), LONGEST_CELL))
  }

  /** A text from outside, letter by letter. */
  code(value: string): string {
    return code(cut(this.#clean(value), LONGEST_CELL))
  }

  #write(texts: Iterable<string>, position?: number): void {
    const file = this.#env['GITHUB_STEP_SUMMARY']
    if (!file) return
    try {
      let at = position
      for (const piece of pieces(texts)) {
        const length = Buffer.byteLength(piece)
        // The summary of @actions/core does the same through node:fs/promises and threads, which takes 1 ms.
        if (at === undefined) appendFileSync(file, piece)
        else overwrite(file, piece, at)
        if (at !== undefined) at += length
        this.#size += length
      }
    } catch (error) {
      this.#log.warning(
        `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
}

const END_OF_UNDO = '</details>\n\n'

function overwrite(file: string, text: string, position: number): void {
  const bytes = Buffer.from(text)
  const descriptor = openSync(file, 'r+')
  try {
    for (let written = 0; written < bytes.length; )
      written += writeSync(descriptor, bytes, written, bytes.length - written, position + written)
  } finally {
    closeSync(descriptor)
  }
}

function settingsLink(request: Request, site: Site | undefined): string[] {
  const kind = kindOfRequest(request)
  if (site === undefined || kind === undefined) return []
  return ['', `[Open the mappings in Datadog](${site.appOrigin}/organization-settings/${KINDS[kind].settingsPage})`]
}

function heading({ result }: Outcome, request: Request): string {
  if (request.operation === 'login') return `Datadog: ${result}`
  const kind = kindOfRequest(request)
  return `Datadog ${kind === undefined ? 'mappings' : `${KINDS[kind].title}s`}: ${result}`
}

function joined(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

/** The lines that there is room for, in bytes; then how many rows are left out, and the note that says why and where they are. */
function* fitting(lines: readonly Line[], room: number, note: string): Generator<string> {
  let left = room
  for (const [index, line] of lines.entries()) {
    const text = `${textOf(line)}\n`
    left -= Buffer.byteLength(text)
    if (left < 0) {
      const missing = lines.slice(index).filter(isRow).length
      const what = missing > 0 ? `${missing} of ${lines.filter(isRow).length} rows are` : 'The rest is'
      yield `\n${what} left out, ${note}\n`
      return
    }
    yield text
  }
}

// Only what there can be thousands of is made when it is written.
function isRow(line: Line): boolean {
  return typeof line !== 'string'
}

function* pieces(texts: Iterable<string>): Generator<string> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < LONGEST_PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
