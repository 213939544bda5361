import { listingFor } from '../datadog/authn-pages.ts'
import type { Client } from '../datadog/client.ts'
import { KINDS } from '../mappings/kinds.ts'
import { decideNew, toleranceOf } from '../mappings/plan/decide.ts'
import { pairUp } from '../mappings/plan/pairing.ts'
import type { Change } from '../mappings/plan/plan.ts'
import { placeText } from '../mappings/plan/plan-digest.ts'
import type { Context } from './context.ts'
import { rolesAround } from './guard-check.ts'
import { judgeAccounts, listSiblings } from './live-state.ts'
import { missing, seek, wantedText } from './look-up.ts'
import type { Outcome, Planned } from './outcome.ts'
import { computePlan, planSummary } from './plan.ts'
import type { ApplyRequest, CreateRequest, EnsureRequest, WritingRequest } from './request.ts'
import { review } from './review.ts'
import { planUpdate } from './update.ts'

/** What a writing operation would do, as a plan; only reads. */
export async function dryRun(request: WritingRequest, context: Context): Promise<Outcome> {
  if (request.operation === 'apply') {
    const planned = await computePlan(request.desired, context, 'all')
    return shown(planned, `Dry run for ${placeText(planned.frame)}: ${planSummary(planned.plan)}.`)
  }
  const change = await changeOf(request, context.client)
  const changes = change === undefined ? [] : [change]
  const force = 'force' in request ? request.force : []
  const live = await rolesAround(changes, force, context.client)
  const rules = { scope: {}, force }
  const planned: Planned = {
    ...(await review({ changes, pairing: { ...pairUp([], []), live } }, rules, context)),
    prune: false,
    seenFrom: 'step',
  }
  return shown(
    planned,
    change === undefined ? `Dry run: there is no ${wantedText(request)}.` : `Dry run: ${planSummary({ changes })}.`,
  )
}

function shown(planned: Planned, sentence: string): Outcome {
  return { result: 'planned', changed: false, planned, sentence }
}

async function changeOf(request: Exclude<WritingRequest, ApplyRequest>, client: Client): Promise<Change | undefined> {
  switch (request.operation) {
    case 'update':
      return planUpdate(client, request)
    case 'delete': {
      const { mapping: live, notes } = await seek(client, request, 'delete')
      if (live === undefined && request.ifMissing === 'fail') throw missing(request, 'delete', notes)
      return live && { action: 'delete', live, notes: [] }
    }
    default:
      return changeOfNew(client, request)
  }
}

async function changeOfNew(client: Client, request: CreateRequest | EnsureRequest): Promise<Change> {
  const { kind, attributes } = request
  const wanted = { kind, attributes }
  const live = await client.list(kind, listingFor(kind, attributes))
  const pairing = pairUp([wanted], live)
  if (pairing.pairs[0]?.live === undefined && KINDS[kind].sibling !== undefined)
    live.push(...(await listSiblings(client, [kind], [kind])))
  const sameAccount = await judgeAccounts(client, pairing)
  return decideNew(wanted, live, { ...request, ...toleranceOf(request), sameAccount })
}
