import type { Checked } from '../checked.ts'
import type { ClaimMatchers } from '../mapping.ts'
import { invisibleProblem } from '../visible.ts'
import { CLAIM_NAMES, isClaimName, unknownClaim } from './claim-names.ts'
import { literalProblem } from './literal-claims.ts'
import { escapeLiteral } from './skeletons.ts'
import { type ClaimEntries, literalSubject, regexOf } from './subject.ts'

/**
 * The matchers of claims that are taken exactly as they are written: a value between slashes is the regular expression, a plain one
 * is escaped and anchored, and nothing is added or refused for its form.
 */
export function exactClaims(entries: ClaimEntries): Checked<ClaimMatchers> {
  const problems = Object.entries(entries).flatMap(([name, value]) => {
    if (!isClaimName(name)) return [unknownClaim(name)]
    const invisible = invisibleProblem(value)
    return invisible === undefined ? [] : [`${name}: ${invisible}`]
  })
  if (problems.length > 0) return { problem: problems.join(' ') }
  const matchers = Object.entries(entries).map(([name, value]) => [name, regexOf(value) ?? matcherOf(name, value)])
  return { value: Object.fromEntries(matchers), warnings: [] }
}

/**
 * Matchers as people write them, the inverse of reading claims: a plain value where escaping it gives the same matcher again,
 * otherwise the regular expression between slashes; `sub` comes last.
 */
export function claimsOf(matchers: ClaimMatchers): ClaimEntries {
  const known: readonly string[] = CLAIM_NAMES
  const rank = (name: string) => (name === 'sub' ? known.length : known.indexOf(name))
  const names = Object.keys(matchers).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(
    names.map((name) => {
      const pattern = matchers[name] ?? ''
      return [name, plainValue(name, pattern) ?? `/${pattern}/`]
    }),
  )
}

function plainValue(name: string, pattern: string): string | undefined {
  const inner = /^\^?(.*)\$$/s.exec(pattern)?.[1]
  const value = inner?.replace(/\\([^A-Za-z0-9])/g, '$1') ?? ''
  return matcherOf(name, value) === pattern && literalProblem(name, value) === undefined ? value : undefined
}

function matcherOf(name: string, value: string): string {
  return name === 'sub' ? literalSubject(value) : `^${escapeLiteral(value)}$`
}
