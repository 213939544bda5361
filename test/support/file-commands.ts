import { onWindows } from './platform.ts'

// How the runner reads the files behind GITHUB_OUTPUT, GITHUB_STATE, GITHUB_ENV, GITHUB_PATH and GITHUB_STEP_SUMMARY.
// https://github.com/actions/runner: Runner.Worker/FileCommandManager.cs

/** What one file held; after a malformed line the runner reads no further, fails the step, and keeps what came before. */
export interface KeyValueFile {
  values: Record<string, string>
  error?: string
}

const summaryLimit = 1024 * 1024

interface Line {
  text: string
  next: number
  terminated: boolean
}

function readLine(content: string, start: number): Line | undefined {
  if (start >= content.length) return undefined
  const end = content.indexOf('\n', start)
  if (end < 0) return { text: content.slice(start), next: content.length, terminated: false }
  // Only the runner on Windows takes \r\n for one line end.
  const text = content.slice(start, onWindows && content[end - 1] === '\r' ? end - 1 : end)
  return { text, next: end + 1, terminated: true }
}

function readHeredoc(content: string, start: number, delimiter: string): { value: string; next: number } | string {
  let end = start
  let at = start
  for (;;) {
    const line = readLine(content, at)
    if (line === undefined) return `Invalid value. Matching delimiter not found '${delimiter}'`
    if (line.text === delimiter) return { value: content.slice(start, Math.max(start, end)), next: line.next }
    if (!line.terminated) return `Invalid value. EOF marker missing new line.`
    end = at + line.text.length
    at = line.next
  }
}

/** Parses `name=value` lines and `name<<DELIMITER` blocks. */
export function parseKeyValueFile(raw: string): KeyValueFile {
  const content = raw.replace(/^\ufeff/, '')
  const values: Record<string, string> = {}
  for (let line = readLine(content, 0); line !== undefined; ) {
    const { text } = line
    let next = line.next
    if (text !== '') {
      const equals = text.indexOf('=')
      const heredoc = text.indexOf('<<')
      if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
        values[text.slice(0, equals)] = text.slice(equals + 1)
      } else if (heredoc >= 0) {
        const name = text.slice(0, heredoc)
        const delimiter = text.slice(heredoc + 2)
        if (name === '' || delimiter === '') {
          return { values, error: `Invalid format '${text}'. Name must not be empty and delimiter must not be empty` }
        }
        const block = readHeredoc(content, next, delimiter)
        if (typeof block === 'string') return { values, error: block }
        values[name] = block.value
        next = block.next
      } else {
        return { values, error: `Invalid format '${text}'` }
      }
    }
    line = readLine(content, next)
  }
  return { values }
}

/** The directories that a step put in front of PATH. */
export function parsePathFile(content: string): string[] {
  return content.split(/\r\n|[\r\n]/).filter((line) => line !== '')
}

/** What is shown of a step summary: nothing when it is larger than 1 MiB, which is an error in the log. */
export function readSummary(content: string): { markdown: string; error?: string } {
  const size = Buffer.byteLength(content)
  if (size <= summaryLimit) return { markdown: content }
  const kibibytes = (bytes: number): number => Math.floor(bytes / 1024)
  return {
    markdown: '',
    error: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${kibibytes(summaryLimit)}k, got ${kibibytes(size)}k.`,
  }
}
