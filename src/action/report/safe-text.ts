import { escapeInvisible, isPlain } from '../../mappings/visible.ts'

/**
 * The text as one line of visible characters: breaks and tabs become spaces, every other invisible character its escape. The values of
 * mappings have been made visible before they came into a text, line breaks included.
 */
export function oneLine(text: string): string {
  return isPlain(text) ? text : escapeInvisible(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '))
}

/** The text so that the runner executes nothing in it: it runs a leading `::command::`, and `##[command]` anywhere in a line. */
export function inert(text: string): string {
  if (!/##\[|^\s*::/.test(text)) return text
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
    .split(/(\s+)/)
    .map((word) => {
      if (!/[@#]/.test(word)) return entities(word)
      const end = word.length - (/[.,;:!?)]*$/.exec(word)?.[0].length ?? 0)
      return codeSpan(word.slice(0, end)) + entities(word.slice(end))
    })
    .join('')
}

/** The text as a code span that may stand in a Markdown table: it is shown letter by letter. */
export function code(text: string): string {
  // In a table, `\\|` is a backslash and then the end of the cell. GitHub links an address that is in one piece of text, also here.
  if (text.includes('\\|')) return `<code>${entities(text).replaceAll('@', '&#64;<!-- -->')}</code>`
  return codeSpan(text).replaceAll('|', '\\|')
}

function entities(text: string): string {
  return text
    .replace(/[&<>`*_~|\\[\]$]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
}

/** The text as a code span outside of tables: it is shown letter by letter, as long as it neither begins nor ends with a space. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 1))
  const space = fence.length > 1 ? ' ' : ''
  return text.trim() === '' ? '' : `${fence}${space}${text}${space}${fence}`
}

/** What stands above what a reviewer should look at first. */
export const CHECK = 'Check these:'

/** A list of Markdown items that GitHub sets apart in color; nothing when there are none: https://docs.github.com/en/get-started/writing-on-github. */
export function alert(level: 'CAUTION' | 'WARNING', head: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`> [!${level}]`, `> ${head}`, '>', ...items.map((item) => `> - ${item}`), '']
}
