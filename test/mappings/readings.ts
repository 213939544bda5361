import { expect } from 'vitest'
import { compileClaims } from '../../src/mappings/claims/compile-claims.ts'
import { loadRegex } from '../../src/mappings/claims/re2.ts'

const regex = await loadRegex(Number.MAX_SAFE_INTEGER)

/** The compiled claims, whose problem and warnings are checked to be sentences. */
export async function compile(entries: Record<string, string>) {
  const compiled = await compileClaims(entries)
  for (const sentence of 'problem' in compiled ? [compiled.problem] : compiled.warnings)
    expect(sentence).toMatch(/[^.][.?]$/)
  return 'problem' in compiled
    ? { problem: compiled.problem, matchers: undefined, warnings: '' }
    : { problem: undefined, matchers: compiled.value, warnings: compiled.warnings.join('\n') }
}

/** How Datadog may read a pattern: only that it has to match the whole of `sub` is documented. */
const READINGS = {
  whole: (pattern: string) => `^(?:${pattern})$`,
  'between anchors': (pattern: string) => `^${pattern}$`,
  search: (pattern: string) => pattern,
}

/** The readings, in RE2 and in JavaScript, under which the pattern matches. */
export function readings(pattern: string | undefined, text: string): string[] {
  return Object.entries(READINGS).flatMap(([name, read]) => {
    const source = read(pattern ?? '(')
    const compiled = regex.compile(source)
    if ('problem' in compiled) throw new Error(compiled.problem)
    const found = { [`${name} in RE2`]: compiled.matches(text), [name]: new RegExp(source).test(text) }
    return Object.keys(found).filter((key) => found[key])
  })
}

/** Every reading. */
export const ALL = Object.keys(READINGS).flatMap((name) => [`${name} in RE2`, name])
