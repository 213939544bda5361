/** The five kinds of mapping, in the order in which they are listed everywhere. */
export const KIND_NAMES = ['aws-persona', 'aws-intake', 'github-persona', 'github-intake', 'authn'] as const

/** The name of a kind, as the input `kind` spells it. */
export type KindName = (typeof KIND_NAMES)[number]

/** Claim name → regular expression, as Datadog keeps it; a live mapping may carry names that we do not know. */
export type ClaimMatchers = Readonly<Record<string, string>>

/** Everything that can be written to a mapping; the kinds say which of it each of them has. */
export interface MappingAttributes {
  readonly arnPattern?: string
  readonly accountIdentifier?: string
  readonly claims?: ClaimMatchers
  readonly attributeKey?: string
  readonly attributeValue?: string
  readonly roleId?: string
  readonly teamId?: string
}

/** The names that inputs and mappings files may give in the place of the ids of a role or a team, before they are looked up. */
export interface GivenNames {
  /** The exact name of a role. */
  readonly role?: string
  /** The handle of a team, or its exact name. */
  readonly team?: string
}

/** The name of a written attribute. */
export type AttributeName = keyof MappingAttributes

/** A mapping as Datadog has it. */
export interface LiveMapping extends MappingAttributes {
  readonly kind: KindName
  readonly id: string
  readonly accountUuid?: string
  readonly roleName?: string
  readonly teamName?: string
  readonly createdAt?: string
  readonly modifiedAt?: string
}

/** A mapping with what its account is called, when the step has looked that up: for readers only, no output has it. */
export interface NamedMapping extends LiveMapping {
  readonly accountName?: string
}

/** The members that a record has a value for: an absent one and one that is undefined are the same. */
export function defined<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never
}
