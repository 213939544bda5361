import type { YAMLSeq } from 'yaml'
import { accountOf } from '../arn/arn-pattern.ts'
import { MARKS } from '../literal-marks.ts'
import { KIND_NAMES, type KindName, type LiveMapping } from '../mapping.ts'
import { visible } from '../visible.ts'
import type { Field } from './live-entry.ts'
import { yamlText } from './yaml-text.ts'

/** An entry to write, as its fields. */
export type Entry = readonly Field[]

/** A new mappings file that names some mappings: as JSON when its path says so, else as YAML with a proposed scope as a comment. */
export function newFile(entries: readonly Entry[], mappings: readonly LiveMapping[], path: string): string {
  if (/\.json$/i.test(path)) return `${JSON.stringify({ version: 1, mappings: entries.map(jsonOf) }, null, 2)}\n`
  const body =
    entries.length === 0 ? ['mappings: []'] : ['mappings:', ...entries.flatMap((entry) => lines(entry, '  '))]
  return [HEADER, 'version: 1', ...proposedScope(mappings), ...body, ''].join('\n')
}

const HEADER = '# The Datadog mappings of this organization. Written by operation: export; plan and apply read it.'

/**
 * The text of a mappings file with further entries at its end; everything else in it stays as it is, byte by byte.
 * The text must be a mappings file that can be read.
 */
export async function withEntries(text: string, entries: readonly Entry[]): Promise<string> {
  if (entries.length === 0) return text
  const { isMap, isSeq, parseDocument } = await import('yaml')
  const document = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true, logLevel: 'error' })
  const list = document.get('mappings', true)
  if (!isSeq(list) || !list.range) throw new Error('a mappings file without a list of mappings')
  const root = isMap(document.contents) && document.contents.flow === true
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  if (!list.flow) return intoBlock(text, list, { entries, end })
  if (list.items.length === 0 && !root) return insteadOfNothing(text, list.range, { entries, end })
  return intoFlow(text, list, { entries, end })
}

interface Addition {
  readonly entries: readonly Entry[]
  /** What ends a line. */
  readonly end: string
}

function intoBlock(text: string, list: YAMLSeq, { entries, end }: Addition): string {
  const token = list.srcToken
  const dash =
    token?.type === 'block-seq' ? token.items.at(-1)?.start.find(({ type }) => type === 'seq-item-ind') : undefined
  if (dash === undefined) throw new Error('a block of mappings without a last one')
  const indent = columnOf(text, dash.offset)
  const last = rangeOf(list.items.at(-1)) ?? dash.offset + 1
  let at = text[last - 1] === '\n' ? last : afterLine(text, last)
  // A comment that is indented like the fields of the last entry belongs to it.
  for (let comment = commentAt(text, at); comment !== undefined && comment > indent; comment = commentAt(text, at))
    at = afterLine(text, at)
  const before = text.slice(0, at)
  const added = entries.flatMap((entry) => lines(entry, ' '.repeat(indent))).join(end)
  return `${before}${before.endsWith('\n') ? '' : end}${added}${end}${text.slice(at)}`
}

function insteadOfNothing(text: string, range: readonly number[], { entries, end }: Addition): string {
  const [from = 0, to = 0] = range
  const at = afterLine(text, to)
  const head = `${text.slice(0, from).trimEnd()}${text.slice(to, at)}`.trimEnd()
  const added = entries.flatMap((entry) => lines(entry, '  ')).join(end)
  return `${head}${end}${added}${end}${text.slice(at)}`
}

function intoFlow(text: string, list: YAMLSeq, { entries, end }: Addition): string {
  const objects = entries.map((entry) => JSON.stringify(jsonOf(entry)))
  const last = list.items.at(-1)
  if (last === undefined) {
    const at = (list.range?.[0] ?? 0) + 1
    return `${text.slice(0, at)}${objects.map((object) => `${end}    ${object}`).join(',')}${end}  ${text.slice(at).trimStart()}`
  }
  const at = rangeOf(last) ?? 0
  const start = startOf(last)
  const isOwnLine = /(?:^|\n)[ \t]*$/.test(text.slice(0, start))
  const gap = isOwnLine ? `${end}${' '.repeat(columnOf(text, start))}` : ' '
  return `${text.slice(0, at)}${objects.map((object) => `,${gap}${object}`).join('')}${text.slice(at)}`
}

function rangeOf(node: unknown): number | undefined {
  return rangeIn(node)?.[1]
}

function startOf(node: unknown): number {
  return rangeIn(node)?.[0] ?? 0
}

function rangeIn(node: unknown): readonly number[] | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? node.range
    : undefined
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

function afterLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/** The column of the comment that is all there is on a line, if it is one. */
function commentAt(text: string, lineStart: number): number | undefined {
  return /^([ \t]*)#/.exec(text.slice(lineStart, afterLine(text, lineStart)))?.[1]?.length
}

function lines(entry: Entry, indent: string): string[] {
  const fields = entry.flatMap(({ field, value, remark }) => {
    if (typeof value !== 'string')
      return [`${field}:`, ...Object.entries(value).map(([name, text]) => `  ${yamlText(name)}: ${yamlText(text)}`)]
    return [
      `${field}: ${MARKS.includes(field) ? value : yamlText(value)}${remark === undefined ? '' : comment(remark)}`,
    ]
  })
  return fields.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`)
}

const LONGEST_REMARK = 80

function comment(remark: string): string {
  const characters = [...visible(remark).trim()]
  if (characters.length === 0) return ''
  const isCut = characters.length > LONGEST_REMARK
  return ` # ${isCut ? `${characters.slice(0, LONGEST_REMARK - 1).join('')}…` : characters.join('')}`
}

function jsonOf(entry: Entry): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entry.map(({ field, value }) => [field, value === 'true' || value === 'false' ? flagOf(field, value) : value]),
  )
}

function flagOf(field: string, value: string): string | boolean {
  return MARKS.includes(field) ? value === 'true' : value
}

function proposedScope(mappings: readonly LiveMapping[]): string[] {
  const blocks = KIND_NAMES.flatMap((kind) => {
    const { field, values } = scopeOf(
      kind,
      mappings.filter((mapping) => mapping.kind === kind),
    )
    const list = [...new Set(values)].sort().map((value) => JSON.stringify(value))
    if (list.length === 0) return []
    const line = `#   ${kind}: { ${field}: [${list.join(', ')}] }`
    return line.length <= 120
      ? [line]
      : [`#   ${kind}:`, `#     ${field}:`, ...list.map((value) => `#       - ${value}`)]
  })
  return blocks.length === 0
    ? []
    : ['# What prune may delete; nothing else. Check it before you use it.', '# scope:', ...blocks]
}

function scopeOf(
  kind: KindName,
  mappings: readonly LiveMapping[],
): { readonly field: string; readonly values: string[] } {
  if (kind === 'authn')
    return { field: 'attribute-keys', values: mappings.map(({ attributeKey = '' }) => attributeKey) }
  if (kind.startsWith('aws-'))
    return { field: 'accounts', values: mappings.flatMap(({ arnPattern = '' }) => accountOf(arnPattern) ?? []) }
  const repository = /^\^([\w-]+\/(?:[\w-]|\\\.)+)\$$/
  const values = mappings.flatMap(({ claims }) => repository.exec(claims?.['repository'] ?? '')?.[1] ?? [])
  return { field: 'repositories', values: values.map((name) => name.replaceAll('\\.', '.')) }
}
