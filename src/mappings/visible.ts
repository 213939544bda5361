/**
 * The class of every character that a reader does not see, or takes for a space or a line break, by the Unicode Character Database
 * (https://www.unicode.org/Public/UCD/latest/ucd/): control, format, private-use and unpaired characters (Cc, Cf, Co, Cs), line and
 * paragraph separators (Zl, Zp), spaces other than U+0020 (Zs), what fonts leave out (Default_Ignorable_Code_Point: soft hyphen,
 * variation selectors, fillers, tags), non-characters, and letters and symbols that are blank by design: the Braille pattern without
 * dots, the blanks of Egyptian hieroglyphs, the Khitan filler and the null notehead.
 */
export const INVISIBLE_CLASS = String.raw`[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}[\p{Zs}--[ ]]\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{13441}\u{13442}\u{16FE4}\u{1D159}]`

// In what is shown of a value: what could be read as an escape of ours, what Markdown and HTML leave out of spaces, and what the
// runner of GitHub Actions would execute.
const AMBIGUOUS = String.raw`\\(?=u(?:[\da-f]{4}|\{[\da-f]{1,6}\}))|^ | $|(?<= ) |^:(?=:)|(?<=#)#(?=\[)`

// The classes take 0.6 ms to compile, and nearly no text needs them.
let compiled: { readonly invisible: RegExp; readonly shown: RegExp } | undefined

function patterns() {
  compiled ??= {
    invisible: new RegExp(INVISIBLE_CLASS, 'gv'),
    shown: new RegExp(`${INVISIBLE_CLASS}|${AMBIGUOUS}`, 'giv'),
  }
  return compiled
}

// Nearly every text that is printed. To ask first is ten times as fast over thousands of mappings.
const PLAIN = /^[ -~→…]*$/
const MAYBE_AMBIGUOUS = /\\u|^ | $| {2}|^::|##\[/i

/** Whether the text has only visible ASCII characters, spaces, and the arrow and the ellipsis of our own sentences. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** The text with every invisible character as its escape: `\u200b`, `\u{e0041}`. */
export function escapeInvisible(text: string): string {
  return isPlain(text) ? text : text.replace(patterns().invisible, escapeOf)
}

/** The text without its invisible characters. */
export function withoutInvisible(text: string): string {
  return isPlain(text) ? text : text.replace(patterns().invisible, '')
}

/**
 * The value of an attribute as it is shown everywhere: on one line, nothing invisible, and so that a program can read it back exactly
 * by replacing each `\uXXXX` and `\u{X…}` with its character. A backslash that would begin such an escape is itself escaped; so are
 * spaces that Markdown drops, and a colon or number sign that would make a command of GitHub Actions.
 */
export function visible(text: string): string {
  if (isPlain(text) && !MAYBE_AMBIGUOUS.test(text)) return text
  return text.replace(patterns().shown, escapeOf)
}

/** A text in quotation marks, as it is shown everywhere; a long one by its length only. */
export function quotedVisibly(text: string): string {
  return text.length > LONGEST_QUOTED ? `the given text of ${text.length} characters` : `"${visible(text)}"`
}

const LONGEST_QUOTED = 300

/** One sentence on a text that has an invisible character, or undefined when it has none. */
export function invisibleProblem(text: string): string | undefined {
  const found = isPlain(text) ? undefined : text.match(patterns().invisible)?.[0]
  if (found === undefined) return undefined
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const shown = text.length > LONGEST_QUOTED ? 'the value' : `"${visible(text)}"`
  return `${shown} has a line break or an invisible character in it (U+${code}), so it is not what it looks like. Remove it.`
}

/** JSON in which every invisible character stands as its escape, as JSON spells it: it means the same. */
export function visibleJson(json: string): string {
  return isPlain(json) ? json : json.replace(patterns().invisible, jsonEscapeOf)
}

function jsonEscapeOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}

/** A character as its escape. */
export function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}
