import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** The HTML that GitHub makes of Markdown before its sanitizer sees it: what would be a tag is one. */
export function rendered(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

/** The names of the HTML elements in it, once each. */
export function elementsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/<\/?([a-z][a-z0-9-]*)/gi)].map(([, name = '']) => name.toLowerCase()))].sort()
}

/** The text between the tags, decoded, without what stands in code: where GitHub looks for mentions, references and addresses. */
export function textOutsideCode(html: string): string {
  return decoded(html.replace(/<code>.*?<\/code>/gs, '\u0000').replace(/<[^>]*>/g, ' '))
}

/** What a reader sees of the first code element. */
export function firstCode(html: string): string | undefined {
  const code = /<code>(.*?)<\/code>/s.exec(html)?.[1]
  return code === undefined ? undefined : decoded(code.replace(/<[^>]*>/g, ''))
}

/** What a reader sees of every code element. */
export function codesOf(html: string): string[] {
  return [...html.matchAll(/<code>(.*?)<\/code>/gs)].map(([, code = '']) => decoded(code.replace(/<[^>]*>/g, '')))
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
    code === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(code)),
  )
}
