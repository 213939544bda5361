import type { ClaimMatchers } from './store.ts'

/** The claims that Datadog lets a matcher name. */
export const CLAIM_NAMES: readonly string[] = [
  ...['actor', 'actor_id', 'enterprise', 'enterprise_id', 'environment', 'event_name', 'job_workflow_ref', 'ref'],
  ...['ref_type', 'repository', 'repository_id', 'repository_owner', 'repository_owner_id', 'repository_visibility'],
  ...['runner_environment', 'sub', 'workflow', 'workflow_ref'],
]

const BACK_REFERENCE = '\u0000'

/** The pattern with escapes and classes replaced, so that only its own syntax is left to look at. */
const bare = (pattern: string): string =>
  pattern
    .replaceAll(/\\[\s\S]/g, (escaped) => (/[1-9k]/.test(escaped) ? BACK_REFERENCE : 'x'))
    .replaceAll(/\[\]?[^\]]*\]/g, 'x')

const isRe2 = (pattern: string): boolean => {
  const syntax = bare(pattern)
  return !syntax.includes(BACK_REFERENCE) && !/\(\?(?:=|!|<=|<!|>|\()|[*+?}]\+/.test(syntax)
}

/** A pattern as a JavaScript expression, or undefined when RE2 would refuse it. */
export function compileRe2(pattern: string, wrap: (source: string) => string = (source) => source): RegExp | undefined {
  if (!isRe2(pattern)) return undefined
  const flags = /^\(\?([ims]+)\)/.exec(pattern)
  const source = pattern.slice(flags?.[0].length ?? 0).replaceAll('(?P<', '(?<')
  try {
    return new RegExp(wrap(source), flags?.[1] ?? '')
  } catch {
    return undefined
  }
}

/** Whether a token's claims satisfy every matcher: `sub` as a whole, the others anywhere in the value. */
export function matchesClaims(matchers: ClaimMatchers, claims: Record<string, unknown>): boolean {
  return Object.entries(matchers).every(([name, pattern]) => {
    const value = claims[name]
    if (typeof value !== 'string' && typeof value !== 'number') return false
    const expression = name === 'sub' ? compileRe2(pattern, (source) => `^(?:${source})$`) : compileRe2(pattern)
    return expression?.test(String(value)) ?? false
  })
}

/** Whether two sets of matchers are the same one. */
export const sameMatchers = (a: ClaimMatchers, b: ClaimMatchers): boolean => {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
