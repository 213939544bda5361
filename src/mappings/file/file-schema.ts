import * as z from 'zod/mini'
import { fieldOf, nameFor, READ_ONLY_NAMES } from '../attributes.ts'
import { KINDS, type Kind, neededNames, writtenNames } from '../kinds.ts'
import { KIND_NAMES } from '../mapping.ts'
import { acceptSchema } from './accept.ts'

// Every scalar of the file is read as the text that it was written as, so an account number keeps its leading zeros.
const text = z.string().check(z.minLength(1))
const texts = z.array(text).check(z.minLength(1))

/** The claims of an entry. */
export const claimsSchema = z.record(text, text)

type Value = string | Readonly<Record<string, string>> | undefined

function entryOf(kind: Kind) {
  const written = writtenNames(kind)
  const needed = neededNames(kind)
  const shape: Record<string, z.ZodMiniType<Value>> = { kind: z.literal(kind.name) }
  for (const name of written) {
    const one = name === 'claims' ? claimsSchema : text
    shape[fieldOf(name)] = needed.includes(name) ? one : z.optional(one)
    const byName = nameFor(name)
    if (byName !== undefined) shape[byName] = z.optional(text)
  }
  // An input that says how to read another one.
  if (written.includes('arnPattern')) shape['rewrite-role-arn'] = z.optional(z.enum(['true', 'false']))
  shape['literal'] = z.optional(z.enum(['true', 'false']))
  // What a list prints of a mapping in addition to what can be written may stay when it is pasted.
  for (const name of READ_ONLY_NAMES) shape[fieldOf(name)] = z.optional(z.string())
  return z.strictObject(shape)
}

/** The shape of one entry of a mappings file; made when it is needed, which takes longer than to read a small file. */
export function entrySchema() {
  const [first, ...others] = KIND_NAMES
  return z.discriminatedUnion('kind', [entryOf(KINDS[first]), ...others.map((name) => entryOf(KINDS[name]))])
}

/** The fields of an entry that are one text that is not empty, and those that it must have, by kind. */
const TEXT_FIELDS = new Map<unknown, { readonly needed: readonly string[]; readonly known: ReadonlySet<string> }>(
  KIND_NAMES.map((kind) => {
    const written = writtenNames(KINDS[kind])
    const texts = [...written.filter((name) => name !== 'claims'), ...READ_ONLY_NAMES].map(fieldOf)
    const names = written.flatMap((name) => nameFor(name) ?? [])
    const needed = neededNames(KINDS[kind]).map(fieldOf)
    return [kind, { needed, known: new Set(['kind', ...texts, ...names]) }]
  }),
)

/**
 * Whether an entry is right beyond doubt: it has all that its kind needs, and nothing but texts. `entrySchema`, which decides about
 * all others, takes ten times as long for the same answer, 40 ms of 10,000 entries.
 */
export function isPlainEntry(entry: Readonly<Record<string, unknown>>): boolean {
  const fields = TEXT_FIELDS.get(entry['kind'])
  if (fields === undefined || fields.needed.some((name) => entry[name] === undefined)) return false
  for (const name in entry) {
    const value = entry[name]
    if (typeof value !== 'string' || value === '' || !fields.known.has(name)) return false
  }
  return true
}

const awsScope = z.strictObject({ accounts: z.optional(texts), 'pattern-prefixes': z.optional(texts) })
const githubScope = z.strictObject({ repositories: texts })
const authnScope = z.strictObject({ 'attribute-keys': texts })
const all = z.literal('all')

const head = {
  // Where a file in JSON names its schema.
  $schema: z.optional(text),
  version: z.literal('1'),
  scope: z.optional(
    z.strictObject({
      'aws-persona': z.optional(awsScope),
      'aws-intake': z.optional(awsScope),
      'github-persona': z.optional(githubScope),
      'github-intake': z.optional(githubScope),
      authn: z.optional(authnScope),
    }),
  ),
  ignore: z.optional(
    z.strictObject({
      'mapping-ids': z.optional(texts),
      'aws-persona': z.optional(z.union([all, awsScope])),
      'aws-intake': z.optional(z.union([all, awsScope])),
      'github-persona': z.optional(z.union([all, githubScope])),
      'github-intake': z.optional(z.union([all, githubScope])),
      authn: z.optional(z.union([all, authnScope])),
    }),
  ),
  policy: z.optional(
    z.strictObject({
      accounts: z.optional(z.enum(['any', 'service-accounts'])),
      'forbidden-roles': z.optional(texts),
      'forbidden-permissions': z.optional(texts),
      'required-claims': z.optional(texts),
    }),
  ),
  accept: z.optional(acceptSchema),
}

/** The shape of a mappings file; what its texts have to be is checked apart, and whether the mappings are in another file. */
export function fileSchema() {
  return z.strictObject({ ...head, mappings: z.optional(z.array(entrySchema())) })
}

/** The shape of a mappings file but for its entries, which are checked one by one. */
export const headSchema = z.strictObject({ ...head, mappings: z.optional(z.array(z.unknown())) })

/** What a mappings file says apart from its entries. */
export type FileHead = z.output<typeof headSchema>

/** The scope of a mappings file. */
export type FileScope = NonNullable<z.output<typeof headSchema>['scope']>
