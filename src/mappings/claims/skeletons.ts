/** In a skeleton: some text that is not known, or the end of the value at that side. */
export const ANYTHING = '\u0000'
const START = '\u0001'
const END = '\u0002'

/** More ways through a pattern than this are not followed. */
const MOST_SKELETONS = 256

/**
 * The texts that a regular expression stands for, as far as they are literal: one skeleton for each way through its alternatives,
 * with `ANYTHING` for what varies; `undefined` when there are too many ways, or the pattern is not understood.
 */
export function skeletonsOf(pattern: string): readonly string[] | undefined {
  const reader = {
    pattern: pattern.replace(/\\Q(.*?)(?:\\E|$)/g, (_, literal: string) => escapeLiteral(literal)),
    at: 0,
  }
  const skeletons = readAlternatives(reader)
  return reader.at === reader.pattern.length && skeletons.length <= MOST_SKELETONS ? skeletons : undefined
}

/** Whether every way through the pattern begins at the start of the value and ends at its end. */
export const isAnchored = (skeletons: readonly string[]): boolean =>
  skeletons.every((skeleton) => skeleton.startsWith(START) && skeleton.endsWith(END))

/** Whether every way through the pattern ends at the end of the value. */
export const isEnded = (skeletons: readonly string[]): boolean => skeletons.every((skeleton) => skeleton.endsWith(END))

/** Whether a `|` parts the pattern as a whole, outside all parentheses. */
export function hasAlternatives(pattern: string): boolean {
  let depth = 0
  const signs = pattern.match(/\\Q.*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[()|]/g) ?? []
  return signs.some((sign) => {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    return sign === '|' && depth === 0
  })
}

/** A skeleton without the marks of its anchors. */
export const withoutAnchors = (skeleton: string): string => skeleton.replaceAll(START, '').replaceAll(END, '')

/** A skeleton without the marks of its anchors, with `ANYTHING` at each end that has none. */
export const withOpenEnds = (skeleton: string): string =>
  `${skeleton.startsWith(START) ? '' : ANYTHING}${withoutAnchors(skeleton)}${skeleton.endsWith(END) ? '' : ANYTHING}`

/** The regular expression that matches a text literally, escaped as RE2 takes it: https://github.com/google/re2/wiki/Syntax */
export const escapeLiteral = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')

/** The one value that a matcher takes, when it is anchored and literal; undefined for one that could take another value. */
export function literalOf(matcher: string | undefined): string | undefined {
  const inner = /^\^(.*)\$$/s.exec(matcher ?? '')?.[1]
  if (inner === undefined) return undefined
  const plain = inner.replace(/\\([^A-Za-z0-9])/g, '$1')
  const unescaped = inner.replace(/\\[^A-Za-z0-9]/g, '')
  return /[\\^$.*+?()[\]{}|]/.test(unescaped) ? undefined : plain
}

/** The pattern with a backslash before every dot that stands between letters, digits or hyphens, outside brackets, as in a name: such a dot is likely to be meant literally. */
export const dotsEscaped = (pattern: string): string =>
  pattern.replace(
    /\\Q.*?(?:\\E|$)|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|(?<=[A-Za-z0-9_-])\.(?=[A-Za-z0-9_-])/g,
    (found) => (found === '.' ? '\\.' : found),
  )

interface Reader {
  readonly pattern: string
  at: number
}

function readAlternatives(reader: Reader): string[] {
  const all = readSequence(reader)
  while (reader.pattern[reader.at] === '|' && all.length <= MOST_SKELETONS) {
    reader.at++
    all.push(...readSequence(reader))
  }
  return all
}

function readSequence(reader: Reader): string[] {
  let ways = ['']
  while (reader.at < reader.pattern.length && ways.length <= MOST_SKELETONS) {
    const next = reader.pattern[reader.at]
    if (next === '|' || next === ')') break
    const piece = repeated(reader, readAtom(reader))
    ways = ways.flatMap((way) => piece.map((end) => way + end)).slice(0, MOST_SKELETONS + 1)
  }
  return ways
}

function readAtom(reader: Reader): string[] {
  const character = reader.pattern[reader.at++] ?? ''
  switch (character) {
    case '^':
      return [START]
    case '$':
      return [END]
    case '.':
      return [ANYTHING]
    case '[':
      return readClass(reader)
    case '\\':
      return readEscape(reader)
    case '(':
      return readGroup(reader)
    default:
      return [character]
  }
}

function readGroup(reader: Reader): string[] {
  const opening = /^\?(?:P?<\w+>|[a-zA-Z-]*:)/.exec(reader.pattern.slice(reader.at, reader.at + 64))
  const flags = /^\?[a-zA-Z-]*\)/.exec(reader.pattern.slice(reader.at, reader.at + 64))
  if (flags !== null) {
    reader.at += flags[0].length
    return ['']
  }
  reader.at += opening?.[0].length ?? 0
  const inner = readAlternatives(reader)
  if (reader.pattern[reader.at] === ')') reader.at++
  return inner
}

function readClass(reader: Reader): string[] {
  const rest = reader.pattern.slice(reader.at)
  const length = /^\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/.exec(rest)?.[0].length ?? rest.length
  reader.at += length
  const only = /^(?:\\?([^\w\\^])|([A-Za-z0-9_]))\]$/.exec(rest.slice(0, length))
  return [only?.[1] ?? only?.[2] ?? ANYTHING]
}

function readEscape(reader: Reader): string[] {
  const rest = reader.pattern.slice(reader.at, reader.at + 64)
  const found = /^(?:x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|[pP]\{\^?\w+\}|[pP]\w|[0-7]{2,3}|[\s\S])/.exec(rest)?.[0] ?? ''
  reader.at += found.length
  if (found === 'A') return [START]
  if (found === 'z') return [END]
  if (found === 'b' || found === 'B') return ['']
  return [/^\W$/.test(found) ? found : ANYTHING]
}

/** One atom with what follows it: `?` makes it optional, every other repetition makes it vary. */
function repeated(reader: Reader, ways: string[]): string[] {
  const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(reader.pattern.slice(reader.at, reader.at + 16))?.[0]
  if (quantifier === undefined) return ways
  reader.at += quantifier.length
  if (quantifier.startsWith('?')) return ['', ...ways]
  return [ANYTHING]
}
