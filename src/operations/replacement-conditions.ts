import type { Client } from '../datadog/client.ts'
import { Failure, ifUnknown } from '../failure.ts'
import { isUuid } from '../mappings/checked.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { LARGEST_REPLACEMENT } from '../mappings/plan/guards.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { TO_READ_ACCOUNTS } from '../mappings/reading-permissions.ts'
import type { Journal } from './context.ts'
import { listOf } from './replacement-failures.ts'

// Time for the DELETE to be answered, and for what follows to be tried, before the deadline.
const NEEDED_FOR_DELETE = 20_000

/** What a replacement is to do; completes "Could not …". */
export function purposeOf(live: readonly LiveMapping[]): string {
  return `replace ${listOf(live)}`
}

/**
 * Refuses a replacement of many mappings at once.
 * @throws Failure `guarded`.
 */
export function requireFew(wanted: readonly Wanted[], live: readonly LiveMapping[]): void {
  if (Math.max(wanted.length, live.length) <= LARGEST_REPLACEMENT) return
  throw new Failure(
    'guarded',
    `Could not ${purposeOf(live)}: ${live.length} mappings would be replaced by ${wanted.length}, and one replacement has at most ${LARGEST_REPLACEMENT} old and ${LARGEST_REPLACEMENT} new mappings. Nothing was changed.`,
    { advice: 'Split it into several steps.' },
  )
}

/**
 * Refuses to delete a mapping so late that what must follow has no time; `then` is what else the failure says, with a space before it.
 * @throws Failure `timeout`.
 */
export function requireTime(client: Client, live: readonly LiveMapping[], then = ''): void {
  if (client.timeLeft() >= NEEDED_FOR_DELETE) return
  throw new Failure(
    'timeout',
    `Could not ${purposeOf(live)}: less than ${NEEDED_FOR_DELETE / 1000} s of timeout are left, and the action deletes no mapping so close to the deadline.${then}`,
    { advice: 'Raise timeout.' },
  )
}

/** The UUIDs of the accounts of new mappings, by account identifier; what may not be looked up is not there. */
export type NewAccounts = ReadonlyMap<string, string>

/**
 * Looks up the accounts of new mappings before anything is removed for them: a new mapping that Datadog refuses would leave a gap.
 * Without permission to look, says so and goes on.
 * @throws Failure `not-found` for an account that does not exist, `invalid-input` for one that is disabled, and for the UUID of a
 * person.
 */
export async function requireAccounts(
  client: Client,
  wanted: readonly Wanted[],
  live: readonly LiveMapping[],
  journal: Pick<Journal, 'say'>,
): Promise<NewAccounts> {
  const purpose = purposeOf(live)
  const identifiers = wanted.flatMap(({ kind, attributes: { accountIdentifier } }) =>
    KINDS[kind].persona && accountIdentifier !== undefined ? [accountIdentifier] : [],
  )
  const uuids = new Map<string, string>()
  await Promise.all(
    [...new Set(identifiers)].map(async (identifier) => {
      const found = await client.findAccount(identifier)
      if (found.status === 'forbidden') {
        journal.say(
          `Could not check whether the account ${identifier} exists and is enabled: that needs ${TO_READ_ACCOUNTS}. Continuing without this check.`,
        )
      } else if (found.status === 'missing') {
        throw new Failure(
          'not-found',
          `Could not ${purpose}: no Datadog account has the email, handle or UUID ${identifier}. Nothing was changed.`,
          { advice: 'Correct account-identifier.' },
        )
      } else if (found.value.disabled) {
        throw new Failure(
          'invalid-input',
          `Could not ${purpose}: the Datadog account ${identifier} is disabled. Nothing was changed.`,
          { advice: 'Enable the account, or give another one as account-identifier.' },
        )
      } else if (isUuid(identifier) && found.value.serviceAccount === false) {
        throw new Failure(
          'invalid-input',
          `Could not ${purpose}: ${identifier} is the UUID of a person, and Datadog maps only service accounts by UUID. Nothing was changed.`,
          { advice: 'Give the email of the person, or a service account.' },
        )
      } else uuids.set(identifier, found.value.uuid)
    }),
  )
  return uuids
}

/**
 * Refuses to remove mappings when it is known that Datadog would accept neither a new one nor an old one again, since the caller may
 * not map their accounts: nothing would be left. What may not be looked up stops nothing.
 * @throws Failure `forbidden`.
 */
export async function requireRestorable(
  client: Client,
  {
    wanted,
    live,
    then,
  }: {
    readonly wanted: readonly Wanted[]
    readonly live: readonly LiveMapping[]
    /** What else a failure says, with a space before it. */
    readonly then: string
  },
): Promise<void> {
  const { whyNotMapped } = await import(/* webpackChunkName: "change" */ './refused-account.ts')
  const reasonFor = async (identifiers: readonly (string | undefined)[]) => {
    for (const identifier of new Set(identifiers)) {
      const why = identifier === undefined ? undefined : await whyNotMapped(client, identifier).catch(ifUnknown)
      if (why !== undefined) return why
    }
    return undefined
  }
  const ofNew = await reasonFor(wanted.map(({ attributes }) => attributes.accountIdentifier))
  if (ofNew === undefined) return
  const ofOld = await reasonFor(live.map(({ accountUuid, accountIdentifier }) => accountUuid ?? accountIdentifier))
  if (ofOld === undefined) return
  throw new Failure(
    'forbidden',
    `Could not ${purposeOf(live)}: Datadog would refuse to create the new mapping, and also to create the old one again. The new account: ${ofNew.text} The old account: ${ofOld.text}${then}`,
    { advice: ofNew.advice ?? 'Use the credentials of an account that has these permissions.' },
  )
}
