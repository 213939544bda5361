import type { Client } from '../datadog/client.ts'
import { asFailure, type Failure } from '../failure.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Wanted } from '../mappings/plan/plan.ts'

/**
 * Creates a mapping; a refusal for the permissions of its account is explained by them.
 * @throws Failure
 */
export async function createWanted(client: Client, wanted: Wanted): Promise<LiveMapping> {
  try {
    return await client.create(wanted.kind, wanted.attributes)
  } catch (thrown) {
    throw await explained(client, wanted, asFailure(thrown))
  }
}

/** Why a mapping could not be created, with the permissions of its account where those are the reason. */
export async function explained(client: Client, { kind, attributes }: Wanted, failure: Failure): Promise<Failure> {
  const { accountIdentifier } = attributes
  // Then the 403 may not be about the create.
  if (failure.isUnsettled) return failure
  if (failure.reason !== 'forbidden' || !KINDS[kind].persona || accountIdentifier === undefined) return failure
  return (await import(/* webpackChunkName: "change" */ './refused-account.ts')).explainRefusal(
    client,
    accountIdentifier,
    failure,
  )
}
