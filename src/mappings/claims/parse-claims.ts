import type { Checked } from '../checked.ts'
import { visible } from '../visible.ts'

/** Eighteen claims fit many times over; what is longer is something else, and would only cost time. */
const LONGEST = 65_536
const MOST_TOLD = 20

/**
 * Reads the block of `name: value` lines of the input `claims`: YAML in which every value is the text that it was written as
 * (`123456`, `true` and `1e3` included), and in which anything but names and single values is a mistake, named by its line.
 */
export async function parseClaims(text: string): Promise<Checked<Record<string, string>>> {
  if (text.length > LONGEST)
    return { problem: `the block is ${text.length} characters long; write one "name: value" line per claim.` }
  const { isAlias, isMap, isScalar, LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  // The failsafe schema knows no numbers or booleans, so an id keeps its leading zeros.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // Found below, in linear time.
    uniqueKeys: false,
  })
  const lineOf = (position: number | undefined) => `line ${lines.linePos(position ?? 0).line}`
  const error = document.errors[0]
  if (error !== undefined)
    return { problem: `${lineOf(error.pos[0])} is not valid YAML: ${explained(error.code, error.message)}.` }
  if (!isMap(document.contents))
    return {
      problem: `the value is not a block of "name: value" lines; write, for example, "repository: my-org/app" and "ref: refs/heads/main" on a line each.`,
    }
  const problems: string[] = []
  const entries: [string, string][] = []
  const names = new Set<string>()
  if (document.contents.anchor !== undefined || document.contents.tag !== undefined)
    problems.push('the block has an anchor or a tag; write plain lines only.')
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || hasExtras(key)) {
      problems.push(`${lineOf(document.contents.range?.[0])} has a name that is not plain text; write "name: value".`)
      continue
    }
    const where = lineOf(key.range?.[0])
    if (names.has(key.value))
      problems.push(
        `${where}: "${visible(key.value)}" is named twice; give each claim one value, or a regular expression such as /^(?:a|b)$/ for alternatives.`,
      )
    names.add(key.value)
    if (isAlias(value) && text.includes('***'))
      problems.push(
        `${where}: "${visible(key.value)}" has "***" as its value, which stands for a masked value in a log; write the value itself.`,
      )
    else if (isAlias(value))
      problems.push(
        `${where}: "${visible(key.value)}" has an alias ("*…") as its value; put a value that begins with "*" in quotes.`,
      )
    else if (value === null || (isScalar(value) && (value.value === null || value.value === ''))) {
      problems.push(`${where}: "${visible(key.value)}" has no value; is it the empty output of an earlier step?`)
    } else if (!isScalar(value))
      problems.push(
        `${where}: "${visible(key.value)}" has a list or a block as its value; write one value, or a regular expression such as /^(?:a|b)$/ for alternatives.`,
      )
    else if (hasExtras(value))
      problems.push(
        `${where}: "${visible(key.value)}" has an anchor ("&…") or a tag ("!…") before its value; put the value in quotes.`,
      )
    else entries.push([key.value, String(value.value)])
  }
  if (problems.length === 0 && entries.length === 0)
    problems.push('the block names no claim; write, for example, "repository: my-org/app".')
  const more = problems.splice(MOST_TOLD).length
  if (more > 0) problems.push(`and ${more} more like these.`)
  return problems.length > 0 ? { problem: problems.join(' ') } : { value: Object.fromEntries(entries), warnings: [] }
}

const hasExtras = (node: { anchor?: string | undefined; tag?: string | undefined }) =>
  node.anchor !== undefined || node.tag !== undefined

function explained(code: string, message: string): string {
  if (code === 'MULTIPLE_DOCS') return 'the block has a "---" line; write it without'
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'a second ": " stands in it; write each claim on a line of its own, and a value that has ": " in it in quotes'
  if (code === 'BAD_SCALAR_START' || code === 'UNEXPECTED_TOKEN')
    return `${sentence(message)} (put a value with special characters in quotes)`
  return sentence(message)
}

const sentence = (message: string) => (message.split('\n', 1)[0] ?? message).replace(/\.$/, '')
