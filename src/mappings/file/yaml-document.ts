import type { Document } from 'yaml'
import type { Checking } from '../checked.ts'
import { visible } from '../visible.ts'
import type { Mistakes, Position } from './mistakes.ts'

/** The text of a file. */
export interface FileText {
  /** As messages name it. */
  readonly name: string
  readonly text: string
}

/** A document whose syntax is right. */
export interface YamlDocument {
  readonly document: Document
  /** Where something stands, in words: `line 3, column 5`, after the name of the file when there are others. */
  place(offset: number): string
  at(offset: number): Position
}

const MEBI = 1024 * 1024
/** The most that is read of all files together, in bytes, and of each in characters. */
export const LARGEST_FILE = 16 * MEBI
// Ten thousand mappings have about 800,000 pieces: values, colons, line breaks. A million takes a second and 400 MB.
const MOST_PIECES = 1_000_000
const LONGEST_PIECE = 64 * 1024
const DEEPEST = 250
const MOST_ERRORS = 100
// How many pieces are read at a time.
const BATCH = 1000

/**
 * Parses YAML, or JSON, of which every scalar is a text, within bounds of time and memory. What is wrong is added to the mistakes; then
 * the result is undefined.
 */
export async function parseYaml(
  { name, text, isOnly }: FileText & { readonly isOnly: boolean },
  mistakes: Mistakes,
  checking: Checking,
): Promise<YamlDocument | undefined> {
  const { Composer, Lexer, LineCounter, Parser } = await import('yaml')
  const lines = new LineCounter()
  lines.addNewLine(0)
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file: name, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const place = (offset: number) => {
    const { line, column } = at(offset)
    return `${isOnly ? '' : `${name}, `}line ${line}, column ${column}`
  }
  const refuse = (offset: number, why: string) => {
    mistakes.add(
      () => `${place(offset)}: ${why}`,
      () => at(offset),
    )
    return undefined
  }
  if (text.length > LARGEST_FILE)
    return refuse(0, `the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`)
  if (text.includes('\0'))
    return refuse(0, 'the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16.')
  if (!text.includes('\n') && text.trim().includes('\r'))
    return refuse(0, 'the lines end with carriage returns alone. Save the file with LF or CRLF.')
  if (text.trim() === '') return refuse(0, 'the file is empty. Write version: 1 and mappings: into it.')
  const parser = new Parser(lines.addNewLine)
  const tokens = []
  const { spent } = checking
  for (const piece of new Lexer().lex(text)) {
    for (const token of parser.next(piece)) tokens.push(token)
    spent.pieces++
    if (piece.length > LONGEST_PIECE)
      return refuse(
        parser.offset - piece.length,
        `a text of ${piece.length} characters, and no field takes one of more than ${LONGEST_PIECE}.`,
      )
    if (parser.stack.length > DEEPEST)
      return refuse(parser.offset, `the file is nested more than ${DEEPEST} levels deep.`)
    if (spent.pieces > MOST_PIECES)
      return refuse(
        parser.offset,
        `up to here there are more than ${MOST_PIECES} pieces (values, colons, line breaks). Use several steps with different files.`,
      )
    if (spent.pieces % BATCH === 0) await checking.breathe()
  }
  for (const token of parser.end()) tokens.push(token)
  await checking.breathe()
  let errors: YamlError[] = []
  // The schema knows no numbers or booleans, so an account number keeps its leading zeros. Duplicate keys are found by us, in linear time.
  const composer = new Composer({ schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const stopAtMost = boundErrors(composer, errors)
  let document: Document | undefined
  try {
    for (const one of composer.compose(tokens, true, text.length)) {
      if (document === undefined) document = one
      else {
        errors.push({ offset: one.range[0], code: 'MULTIPLE_DOCS', message: '' })
        break
      }
    }
    const own = (document?.errors ?? []).map(({ pos, code, message }) => ({ offset: pos[0], code, message }))
    errors = [...own, ...errors.filter(({ code }) => code === 'MULTIPLE_DOCS')]
    // All that follows from a tab goes away with it.
    const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT')
    if (tabs.length > 0) errors = tabs
    // A second one of a kind on one line follows from the first.
    const told = new Set<string>()
    errors = errors.filter(({ offset, code }) => {
      const key = `${code} ${at(offset).line}`
      return told.has(key) ? false : told.add(key)
    })
  } catch (thrown) {
    if (thrown !== stopAtMost) throw thrown
  }
  const quotes = looksLikeMappings(text)
  for (const { offset, code, message } of errors)
    mistakes.add(
      () => `${place(offset)}: ${quotes ? explained(code, message) : `this is not valid YAML (${code})`}.`,
      () => at(offset),
    )
  return errors.length > 0 || document === undefined ? undefined : { document, place, at }
}

// YAML calls these nested mappings in compact mappings.
const SECOND_COLON =
  'a second ": " stands where one field ends. Write each field on a line of its own, and a value that has ": " in it in quotes'

interface YamlError {
  readonly offset: number
  readonly code: string
  readonly message: string
}

// A text of escapes that are all wrong has millions of errors, each of which takes its time: the composer ends at the hundredth. Its
// own handler of errors is a property that nothing declares; without it only that bound is lost.
function boundErrors(composer: object, errors: YamlError[]): Error {
  const enough = new Error('too many errors')
  const own: unknown = Reflect.get(composer, 'onError')
  if (typeof own !== 'function') return enough
  Object.assign(composer, {
    onError(source: unknown, code: string, message: string, isWarning?: boolean) {
      own(source, code, message, isWarning)
      if (isWarning) return
      if (errors.length >= MOST_ERRORS) throw enough
      errors.push({ offset: offsetOf(source), code, message })
    },
  })
  return enough
}

function offsetOf(source: unknown): number {
  if (typeof source === 'number') return source
  if (Array.isArray(source)) return Number(source[0])
  return typeof source === 'object' && source !== null && 'offset' in source ? Number(source.offset) : 0
}

// Whether it is meant to be a mappings file: then messages may quote it.
function looksLikeMappings(text: string): boolean {
  return /^[ \t"'{]*(?:version["']?[ \t]*:[ \t]*["']?1\b|mappings["']?[ \t]*:)/m.test(text)
}

function explained(code: string, message: string): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here. Write one file without "---"'
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return SECOND_COLON
  return visible((message.split('\n', 1)[0] ?? message).replace(/\.$/, ''))
}
