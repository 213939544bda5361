import { Failure, ifUnknown, mayHaveHappened, type Stopped } from '../failure.ts'
import { describe, identityKey, KINDS, sameAccount } from '../mappings/kinds.ts'
import type { KindName, LiveMapping, MappingAttributes, NamedMapping } from '../mappings/mapping.ts'
import { requireNoContent } from './answers.ts'
import { keepOne } from './authn-duplicates.ts'
import { type Listing, listingFor, readListing } from './authn-pages.ts'
import { isAccessToken } from './credentials.ts'
import type { Account } from './directory/accounts.ts'
import type { Directory } from './directory/directory.ts'
import type { Reading } from './directory/reading.ts'
import type { Page } from './pages.ts'
import { PathFamilies, segment } from './path-families.ts'
import { isNotIntegrated } from './refusals.ts'
import { type Call, send } from './send.ts'
import { pause, reasonOf, remaining, type Session, secondHalf } from './session.ts'
import { WIRE_KINDS, type WireKind } from './wire-kinds.ts'

// Terraform's provider goes on for as long, by the same recordings.
const PATIENCE_FOR_INTEGRATION = 120_000
const PATIENCE_FOR_OWN_MAPPING = 30_000
const PATIENCE_FOR_SHOWN_MAPPING = 3_000
const PAUSE_UNTIL_GONE = 300

/** What a step has written. */
export interface Writes {
  /** How many writing calls Datadog carried out, may have carried out, or may still carry out. */
  open: number
}

/** Datadog's mapping API: every call checks what comes back, and repeats what can be repeated. */
export class Client {
  readonly #session: Session
  readonly #families: PathFamilies
  /**
   * The ids of the mappings that this step created, and whether Datadog's answer said so or only a look-up after a lost answer;
   * only for them a 404 can mean "not yet".
   */
  readonly #created: Map<string, 'answered' | 'found'>
  /** The ids that are known to be gone; a list that lags can still show them. */
  readonly #gone: Set<string>
  readonly #writes: Writes
  #directory: Promise<Directory> | undefined

  constructor(
    session: Session,
    writes: Writes = { open: 0 },
    families = new PathFamilies(),
    created = new Map<string, 'answered' | 'found'>(),
    gone = new Set<string>(),
  ) {
    this.#session = session
    this.#writes = writes
    this.#families = families
    this.#created = created
    this.#gone = gone
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
    return new Client(secondHalf(this.#session, milliseconds), this.#writes, this.#families, this.#created, this.#gone)
  }

  /** Whether Datadog answered that it created this mapping for this step; after a lost answer, someone else may have. */
  isOwn({ id }: LiveMapping): boolean {
    return this.#created.get(id) === 'answered'
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
   * Reads a mapping until it is gone; false when it is still there after the milliseconds, or when this client has to be done.
   * @throws Failure when the last read had no answer.
   */
  async waitUntilGone(kind: KindName, id: string, milliseconds: number): Promise<boolean> {
    const end = Math.min(this.#session.clock.now() + milliseconds, this.#session.deadline)
    for (;;) {
      if ((await this.#getOnce(kind, id)) === undefined) {
        this.#gone.add(id)
        return true
      }
      if (this.#session.clock.now() + PAUSE_UNTIL_GONE >= end) return false
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
    return listed.filter(({ id }) => !this.#gone.has(id))
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
      if (!this.#created.has(id)) return mapping
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
    const wire = WIRE_KINDS[kind]
    const meaning = KINDS[kind]
    let isAnswered = false
    let lost = 0
    const call = (collection: string): Call<LiveMapping> => ({
      method: 'POST',
      path: collection,
      body: JSON.stringify(wire.body(attributes)),
      purpose: `create the ${meaning.title} for ${describe(meaning, attributes)}`,
      permission: wire.permissions.write,
      read(answer) {
        const made = wire.readOne(answer)
        isAnswered = true
        return made
      },
      settle: () => {
        lost++
        return this.findEqual(kind, attributes)
      },
      unsure: 'Whether Datadog created it is unknown: check with operation: list.',
      patience: (answer) =>
        isNotIntegrated(answer)
          ? {
              milliseconds: PATIENCE_FOR_INTEGRATION,
              why: `Datadog answered that the AWS account of ${attributes.arnPattern ?? 'the pattern'} is not integrated. A new integration takes a moment; if there is none, add it under Integrations > Amazon Web Services or correct the account number.`,
            }
          : undefined,
    })
    const mapping = await this.#write(this.#collection(wire, call))
    this.#created.set(mapping.id, isAnswered ? 'answered' : 'found')
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
    for (let patientUntil: number | undefined; ; ) {
      const mapping = await this.#updateOnce(kind, id, attributes)
      if (mapping !== undefined || !(await this.#isShown(kind, id))) return mapping
      patientUntil ??= this.#session.clock.now() + PATIENCE_FOR_SHOWN_MAPPING
      if (this.#session.clock.now() >= patientUntil) throw notFoundButShown('update', kind, id)
      await pause(this.#session, 1000, `Datadog does not find the mapping ${id} to update it.`)
    }
  }

  #updateOnce(kind: KindName, id: string, attributes: MappingAttributes): Promise<LiveMapping | undefined> {
    const wire = WIRE_KINDS[kind]
    const change = this.#mapping<LiveMapping | undefined>(kind, {
      isAbsent: (mapping) => mapping === undefined,
      call: (collection) => ({
        method: 'PATCH',
        path: `${collection}/${segment(id)}`,
        body: JSON.stringify(wire.body(attributes, id)),
        purpose: `update the ${KINDS[kind].title} ${id}`,
        permission: wire.permissions.write,
        read: (answer) => wire.readOne(answer),
        settle: async () => {
          const live = await this.#getOnce(kind, id)
          return live !== undefined && hasAll(live, attributes) ? live : undefined
        },
        unsure: 'Whether Datadog changed it is unknown: check with operation: get.',
        // After a lost answer it is not known whether there was one.
        accept: (answer, lost) => (answer.status === 404 && !lost ? { value: undefined } : undefined),
      }),
    })
    return this.#write(change, (mapping) => mapping === undefined)
  }

  /**
   * Deletes a mapping; false when there is none of that id, and it was not this step that deleted it before an answer was lost. A 404
   * alone proves neither: a replica can lag, so the mapping is read, and deleted again while Datadog shows it.
   * @throws Failure, with `not-found` when Datadog goes on to show what it does not find.
   */
  async delete(kind: KindName, id: string): Promise<boolean> {
    const isDeleted = await this.#deleteWhatIsShown(kind, id)
    this.#gone.add(id)
    return isDeleted
  }

  async #deleteWhatIsShown(kind: KindName, id: string): Promise<boolean> {
    const isNew = this.#created.has(id)
    let patientUntil: number | undefined
    for (let isLost = false; ; ) {
      const result = await this.#write(this.#deleteOnce(kind, id), (outcome) => outcome === 'missing')
      if (result === 'deleted') return true
      isLost ||= result === 'gone'
      patientUntil ??= isNew ? this.#patientUntil() : this.#session.clock.now() + PATIENCE_FOR_SHOWN_MAPPING
      const isOver = this.#session.clock.now() >= patientUntil
      const isShown = (isOver || !isNew) && (await this.#isShown(kind, id))
      if (isShown && isOver && !isLost) throw notFoundButShown('delete', kind, id)
      if (isOver || (!isShown && (isLost || !isNew))) return isLost
      await pause(this.#session, 1000, `Datadog does not find the mapping ${id} to delete it.`)
    }
  }

  // Without an answer the 404 stands.
  async #isShown(kind: KindName, id: string): Promise<boolean> {
    return (await this.#getOnce(kind, id).catch(ifUnknown)) !== undefined
  }

  async #deleteOnce(kind: KindName, id: string): Promise<'deleted' | 'gone' | 'missing'> {
    const wire = WIRE_KINDS[kind]
    // An answer that is lost under one path family stays lost under the other.
    let isLost = false
    try {
      return await this.#mapping<'deleted' | 'gone' | 'missing'>(kind, {
        isAbsent: (result) => result !== 'deleted',
        call: (collection) => ({
          method: 'DELETE',
          path: `${collection}/${segment(id)}`,
          purpose: `delete the ${KINDS[kind].title} ${id}`,
          permission: wire.permissions.write,
          read(answer) {
            requireNoContent(answer)
            return 'deleted'
          },
          unsure: 'Whether Datadog deleted it is unknown: check with operation: list.',
          // After a lost answer a 404 means that the lost request did it.
          accept(answer, lost) {
            if (answer.status !== 404) return undefined
            isLost ||= lost
            return { value: isLost ? 'gone' : 'missing' }
          },
        }),
      })
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

  // Counts a writing call until it is known that it changed nothing.
  async #write<T>(call: Promise<T>, isVain: (result: T) => boolean = () => false): Promise<T> {
    this.#writes.open++
    try {
      const result = await call
      if (isVain(result)) this.#writes.open--
      return result
    } catch (thrown) {
      if (thrown instanceof Failure && !mayHaveHappened(thrown)) this.#writes.open--
      throw thrown
    }
  }

  #patientUntil(): number {
    return Math.min(this.#session.clock.now() + PATIENCE_FOR_OWN_MAPPING, this.#session.deadline - 1000)
  }

  #getOnce(kind: KindName, id: string): Promise<LiveMapping | undefined> {
    const wire = WIRE_KINDS[kind]
    return this.#mapping<LiveMapping | undefined>(kind, {
      isAbsent: (mapping) => mapping === undefined,
      call: (collection) => ({
        method: 'GET',
        path: `${collection}/${segment(id)}`,
        purpose: `get the ${KINDS[kind].title} ${id}`,
        permission: wire.permissions.read,
        read: (answer) => wire.readOne(answer),
        accept: (answer) => (answer.status === 404 ? { value: undefined } : undefined),
      }),
    })
  }

  async #page(kind: KindName, query: string, which: string): Promise<Page<LiveMapping>> {
    const wire = WIRE_KINDS[kind]
    const page = this.#collection(wire, (collection) => ({
      method: 'GET',
      path: collection + query,
      purpose: `list the ${KINDS[kind].title}s${which}`,
      permission: wire.permissions.read,
      read: (answer) => wire.readMany(answer),
    }))
    return page.catch((thrown) => {
      throw notOffered(thrown)
    })
  }

  #collection<T>(wire: WireKind, call: (collection: string) => Call<T>): Promise<T> {
    return this.#families.collection(wire, (collection) => send(this.#session, call(collection)))
  }

  #mapping<T>(
    kind: KindName,
    { call, isAbsent }: { call(collection: string): Call<T>; isAbsent(result: T): boolean },
  ): Promise<T> {
    return this.#families.mapping(WIRE_KINDS[kind], {
      call: (collection) => send(this.#session, call(collection)),
      isAbsent,
      list: () => this.list(kind),
    })
  }
}

function unsettled(thrown: unknown): unknown {
  if (!(thrown instanceof Failure) || thrown.isUnsettled) return thrown
  const { reason, sentence, advice } = thrown
  return new Failure(reason, sentence, { advice, cause: thrown, isUnsettled: true })
}

function notFoundButShown(verb: 'delete' | 'update', kind: KindName, id: string): Failure {
  return new Failure(
    'not-found',
    `Could not ${verb} the ${KINDS[kind].title} ${id}: Datadog answered 404 Not Found several times, and still shows it.`,
    { advice: 'Run the step again in a moment.', isUnsettled: true },
  )
}

// The usual advice on something that was not found is about a mapping.
function notOffered(thrown: unknown): unknown {
  if (!(thrown instanceof Failure) || thrown.reason !== 'not-found') return thrown
  const advice = 'Check that site or api-url is right.'
  return new Failure('not-found', `${thrown.sentence} The site may not offer them.`, { advice, cause: thrown })
}

function hasAll(live: LiveMapping, wanted: MappingAttributes): boolean {
  return (Object.keys(wanted) as (keyof MappingAttributes)[]).every((name) => live[name] === wanted[name])
}
