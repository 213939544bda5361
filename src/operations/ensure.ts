import { listingFor } from '../datadog/authn-pages.ts'
import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { decideNew, toleranceOf } from '../mappings/plan/decide.ts'
import { pairUp } from '../mappings/plan/pairing.ts'
import type { Blocked, Change, Wanted } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { conflictWith, explainConflict } from './create.ts'
import { execute } from './execute.ts'
import { judgeAccounts } from './live-state.ts'
import type { Outcome } from './outcome.ts'
import type { EnsureRequest } from './request.ts'

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
    if (change.action === 'blocked')
      throw change.code === 'taken' ? taken(request, change.live) : undecided(request, change)
    try {
      const [mapping] = await execute(change, context)
      return outcomeOf(request, change, mapping, details)
    } catch (thrown) {
      const lostRace = thrown instanceof Failure && thrown.reason === 'conflict' && change.action === 'create'
      if (!lostRace || judgement === JUDGEMENTS) throw thrown
      planned = await planEnsure(client, request)
      if (planned.change.action === 'create') throw await explainConflict(client, request, thrown)
      journal.say('Another run was faster. Looking again at what is there.')
    }
  }
}

interface EnsurePlan {
  readonly change: ReturnType<typeof decideNew>
  readonly details: readonly string[]
}

async function planEnsure(client: Client, request: EnsureRequest): Promise<EnsurePlan> {
  const { kind, attributes } = request
  const wanted: Wanted = { kind, attributes }
  const live = await client.list(kind, listingFor(kind, attributes))
  const sameAccount = await judgeAccounts(client, pairUp([wanted], live))
  const change = decideNew(wanted, live, { ...toleranceOf(request), sameAccount })
  return { change, details: [...change.notes.map(({ text }) => text), ...useless(request, live)] }
}

// The IAM role ARN that was given may be live as it is, where it can never match.
function useless({ kind, attributes, lookUpPatterns }: EnsureRequest, live: readonly LiveMapping[]): string[] {
  const literal = lookUpPatterns.filter((pattern) => pattern !== attributes.arnPattern)
  return live
    .filter(({ arnPattern }) => arnPattern !== undefined && literal.includes(arnPattern))
    .map(
      (mapping) =>
        `The ${KINDS[kind].title} ${mapping.id} has the pattern ${mapping.arnPattern}, which no caller ever has. Delete it with mapping-id: ${mapping.id}.`,
    )
}

function outcomeOf(
  request: EnsureRequest,
  change: Change,
  mapping: LiveMapping | undefined,
  details: readonly string[],
): Outcome {
  const meaning = KINDS[request.kind]
  if (mapping === undefined) throw new Error('ensure without a mapping')
  const text = `the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`
  const told = { mapping, ...(details.length > 0 && { details }) }
  switch (change.action) {
    case 'unchanged':
      return { result: 'unchanged', changed: false, ...told, sentence: `Nothing to do for ${text}` }
    case 'replace':
      return {
        result: 'replaced',
        changed: true,
        ...told,
        sentence: `Replaced ${change.live.map(({ id }) => id).join(', ')} by ${text}`,
      }
    default:
      return { result: 'created', changed: true, ...told, sentence: `Created ${text}` }
  }
}

function taken(request: EnsureRequest, holder: LiveMapping | undefined): Failure {
  const meaning = KINDS[request.kind]
  const sentence = `Could not ensure the ${meaning.title} for ${describe(meaning, request.attributes)}: ${meaning.principal(request.attributes)} is mapped already`
  if (holder === undefined) return new Failure('conflict', `${sentence}.`)
  return conflictWith(holder, `${sentence}, by ${holder.id} (${describe(meaning, holder)}), and if-exists is fail.`, {
    advice: 'Leave if-exists out to replace it, or give the account that it has.',
  })
}

function undecided(request: EnsureRequest, { why }: Blocked): Failure {
  const meaning = KINDS[request.kind]
  const sentence = `Could not ensure the ${meaning.title} for ${describe(meaning, request.attributes)}. ${why}`
  return new Failure('ambiguous', sentence, { advice: 'Nothing was changed: a mapping is never replaced on a guess.' })
}
