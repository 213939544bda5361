import { Failure } from '../failure.ts'
import type { Context } from './context.ts'
import { create } from './create.ts'
import { remove } from './delete.ts'
import { ensure } from './ensure.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import type { Outcome } from './outcome.ts'
import { givesNames, type OperationName, type Request } from './request.ts'

/**
 * Does what the request asks for; a dry run shows what it would do. Rarely used operations are loaded when they are asked for.
 * @throws Failure
 */
export async function operate(request: Request, context: Context): Promise<Outcome> {
  try {
    const organization = asksForOrganization(request, context)
      ? await (await import(/* webpackChunkName: "directory" */ './credentials-check.ts')).confirmOrganization(context)
      : undefined
    return await carryOut(request, { ...context, ...(organization !== undefined && { organization }) })
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.reason !== 'unauthorized') throw thrown
    throw await (await import(/* webpackChunkName: "directory" */ './credentials-check.ts')).explainUnauthorized(
      thrown,
      context,
    )
  }
}

const ALWAYS_ASKING: ReadonlySet<OperationName> = new Set(['export', 'plan', 'apply', 'audit'])

// What Datadog gives a job for its identity is for the organization that `org-uuid` names.
function asksForOrganization(request: Request, { place, job }: Context): boolean {
  if (ALWAYS_ASKING.has(request.operation)) return true
  return 'dryRun' in request && place.orgUuid !== undefined && job.identity === undefined
}

async function carryOut(given: Request, context: Context): Promise<Outcome> {
  const request = givesNames(given)
    ? await (await import(/* webpackChunkName: "directory" */ './names.ts')).withIds(given, context)
    : given
  if ('dryRun' in request && request.dryRun)
    return (await import(/* webpackChunkName: "plan" */ './dry-run.ts')).dryRun(request, context)
  switch (request.operation) {
    case 'list':
      return list(request, context)
    case 'get':
      return get(request, context)
    case 'create':
      return create(request, context)
    case 'update':
      return (await import(/* webpackChunkName: "change" */ './update.ts')).update(request, context)
    case 'delete':
      return remove(request, context)
    case 'ensure':
      return ensure(request, context)
    case 'export':
      return (await import(/* webpackChunkName: "write" */ './export.ts')).exportMappings(request, context)
    case 'plan':
      return (await import(/* webpackChunkName: "plan" */ './plan.ts')).plan(request, context)
    case 'apply':
      return (await import(/* webpackChunkName: "write" */ './apply.ts')).apply(request, context)
    case 'audit':
      return (await import(/* webpackChunkName: "audit" */ './audit.ts')).auditMappings(request, context)
    case 'match':
      return (await import('./match.ts')).match(request, context)
    case 'verify':
      return (await import(/* webpackChunkName: "identity" */ './verify.ts')).verify(request, context)
    case 'login':
      return (await import(/* webpackChunkName: "identity" */ './login.ts')).login(request, context)
  }
}
