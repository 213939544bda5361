import { isReadAsItIs, type ReadingOptions, TEXT_ATTRIBUTES } from './attributes.ts'
import type { ClaimMatchers, MappingAttributes } from './mapping.ts'

/** The ways to read what is written of a mapping, from the one that helps people most to the one that changes and refuses nothing. */
export function readingsOf({ arnPattern }: MappingAttributes): readonly ReadingOptions[] {
  return arnPattern === undefined ? [USUAL, LITERAL] : [USUAL, AS_IT_IS, LITERAL]
}

const USUAL: ReadingOptions = { rewriteRoleArn: true }
const AS_IT_IS: ReadingOptions = { rewriteRoleArn: false }
const LITERAL: ReadingOptions = { rewriteRoleArn: true, literal: true }

/** The fields by which an entry of a mappings file says how it is to be read. */
export function marksOf({ rewriteRoleArn, literal = false }: ReadingOptions): Readonly<Record<string, string>> {
  return { ...(!rewriteRoleArn && { 'rewrite-role-arn': 'false' }), ...(literal && { literal: 'true' }) }
}

/** The fields of `marksOf`. */
export const MARKS: readonly string[] = ['rewrite-role-arn', 'literal']

/**
 * How the attributes of a mapping have to be read so that each comes back as it is, the claims being written as regular expressions;
 * what no way of reading keeps, such as an invisible character, makes no difference.
 */
export function readingFor(attributes: MappingAttributes): ReadingOptions {
  const readings = readingsOf(attributes)
  return readings.find((options) => keepsAll(attributes, options)) ?? USUAL
}

function keepsAll(attributes: MappingAttributes, options: ReadingOptions): boolean {
  const { claims } = attributes
  const keepsTexts = TEXT_ATTRIBUTES.every((name) => {
    const text = attributes[name]
    return text === undefined || isReadAsItIs(name, text, options) || !isReadAsItIs(name, text, LITERAL)
  })
  return keepsTexts && (options.literal === true || claims === undefined || areUsual(claims))
}

// One that is not is written with a mark that it may not need: to know for sure takes the RE2 engine, which is large.
function areUsual(claims: ClaimMatchers): boolean {
  return claims['sub'] !== undefined && Object.values(claims).every(isUsualRegex)
}

// In the syntax that RE2 and JavaScript have in common: no flags, no look-around, no references, at most one repeat count.
const CLASS = String.raw`\[\^?(?:\w-\w|\\[^A-Za-z0-9]|\\[dDwWsS]|[\w./@:+*, ])+-?\]`
const ATOM = String.raw`[^\\()[\]{}]|\\[^A-Za-z0-9]|\\[dDwWsSbB]|\((?:\?:|(?!\?))|\)|${CLASS}`
const COMMON = new RegExp(String.raw`^(?:${ATOM})+(?:\{\d{1,3}(?:,\d{0,3})?\}(?:${ATOM})*)?$`, 'u')
const LONGEST_SURE = 1000

function isUsualRegex(pattern: string): boolean {
  if (pattern.length > LONGEST_SURE || !COMMON.test(pattern)) return false
  try {
    return Boolean(new RegExp(pattern))
  } catch {
    return false
  }
}
