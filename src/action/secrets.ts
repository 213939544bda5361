import { setSecret } from '@actions/core'
import { isPlain, oneLine } from './report/safe-text.ts'

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
    return this.#holdsSecret(text) ? this.#replace(text, false) : text
  }

  /** The same for the beginning of a longer text: what may be the first part of a secret at its end goes as well. */
  redactBeginning(text: string): string {
    return this.#bare.size === 0 ? text : this.#replace(text.replace(CUT_ESCAPE, ''), true)
  }

  #holdsSecret(text: string): boolean {
    if (text.length < SHORTEST) return false
    const bare = bareLetters(text)
    for (const form of this.#bare) if (bare.includes(form)) return true
    return false
  }

  #replace(text: string, isCut: boolean): string {
    const letters = lettersOf(text)
    const bare = letters.map(({ letter }) => letter).join('')
    const spans: [first: number, last: number][] = []
    for (const form of this.#bare) {
      for (let at = bare.indexOf(form); at >= 0; at = bare.indexOf(form, at + 1)) spans.push([at, at + form.length - 1])
      const left = isCut ? commonEnd(bare, form) : 0
      if (left > 0) spans.push([bare.length - left, bare.length - 1])
    }
    let shown = ''
    let position = 0
    for (const [first, last] of spans.sort(([a], [b]) => a - b)) {
      const [start, end] = [letters[first]?.start ?? 0, letters[last]?.end ?? 0]
      if (end <= position) continue
      if (start > position || shown === '') shown += `${text.slice(position, start)}***`
      position = end
    }
    return shown + text.slice(position)
  }
}

// What a server writes for one character, and how often it went through such a writer: `\u0041`, `%41`, `%2541`, `&#65;`, `&amp;#65;`.
const ESCAPE =
  /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))|%(?:25)*([0-9a-f]{2})|&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(quot|apos|lt|gt|amp));/gi
const CUT_ESCAPE = /(?:\\(?:u[0-9a-f]{0,3}|x[0-9a-f]?)?|%(?:25)*[0-9a-f]?|&(?:amp;)*[#\w]{0,8})$/i
const GAP = /(?:\u001b\[[0-?]*[ -/]*[@-~]|[\s\p{C}\\])+/gu
// The same within what `isPlain`.
const PLAIN_GAP = /[ \\]+/g
const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }

function bareLetters(text: string): string {
  const decoded = /[%&\\]/.test(text) ? text.replace(ESCAPE, decode) : text
  return decoded.replace(isPlain(decoded) ? PLAIN_GAP : GAP, '').toLowerCase()
}

function decode(...[whole, unit, byte, percent, decimal, hexadecimal, name]: (string | undefined)[]): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
  const code =
    decimal === undefined ? Number.parseInt(unit ?? byte ?? percent ?? hexadecimal ?? '', 16) : Number(decimal)
  return code > 0x10ffff ? (whole ?? '') : String.fromCodePoint(code)
}

interface Letter {
  readonly letter: string
  readonly start: number
  readonly end: number
}

// The same as bareLetters, with the place of each of them in the text.
function lettersOf(text: string): Letter[] {
  const decoded = split(text, ESCAPE, (match) => decode(...match))
  const joined = decoded.map(({ letter }) => letter).join('')
  return split(joined, GAP, () => '').flatMap(({ letter, start, end }) =>
    [...letter.toLowerCase()].flatMap((lower) =>
      lower
        .split('')
        .map((unit) => ({ letter: unit, start: decoded[start]?.start ?? 0, end: decoded[end - 1]?.end ?? 0 })),
    ),
  )
}

function split(text: string, pattern: RegExp, replacement: (match: RegExpExecArray) => string): Letter[] {
  const units: Letter[] = []
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at++) units.push({ letter: text.charAt(at), start: at, end: at + 1 })
  }
  let position = 0
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    keep(position, match.index)
    for (const letter of replacement(match).split('')) units.push({ letter, start: match.index, end })
    position = end
  }
  keep(position, text.length)
  return units
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
