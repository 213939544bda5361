/** A regular expression that compiled; each answer is `undefined` when it would cost too much. */
export interface Regex {
  /** Whether the expression matches anywhere in the text. */
  readonly matches: (text: string) => boolean | undefined
  /** Whether the expression matches the text from its beginning to its end. */
  readonly matchesWhole: (text: string) => boolean | undefined
}

/** Why a pattern has no `Regex`: RE2 refuses it, or it is beyond the bounds within which it is evaluated here. */
export interface RegexProblem {
  readonly problem: string
  readonly beyondBounds: boolean
}

/** RE2 (https://github.com/google/re2/wiki/Syntax) with bounds, so that no pattern of anyone's can hang or exhaust the step. */
export interface RegexEngine {
  readonly compile: (pattern: string) => Regex | RegexProblem
}

/** No real claim matcher is longer than this; Datadog states no limit of its own. */
export const LONGEST_PATTERN = 4096

/** GitHub's longest claims are a few hundred characters. */
const LONGEST_TEXT = 4096

/**
 * The compiled size is at most about the length times the repeat counts (RE2 allows 1,000 in all, nested).
 * Measured on Node 24.21 with re2js 2.10: a size of 100,000 compiles in 70 ms and takes 60 MB.
 */
const LARGEST_EXPANSION = 100_000

/** Instructions times characters of one search, and the same worth of compiling; measured at 5 to 13 ns each, so at most 0.3 s. */
const MOST_WORK_AT_ONCE = 20_000_000

/** Of the same unit, for everything that one engine does: about 10 s, whatever number of hostile patterns there is. */
const MOST_WORK = 800_000_000

/** Loads the RE2 engine, which is large and needed for few operations; `mostWork` bounds what it will do in its life, in steps of about 10 ns. */
export async function loadRegex(mostWork: number = MOST_WORK): Promise<RegexEngine> {
  const { RE2JS } = await import('re2js')
  let workLeft = mostWork

  function afford(work: number): boolean {
    if (work > workLeft) return false
    workLeft -= work
    return true
  }

  function compile(pattern: string): Regex | RegexProblem {
    if (pattern.length > LONGEST_PATTERN) return beyond(`is ${pattern.length} characters long`)
    const size = expansion(pattern)
    if (size > LARGEST_EXPANSION) return beyond('repeats too much')
    const work = compileWork(pattern, size)
    if (work > MOST_WORK_AT_ONCE) return beyond('has too many costly classes')
    if (!afford(work)) return beyond('comes after too many others that were costly')
    let compiled: InstanceType<typeof RE2JS>
    try {
      compiled = RE2JS.compile(pattern)
    } catch (error) {
      return { problem: refusal(pattern, error), beyondBounds: false }
    }
    const canRead = (text: string): boolean => {
      const work = compiled.programSize() * (text.length + 1)
      return text.length <= LONGEST_TEXT && work <= MOST_WORK_AT_ONCE && afford(work)
    }
    // A matcher walks the automaton step by step; `test` would build and keep states of it, which costs memory.
    return {
      matches: (text) => (canRead(text) ? compiled.matcher(text).find() : undefined),
      matchesWhole: (text) => (canRead(text) ? compiled.matcher(text).matches() : undefined),
    }
  }

  return { compile }
}

const beyond = (why: string): RegexProblem => ({
  problem: `the pattern ${why}, and is not evaluated`,
  beyondBounds: true,
})

function expansion(pattern: string): number {
  let product = 1
  for (const [, least = '', most = ''] of pattern.matchAll(/\{(\d{1,4})(?:,(\d{0,4}))?\}/g)) {
    product = Math.min(1000, product * Math.max(1, Number(least), Number(most)))
  }
  return pattern.length * product
}

/**
 * Measured: 0.7 µs for an instruction, 65 µs for a Unicode class, and 2.5 ms for a wide range that is to ignore case,
 * since every character of it is looked up.
 */
function compileWork(pattern: string, size: number): number {
  const classes = pattern.match(/\\[pP]/g)?.length ?? 0
  const wide = /\(\?[a-zA-Z]*i/.test(pattern) && /[^\0-\x7f]|\\x\{/.test(pattern)
  const ranges = wide ? pattern.split('-').length - 1 : 0
  return size * 60 + classes * 10_000 + ranges * 300_000
}

const MISSING: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'look-around'],
  [/\\(?:[1-9]|k[<{'])/, 'back-references'],
  [/\(\?>|[*+?}]\+/, 'possessive or atomic groups'],
  [/\(\?\(/, 'conditions'],
  [/\(\?#/, 'comments'],
]

function refusal(pattern: string, error: unknown): string {
  const missing = MISSING.find(([sign]) => sign.test(pattern))
  if (missing !== undefined) return `RE2 has no ${missing[1]}`
  const message = error instanceof Error ? error.message : String(error)
  return `RE2 says: ${message.replace(/^error parsing regexp: /, '')}`
}
