import { styleText } from 'node:util'
import type { StepResult } from '../test/support/runner.ts'

const secretInputs = new Set(['api-key', 'app-key', 'bearer-token', 'github-token'])
const longest = 240

type Style = Parameters<typeof styleText>[0]

function style(how: Style, text: string): string {
  return styleText(how, text, { stream: process.stdout })
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
}

function fields(entries: readonly [name: string, value: string][]): string[] {
  const width = Math.max(0, ...entries.map(([name]) => name.length)) + 2
  return entries.map(([name, value]) => {
    const [first = '', ...others] = cut(value).split('\n')
    return [style('cyan', `${name}:`.padEnd(width)) + first, ...others.map((line) => ' '.repeat(width) + line)].join(
      '\n',
    )
  })
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  console.log(style('dim', `── ${title}`))
  for (const line of lines.join('\n').split('\n')) console.log(`   ${line}`.trimEnd())
}

const logStyles: readonly [start: RegExp, style: Style][] = [
  [/^\s*Error: /, 'red'],
  [/^\s*Warning: /, 'yellow'],
  [/^\s*Notice: /, 'blue'],
  [/^▼ /, 'bold'],
  [/^\s*##\[debug\]/, 'magenta'],
]

function logLine(line: string): string {
  const found = logStyles.find(([start]) => start.test(line))
  return found === undefined ? line : style(found[1], line)
}

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

function plain(markdown: string): string {
  return markdown
    .replaceAll('<br>', '\n')
    .replaceAll(/`([^`]*)`/g, '$1')
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (entity, code: string | undefined, name: string | undefined) =>
      code === undefined ? (namedEntities[name ?? ''] ?? entity) : String.fromCodePoint(Number(code)),
    )
}

const rowPattern = /^\|.*\|\s*$/

function cells(row: string): string[] {
  return row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.trim().replaceAll('\\|', '|')))
}

/** Lays out Markdown for a terminal: headings stand out, the columns of a table are aligned, entities are the characters that they stand for. */
export function renderMarkdown(markdown: string): string[] {
  const lines = markdown.trimEnd().split('\n')
  const rendered: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (!rowPattern.test(line)) {
      rendered.push(/^#+ /.test(line) ? style('bold', plain(line.replace(/^#+ /, ''))) : plain(line))
      continue
    }
    const rows: string[][] = []
    for (; rowPattern.test(lines[index] ?? ''); index += 1) rows.push(cells(lines[index] ?? ''))
    index -= 1
    const [head = [], , ...body] = rows
    const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)))
    const layOut = (row: readonly string[]): string =>
      widths
        .map((width, column) => (row[column] ?? '').padEnd(width))
        .join('  ')
        .trimEnd()
    rendered.push(style('bold', layOut(head)), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(layOut))
  }
  return rendered
}

/** Prints one step as a person would look at it: what it was given, what it said, what it set, and its summary. */
export function reportStep(title: string, inputs: Readonly<Record<string, string>>, result: StepResult): void {
  const succeeded = result.conclusion === 'success'
  const mark = succeeded ? style('green', '✓') : style('red', '✗')
  console.log(`${mark} ${style('bold', title)} ${style('dim', `(${Math.round(result.durationMs)} ms)`)}`)
  section('with', fields(Object.entries(inputs).map(([name, value]) => [name, secretInputs.has(name) ? '***' : value])))
  section('log', result.log.trimEnd().split('\n').map(logLine))
  const hidden = new Set(result.outputsDroppedBetweenJobs)
  const outputs = Object.entries(result.outputs).filter(([, value]) => value !== '')
  section('outputs', fields(outputs.map(([name, value]) => [name, hidden.has(name) ? '***' : value])))
  section('summary', result.summary.trim() === '' ? [] : renderMarkdown(result.summary))
  console.log()
}
