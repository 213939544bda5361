import { isOverUsers, overlap } from '../arn/arn-overlap.ts'
import { uselessness } from '../arn/arn-pattern.ts'
import { describe, identityKey, KINDS } from '../kinds.ts'
import type { LiveMapping } from '../mapping.ts'
import { accountName, dangersInWords, dangersOf, isAdmin, type Powerful } from '../power.ts'
import { type Acceptance, acceptanceHash, type Now, whyNotAccepted } from './acceptance.ts'
import { FINDING_CODES, type FindingCodeName, RANKS, type Rank, rankOf } from './finding-codes.ts'

/** What a look-up found: the thing itself, that there is none, or why it could not be checked. */
export type LookedUp<T> = { readonly found: T } | 'missing' | { readonly unchecked: string }

/** Everything that was looked up for an audit; what is absent does not apply. */
export interface Facts {
  /** The AWS role or user behind an ARN pattern. */
  principal(mapping: LiveMapping): LookedUp<true> | undefined
  /** The account of a persona mapping. */
  account(mapping: LiveMapping): LookedUp<Powerful> | undefined
  role(mapping: LiveMapping): LookedUp<true> | undefined
  team(mapping: LiveMapping): LookedUp<true> | undefined
  /** Why mappings of teams, and why all AuthN mappings, do nothing in this organization; undefined when they work or it is unknown. */
  readonly noEffect: { readonly teams?: string; readonly all?: string }
}

/** A risk that an audit found. */
export interface Finding {
  readonly code: FindingCodeName
  readonly rank: Rank
  readonly mapping: LiveMapping
  /** What was found, without a full stop. */
  readonly what: string
  readonly why: string
  readonly fix: string
  /** What to write as `hash` to accept it. */
  readonly hash: string
  /** Why it was accepted, and until when. */
  readonly accepted?: { readonly reason: string; readonly until: string }
  /** Why an acceptance of it does not hold any more. */
  readonly notAccepted?: string
}

/** Something that could not be checked, and why. */
export interface Unchecked {
  readonly code: FindingCodeName
  readonly mapping: LiveMapping
  readonly why: string
}

/** What an audit found, the worst first, then by code and id. */
export interface AuditResult {
  readonly findings: readonly Finding[]
  readonly unchecked: readonly Unchecked[]
}

/** Which of the codes about reach and letters a mapping has, with what was found; the worst first. */
export type AttributeRisks = (
  mapping: LiveMapping,
) => readonly { readonly code: FindingCodeName; readonly what: string }[]

/** Reports the risks of live mappings. Pure; nothing that could not be checked is a finding. */
export function audit(
  live: readonly LiveMapping[],
  facts: Facts,
  options: { readonly risksOf: AttributeRisks; readonly accepted: readonly Acceptance[]; readonly today: string },
): AuditResult {
  const seen = new Seen(live)
  const findings: Finding[] = []
  const unchecked: Unchecked[] = []
  for (const mapping of live) {
    const { found, open } = risksIn(mapping, facts, options.risksOf, seen)
    for (const [code, why] of open) unchecked.push({ code, mapping, why })
    if (found.length === 0) continue
    const account = facts.account(mapping)
    const hash = acceptanceHash(mapping, isFound(account) ? account.found : undefined)
    for (const { code, what } of found) {
      const { why, fix } = FINDING_CODES[code]
      const rank = rankOf(code, mapping.kind.endsWith('-intake'))
      const seenNow = { hash, isPowerKnown: account === undefined || account === 'missing' || isFound(account) }
      findings.push({ code, rank, mapping, what, why, fix, hash, ...acceptedBy(options, code, mapping, seenNow) })
    }
  }
  return { findings: findings.sort(byRank), unchecked: unchecked.sort(byCode) }
}

interface Risk {
  readonly code: FindingCodeName
  readonly what: string
}

function risksIn(mapping: LiveMapping, facts: Facts, risksOf: AttributeRisks, seen: Seen) {
  const found: Risk[] = [...risksOf(mapping)]
  const open: [FindingCodeName, string][] = []
  const look = <T>(state: LookedUp<T> | undefined, code: FindingCodeName, what: string): T | undefined => {
    if (state === undefined) return undefined
    if (state === 'missing') found.push({ code, what })
    else if ('unchecked' in state) open.push([code, state.unchecked])
    else return state.found
    return undefined
  }
  look(facts.principal(mapping), 'dangling-principal', `no ${principalNoun(mapping)} exists for ${mapping.arnPattern}`)
  look(facts.role(mapping), 'missing-role', `the role ${mapping.roleId} does not exist`)
  look(facts.team(mapping), 'missing-team', `the team ${mapping.teamId} does not exist`)
  const account = look(facts.account(mapping), 'missing-account', `the account ${mapping.accountUuid} does not exist`)
  if (account !== undefined) {
    found.push(...risksOfAccount(mapping, account, found))
    if (account.serviceAccount === undefined)
      open.push(['person', 'Datadog does not say whether it is a service account'])
    if (account.isPartial === true && dangersOf(account).length === 0)
      open.push(['dangerous-account', 'Datadog does not say what all roles of the account may do'])
  }
  found.push(...uselessPattern(mapping), ...seen.othersLike(mapping), ...withoutEffect(mapping, facts))
  return { found, open }
}

function risksOfAccount(mapping: LiveMapping, account: Powerful, others: readonly Risk[]): Risk[] {
  const name = accountName(account)
  const risks: Risk[] = []
  const dangers = dangersOf(account)
  if (dangers.length > 0) {
    const admin = account.roles.some(isAdmin) ? 'has the Datadog Admin Role' : dangersInWords(account)
    const more = dangers.filter((danger) => !account.roles.some((role) => isAdmin(role) && role.name === danger))
    const named = `${more.slice(0, 5).join(', ')}${more.length > 5 ? ', …' : ''}`
    risks.push({ code: 'dangerous-account', what: `${name} ${admin}${named === '' ? '' : ` (${named})`}` })
    const wide = wideReach(mapping, others)
    if (wide !== undefined) risks.push({ code: 'dangerous-and-wide', what: `${name} ${admin}, and ${wide}` })
  }
  if (account.disabled) risks.push({ code: 'disabled-account', what: `${name} is disabled` })
  if (account.serviceAccount === false) risks.push({ code: 'person', what: `${name} is a person` })
  return risks
}

function wideReach({ arnPattern }: LiveMapping, others: readonly Risk[]): string | undefined {
  if (others.some(({ code }) => code === 'open-to-anyone')) return 'anyone on GitHub satisfies the claims'
  if (others.some(({ code }) => code === 'open-to-owner')) return 'every repository of the owner satisfies the claims'
  return arnPattern !== undefined && isOverUsers(arnPattern)
    ? `${arnPattern} takes every IAM user of a path`
    : undefined
}

function principalNoun({ arnPattern = '' }: LiveMapping): string {
  return arnPattern.includes(':user/') ? 'IAM user' : 'IAM role'
}

function uselessPattern({ arnPattern }: LiveMapping): Risk[] {
  const what = arnPattern === undefined ? undefined : uselessness(arnPattern)
  return what === undefined ? [] : [{ code: 'useless-pattern', what }]
}

function withoutEffect(mapping: LiveMapping, { noEffect }: Facts): Risk[] {
  if (mapping.kind !== 'authn') return []
  const why = noEffect.all ?? (mapping.teamId === undefined ? undefined : noEffect.teams)
  return why === undefined ? [] : [{ code: 'no-effect', what: why }]
}

/** Finds mappings that are the same as another one, or match the same callers; linear in their number. */
class Seen {
  readonly #first = new Map<string, LiveMapping>()
  /** Patterns of a cloud that end in a wildcard, by what is before it. */
  readonly #wildcards = new Map<string, LiveMapping[]>()
  readonly #byPattern = new Map<string, LiveMapping[]>()

  constructor(live: readonly LiveMapping[]) {
    for (const mapping of live) {
      // A pattern that no caller matches shares no callers.
      if (mapping.arnPattern !== undefined && uselessness(mapping.arnPattern) !== undefined) continue
      const key = keyOf(mapping)
      if (!this.#first.has(key)) this.#first.set(key, mapping)
      const { arnPattern } = mapping
      if (arnPattern === undefined) continue
      push(this.#byPattern, arnPattern, mapping)
      if (arnPattern.endsWith('/*')) push(this.#wildcards, arnPattern.slice(0, -1), mapping)
    }
  }

  othersLike(mapping: LiveMapping): Risk[] {
    const first = this.#first.get(keyOf(mapping))
    const isSecond = first !== undefined && first.id !== mapping.id
    if (mapping.kind === 'authn') return isSecond ? [{ code: 'duplicate', what: `it is the same as ${first.id}` }] : []
    if (mapping.arnPattern === undefined)
      return isSecond ? [{ code: 'overlap', what: `it has the same claims as ${named(first)}` }] : []
    if (!this.#byPattern.has(mapping.arnPattern)) return []
    const above = this.#above(mapping, mapping.arnPattern)[0]
    return above === undefined ? [] : [{ code: 'overlap', what: `${named(above)} matches its callers too` }]
  }

  // The narrower one, or the later one of two equal ones, is the finding: one for each pair.
  #above(mapping: LiveMapping, arnPattern: string): LiveMapping[] {
    const equal = (this.#byPattern.get(arnPattern) ?? []).filter(({ id }) => id !== mapping.id)
    const isFirst = this.#byPattern.get(arnPattern)?.[0]?.id === mapping.id
    const paths: LiveMapping[] = []
    for (let slash = arnPattern.indexOf('/'); slash !== -1; slash = arnPattern.indexOf('/', slash + 1))
      paths.push(...(this.#wildcards.get(arnPattern.slice(0, slash + 1)) ?? []))
    const covering = paths.filter((other) => overlap(other.arnPattern ?? '', arnPattern) === 'covers')
    return [...(isFirst ? [] : equal), ...covering]
  }
}

function keyOf(mapping: LiveMapping): string {
  return `${mapping.kind} ${identityKey(KINDS[mapping.kind], mapping)}`
}

function named(mapping: LiveMapping): string {
  return `${mapping.id} (${describe(KINDS[mapping.kind], mapping)})`
}

function acceptedBy(
  { accepted, today }: { readonly accepted: readonly Acceptance[]; readonly today: string },
  code: FindingCodeName,
  mapping: LiveMapping,
  now: Now,
): Pick<Finding, 'accepted' | 'notAccepted'> {
  const entry = accepted.find((one) => one.code === code && one.mappingId.toLowerCase() === mapping.id.toLowerCase())
  if (entry === undefined) return {}
  const notAccepted = whyNotAccepted(entry, now, today)
  return notAccepted === undefined ? { accepted: { reason: entry.reason, until: entry.until } } : { notAccepted }
}

function isFound<T>(state: LookedUp<T> | undefined): state is { readonly found: T } {
  return typeof state === 'object' && 'found' in state
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function byRank(a: Finding, b: Finding): number {
  return RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || byCode(a, b)
}

function byCode(a: Unchecked | Finding, b: Unchecked | Finding): number {
  return compare(a.code, b.code) || compare(a.mapping.id, b.mapping.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
