import * as z from 'zod/mini'
import { accountAttributes, CLOUD_PERMISSIONS, idSchema, readAccount, type WireKind } from './wire.ts'

const schema = z.object({
  id: idSchema,
  attributes: z.object({ arn_pattern: z.string(), ...accountAttributes }),
})

/** AWS persona mappings on the wire. */
export const awsPersonaWire: WireKind = {
  collection: 'aws/persona_mapping',
  families: true,
  permissions: {
    read: CLOUD_PERMISSIONS.read,
    write: `${CLOUD_PERMISSIONS.write} and every permission of the target account`,
  },
  body: ({ arnPattern, accountIdentifier }) => ({
    data: {
      type: 'aws_cloud_auth_config',
      attributes: { account_identifier: accountIdentifier, arn_pattern: arnPattern },
    },
  }),
  schema,
  read(object) {
    const { id, attributes } = object as z.infer<typeof schema>
    return {
      kind: 'aws-persona',
      id,
      arnPattern: attributes.arn_pattern,
      ...readAccount(attributes),
    }
  },
}
