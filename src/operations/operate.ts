import type { Client } from '../datadog/client.ts'
import { create } from './create.ts'
import { remove } from './delete.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import type { OperationName, Outcome, Request } from './operation.ts'
import { update } from './update.ts'

type Operation = (client: Client, request: Request) => Promise<Outcome>

const OPERATIONS: Readonly<Record<OperationName, Operation>> = {
  list,
  get,
  create,
  update,
  delete: remove,
  // Rarely used, and it brings a regular expression engine.
  match: async (client, request) => (await import('./match.ts')).match(client, request),
}

/**
 * Does what the request asks for.
 * @throws Failure
 */
export function operate(client: Client, request: Request): Promise<Outcome> {
  return OPERATIONS[request.operation](client, request)
}
