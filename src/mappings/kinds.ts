import { authn } from './kinds/authn.ts'
import { awsIntake } from './kinds/aws-intake.ts'
import { awsPersona } from './kinds/aws-persona.ts'
import { githubIntake } from './kinds/github-intake.ts'
import { githubPersona } from './kinds/github-persona.ts'
import type { AttributeName, Kind } from './kinds/kind.ts'
import type { KindName, LiveMapping, MappingAttributes } from './mapping.ts'
import { isUuid } from './uuid.ts'

/** What each kind of mapping means. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  'aws-persona': awsPersona,
  'aws-intake': awsIntake,
  'github-persona': githubPersona,
  'github-intake': githubIntake,
  authn,
}

/** The mapping in a few words: who becomes what. */
export function describe(kind: Kind, mapping: MappingAttributes | LiveMapping): string {
  return `${kind.principal(mapping)} → ${kind.target(mapping)}`
}

/** Whether the mapping has every identity attribute that `wanted` has, with the same value. */
export function fitsIdentity(kind: Kind, wanted: MappingAttributes, live: MappingAttributes): boolean {
  return identityNames(kind).every(
    (name) => wanted[name] === undefined || attributeText(wanted, name) === attributeText(live, name),
  )
}

/** The identity of a mapping as one string: equal for two mappings exactly when they are the same one. */
export function identityKey(kind: Kind, mapping: MappingAttributes): string {
  return JSON.stringify(identityNames(kind).map((name) => attributeText(mapping, name) ?? null))
}

function identityNames(kind: Kind): readonly AttributeName[] {
  return kind.oneOf === undefined ? kind.identity : [...kind.identity, ...kind.oneOf]
}

/** Whether both name the same account; undefined when only Datadog can tell, because one is an email and the other a handle. */
export function sameAccount(kind: Kind, wanted: MappingAttributes, live: LiveMapping): boolean | undefined {
  const identifier = wanted.accountIdentifier?.toLowerCase()
  if (!kind.persona || identifier === undefined) return true
  if (identifier === live.accountIdentifier?.toLowerCase() || identifier === live.accountUuid?.toLowerCase())
    return true
  // A UUID names a service account by itself, so another one is another account.
  return isUuid(identifier) && live.accountUuid !== undefined ? false : undefined
}

function attributeText(mapping: MappingAttributes, name: AttributeName): string | undefined {
  const value = mapping[name]
  return typeof value === 'object' ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
}
