import { Failure, ifUnknown } from '../failure.ts'
import { visible } from '../mappings/visible.ts'
import type { Context } from './context.ts'
import { InformedFailure, type Organization } from './outcome.ts'

/**
 * Asks which organization the credentials belong to and notes it in the journal; without members when Datadog does not say.
 * @throws Failure `wrong-org` when `org-uuid` names another one, `forbidden` when it names one and Datadog does not say.
 */
export async function confirmOrganization({ client, job, place, journal }: Context): Promise<Organization> {
  const { organization } = await client.directory()
  const reading = organization.org()
  const org = await (place.orgUuid === undefined ? reading.catch(ifUndocumented) : reading)
  if (org !== undefined) {
    journal.say(`Organization: ${visible(organizationText(org))}.`)
    journal.organization(org)
  }
  const expected = place.orgUuid
  if (expected === undefined) return org ?? {}
  if (org === undefined) {
    // Datadog exchanges the identity of a job for a token of the organization that the exchange names.
    if (job.identity !== undefined) return { uuid: expected }
    const caller = await organization.currentUser()
    if (caller.status === 'forbidden' && caller.isUnauthorized)
      throw new Failure('unauthorized', 'Datadog answered 401 Unauthorized when asked whose credentials these are.')
    throw new Failure(
      'forbidden',
      `Could not determine whether the credentials belong to the organization ${expected}, which org-uuid names: Datadog answered neither whose credentials these are nor which organization the API key belongs to. Nothing was changed.`,
      { advice: 'Use credentials that may read their own account, or leave org-uuid out.' },
    )
  }
  if (org.uuid.toLowerCase() === expected.toLowerCase()) return org
  throw new Failure(
    'wrong-org',
    `The credentials belong to the organization ${visible(organizationText(org))}, and org-uuid names ${expected}. Nothing was changed.`,
  )
}

// Without org-uuid nothing depends on the answer, whose members Datadog does not document.
function ifUndocumented(thrown: unknown): undefined {
  if (!(thrown instanceof Failure) || thrown.reason !== 'bad-response') throw thrown
}

// The name where it is known, and the UUID.
function organizationText({ uuid, name }: Organization): string {
  if (uuid === undefined) return name ?? 'unknown'
  return name === undefined ? uuid : `${name} (${uuid})`
}

/** A 401 with what can be found out about it: which of the keys is wrong, and which organization the other one is for. */
export async function explainUnauthorized(failure: Failure, { client, job }: Context): Promise<Failure> {
  // A job that logs in by its identity has no key that could be wrong.
  if (client.stopped() !== undefined || job.identity !== undefined) return failure
  const found = await findWrongKey(client).catch(ifUnknown)
  if (found === undefined) return failure
  const { reason, sentence, advice, ...details } = failure
  const explained = new Failure(reason, `${sentence} ${found.text}`, { ...details, advice: found.advice ?? advice })
  return failure instanceof InformedFailure ? new InformedFailure(explained, failure.known) : explained
}

async function findWrongKey(
  client: Context['client'],
): Promise<{ readonly text: string; readonly advice?: string } | undefined> {
  const { organization } = await client.directory()
  const wrong = await organization.wrongKey()
  if (wrong === 'api-key') return { text: 'Datadog does not accept the API key.' }
  const org = await organization.org()
  if (org === undefined) return undefined
  const good = `is valid for the organization ${visible(organizationText(org))}`
  if (wrong === 'app-key')
    return {
      text: `The API key ${good}, but Datadog does not accept the application key with it.`,
      advice: 'Check app-key: it belongs to another organization, or was revoked.',
    }
  return { text: `Datadog says that the credential ${good}.` }
}
