import { appendFileSync } from 'node:fs'
import type { Site } from '../datadog/site.ts'
import type { Failure } from '../failure.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Planned } from '../operations/desired.ts'
import type { Outcome, Request } from '../operations/operation.ts'
import type { Environment } from './input-reader.ts'
import type { Step } from './inputs.ts'
import type { Log } from './log.ts'
import { code, cut, markdown, oneLine } from './safe-text.ts'
import type { Secrets } from './secrets.ts'

// The runner drops a summary of more than 1 MiB as a whole.
const LARGEST_SUMMARY = 900 * 1024
const LONGEST_CELL = 500

/** The job summary: what was found or done, in a form that people like to look at. */
export class Summary {
  readonly #env: Environment
  readonly #secrets: Secrets
  readonly #log: Log

  constructor(env: Environment, secrets: Secrets, log: Log) {
    this.#env = env
    this.#secrets = secrets
    this.#log = log
  }

  /** Tells of a step that did what it was asked for. */
  async outcome(outcome: Outcome, { request, site }: Step): Promise<void> {
    const mappings = outcome.mappings ?? (outcome.mapping === undefined ? [] : [outcome.mapping])
    const lines = [`### ${heading(outcome, request)}`, '', this.#text(outcome.sentence)]
    lines.push(...(outcome.details ?? []).map((detail) => `- ${this.#text(detail)}`), '')
    if (outcome.planned !== undefined) lines.push(...(await this.#plan(outcome.planned)))
    this.#write([...lines, ...this.#table(mappings, request), ...settingsLink(request, site)], mappings.length)
  }

  /** Tells of a step that failed. */
  async failure(failure: Failure, planned: Planned | undefined): Promise<void> {
    const lines = failure.message.split('\n').map((line) => markdown(cut(this.#clean(line), 4 * LONGEST_CELL)))
    const plan = planned === undefined ? [] : await this.#plan(planned)
    this.#write([`### Datadog mappings: failed (${failure.reason})`, '', lines.join('<br>'), '', ...plan], 0)
  }

  /** The plan as the body of a comment on the pull request. */
  async comment(planned: Planned, sentence: string): Promise<string> {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = this.#env
    const link =
      server && repository && run ? ['', `[The run that wrote this](${server}/${repository}/actions/runs/${run})`] : []
    return [`### Datadog mappings`, '', this.#text(sentence), '', ...(await this.#plan(planned)), ...link].join('\n')
  }

  /** Writes down the inputs that make a mapping again, before it is deleted. */
  async restoring(mapping: LiveMapping, inputs: readonly string[]): Promise<void> {
    const body = inputs.map((line) => `    ${this.#clean(line)}`)
    this.#write([`Replacing ${this.#code(mapping.id)}. To make it again, run this action with`, '', ...body, ''], 0)
  }

  async #plan(planned: Planned): Promise<string[]> {
    const { planMarkdown } = await import('./plan-report.ts')
    return planMarkdown(planned, { text: (value) => this.#text(value), code: (value) => this.#code(value) })
  }

  #table(mappings: readonly LiveMapping[], request: Request): string[] {
    const meaning = KINDS[request.kind]
    // Of a mapping that was deleted by its id nothing else is known.
    const known = mappings.filter((mapping) => meaning.identity.some((name) => mapping[name] !== undefined))
    if (known.length === 0) return []
    const rows = known.map(
      (mapping) =>
        `| ${this.#code(meaning.principal(mapping))} | ${this.#code(meaning.target(mapping))} | ${this.#code(mapping.id)} |`,
    )
    return ['| Who | Becomes | Mapping id |', '| --- | --- | --- |', ...rows]
  }

  #clean(value: string): string {
    return this.#secrets.redact(oneLine(value))
  }

  #text(value: string): string {
    return markdown(cut(this.#clean(value), LONGEST_CELL))
  }

  #code(value: string): string {
    return code(cut(this.#clean(value), LONGEST_CELL))
  }

  #write(lines: readonly string[], rows: number): void {
    const file = this.#env['GITHUB_STEP_SUMMARY']
    if (!file) return
    try {
      // The summary of @actions/core does the same through node:fs/promises and threads, which takes 2 ms.
      appendFileSync(file, fitting(lines, rows))
    } catch (error) {
      this.#log.warning(
        `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
}

function settingsLink({ operation, kind }: Request, site: Site | undefined): string[] {
  if (site === undefined || operation === 'plan' || operation === 'apply' || operation === 'login') return []
  return ['', `[Open the mappings in Datadog](${site.appOrigin}/organization-settings/${KINDS[kind].settingsPage})`]
}

function heading({ result }: Outcome, { operation, kind }: Request): string {
  if (operation === 'login') return `Datadog: ${result}`
  const file = operation === 'plan' || operation === 'apply'
  return `Datadog ${file ? 'mappings' : `${KINDS[kind].title}s`}: ${result}`
}

function fitting(lines: readonly string[], rows: number): string {
  const whole = `${lines.join('\n')}\n`
  if (Buffer.byteLength(whole) <= LARGEST_SUMMARY) return whole
  let size = 0
  const head: string[] = []
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1
    if (size > LARGEST_SUMMARY) break
    head.push(line)
  }
  const left = lines.length - head.length
  return `${head.join('\n')}\n\n${left} of ${rows} rows are left out, because GitHub drops a longer summary. The outputs mappings and mappings-file have all of them.\n`
}
