import { counted } from '../../mappings/counted.ts'
import { describe, KINDS } from '../../mappings/kinds.ts'
import type { LiveMapping } from '../../mappings/mapping.ts'
import { type Action, type Change, kindOf, liveOf, pending, type Wanted, wantedOf } from '../../mappings/plan/plan.ts'
import { byDanger, type MappingWarning, missingWarning, warningsOf } from '../../mappings/warnings.ts'
import type { Planned } from '../../operations/outcome.ts'
import { planSummary } from '../../operations/plan.ts'
import { diff, idLines, type SignedLine, signedLines } from './plan-lines.ts'
import { cut } from './safe-text.ts'

/** One change, or one unmanaged mapping. */
export interface Block {
  readonly sign: string
  /** What happens or happened, such as `replace` or `was removed`. */
  readonly verb: string
  /** The kind of mapping. */
  readonly title: string
  /** The mapping, or what takes its place, in a few words. */
  readonly summary: string
  /** Whether the verb stands before the kind. */
  readonly verbFirst: boolean
  readonly lines: readonly SignedLine[]
  /** What else a reviewer should know, a sentence each. */
  readonly notes: readonly string[]
  /** What only a program needs: ids and times, as `mappingLines` writes them. */
  readonly ids: readonly string[]
  readonly warnings: readonly MappingWarning[]
}

/** Some mappings with the same warning. */
export interface WarningGroup {
  readonly rank: MappingWarning['rank']
  /** The attribute, and what is open or odd about it. */
  readonly text: string
  /** The mappings that it is about, in a few words each. */
  readonly principals: readonly string[]
}

/** A warning, and what is to be written. */
export interface WantedWarning {
  readonly wanted: Wanted
  readonly warning: MappingWarning
}

/** What a reviewer of a plan is shown, most important first, before it is set for the log or as Markdown. */
export interface PlanView {
  /** What is to be decided, or what happened; it says first when `apply` would refuse the plan. It begins in lower case. */
  readonly headline: string
  /** Why `apply` would refuse it, a sentence each. */
  readonly refusals: readonly string[]
  /** Who else can satisfy a mapping, and letters that are not what they look like: the most dangerous first. */
  readonly warnings: readonly WarningGroup[]
  /** The same warnings for a program, one by one. */
  readonly wantedWarnings: readonly WantedWarning[]
  /** Replacements and deletes first, then by danger. */
  readonly changes: readonly Block[]
  /** The most dangerous first. */
  readonly unmanaged: readonly Block[]
  /** What was not read, and which unchanged mappings violate the policy, a sentence each. */
  readonly remarks: readonly string[]
  /** What does not change, in numbers. */
  readonly rest: string
}

type Tense = 'future' | 'past'

/** Puts a plan in the order in which a reviewer needs it; in the past tense when it has been executed. */
export function viewOf(planned: Planned, tense: Tense = 'future'): PlanView {
  const { plan, refusals, unmanaged = [] } = planned
  const changes = pending(plan)
    .map((change) => {
      const found = changeWarnings(change, planned)
      const block = changeBlock(change, found, planned, tense)
      return { found, block, urgency: urgencyOf(change, block) }
    })
    .sort((a, b) => a.urgency - b.urgency)
  return {
    headline: headlineOf(planned),
    refusals: refusals.map(({ text }) => text),
    warnings: warningGroups(changes.flatMap(({ found }) => found)),
    wantedWarnings: changes.flatMap(({ found }) => found),
    changes: changes.map(({ block }) => block),
    unmanaged: unmanaged.map((mapping) => unmanagedBlock(mapping, planned)).sort((a, b) => danger(a) - danger(b)),
    remarks: remarksOf(planned),
    rest: restOf(planned),
  }
}

/** Whether the plan has changes or a mapping is unmanaged; undefined when that is not known. */
export function hasDrifted({ plan, unmanaged, unread = [] }: Planned): boolean | undefined {
  if (pending(plan).length > 0 || (unmanaged ?? []).length > 0) return true
  return unmanaged === undefined || unread.length > 0 ? undefined : false
}

// Every warning about what a change writes, the most dangerous first.
function changeWarnings(change: Change, { power }: Planned): WantedWarning[] {
  if (change.action === 'unchanged') return []
  return wantedOf(change)
    .flatMap((wanted) =>
      [...missingOnes(wanted, power), ...warningsOf(wanted.kind, wanted.attributes)].map((warning) => ({
        wanted,
        warning,
      })),
    )
    .sort((a, b) => byDanger(a.warning, b.warning))
}

function missingOnes({ attributes }: Wanted, power: Planned['power']): MappingWarning[] {
  return (['accountIdentifier', 'roleId'] as const).flatMap((name) => {
    const found = power?.get(attributes[name] ?? '')
    return found !== undefined && 'isMissing' in found ? [missingWarning(name)] : []
  })
}

// Numbers and words of what changes, from where the plan is seen.
function countsOf(planned: Planned): string {
  const { plan, unmanaged = [] } = planned
  const extra = unmanaged.length > 0 ? `, ${unmanaged.length} unmanaged` : ''
  if (planned.seenFrom !== 'live') return `${planSummary({ changes: pending(plan) })}${extra}`
  const changes = pending(plan)
  const count = (test: (change: Change) => boolean) => changes.filter(test).length
  const added = count(({ action }) => action === 'delete') + unmanaged.length
  const parts = [
    [count(({ action }) => action === 'replace' || action === 'update'), 'changed'],
    [added, 'added'],
    [count(({ action }) => action === 'create'), 'removed'],
    [count(({ action }) => action === 'blocked'), 'blocked'],
  ] as const
  const words = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  return words.join(', ') || 'no changes'
}

function headlineOf(planned: Planned): string {
  const counts = countsOf(planned)
  if (planned.seenFrom === 'step')
    return planned.refusals.length > 0 ? `dry run, the step would fail (${counts})` : `dry run (${counts})`
  if (planned.refusals.length > 0) return `not approvable: apply would refuse this plan (${counts})`
  if (planned.seenFrom === 'live') {
    const drifted = hasDrifted(planned)
    if (drifted === true) return `drift (${counts})`
    return drifted === false ? 'no drift' : 'no drift in what could be read'
  }
  const number = planned.plan.changes.filter(({ action }) => action !== 'unchanged' && action !== 'blocked').length
  if (number === 0) return `nothing to approve (${counts})`
  return `${counted(number, 'change')} to approve (${counts})`
}

function restOf({ plan, ignored }: Planned): string {
  const unchanged = plan.changes.length - pending(plan).length
  return [`${unchanged} unchanged`, ...(ignored === undefined ? [] : [`${ignored} ignored`])].join(', ')
}

function remarksOf({ plan, policy, unread = [] }: Planned): string[] {
  return [
    ...unread.map(
      ({ kind, why }) => `Could not read the ${KINDS[kind].title}s, so it is unknown what changed there. ${why}`,
    ),
    ...(policy?.violations ?? []).map((text) => `An unchanged mapping violates the policy: ${text}`),
    // The notes of what does not change stand here, because it has no block.
    ...plan.changes.flatMap((change) => (change.action === 'unchanged' ? change.notes.map(({ text }) => text) : [])),
  ]
}

// The change itself has it whole.
const LONGEST_NAME = 300

function warningGroups(found: readonly WantedWarning[]): WarningGroup[] {
  const groups = new Map<string, { warning: MappingWarning; principals: string[] }>()
  for (const { wanted, warning } of found) {
    const key = JSON.stringify([warning.rank, warning.code, warning.text])
    const group = groups.get(key) ?? { warning, principals: [] }
    group.principals.push(cut(KINDS[wanted.kind].principal(wanted.attributes), LONGEST_NAME))
    groups.set(key, group)
  }
  return [...groups.values()]
    .sort((a, b) => byDanger(a.warning, b.warning))
    .map(({ warning: { rank, field, text }, principals }) => ({ rank, text: `${field}: ${text}`, principals }))
}

const FIRST: readonly Action[] = ['replace', 'delete', 'update', 'blocked', 'create']
const RANKS: readonly MappingWarning['rank'][] = ['high', 'medium', 'low']

// The sort is stable: of two changes that are as urgent, the one that the plan has first comes first.
function urgencyOf(change: Change, block: Block): number {
  return FIRST.indexOf(change.action) * 100 + danger(block)
}

// Below 100, the less the more dangerous.
function danger({ warnings, lines }: Block): number {
  const rank = warnings[0]?.rank
  const isPowerful = lines.some(({ power }) => power.some(({ isDangerous }) => isDangerous))
  return (rank === undefined ? RANKS.length : RANKS.indexOf(rank)) * 10 + (isPowerful ? 0 : 1)
}

const SIGNS: Readonly<Record<Action, string>> = {
  create: '+',
  replace: '±',
  update: '~',
  delete: '-',
  blocked: '!',
  unchanged: '=',
}

const VERBS: Readonly<Record<Action, Readonly<Record<'future' | 'past', string>>>> = {
  create: { future: 'create', past: 'created' },
  replace: { future: 'replace', past: 'replaced' },
  update: { future: 'update', past: 'updated' },
  delete: { future: 'delete', past: 'deleted' },
  blocked: { future: 'cannot create', past: 'not created' },
  unchanged: { future: 'keep', past: 'kept' },
}

// A change is undone by apply: what it would create was removed, and what it would delete was added.
const LIVE_SIGNS: Readonly<Record<Action, string>> = { ...SIGNS, create: '-', delete: '+' }
const LIVE_VERBS: Readonly<Record<Action, string>> = {
  create: 'was removed',
  replace: 'was changed',
  update: 'was changed',
  delete: 'was added',
  blocked: 'cannot be compared or created again',
  unchanged: 'is as it was',
}

function changeBlock(change: Change, found: readonly WantedWarning[], planned: Planned, tense: Tense): Block {
  const isLive = planned.seenFrom === 'live'
  const live = liveOf(change)
  // A blocked mapping does not change the live one that blocks it; the note names that one.
  const before = change.action === 'blocked' ? [] : live
  const after = wantedOf(change).map(({ kind, attributes }) => ({ kind, ...attributes }))
  return {
    sign: (isLive ? LIVE_SIGNS : SIGNS)[change.action],
    verb: isLive ? liveVerb(change) : VERBS[change.action][tense],
    title: KINDS[kindOf(change)].title,
    verbFirst: !isLive,
    summary: (after.length > 0 ? after : live).map((mapping) => describe(KINDS[mapping.kind], mapping)).join(', '),
    lines: isLive ? diff(after, before, planned) : diff(before, after, planned),
    notes: [...(change.action === 'blocked' ? [change.why] : []), ...change.notes.map(({ text }) => text)],
    ids: (planned.made?.get(change) ?? live).flatMap(idLines),
    warnings: found.map(({ warning }) => warning),
  }
}

// "now acts as …" where the principal is the same.
function liveVerb(change: Change): string {
  const [wanted] = wantedOf(change)
  const [live, ...others] = liveOf(change)
  const isOne = change.action === 'replace' || change.action === 'update'
  if (!isOne || wanted === undefined || live === undefined || others.length > 0) return LIVE_VERBS[change.action]
  const kind = KINDS[live.kind]
  if (wanted.kind !== live.kind || kind.principal(wanted.attributes) !== kind.principal(live))
    return LIVE_VERBS[change.action]
  return `now ${kind.persona ? 'acts as' : 'gives'} ${kind.target(live)}`
}

function unmanagedBlock(mapping: LiveMapping, planned: Planned): Block {
  const warnings = warningsOf(mapping.kind, mapping)
  return {
    sign: planned.seenFrom === 'live' ? '+' : '?',
    verb: planned.seenFrom === 'live' ? 'was added' : 'unmanaged',
    title: KINDS[mapping.kind].title,
    verbFirst: planned.seenFrom !== 'live',
    summary: describe(KINDS[mapping.kind], mapping),
    lines: signedLines(mapping, ' ', planned.power),
    notes: warnings.map(({ field, text }) => `${field}: ${text}`),
    ids: idLines(mapping),
    warnings,
  }
}
