import { isUuid } from './checked.ts'
import {
  type AttributeName,
  defined,
  KIND_NAMES,
  type KindName,
  type LiveMapping,
  type MappingAttributes,
  type NamedMapping,
} from './mapping.ts'
import { visible } from './visible.ts'

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
  /** The other kind of the same cloud: its mappings and those of this kind can exclude each other. */
  readonly sibling?: KindName
  /** The page of Datadog's organization settings that shows mappings of this kind. */
  readonly settingsPage: 'workload-identity-federation' | 'mappings'
  /** Who is mapped, in a few words. */
  principal(mapping: MappingAttributes): string
  /** What the principal becomes or may do, in a few words. */
  target(mapping: MappingAttributes | NamedMapping): string
}

const AWS = { identity: ['arnPattern'], principal: arnPatternOf } as const
const GITHUB = { identity: ['claims'], principal: claimsOf } as const
const PERSONA = { persona: true, target: accountOf } as const
const INTAKE = { persona: false, target: () => 'telemetry intake' } as const
const CLOUD = { duplicates: false, settingsPage: 'workload-identity-federation' } as const

/** What each kind of mapping means. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  'aws-persona': kind('aws-persona', 'AWS persona mapping', { ...CLOUD, ...AWS, ...PERSONA, sibling: 'aws-intake' }),
  'aws-intake': kind('aws-intake', 'AWS intake mapping', { ...CLOUD, ...AWS, ...INTAKE, sibling: 'aws-persona' }),
  'github-persona': kind('github-persona', 'GitHub persona mapping', {
    ...CLOUD,
    ...GITHUB,
    ...PERSONA,
    sibling: 'github-intake',
  }),
  'github-intake': kind('github-intake', 'GitHub intake mapping', {
    ...CLOUD,
    ...GITHUB,
    ...INTAKE,
    sibling: 'github-persona',
  }),
  authn: kind('authn', 'AuthN mapping', {
    identity: ['attributeKey', 'attributeValue'],
    oneOf: ['roleId', 'teamId'],
    persona: false,
    duplicates: true,
    settingsPage: 'mappings',
    principal: (mapping) => `${visible(mapping.attributeKey ?? '?')}=${visible(mapping.attributeValue ?? '?')}`,
    target: roleOrTeam,
  }),
}

function kind(name: KindName, title: string, meaning: Omit<Kind, 'name' | 'title'>): Kind {
  return { name, title, ...meaning }
}

/** The kinds, in the order in which they are listed everywhere. */
export const ALL_KINDS = KIND_NAMES.map((name) => KINDS[name])

/** The names of the attributes that make two mappings of a kind the same one. */
function identityNames({ identity, oneOf }: Kind): readonly AttributeName[] {
  return oneOf === undefined ? identity : [...identity, ...oneOf]
}

/** Whether everything that identifies a mapping of a kind is there. */
export function hasIdentity({ identity, oneOf }: Kind, mapping: MappingAttributes): boolean {
  const isThere = (name: AttributeName) => mapping[name] !== undefined
  return identity.every(isThere) && (oneOf === undefined || oneOf.some(isThere))
}

/** The names of everything that is written to a mapping of a kind. */
export function writtenNames({ name }: Kind): readonly AttributeName[] {
  return WRITTEN[name]
}

/** What was written to a live mapping, without what Datadog adds. */
export function writtenOf(mapping: LiveMapping): MappingAttributes {
  return defined(Object.fromEntries(writtenNames(KINDS[mapping.kind]).map((name) => [name, mapping[name]])))
}

/** The names of what a mapping of a kind must have; of those in `oneOf` it has one besides. */
export function neededNames(kind: Kind): readonly AttributeName[] {
  return writtenNames(kind).filter((name) => !kind.oneOf?.includes(name))
}

const WRITTEN = Object.fromEntries(
  ALL_KINDS.map((kind) => [
    kind.name,
    kind.persona ? [...identityNames(kind), 'accountIdentifier'] : identityNames(kind),
  ]),
) as Readonly<Record<KindName, readonly AttributeName[]>>

/** The mapping in a few words: who becomes what. */
export function describe(kind: Kind, mapping: MappingAttributes | NamedMapping): string {
  return `${kind.principal(mapping)} → ${kind.target(mapping)}`
}

/** A live mapping in a sentence: its kind, its id, and who becomes what. */
export function named(mapping: LiveMapping): string {
  const kind = KINDS[mapping.kind]
  return `the ${kind.title} ${mapping.id} (${describe(kind, mapping)})`
}

/** Whether the mapping has every identity attribute that `wanted` has, with the same value. */
export function fitsIdentity(kind: Kind, wanted: MappingAttributes, live: MappingAttributes): boolean {
  return identityNames(kind).every(
    (name) => wanted[name] === undefined || attributeText(wanted, name) === attributeText(live, name),
  )
}

/** The identity of a mapping as one string: equal for two mappings exactly when they are the same one. */
export function identityKey(kind: Kind, mapping: MappingAttributes): string {
  // Twice as fast as a list, for thousands of patterns.
  if (kind.identity[0] === 'arnPattern' && mapping.arnPattern !== undefined)
    return `[${JSON.stringify(mapping.arnPattern)}]`
  return JSON.stringify(identityNames(kind).map((name) => attributeText(mapping, name) ?? null))
}

/** Whether both name the same account; undefined when only Datadog knows, because one is an email and the other a handle. */
export function sameAccount(kind: Kind, wanted: MappingAttributes, live: LiveMapping): boolean | undefined {
  const identifier = wanted.accountIdentifier?.toLowerCase()
  if (!kind.persona || identifier === undefined) return true
  if (identifier === live.accountIdentifier?.toLowerCase() || identifier === live.accountUuid?.toLowerCase())
    return true
  // A UUID names a service account by itself, so another one is another account.
  return isUuid(identifier) && live.accountUuid !== undefined ? false : undefined
}

/** Whether two live mappings are known to act as the same account, or as none. */
export function shareAccount(one: LiveMapping, other: LiveMapping): boolean {
  if (one.accountUuid !== undefined && other.accountUuid !== undefined)
    return one.accountUuid.toLowerCase() === other.accountUuid.toLowerCase()
  return sameAccount(KINDS[one.kind], one, other) === true
}

function attributeText(mapping: MappingAttributes, name: AttributeName): string | undefined {
  const value = mapping[name]
  return typeof value === 'object' ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
}

function arnPatternOf(mapping: MappingAttributes): string {
  return visible(mapping.arnPattern ?? 'no ARN pattern')
}

/** A set of claim matchers in one line, `repository` and `sub` first; what has a space stands in quotation marks. */
function claimsOf(mapping: MappingAttributes): string {
  const first = ['repository', 'sub']
  const names = Object.keys(mapping.claims ?? {}).sort(
    (a, b) => Number(first.includes(b)) - Number(first.includes(a)) || (a < b ? -1 : 1),
  )
  return names.map((name) => `${word(name)}=${word(mapping.claims?.[name] ?? '')}`).join(' ') || 'no claims'
}

// So that a space within a matcher does not look like the beginning of another one.
function word(text: string): string {
  return /^[^\s"=]+$/.test(text) ? visible(text) : `"${visible(text).replaceAll('"', '\\u0022')}"`
}

/** The account of a persona mapping, as messages name it. */
function accountOf(mapping: MappingAttributes | NamedMapping): string {
  const { accountIdentifier: identifier, accountUuid: uuid, accountName }: Partial<NamedMapping> = mapping
  // The identifier of a service account is its UUID, which tells a reader nothing.
  const name = identifier === undefined || identifier === uuid ? accountName : identifier
  if (uuid === undefined || name === undefined) return visible(name ?? uuid ?? 'an unknown account')
  return `${visible(name)} (${visible(uuid)})`
}

function roleOrTeam(mapping: MappingAttributes | LiveMapping): string {
  const { roleName, teamName }: Partial<LiveMapping> = mapping
  if (mapping.roleId !== undefined) return `role ${idAndName(mapping.roleId, roleName)}`
  return mapping.teamId === undefined ? 'no role or team' : `team ${idAndName(mapping.teamId, teamName)}`
}

function idAndName(id: string, name: string | undefined): string {
  return name ? `${visible(name)} (${visible(id)})` : visible(id)
}
