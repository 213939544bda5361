import {
  type Collect,
  checkAttributes,
  checkNames,
  fieldOf,
  type GivenAttributes,
  type ReadingOptions,
  TEXT_ATTRIBUTES,
} from '../attributes.ts'
import type { Checking } from '../checked.ts'
import { isUuid, leftoverProblem } from '../checked.ts'
import { isClaimName, unknownClaim } from '../claims/claim-names.ts'
import { claimsOf } from '../claims/exact-claims.ts'
import { buildSubject } from '../claims/subject.ts'
import { identityKey, KINDS, neededNames, writtenOf } from '../kinds.ts'
import { marksOf, readingsOf } from '../literal-marks.ts'
import type { GivenNames, LiveMapping } from '../mapping.ts'
import { invisibleProblem } from '../visible.ts'

/** What an id is called. */
export interface Label {
  readonly name: string
  /** Whether a file may give the name in the place of the id. */
  readonly isUnique: boolean
}

/** What ids are called, as far as that could be read. */
export interface Labels {
  readonly roles: ReadonlyMap<string, Label>
  readonly teams: ReadonlyMap<string, Label>
  /** Service accounts. */
  readonly accounts: ReadonlyMap<string, Label>
}

/** A field of an entry, and what a reader should know about its value. */
export interface Field {
  readonly field: string
  readonly value: string | Readonly<Record<string, string>>
  readonly remark?: string
}

/** An entry of a mappings file that stands for a live mapping, with what reading it warns of, a sentence each; or why there can be none. */
export type LiveEntry =
  | { readonly fields: readonly Field[]; readonly warnings: readonly string[] }
  | { readonly problem: string }

/** What an entry gives, before it is checked, and how it says so. */
interface Draft {
  readonly given: GivenAttributes
  readonly names: GivenNames
  readonly options: ReadingOptions
  readonly remarks: Readonly<Record<string, string>>
}

/** Writes a live mapping as an entry that gives exactly this mapping when it is read again. */
export async function liveEntry(mapping: LiveMapping, labels: Labels, checking: Checking): Promise<LiveEntry> {
  const problem = unwritable(mapping)
  if (problem !== undefined) return { problem }
  const grant = { ...accountFields(mapping, labels), ...grantFields(mapping, labels) }
  let why = ''
  for (const draft of draftsOf(mapping, grant)) {
    const read = await readBack(mapping, draft, checking)
    if (!('problem' in read)) return { fields: fieldsOf(mapping, draft), warnings: read.warnings }
    why = read.problem
  }
  return { problem: why }
}

// Problems that every way of writing it has.
function unwritable(mapping: LiveMapping): string | undefined {
  const { title, oneOf, persona } = KINDS[mapping.kind]
  const { claims = {}, accountIdentifier, accountUuid } = mapping
  for (const name of neededNames(KINDS[mapping.kind])) {
    const value = mapping[name]
    if (name === 'accountIdentifier') continue
    if (value === undefined || Object.keys(value).length === 0)
      return `Datadog gives no ${fieldOf(name)} for this ${title}.`
  }
  if (oneOf?.every((name) => mapping[name] === undefined)) return `Datadog gives neither a role nor a team for it.`
  if (persona && !accountIdentifier && !accountUuid) return 'Datadog gives no account for it.'
  const unknown = Object.keys(claims).find((name) => !isClaimName(name))
  if (unknown !== undefined) return unknownClaim(unknown)
  return [...TEXT_ATTRIBUTES.map((name) => mapping[name]), ...Object.values(claims)]
    .map((text) => invisibleProblem(text ?? ''))
    .find(Boolean)
}

type Grant = Pick<Draft, 'names' | 'remarks'> & { readonly given: GivenAttributes }

function accountFields({ kind, accountIdentifier = '', accountUuid = '' }: LiveMapping, { accounts }: Labels): Grant {
  if (!KINDS[kind].persona) return NOTHING
  const label = accounts.get(accountUuid)
  if (label !== undefined && isWritable(label))
    return { given: { accountIdentifier: label.name }, names: {}, remarks: { accountIdentifier: accountUuid } }
  const isName = !accountIdentifier.includes('@') && !isUuid(accountIdentifier)
  // A text that is neither an email nor a UUID would be looked up as the name of a service account.
  const identifier = (isName && accountUuid) || accountIdentifier || accountUuid
  const remark = identifier === accountIdentifier ? label?.name : (label?.name ?? accountIdentifier)
  return { given: { accountIdentifier: identifier }, names: {}, remarks: remark ? { accountIdentifier: remark } : {} }
}

function grantFields({ roleId, roleName, teamId, teamName }: LiveMapping, { roles, teams }: Labels): Partial<Grant> {
  const [what, attribute, id, label] =
    roleId === undefined
      ? (['team', 'teamId', teamId, teams.get(teamId ?? '')] as const)
      : (['role', 'roleId', roleId, roles.get(roleId)] as const)
  if (id === undefined) return {}
  if (label !== undefined && isWritable(label))
    return { given: {}, names: { [what]: label.name }, remarks: { [what]: id } }
  const name = label?.name ?? roleName ?? teamName
  return { given: { [attribute]: id }, names: {}, remarks: name === undefined ? {} : { [attribute]: name } }
}

// A name that reading refuses is not worth a marker: there is the id.
function isWritable({ name, isUnique }: Label): boolean {
  return isUnique && invisibleProblem(name) === undefined && leftoverProblem(name) === undefined
}

const NOTHING: Grant = { given: {}, names: {}, remarks: {} }

/** The ways to write a mapping, the one that people like best first. */
function* draftsOf(mapping: LiveMapping, { given: grant, names, remarks }: Grant): Generator<Draft> {
  const { accountUuid } = mapping
  const { claims, accountIdentifier: _account, roleId: _role, teamId: _team, ...texts } = writtenOf(mapping)
  // A name or a handle that reading refuses has a UUID.
  const byId =
    accountUuid === undefined || grant.accountIdentifier === undefined ? [] : [{ accountIdentifier: accountUuid }]
  const accounts: GivenAttributes[] = [grant, ...byId]
  for (const options of readingsOf(mapping)) {
    for (const account of accounts) {
      for (const entries of claims === undefined ? [undefined] : claimEntries(claims)) {
        const given = { ...texts, ...grant, ...account, ...(entries !== undefined && { claims: entries }) }
        yield { given, names, options, remarks: account === grant ? remarks : {} }
      }
    }
  }
}

// A subject that is built from the other claims when it is left out need not be written.
function claimEntries(matchers: Readonly<Record<string, string>>): Readonly<Record<string, string>>[] {
  const entries = claimsOf(matchers)
  const { sub: _, ...others } = entries
  const built = buildSubject(others)
  return 'pattern' in built && built.pattern === matchers['sub'] ? [others, entries] : [entries]
}

async function readBack(
  mapping: LiveMapping,
  { given, names, options }: Draft,
  checking: Checking,
): Promise<{ readonly warnings: readonly string[] } | { readonly problem: string }> {
  const problems: string[] = []
  const warnings: string[] = []
  const collect: Collect = (field, result) => {
    if ('problem' in result) problems.push(`${field}: ${result.problem}`)
    else warnings.push(...result.warnings.map((warning) => `${field}: ${warning}`))
    return 'problem' in result ? undefined : result.value
  }
  const read = await checkAttributes(given, options, collect, checking)
  checkNames(names, options, collect)
  if (problems.length > 0) return { problem: problems.join(' ') }
  const meaning = KINDS[mapping.kind]
  const { roleId = mapping.roleId, teamId = mapping.teamId, ...rest } = read
  const same = { ...rest, ...(roleId !== undefined && { roleId }), ...(teamId !== undefined && { teamId }) }
  if (identityKey(meaning, same) === identityKey(meaning, mapping)) return { warnings }
  return { problem: 'no entry of a mappings file can describe exactly this mapping.' }
}

function fieldsOf({ kind }: LiveMapping, { given, names, options, remarks }: Draft): Field[] {
  const field = (name: string, member: string, value: Field['value'] | undefined): Field[] => {
    const remark = remarks[member]
    return value === undefined ? [] : [{ field: name, value, ...(remark !== undefined && { remark }) }]
  }
  return [
    { field: 'kind', value: kind },
    ...field('arn-pattern', 'arnPattern', given.arnPattern),
    ...field('claims', 'claims', given.claims),
    ...field('attribute-key', 'attributeKey', given.attributeKey),
    ...field('attribute-value', 'attributeValue', given.attributeValue),
    ...Object.entries(marksOf(options)).map(([name, value]) => ({ field: name, value })),
    ...field('account-identifier', 'accountIdentifier', given.accountIdentifier),
    ...field('role', 'role', names.role),
    ...field('role-id', 'roleId', given.roleId),
    ...field('team', 'team', names.team),
    ...field('team-id', 'teamId', given.teamId),
  ]
}
