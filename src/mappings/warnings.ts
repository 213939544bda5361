import { isOverUsers } from './arn/arn-overlap.ts'
import { fieldOf } from './attributes.ts'
import { type ReachCode, reachOf } from './claims/reach.ts'
import { KINDS, writtenNames } from './kinds.ts'
import { lookAlikesIn } from './look-alikes.ts'
import type { AttributeName, ClaimMatchers, KindName, MappingAttributes } from './mapping.ts'
import { escapeOf, visible } from './visible.ts'

/** What a reviewer of a mapping must see before anything else: who else can satisfy it, and what is not what it looks like. */
export interface MappingWarning {
  readonly code: ReachCode | 'any-user' | 'look-alikes' | 'missing'
  readonly rank: 'high' | 'medium' | 'low'
  /** What inputs and mappings files call the attribute that it is about. */
  readonly field: string
  /** One sentence: what is open or odd, and what to write instead. */
  readonly text: string
}

type Code = MappingWarning['code']
type Rank = MappingWarning['rank']

/** How bad each is for a mapping that acts as an account, and for one that sends telemetry only; the most dangerous first. */
const RANKS: Readonly<Record<Code, { readonly persona: Rank; readonly intake: Rank }>> = {
  anyone: { persona: 'high', intake: 'high' },
  owner: { persona: 'high', intake: 'medium' },
  recreatable: { persona: 'medium', intake: 'medium' },
  'any-user': { persona: 'medium', intake: 'low' },
  missing: { persona: 'medium', intake: 'medium' },
  'look-alikes': { persona: 'medium', intake: 'medium' },
  'any-ref': { persona: 'medium', intake: 'low' },
}

const REACH: Readonly<Record<ReachCode, string>> = {
  anyone:
    'the claims name neither an owner nor a repository, so any job on GitHub can match. Add repository: OWNER/NAME with repository_id and repository_owner_id.',
  owner:
    'the claims match every repository of the owner, including future ones. Add repository: OWNER/NAME and repository_id unless that is intended.',
  recreatable:
    'the claims have names but no ids, so a repository that somebody creates again under the same name can match. Add repository_id and repository_owner_id.',
  'any-ref':
    'the claims match any branch or event, so everyone who can push a branch can match. Add ref: refs/heads/main or environment: NAME.',
}

/** The warnings about one mapping, live or wanted, the most dangerous first; Datadog accepts all of it. */
export function warningsOf(kind: KindName, attributes: MappingAttributes): readonly MappingWarning[] {
  const { claims, arnPattern } = attributes
  const found: Omit<MappingWarning, 'rank'>[] = []
  if (claims !== undefined)
    for (const code of reachesOf(claims)) found.push({ code, field: fieldOf('claims'), text: REACH[code] })
  if (arnPattern !== undefined && isOverUsers(arnPattern)) {
    const text = `"${visible(arnPattern)}" matches every user below that path, including future ones. Name one user unless that is intended.`
    found.push({ code: 'any-user', field: fieldOf('arnPattern'), text })
  }
  for (const name of writtenNames(KINDS[kind])) {
    const text = lookAlikesText(attributes, name)
    if (text !== undefined) found.push({ code: 'look-alikes', field: fieldOf(name), text })
  }
  if (found.length === 0) return []
  const side = KINDS[kind].name.endsWith('-intake') ? 'intake' : 'persona'
  return found.map((one) => ({ ...one, rank: RANKS[one.code][side] })).sort(byDanger)
}

/** The warning about an account or a role that a mapping names and that Datadog does not know. */
export function missingWarning(name: 'accountIdentifier' | 'roleId'): MappingWarning {
  const text = `there is no such ${name === 'roleId' ? 'role' : 'account'}, so Datadog is likely to refuse the mapping. Correct it.`
  return { code: 'missing', rank: RANKS.missing.persona, field: fieldOf(name), text }
}

// A mapping is asked about where its file is read and where its plan is shown, and a matcher of 4,000 characters takes 10 ms.
const reaches = new WeakMap<ClaimMatchers, readonly ReachCode[]>()

function reachesOf(claims: ClaimMatchers): readonly ReachCode[] {
  const known = reaches.get(claims) ?? reachOf(claims)
  reaches.set(claims, known)
  return known
}

/** Compares two warnings, the more dangerous first. */
export function byDanger(a: MappingWarning, b: MappingWarning): number {
  return (
    RANK_ORDER.indexOf(a.rank) - RANK_ORDER.indexOf(b.rank) || CODE_ORDER.indexOf(a.code) - CODE_ORDER.indexOf(b.code)
  )
}

const RANK_ORDER: readonly Rank[] = ['high', 'medium', 'low']
const CODE_ORDER = Object.keys(RANKS) as Code[]

function lookAlikesText(attributes: MappingAttributes, name: AttributeName): string | undefined {
  const value = attributes[name]
  if (value === undefined || (typeof value === 'string' && lookAlikesIn(value).length === 0)) return undefined
  const members = typeof value === 'object' ? Object.entries(value) : [['', value] as const]
  const found = members.flatMap(([claim, text]) =>
    lookAlikesIn(text).map(
      (character) => `${visible(character)} (${escapeOf(character)})${claim && ` in ${visible(claim)}`}`,
    ),
  )
  if (found.length === 0) return undefined
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : ''
  return `has letters that look like Latin letters but are not, or that Latin keyboards do not have: ${found.slice(0, MOST_NAMED).join(', ')}${more}. Check that they are intended.`
}

const MOST_NAMED = 10
