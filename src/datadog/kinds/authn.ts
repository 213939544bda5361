import * as z from 'zod/mini'
import type { MappingAttributes } from '../../mappings/mapping.ts'
import { type Included, idSchema, optionalText, type WireKind } from './wire.ts'

const linked = z.nullish(z.object({ data: z.nullish(z.object({ id: z.string() })) }))

// The names in the plural, and role_uuid, are those of the first version of this API.
const schema = z.object({
  id: idSchema,
  attributes: z.object({
    attribute_key: optionalText,
    attribute_value: optionalText,
    role_uuid: optionalText,
    created_at: optionalText,
    modified_at: optionalText,
    saml_assertion_attribute_id: z.nullish(z.union([z.string(), z.number()])),
  }),
  relationships: z.nullish(
    z.object({
      role: linked,
      roles: linked,
      team: linked,
    }),
  ),
})

/** AuthN mappings on the wire. */
export const authnWire: WireKind = {
  collection: 'authn_mappings',
  families: false,
  permissions: { read: 'the permission user_access_read', write: 'the permission user_access_manage' },
  body: (attributes, id) => ({
    data: {
      ...(id !== undefined && { id }),
      type: 'authn_mappings',
      attributes: { attribute_key: attributes.attributeKey, attribute_value: attributes.attributeValue },
      ...relationships(attributes),
    },
  }),
  schema,
  read(object, included) {
    const { id, attributes, relationships: links } = object as z.infer<typeof schema>
    const roleId = links?.role?.data?.id ?? links?.roles?.data?.id ?? attributes.role_uuid ?? undefined
    const teamId = links?.team?.data?.id
    const pair = attributesOf(
      included,
      'saml_assertion_attributes',
      String(attributes.saml_assertion_attribute_id ?? ''),
    )
    const attributeKey = attributes.attribute_key ?? textOf(pair?.['attribute_key'])
    const attributeValue = attributes.attribute_value ?? textOf(pair?.['attribute_value'])
    const roleName = textOf(attributesOf(included, 'roles', roleId)?.['name'])
    const teamName = textOf(attributesOf(included, 'team', teamId)?.['name'])
    return {
      kind: 'authn',
      id,
      ...(attributeKey !== undefined && { attributeKey }),
      ...(attributeValue !== undefined && { attributeValue }),
      ...(roleId !== undefined && { roleId }),
      ...(roleName !== undefined && { roleName }),
      ...(teamId !== undefined && { teamId }),
      ...(teamName !== undefined && { teamName }),
      ...(attributes.created_at && { createdAt: attributes.created_at }),
      ...(attributes.modified_at && { modifiedAt: attributes.modified_at }),
    }
  },
}

function relationships({ roleId, teamId }: MappingAttributes) {
  if (roleId !== undefined) return { relationships: { role: { data: { id: roleId, type: 'roles' } } } }
  if (teamId !== undefined) return { relationships: { team: { data: { id: teamId, type: 'team' } } } }
  return {}
}

function attributesOf(included: Included, type: string, id: string | undefined) {
  return id === undefined ? undefined : included.get(`${type} ${id}`)?.attributes
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
