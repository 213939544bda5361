import type { Client } from '../datadog/client.ts'
import type { Job } from '../identity/job.ts'
import { create } from './create.ts'
import { remove } from './delete.ts'
import { ensure } from './ensure.ts'
import { get } from './get.ts'
import type { Journal } from './journal.ts'
import { list } from './list.ts'
import type { OperationName, Outcome, Request } from './operation.ts'
import { update } from './update.ts'

type Operation = (client: Client, request: Request, job: Job, journal: Journal) => Promise<Outcome>

const OPERATIONS: Readonly<Record<OperationName, Operation>> = {
  list,
  get,
  create,
  update: (client, request, _, journal) => update(client, request, journal),
  delete: remove,
  ensure: (client, request, _, journal) => ensure(client, request, journal),
  // What is rarely used is a chunk of its own.
  plan: async (client, request, job) => (await import('./plan.ts')).plan(client, request, job),
  apply: async (client, request, job, journal) => (await import('./apply.ts')).apply(client, request, job, journal),
  match: async (client, request) => (await import('./match.ts')).match(client, request),
  verify: async (_, request, job) => (await import('./verify.ts')).verify(request, job),
  login: async (_, request, job) => (await import('./login.ts')).login(request, job),
}

/**
 * Does what the request asks for; a dry run shows what it would do.
 * @throws Failure
 */
export async function operate(client: Client, request: Request, job: Job, journal: Journal): Promise<Outcome> {
  if (request.dryRun) return (await import('./preview.ts')).preview(client, request, job)
  return OPERATIONS[request.operation](client, request, job, journal)
}
