import * as z from 'zod/mini'

// Every scalar of the file is read as the text that it was written as, so an account number keeps its leading zeros.
const text = z.string().check(z.minLength(1))
const texts = z.array(text).check(z.minLength(1))
// What a list prints of a mapping besides what can be written: pasted along, it means nothing.
const printed = {
  'mapping-id': z.optional(z.string()),
  'account-uuid': z.optional(z.string()),
  'role-name': z.optional(z.string()),
  'team-name': z.optional(z.string()),
  'created-at': z.optional(z.string()),
  'modified-at': z.optional(z.string()),
}
const account = { 'account-identifier': text }
const aws = { 'arn-pattern': text, 'rewrite-role-arn': z.optional(z.enum(['true', 'false'])) }
const github = { claims: z.record(text, text) }

const entry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('aws-persona'), ...aws, ...account, ...printed }),
  z.strictObject({ kind: z.literal('aws-intake'), ...aws, ...printed }),
  z.strictObject({ kind: z.literal('github-persona'), ...github, ...account, ...printed }),
  z.strictObject({ kind: z.literal('github-intake'), ...github, ...printed }),
  z.strictObject({
    kind: z.literal('authn'),
    'attribute-key': text,
    'attribute-value': text,
    'role-id': z.optional(text),
    'team-id': z.optional(text),
    ...printed,
  }),
])

const awsScope = z.strictObject({ accounts: z.optional(texts), 'pattern-prefixes': z.optional(texts) })
const githubScope = z.strictObject({ repositories: texts })

/** The shape of a mappings file; what its texts have to be is checked apart. */
export const fileSchema = z.strictObject({
  // Where a file in JSON names its schema.
  $schema: z.optional(text),
  version: z.literal('1'),
  scope: z.optional(
    z.strictObject({
      'aws-persona': z.optional(awsScope),
      'aws-intake': z.optional(awsScope),
      'github-persona': z.optional(githubScope),
      'github-intake': z.optional(githubScope),
      authn: z.optional(z.strictObject({ 'attribute-keys': texts })),
    }),
  ),
  mappings: z.array(entry),
})

/** A parsed mappings file. */
export type FileDocument = z.output<typeof fileSchema>

/** One mapping of a parsed mappings file. */
export type FileEntry = z.output<typeof entry>
