import type { Document, LineCounter } from 'yaml'
import type * as z from 'zod/mini'
import { fieldOf, NAME_FIELDS, TEXT_ATTRIBUTES } from '../attributes.ts'
import { nearest } from '../checked.ts'
import { KIND_NAMES } from '../mapping.ts'
import { type FileDocument, fileSchema } from './file-schema.ts'

/** Where something stands in a file, as `line 3, column 5`. */
export type Position = (path: readonly PropertyKey[]) => string

/** A file whose shape is right, and where its parts stand; or what is wrong with it. */
export type Syntax =
  | { readonly document: FileDocument; readonly position: Position }
  | { readonly problems: readonly string[] }

// Ten thousand mappings take a megabyte or two.
const LARGEST_FILE = 16 * 1024 * 1024
// An account that ten thousand mappings share is no attack; what grows with every level is refused all the same.
const MOST_ALIASES = 50_000

const NULL = /^(?:null|Null|NULL|~)$/

/** Reads a mappings file, YAML or JSON, and checks its shape; every mistake is told with line and column. */
export async function readSyntax(text: string): Promise<Syntax> {
  if (text.length > LARGEST_FILE)
    return { problems: [`the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`] }
  if (text.includes('\0'))
    return { problems: ['the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16.'] }
  if (text.trim() === '') return { problems: ['the file is empty. Write version: 1 and mappings: into it.'] }
  const { isMap, isScalar, LineCounter, parseDocument, visit } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  })
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => `${place(lines, error.pos[0])}: ${explained(error)}.`) }
  }
  const position: Position = (path) => place(lines, offsetOf(document, path))
  const keyPosition: Position = (path) => {
    const block = document.getIn(path.slice(0, -1), true)
    const pair = isMap(block) ? block.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
    return pair && isScalar(pair.key) ? place(lines, pair.key.range?.[0] ?? 0) : position(path)
  }
  const anchors = new Set<string>()
  const unresolved: string[] = []
  visit(document, {
    Value(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor)
      // The schema knows no null, and "null" is nobody's group or account.
      if (isScalar(node) && node.type === 'PLAIN' && NULL.test(node.source ?? ''))
        unresolved.push(
          `${place(lines, node.range?.[0] ?? 0)}: ${node.source} means that there is no value. Write one, or put it in quotes.`,
        )
    },
    Alias(_, { source, range }) {
      const start = place(lines, range?.[0] ?? 0)
      if (!anchors.has(source))
        unresolved.push(`${start}: *${source} has no anchor before it. Put a value that begins with "*" in quotes.`)
    },
  })
  if (unresolved.length > 0) return { problems: unresolved }
  let parsed: unknown
  try {
    parsed = document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch (error) {
    return {
      problems: [`the file cannot be read: ${error instanceof Error ? firstLine(error.message) : 'no reason'}.`],
    }
  }
  const result = fileSchema.safeParse(parsed)
  if (result.success) return { document: result.data, position }
  return { problems: result.error.issues.flatMap((issue) => problemsOf(issue, parsed, { position, keyPosition })) }
}

interface Positions {
  readonly position: Position
  readonly keyPosition: Position
}

function problemsOf(issue: z.core.$ZodIssue, parsed: unknown, { position, keyPosition }: Positions): string[] {
  const { path } = issue
  const where = (at: readonly PropertyKey[], find = position) =>
    `${find(at)}: ${at.length === 0 ? 'the file' : name(at)}`
  const given = valueAt(parsed, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `${where([...path, key], keyPosition)} ${unknownField(key, path, parsed)}`)
    case 'invalid_union': {
      const kind = valueAt(parsed, path)
      if (typeof kind === 'object' && kind !== null) return [`${where(path)} is not a single text.`]
      if (typeof kind !== 'string' || kind === '')
        return [`${where(path)} is missing. Write one of ${KIND_NAMES.join(', ')}.`]
      const close = nearest(kind, KIND_NAMES)
      return [
        `${where(path)}: "${kind}" is not one of ${KIND_NAMES.join(', ')}.${close === undefined ? '' : ` Did you mean ${close}?`}`,
      ]
    }
    case 'invalid_value':
      return [
        given === undefined
          ? `${where(path)} is missing. Write ${issue.values.join(' or ')}.`
          : `${where(path)} is not ${issue.values.join(' or ')}.`,
      ]
    case 'too_small':
      return [`${where(path)} is empty.`]
    case 'invalid_type':
      if (given === undefined) return [`${where(path)} is missing.`]
      return [`${where(path)} is not ${EXPECTED[issue.expected] ?? issue.expected}.`]
    case 'invalid_key':
      return [`${where(path)} has an empty name.`]
    default:
      return [`${where(path)} is not as it should be.`]
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a single text',
  array: 'a list',
  object: 'a block of fields',
  record: 'a block of "name: value" lines',
}

const FIELDS = ['kind', 'rewrite-role-arn', 'literal', 'claims', ...TEXT_ATTRIBUTES.map(fieldOf), ...NAME_FIELDS]
const SCOPE_FIELDS = ['accounts', 'pattern-prefixes', 'repositories', 'attribute-keys']

function unknownField(key: string, path: readonly PropertyKey[], parsed: unknown): string {
  const kind = path[0] === 'mappings' ? valueAt(parsed, [...path, 'kind']) : undefined
  const known = knownKeys(path, parsed)
  if (known.includes(key))
    return `is not a field of ${typeof kind === 'string' ? `kind: ${kind}` : name(path)}. Leave it out.`
  const close = nearest(key, known)
  return `is not a field.${close === undefined ? ` The fields here are ${known.join(', ')}.` : ` Did you mean ${close}?`}`
}

function knownKeys(path: readonly PropertyKey[], parsed: unknown): readonly string[] {
  if (path.length === 0) return ['version', 'scope', 'mappings'].filter((key) => valueAt(parsed, [key]) === undefined)
  if (path[0] === 'scope') return path.length === 1 ? KIND_NAMES : SCOPE_FIELDS
  return FIELDS
}

function name(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  )
}

// What is missing has no position of its own: that of the nearest part around it is told.
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    const range =
      typeof node === 'object' && node !== null && 'range' in node ? (node.range as readonly number[] | null) : null
    if (range) return range[0] ?? 0
  }
  return 0
}

function place(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `line ${line}, column ${col}`
}

function explained({ code, message }: { readonly code: string; readonly message: string }): string {
  return code === 'MULTIPLE_DOCS' ? 'a second document begins here. Write one file without "---"' : firstLine(message)
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? message).replace(/\.$/, '')
}
