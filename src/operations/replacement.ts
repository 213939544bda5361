import type { Client } from '../datadog/client.ts'
import { SECOND_HALF } from '../datadog/session.ts'
import { asFailure, type Failure, mayHaveHappened } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { obstacles } from '../mappings/plan/collisions.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { findHolder, isSameIdentity, unexplained } from './conflicts.ts'
import type { Context } from './context.ts'
import { explained } from './create.ts'
import { InformedFailure, type Known } from './outcome.ts'
import {
  type NewAccounts,
  purposeOf,
  requireAccounts,
  requireFew,
  requireRestorable,
  requireTime,
} from './replacement-conditions.ts'
import {
  heldBy,
  listOf,
  lost,
  type NotDeleted,
  otherAccount,
  retold,
  sentenceOf,
  undone,
} from './replacement-failures.ts'
import { recreate, removeCreated } from './replacement-undo.ts'

const NOTHING = ' Nothing was changed.'
// What is left after a cancellation: until then a DELETE may take, and until then a POST; until `SECOND_HALF` everything.
const END_OF_DELETE = 4_000
const END_OF_CREATE = 5_000

/** Mappings that will exist in the place of live ones: one or several of each. */
export interface Replacement {
  readonly wanted: readonly Wanted[]
  readonly live: readonly LiveMapping[]
}

/** What a replacement came to. */
export interface Replaced {
  /** The mappings that exist now, in the order of the wanted ones. */
  readonly mappings: readonly LiveMapping[]
  /** Whether this step changed anything; another run can have done the same a moment before. */
  readonly changed: boolean | 'unknown'
}

/**
 * Puts mappings in the place of live ones. When both can exist at once, the new ones are created first; otherwise the old ones are
 * written down, deleted, and created again when a new one is refused. A mapping that someone else deleted meanwhile is never created again.
 * @throws Failure; `mapping-lost` when old and new mappings may both be gone, `guarded` for more than `LARGEST_REPLACEMENT`.
 */
export async function replace(
  replacement: Replacement,
  context: Pick<Context, 'client' | 'journal'>,
): Promise<Replaced> {
  const { wanted, live } = replacement
  requireFew(wanted, live)
  requireTime(context.client, live, NOTHING)
  const accounts = await requireAccounts(context.client, wanted, live, context.journal)
  return new Run(replacement, accounts, context).run()
}

class Run {
  readonly #wanted: readonly Wanted[]
  readonly #live: readonly LiveMapping[]
  readonly #accounts: NewAccounts
  readonly #client: Client
  readonly #journal: Context['journal']
  /** For looking up, removing and restoring; its end is the end of everything. */
  readonly #rest: Client
  readonly #present = new Map<Wanted, LiveMapping>()
  /** What this step created, or may have. */
  readonly #created: LiveMapping[] = []
  /** What this step deleted. */
  readonly #deleted: LiveMapping[] = []
  /** Which mapping a failure is about. */
  readonly #refused = new Map<Failure, Wanted>()
  /** What someone else deleted meanwhile. */
  readonly #gone: LiveMapping[] = []
  /** What may have been created although nothing of it was seen, by why that is unknown. */
  readonly #unseen = new Map<Wanted, Failure>()
  #deletesFirst: boolean

  constructor(
    { wanted, live }: Replacement,
    accounts: NewAccounts,
    { client, journal }: Pick<Context, 'client' | 'journal'>,
  ) {
    this.#wanted = wanted
    this.#live = live
    this.#accounts = accounts
    this.#client = client
    this.#journal = journal
    this.#rest = client.secondHalf(SECOND_HALF)
    this.#deletesFirst = wanted.some((one) => obstacles(one.kind, one.attributes, live).excluding.length > 0)
  }

  async run(): Promise<Replaced> {
    if (this.#deletesFirst) return this.#deleteAndCreate()
    const refused = await this.#create(this.#client)
    if (refused === undefined) return this.#deleteOld()
    const isInTheWay = this.#missing().every((wanted) => this.#isInTheWay(wanted))
    if (refused.reason !== 'conflict' || refused instanceof InformedFailure || !isInTheWay) return this.#giveUp(refused)
    this.#journal.say('Datadog does not accept the new mapping next to the old one, so the old one is deleted first.')
    this.#deletesFirst = true
    return this.#deleteAndCreate()
  }

  async #deleteOld(): Promise<Replaced> {
    const { mappings } = this.#replaced()
    const by = this.#created.length > 0 ? 'The new mapping was created' : 'Another run created the new mapping'
    const made = `${by}: ${listOf(mappings)}.`
    try {
      requireTime(this.#client, this.#live)
      for (const mapping of this.#live) await this.#journal.keep(mapping)
    } catch (thrown) {
      const failure = asFailure(thrown)
      throw new InformedFailure(retold(failure, `${made} The old one was not deleted. ${failure.sentence}`), {
        changed: this.#replaced().changed,
        ...mappingOf(mappings),
      })
    }
    const left = await this.#delete(this.#rest)
    const [first] = left
    if (first === undefined) return this.#replaced()
    const [unsure, there] = [true, false].map((isUnsure) =>
      left.filter((one) => one.isUnsure === isUnsure).map(({ mapping }) => mapping),
    ) as [LiveMapping[], LiveMapping[]]
    const what = [
      ...(unsure.length > 0 ? [`It is unknown whether Datadog deleted ${listOf(unsure)}.`] : []),
      ...(there.length > 0 ? [`The old one was not deleted: ${listOf(there)}.`] : []),
    ]
    const { changed } = this.#replaced()
    throw new InformedFailure(retold(first.failure, [made, ...what, first.failure.sentence].join(' ')), {
      changed: changed === false && unsure.length > 0 ? 'unknown' : changed,
      ...mappingOf(mappings),
    })
  }

  async #deleteAndCreate(): Promise<Replaced> {
    // What was created first is removed again, and then told of if that fails.
    const then = this.#created.length === 0 ? NOTHING : ''
    try {
      await requireRestorable(this.#client, {
        wanted: this.#missing(),
        live: this.#live,
        then,
      })
      requireTime(this.#client, this.#live, then)
      for (const mapping of this.#live) await this.#journal.keep(mapping)
      const stopped = this.#client.stopped()
      if (stopped !== undefined) throw retold(stopped, `Could not ${purposeOf(this.#live)}: ${stopped.why}.${then}`)
    } catch (thrown) {
      return this.#giveUp(asFailure(thrown))
    }
    const creating = this.#client.secondHalf(END_OF_CREATE)
    const left = await this.#delete(this.#client.secondHalf(END_OF_DELETE))
    const [first] = left
    if (first !== undefined) return this.#giveUp(first.failure, left)
    const refused = await this.#create(creating)
    return refused === undefined ? this.#replaced() : this.#giveUp(refused)
  }

  /** Deletes the old mappings; gives those that may still be there. */
  async #delete(client: Client): Promise<NotDeleted[]> {
    const left: NotDeleted[] = []
    await Promise.all(
      this.#live.map(async (mapping) => {
        try {
          const isOurs = await client.delete(mapping.kind, mapping.id)
          const list = isOurs ? this.#deleted : this.#gone
          list.push(mapping)
        } catch (thrown) {
          const failure = asFailure(thrown)
          const isUnsure = mayHaveHappened(failure)
          const isGone = isUnsure && (await this.#isGone(mapping))
          // A mapping that Datadog did not find was deleted by someone else.
          if (isGone === true) (failure.reason === 'not-found' ? this.#gone : this.#deleted).push(mapping)
          else left.push({ mapping, failure, isUnsure, isRead: isGone === false })
        }
      }),
    )
    return left
  }

  async #isGone(mapping: LiveMapping): Promise<boolean | 'unread'> {
    try {
      // Another old mapping, which is deleted already, may have to be created again then.
      const left = this.#live.length > 1 ? SECOND_HALF - END_OF_CREATE : 0
      return await this.#rest.waitUntilGone(mapping.kind, mapping.id, { milliseconds: SECOND_HALF, left })
    } catch {
      return 'unread'
    }
  }

  /** Creates what is not there yet; gives a failure when something is still missing. */
  async #create(client: Client): Promise<Failure | undefined> {
    const failures: Failure[] = []
    await Promise.all(
      this.#missing().map(async (wanted) => {
        try {
          const mapping = await client.create(wanted.kind, wanted.attributes)
          this.#created.push(mapping)
          const reviewed = this.#accounts.get(wanted.attributes.accountIdentifier ?? '')
          const isOther =
            reviewed !== undefined && mapping.accountUuid !== undefined && mapping.accountUuid !== reviewed
          if (isOther) failures.push(otherAccount(mapping, reviewed))
          else this.#present.set(wanted, mapping)
        } catch (thrown) {
          const failure = await this.#judge(wanted, asFailure(thrown)).catch(asFailure)
          if (failure === undefined) return
          failures.push(failure)
          this.#refused.set(failure, wanted)
        }
      }),
    )
    return failures.find(({ reason }) => reason !== 'conflict') ?? failures[0]
  }

  /** What a refused create comes to: nothing when the wanted mapping is there. */
  async #judge(wanted: Wanted, failure: Failure): Promise<Failure | undefined> {
    if (mayHaveHappened(failure)) {
      const found = await this.#rest.findEqual(wanted.kind, wanted.attributes).catch(() => undefined)
      if (found === undefined) {
        if (failure.isUnsettled) this.#unseen.set(wanted, failure)
        return failure
      }
      this.#present.set(wanted, found)
      this.#created.push(found)
      return undefined
    }
    if (failure.reason !== 'conflict') return failure
    const isLeaving = ({ id }: LiveMapping) => this.#live.some((live) => live.id === id)
    const holder = await findHolder(this.#rest, wanted, failure, isLeaving)
    if (holder === undefined) return unexplained(failure)
    if (await this.#takes(wanted, holder)) return undefined
    // A mapping that overlaps need not be the reason while an old one can be it.
    const isCertain = obstacles(wanted.kind, wanted.attributes, [holder]).excluding.length > 0
    return isCertain || this.#deletesFirst || !this.#isInTheWay(wanted) ? heldBy(wanted, holder, failure) : failure
  }

  /** Takes what another run created for a wanted mapping, if it is equal. */
  async #takes(wanted: Wanted, holder: LiveMapping): Promise<boolean> {
    const { kind, attributes } = wanted
    const isEqual =
      isSameIdentity(wanted, holder) && (await this.#rest.isSameAccount(kind, attributes, holder)) === true
    if (isEqual) this.#present.set(wanted, holder)
    return isEqual
  }

  /** Removes what this step created, restores what it deleted, and fails; unless all that was wanted turns out to be there. */
  async #giveUp(first: Failure, left: readonly NotDeleted[] = []): Promise<Replaced> {
    const leftOver = await removeCreated(this.#rest, this.#created)
    if (this.#deleted.length > 0) this.#journal.say(`${first.sentence} Creating the old mapping again.`)
    const { restored, taken, notRestored } = await recreate(this.#rest, this.#deleted, (mapping, failure) =>
      this.#inPlaceOf(mapping, failure),
    )
    // Nothing else is requested before the old mappings are restored.
    const subject = this.#refused.get(first)
    const refused = subject === undefined ? first : await explained(this.#client, subject, first)
    const isDone = this.#missing().length === 0 && restored.length + notRestored.length + left.length === 0
    if (isDone) return this.#replaced()
    const isUnsure = [refused, ...notRestored.map(({ failure }) => failure)].some(
      (failure) => mayHaveHappened(failure) || (failure.reason === 'conflict' && notRestored.length > 0),
    )
    const unseen = this.#missing().filter((wanted) => this.#unseen.has(wanted))
    // The first failure already says it about its own mapping.
    const unsaid = unseen.filter((wanted) => this.#unseen.get(wanted) !== first)
    const remains = { leftOver, restored, taken, gone: this.#gone, left, unseen: unsaid }
    if (notRestored.length > 0) throw lost(refused, notRestored, isUnsure || unseen.length > 0, remains)
    const sentence = sentenceOf(refused, remains)
    const isChanged = this.#deleted.length > 0 || leftOver.some(({ isUnsure }) => !isUnsure)
    throw undone(refused, sentence, left, {
      changed: isChanged || (unseen.length + leftOver.length > 0 ? 'unknown' : false),
      ...mappingOf([...restored, ...taken.map(({ holder }) => holder), ...left.map(({ mapping }) => mapping)]),
    })
  }

  /** What is in the place of an old mapping that was not created again; a wanted one is noted as present. */
  async #inPlaceOf(mapping: LiveMapping, failure: Failure): Promise<LiveMapping | undefined> {
    const old = { kind: mapping.kind, attributes: mapping }
    try {
      // A mapping that this step leaves behind does not take the place of an old one.
      const isOurs = (one: LiveMapping) => this.#created.some(({ id }) => id === one.id)
      const holder = await findHolder(this.#rest, old, failure, isOurs)
      if (holder === undefined) return undefined
      for (const wanted of this.#missing()) await this.#takes(wanted, holder)
      // Only a conflict says that one that merely overlaps is in the way.
      const isInPlace = failure.reason === 'conflict' || isSameIdentity(old, holder) || this.#missing().length === 0
      return isInPlace ? holder : undefined
    } catch {
      return undefined
    }
  }

  /** Whether an old mapping can be why Datadog refuses a new one. */
  #isInTheWay({ kind, attributes }: Wanted): boolean {
    const { excluding, overlapping } = obstacles(kind, attributes, this.#live)
    return excluding.length + overlapping.length > 0
  }

  #missing(): Wanted[] {
    return this.#wanted.filter((wanted) => !this.#present.has(wanted))
  }

  #replaced(): Replaced {
    const mappings = this.#wanted.flatMap((wanted) => this.#present.get(wanted) ?? [])
    // A mapping found after a lost answer may be another run's.
    const isOurs = this.#deleted.length > 0 || this.#created.some((mapping) => this.#client.isOwn(mapping))
    return { mappings, changed: isOurs || (this.#created.length > 0 ? 'unknown' : false) }
  }
}

function mappingOf([mapping]: readonly LiveMapping[]): Pick<Known, 'mapping'> {
  return mapping === undefined ? {} : { mapping }
}
