import type { Stopped } from '../failure.ts'
import { identityKey, KINDS, sameAccount } from '../mappings/kinds.ts'
import type { KindName, LiveMapping, MappingAttributes, NamedMapping } from '../mappings/mapping.ts'
import { keepOne } from './authn-duplicates.ts'
import { type Listing, listingFor, readListing } from './authn-pages.ts'
import { isAccessToken } from './credentials.ts'
import type { Account } from './directory/accounts.ts'
import type { Directory } from './directory/directory.ts'
import type { Reading } from './directory/reading.ts'
import {
  type CallTo,
  createCall,
  type Deletion,
  deleteCall,
  getCall,
  listCall,
  notOffered,
  updateCall,
} from './mapping-calls.ts'
import { deleteWhatIsShown, type Subject, unsettled, updateWhatIsShown } from './not-found.ts'
import type { Page } from './pages.ts'
import { send } from './send.ts'
import { pause, reasonOf, remaining, type Session, secondHalf } from './session.ts'
import { countWrite, newMemory, type StepMemory } from './step-memory.ts'
import { WIRE_KINDS } from './wire-kinds.ts'

const PATIENCE_FOR_OWN_MAPPING = 30_000
const PAUSE_UNTIL_GONE = 300

/** Datadog's mapping API: every call checks what comes back, and repeats what can be repeated. */
export class Client {
  readonly #session: Session
  readonly #memory: StepMemory
  #directory: Promise<Directory> | undefined

  constructor(session: Session, memory = newMemory()) {
    this.#session = session
    this.#memory = memory
  }

  /** The milliseconds that are left before the deadline of the step. */
  timeLeft(): number {
    return remaining(this.#session)
  }

  /** Accounts, roles, teams and the organization; loaded when they are first asked for, which most steps never do. */
  directory(): Promise<Directory> {
    this.#directory ??= import(/* webpackChunkName: "directory" */ './directory/directory.ts').then(
      ({ Directory }) => new Directory(this.#session),
    )
    return this.#directory
  }

  /**
   * The account of the token that the requests carry, or `unknown` when it may not be read; `none` for credentials that no mapping
   * gives out: keys, and personal and service access tokens.
   * @throws Failure
   */
  async tokenAccount(): Promise<Account | 'none' | 'unknown'> {
    const { authorization } = this.#session.headers
    if (authorization === undefined || isAccessToken(authorization.replace(/^Bearer /, ''))) return 'none'
    const user = await (await this.directory()).organization.currentUser()
    return user.status === 'found' ? user.value : 'unknown'
  }

  /** Why the step was ended, when it was; nothing new may be started then. */
  stopped(): Stopped | undefined {
    return this.#session.signal.aborted ? reasonOf(this.#session.signal) : undefined
  }

  /** A client for what must follow a finished request, with some milliseconds of its own; see `secondHalf`. */
  secondHalf(milliseconds: number): Client {
    return new Client(secondHalf(this.#session, milliseconds), this.#memory)
  }

  /** Whether Datadog answered that it created this mapping for this step; after a lost answer, someone else may have. */
  isOwn({ id }: LiveMapping): boolean {
    return this.#memory.created.get(id) === 'answered'
  }

  /**
   * The accounts that an email, a handle or a UUID names.
   * @throws Failure
   */
  async findAccount(identifier: string): Promise<Reading<Account>> {
    return (await this.directory()).accounts.find(identifier)
  }

  /** The mapping with what its account is called, when the step has looked that up already; asks for nothing. */
  async named(mapping: LiveMapping): Promise<NamedMapping> {
    const accountName = (await this.#directory)?.accounts.nameOf(mapping.accountUuid ?? '')
    return { ...mapping, ...(accountName !== undefined && { accountName }) }
  }

  /**
   * Reads a mapping until it is gone; false when it is still there after the milliseconds, or when this client has only the
   * milliseconds left that what follows needs.
   * @throws Failure when the last read had no answer.
   */
  async waitUntilGone(
    kind: KindName,
    id: string,
    { milliseconds, left }: { readonly milliseconds: number; readonly left: number },
  ): Promise<boolean> {
    const end = this.#session.clock.now() + milliseconds
    for (;;) {
      if ((await this.#getOnce(kind, id)) === undefined) {
        this.#memory.gone.add(id)
        return true
      }
      // A cancellation brings the deadline forward.
      const latest = Math.min(end, this.#session.deadline - left)
      if (this.#session.clock.now() + PAUSE_UNTIL_GONE >= latest) return false
      await pause(this.#session, PAUSE_UNTIL_GONE, '')
    }
  }

  /**
   * All mappings of a kind; of AuthN mappings those that the listing asks for, else every page of roles and of teams.
   * @throws Failure
   */
  async list(kind: KindName, listing: Listing = {}): Promise<LiveMapping[]> {
    const listed =
      kind === 'authn'
        ? await readListing(this.#session, listing, (query, which) => this.#page(kind, query, which))
        : (await this.#page(kind, '', '')).items
    return listed.filter(({ id }) => !this.#memory.gone.has(id))
  }

  /**
   * One mapping, or undefined when there is none of that id.
   * @throws Failure
   */
  async get(kind: KindName, id: string): Promise<LiveMapping | undefined> {
    const patientUntil = this.#patientUntil()
    // Replicas lag: a new mapping can be seen once and then be gone for a moment.
    for (let seen = 0; ; ) {
      const mapping = await this.#getOnce(kind, id)
      if (!this.#memory.created.has(id)) return mapping
      seen = mapping === undefined ? 0 : seen + 1
      const now = this.#session.clock.now()
      if (seen === 2 || now >= patientUntil) return mapping
      const why = mapping === undefined ? `Datadog does not show the new mapping ${id} yet.` : ''
      await pause(
        this.#session,
        Math.min(mapping === undefined ? 1000 : 250, Math.max(0, remaining(this.#session) / 2)),
        why,
      )
    }
  }

  /**
   * Creates a mapping: at most one, whatever answer is lost. Of a kind that Datadog duplicates, the caller has seen that no
   * equal one is there.
   * @throws Failure, with `conflict` when another mapping is in the way.
   */
  async create(kind: KindName, attributes: MappingAttributes): Promise<LiveMapping> {
    const meaning = KINDS[kind]
    let lost = 0
    let found: LiveMapping | undefined
    const settle = async () => {
      lost++
      found = await this.findEqual(kind, attributes)
      return found
    }
    const call = createCall(kind, attributes, settle)
    const mapping = await countWrite(this.#memory, this.#collection(kind, call))
    const isAnswered = mapping !== found
    this.#memory.created.set(mapping.id, isAnswered ? 'answered' : 'found')
    if (lost === 0 || !meaning.duplicates) return mapping
    return keepOne(this.#session, {
      title: meaning.title,
      mapping,
      isAnswered,
      lost,
      listEqual: () => this.listEqual(kind, attributes),
      remove: (id) => this.delete(kind, id),
    })
  }

  /**
   * Changes an AuthN mapping; undefined when there is none of that id, and Datadog does not show it either.
   * @throws Failure, with `not-found` when Datadog goes on to show what it does not find.
   */
  async update(kind: KindName, id: string, attributes: MappingAttributes): Promise<LiveMapping | undefined> {
    return updateWhatIsShown(this.#session, this.#subject('update', kind, id), () =>
      this.#updateOnce(kind, id, attributes),
    )
  }

  #updateOnce(kind: KindName, id: string, attributes: MappingAttributes): Promise<LiveMapping | undefined> {
    const call = updateCall(kind, id, attributes, () => this.#getOnce(kind, id))
    const change = this.#mapping(kind, call, (mapping) => mapping === undefined)
    return countWrite(this.#memory, change, (mapping) => mapping === undefined)
  }

  /**
   * Deletes a mapping; false when there is none of that id, and it was not this step that deleted it before an answer was lost. A 404
   * alone proves neither: a replica can lag, so the mapping is read, and deleted again while Datadog shows it.
   * @throws Failure, with `not-found` when Datadog goes on to show what it does not find.
   */
  async delete(kind: KindName, id: string): Promise<boolean> {
    const patientUntil = this.#memory.created.has(id) ? this.#patientUntil() : undefined
    const subject = this.#subject('delete', kind, id)
    const deleteOnce = () => countWrite(this.#memory, this.#deleteOnce(kind, id), (result) => result === 'missing')
    const isDeleted = await deleteWhatIsShown(this.#session, subject, deleteOnce, patientUntil)
    this.#memory.gone.add(id)
    return isDeleted
  }

  #subject(verb: Subject['verb'], kind: KindName, id: string): Subject {
    return { verb, title: KINDS[kind].title, id, read: () => this.#getOnce(kind, id) }
  }

  async #deleteOnce(kind: KindName, id: string): Promise<Deletion> {
    // An answer that is lost under one path family stays lost under the other; then a 404 means that the lost request did it.
    let isLost = false
    const absent = (lost: boolean) => {
      isLost ||= lost
      return isLost ? 'gone' : 'missing'
    }
    try {
      return await this.#mapping(kind, deleteCall(kind, id, absent), (result) => result !== 'deleted')
    } catch (thrown) {
      throw isLost ? unsettled(thrown) : thrown
    }
  }

  /**
   * The live mapping that is equal to what is wanted, if there is one: same identity and same account.
   * @throws Failure
   */
  async findEqual(kind: KindName, wanted: MappingAttributes): Promise<LiveMapping | undefined> {
    for (const mapping of await this.listEqual(kind, wanted)) {
      if ((await this.isSameAccount(kind, wanted, mapping)) === true) return mapping
    }
    return undefined
  }

  /**
   * Whether the live mapping acts as the wanted account; asks Datadog for the account when an email and a handle cannot be
   * compared, and gives undefined when that is not allowed. An account that does not exist any more differs from every other.
   * @throws Failure
   */
  async isSameAccount(kind: KindName, wanted: MappingAttributes, live: LiveMapping): Promise<boolean | undefined> {
    const known = sameAccount(KINDS[kind], wanted, live)
    if (known !== undefined || live.accountUuid === undefined) return known
    const [{ accounts }, { isNamed }] = await Promise.all([
      this.directory(),
      import(/* webpackChunkName: "directory" */ './directory/accounts.ts'),
    ])
    const reading = await accounts.byUuid(live.accountUuid)
    if (reading.status === 'forbidden') return undefined
    return reading.status === 'found' && isNamed(reading.value, wanted.accountIdentifier ?? '')
  }

  /**
   * All live mappings of the identity of a wanted one.
   * @throws Failure
   */
  async listEqual(kind: KindName, wanted: MappingAttributes): Promise<LiveMapping[]> {
    const key = identityKey(KINDS[kind], wanted)
    const live = await this.list(kind, listingFor(kind, wanted))
    return live.filter((mapping) => identityKey(KINDS[kind], mapping) === key)
  }

  #patientUntil(): number {
    return Math.min(this.#session.clock.now() + PATIENCE_FOR_OWN_MAPPING, this.#session.deadline - 1000)
  }

  #getOnce(kind: KindName, id: string): Promise<LiveMapping | undefined> {
    return this.#mapping(kind, getCall(kind, id), (mapping) => mapping === undefined)
  }

  async #page(kind: KindName, query: string, which: string): Promise<Page<LiveMapping>> {
    try {
      return await this.#collection(kind, listCall(kind, query, which))
    } catch (thrown) {
      throw notOffered(thrown)
    }
  }

  #collection<T>(kind: KindName, call: CallTo<T>): Promise<T> {
    return this.#memory.families.collection(WIRE_KINDS[kind], (collection) => send(this.#session, call(collection)))
  }

  #mapping<T>(kind: KindName, call: CallTo<T>, isAbsent: (result: T) => boolean): Promise<T> {
    return this.#memory.families.mapping(WIRE_KINDS[kind], {
      call: (collection) => send(this.#session, call(collection)),
      isAbsent,
      list: () => this.list(kind),
    })
  }
}
