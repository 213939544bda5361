import { listingFor } from '../datadog/authn-pages.ts'
import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { NamedMapping } from '../mappings/mapping.ts'
import { decideNew, toleranceOf } from '../mappings/plan/decide.ts'
import { pairUp } from '../mappings/plan/pairing.ts'
import type { Blocked } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { createOne, noEffectOfNew } from './create.ts'
import { judgeAccounts } from './live-state.ts'
import { conflictWith, type Outcome } from './outcome.ts'
import type { EnsureRequest } from './request.ts'

/**
 * Makes a mapping exist, whatever was there before, with one request when it is there and equal.
 * @throws Failure
 */
export async function ensure(request: EnsureRequest, context: Context): Promise<Outcome> {
  const { client, journal } = context
  const first = await planEnsure(client, request)
  try {
    return await carryOut(request, first, context)
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason !== 'conflict' || first.change.action !== 'create') throw thrown
    // Another run can create the mapping between our list and our POST.
    const second = await planEnsure(client, request)
    if (second.change.action === 'create') {
      const { explainConflict } = await import(/* webpackChunkName: "change" */ './conflicts.ts')
      throw await explainConflict(client, request, thrown)
    }
    const why = thrown.isUnsettled ? 'Datadog now says that the mapping is there' : 'Another run changed this mapping'
    journal.say(`${why}; reading it again.`)
    const outcome = await carryOut(request, second, context)
    // This step may have created what it then found.
    const isUnknown = thrown.isUnsettled && outcome.changed === false
    return isUnknown ? { ...outcome, changed: 'unknown', warnings: [BY_WHOM] } : outcome
  }
}

const BY_WHOM =
  "Datadog's answer to a request that creates the mapping was lost. Whether this step or another run created it is unknown."

interface EnsurePlan {
  readonly change: ReturnType<typeof decideNew>
  readonly details: readonly string[]
}

async function planEnsure(client: Client, request: EnsureRequest): Promise<EnsurePlan> {
  const { kind, attributes } = request
  const wanted = { kind, attributes }
  const live = await client.list(kind, listingFor(kind, attributes))
  const sameAccount = await judgeAccounts(client, pairUp([wanted], live))
  const change = decideNew(wanted, live, { ...request, ...toleranceOf(request), sameAccount })
  return { change, details: change.notes.map(({ text }) => text) }
}

async function carryOut(request: EnsureRequest, { change, details }: EnsurePlan, context: Context): Promise<Outcome> {
  const { client } = context
  if (change.action === 'blocked') throw blocked(request, change)
  if (change.action === 'unchanged') return unchanged(await client.named(change.live), details)
  if (change.action === 'create') {
    const { mapping: made, by } = await createOne(client, request)
    const mapping = await client.named(made)
    if (by === 'another run') return unchanged(mapping, details)
    return changed('created', 'Created', mapping, [...details, ...(await noEffectOfNew(client, request))])
  }
  const { replace } = await import(/* webpackChunkName: "change" */ './replacement.ts')
  const { mappings, changed: isChanged } = await replace(change, context)
  const [made] = mappings
  if (made === undefined) throw new Error('a replacement without a mapping')
  const mapping = await client.named(made)
  if (isChanged === false) return unchanged(mapping, details)
  const verb = `Replaced ${change.live.map(({ id }) => id).join(', ')} with`
  return { ...changed('replaced', verb, mapping, details), changed: isChanged }
}

function unchanged(mapping: NamedMapping, details: readonly string[]): Outcome {
  return { result: 'unchanged', changed: false, mapping, details, sentence: `Nothing to do for ${textOf(mapping)}.` }
}

function changed(
  result: 'created' | 'replaced',
  verb: string,
  mapping: NamedMapping,
  details: readonly string[],
): Outcome {
  return { result, changed: true, mapping, details, sentence: `${verb} ${textOf(mapping)}.` }
}

function textOf(mapping: NamedMapping): string {
  const meaning = KINDS[mapping.kind]
  return `the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}`
}

function blocked(request: EnsureRequest, { code, live, why }: Blocked): Failure {
  const meaning = KINDS[request.kind]
  const sentence = `Could not ensure the ${meaning.title} for ${describe(meaning, request.attributes)}. ${why}`
  if (code === 'account-unknown') return new Failure('forbidden', sentence, { advice: 'Nothing was changed.' })
  const advice =
    code === 'taken'
      ? 'Leave if-exists out to replace it, or set account-identifier to its account.'
      : 'Delete that mapping first if it is not needed.'
  return conflictWith(live, sentence, { advice })
}
