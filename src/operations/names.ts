import type { Client } from '../datadog/client.ts'
import type { Directory } from '../datadog/directory/directory.ts'
import { Failure } from '../failure.ts'
import { resolvesTo } from '../mappings/attributes.ts'
import type { FileMapping } from '../mappings/file/mappings-file.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { GivenNames, MappingAttributes } from '../mappings/mapping.ts'
import { nearest } from '../mappings/nearest.ts'
import { identityOf } from '../mappings/plan/pairing.ts'
import { TO_READ_ACCOUNTS, TO_READ_TEAMS } from '../mappings/reading-permissions.ts'
import { visible } from '../mappings/visible.ts'
import type { Context } from './context.ts'
import { inParallel } from './in-parallel.ts'
import { isAccountName, type Request } from './request.ts'

const MOST_CANDIDATES = 10
const MOST_SAID = 20

/**
 * The request with ids in the place of names, each of which is looked up once.
 * @throws Failure `not-found` or `ambiguous` that says of each name what was found.
 */
export async function withIds(request: Request, { client, job, journal }: Context): Promise<Request> {
  // What verify goes through may not work yet; keys that are given too can look things up.
  const lookUp = request.operation === 'verify' ? job.lookUp : client
  if (lookUp === undefined) return request
  const names = new Names(lookUp)
  const mappings = 'desired' in request ? request.desired.mappings : 'attributes' in request ? [request] : []
  const resolved = await resolveAll(names, mappings)
  for (const line of names.said()) journal.say(line)
  if ('desired' in request) {
    refuseSame(resolved)
    return { ...request, desired: { ...request.desired, mappings: resolved } }
  }
  const [one] = resolved
  return 'attributes' in request && one !== undefined ? { ...request, attributes: one.attributes } : request
}

/** Looks up what names stand for. */
export class Names {
  readonly #directory: Promise<Directory>
  readonly #said = new Set<string>()

  constructor(client: Client) {
    this.#directory = client.directory()
  }

  /**
   * The id of the role, or of the team, that is called so.
   * @throws Failure `not-found` with the names that could be meant, `ambiguous` with the ids, `forbidden`.
   */
  async find(what: keyof GivenNames, name: string): Promise<string> {
    const { roles, teams } = await this.#directory
    const found = await (what === 'role' ? roles.named(name) : teams.named(name))
    if (found.status !== 'found') throw forbidden(what, name)
    const id = only(
      what,
      name,
      found.value.matches.map(({ id }) => id),
    )
    if (id === undefined) throw unknown(what, name, found.value.candidates)
    return this.#say(what, name, id)
  }

  /**
   * The UUID of the enabled service account that is called so; undefined when there is none, or when accounts may not be read.
   * @throws Failure `ambiguous` with the UUIDs.
   */
  async findAccount(name: string): Promise<string | undefined> {
    const { accounts } = await this.#directory
    const found = await accounts.serviceAccountsNamed(name)
    if (found.status !== 'found') return undefined
    const uuid = only(
      'service account',
      name,
      found.value.map(({ uuid }) => uuid),
    )
    return uuid === undefined ? undefined : this.#say('service account', name, uuid)
  }

  /**
   * A mapping with ids in the place of its names.
   * @throws Failure
   */
  async resolve({ names = {}, ...mapping }: FileMapping): Promise<FileMapping> {
    const resolved: { -readonly [N in keyof MappingAttributes]: MappingAttributes[N] } = { ...mapping.attributes }
    for (const [what, name] of Object.entries(names) as [keyof GivenNames, string][]) {
      const id = (await this.find(what, name)).toLowerCase()
      const given = resolved[resolvesTo(what)]
      if (given !== undefined && given !== id) throw disagreeing(what, name, { id, given })
      resolved[resolvesTo(what)] = id
    }
    const { accountIdentifier: account } = resolved
    if (isAccountName(account)) resolved.accountIdentifier = (await this.findAccount(account)) ?? account
    return { ...mapping, attributes: resolved }
  }

  /** What was found, a line each. */
  said(): string[] {
    const lines = [...this.#said]
    const more = lines.length - MOST_SAID
    return more > 0 ? [...lines.slice(0, MOST_SAID), `${more} more names were looked up.`] : lines
  }

  #say(what: string, name: string, id: string): string {
    this.#said.add(`The ${what} "${visible(name)}" is ${id}.`)
    return id
  }
}

function only(what: keyof GivenNames | 'service account', name: string, found: readonly string[]): string | undefined {
  const ids = [...new Set(found)].sort()
  if (ids.length < 2) return ids[0]
  const isAccount = what === 'service account'
  throw new Failure(
    'ambiguous',
    `${isAccount ? 'account-identifier' : what}: ${ids.length} ${what}s are called "${visible(name)}": ${ids.join(', ')}.`,
    { advice: isAccount ? 'Give the UUID of one of them.' : `Give the id of one of them as ${what}-id.` },
  )
}

function unknown(what: keyof GivenNames, name: string, candidates: readonly string[]): Failure {
  const known = [...new Set(candidates)].sort()
  const meant = nearest(name, known)
  const shown = known.slice(0, MOST_CANDIDATES).map((one) => `"${visible(one)}"`)
  const more = known.length > shown.length ? `, and ${known.length - shown.length} more` : ''
  const list = shown.length === 0 ? `There are no ${what}s.` : `The ${what}s are ${shown.join(', ')}${more}.`
  return new Failure('not-found', `${what}: there is no ${what} called "${visible(name)}".`, {
    advice: meant === undefined ? list : `Did you mean "${visible(meant)}"? ${list}`,
  })
}

function forbidden(what: keyof GivenNames, name: string): Failure {
  return new Failure('forbidden', `${what}: "${visible(name)}" could not be looked up.`, {
    advice: `The credentials need ${what === 'role' ? TO_READ_ACCOUNTS : TO_READ_TEAMS}. Or give ${what}-id.`,
  })
}

function disagreeing(what: string, name: string, { id, given }: Readonly<Record<'id' | 'given', string>>): Failure {
  return new Failure('invalid-input', `${what}: "${visible(name)}" is ${id}, and ${what}-id is ${given}.`, {
    advice: 'Leave one of them out.',
  })
}

const MISTAKES: ReadonlySet<string> = new Set(['not-found', 'ambiguous', 'invalid-input'])

async function resolveAll(names: Names, mappings: readonly FileMapping[]): Promise<FileMapping[]> {
  const resolved = new Map<FileMapping, FileMapping>()
  const failures = new Map<string, { readonly failure: Failure; readonly places: readonly string[] }>()
  await inParallel(mappings, async (mapping) => {
    try {
      resolved.set(mapping, await names.resolve(mapping))
    } catch (thrown) {
      if (!(thrown instanceof Failure) || !MISTAKES.has(thrown.reason)) throw thrown
      const { places = [] } = failures.get(thrown.message) ?? {}
      failures.set(thrown.message, { failure: thrown, places: [...places, ...named(mapping.place)] })
    }
  })
  const [first, ...others] = [...failures.values()].map(withPlaces)
  if (first === undefined) return mappings.flatMap((mapping) => resolved.get(mapping) ?? [])
  if (others.length === 0) throw first
  const list = [first, ...others].map(({ message }) => `- ${message}`).sort()
  throw new Failure(first.reason, `${list.length} names cannot be used; nothing was changed.\n${list.join('\n')}`, {
    advice: '',
    cause: first,
  })
}

const named = (place: string | undefined): string[] => (place === undefined ? [] : [place])

// The entries of a file that gave the name: the first as an editor finds it, of the others how many there are.
function withPlaces({ failure, places }: { readonly failure: Failure; readonly places: readonly string[] }): Failure {
  const [place, ...others] = [...places].sort()
  if (place === undefined) return failure
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  const { reason, sentence, advice } = failure
  return new Failure(reason, `file: ${place}${more}: ${sentence}`, { advice, cause: failure })
}

// The file was searched for duplicates before names were ids.
function refuseSame(mappings: readonly FileMapping[]): void {
  const seen = new Map<string, FileMapping>()
  for (const mapping of mappings) {
    const { kind, attributes, place } = mapping
    const meaning = KINDS[kind]
    const key = identityOf(kind, attributes)
    const first = seen.get(key)
    if (first !== undefined) {
      const what = `${meaning.principal(attributes)} → ${meaning.target(attributes)}`
      const sentence = `file: ${what} is named twice, once by name: at ${first.place} and at ${place}.`
      throw new Failure('invalid-input', sentence, { advice: 'Leave one out.' })
    }
    seen.set(key, mapping)
  }
}
