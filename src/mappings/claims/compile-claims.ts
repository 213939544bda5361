import type { Checked } from '../checked.ts'
import { type Checking, startChecking } from '../checked.ts'
import type { ClaimMatchers } from '../mapping.ts'
import { invisibleProblem } from '../visible.ts'
import { CLAIM_NAMES, isClaimName, unknownClaim } from './claim-names.ts'
import { literalProblem, literalWarnings } from './literal-claims.ts'
import { LONGEST_PATTERN, type RegexEngine } from './re2.ts'
import { isOpenToAll } from './reach.ts'
import { dotsEscaped, escapeLiteral, isAnchored, skeletonsOf } from './skeletons.ts'
import {
  buildSubject,
  type ClaimEntries,
  isClassicSubject,
  literalFormWarnings,
  literalSubject,
  patternFormWarnings,
  regexOf,
} from './subject.ts'

export { parseClaims } from './parse-claims.ts'
export { claimsOfThisJob } from './subject.ts'

// So many that a few misspelled ones are still told one by one.
const MOST_CLAIMS = 64

/**
 * Turns the claims of an input into what Datadog keeps: a plain value is escaped and anchored, a value between slashes is passed on
 * as it is after RE2 has read it, and `sub` is built when it is missing. Only of `sub` it is documented that the whole claim has
 * to match, so every matcher is best anchored: https://docs.datadoghq.com/api/latest/cloud-authentication/
 */
export async function compileClaims(
  entries: ClaimEntries,
  checking: Checking = startChecking(),
): Promise<Checked<ClaimMatchers>> {
  const problems: string[] = []
  const warnings: string[] = []
  const matchers: Record<string, string> = {}
  // The engine is large, and most blocks have plain values only.
  const engine = Object.values(entries).some((value) => regexOf(value) !== undefined)
    ? await checking.engine()
    : undefined
  if (Object.keys(entries).length > MOST_CLAIMS)
    return { problem: `names ${Object.keys(entries).length} claims, and Datadog can match on ${CLAIM_NAMES.length}.` }
  for (const [name, value] of Object.entries(entries)) {
    await checking.breathe()
    const compiled = compileClaim(name, value, engine)
    if ('problem' in compiled) problems.push(compiled.problem)
    else {
      matchers[name] = compiled.value
      warnings.push(...compiled.warnings)
    }
  }
  problems.push(...contradictions(entries))
  if (entries['sub'] === undefined && problems.length === 0) {
    const subject = buildSubject(entries)
    if ('problem' in subject) problems.push(subject.problem)
    else matchers['sub'] = subject.pattern
  }
  if (problems.length > 0) return { problem: problems.join(' ') }
  return { value: matchers, warnings: [...warnings, ...subjectWarnings(entries)] }
}

function compileClaim(name: string, value: string, engine: RegexEngine | undefined): Checked<string> {
  if (!isClaimName(name)) return { problem: unknownClaim(name) }
  if (value.length > LONGEST_PATTERN) {
    return {
      problem: `${name} is ${value.length} characters long, and GitHub's claims are far shorter than ${LONGEST_PATTERN}; write a shorter one.`,
    }
  }
  const invisible = value.trim() === '' ? undefined : invisibleProblem(value)
  if (invisible !== undefined) return { problem: `${name}: ${invisible}` }
  const pattern = regexOf(value)
  if (pattern !== undefined && engine !== undefined) return checkRegex(name, pattern, engine)
  const problem = literalProblem(name, value)
  if (problem !== undefined) return { problem }
  if (name === 'sub')
    return { value: literalSubject(value), warnings: [...literalWarnings(name, value), ...literalFormWarnings(value)] }
  return { value: `^${escapeLiteral(value)}$`, warnings: literalWarnings(name, value) }
}

function checkRegex(name: string, pattern: string, engine: RegexEngine): Checked<string> {
  if (pattern === '')
    return {
      problem: `${name} is an empty regular expression, which matches everything; write the value, or leave the claim out.`,
    }
  const regex = engine.compile(pattern)
  if ('problem' in regex) {
    if (regex.beyondBounds)
      return { value: pattern, warnings: [`${name}: ${regex.problem} here; it is sent unchecked.`] }
    return {
      problem: `${name} is /${pattern}/, and ${regex.problem}; write it in RE2 syntax, with alternatives such as /^(?:a|b)$/, or as a plain value without the slashes.`,
    }
  }
  return { value: pattern, warnings: regexWarnings(name, pattern, regex.matches) }
}

function regexWarnings(name: string, pattern: string, matches: (text: string) => boolean | undefined): string[] {
  const warnings = name === 'sub' ? patternFormWarnings(pattern) : anchorWarnings(name, pattern)
  if (isClaimName(name) && isOpenToAll(name, matches)) {
    const open = `${name} is /${pattern}/, which matches every value; write what it must be`
    return name === 'sub' ? [`${open}.`, ...warnings] : [`${open}, or leave it out.`]
  }
  if (matches('') === true)
    warnings.push(
      `${name} is /${pattern}/, which matches an empty value too; write + instead of * where there must be a character.`,
    )
  if (dotsEscaped(pattern) !== pattern)
    warnings.push(`${name} is /${pattern}/, in which "." stands for any character; write "\\." for a dot.`)
  return warnings
}

function anchorWarnings(name: string, pattern: string): string[] {
  const skeletons = skeletonsOf(pattern)
  if (skeletons === undefined ? /^\^.*\$$/s.test(pattern) : isAnchored(skeletons)) return []
  const bare = pattern.replace(/^\^|(?<!\\)\$$/g, '')
  const whole = bare.includes('|') ? `(?:${bare})` : bare
  return [`${name} is /${pattern}/, which can match in the middle of a longer value; write /^${whole}$/.`]
}

function contradictions(entries: ClaimEntries): string[] {
  const { repository = '', repository_owner: owner = '' } = entries
  const slash = repository.indexOf('/')
  if (owner === '' || slash < 1 || regexOf(owner) !== undefined || regexOf(repository) !== undefined) return []
  if (repository.slice(0, slash).toLowerCase() === owner.toLowerCase()) return []
  return [
    `repository_owner is "${owner}" and repository is "${repository}", which has another owner, so no job could match; write the same owner, or leave repository_owner out.`,
  ]
}

function subjectWarnings(entries: ClaimEntries): string[] {
  const subject = entries['sub'] ?? ''
  if (
    !isClassicSubject(subject) ||
    (entries['repository_id'] !== undefined && entries['repository_owner_id'] !== undefined)
  )
    return []
  return [
    `sub is "${subject}", which never matches a repository that was created or renamed since 2026-07-15, because its subject has ids; leave sub out to have one built for both forms.`,
  ]
}
