import { isCallerArn } from './arn/arn-overlap.ts'
import { matchArn } from './arn/match-arn.ts'
import { LONGEST_ARN } from './arn/pasted-text.ts'
import { matchClaims } from './claims/match-claims.ts'
import { loadRegex, type RegexEngine } from './claims/re2.ts'
import type { LiveMapping } from './mapping.ts'
import type { Verdict } from './verdict.ts'

/** Who asks: an AWS principal by what STS GetCallerIdentity says of it, or a GitHub Actions job by the claims of its token. */
export type Caller = { readonly arn: string } | { readonly claims: Readonly<Record<string, string>> }

/** A mapping that does not match, with a sentence for each of its matchers that failed. */
export interface NearMiss {
  readonly mapping: LiveMapping
  /** `arn-pattern`, or the names of claims. */
  readonly failed: readonly string[]
  readonly reasons: readonly string[]
}

/** Which mappings a caller hits. */
export interface MatchReport {
  /** The most specific first. */
  readonly matching: readonly LiveMapping[]
  /** When none matches, those that came nearest, at most three, nearest first. */
  readonly nearest: readonly NearMiss[]
  /** Mappings of which only Datadog can say whether they match, and why. */
  readonly notEvaluated: readonly { readonly mapping: LiveMapping; readonly reason: string }[]
}

const MOST_NEAR_MISSES = 3

/**
 * Finds the mappings that a caller hits among those of its own cloud; others are passed over. ARN patterns are compared letter by
 * letter. Claim matchers are regular expressions that have to match all together: `sub` the entire claim, as is documented
 * (https://docs.datadoghq.com/api/latest/cloud-authentication/), the others anywhere in theirs, since nothing is said of them.
 * Nor is it documented which of several matching mappings Datadog takes.
 */
export async function matchCaller(caller: Caller, mappings: readonly LiveMapping[]): Promise<MatchReport> {
  const verdictOn = 'arn' in caller ? onArn(caller.arn) : onClaims(caller.claims, await loadRegex())
  const matching: { mapping: LiveMapping; rank: readonly number[] }[] = []
  const misses: (NearMiss & { rank: readonly number[] })[] = []
  const notEvaluated: { mapping: LiveMapping; reason: string }[] = []
  for (const mapping of mappings) {
    const verdict = verdictOn(mapping)
    if (verdict === undefined) continue
    if (verdict.outcome === 'match') matching.push({ mapping, rank: verdict.rank })
    else if (verdict.outcome === 'unknown') notEvaluated.push({ mapping, reason: verdict.reason })
    else misses.push({ mapping, rank: verdict.rank, failed: verdict.failed, reasons: verdict.reasons })
  }
  const byRank = (a: { rank: readonly number[] }, b: { rank: readonly number[] }) => compareRanks(b.rank, a.rank)
  const near = matching.length > 0 ? [] : misses.sort(byRank).slice(0, MOST_NEAR_MISSES)
  return {
    matching: matching.sort(byRank).map(({ mapping }) => mapping),
    nearest: near.map(({ mapping, failed, reasons }) => ({ mapping, failed, reasons })),
    notEvaluated,
  }
}

/** One sentence on a text that cannot be the ARN of a caller, with what a caller's would be, or `undefined` when it can. */
export function callerArnProblem(text: string): string | undefined {
  if (isCallerArn(text)) return undefined
  if (text.length > LONGEST_ARN)
    return `the value is ${text.length} characters long, and no ARN is longer than ${LONGEST_ARN}; write what "aws sts get-caller-identity" shows.`
  const role = /^arn:([^:]*):(?:iam|sts)::(\d{12}):(?:role|assumed-role)\/(?:[^/*]+\/)*?([^/*]+)(?:\/\*)?$/.exec(text)
  const example = `arn:${role?.[1] ?? 'aws'}:sts::${role?.[2] ?? '123456789012'}:assumed-role/${role?.[3] ?? 'ROLE-NAME'}/SESSION-NAME`
  const what =
    role === null ? 'is not the ARN of a caller' : 'is the ARN of a role or a pattern, and a caller is one session'
  return `"${text}" ${what}; write what "aws sts get-caller-identity" shows, such as "${example}".`
}

type Judge = (mapping: LiveMapping) => Verdict | undefined

const onArn =
  (callerArn: string): Judge =>
  ({ kind, arnPattern }) =>
    (kind === 'aws-persona' || kind === 'aws-intake') && arnPattern !== undefined
      ? matchArn(arnPattern, callerArn)
      : undefined

const onClaims =
  (claims: Readonly<Record<string, string>>, regex: RegexEngine): Judge =>
  (mapping) =>
    mapping.kind === 'github-persona' || mapping.kind === 'github-intake'
      ? matchClaims(mapping.claims ?? {}, claims, regex)
      : undefined

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
