import * as z from 'zod/mini'
import type { LiveMapping } from '../mappings/mapping.ts'
import { readJson, Unreadable } from './answers.ts'
import type { Included, WireKind } from './kinds/wire.ts'
import type { Answer } from './transport.ts'

/** The mappings of one page of a list, and how many there are in all where Datadog says so. */
export interface Page {
  readonly mappings: readonly LiveMapping[]
  readonly total?: number
}

/**
 * The mapping of an answer about one.
 * @throws Unreadable when it has no id, or not what the API documents.
 */
export function readOne(wire: WireKind, answer: Answer): LiveMapping {
  const document = parse(schemasOf(wire).one, readJson(answer))
  return wire.read(document.data, index(document.included))
}

/**
 * The mappings of an answer about many.
 * @throws Unreadable when one of them is not what the API documents.
 */
export function readMany(wire: WireKind, answer: Answer): Page {
  const document = parse(schemasOf(wire).many, readJson(answer))
  const others = index(document.included)
  const total = document.meta?.page?.total_filtered_count ?? document.meta?.page?.total
  return {
    mappings: document.data.map((object) => wire.read(object, others)),
    ...(typeof total === 'number' && { total }),
  }
}

/**
 * A parsed document.
 * @throws Unreadable that names the first member that is not as documented.
 */
export function parse<T extends z.ZodMiniType>(schema: T, json: unknown): z.output<T> {
  const result = z.safeParse(schema, json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const member = issue?.path.map(String).join('.') || 'the whole body'
  throw new Unreadable(`a body in which ${member} is missing or not as documented`, false)
}

// Made when a kind is first read, and once: to make a schema takes 35 µs, five times as much as to read a mapping with it.
const SCHEMAS = new Map<WireKind, ReturnType<typeof documentsOf>>()

function schemasOf(wire: WireKind): ReturnType<typeof documentsOf> {
  const known = SCHEMAS.get(wire)
  if (known !== undefined) return known
  const made = documentsOf(wire.schema)
  SCHEMAS.set(wire, made)
  return made
}

function documentsOf(data: WireKind['schema']) {
  return {
    one: z.object({ data, included: included() }),
    many: z.object({ data: z.array(data), included: included(), meta: meta() }),
  }
}

const meta = () =>
  z.nullish(
    z.object({
      page: z.nullish(z.object({ total_filtered_count: z.nullish(z.number()), total: z.nullish(z.number()) })),
    }),
  )

const object = () =>
  z.object({
    type: z.string(),
    id: z.union([z.string(), z.number()]),
    attributes: z.nullish(z.record(z.string(), z.unknown())),
  })

// The first version of the AuthN API wrapped each included object in a `data` of its own. What cannot be read is left out:
// these objects only give names to what is known by its id.
const included = () => z.catch(z.nullish(z.array(z.union([object(), z.object({ data: object() })]))), [])

function index(objects: z.output<ReturnType<typeof included>>): Included {
  return new Map(
    (objects ?? []).map((entry) => {
      const { type, id, attributes } = 'data' in entry ? entry.data : entry
      return [`${type} ${id}`, { attributes }]
    }),
  )
}
