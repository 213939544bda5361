import * as core from '@actions/core'
import type { Environment, FileRemark } from '../inputs/input-reader.ts'
import type { Secrets } from '../secrets.ts'
import { cut, inert, oneLine } from './safe-text.ts'

// The runner cuts an annotation at 4,096 characters; a log line has no such limit, and has to take the longest claim matcher whole,
// because it restores a replaced mapping.
const LONGEST_LINE = 5000
const LONGEST_ANNOTATION = 4000
const LONGEST_QUOTE = 500
// More than is ever shown of a text, and little enough to search it for secrets.
const LONGEST_SEARCHED = 65_536
// Lines that are searched for secrets and printed together: thousands at once take megabytes for each step of the search.
const LINES_AT_ONCE = 250

/** A line of a long text: as it is, or made when it is written, so that thousands of them are never in memory at once. */
export type Line = string | (() => string)

/** The text of a line. */
export function textOf(line: Line): string {
  return typeof line === 'string' ? line : line()
}

/** The step's log: every line is made harmless and free of secrets before it is printed. */
export interface Log {
  line(text: string): void
  /** A foldable group of lines. */
  group(title: string, lines: readonly Line[]): void
  warning(text: string): void
  error(text: string): void
  /** A warning or an error at a place in a file, where the diff of a pull request shows it. */
  annotate(remark: FileRemark): void
  debug(text: string): void
  /** The text as an annotation shows it. */
  message(text: string): string
  /** A text from outside, fit for a message: one line, without secrets, and short. */
  quote(text: string): string
}

/** A log on standard output, as the runner reads it. */
export function createLog(secrets: Secrets, env: Environment): Log {
  const short = (redacted: string, limit = LONGEST_LINE) => cut(inert(redacted), limit)
  const clean = (text: string, limit?: number) => short(secrets.redact(oneLine(text)), limit)
  const annotation = (text: string) =>
    cut(
      text
        .split('\n')
        .map((line) => clean(line, LONGEST_ANNOTATION))
        .join('\n'),
      LONGEST_ANNOTATION,
    )
  return {
    line: (text) => core.info(clean(text)),
    group(title, lines) {
      core.startGroup(clean(title))
      for (let first = 0; first < lines.length; first += LINES_AT_ONCE) {
        const some = lines.slice(first, first + LINES_AT_ONCE).map((line) => oneLine(textOf(line)))
        const redacted = secrets.redactAll(some)
        core.info(redacted.map((line) => short(line)).join('\n'))
      }
      core.endGroup()
    },
    warning: (text) => core.warning(annotation(text)),
    error: (text) => core.error(annotation(text)),
    annotate: ({ level, file, line, column, text }) =>
      (level === 'error' ? core.error : core.warning)(annotation(text), { file, startLine: line, startColumn: column }),
    message: annotation,
    debug(text) {
      // The runner drops it otherwise; to write it anyway took 50 µs of each of thousands of requests.
      if (env['RUNNER_DEBUG'] === '1') core.debug(clean(text))
    },
    quote(text) {
      if (text.length <= LONGEST_SEARCHED) return clean(text, LONGEST_QUOTE)
      const beginning = secrets.redactBeginning(oneLine(text.slice(0, LONGEST_SEARCHED)))
      return cut(inert(`${beginning}…`), LONGEST_QUOTE)
    },
  }
}
