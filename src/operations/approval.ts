import type { Client } from '../datadog/client.ts'
import { FAILURES, Failure } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { type Change, kindOf, liveOf, type Wanted, wantedOf } from '../mappings/plan/plan.ts'
import { type Frame, placeText, planDigest } from '../mappings/plan/plan-digest.ts'
import { notReviewed, type ReviewedPlan } from '../mappings/plan/plan-file.ts'
import { type Comparison, planOf } from './compare.ts'
import { readPowers, withAccounts } from './granted-power.ts'
import { guarded } from './guard-check.ts'
import type { Planned } from './outcome.ts'
import { planSummary } from './plan.ts'
import type { ApplyRequest, Approval } from './request.ts'

const NOTHING = 'Nothing was changed.'
/** How many changes a message names. */
const MOST_NAMED = 10

/**
 * Why `apply` does not execute a plan: a guard, or an approval that is missing or is for another plan.
 * @throws Failure when it could not be found out what differs from the reviewed plan.
 */
export async function whyRefused(
  planned: Planned,
  comparison: Comparison,
  { approval, desired }: ApplyRequest,
  client: Client,
): Promise<Failure | undefined> {
  if (planned.refusals.length > 0) return guarded(planned.refusals)
  const { digest, plan, frame } = planned
  if (approval.digest === undefined && approval.plan === undefined) {
    if (approval.auto) return undefined
    return new Failure(
      'approval-missing',
      `${planSummary(plan)} for ${placeText(frame)}, and this plan has not been approved. Its digest is ${digest}. ${NOTHING}`,
    )
  }
  // A reviewed plan is binding, even with auto-approve.
  if (approval.digest !== undefined && approval.digest.toLowerCase() !== digest)
    return otherDigest(
      approval.digest.toLowerCase(),
      planned,
      await optionsOf(approval.digest, planned, { comparison, desired, client }),
    )
  return approval.plan === undefined ? undefined : otherThanReviewed(planned, approval.plan)
}

/** What to do next with the approval that was used, after a part of the plan was applied. */
export function nextAfterPart({ digest, plan }: Approval): string {
  if (digest !== undefined) return 'Fix what the message names, run plan again, and approve the digest of the rest.'
  return `Fix what the message names and run apply again${plan === undefined ? '' : ' with the same plan file'}: it executes the rest.`
}

/** One change in words. */
export function changeText(change: Change): string {
  const wanted = wantedOf(change).map(wantedText)
  const live = liveOf(change)
  const title = KINDS[kindOf(change)].title
  if (change.action === 'delete') return `delete ${title} ${live.map(liveText).join(', ')}`
  const old = live.length === 0 ? '' : ` (instead of ${live.map(liveText).join(', ')})`
  return `${change.action} ${title} ${wanted.join(', ')}${change.action === 'unchanged' ? '' : old}`
}

function wantedText({ kind, attributes }: Wanted): string {
  return describe(KINDS[kind], attributes)
}

function liveText(live: LiveMapping): string {
  return `${live.id}: ${describe(KINDS[live.kind], live)}`
}

function otherDigest(expected: string, { digest, plan }: Planned, options: readonly Difference[]): Failure {
  const what =
    options.length > 0
      ? `What differs: ${differenceList(options)}.`
      : 'One of these differs: the changes, the site, the organization, or the scope, ignore or policy of the mappings file.'
  return changed(
    `This is not the plan that was reviewed: its digest is ${digest}, and expected-plan is ${expected}. ${what} The plan is now: ${planSummary(plan)}. ${NOTHING}`,
    options.some(({ part }) => part === 'options')
      ? ALIGN
      : `${AGAIN} If a part of the reviewed plan was applied, plan and approve the rest.`,
  )
}

// A digest does not say what went into it, so the likely differences are tried.
async function optionsOf(
  expected: string,
  { frame, prune, plan }: Planned,
  {
    comparison,
    desired,
    client,
  }: { readonly comparison: Comparison; readonly desired: ApplyRequest['desired']; readonly client: Client },
): Promise<readonly Difference[]> {
  const { orgUuid: _, ...withoutOrg } = frame
  const unresolved = planOf(comparison, { ...desired, prune: !prune }).changes
  const other = withAccounts(unresolved, await readPowers(client, unresolved, { unchanged: false }))
  const tries: [Frame, readonly Change[], readonly Difference[]][] = [
    [frame, other, [otherPrune(!prune)]],
    [withoutOrg, plan.changes, [ORG_MISSING]],
    [withoutOrg, other, [otherPrune(!prune), ORG_MISSING]],
    [frame, planOf(comparison, desired).changes, [ACCOUNTS_MISSING]],
  ]
  return tries.find(([place, changes]) => planDigest(place, changes) === expected.toLowerCase())?.[2] ?? []
}

/** One thing that differs between the reviewed plan and this one. */
interface Difference {
  readonly part: 'options' | 'org' | 'site' | 'policy' | 'changes'
  readonly text: string
}

const ORG_MISSING: Difference = {
  part: 'org',
  text: 'plan could not determine the organization, and apply can',
}

const ACCOUNTS_MISSING: Difference = {
  part: 'changes',
  text: 'plan could not look up the accounts that the changes name, and apply can',
}

function otherPrune(reviewed: boolean): Difference {
  return { part: 'options', text: `plan ran with prune: ${reviewed}, and apply with prune: ${!reviewed}` }
}

function differenceList(differences: readonly Difference[]): string {
  return differences.map(({ part, text }) => `${part}: ${text}`).join('; ')
}

function otherThanReviewed({ plan, frame, prune }: Planned, reviewed: ReviewedPlan): Failure | undefined {
  const differences: Difference[] = []
  const { site, orgUuid, rules } = reviewed.frame
  if (site !== frame.site)
    differences.push({ part: 'site', text: `the reviewed plan is for ${site}, and this one for ${frame.site}` })
  if (orgUuid?.toLowerCase() !== frame.orgUuid?.toLowerCase()) {
    const now = frame.orgUuid ?? 'an unknown one'
    const text = `the reviewed plan is for ${orgUuid}, and this one for ${now}`
    differences.push(orgUuid === undefined ? ORG_MISSING : { part: 'org', text })
  }
  if (rules !== frame.rules)
    differences.push({
      part: 'policy',
      text: 'scope, ignore or policy of the mappings file is not the one that was reviewed',
    })
  const unknown = notReviewed(plan, reviewed)
  if (unknown.length > 0) {
    if (reviewed.prune !== prune) differences.push(otherPrune(reviewed.prune))
    const list = unknown.slice(0, MOST_NAMED).map(changeText).join('; ')
    const rest = unknown.length > MOST_NAMED ? '; …' : ''
    const text = `${unknown.length} not part of the reviewed plan file: ${list}${rest}`
    differences.push({ part: 'changes', text })
  }
  if (differences.length === 0) return undefined
  return changed(
    `This is not the plan that was reviewed. What differs: ${differenceList(differences)}. ${NOTHING}`,
    differences.every(({ part }) => part === 'options') ? ALIGN : AGAIN,
  )
}

const AGAIN = FAILURES['plan-changed'].advice
const ALIGN = 'Give plan and apply the same inputs, then plan, review and apply again.'

function changed(sentence: string, advice: string): Failure {
  return new Failure('plan-changed', sentence, { advice })
}
