import type { Context } from './context.ts'
import { create } from './create.ts'
import { remove } from './delete.ts'
import { ensure } from './ensure.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import type { Outcome } from './outcome.ts'
import { givesNames, type Request } from './request.ts'
import { update } from './update.ts'

/**
 * Does what the request asks for; a dry run shows what it would do. Rarely used operations are loaded when they are asked for.
 * @throws Failure
 */
export async function operate(given: Request, context: Context): Promise<Outcome> {
  const request = givesNames(given) ? await (await import('./names.ts')).withIds(given, context) : given
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
    case 'export':
      return (await import('./export.ts')).exportMappings(request, context)
    case 'plan':
      return (await import('./plan.ts')).plan(request, context)
    case 'apply':
      return (await import('./apply.ts')).apply(request, context)
    case 'audit':
      return (await import('./audit.ts')).auditMappings(request, context)
    case 'match':
      return (await import('./match.ts')).match(request, context)
    case 'verify':
      return (await import('./verify.ts')).verify(request, context)
    case 'login':
      return (await import('./login.ts')).login(request, context)
  }
}
