import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { KINDS, sameAccount } from '../mappings/kinds.ts'
import type { KindName, LiveMapping } from '../mappings/mapping.ts'
import type { Pairing } from '../mappings/plan/pairing.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import type { Unread } from './outcome.ts'

/** Whether a live mapping acts as the wanted account; undefined when that is not known. */
export type AccountVerdicts = (wanted: Wanted, live: LiveMapping) => boolean | undefined

/**
 * Asks Datadog for the accounts of all pairs that cannot be compared as they are, because one names an email and the other a
 * handle; each account is asked for once.
 * @throws Failure
 */
export async function judgeAccounts(client: Client, { pairs }: Pairing): Promise<AccountVerdicts> {
  const verdicts = new Map<LiveMapping, boolean | undefined>()
  const open = pairs.flatMap(({ wanted, live }) =>
    live !== undefined && sameAccount(KINDS[wanted.kind], wanted.attributes, live) === undefined
      ? [{ wanted, live }]
      : [],
  )
  await inParallel(open, async ({ wanted, live }) => {
    verdicts.set(live, await client.isSameAccount(wanted.kind, wanted.attributes, live))
  })
  return (wanted, live) => sameAccount(KINDS[wanted.kind], wanted.attributes, live) ?? verdicts.get(live)
}

/**
 * All mappings of some kinds, in the order of the kinds.
 * @throws Failure
 */
export async function listKinds(client: Client, kinds: readonly KindName[]): Promise<LiveMapping[]> {
  const lists = new Map<KindName, LiveMapping[]>()
  await inParallel(kinds, async (kind) => {
    lists.set(kind, await client.list(kind))
  })
  return kinds.flatMap((kind) => lists.get(kind) ?? [])
}

/**
 * The mappings of those among some kinds that can be listed, and why the others cannot.
 * @throws Failure only when the step is over.
 */
export async function listReadable(
  client: Client,
  kinds: readonly KindName[],
): Promise<{ readonly live: readonly LiveMapping[]; readonly unread: readonly Unread[] }> {
  const live: LiveMapping[] = []
  const unread: Unread[] = []
  await inParallel(kinds, async (kind) => {
    try {
      live.push(...(await client.list(kind)))
    } catch (thrown) {
      if (!(thrown instanceof Failure) || client.stopped() !== undefined) throw thrown
      unread.push({ kind, why: thrown.sentence })
    }
  })
  const inOrder = <T extends { readonly kind: KindName }>(items: readonly T[]) =>
    kinds.flatMap((kind) => items.filter((item) => item.kind === kind))
  return { live: inOrder(live), unread: inOrder(unread) }
}

/**
 * The mappings of the other kinds that new mappings of some kinds can collide with, without those kinds that are listed already.
 * @throws Failure
 */
export async function listSiblings(
  client: Client,
  fresh: readonly KindName[],
  listed: readonly KindName[],
): Promise<LiveMapping[]> {
  const siblings = new Set(fresh.flatMap((kind) => KINDS[kind].sibling ?? []))
  try {
    return await listKinds(
      client,
      [...siblings].filter((kind) => !listed.includes(kind)),
    )
  } catch (thrown) {
    // Not every site and every key has both kinds: then the server decides when the mapping is created.
    if (thrown instanceof Failure && ['forbidden', 'not-found', 'invalid-input'].includes(thrown.reason)) return []
    throw thrown
  }
}

// More does not help within Datadog's rate limits, and the transport has as many connections.
const AT_ONCE = 8

/** Does something with every item, several at a time; what one of them throws is thrown after those under way have ended. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const failures: unknown[] = []
  const worker = async () => {
    for (const item of queue) {
      if (failures.length > 0) return
      try {
        await work(item)
      } catch (thrown) {
        failures.push(thrown)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
}
