// What is sent for each thing that is done with mappings, and what its answer means; the client says when.
import { duration } from '../clock.ts'
import { Failure } from '../failure.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import type { KindName, LiveMapping, MappingAttributes } from '../mappings/mapping.ts'
import { readNoContent } from './answers.ts'
import type { Page } from './pages.ts'
import { segment } from './path-families.ts'
import { isNotIntegrated } from './refusals.ts'
import type { Call } from './send.ts'
import { WIRE_KINDS } from './wire-kinds.ts'

// Terraform's provider goes on for as long, by the same recordings.
const PATIENCE_FOR_INTEGRATION = 120_000

/** A call, for the path of the collection that it goes to. */
export type CallTo<T> = (collection: string) => Call<T>

/** What became of a DELETE: `gone` when Datadog found nothing after an answer was lost, `missing` when none was. */
export type Deletion = 'deleted' | 'gone' | 'missing'

/** Lists a page; `query` begins with `?` or is empty, and `which` says in messages what it leaves out. */
export function listCall(kind: KindName, query: string, which: string): CallTo<Page<LiveMapping>> {
  const wire = WIRE_KINDS[kind]
  return (collection) => ({
    method: 'GET',
    path: collection + query,
    purpose: `list the ${KINDS[kind].title}s${which}`,
    permission: wire.permissions.read,
    read: (answer) => wire.readMany(answer),
  })
}

/** Reads one mapping; undefined when there is none. */
export function getCall(kind: KindName, id: string): CallTo<LiveMapping | undefined> {
  const wire = WIRE_KINDS[kind]
  return (collection) => ({
    method: 'GET',
    path: `${collection}/${segment(id)}`,
    purpose: `get the ${KINDS[kind].title} ${id}`,
    permission: wire.permissions.read,
    read: (answer) => wire.readOne(answer),
    accept: (answer) => (answer.status === 404 ? { value: undefined } : undefined),
  })
}

/** Creates a mapping; `settle` finds out after a lost answer whether it is there. */
export function createCall(
  kind: KindName,
  attributes: MappingAttributes,
  settle: () => Promise<LiveMapping | undefined>,
): CallTo<LiveMapping> {
  const wire = WIRE_KINDS[kind]
  const { title } = KINDS[kind]
  return (collection) => ({
    method: 'POST',
    path: collection,
    body: JSON.stringify(wire.body(attributes)),
    purpose: `create the ${title} for ${describe(KINDS[kind], attributes)}`,
    permission: wire.permissions.write,
    read: (answer) => wire.readOne(answer),
    settle,
    unsure: 'It is unknown whether Datadog created it: check with operation: list.',
    patience: (answer) =>
      isNotIntegrated(answer)
        ? {
            milliseconds: PATIENCE_FOR_INTEGRATION,
            why: `Datadog answered that the AWS account of ${attributes.arnPattern ?? 'the pattern'} is not integrated. A new integration can take a few minutes to take effect, so the action keeps trying for up to ${duration(PATIENCE_FOR_INTEGRATION)}; if there is none, add it under Integrations > Amazon Web Services or correct the account number.`,
          }
        : undefined,
  })
}

/** Changes an AuthN mapping; undefined when there is none. `live` reads it after a lost answer. */
export function updateCall(
  kind: KindName,
  id: string,
  attributes: MappingAttributes,
  live: () => Promise<LiveMapping | undefined>,
): CallTo<LiveMapping | undefined> {
  const wire = WIRE_KINDS[kind]
  return (collection) => ({
    method: 'PATCH',
    path: `${collection}/${segment(id)}`,
    body: JSON.stringify(wire.body(attributes, id)),
    purpose: `update the ${KINDS[kind].title} ${id}`,
    permission: wire.permissions.write,
    read: (answer) => wire.readOne(answer),
    async settle() {
      const mapping = await live()
      return mapping !== undefined && hasAll(mapping, attributes) ? mapping : undefined
    },
    unsure: 'It is unknown whether Datadog changed it: check with operation: get.',
    // After a lost answer it is not known whether there was one.
    accept: (answer, lost) => (answer.status === 404 && !lost ? { value: undefined } : undefined),
  })
}

/** Deletes a mapping; `absent` says what a 404 means, given whether an answer of this call was lost. */
export function deleteCall(kind: KindName, id: string, absent: (lost: boolean) => Deletion): CallTo<Deletion> {
  return (collection) => ({
    method: 'DELETE',
    path: `${collection}/${segment(id)}`,
    purpose: `delete the ${KINDS[kind].title} ${id}`,
    permission: WIRE_KINDS[kind].permissions.write,
    read: (answer) => readNoContent(answer, 'deleted'),
    unsure: 'It is unknown whether Datadog deleted it: check with operation: list.',
    accept: (answer, lost) => (answer.status === 404 ? { value: absent(lost) } : undefined),
  })
}

/** The failure to list a kind. The usual advice on something that was not found is about a mapping. */
export function notOffered(thrown: unknown): unknown {
  if (!(thrown instanceof Failure) || thrown.reason !== 'not-found') return thrown
  const advice = 'Check that site or api-url is right.'
  return new Failure('not-found', `${thrown.sentence} The site may not offer them.`, { advice, cause: thrown })
}

function hasAll(live: LiveMapping, wanted: MappingAttributes): boolean {
  return (Object.keys(wanted) as (keyof MappingAttributes)[]).every((name) => live[name] === wanted[name])
}
