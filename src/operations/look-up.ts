import { listingFor } from '../datadog/authn-pages.ts'
import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { describe, fitsIdentity, KINDS } from '../mappings/kinds.ts'
import type { LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import type { Described, Named } from './request.ts'

/**
 * The live mapping of the identity that a request names, or undefined when there is none.
 * @throws Failure `ambiguous` that lists the hits when there are several.
 */
export async function lookUp(client: Client, request: Described): Promise<LiveMapping | undefined> {
  const meaning = KINDS[request.kind]
  const live = await client.list(request.kind, listingFor(request.kind, request.attributes))
  for (const identity of identities(request)) {
    const hits = live.filter((mapping) => fitsIdentity(meaning, identity, mapping))
    const [first] = hits
    if (hits.length > 1) throw ambiguous(request, hits)
    if (first !== undefined) return first
  }
  return undefined
}

/** What a request looks for, in words. */
export function wantedText(request: Named): string {
  const meaning = KINDS[request.kind]
  if (request.mappingId !== undefined) return `${meaning.title} ${request.mappingId}`
  return `${meaning.title} for ${meaning.principal(request.attributes)}`
}

/** The failure of a request whose mapping is not there. */
export function missing(request: Named, verb: 'get' | 'delete' | 'update' | 'verify'): Failure {
  const ignorable = verb === 'get' || verb === 'delete'
  const advice = ignorable ? {} : { advice: 'Check the id and the site with operation: list.' }
  return new Failure('not-found', `Could not ${verb} the ${wantedText(request)}: there is none.`, advice)
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
