import { type Collect, checkAttributes, fieldOf, type GivenAttributes } from '../attributes.ts'
import { type Checking, startChecking } from '../checking.ts'
import type { ClaimEntries } from '../claims/subject.ts'
import { type Expected, expectedIn } from '../expected.ts'
import { ALL_KINDS, hasIdentity, identityKey, KINDS, type Kind, writtenNames } from '../kinds.ts'
import { type AttributeName, defined, KIND_NAMES } from '../mapping.ts'
import type { OfKind } from '../plan/collisions.ts'
import type { Wanted } from '../plan/plan.ts'
import { invisibleProblem, visible } from '../visible.ts'
import { byDanger, type MappingWarning, warningsOf } from '../warnings.ts'
import { claimsSchema, entrySchema, type FileScope, headSchema } from './file-schema.ts'
import { Mistakes } from './mistakes.ts'
import type { KindScope, Scope } from './scope.ts'
import { addIssues } from './shape-problems.ts'
import { parseYaml } from './yaml-document.ts'
import { type FileValues, isRecord, type Places, valuesOf } from './yaml-values.ts'

/** A mapping of a mappings file. */
export interface FileMapping extends Wanted {
  /** What the entry says of the account, role or team that it names, which has to agree with Datadog. */
  readonly expected?: Expected
}

/** What a mappings file says: which mappings there should be, and what it speaks for. */
export interface MappingsFile {
  readonly mappings: readonly FileMapping[]
  readonly scope: Scope
}

/** What was read of a mappings file; with problems, the file is what is right of it. */
export interface FileReading {
  /** Absent when its syntax is wrong. */
  readonly file?: MappingsFile & { readonly hasScope: boolean }
  /** Every mistake with line and column, the first twenty in words; none means that the file is right. */
  readonly problems: readonly string[]
  /** With line and column: first who else can satisfy a mapping, the most dangerous first and all of it, then at most twenty others. */
  readonly warnings: readonly string[]
}

/**
 * Reads a mappings file, YAML or JSON; fields are the inputs' names. All mistakes are found in one round as far as the syntax allows,
 * duplicates and contradictions included. Time and memory are bounded whatever the file contains; `checking` is asked to breathe.
 */
export async function parseMappingsFile(text: string, checking: Checking = startChecking()): Promise<FileReading> {
  const mistakes = new Mistakes()
  const yaml = await parseYaml(text, mistakes, checking)
  const values = yaml && (await valuesOf(yaml, mistakes))
  if (values === undefined) return { problems: mistakes.lines(), warnings: [] }
  const { root, places } = values
  const head = headSchema.safeParse(root)
  if (!head.success) addIssues(head.error.issues, [], values, mistakes)
  const given = isRecord(root) && Array.isArray(root['mappings']) ? root['mappings'] : []
  const entries = await readEntries(given, values, { mistakes, checking })
  addContradictions(entries.mappings, places, mistakes)
  const givenScope = isRecord(root) ? root['scope'] : undefined
  addScopeMistakes(givenScope, places, mistakes)
  const hasScope = isRecord(givenScope) && Object.keys(givenScope).length > 0
  const scope = head.success && head.data.scope ? scopeOf(head.data.scope) : {}
  return {
    file: { mappings: entries.mappings.map(({ index: _, ...mapping }) => mapping), scope, hasScope },
    problems: mistakes.lines(),
    warnings: entries.warnings,
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
  const dangers: { readonly warning: MappingWarning; readonly text: () => string }[] = []
  const others = new Mistakes()
  for (const [index, entry] of given.entries()) {
    await checking.breathe()
    const path = ['mappings', index]
    const parsed = entrySchema.safeParse(entry)
    if (!parsed.success) addIssues(parsed.error.issues, path, values, mistakes)
    const kind = isRecord(entry) ? ALL_KINDS.find(({ name }) => name === entry['kind']) : undefined
    if (!isRecord(entry) || kind === undefined) continue
    const place = (field: string) => `${places.value([...path, field])}: ${field}`
    const collect: Collect = (field, result) => {
      if ('problem' in result) {
        mistakes.add(() => `${place(field)}: ${result.problem}`)
        return undefined
      }
      for (const warning of result.warnings) others.add(() => `${place(field)}: ${warning}`)
      return result.value
    }
    const { oneOf } = kind
    if (oneOf !== undefined && oneOf.filter((name) => entry[fieldOf(name)] !== undefined).length !== 1) {
      const fields = oneOf.map(fieldOf)
      mistakes.add(() => `${place(fields[0] ?? '')}: an AuthN mapping gives exactly one of ${fields.join(' and ')}.`)
    }
    const options = { rewriteRoleArn: entry['rewrite-role-arn'] !== 'false' }
    const attributes = await checkAttributes(givenIn(entry, kind), options, collect, checking)
    for (const warning of warningsOf(kind.name, attributes))
      dangers.push({ warning, text: () => `${place(warning.field)}: ${warning.text}` })
    mappings.push({ kind: kind.name, attributes, ...expectedIn(entry), index })
  }
  const worst = new Mistakes()
  for (const { text } of dangers.sort((a, b) => byDanger(a.warning, b.warning))) worst.add(text)
  return { mappings, warnings: [...worst.lines(), ...others.lines()] }
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

function addContradictions(mappings: readonly Entry[], places: Places, mistakes: Mistakes): void {
  const place = (index: number) => places.value(['mappings', index])
  // Of an entry whose identity is wrong it is not known what it is the same as.
  const entries = mappings
    .map(({ kind, attributes, index }) => ({ kind, ...attributes, index }))
    .filter((entry) => hasIdentity(KINDS[entry.kind], entry))
  const firsts = new Map<string, (typeof entries)[number]>()
  for (const entry of entries) {
    const key = `${entry.kind} ${identityKey(KINDS[entry.kind], entry)}`
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, entry)
    else {
      const accounts = [first, entry].flatMap(({ accountIdentifier }) => accountIdentifier?.toLowerCase() ?? [])
      const same = new Set(accounts).size < 2
      mistakes.add(
        () =>
          `${place(entry.index)}: this is the same mapping as the one at ${place(first.index)}${same ? '. Leave one out.' : ', with another account. Decide for one.'}`,
      )
    }
  }
  for (const [one, other] of collisions([...firsts.values()])) {
    const [earlier, later] = one.index < other.index ? [one, other] : [other, one]
    mistakes.add(
      () =>
        `${place(later.index)}: ${KINDS[later.kind].principal(later)} collides with ${KINDS[earlier.kind].principal(earlier)} at ${place(earlier.index)}: Datadog accepts only one of them.`,
    )
  }
}

interface Numbered extends OfKind {
  readonly index: number
}

// In the order of their texts, what is below a wildcard follows it at once: one pass finds all of it, however deep the paths are.
function* collisions<T extends Numbered>(entries: readonly T[]): Generator<readonly [T, T]> {
  const equal = new Map<string, T>()
  for (const entry of entries) {
    if (KINDS[entry.kind].duplicates) continue
    const key = identityKey(KINDS[entry.kind], entry)
    const other = equal.get(key)
    if (other === undefined) equal.set(key, entry)
    else yield [other, entry]
  }
  const patterns = [...equal.values()]
    .flatMap((entry) =>
      entry.arnPattern === undefined ? [] : [{ entry, start: entry.arnPattern.replace(/(?<=\/)\*$/, '') }],
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1))
  const above: typeof patterns = []
  for (const pattern of patterns) {
    while (above.length > 0 && !pattern.start.startsWith(above.at(-1)?.start ?? '')) above.pop()
    const wildcard = above.at(-1)
    if (wildcard !== undefined) yield [wildcard.entry, pattern.entry]
    if (pattern.entry.arnPattern?.endsWith('/*')) above.push(pattern)
  }
}

const SCOPE_FORMS: Readonly<Record<string, { readonly form: RegExp; readonly what: string }>> = {
  accounts: { form: /^\d{12}$/, what: 'an AWS account number of 12 digits' },
  'pattern-prefixes': {
    form: /^arn:/,
    what: 'the beginning of an ARN pattern, such as arn:aws:sts::123456789012:assumed-role/ci-',
  },
  repositories: { form: /^([\w.-]+\/[\w.-]+|\d+)$/, what: 'a repository as OWNER/NAME, or its id' },
  'attribute-keys': { form: /^/, what: 'the key of a SAML attribute' },
}

// Also of a scope whose shape is wrong in another place.
function addScopeMistakes(given: unknown, places: Places, mistakes: Mistakes): void {
  for (const kind of KIND_NAMES) {
    const scope = isRecord(given) ? given[kind] : undefined
    if (!isRecord(scope)) continue
    for (const [field, { form, what }] of Object.entries(SCOPE_FORMS)) {
      const texts = scope[field]
      for (const [index, text] of (Array.isArray(texts) ? texts : []).entries()) {
        if (typeof text !== 'string' || text === '') continue
        const invisible = invisibleProblem(text)
        if (invisible === undefined && form.test(text)) continue
        const place = () => places.value(['scope', kind, field, index])
        mistakes.add(() =>
          invisible === undefined ? `${place()}: "${visible(text)}" is not ${what}.` : `${place()}: ${invisible}`,
        )
      }
    }
    if (Object.keys(scope).length === 0)
      mistakes.add(
        () =>
          `${places.value(['scope', kind])}: the scope of ${kind} is empty. Say what it may touch, or leave it out.`,
      )
  }
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
