import type { Client } from '../datadog/client.ts'
import { bearable, Failure } from '../failure.ts'
import { KINDS, sameAccount } from '../mappings/kinds.ts'
import { KIND_NAMES, type KindName, type LiveMapping } from '../mappings/mapping.ts'
import type { Pairing } from '../mappings/plan/pairing.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { inParallel } from './in-parallel.ts'
import type { ReadingRequest, Unread } from './request.ts'

/** Whether a live mapping acts as the wanted account; undefined when that is not known. */
export type AccountVerdicts = (wanted: Wanted, live: LiveMapping) => boolean | undefined

/**
 * Asks Datadog for the accounts of all pairs that cannot be compared as they are, because one names an email and the other a
 * handle; each account is asked for once.
 * @throws Failure
 */
export async function judgeAccounts(client: Client, { pairs }: Pairing): Promise<AccountVerdicts> {
  const verdicts = new Map<LiveMapping, boolean | undefined>()
  const open = pairs.flatMap(({ wanted, live: first, duplicates }) => {
    const all = first === undefined ? [] : [first, ...duplicates]
    const verdict = (live: LiveMapping) => sameAccount(KINDS[wanted.kind], wanted.attributes, live)
    // One that is known to be as it should be settles it.
    if (all.some((live) => verdict(live) === true)) return []
    return all.filter((live) => verdict(live) === undefined).map((live) => ({ wanted, live }))
  })
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

/** The mappings of the kinds that could be read, in the order of the kinds. */
export interface Readable {
  readonly mappings: readonly LiveMapping[]
  readonly read: readonly KindName[]
  readonly unread: readonly Unread[]
}

/**
 * All mappings of those kinds that the site offers and the credentials may read.
 * @throws Failure when none of them can be read, and whatever else keeps one from being read.
 */
export async function listReadable(client: Client, { kind, unavailable }: ReadingRequest): Promise<Readable> {
  const kinds = KIND_NAMES.filter((name) => kind === 'all' || name === kind)
  const refused = new Map<KindName, Failure>()
  const lists = new Map<KindName, LiveMapping[]>()
  await inParallel(
    kinds.filter((name) => !unavailable.some((one) => one.kind === name)),
    async (name) => {
      try {
        lists.set(name, await client.list(name))
      } catch (thrown) {
        if (!isNotToBeHad(thrown)) throw thrown
        refused.set(name, thrown)
      }
    },
  )
  const read = kinds.filter((name) => lists.has(name))
  const [first] = refused.values()
  if (read.length === 0 && first !== undefined) throw first
  return {
    mappings: read.flatMap((name) => lists.get(name) ?? []),
    read,
    unread: kinds.flatMap((name) => {
      const why = whyUnread(refused.get(name)) ?? unavailable.find((one) => one.kind === name)?.why
      return why === undefined ? [] : [{ kind: name, why }]
    }),
  }
}

// When several kinds are read, advice about one that the site does not offer does not help.
function whyUnread(failure: Failure | undefined): string | undefined {
  return failure?.reason === 'not-found' ? failure.sentence : failure?.message
}

// Not every site and every key has all kinds.
function isNotToBeHad(thrown: unknown): thrown is Failure {
  return thrown instanceof Failure && ['forbidden', 'not-found', 'invalid-input'].includes(thrown.reason)
}

/**
 * The mappings of kinds that need not be readable, in the order of the kinds, and why some are not.
 * @throws Failure when the step is over.
 */
export async function listOthers(
  client: Client,
  kinds: readonly KindName[],
): Promise<{ readonly live: readonly LiveMapping[]; readonly unread: readonly Unread[] }> {
  const lists = new Map<KindName, LiveMapping[]>()
  const unread = new Map<KindName, Unread>()
  await inParallel(kinds, async (kind) => {
    try {
      lists.set(kind, await client.list(kind))
    } catch (thrown) {
      unread.set(kind, { kind, why: bearable(thrown, client).sentence })
    }
  })
  return {
    live: kinds.flatMap((kind) => lists.get(kind) ?? []),
    unread: kinds.flatMap((kind) => unread.get(kind) ?? []),
  }
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
    // Then the server decides when the mapping is created.
    if (isNotToBeHad(thrown)) return []
    throw thrown
  }
}
