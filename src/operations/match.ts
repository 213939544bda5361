import { callerText, callerToMatch } from '../identity/job-caller.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { type Caller, matchCaller, type NearMiss } from '../mappings/match-caller.ts'
import type { Context } from './context.ts'
import type { Miss, Outcome } from './outcome.ts'
import type { MatchRequest } from './request.ts'

/**
 * Finds which live mappings of a kind a caller hits, and if none, which came nearest and why they did not; only reads.
 * @throws Failure
 */
export async function match(request: MatchRequest, { client, job }: Context): Promise<Outcome> {
  const { kind } = request
  const caller = request.caller ?? (await callerToMatch(job, kind))
  const { title } = KINDS[kind]
  const live = await client.list(kind)
  const { matching, nearest, notEvaluated } = await matchCaller(caller, live)
  const unknown = notEvaluated.map(
    ({ mapping, reason }) => `Could not determine whether ${named(mapping)} matches: ${reason}.`,
  )
  const [mapping, ...others] = matching
  if (mapping === undefined) {
    return {
      result: 'unmatched',
      mappings: [],
      sentence: `${noneOf(title, { isEmpty: live.length === 0, isSure: unknown.length === 0 })} matches ${callerText(caller)}.`,
      nearest: nearest.map((miss) => missOf(miss, caller)),
      details: unknown,
    }
  }
  const which =
    others.length === 0
      ? ''
      : ` It is the most specific of ${matching.length} that match; Datadog does not document which of them it uses.`
  return {
    result: 'matched',
    mapping,
    mappings: matching,
    sentence: `The ${title} ${named(mapping)} matches ${callerText(caller)}.${which}`,
    details: unknown,
  }
}

function noneOf(title: string, { isEmpty, isSure }: Readonly<Record<'isEmpty' | 'isSure', boolean>>): string {
  if (isEmpty) return `There is no ${title}, so none`
  return `No ${title}${isSure ? '' : ' that could be evaluated'}`
}

function missOf({ mapping, failed, reasons }: NearMiss, caller: Caller): Miss {
  const differences = failed.map((matcher) => {
    const has = 'arn' in caller ? caller.arn : caller.claims[matcher]
    const wants = ('arn' in caller ? mapping.arnPattern : mapping.claims?.[matcher]) ?? ''
    return { matcher, ...(has !== undefined && { caller: has }), mapping: wants }
  })
  return { mapping, differences, reasons }
}

/** A mapping that came near, and which of its matchers failed. */
export function nearMissText({ mapping, reasons }: NearMiss): string {
  return `Nearest: ${named(mapping)}; ${reasons.join('; ')}.`
}

function named(mapping: LiveMapping): string {
  return `${mapping.id} (${describe(KINDS[mapping.kind], mapping)})`
}
