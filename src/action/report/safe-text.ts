// ANSI escape sequences, then every control, format (bidi, zero-width, tags), private-use and unpaired surrogate character.
const ESCAPE_SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

// Nearly every text that is printed. To ask first is ten times as fast over thousands of mappings, and a step of one call never compiles
// the expressions above, whose classes of characters take 0.6 ms.
const PLAIN = /^[ -~→…]*$/

/** Whether the text has only visible ASCII characters, spaces, and the arrow and the ellipsis of our own sentences. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** The text as one line of visible characters: breaks and tabs become spaces, escape sequences and invisible characters go. */
export function oneLine(text: string): string {
  if (isPlain(text)) return text
  return text
    .replace(ESCAPE_SEQUENCES, '')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
}

/** The text so that the runner executes nothing in it: it runs a leading `::command::`, and `##[command]` anywhere in a line. */
export function inert(text: string): string {
  return text.replaceAll('##[', '# #[').replace(/^(\s*)::/, '$1: :')
}

/** At most `limit` characters of the text, the cut said with its size. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const note = `… (${text.length} characters)`
  const end = Math.max(0, limit - note.length)
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(end - 1))
  return text.slice(0, splitsPair ? end - 1 : end) + note
}

/** The text for a Markdown sentence: nothing in it is rendered, linked or pings. */
export function markdown(text: string): string {
  // GitHub looks for mentions and addresses after it has decoded entities, but never in code.
  return text
    .split(/(\S*[@#]\S*?(?=[.,;:!?)]*(?:\s|$)))/)
    .map((part, index) => (index % 2 === 0 ? entities(part) : span(part)))
    .join('')
}

/** The text as a code span that may stand in a Markdown table: it is shown letter by letter. */
export function code(text: string): string {
  // In a table, `\\|` is a backslash and then the end of the cell.
  if (text.includes('\\|')) return `<code>${entities(text).replaceAll('@', '&#64;&#8203;')}</code>`
  return span(text).replaceAll('|', '\\|')
}

function entities(text: string): string {
  return text
    .replace(/[&<>`*_~|\\[\]$]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
}

function span(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const space = fence.length > 1 ? ' ' : ''
  return text.trim() === '' ? '' : `${fence}${space}${text}${space}${fence}`
}
