import { listingFor } from '../datadog/authn-pages.ts'
import type { Client } from '../datadog/client.ts'
import { Failure, type FailureReason } from '../failure.ts'
import { ALL_KINDS, describe, fitsIdentity, KINDS, named } from '../mappings/kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import { nearest } from '../mappings/nearest.ts'
import type { Described, Named, OperationName } from './request.ts'

// Comparing texts takes the product of their lengths.
const MOST_COMPARED = 1000
const LONGEST_COMPARED = 300

/** What a look-up came to. */
export interface Sought {
  readonly mapping?: LiveMapping
  /** What a user should know when there is none, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * Looks for the live mapping that a request names. Before an id is called missing, the other kinds are searched for it; when an
 * identity is missing, the nearest live one is named.
 * @throws Failure `ambiguous` that lists the hits when there are several, `not-found` for an id of another kind.
 */
export async function seek(client: Client, request: Named, verb: OperationName): Promise<Sought> {
  const { kind, mappingId } = request
  if (mappingId === undefined) return seekIdentity(client, request)
  const mapping = await client.get(kind, mappingId)
  if (mapping !== undefined) return { mapping, notes: [] }
  return { notes: await refuseOtherKind(client, kind, mappingId, verb) }
}

/**
 * Looks for the live mapping of the identity that a request names.
 * @throws Failure `ambiguous` that lists the hits when there are several.
 */
export async function seekIdentity(client: Client, request: Described): Promise<Sought> {
  const meaning = KINDS[request.kind]
  const live = await client.list(request.kind, listingFor(request.kind, request.attributes))
  for (const identity of identities(request)) {
    const hits = live.filter((mapping) => fitsIdentity(meaning, identity, mapping))
    const [mapping] = hits
    if (hits.length > 1) throw ambiguous(request, hits)
    if (mapping !== undefined) return { mapping, notes: [] }
  }
  const byPrincipal = new Map(live.slice(0, MOST_COMPARED).map((mapping) => [meaning.principal(mapping), mapping]))
  const principal = nearest(meaning.principal(request.attributes), [...byPrincipal.keys()], LONGEST_COMPARED)
  const near = byPrincipal.get(principal ?? '')
  return { notes: near === undefined ? [] : [`The nearest is ${named(near)}.`] }
}

// Not every site offers every kind, not every key may read it, and an id of one kind can be malformed for another.
const UNREADABLE: ReadonlySet<FailureReason> = new Set(['forbidden', 'unauthorized', 'not-found', 'invalid-input'])

/**
 * Searches the other kinds for an id that a kind does not have; gives a sentence for those that could not be read.
 * @throws Failure `not-found` that names the kind when another one has it.
 */
export async function refuseOtherKind(
  client: Client,
  kind: KindName,
  id: string,
  verb: OperationName,
): Promise<string[]> {
  const others = ALL_KINDS.filter(({ name }) => name !== kind)
  const found = await Promise.all(others.map((other) => getIfReadable(client, other.name, id)))
  const elsewhere = found.find((one) => typeof one === 'object')
  if (elsewhere !== undefined) {
    const meaning = KINDS[elsewhere.kind]
    throw new Failure(
      'not-found',
      `Could not ${verb} the ${KINDS[kind].title} ${id}: it is a mapping of kind ${elsewhere.kind} (${describe(meaning, elsewhere)}).`,
      { advice: `Set kind: ${elsewhere.kind}.` },
    )
  }
  const unread = others.filter((_, index) => found[index] === 'unread').map(({ title }) => `${title}s`)
  return unread.length === 0 ? [] : [`Could not search for the id among the ${unread.join(', ')}.`]
}

async function getIfReadable(client: Client, kind: KindName, id: string): Promise<LiveMapping | 'unread' | undefined> {
  try {
    return await client.get(kind, id)
  } catch (thrown) {
    if (thrown instanceof Failure && UNREADABLE.has(thrown.reason)) return 'unread'
    throw thrown
  }
}

/** What a request looks for, in words. */
export function wantedText(request: Named): string {
  const meaning = KINDS[request.kind]
  if (request.mappingId !== undefined) return `${meaning.title} ${request.mappingId}`
  return `${meaning.title} for ${meaning.principal(request.attributes)}`
}

/** The failure of a request whose mapping is not there. */
export function missing(
  request: Named,
  verb: 'get' | 'delete' | 'update' | 'verify',
  notes: readonly string[] = [],
): Failure {
  const ignorable = verb === 'get' || verb === 'delete'
  const advice = ignorable ? {} : { advice: 'Check the inputs and the site with operation: list and kind: all.' }
  const sentence = [`Could not ${verb} the ${wantedText(request)}: there is none.`, ...notes].join(' ')
  return new Failure('not-found', sentence, advice)
}

// An ARN pattern is looked for as it was given before it is corrected: a useless live mapping must be findable too.
function identities(request: Described): MappingAttributes[] {
  if (request.lookUpPatterns.length === 0) return [request.attributes]
  return request.lookUpPatterns.map((arnPattern) => ({ arnPattern }))
}

function ambiguous(request: Described, hits: readonly LiveMapping[]): Failure {
  const meaning = KINDS[request.kind]
  const list = hits.slice(0, 20).map((mapping) => `${mapping.id} (${describe(meaning, mapping)})`)
  const more = hits.length > list.length ? ` and ${hits.length - list.length} more` : ''
  return new Failure(
    'ambiguous',
    `${hits.length} ${meaning.title}s fit ${meaning.principal(request.attributes)}: ${list.join(', ')}${more}.`,
  )
}
