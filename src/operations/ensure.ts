import { listingFor } from '../datadog/authn-pages.ts'
import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, fitsIdentity, KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { type Change, planChanges, type Wanted } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { conflictWith, createOne, explainConflict } from './create.ts'
import { judgeAccounts } from './live-state.ts'
import type { Outcome } from './outcome.ts'
import { replace } from './replacement.ts'
import type { CreateRequest, EnsureRequest } from './request.ts'

// Another run can make or delete the mapping between our list and our POST; more often than twice is no coincidence.
const JUDGEMENTS = 3

/**
 * Makes a mapping exist, whatever was there before, with one request when it is there and equal.
 * @throws Failure
 */
export async function ensure(request: EnsureRequest, context: Context): Promise<Outcome> {
  const { client, journal } = context
  let planned = await planEnsure(client, request)
  for (let judgement = 1; ; judgement++) {
    const { change, details } = planned
    if (change.action === 'conflict') throw undecided(request, change)
    if (change.action === 'replace' && request.ifExists === 'fail') throw taken(request, change.live)
    try {
      return await carryOut(request, { change, details }, context)
    } catch (thrown) {
      const lostRace = thrown instanceof Failure && thrown.reason === 'conflict' && change.action === 'create'
      if (!lostRace || judgement === JUDGEMENTS) throw thrown
      planned = await planEnsure(client, request)
      if (planned.change.action === 'create') throw await explainConflict(client, request, thrown)
      journal.say('Another run changed this mapping; reading it again.')
    }
  }
}

/** What `ensure` would do, and what is worth knowing about it. */
export interface EnsurePlan {
  readonly change: Change
  readonly details: readonly string[]
  /** Live mappings that overlap with the wanted one without being it. */
  readonly colliding: readonly LiveMapping[]
}

/**
 * Compares the wanted mapping with one list of what is live.
 * @throws Failure
 */
export async function planEnsure(client: Client, request: CreateRequest | EnsureRequest): Promise<EnsurePlan> {
  const { kind, attributes } = request
  const wanted: Wanted = { kind, attributes }
  const live = await client.list(kind, listingFor(kind, attributes))
  const sameAccount = await judgeAccounts(client, [wanted], live)
  // What overlaps without being the same is reported; whether it stands in the way is for Datadog to say.
  const { changes } = planChanges([wanted], live, { prune: () => false, sameAccount })
  const planned = changes[0] ?? { action: 'create', kind, wanted: attributes, notes: [] }
  const blocked =
    planned.action === 'conflict' && !(planned.live && fitsIdentity(KINDS[kind], attributes, planned.live))
  const change: Change = blocked ? { action: 'create', kind, wanted: attributes, notes: [] } : planned
  const colliding = blocked && planned.live !== undefined ? [planned.live] : []
  return { change, colliding, details: [...planned.notes, ...useless(request, live)] }
}

// The IAM role ARN that was given may be live as it is, where it can never match.
function useless(
  { kind, attributes, lookUpPatterns }: CreateRequest | EnsureRequest,
  live: readonly LiveMapping[],
): string[] {
  const literal = lookUpPatterns.filter((pattern) => pattern !== attributes.arnPattern)
  return live
    .filter(({ arnPattern }) => arnPattern !== undefined && literal.includes(arnPattern))
    .map(
      (mapping) =>
        `The ${KINDS[kind].title} ${mapping.id} has the pattern ${mapping.arnPattern}, which no caller ever has. Delete it with mapping-id: ${mapping.id}.`,
    )
}

async function carryOut(
  request: EnsureRequest,
  { change, details }: Pick<EnsurePlan, 'change' | 'details'>,
  context: Context,
): Promise<Outcome> {
  const { kind, attributes } = request
  const { live } = change
  if (live === undefined) {
    const { mapping, by } = await createOne(context.client, request)
    return by === 'another run' ? unchanged(mapping, details) : changed('created', 'Created', mapping, details)
  }
  if (change.action === 'unchanged') return unchanged(live, details)
  const replaced = await replace({ wanted: [{ kind, attributes }], live: [live] }, context)
  const [mapping] = replaced.mappings
  if (mapping === undefined) throw new Error('a replacement without a mapping')
  if (!replaced.changed) return unchanged(mapping, details)
  return changed('replaced', `Replaced ${live.id} by`, mapping, details)
}

function unchanged(mapping: LiveMapping, details: readonly string[]): Outcome {
  return { result: 'unchanged', changed: false, mapping, details, sentence: `Nothing to do for ${textOf(mapping)}.` }
}

function changed(
  result: 'created' | 'replaced',
  verb: string,
  mapping: LiveMapping,
  details: readonly string[],
): Outcome {
  return { result, changed: true, mapping, details, sentence: `${verb} ${textOf(mapping)}.` }
}

function textOf(mapping: LiveMapping): string {
  const meaning = KINDS[mapping.kind]
  return `the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}`
}

function taken(request: EnsureRequest, holder: LiveMapping | undefined): Failure {
  const meaning = KINDS[request.kind]
  const sentence = `Could not ensure the ${meaning.title} for ${describe(meaning, request.attributes)}: ${meaning.principal(request.attributes)} is already mapped`
  if (holder === undefined) return new Failure('conflict', `${sentence}.`)
  return conflictWith(holder, `${sentence}, by ${holder.id} (${describe(meaning, holder)}), and if-exists is fail.`, {
    advice: 'Leave if-exists out to replace it, or give the account that it has.',
  })
}

function undecided(request: EnsureRequest, change: Change): Failure {
  const meaning = KINDS[request.kind]
  const sentence = `Could not ensure the ${meaning.title} for ${describe(meaning, request.attributes)}. ${change.notes.join(' ')}`
  return new Failure('forbidden', sentence, { advice: 'Nothing was changed.' })
}
