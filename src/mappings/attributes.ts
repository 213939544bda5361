import { type ArnOptions, diagnoseArnPattern } from './arn/arn-pattern.ts'
import type { Checking } from './checked.ts'
import { type Checked, isUuid, leftoverProblem } from './checked.ts'
import type { ClaimEntries } from './claims/subject.ts'
import type { AttributeName, ClaimMatchers, GivenNames, LiveMapping, MappingAttributes } from './mapping.ts'
import { invisibleProblem, quotedVisibly, visible } from './visible.ts'

/** The name of a written attribute that is one text. */
export type TextAttribute = Exclude<AttributeName, 'claims'>

/** The attributes of a mapping as inputs and mappings files give them, before they are checked. */
export type GivenAttributes = Readonly<Partial<Record<TextAttribute, string>>> & { readonly claims?: ClaimEntries }

/** How the values of one mapping are taken. */
export interface ReadingOptions extends ArnOptions {
  /** Whether they are taken exactly as they are written: nothing is rewritten, added, or refused for its form. */
  readonly literal?: boolean
}

type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : S

/** What inputs, outputs and mappings files call a member of a mapping. */
type Field<N extends string> = N extends 'id' ? 'mapping-id' : Kebab<N>

type Member = keyof LiveMapping

interface Row<N extends string> {
  readonly field: Field<N>
}

interface TextRow<N extends TextAttribute> extends Row<N> {
  /** The value to write, or what is wrong with the given one. */
  check(text: string, options: ReadingOptions): Checked<string>
}

/** Every written attribute that is one text, with its check. */
const TEXTS: { readonly [N in TextAttribute]: TextRow<N> } = {
  arnPattern: { field: 'arn-pattern', check: checkArnPattern },
  accountIdentifier: { field: 'account-identifier', check: checkAccountIdentifier },
  attributeKey: { field: 'attribute-key', check: checkSamlText },
  attributeValue: { field: 'attribute-value', check: checkSamlText },
  roleId: { field: 'role-id', check: (text) => checkUuid(text, 'role') },
  teamId: { field: 'team-id', check: (text) => checkUuid(text, 'team') },
}

/** What a name stands for: inputs and mappings files give it in the place of the id. */
const NAMES: Readonly<Record<keyof GivenNames, { readonly resolvesTo: 'roleId' | 'teamId' }>> = {
  role: { resolvesTo: 'roleId' },
  team: { resolvesTo: 'teamId' },
}

/** The names that can be given in the place of ids; inputs and fields of mappings files are called the same. */
export const NAME_FIELDS = Object.keys(NAMES) as (keyof GivenNames)[]

/** The attribute that a name resolves to. */
export const resolvesTo = (name: keyof GivenNames) => NAMES[name].resolvesTo

/** The name that resolves to an attribute. */
export const nameFor = (attribute: AttributeName) => NAME_FIELDS.find((name) => resolvesTo(name) === attribute)

/** The names of the written attributes that are one text. */
export const TEXT_ATTRIBUTES = Object.keys(TEXTS) as TextAttribute[]

/**
 * Every member of a mapping, written or only read, in the order in which its JSON has them: the table that inputs, entries of
 * mappings files, outputs, restoring inputs and JSON schemas are derived from.
 */
const MEMBERS: { readonly [N in Member]: Row<N> } = {
  kind: { field: 'kind' },
  id: { field: 'mapping-id' },
  arnPattern: TEXTS.arnPattern,
  claims: { field: 'claims' },
  accountIdentifier: TEXTS.accountIdentifier,
  accountUuid: { field: 'account-uuid' },
  attributeKey: TEXTS.attributeKey,
  attributeValue: TEXTS.attributeValue,
  roleId: TEXTS.roleId,
  roleName: { field: 'role-name' },
  teamId: TEXTS.teamId,
  teamName: { field: 'team-name' },
  createdAt: { field: 'created-at' },
  modifiedAt: { field: 'modified-at' },
}

/** The members of a mapping, in the order in which its JSON has them. */
export const MEMBER_NAMES = Object.keys(MEMBERS) as (keyof LiveMapping)[]

/** The members that Datadog prints of a mapping and that cannot be written. */
export const READ_ONLY_NAMES = MEMBER_NAMES.filter((name) => name !== 'kind' && name !== 'claims' && !(name in TEXTS))

/** What inputs, outputs and mappings files call a member of a mapping. */
export function fieldOf<N extends Member>(name: N): Field<N> {
  return MEMBERS[name].field
}

/** What inputs and mappings files call something that they give of a mapping: there is an input for each. */
type GivenField = Field<AttributeName> | keyof GivenNames

/** Takes what a check of a field found, and gives the value, or undefined when there is a problem. */
export type Collect = <T>(field: GivenField, result: Checked<T>) => T | undefined

/**
 * Checks everything that is given of one mapping; an attribute with a problem is left out. `checking` is what the
 * checks of many mappings share.
 */
export async function checkAttributes(
  given: GivenAttributes,
  options: ReadingOptions,
  collect: Collect,
  checking?: Checking,
): Promise<MappingAttributes> {
  const attributes = checkTexts(given, options, collect)
  if (given.claims === undefined) return attributes
  const claims = collect(MEMBERS.claims.field, await checkClaims(given.claims, options, checking))
  return claims === undefined ? attributes : { ...attributes, claims }
}

/** Checks the attributes of one mapping that are one text; one with a problem is left out. */
export function checkTexts(given: GivenAttributes, options: ReadingOptions, collect: Collect): MappingAttributes {
  const attributes: { -readonly [N in TextAttribute]?: string } = {}
  for (const name of TEXT_ATTRIBUTES) {
    const text = given[name]
    const value = text === undefined ? undefined : collect(TEXTS[name].field, checkText(name, text, options))
    if (value !== undefined) attributes[name] = value
  }
  return attributes
}

// The check of an attribute comes first: it knows better what to write instead of a text with a line break.
function checkText(name: TextAttribute, text: string, options: ReadingOptions): Checked<string> {
  return visibleOnly(TEXTS[name].check(text, options))
}

function visibleOnly(checked: Checked<string>): Checked<string> {
  if ('problem' in checked) return checked
  const problem = invisibleProblem(checked.value)
  return problem === undefined ? checked : { problem }
}

/** Whether an attribute that is one text is read as it is written, with some options. */
export function isReadAsItIs(name: TextAttribute, text: string, options: ReadingOptions): boolean {
  const checked = checkText(name, text, options)
  return 'value' in checked && checked.value === text
}

/** Checks the names that are given in the place of ids; one with a problem is left out. */
export function checkNames(given: GivenNames, options: ReadingOptions, collect: Collect): GivenNames {
  const names: { -readonly [N in keyof GivenNames]?: string } = {}
  for (const name of NAME_FIELDS) {
    const text = given[name]
    const value = text === undefined ? undefined : collect(name, visibleOnly(checkSamlText(text, options)))
    if (value !== undefined) names[name] = value
  }
  return names
}

async function checkClaims(
  entries: ClaimEntries,
  { literal }: ReadingOptions,
  checking: Checking | undefined,
): Promise<Checked<ClaimMatchers>> {
  if (literal) return (await import(/* webpackChunkName: "claims" */ './claims/exact-claims.ts')).exactClaims(entries)
  return (await import(/* webpackChunkName: "claims" */ './claims/compile-claims.ts')).compileClaims(entries, checking)
}

function checkArnPattern(text: string, { rewriteRoleArn, literal = false }: ReadingOptions): Checked<string> {
  const checked = diagnoseArnPattern(text, { rewriteRoleArn: rewriteRoleArn && !literal })
  if ('problem' in checked) return checked
  const { pattern, rewrittenFrom } = checked.value
  if (rewrittenFrom === undefined) return { value: pattern, warnings: checked.warnings }
  const notice = `the IAM role ARN ${rewrittenFrom} was rewritten to ${pattern}, the ARN that AWS reports for callers in that role. Set rewrite-role-arn: false to send it as it is.`
  return { value: pattern, warnings: checked.warnings, notices: [notice] }
}

/** Checks a Datadog account as a person writes it: an email, a handle, or the UUID or the name of a service account. */
function checkAccountIdentifier(text: string, { literal }: ReadingOptions): Checked<string> {
  if (text.length > 320)
    return { problem: `the value has ${text.length} characters; an email or handle has at most 320.` }
  const leftover = literal ? undefined : leftoverProblem(text)
  if (leftover !== undefined) return { problem: leftover }
  // The name of a service account may have spaces; a text with an @ is an email or a handle, which has none.
  const unfit = text.includes('@') ? /[\s<>,;"`“”„«»]|^['‘’]|['‘’]$/ : /^\s|\s$/
  if (!literal && unfit.test(text)) {
    return {
      problem: `"${visible(text)}" is not an email, a handle, or the UUID or name of a service account. Give it alone, as in deployer@example.com.`,
    }
  }
  return { value: text, warnings: [] }
}

/** Checks the key or the value of a SAML attribute, or a name. */
function checkSamlText(text: string, { literal }: ReadingOptions): Checked<string> {
  if (text.length > 4096) return { problem: `the value has ${text.length} characters; at most 4096 are allowed.` }
  const leftover = literal ? undefined : leftoverProblem(text)
  if (leftover !== undefined) return { problem: leftover }
  return { value: text, warnings: [] }
}

/** Checks the id of a role or a team, which is a UUID; the value is in lower case. */
function checkUuid(text: string, whose: 'role' | 'team'): Checked<string> {
  if (isUuid(text)) return { value: text.toLowerCase(), warnings: [] }
  return {
    problem: `${quotedVisibly(text)} is not a UUID. Give the id, which Datadog shows in the address of the ${whose}'s page, or the name as ${whose}.`,
  }
}
