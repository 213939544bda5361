import { setSecret } from '@actions/core'
import { oneLine } from './safe-text.ts'

// A shorter text occurs by chance in ordinary words; the runner still masks it in the log.
const SHORTEST = 4

/** The secrets of this step: masked in the runner's log, and taken out of whatever the action itself writes. */
export class Secrets {
  readonly #forms = new Set<string>()
  #pattern: RegExp | undefined

  /** Registers a secret and the forms in which a server or a library could give it back; call it before anything else prints. */
  add(secret: string): void {
    for (const form of formsOf(secret)) {
      if (this.#forms.has(form)) continue
      this.#forms.add(form)
      this.#pattern = undefined
      setSecret(form)
    }
  }

  /** The text with every registered form replaced by `***`. */
  redact(text: string): string {
    this.#pattern ??= patternOf(this.#forms)
    return this.#pattern === undefined ? text : text.replace(this.#pattern, '***')
  }

  /** Whether the text holds a registered secret, so that the runner would drop it as a job output. */
  within(text: string): boolean {
    return this.redact(text) !== text
  }
}

function patternOf(forms: ReadonlySet<string>): RegExp | undefined {
  const long = [...forms].filter((form) => form.length >= SHORTEST).sort((a, b) => b.length - a.length)
  if (long.length === 0) return undefined
  return new RegExp(long.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'gi')
}

function formsOf(secret: string): Set<string> {
  const forms = new Set<string>()
  const spellings = [secret, secret.trim(), oneLine(secret), ...secret.split(/[\r\n]+/)]
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
  yield url.replaceAll('%20', '+')
  yield url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  // A workflow command as @actions/core escapes it.
  yield plain.replaceAll('%', '%25')
  yield* base64Forms(plain)
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Base64 of the secret by itself, and the characters that it alone decides when it stands at any offset in something longer.
function* base64Forms(plain: string): Generator<string> {
  const bytes = Buffer.from(plain)
  if (bytes.length < SHORTEST) return
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
