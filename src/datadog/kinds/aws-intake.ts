import * as z from 'zod/mini'
import { CLOUD_PERMISSIONS, idSchema, type WireKind } from './wire.ts'

const schema = z.object({ id: idSchema, attributes: z.object({ arn_pattern: z.string() }) })

/** AWS intake mappings on the wire. */
export const awsIntakeWire: WireKind = {
  collection: 'aws/intake_mapping',
  families: true,
  permissions: CLOUD_PERMISSIONS,
  body: ({ arnPattern }) => ({
    data: { type: 'aws_cloud_auth_intake_mapping', attributes: { arn_pattern: arnPattern } },
  }),
  schema,
  read(object) {
    const { id, attributes } = object as z.infer<typeof schema>
    return { kind: 'aws-intake', id, arnPattern: attributes.arn_pattern }
  },
}
