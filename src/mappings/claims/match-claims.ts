import type { ClaimMatchers } from '../mapping.ts'
import type { Verdict } from '../verdict.ts'
import { visible } from '../visible.ts'
import { isClaimName } from './claim-names.ts'
import type { Regex, RegexEngine } from './re2.ts'
import { withoutIds } from './subject.ts'

/**
 * Whether a set of claim matchers takes a token's claims: all of them have to match, `sub` the whole claim, the others at least a
 * part of theirs. One that fails decides, whatever the others would say; otherwise one that cannot be evaluated leaves it open.
 */
export function matchClaims(
  matchers: ClaimMatchers,
  claims: Readonly<Record<string, string>>,
  regex: RegexEngine,
): Verdict {
  const entries = Object.entries(matchers)
  if (entries.length === 0) return { outcome: 'unknown', reason: 'the mapping has no claim matchers' }
  const failed: string[] = []
  const reasons: string[] = []
  const open: string[] = []
  for (const [name, pattern] of entries) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined
    const found = isClaimName(name)
      ? matchOne(name, pattern, value, regex)
      : { open: `the claim "${visible(name)}" is not one that Datadog knows` }
    if (found === true) continue
    if ('open' in found) open.push(found.open)
    else {
      failed.push(name)
      reasons.push(found.failed)
    }
  }
  const matched = entries.length - failed.length - open.length
  if (failed.length > 0) return { outcome: 'miss', rank: [-failed.length, matched], failed, reasons }
  if (open.length > 0) return { outcome: 'unknown', reason: open.join('; ') }
  return { outcome: 'match', rank: [entries.length, Object.values(matchers).join('').length] }
}

function matchOne(
  name: string,
  pattern: string,
  value: string | undefined,
  regex: RegexEngine,
): true | { readonly failed: string } | { readonly open: string } {
  const compiled = regex.compile(pattern)
  if ('problem' in compiled) return { open: `${name} is /${visible(pattern)}/, and ${compiled.problem}` }
  if (value === undefined) return { failed: `the caller has no claim ${name}, and the mapping has ${visible(pattern)}` }
  const isSubject = name === 'sub'
  const matches = isSubject ? compiled.matchesWhole(value) : compiled.matches(value)
  if (matches === undefined) return { open: `${name} is too long or too costly to evaluate` }
  if (matches) return true
  const hint = isSubject ? subjectHint(value, compiled) : ''
  return { failed: `${name} is ${visible(value)}, and the mapping has ${visible(pattern)}${hint}` }
}

function subjectHint(subject: string, regex: Regex): string {
  const classic = withoutIds(subject)
  if (classic !== subject && regex.matchesWhole(classic) === true)
    return '; it would match without the ids that GitHub puts into subjects of repositories created or renamed since 2026-07-15'
  return regex.matches(subject) === true ? ', which matches a part of it and has to match the whole' : ''
}
