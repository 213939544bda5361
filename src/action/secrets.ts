import { setSecret } from '@actions/core'
import { INVISIBLE_CLASS, isPlain } from '../mappings/visible.ts'
import { oneLine } from './report/safe-text.ts'

// A shorter text occurs by chance in ordinary words; the runner still masks it in the log.
const SHORTEST = 4

/** The secrets of this step: masked in the runner's log, and taken out of whatever the action itself writes. */
export class Secrets {
  readonly #registered = new Set<string>()
  /** What to look for in a text of which only the bare letters are left. */
  readonly #bare = new Set<string>()
  readonly #mask: (secret: string) => void

  constructor(mask: (secret: string) => void = setSecret) {
    this.#mask = mask
  }

  /** Registers a secret and the forms in which a server or a library could give it back; call it before anything else prints. */
  add(secret: string): void {
    for (const form of formsOf(secret)) {
      if (this.#registered.has(form)) continue
      this.#registered.add(form)
      this.#mask(form)
      const bare = bareLetters(form)
      if (bare.length >= SHORTEST) this.#bare.add(bare)
    }
  }

  /**
   * The text with every secret replaced by `***`, however its letters are spelled: escaped for JSON, HTML or a URL, in another
   * case, or with white space and invisible characters between them.
   */
  redact(text: string): string {
    return this.areIn(text) ? this.#replace(text, false) : text
  }

  /** The same for the beginning of a longer text: what may be the first part of a secret at its end goes as well. */
  redactBeginning(text: string): string {
    return this.#bare.size === 0 ? text : this.#replace(text.replace(CUT_ESCAPE, ''), true)
  }

  /** Whether a secret is in the text, however its letters are spelled. */
  areIn(text: string): boolean {
    if (text.length < SHORTEST) return false
    return this.#areAmong(readings(text))
  }

  /** Each of the texts as `redact` gives it. */
  redactAll(texts: readonly string[]): readonly string[] {
    // No gap and no escape goes from one plain text over to the next one, and to search all of them at once is faster.
    const together = decodedText(texts.join(' | '))
    if (isPlain(together) && !this.#areAmong([withoutPlainGaps(together)])) return texts
    return texts.map((text) => this.redact(text))
  }

  #areAmong(readings: readonly string[]): boolean {
    for (const reading of readings) for (const form of this.#bare) if (reading.includes(form)) return true
    return false
  }

  #replace(text: string, isCut: boolean): string {
    const spans: Span[] = []
    for (const gap of gapsIn(text)) {
      const bare = new Bare(text, gap)
      for (const form of this.#bare) {
        for (let at = bare.text.indexOf(form); at >= 0; at = bare.text.indexOf(form, at + 1))
          spans.push(bare.spanOf(at, at + form.length))
        const left = isCut ? commonEnd(bare.text, form) : 0
        if (left > 0) spans.push(bare.spanOf(bare.text.length - left, bare.text.length))
      }
    }
    let shown = ''
    let position = 0
    for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
      if (end <= position) continue
      if (start > position || shown === '') shown += `${text.slice(position, start)}***`
      position = end
    }
    return shown + text.slice(position)
  }
}

// What a server writes for one character, and how often it went through such a writer: `\u0041`, `%41`, `%2541`, `&#65;`, `&amp;#65;`;
// and what we write for an invisible one of more than four digits, `\u{e0041}`.
const ESCAPE =
  /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\})|%(?:25)*([0-9a-f]{2})|&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(quot|apos|lt|gt|amp));/gi
const CUT_ESCAPE = /(?:\\(?:u(?:[0-9a-f]{0,3}|\{[0-9a-f]{0,6})|x[0-9a-f]?)?|%(?:25)*[0-9a-f]?|&(?:amp;)*[#\w]{0,8})$/i
// What may stand between two letters of a secret: white space, backslashes, invisible characters. A terminal also swallows the sequences
// that begin with an escape character; letters of a secret may stand in one or be parted by one, so both readings are searched.
const GAP = String.raw`[\s\\]|${INVISIBLE_CLASS}`
const SEQUENCE = String.raw`\u001b(?:\[[0-?]*[ -\/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\\-_])`
// The same within what `isPlain`.
const PLAIN_GAP = /[ \\]+/g
const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }
const ESCAPE_CHARACTER = /\u001b|\\u001b|\\x1b|\\u\{0*1b\}|%1b|&#0*27;|&#x0*1b;/i

// Compiled when a text needs them, which takes 0.6 ms.
let gaps: { readonly characters: RegExp; readonly sequences: RegExp } | undefined

function gapsIn(text: string): RegExp[] {
  gaps ??= {
    characters: new RegExp(`(?:${GAP})+`, 'gv'),
    sequences: new RegExp(`(?:${SEQUENCE}|${GAP})+`, 'gv'),
  }
  return ESCAPE_CHARACTER.test(text) ? [gaps.characters, gaps.sequences] : [gaps.characters]
}

function readings(text: string): string[] {
  const decoded = decodedText(text)
  if (isPlain(decoded)) return [withoutPlainGaps(decoded)]
  return gapsIn(text).map((gap) => decoded.replace(gap, '').toLowerCase())
}

const withoutPlainGaps = (text: string): string => text.replace(PLAIN_GAP, '').toLowerCase()

const bareLetters = (text: string): string => readings(text)[0] ?? ''

function decodedText(text: string): string {
  return /[%&\\]/.test(text) ? text.replace(ESCAPE, decode) : text
}

function decode(...[whole, unit, byte, long, percent, decimal, hexadecimal, name]: (string | undefined)[]): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
  const code =
    decimal === undefined ? Number.parseInt(unit ?? byte ?? long ?? percent ?? hexadecimal ?? '', 16) : Number(decimal)
  return code > 0x10ffff ? (whole ?? '') : String.fromCodePoint(code)
}

// The only character whose lower case has another length.
const DOTTED_I = /\u0130/g
interface Span {
  readonly start: number
  readonly end: number
}

/** The bare letters of a text, and where each of them stands in it; it takes memory for what was changed, not for each letter. */
class Bare {
  readonly text: string
  readonly #edits: readonly Edit[]

  constructor(text: string, gap: RegExp) {
    const decoded = new Edit(text, ESCAPE, (match) => decode(...match))
    const joined = new Edit(decoded.text, gap, () => '')
    const lower = new Edit(joined.text, DOTTED_I, () => 'i\u0307')
    this.#edits = [lower, joined, decoded]
    this.text = lower.text.toLowerCase()
  }

  spanOf(first: number, end: number): Span {
    let span = { start: first, end }
    for (const edit of this.#edits) span = edit.spanBefore(span)
    return span
  }
}

/** A text in which every match of a pattern was replaced, and what stood where before. */
class Edit {
  readonly text: string
  /** For each replacement: where it begins and ends in the new text, and in the old one. */
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #start: number[] = []
  readonly #end: number[] = []

  constructor(old: string, pattern: RegExp, replacement: (match: RegExpExecArray) => string) {
    const parts: string[] = []
    let length = 0
    let position = 0
    for (const match of old.matchAll(pattern)) {
      const end = match.index + match[0].length
      const text = replacement(match)
      length += match.index - position
      this.#from.push(length)
      this.#to.push(length + text.length)
      this.#start.push(match.index)
      this.#end.push(end)
      parts.push(old.slice(position, match.index), text)
      length += text.length
      position = end
    }
    this.text = position === 0 ? old : parts.join('') + old.slice(position)
  }

  spanBefore({ start, end }: Span): Span {
    return { start: this.#before(start).start, end: this.#before(end - 1).end }
  }

  // Where the character at a position was, as a whole when it was a part of what replaced something.
  #before(at: number): Span {
    let low = 0
    let high = this.#from.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#from[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    // Of replacements by nothing, several can begin where the character is; all of them are before it.
    const last = low - 1
    if (last < 0) return { start: at, end: at + 1 }
    const to = this.#to[last] ?? 0
    if (at < to) return { start: this.#start[last] ?? 0, end: this.#end[last] ?? 0 }
    const old = (this.#end[last] ?? 0) + at - to
    return { start: old, end: old + 1 }
  }
}

// How many letters at the end of the text are the beginning of the form.
function commonEnd(text: string, form: string): number {
  for (let length = Math.min(text.length, form.length - 1); length > 0; length--) {
    if (text.endsWith(form.slice(0, length))) return length
  }
  return 0
}

function formsOf(secret: string): Set<string> {
  const forms = new Set<string>()
  const spellings = [secret, oneLine(secret), ...secret.split(/[\r\n]+/)]
  for (const spelling of spellings) {
    const plain = spelling.trim()
    if (plain === '') continue
    for (const form of encodings(plain)) if (form.length >= SHORTEST || form === plain) forms.add(form)
  }
  return forms
}

function* encodings(plain: string): Generator<string> {
  yield plain
  const json = JSON.stringify(plain).slice(1, -1)
  yield json
  yield json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  yield json.replaceAll('/', '\\/')
  yield plain.replace(/[&<>"']/g, (character) => HTML[character] ?? character)
  const url = plain.isWellFormed() ? encodeURIComponent(plain) : plain
  yield url
  yield url.replace(/%../g, (byte) => byte.toLowerCase())
  yield url.replaceAll('%20', '+')
  yield url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  // A workflow command as @actions/core escapes it.
  yield plain.replaceAll('%', '%25')
  yield* bytesOf(plain)
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Its bytes in hexadecimal, base64 of it by itself, and the characters that it alone decides when it stands at any offset in something longer.
function* bytesOf(plain: string): Generator<string> {
  const bytes = Buffer.from(plain)
  if (bytes.length < SHORTEST) return
  yield bytes.toString('hex')
  yield bytes.toString('base64')
  for (const offset of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor(((offset + bytes.length) * 8) / 6)
    const core = text.slice(first, last)
    yield core
    yield core.replaceAll('+', '-').replaceAll('/', '_')
  }
}
