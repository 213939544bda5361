import { summary } from '@actions/core'
import type { Failure } from '../failure.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Outcome, Request } from '../operations/operation.ts'
import type { Environment } from './input-reader.ts'
import type { Log } from './log.ts'
import { code, cut, markdown, oneLine } from './safe-text.ts'
import type { Secrets } from './secrets.ts'

// The runner drops a summary of more than 1 MiB as a whole.
const LARGEST_SUMMARY = 900 * 1024
const LONGEST_CELL = 500

/** Writes the job summary of a step that did what it was asked for. */
export async function writeOutcome(
  outcome: Outcome,
  request: Request,
  env: Environment,
  secrets: Secrets,
  log: Log,
): Promise<void> {
  const short = (value: string) => cut(secrets.redact(oneLine(value)), LONGEST_CELL)
  const text = (value: string) => markdown(short(value))
  const mappings = outcome.mappings ?? (outcome.mapping === undefined ? [] : [outcome.mapping])
  const lines = [
    `### Datadog ${KINDS[request.kind].title}s: ${outcome.result}`,
    '',
    text(outcome.sentence),
    ...(outcome.details ?? []).map((detail) => `- ${text(detail)}`),
  ]
  await write([...lines, '', ...table(mappings, request, (value) => code(short(value)))], mappings.length, env, log)
}

/** Writes the job summary of a failed step. */
export async function writeFailure(failure: Failure, env: Environment, secrets: Secrets, log: Log): Promise<void> {
  const lines = failure.message
    .split('\n')
    .map((line) => markdown(cut(secrets.redact(oneLine(line)), 4 * LONGEST_CELL)))
  await write([`### Datadog mappings: failed (${failure.reason})`, '', lines.join('<br>'), ''], 0, env, log)
}

function table(mappings: readonly LiveMapping[], request: Request, cell: (value: string) => string): string[] {
  if (mappings.length === 0) return []
  const meaning = KINDS[request.kind]
  const rows = mappings.map(
    (mapping) => `| ${cell(meaning.principal(mapping))} | ${cell(meaning.target(mapping))} | ${cell(mapping.id)} |`,
  )
  return ['| Who | Becomes | Mapping id |', '| --- | --- | --- |', ...rows]
}

async function write(lines: readonly string[], rows: number, env: Environment, log: Log): Promise<void> {
  if (!env['GITHUB_STEP_SUMMARY']) return
  try {
    await summary.addRaw(fitting(lines, rows)).write()
  } catch (error) {
    log.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`)
  }
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
