import { Failure } from '../failure.ts'
import type { Context } from './context.ts'
import { create } from './create.ts'
import { remove } from './delete.ts'
import { ensure } from './ensure.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import type { Outcome } from './outcome.ts'
import type { Request } from './request.ts'
import { update } from './update.ts'

/**
 * Does what the request asks for; a dry run shows what it would do. Rarely used operations are loaded when they are asked for.
 * @throws Failure
 */
export async function operate(request: Request, context: Context): Promise<Outcome> {
  try {
    if (mustConfirmOrganization(request, context))
      await (await import('./organization.ts')).confirmOrganization(context)
    return await carryOut(request, context)
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason !== 'unauthorized') throw thrown
    throw await (await import('./organization.ts')).explainUnauthorized(thrown, context)
  }
}

// A plan asks by itself, whether `org-uuid` is given or not; what Datadog gave a job for its identity is for that organization.
function mustConfirmOrganization(request: Request, { place, job }: Context): boolean {
  const isPlan = request.operation === 'plan' || request.operation === 'apply'
  return 'dryRun' in request && !isPlan && place.orgUuid !== undefined && job.identity === undefined
}

async function carryOut(request: Request, context: Context): Promise<Outcome> {
  if ('dryRun' in request && request.dryRun) return (await import('./dry-run.ts')).dryRun(request, context)
  switch (request.operation) {
    case 'list':
      return list(request, context)
    case 'get':
      return get(request, context)
    case 'create':
      return create(request, context)
    case 'update':
      return update(request, context)
    case 'delete':
      return remove(request, context)
    case 'ensure':
      return ensure(request, context)
    case 'plan':
      return (await import('./plan.ts')).plan(request, context)
    case 'apply':
      return (await import('./apply.ts')).apply(request, context)
    case 'match':
      return (await import('./match.ts')).match(request, context)
    case 'verify':
      return (await import('./verify.ts')).verify(request, context)
    case 'login':
      return (await import('./login.ts')).login(request, context)
  }
}
