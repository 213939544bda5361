import * as z from 'zod/mini'
import { CLOUD_PERMISSIONS, idSchema, type WireKind } from './wire.ts'

const schema = z.object({ id: idSchema, attributes: z.object({ claim_matchers: z.record(z.string(), z.string()) }) })

/** GitHub intake mappings on the wire. */
export const githubIntakeWire: WireKind = {
  collection: 'github/intake_mapping',
  families: true,
  permissions: CLOUD_PERMISSIONS,
  body: ({ claims }) => ({ data: { type: 'github_oidc_auth_intake_mapping', attributes: { claim_matchers: claims } } }),
  schema,
  read(object) {
    const { id, attributes } = object as z.infer<typeof schema>
    return { kind: 'github-intake', id, claims: attributes.claim_matchers }
  },
}
