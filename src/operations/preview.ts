import type { Client } from '../datadog/client.ts'
import type { Job } from '../identity/job.ts'
import type { Change } from '../mappings/plan.ts'
import { planDigest } from '../mappings/plan-digest.ts'
import { planEnsure } from './ensure.ts'
import { lookUp, missing, wantedText } from './look-up.ts'
import type { Outcome, Request } from './operation.ts'
import { computePlan, planSummary } from './plan.ts'
import { planUpdate } from './update.ts'

/** What a writing operation would do, as a plan; only reads. */
export async function preview(client: Client, request: Request, job: Job): Promise<Outcome> {
  if (request.operation === 'apply') {
    const planned = await computePlan(client, request, job)
    return {
      result: 'planned',
      changed: false,
      planned,
      sentence: `Dry run for ${planned.where}: ${planSummary(planned.plan)}.`,
      details: planned.guards,
    }
  }
  const { change, details } = await changeOf(client, request)
  const plan = { changes: change === undefined ? [] : [change] }
  const planned = { plan, digest: planDigest(request.where, plan), where: request.where, guards: [] }
  const sentence =
    change === undefined ? `Dry run: there is no ${wantedText(request)}.` : `Dry run: ${planSummary(plan)}.`
  return { result: 'planned', changed: false, planned, sentence, details }
}

async function changeOf(
  client: Client,
  request: Request,
): Promise<{ change: Change | undefined; details: readonly string[] }> {
  const { operation, kind } = request
  switch (operation) {
    case 'update':
      return { change: await planUpdate(client, request), details: [] }
    case 'delete': {
      const live =
        request.mappingId === undefined ? await lookUp(client, request) : await client.get(kind, request.mappingId)
      if (live === undefined && request.ifMissing === 'fail') throw missing(request, 'delete')
      return { change: live && { action: 'delete', kind, live, notes: [] }, details: [] }
    }
    default: {
      const { change, details, colliding } = await planEnsure(client, request)
      const replaces = change.action === 'replace' && (operation === 'create' || request.ifExists === 'fail')
      const exists = operation === 'create' && change.action === 'unchanged' && request.ifExists === 'fail'
      const blocked = replaces || exists || colliding.length > 0
      const live = change.live ?? colliding[0]
      return { change: blocked && live !== undefined ? { ...change, action: 'conflict', live } : change, details }
    }
  }
}
