import type { Client } from '../datadog/client.ts'
import { KINDS, named } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { CollisionIndex } from '../mappings/plan/collisions.ts'
import type { Change } from '../mappings/plan/plan.ts'
import { planDigest } from '../mappings/plan/plan-digest.ts'
import type { Context } from './context.ts'
import { planEnsure } from './ensure.ts'
import { listSiblings } from './live-state.ts'
import { missing, seek, wantedText } from './look-up.ts'
import type { Outcome } from './outcome.ts'
import { computePlan, planSummary } from './plan.ts'
import type { ApplyRequest, CreateRequest, EnsureRequest, WritingRequest } from './request.ts'
import { planUpdate } from './update.ts'

/** What a writing operation would do, as a plan; only reads. */
export async function dryRun(request: WritingRequest, context: Context): Promise<Outcome> {
  if (request.operation === 'apply') {
    const planned = await computePlan(request.desired, context)
    return {
      result: 'planned',
      changed: false,
      planned,
      sentence: `Dry run for ${planned.where}: ${planSummary(planned.plan)}.`,
      details: planned.guards,
    }
  }
  const { where } = context
  const { change, details } = await changeOf(request, context.client)
  const plan = { changes: change === undefined ? [] : [change] }
  const planned = { plan, digest: planDigest(where, plan), where, guards: [] }
  const sentence =
    change === undefined ? `Dry run: there is no ${wantedText(request)}.` : `Dry run: ${planSummary(plan)}.`
  return { result: 'planned', changed: false, planned, sentence, details }
}

async function changeOf(
  request: Exclude<WritingRequest, ApplyRequest>,
  client: Client,
): Promise<{ change: Change | undefined; details: readonly string[] }> {
  switch (request.operation) {
    case 'update':
      return { change: await planUpdate(client, request), details: [] }
    case 'delete': {
      const { mapping: live, notes } = await seek(client, request, 'delete')
      if (live === undefined && request.ifMissing === 'fail') throw missing(request, 'delete', notes)
      return { change: live && { action: 'delete', kind: request.kind, live, notes: [] }, details: notes }
    }
    default:
      return changeOfNew(client, request)
  }
}

// What Datadog would refuse, or the step itself because of if-exists, is a conflict.
async function changeOfNew(
  client: Client,
  request: CreateRequest | EnsureRequest,
): Promise<{ change: Change; details: readonly string[] }> {
  const { operation, kind, attributes, ifExists } = request
  const { change, details, ...own } = await planEnsure(client, request)
  const siblings = change.action === 'create' ? await listSiblings(client, [kind], [kind]) : []
  const obstacle = own.colliding[0] ?? new CollisionIndex(siblings).find(kind, attributes)[0]
  const conflict = (live: LiveMapping, note: string) => ({
    change: { ...change, action: 'conflict' as const, live, notes: [...change.notes, note] },
    details,
  })
  if (obstacle !== undefined) return conflict(obstacle, `It collides with ${named(obstacle)}.`)
  const { action, live } = change
  if (live !== undefined && action === 'replace' && (operation === 'create' || ifExists === 'fail'))
    return conflict(live, `${KINDS[kind].principal(attributes)} is mapped already, by ${named(live)}.`)
  if (live !== undefined && action === 'unchanged' && operation === 'create' && ifExists === 'fail')
    return conflict(live, `It is there already, as ${live.id}.`)
  return { change, details }
}
