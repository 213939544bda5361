import * as z from 'zod/mini'
import { fieldOf, READ_ONLY_NAMES } from '../src/mappings/attributes.ts'
import { FINDING_CODE_NAMES, RANKS } from '../src/mappings/audit/finding-codes.ts'
import { DESCRIBING_NAMES } from '../src/mappings/file/disagreements.ts'
import { fileSchema } from '../src/mappings/file/file-schema.ts'
import { ALL_KINDS, type Kind, writtenNames } from '../src/mappings/kinds.ts'
import { planSchema } from '../src/mappings/plan/plan-file.ts'
import { readActionManifest } from '../test/support/action-manifest.ts'

/** Where the schema of the mappings file is, from the root of the repository. */
export const SCHEMA_FILE = 'schema/datadog-mappings.schema.json'

/** The schemas of what outputs have, by their files; another number in a name is another format. */
export const OUTPUT_SCHEMAS: Readonly<Record<string, () => string>> = {
  'schema/datadog-findings.v1.schema.json': findingsSchema,
  'schema/datadog-mapping.v1.schema.json': mappingSchema,
  'schema/datadog-plan.v1.schema.json': planJsonSchema,
}

type Node = z.core.JSONSchema.BaseSchema

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'The address of this schema, for editors.',
  version: 'The version of this format.',
  scope:
    'Which live mappings `prune` may delete when the file does not name them. What is given for a kind has to fit all at once.',
  ignore: 'Live mappings that others manage. They are neither deleted nor reported as unmanaged.',
  'ignore.mapping-ids': 'Ids of mappings.',
  policy: 'What no plan of this file may do.',
  'policy.accounts': 'Which accounts persona mappings may have.',
  'policy.forbidden-roles': 'Roles, by name or id, that no mapping may give, and no account of a mapping may have.',
  'policy.forbidden-permissions': 'Permissions that no mapping may give.',
  'policy.required-claims': 'Claims that every mapping of GitHub must have with a literal value.',
  accept: 'Findings of `operation: audit` that are accepted.',
  'accept.code': 'Code of the finding.',
  'accept.mapping-id': 'Id of the mapping.',
  'accept.reason': 'Why it is accepted.',
  'accept.until': 'The last day of the acceptance in UTC, such as `2027-03-31`; at most a year ahead.',
  'accept.hash': 'The hash that `audit` prints with the finding.',
  mappings: 'The mappings that there should be.',
  kind: 'Kind of mapping.',
  literal:
    'Whether the values are taken exactly as they are written: nothing is rewritten, added, or refused for its form. `export` writes it where a live value needs it.',
  claims: 'Who is mapped: `name: value` for each claim, a value between slashes being a regular expression.',
  accounts: 'Numbers of AWS accounts, of 12 digits.',
  'pattern-prefixes': 'Beginnings of ARN patterns.',
  repositories:
    'Repositories as OWNER/NAME, or their ids. A mapping counts when its `repository` or `repository_id` is literally one of them.',
  'attribute-keys': 'SAML attribute keys.',
}
const PRINTED: readonly string[] = READ_ONLY_NAMES.map(fieldOf)
const EXPECTED: readonly string[] = DESCRIBING_NAMES.map(fieldOf)

/**
 * The JSON schema of the mappings file for completion in editors: the shape that the action itself checks, with the descriptions of
 * its inputs. Editors read YAML with numbers and truth values, where the action takes every value as it is written.
 */
export function mappingsSchema(): string {
  const inputs = new Map(readActionManifest().inputs.map(({ name, description }) => [name, description]))
  const schema: Node = z.toJSONSchema(fileSchema(), { target: 'draft-7' })
  adapt(schema, '', (name) =>
    EXPECTED.includes(name)
      ? 'Printed by `operation: list`; must agree with what Datadog has.'
      : PRINTED.includes(name)
        ? 'Printed by `operation: list`; ignored here.'
        : (DESCRIPTIONS[name] ?? inputs.get(name)),
  )
  // The mappings can be in another file, but no file has nothing at all.
  const anyOf = ['mappings', 'scope', 'ignore', 'policy', 'accept'].map((name) => ({ required: [name] }))
  return `${JSON.stringify({ ...schema, anyOf, title: 'Mappings of Datadog' }, null, 2)}\n`
}

function adapt(node: Node, block: string, describe: (name: string) => string | undefined): void {
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (typeof property !== 'object') continue
    adapt(property, name, describe)
    // One word can stand for another thing in another block.
    const own = DESCRIPTIONS[`${block}.${name}`]
    const description = own ?? describe(name)
    Object.assign(property, own === undefined && SPECIAL[name], description && { description })
  }
  if (node.properties?.['role-id'] !== undefined)
    node.oneOf = ['role', 'team'].map((name) => ({ anyOf: [{ required: [name] }, { required: [`${name}-id`] }] }))
  for (const inner of [node.items, node.additionalProperties, node.oneOf, node.anyOf].flat()) {
    if (typeof inner === 'object' && inner !== null) adapt(inner as Node, block, describe)
  }
  if (node.type === 'string' && node.const === undefined && node.enum === undefined)
    Object.assign(node, { type: ['string', 'number', 'boolean'] })
}

const SPECIAL: Readonly<Record<string, object>> = {
  $schema: { type: 'string' },
  version: { type: undefined, const: undefined, enum: [1, '1'] },
  'rewrite-role-arn': { type: undefined, enum: [true, false, 'true', 'false'] },
  literal: { type: undefined, enum: [true, false, 'true', 'false'] },
  accounts: {
    items: {
      anyOf: [
        { type: 'string', pattern: '^\\d{12}$' },
        { type: 'integer', minimum: 0, maximum: 999_999_999_999 },
      ],
    },
  },
}

const DRAFT = 'http://json-schema.org/draft-07/schema#'

const PRINTED_DESCRIPTIONS: Readonly<Record<string, string>> = {
  'mapping-id': 'Id of the mapping.',
  'account-uuid': 'UUID of the Datadog account that the mapping acts as.',
  'role-name': 'Name of the role.',
  'team-name': 'Name of the team.',
  'created-at': 'When the mapping was created.',
  'modified-at': 'When the mapping was changed last.',
  claims: 'Who is mapped: a regular expression between slashes for each claim.',
}

/** One mapping as the outputs `mapping` and `mappings` have it. */
function mappingSchema(): string {
  const schema = { $schema: DRAFT, title: 'A mapping of Datadog', oneOf: ALL_KINDS.map((kind) => mappingOf(kind)) }
  return `${JSON.stringify(schema, null, 2)}\n`
}

function mappingOf(kind: Kind): Node {
  const inputs = new Map(readActionManifest().inputs.map(({ name, description }) => [name, description]))
  const written = writtenNames(kind).map(fieldOf)
  const texts = [...written.filter((field) => field !== 'claims'), ...PRINTED].map((field) => [
    field,
    { type: 'string', description: PRINTED_DESCRIPTIONS[field] ?? inputs.get(field) ?? '' },
  ])
  const claims = {
    type: 'object',
    additionalProperties: { type: 'string', pattern: '^/[\\s\\S]*/$' },
    description: PRINTED_DESCRIPTIONS['claims'],
  }
  return {
    type: 'object',
    properties: {
      kind: { const: kind.name, description: DESCRIPTIONS['kind'] },
      ...Object.fromEntries(texts),
      ...(written.includes('claims') && { claims }),
      ...(written.includes('arn-pattern') && {
        'rewrite-role-arn': { const: 'false', description: inputs.get('rewrite-role-arn') ?? '' },
      }),
      literal: { const: 'true', description: DESCRIPTIONS['literal'] },
    },
    required: ['kind'],
    additionalProperties: false,
  }
}

const PLAN_DESCRIPTIONS: Readonly<Record<string, string>> = {
  version: 'The version of this format.',
  site: "The Datadog site, or another address of Datadog's API.",
  'org-uuid': 'UUID of the organization, when it is known.',
  prune: 'Whether mappings that the file does not name are deleted.',
  digest: 'The digest by which `apply` recognizes the plan.',
  unchanged: 'How many mappings of the file are as they should be.',
  'org-name': 'Name of the organization, when it is known.',
  refusals: 'Why `apply` would refuse the plan, which then has no digest.',
  'mapping-ids': 'The mappings that it is about.',
  warnings: 'Who else can satisfy what the plan writes, and letters that are not what they look like.',
  rank: 'How dangerous it is.',
  field: 'The attribute that it is about.',
  power: 'What accounts and roles may do, by account identifier, UUID of an account or id of a role.',
  dangerous: 'Whether a reviewer should stop at it.',
  policy: 'The policy of the mappings file.',
  rules: 'Hash of the rules of the mappings file, or the rules of its policy in words.',
  violations: 'What unchanged mappings violate.',
  unmanaged: 'Live mappings that are neither in the file nor ignored.',
  unread: 'Kinds that could not be read.',
  kind: 'The kind of mapping.',
  ignored: 'How many live mappings the file ignores.',
  text: 'The same in words.',
  changes: 'What is to be done.',
  action: 'What is to be done with the mapping; `blocked` cannot be done.',
  wanted: 'What will exist.',
  live: 'What exists now and is changed, replaced or deleted, or is in the way.',
  notes: 'What a reviewer should know.',
  code: 'The reason as a code.',
  why: 'The reason as a sentence.',
}

/** A plan as the outputs `plan` and `plan-file` have it. */
function planJsonSchema(): string {
  const schema: Node = z.toJSONSchema(planSchema(), { target: 'draft-7' })
  refer(schema)
  const mapping = { oneOf: ALL_KINDS.map((kind) => mappingOf(kind)) }
  const definitions = {
    mapping,
    live: { allOf: [{ $ref: '#/definitions/mapping' }, { type: 'object', required: ['mapping-id'] }] },
  }
  return `${JSON.stringify({ ...schema, title: 'A plan for mappings of Datadog', definitions }, null, 2)}\n`
}

// Which members a mapping has is said once, by kind.
function refer(node: Node): void {
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (typeof property !== 'object') continue
    const isLive = name === 'live' || name === 'unmanaged'
    const reference = { $ref: `#/definitions/${isLive ? 'live' : 'mapping'}` }
    const isMapping = isLive || name === 'wanted'
    if (!isMapping) refer(property)
    else if (property.type === 'array') property.items = reference
    else {
      // What stands beside a reference is ignored.
      for (const member of Object.keys(property)) delete (property as Record<string, unknown>)[member]
      property.allOf = [reference]
    }
    const description = PLAN_DESCRIPTIONS[name]
    if (description !== undefined) property.description = description
  }
  for (const inner of [node.items, node.oneOf, node.anyOf].flat())
    if (typeof inner === 'object' && inner !== null) refer(inner as Node)
}

/** What an audit found as the output `findings` has it. */
function findingsSchema(): string {
  const about: Members = {
    code: [{ type: 'string', enum: FINDING_CODE_NAMES }, 'Which risk it is about.'],
    kind: [{ type: 'string', enum: ALL_KINDS.map(({ name }) => name) }, 'Kind of the mapping.'],
    'mapping-id': [{ type: 'string' }, 'Id of the mapping.'],
  }
  const accepted: Members = {
    reason: [{ type: 'string' }, 'Why it was accepted.'],
    until: [{ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, 'The last day of it, in UTC.'],
  }
  const finding: Members = {
    ...about,
    rank: [{ type: 'string', enum: [...RANKS] }, 'How much it matters.'],
    what: [{ type: 'string' }, 'What was found.'],
    why: [{ type: 'string' }, 'What makes it a risk.'],
    fix: [{ type: 'string' }, 'What to do about it.'],
    hash: [{ type: 'string', pattern: '^[0-9a-f]{32}$' }, 'What an entry of `accept` gives as its `hash`.'],
    accepted: [strictObject(accepted), 'Present when the finding is accepted: it does not count then.', 'optional'],
  }
  const unchecked: Members = { ...about, why: [{ type: 'string' }, 'Why it could not be checked.'] }
  const unread: Members = {
    kind: [{ type: 'string', enum: ALL_KINDS.map(({ name }) => name) }, 'The kind.'],
    why: [{ type: 'string' }, 'Why it could not be read.'],
  }
  const document: Members = {
    version: [{ type: 'integer', const: 1 }, 'The version of this format.'],
    findings: [{ type: 'array', items: strictObject(finding) }, 'The findings, the worst first.'],
    unchecked: [{ type: 'array', items: strictObject(unchecked) }, 'What could not be checked.'],
    unread: [{ type: 'array', items: strictObject(unread) }, 'Kinds of which no mapping could be read.'],
  }
  return `${JSON.stringify({ $schema: DRAFT, title: 'Findings of an audit', ...strictObject(document) }, null, 2)}\n`
}

type Members = Readonly<Record<string, readonly [node: Node, description: string, presence?: 'optional']>>

/** An object with these members and no others. */
function strictObject(members: Members): Node {
  const entries = Object.entries(members)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, [node, description]]) => [name, { ...node, description }])),
    required: entries.filter(([, [, , presence]]) => presence === undefined).map(([name]) => name),
    additionalProperties: false,
  }
}
