import * as z from 'zod/mini'
import type { LiveMapping, MappingAttributes } from '../../mappings/mapping.ts'

/** How a kind of mapping looks on the wire. */
export interface WireKind {
  /** The path below `/api/v2/`, or below its path family for the cloud kinds. */
  readonly collection: string
  /** Whether the path has families: `cloud_auth`, and `wif` in newer documentation. */
  readonly families: boolean
  /** What Datadog wants the caller to be allowed to do; completes "needs …". */
  readonly permissions: { readonly read: string; readonly write: string }
  /** The body of a create, or of an update when there is an id. */
  body(attributes: MappingAttributes, id?: string): unknown
  /** The schema of one mapping in an answer. */
  readonly schema: z.ZodMiniType<unknown>
  /** The mapping of a parsed object; `included` are the objects that came with it. */
  read(object: unknown, included: Included): LiveMapping
}

/** Objects that an answer brings besides its data, by type and id. */
export type Included = ReadonlyMap<
  string,
  { readonly attributes?: Readonly<Record<string, unknown>> | null | undefined }
>

// Ids are UUIDs in all recordings; what is promised is a string. What could end a line or a command is none.
/** An id as Datadog gives it. */
export const idSchema = z.string().check(z.regex(/^[\x21-\x7e]{1,256}$/, 'is not an id'))

/** An attribute that may be missing or null on read. */
export const optionalText = z.nullish(z.string())

/** The account of a persona mapping on the wire. */
export const accountAttributes = { account_identifier: optionalText, account_uuid: optionalText }

/** The account of a parsed persona mapping. */
export function readAccount(attributes: {
  readonly account_identifier?: string | null | undefined
  readonly account_uuid?: string | null | undefined
}): Pick<LiveMapping, 'accountIdentifier' | 'accountUuid'> {
  return {
    ...(attributes.account_identifier && { accountIdentifier: attributes.account_identifier }),
    ...(attributes.account_uuid && { accountUuid: attributes.account_uuid }),
  }
}

/** The permissions of all cloud kinds. */
export const CLOUD_PERMISSIONS = {
  read: 'the permission workload_identity_federation_config_read',
  write: 'the permission workload_identity_federation_config_write',
} as const
