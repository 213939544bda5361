import type { KindName, LiveMapping, MappingAttributes } from '../mapping.ts'

/** The name of a written attribute. */
export type AttributeName = keyof MappingAttributes

/** What a kind of mapping means, apart from how it looks on the wire. */
export interface Kind {
  readonly name: KindName
  /** How messages call one mapping of this kind. */
  readonly title: string
  /** The attributes that make two mappings the same one; of those in `oneOf` a mapping has exactly one. */
  readonly identity: readonly AttributeName[]
  readonly oneOf?: readonly AttributeName[]
  /** Whether the mapping acts as a Datadog account. */
  readonly persona: boolean
  /** Whether Datadog makes a second mapping of the same identity instead of answering 409. */
  readonly duplicates: boolean
  /** The page of Datadog's organization settings that shows mappings of this kind. */
  readonly settingsPage: 'workload-identity-federation' | 'mappings'
  /** Who is mapped, in a few words. */
  principal(mapping: MappingAttributes): string
  /** What the principal becomes or may do, in a few words. */
  target(mapping: MappingAttributes | LiveMapping): string
}

/** The account of a persona mapping, as messages name it. */
export function accountOf(mapping: MappingAttributes | LiveMapping): string {
  const uuid = 'accountUuid' in mapping ? mapping.accountUuid : undefined
  if (mapping.accountIdentifier === undefined) return uuid ?? 'an unknown account'
  if (uuid === undefined || uuid === mapping.accountIdentifier) return mapping.accountIdentifier
  return `${mapping.accountIdentifier} (${uuid})`
}

/** A set of claim matchers in one line, `repository` and `sub` first. */
export function claimsOf(mapping: MappingAttributes): string {
  const first = ['repository', 'sub']
  const names = Object.keys(mapping.claims ?? {}).sort(
    (a, b) => Number(first.includes(b)) - Number(first.includes(a)) || (a < b ? -1 : 1),
  )
  return names.map((name) => `${name}=${mapping.claims?.[name]}`).join(' ') || 'no claims'
}
