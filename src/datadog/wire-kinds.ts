import * as z from 'zod/mini'
import { KINDS } from '../mappings/kinds.ts'
import { defined, type KindName, type LiveMapping, type MappingAttributes } from '../mappings/mapping.ts'
import { parse, readJson, schemaOf } from './answers.ts'
import type { Page } from './pages.ts'
import type { Answer } from './transport.ts'

/** How a kind of mapping looks on the wire. */
export interface WireKind {
  /** The path below `/api/v2/`, or below its path family for the cloud kinds. */
  readonly collection: string
  /** Whether the path has families: `cloud_auth`, and `wif` in newer documentation. */
  readonly families: boolean
  /** The permission that Datadog requires of the caller; completes "needs …". */
  readonly permissions: { readonly read: string; readonly write: string }
  /** The body of a create, or of an update when there is an id. */
  body(attributes: MappingAttributes, id?: string): unknown
  /**
   * The mapping of an answer about one.
   * @throws Unreadable when it has no id, or is not what the API documents.
   */
  readOne(answer: Answer): LiveMapping
  /**
   * The mappings of an answer about many.
   * @throws Unreadable when one of them is not what the API documents.
   */
  readMany(answer: Answer): Page<LiveMapping>
}

/** Objects that an answer brings along with its data, by type and id. */
type Included = ReadonlyMap<string, { readonly attributes?: Readonly<Record<string, unknown>> | null | undefined }>

/** What the rows below differ in: the rest of a `WireKind` is derived. */
interface Row<T extends z.ZodMiniType> extends Omit<WireKind, 'readOne' | 'readMany'> {
  /** The schema of one mapping in an answer, made when the kind is first read: a step reads one kind or two. */
  schema(): T
  /** The mapping of a parsed object. */
  read(object: z.output<T>, included: Included): LiveMapping
}

function wireKind<T extends z.ZodMiniType>({ schema, read, ...row }: Row<T>): WireKind {
  const mappingSchema = schemaOf(schema)
  const mappingOf = (object: unknown, others: Included, member: string) =>
    read(parse(mappingSchema(), object, member), others)
  return {
    ...row,
    readOne(answer) {
      const { data, included } = parse(oneSchema(), readJson(answer))
      return mappingOf(data, index(included), 'data')
    },
    readMany(answer) {
      const { data, included, meta } = parse(manySchema(), readJson(answer))
      const others = index(included)
      const total = meta?.page?.total_filtered_count ?? meta?.page?.total
      return {
        items: data.map((object, at) => mappingOf(object, others, `data.${at}`)),
        ...(typeof total === 'number' && { total }),
      }
    },
  }
}

const oneSchema = schemaOf(() => z.object({ data: z.unknown(), included: included() }))

const manySchema = schemaOf(() => {
  const total = z.nullish(z.number())
  const page = z.nullish(z.object({ total_filtered_count: total, total }))
  return z.object({ data: z.array(z.unknown()), included: included(), meta: z.nullish(z.object({ page })) })
})

// The first version of the AuthN API wrapped each included object in a `data` of its own. An object that cannot be read is left
// out: these objects only give names to what is known by its id.
function included() {
  const object = z.object({
    type: z.string(),
    id: z.union([z.string(), z.number()]),
    attributes: z.nullish(z.record(z.string(), z.unknown())),
  })
  return z.catch(z.nullish(z.array(z.union([object, z.object({ data: object })]))), [])
}

function index(objects: z.output<ReturnType<typeof included>>): Included {
  return new Map(
    (objects ?? []).map((entry) => {
      const { type, id, attributes } = 'data' in entry ? entry.data : entry
      return [`${type} ${id}`, { attributes }]
    }),
  )
}

// Ids are UUIDs in all recordings; the API promises a string. A text that could end a line or a command is not an id.
const idSchema = () => z.string().check(z.regex(/^[\x21-\x7e]{1,256}$/, 'is not an id'))

const optionalText = () => z.nullish(z.string())

/** The members of a cloud mapping that both clouds have: of a persona mapping its account. */
const accountMembers = () => ({ account_identifier: optionalText(), account_uuid: optionalText() })

const awsSchema = () =>
  z.object({ id: idSchema(), attributes: z.object({ arn_pattern: z.string(), ...accountMembers() }) })

const githubSchema = () =>
  z.object({
    id: idSchema(),
    attributes: z.object({ claim_matchers: z.record(z.string(), z.string()), ...accountMembers() }),
  })

// The name in brackets is the one of Datadog's guide; all recordings of real organizations have the other one.
function permission(access: 'Read' | 'Write'): string {
  const end = access.toLowerCase()
  return `workload_identity_federation_${end} ("Workload Identity Federation ${access}"; workload_identity_federation_config_${end} in Datadog's guide)`
}

function cloudKind(kind: KindName, type: string): WireKind {
  const [cloud, use] = kind.split('-')
  const { persona } = KINDS[kind]
  const row = {
    collection: `${cloud}/${use}_mapping`,
    families: true,
    permissions: {
      read: `the permission ${permission('Read')}`,
      write: `the permission ${permission('Write')}${persona ? ' and every permission of the target account' : ''}`,
    },
    body: ({ accountIdentifier, arnPattern, claims }: MappingAttributes) => ({
      data: {
        type,
        attributes: {
          ...(persona && { account_identifier: accountIdentifier }),
          ...(cloud === 'aws' ? { arn_pattern: arnPattern } : { claim_matchers: claims }),
        },
      },
    }),
  }
  const account = (attributes: z.output<ReturnType<typeof awsSchema | typeof githubSchema>>['attributes']) => ({
    ...(persona && attributes.account_identifier && { accountIdentifier: attributes.account_identifier }),
    ...(persona && attributes.account_uuid && { accountUuid: attributes.account_uuid }),
  })
  return cloud === 'aws'
    ? wireKind({
        ...row,
        schema: awsSchema,
        read: ({ id, attributes }) => ({ kind, id, arnPattern: attributes.arn_pattern, ...account(attributes) }),
      })
    : wireKind({
        ...row,
        schema: githubSchema,
        read: ({ id, attributes }) => ({ kind, id, claims: attributes.claim_matchers, ...account(attributes) }),
      })
}

// The names in the plural, and role_uuid, are those of the first version of this API.
const authn = wireKind({
  collection: 'authn_mappings',
  families: false,
  permissions: { read: 'the permission user_access_read', write: 'the permission user_access_manage' },
  body: ({ attributeKey, attributeValue, roleId, teamId }, id) => ({
    data: {
      ...(id !== undefined && { id }),
      type: 'authn_mappings',
      attributes: { attribute_key: attributeKey, attribute_value: attributeValue },
      ...(roleId !== undefined && { relationships: { role: { data: { id: roleId, type: 'roles' } } } }),
      ...(teamId !== undefined && { relationships: { team: { data: { id: teamId, type: 'team' } } } }),
    },
  }),
  schema() {
    const linked = z.nullish(z.object({ data: z.nullish(z.object({ id: z.string() })) }))
    return z.object({
      id: idSchema(),
      attributes: z.object({
        attribute_key: optionalText(),
        attribute_value: optionalText(),
        role_uuid: optionalText(),
        created_at: optionalText(),
        modified_at: optionalText(),
        saml_assertion_attribute_id: z.nullish(z.union([z.string(), z.number()])),
      }),
      relationships: z.nullish(z.object({ role: linked, roles: linked, team: linked })),
    })
  },
  read({ id, attributes, relationships: links }, included) {
    const named = (type: string, id: string | number | null | undefined) => included.get(`${type} ${id}`)?.attributes
    const roleId = links?.role?.data?.id ?? links?.roles?.data?.id ?? attributes.role_uuid ?? undefined
    const teamId = links?.team?.data?.id
    const pair = named('saml_assertion_attributes', attributes.saml_assertion_attribute_id)
    return defined({
      kind: 'authn',
      id,
      attributeKey: attributes.attribute_key ?? textOf(pair?.['attribute_key']),
      attributeValue: attributes.attribute_value ?? textOf(pair?.['attribute_value']),
      roleId,
      roleName: textOf(named('roles', roleId)?.['name']),
      teamId,
      teamName: textOf(named('team', teamId)?.['name']),
      createdAt: attributes.created_at || undefined,
      modifiedAt: attributes.modified_at || undefined,
    })
  },
})

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** How each kind of mapping looks on the wire. */
export const WIRE_KINDS: Readonly<Record<KindName, WireKind>> = {
  'aws-persona': cloudKind('aws-persona', 'aws_cloud_auth_config'),
  'aws-intake': cloudKind('aws-intake', 'aws_cloud_auth_intake_mapping'),
  'github-persona': cloudKind('github-persona', 'github_oidc_auth_config'),
  'github-intake': cloudKind('github-intake', 'github_oidc_auth_intake_mapping'),
  authn,
}
