import { appendFileSync } from 'node:fs'
import type { Site } from '../../datadog/site.ts'
import type { Failure } from '../../failure.ts'
import { KINDS } from '../../mappings/kinds.ts'
import type { LiveMapping } from '../../mappings/mapping.ts'
import { visible } from '../../mappings/visible.ts'
import type { Miss, Outcome } from '../../operations/outcome.ts'
import { kindOf, type Request } from '../../operations/request.ts'
import type { Environment } from '../inputs/input-reader.ts'
import type { Step } from '../inputs/read-step.ts'
import type { Secrets } from '../secrets.ts'
import type { Log } from './log.ts'
import type { Room } from './plan-markdown.ts'
import { code, cut, markdown, oneLine } from './safe-text.ts'

// The runner drops a summary of more than 1 MiB as a whole; what is written before the result leaves room for it.
const LARGEST_SUMMARY = 900 * 1024
const LARGEST_RESTORING = 600 * 1024
// GitHub takes bodies of 65,536 characters.
const LARGEST_BODY = 60_000
const LONGEST_CELL = 500
const TOO_LONG = 'because GitHub drops a longer summary'
const ELSEWHERE = {
  mappings: 'The outputs mappings and mappings-file have all of them.',
  file: 'The file has all of them.',
} as const
// What stands below the head of a table, and in no row.
const RULE = '| --- '

/** What a body says of a step, whether it succeeded or not. */
type Told = Pick<Outcome, 'sentence' | 'details' | 'exported' | 'mapping' | 'mappings' | 'nearest'>

/** The job summary: what was found or done, in a form that people like to look at. */
export class Summary {
  readonly #env: Environment
  readonly #secrets: Secrets
  readonly #log: Log
  readonly #isWanted: boolean
  /** How many bytes this step has written. */
  #size = 0
  /** Whether the inputs that restore deleted mappings are begun, and whether more of them would be too many. */
  #restoring: 'none' | 'begun' | 'full' = 'none'

  constructor(env: Environment, secrets: Secrets, log: Log, isWanted: boolean) {
    this.#isWanted = isWanted
    this.#env = env
    this.#secrets = secrets
    this.#log = log
  }

  /** Tells of a step that did what it was asked for. */
  outcome(outcome: Outcome, { request, site }: Step, more: readonly string[] = []): void {
    if (!this.#isWanted) return
    const body = [...this.#body(outcome), ...more]
    const lines = [`### ${heading(outcome, request)}`, '', ...body, ...settingsLink(request, site)]
    this.#result(lines, outcome.exported === undefined ? ELSEWHERE.mappings : ELSEWHERE.file)
  }

  /** What is told of a step as the body of an issue or a pull request, within what GitHub takes of one. */
  report(outcome: Told, more: readonly string[] = []): string {
    return fitting([...this.#body(outcome), ...more], LARGEST_BODY, ELSEWHERE.file).trimEnd()
  }

  #body(outcome: Told): string[] {
    const mappings =
      outcome.exported?.added ?? outcome.mappings ?? (outcome.mapping === undefined ? [] : [outcome.mapping])
    const lines = [this.text(outcome.sentence)]
    lines.push(...(outcome.details ?? []).map((detail) => `- ${this.text(detail)}`), '')
    return [...lines, ...this.#misses(outcome.nearest ?? []), ...this.#table(mappings)]
  }

  /** Tells of a step that failed. */
  failure(failure: Failure, more: readonly string[] = []): void {
    if (!this.#isWanted) return
    const lines = failure.message.split('\n').map((line) => markdown(cut(this.#clean(line), 4 * LONGEST_CELL)))
    this.#result(
      [`### Datadog mappings: failed (${failure.reason})`, '', lines.join('<br>'), '', ...more],
      ELSEWHERE.mappings,
    )
  }

  /** Writes what a plan's readers see, in the room that is left. */
  plan(render: (room: Room) => string): void {
    if (!this.#isWanted) return
    const end = textOf(this.#end())
    const elsewhere = 'the log and the output plan-file'
    const room = { limit: LARGEST_SUMMARY - this.#size - end.length, size: Buffer.byteLength, elsewhere }
    this.#write(end + render(room))
  }

  /** Writes down the inputs that restore a mapping, before it is deleted. */
  restoring(mapping: LiveMapping, inputs: readonly string[]): void {
    if (!this.#isWanted || this.#restoring === 'full') return
    const start =
      this.#restoring === 'none' ? ['<details><summary>To restore what this step deletes</summary>', ''] : []
    const body = inputs.map((line) => `    ${this.#clean(line)}`)
    const title = `To restore ${this.code(mapping.id)}, run this action with`
    const note = textOf([...start, title, '', ...body, ''])
    const fits = this.#size + Buffer.byteLength(note) <= LARGEST_RESTORING
    this.#restoring = fits ? 'begun' : 'full'
    const instead = `What was deleted after these is left out, ${TOO_LONG}. The log has all of it.`
    this.#write(fits ? note : textOf([...start, instead, '']))
  }

  #result(lines: readonly string[], elsewhere: string): void {
    this.#write(fitting([...this.#end(), ...lines], LARGEST_SUMMARY - this.#size, elsewhere))
  }

  #end(): string[] {
    return this.#restoring === 'none' ? [] : ['</details>', '']
  }

  #table(mappings: readonly LiveMapping[]): string[] {
    // Of a mapping that was deleted by its id nothing else is known.
    const known = mappings.filter((mapping) => KINDS[mapping.kind].identity.some((name) => mapping[name] !== undefined))
    if (known.length === 0) return []
    const rows = rowsOf(known, (mapping) => {
      const { principal, target } = KINDS[mapping.kind]
      return `| ${this.code(principal(mapping))} | ${this.code(target(mapping))} | ${this.code(mapping.id)} |`
    })
    return ['| Who | Becomes | Mapping id |', '| --- | --- | --- |', ...rows]
  }

  #misses(misses: readonly Miss[]): string[] {
    if (misses.length === 0) return []
    const rows = misses.flatMap(({ mapping, differences, reasons }) => [
      `Mapping ${this.code(mapping.id)} → ${this.code(KINDS[mapping.kind].target(mapping))}`,
      '',
      '| Matcher | Caller | Mapping |',
      '| --- | --- | --- |',
      ...differences.map(
        ({ matcher, caller, mapping: wants }) =>
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

  #write(text: string): void {
    const file = this.#env['GITHUB_STEP_SUMMARY']
    if (!file) return
    try {
      // The summary of @actions/core does the same through node:fs/promises and threads, which takes 1 ms.
      appendFileSync(file, text)
      this.#size += Buffer.byteLength(text)
    } catch (error) {
      this.#log.warning(
        `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
}

/** A row for each item; those that no summary has room for are there to be counted, and say nothing. */
export function rowsOf<T>(items: readonly T[], row: (item: T) => string): string[] {
  let size = 0
  return items.map((item) => {
    if (size > LARGEST_SUMMARY) return '| … |'
    const text = row(item)
    size += text.length
    return text
  })
}

function settingsLink(request: Request, site: Site | undefined): string[] {
  const kind = kindOf(request)
  if (site === undefined || kind === undefined) return []
  return ['', `[Open the mappings in Datadog](${site.appOrigin}/organization-settings/${KINDS[kind].settingsPage})`]
}

function heading({ result }: Outcome, request: Request): string {
  if (request.operation === 'login') return `Datadog: ${result}`
  const kind = kindOf(request)
  return `Datadog ${kind === undefined ? 'mappings' : `${KINDS[kind].title}s`}: ${result}`
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function fitting(lines: readonly string[], room: number, elsewhere: string): string {
  const whole = textOf(lines)
  if (Buffer.byteLength(whole) <= room) return whole
  let size = 0
  const end = lines.findIndex((line) => {
    size += Buffer.byteLength(line) + 1
    return size > room
  })
  const head = lines.slice(0, end)
  const isRow = (line: string, index: number) =>
    line.startsWith('| ') && !line.startsWith(RULE) && lines[index + 1]?.startsWith(RULE) !== true
  const rows = lines.filter(isRow).length
  const left = rows - head.filter(isRow).length
  const what = left > 0 ? `${left} of ${rows} rows are` : 'The rest is'
  return textOf([...head, '', `${what} left out, ${TOO_LONG}. ${elsewhere}`])
}
