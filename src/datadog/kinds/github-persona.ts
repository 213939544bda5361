import * as z from 'zod/mini'
import { accountAttributes, CLOUD_PERMISSIONS, idSchema, readAccount, type WireKind } from './wire.ts'

const schema = z.object({
  id: idSchema,
  attributes: z.object({
    claim_matchers: z.record(z.string(), z.string()),
    ...accountAttributes,
  }),
})

/** GitHub persona mappings on the wire. */
export const githubPersonaWire: WireKind = {
  collection: 'github/persona_mapping',
  families: true,
  permissions: {
    read: CLOUD_PERMISSIONS.read,
    write: `${CLOUD_PERMISSIONS.write} and every permission of the target account`,
  },
  body: ({ claims, accountIdentifier }) => ({
    data: {
      type: 'github_oidc_auth_config',
      attributes: { account_identifier: accountIdentifier, claim_matchers: claims },
    },
  }),
  schema,
  read(object) {
    const { id, attributes } = object as z.infer<typeof schema>
    return {
      kind: 'github-persona',
      id,
      claims: attributes.claim_matchers,
      ...readAccount(attributes),
    }
  },
}
