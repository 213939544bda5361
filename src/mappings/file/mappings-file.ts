import {
  type Collect,
  checkAttributes,
  checkNames,
  fieldOf,
  type GivenAttributes,
  NAME_FIELDS,
  nameFor,
} from '../attributes.ts'
import type { Acceptance } from '../audit/acceptance.ts'
import { type Checking, startChecking } from '../checking.ts'
import type { ClaimEntries } from '../claims/subject.ts'
import { type Expected, expectedIn } from '../expected.ts'
import { ALL_KINDS, hasIdentity, identityKey, KINDS, type Kind, writtenNames } from '../kinds.ts'
import { type AttributeName, defined, type GivenNames, KIND_NAMES, type KindName } from '../mapping.ts'
import type { Wanted } from '../plan/plan.ts'
import type { Policy } from '../policy.ts'
import { invisibleProblem } from '../visible.ts'
import { byDanger, type MappingWarning, warningsOf } from '../warnings.ts'
import { acceptancesOf, addAcceptMistakes } from './accept.ts'
import { claimsSchema, entrySchema, type FileHead, type FileScope, headSchema } from './file-schema.ts'
import type { Ignore } from './ignore.ts'
import { Mistakes, type Position, type Remark } from './mistakes.ts'
import { type KindScope, prefixProblem, type Scope } from './scope.ts'
import { addIssues } from './shape-problems.ts'
import { parseYaml } from './yaml-document.ts'
import { type FileValues, isRecord, type Places, valuesOf } from './yaml-values.ts'

/** A mapping of a mappings file. */
export interface FileMapping extends Wanted {
  /** What it names a role or a team by, which is still to be looked up. */
  readonly names?: GivenNames
  /** What the entry says of the account, role or team that it names, which has to agree with Datadog. */
  readonly expected?: Expected
}

/** What a mappings file says: which mappings there should be, and what it speaks for. */
export interface MappingsFile {
  readonly mappings: readonly FileMapping[]
  readonly scope: Scope
  /** Live mappings that others manage. */
  readonly ignore?: Ignore
  /** What no plan of the file may do. */
  readonly policy?: Policy
  /** The findings of an audit that it accepts. */
  readonly accepted: readonly Acceptance[]
}

/** What was read of a mappings file; with problems, the file is what is right of it. */
export interface FileReading {
  /** Absent when its syntax is wrong. */
  readonly file?: MappingsFile & { readonly hasScope: boolean }
  /** Every mistake with line and column, the first twenty in words; none means that the file is right. */
  readonly problems: readonly string[]
  /** With line and column: first who else can satisfy a mapping, the most dangerous first and all of it, then at most twenty others. */
  readonly warnings: readonly string[]
  /** Those of the problems and of the warnings that have a place. */
  readonly remarks: { readonly problems: readonly Remark[]; readonly warnings: readonly Remark[] }
}

/**
 * Reads a mappings file, YAML or JSON; fields are the inputs' names. All mistakes are found in one round as far as the syntax allows,
 * duplicates and contradictions included. Time and memory are bounded whatever the file contains; `checking` is asked to breathe.
 */
export async function parseMappingsFile(text: string, checking: Checking = startChecking()): Promise<FileReading> {
  const mistakes = new Mistakes()
  const yaml = await parseYaml(text, mistakes, checking)
  const values = yaml && (await valuesOf(yaml, mistakes))
  if (values === undefined)
    return { problems: mistakes.lines(), warnings: [], remarks: { problems: mistakes.remarks(), warnings: [] } }
  const { root, places } = values
  const head = headSchema.safeParse(root)
  if (!head.success) addIssues(head.error.issues, [], values, mistakes)
  const given = isRecord(root) && Array.isArray(root['mappings']) ? root['mappings'] : []
  const entries = await readEntries(given, values, { mistakes, checking })
  addContradictions(entries.mappings, places, mistakes)
  const givenScope = isRecord(root) ? root['scope'] : undefined
  addScopeMistakes(givenScope, places, mistakes)
  addAcceptMistakes(isRecord(root) ? root['accept'] : undefined, places, mistakes)
  const hasScope = isRecord(givenScope) && Object.keys(givenScope).length > 0
  const scope = head.success && head.data.scope ? scopeOf(head.data.scope) : {}
  const accepted = head.success && head.data.accept ? acceptancesOf(head.data.accept) : []
  const rules = head.success ? rulesOf(head.data) : {}
  return {
    file: {
      mappings: entries.mappings.map(({ index: _, ...mapping }) => mapping),
      scope,
      accepted,
      ...rules,
      hasScope,
    },
    problems: mistakes.lines(),
    warnings: entries.warnings,
    remarks: { problems: mistakes.remarks(), warnings: entries.remarks },
  }
}

interface Entry extends FileMapping {
  readonly index: number
}

interface Round {
  readonly mistakes: Mistakes
  readonly checking: Checking
}

async function readEntries(given: readonly unknown[], values: FileValues, { mistakes, checking }: Round) {
  const { places } = values
  const mappings: Entry[] = []
  const dangers: { readonly warning: MappingWarning; readonly text: () => string; readonly at: () => Position }[] = []
  const others = new Mistakes()
  for (const [index, entry] of given.entries()) {
    await checking.breathe()
    const path = ['mappings', index]
    const parsed = entrySchema.safeParse(entry)
    if (!parsed.success) addIssues(parsed.error.issues, path, values, mistakes)
    const kind = isRecord(entry) ? ALL_KINDS.find(({ name }) => name === entry['kind']) : undefined
    if (!isRecord(entry) || kind === undefined) continue
    const place = (field: string) => `${places.value([...path, field])}: ${field}`
    const at = (field: string) => () => places.at([...path, field])
    const collect: Collect = (field, result) => {
      if ('problem' in result) {
        mistakes.add(() => `${place(field)}: ${result.problem}`, at(field))
        return undefined
      }
      for (const warning of result.warnings) others.add(() => `${place(field)}: ${warning}`, at(field))
      return result.value
    }
    const { oneOf } = kind
    const isGiven = (name: AttributeName) =>
      [fieldOf(name), nameFor(name) ?? ''].some((field) => entry[field] !== undefined)
    if (oneOf !== undefined && oneOf.filter(isGiven).length !== 1) {
      const fields = oneOf.map((name) => [nameFor(name), fieldOf(name)].join(' or '))
      mistakes.add(
        () => `${place(fieldOf(oneOf[0] ?? 'roleId'))}: an AuthN mapping gives one of ${fields.join(', ')}.`,
        at(fieldOf(oneOf[0] ?? 'roleId')),
      )
    }
    const options = { rewriteRoleArn: entry['rewrite-role-arn'] !== 'false', literal: entry['literal'] === 'true' }
    const attributes = await checkAttributes(givenIn(entry, kind), options, collect, checking)
    const names = checkNames(namesIn(entry), options, collect)
    for (const warning of warningsOf(kind.name, attributes))
      dangers.push({ warning, text: () => `${place(warning.field)}: ${warning.text}`, at: at(warning.field) })
    mappings.push({
      kind: kind.name,
      attributes,
      ...(Object.keys(names).length > 0 && { names }),
      ...expectedIn(entry),
      index,
    })
  }
  const worst = new Mistakes()
  for (const { text, at } of dangers.sort((a, b) => byDanger(a.warning, b.warning))) worst.add(text, at)
  return {
    mappings,
    warnings: [...worst.lines(), ...others.lines()],
    remarks: [...worst.remarks(), ...others.remarks()],
  }
}

// What has a wrong shape is told as such, and not checked.
function givenIn(entry: Readonly<Record<string, unknown>>, kind: Kind): GivenAttributes {
  const given: { [N in AttributeName]?: GivenAttributes[N] } = {}
  for (const name of writtenNames(kind)) {
    const value = entry[fieldOf(name)]
    if (name === 'claims') {
      // What was parsed lacks a claim of the name __proto__.
      if (isRecord(value) && claimsSchema.safeParse(value).success) given.claims = value as ClaimEntries
    } else if (typeof value === 'string' && value !== '') given[name] = value
  }
  return given
}

function namesIn(entry: Readonly<Record<string, unknown>>): GivenNames {
  const names: { -readonly [N in keyof GivenNames]?: string } = {}
  for (const name of NAME_FIELDS) {
    const text = entry[name]
    if (typeof text === 'string' && text !== '') names[name] = text
  }
  return names
}

function addContradictions(mappings: readonly Entry[], places: Places, mistakes: Mistakes): void {
  const place = (index: number) => places.value(['mappings', index])
  // Of an entry whose identity is wrong it is not known what it is the same as.
  const entries = mappings
    .map(({ kind, attributes, names, index }) => ({ kind, ...attributes, names, index }))
    .filter((entry) => entry.names !== undefined || hasIdentity(KINDS[entry.kind], entry))
  const firsts = new Map<string, (typeof entries)[number]>()
  // Two names can still be one role: that is seen when they have been looked up.
  const keyOf = (entry: (typeof entries)[number], kind: string = entry.kind) =>
    `${kind} ${identityKey(KINDS[entry.kind], entry)} ${JSON.stringify(entry.names)}`
  for (const entry of entries) {
    const first = firsts.get(keyOf(entry))
    if (first === undefined) firsts.set(keyOf(entry), entry)
    else {
      const accounts = [first, entry].flatMap(({ accountIdentifier }) => accountIdentifier?.toLowerCase() ?? [])
      const same = new Set(accounts).size < 2
      mistakes.add(
        () =>
          `${place(entry.index)}: this is the same mapping as the one at ${place(first.index)}${same ? '. Leave one out.' : ', with another account. Decide for one.'}`,
        () => places.at(['mappings', entry.index]),
      )
    }
  }
  for (const entry of firsts.values()) {
    const other = firsts.get(keyOf(entry, KINDS[entry.kind].sibling))
    if (entry.arnPattern === undefined || other === undefined || other.index > entry.index) continue
    mistakes.add(
      () =>
        `${place(entry.index)}: ${KINDS[entry.kind].principal(entry)} is also the pattern of the ${KINDS[other.kind].title} at ${place(other.index)}, and Datadog keeps one mapping for a pattern. Leave one out.`,
      () => places.at(['mappings', entry.index]),
    )
  }
}

/** What is wrong with a text of a scope, by its field. */
const SCOPE_CHECKS: Readonly<Record<string, (text: string) => string | undefined>> = {
  accounts: (text) => (/^\d{12}$/.test(text) ? undefined : `"${text}" is not an AWS account number of 12 digits.`),
  'pattern-prefixes': prefixProblem,
  repositories: (text) =>
    /^([\w.-]+\/[\w.-]+|\d+)$/.test(text) ? undefined : `"${text}" is not a repository as OWNER/NAME, or its id.`,
  'attribute-keys': () => undefined,
}

// Also of a scope whose shape is wrong in another place.
function addScopeMistakes(given: unknown, places: Places, mistakes: Mistakes): void {
  for (const kind of KIND_NAMES) {
    const scope = isRecord(given) ? given[kind] : undefined
    if (!isRecord(scope)) continue
    for (const [field, check] of Object.entries(SCOPE_CHECKS)) {
      const texts = scope[field]
      for (const [index, text] of (Array.isArray(texts) ? texts : []).entries()) {
        if (typeof text !== 'string' || text === '') continue
        const problem = invisibleProblem(text) ?? check(text)
        if (problem !== undefined)
          mistakes.add(
            () => `${places.value(['scope', kind, field, index])}: ${problem}`,
            () => places.at(['scope', kind, field, index]),
          )
      }
    }
    if (Object.keys(scope).length === 0)
      mistakes.add(
        () =>
          `${places.value(['scope', kind])}: the scope of ${kind} is empty. Say what it may touch, or leave it out.`,
        () => places.at(['scope', kind]),
      )
  }
}

function rulesOf({ ignore, policy }: FileHead): Pick<MappingsFile, 'ignore' | 'policy'> {
  return {
    ...(ignore !== undefined && { ignore: ignoreOf(ignore) }),
    ...(policy !== undefined && {
      policy: {
        accounts: policy.accounts ?? 'any',
        forbiddenRoles: policy['forbidden-roles'] ?? [],
        forbiddenPermissions: policy['forbidden-permissions'] ?? [],
        requiredClaims: policy['required-claims'] ?? [],
      },
    }),
  }
}

function ignoreOf({ 'mapping-ids': mappingIds = [], ...given }: NonNullable<FileHead['ignore']>): Ignore {
  const kinds: { -readonly [K in KindName]?: KindScope | 'all' } = {}
  for (const kind of KIND_NAMES) {
    const rule = given[kind]
    if (rule === 'all') kinds[kind] = 'all'
    else if (rule !== undefined) Object.assign(kinds, scopeOf({ [kind]: rule }))
  }
  return { mappingIds, kinds }
}

function scopeOf(given: FileScope): Scope {
  const scope: Partial<Record<(typeof KIND_NAMES)[number], KindScope>> = {}
  for (const kind of KIND_NAMES) {
    const fields: Readonly<Record<string, readonly string[] | undefined>> | undefined = given[kind]
    if (fields === undefined) continue
    const { accounts, repositories, 'pattern-prefixes': patternPrefixes, 'attribute-keys': attributeKeys } = fields
    scope[kind] = defined({ accounts, patternPrefixes, repositories, attributeKeys })
  }
  return scope
}
