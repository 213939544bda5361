import * as z from 'zod/mini'
import { fieldOf, READ_ONLY_NAMES } from '../src/mappings/attributes.ts'
import { DESCRIBING_NAMES } from '../src/mappings/expected.ts'
import { fileSchema } from '../src/mappings/file/file-schema.ts'
import { readActionManifest } from '../test/support/action-manifest.ts'

/** Where the schema of the mappings file is, from the root of the repository. */
export const SCHEMA_FILE = 'schema/datadog-mappings.schema.json'

type Node = z.core.JSONSchema.BaseSchema

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'The address of this schema, for editors.',
  version: 'The version of this format.',
  scope:
    'Which live mappings `prune` may delete when the file does not name them. What is given for a kind has to fit all at once.',
  mappings: 'The mappings that there should be.',
  kind: 'Kind of mapping.',
  claims: 'Who is mapped: `name: value` for each claim, a value between slashes being a regular expression.',
  accounts: 'Numbers of AWS accounts, of 12 digits.',
  'pattern-prefixes': 'Beginnings of ARN patterns.',
  repositories:
    'Repositories as OWNER/NAME, or their ids. A mapping counts when its `repository` or `repository_id` is literally one of them.',
  'attribute-keys': 'SAML attribute keys.',
}
const PRINTED = READ_ONLY_NAMES.map(fieldOf)
const EXPECTED = DESCRIBING_NAMES.map(fieldOf)

/**
 * The JSON schema of the mappings file for completion in editors: the shape that the action itself checks, with the descriptions of
 * its inputs. Editors read YAML with numbers and truth values, where the action takes every value as it is written.
 */
export function mappingsSchema(): string {
  const inputs = new Map(readActionManifest().inputs.map(({ name, description }) => [name, description]))
  const schema: Node = z.toJSONSchema(fileSchema, { target: 'draft-7' })
  adapt(schema, (name) =>
    EXPECTED.includes(name)
      ? 'Printed by `operation: list`; must agree with what Datadog has.'
      : PRINTED.includes(name)
        ? 'Printed by `operation: list`; ignored here.'
        : (DESCRIPTIONS[name] ?? inputs.get(name)),
  )
  return `${JSON.stringify({ ...schema, title: 'Mappings of Datadog' }, null, 2)}\n`
}

function adapt(node: Node, describe: (name: string) => string | undefined): void {
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (typeof property !== 'object') continue
    adapt(property, describe)
    const description = describe(name)
    Object.assign(property, SPECIAL[name], description && { description })
  }
  if (node.properties?.['role-id'] !== undefined) node.oneOf = [{ required: ['role-id'] }, { required: ['team-id'] }]
  for (const inner of [node.items, node.additionalProperties, node.oneOf, node.anyOf].flat()) {
    if (typeof inner === 'object' && inner !== null) adapt(inner as Node, describe)
  }
  if (node.type === 'string' && node.const === undefined && node.enum === undefined)
    Object.assign(node, { type: ['string', 'number', 'boolean'] })
}

const SPECIAL: Readonly<Record<string, object>> = {
  $schema: { type: 'string' },
  version: { type: undefined, const: undefined, enum: [1, '1'] },
  'rewrite-role-arn': { type: undefined, enum: [true, false, 'true', 'false'] },
  accounts: {
    items: {
      anyOf: [
        { type: 'string', pattern: '^\\d{12}$' },
        { type: 'integer', minimum: 0, maximum: 999_999_999_999 },
      ],
    },
  },
}
