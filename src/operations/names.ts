import type { Client } from '../datadog/client.ts'
import type { Directory, Entry, NamedAccount } from '../datadog/directory.ts'
import { Failure } from '../failure.ts'
import { resolvesTo } from '../mappings/attributes.ts'
import { nearest } from '../mappings/checked.ts'
import type { FileMapping } from '../mappings/file/mappings-file.ts'
import { identityKey, KINDS } from '../mappings/kinds.ts'
import type { GivenNames, KindName, MappingAttributes } from '../mappings/mapping.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { visible } from '../mappings/visible.ts'
import type { Context } from './context.ts'
import { inParallel } from './live-state.ts'
import { isAccountName, type Request } from './request.ts'

/** A mapping that may give names in the place of ids. */
export interface Named {
  readonly kind: KindName
  readonly attributes: MappingAttributes
  readonly names?: GivenNames
}

const MOST_CANDIDATES = 10
const MOST_SAID = 20

/**
 * The request with ids in the place of names, each of which is looked up once.
 * @throws Failure `not-found` or `ambiguous` that says of each name what was found.
 */
export async function withIds(request: Request, { client, job, journal }: Context): Promise<Request> {
  // What verify goes through may not work yet, and keys that are given besides look things up.
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

/** Looks up names, each of them once. */
export class Names {
  readonly #directory: Promise<Directory>
  readonly #found = new Map<string, Promise<string | undefined>>()
  readonly #said: string[] = []

  constructor(client: Client) {
    this.#directory = client.directory()
  }

  /**
   * The id of the role, or of the team, of a name; undefined when there is none.
   * @throws Failure `ambiguous` when there are several.
   */
  find(what: keyof GivenNames, name: string): Promise<string | undefined> {
    return this.#once(what, name, async () => {
      const directory = await this.#directory
      const found = what === 'role' ? await directory.roles(name) : await directory.teams(name)
      return only(what, name, hits(found, name))
    })
  }

  /**
   * The id of the enabled service account of a name; undefined when there is none, or when that may not be looked up.
   * @throws Failure `ambiguous` when there are several.
   */
  findAccount(name: string): Promise<string | undefined> {
    return this.#once('service account', name, async () => {
      const directory = await this.#directory
      let found: readonly NamedAccount[]
      try {
        found = await directory.accounts(name)
      } catch (thrown) {
        if (thrown instanceof Failure && thrown.reason === 'forbidden') return undefined
        throw thrown
      }
      const enabled = found.filter((one) => one.serviceAccount && !one.disabled && one.name === name)
      return only('service account', name, enabled)
    })
  }

  /** The failure of a name that nothing has, with those that could be meant. */
  async unknown(what: keyof GivenNames, name: string): Promise<Failure> {
    const directory = await this.#directory
    const all = what === 'role' ? await directory.roles() : await directory.teams()
    const known = [...new Set(all.flatMap((entry) => [entry.name, ...(entry.handle ? [entry.handle] : [])]))].sort()
    const meant = nearest(name, known)
    const others = known.slice(0, MOST_CANDIDATES).map((one) => `"${visible(one)}"`)
    const more = known.length > others.length ? `, and ${known.length - others.length} more` : ''
    const list = others.length === 0 ? `There are no ${what}s.` : `The ${what}s are ${others.join(', ')}${more}.`
    return new Failure('not-found', `${what}: there is no ${what} called "${visible(name)}".`, {
      advice: meant === undefined ? list : `Did you mean "${visible(meant)}"? ${list}`,
    })
  }

  /** What was found, a line each. */
  said(): string[] {
    const more = this.#said.length - MOST_SAID
    return more > 0 ? [...this.#said.slice(0, MOST_SAID), `${more} more names were looked up.`] : this.#said
  }

  #once(what: string, name: string, ask: () => Promise<string | undefined>): Promise<string | undefined> {
    const key = `${what} ${name}`
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const asking = ask().then((id) => {
      if (id !== undefined) this.#said.push(`The ${what} "${visible(name)}" is ${id}.`)
      return id
    })
    this.#found.set(key, asking)
    return asking
  }
}

/** Those of a directory that are called so: by their exact name, or by their handle. */
export function hits(entries: readonly Entry[], name: string): Entry[] {
  return entries.filter((entry) => entry.name === name || entry.handle === name)
}

function only(what: string, name: string, found: readonly { readonly id: string }[]): string | undefined {
  const [first, ...others] = found
  if (others.length === 0) return first?.id
  const ids = found.map(({ id }) => id).sort()
  const field = what === 'service account' ? 'account-identifier' : what
  throw new Failure('ambiguous', `${field}: ${ids.length} ${what}s are called "${visible(name)}": ${ids.join(', ')}.`, {
    advice: what === 'service account' ? 'Give the UUID of one of them.' : `Give the id of one of them as ${what}-id.`,
  })
}

/**
 * A mapping with ids in the place of its names.
 * @throws Failure
 */
export async function resolve<T extends Named>(names: Names, mapping: T): Promise<Omit<T, 'names'>> {
  const { names: given = {}, ...rest } = mapping
  const attributes: { -readonly [N in keyof MappingAttributes]: MappingAttributes[N] } = { ...mapping.attributes }
  for (const [what, name] of Object.entries(given) as [keyof GivenNames, string][]) {
    const id = await names.find(what, name)
    if (id === undefined) throw await names.unknown(what, name)
    const attribute = resolvesTo(what)
    const other = attributes[attribute]
    if (other !== undefined && other !== id.toLowerCase()) throw disagreeing(what, name, { id, other })
    attributes[attribute] = id.toLowerCase()
  }
  const { accountIdentifier } = attributes
  if (isAccountName(accountIdentifier))
    attributes.accountIdentifier = (await names.findAccount(accountIdentifier)) ?? accountIdentifier
  return { ...rest, attributes }
}

async function resolveAll(names: Names, mappings: readonly FileMapping[]): Promise<Wanted[]> {
  const resolved = new Map<FileMapping, Wanted>()
  const failures: Failure[] = []
  await inParallel(mappings, async (mapping) => {
    try {
      const { kind, attributes } = await resolve(names, mapping)
      resolved.set(mapping, { kind, attributes })
    } catch (thrown) {
      if (!(thrown instanceof Failure) || !MISTAKES.has(thrown.reason)) throw thrown
      failures.push(thrown)
    }
  })
  if (failures.length > 0) throw together(failures)
  return mappings.flatMap((mapping) => resolved.get(mapping) ?? [])
}

const MISTAKES: ReadonlySet<string> = new Set(['not-found', 'ambiguous', 'invalid-input'])

function together(failures: readonly Failure[]): Failure {
  const byMessage = new Map(failures.map((failure) => [failure.message, failure]))
  const [first, ...others] = byMessage.values()
  if (first === undefined || others.length === 0) return first ?? new Failure('internal', 'no failure')
  const lines = [...byMessage.keys()].sort().map((message) => `- ${message}`)
  return new Failure(first.reason, `${lines.length} names cannot be used; nothing was changed.\n${lines.join('\n')}`, {
    advice: '',
    cause: first,
  })
}

function disagreeing(
  what: string,
  name: string,
  { id, other }: { readonly id: string; readonly other: string },
): Failure {
  return new Failure('invalid-input', `${what}: "${visible(name)}" is ${id}, and ${what}-id is ${other}.`, {
    advice: 'Leave one of them out.',
  })
}

// The file was searched for duplicates before names were ids.
function refuseSame(mappings: readonly Wanted[]): void {
  const seen = new Set<string>()
  for (const { kind, attributes } of mappings) {
    const meaning = KINDS[kind]
    const key = `${kind} ${identityKey(meaning, attributes)}`
    if (seen.has(key)) {
      const sentence = `file: ${meaning.principal(attributes)} → ${meaning.target(attributes)} is there twice, once by name.`
      throw new Failure('invalid-input', sentence, { advice: 'Leave one out.' })
    }
    seen.add(key)
  }
}
