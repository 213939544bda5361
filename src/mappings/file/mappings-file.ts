import {
  type Collect,
  checkAttributes,
  checkNames,
  checkTexts,
  fieldOf,
  type GivenAttributes,
  NAME_FIELDS,
  nameFor,
} from '../attributes.ts'
import { type Checking, startChecking } from '../checked.ts'
import type { ClaimEntries } from '../claims/subject.ts'
import { ALL_KINDS, hasIdentity, identityKey, KINDS, type Kind, writtenNames } from '../kinds.ts'
import type { AttributeName, GivenNames, KindName } from '../mapping.ts'
import type { Wanted } from '../plan/plan.ts'
import { byDanger, type MappingWarning, warningsOf } from '../warnings.ts'
import { addAcceptMistakes } from './accept.ts'
import {
  addAbsences,
  addDifferences,
  addPolicyMistakes,
  addScopeMistakes,
  blocksOf,
  type FileBlocks,
  type FilePart,
  hasScope,
} from './blocks.ts'
import { type Expectations, expectedIn } from './disagreements.ts'
import { claimsSchema, entrySchema, type FileHead, headSchema, isPlainEntry } from './file-schema.ts'
import { Mistakes, type Position, type Remark } from './mistakes.ts'
import { addIssues } from './shape-problems.ts'
import { type FileText, parseYaml } from './yaml-document.ts'
import { isRecord, valuesOf } from './yaml-values.ts'

/** A mapping of a mappings file. */
export interface FileMapping extends Wanted {
  /** Where its entry is, as messages name it. */
  readonly place?: string
  /** What it names a role or a team by, which is still to be looked up. */
  readonly names?: GivenNames
  /** What the entry says of the account, role or team that it names, which has to agree with Datadog. */
  readonly expected?: Expectations
}

/** What one or several mappings files say: which mappings there should be, and what it speaks for. */
export interface MappingsFile extends FileBlocks {
  readonly mappings: readonly FileMapping[]
}

/** What was read of mappings files; with problems, the file is what is right of them. */
export interface FileReading {
  /** What all files say together; absent when the syntax of one is wrong. */
  readonly file?: MappingsFile & { readonly hasScope: boolean }
  /** Every mistake with line and column, the first twenty in words; none means that the files are right. */
  readonly problems: readonly string[]
  /** With line and column: first who else can satisfy a mapping, the most dangerous first and all of it, then at most twenty others. */
  readonly warnings: readonly string[]
  /** Those of the problems and of the warnings that have a place. */
  readonly remarks: { readonly problems: readonly Remark[]; readonly warnings: readonly Remark[] }
}

/** How mappings files are read. */
export interface ParsingOptions {
  readonly checking?: Checking
  /** Whether files are right in which no mappings are named, but a scope, a policy or the like. */
  readonly blocksSuffice?: boolean
}

/** Reads a mappings file, YAML or JSON, like `parseMappingsFiles`. */
export function parseMappingsFile(text: string, checking?: Checking): Promise<FileReading> {
  return parseMappingsFiles([{ name: '', text }], { ...(checking && { checking }) })
}

/**
 * Reads mappings files, YAML or JSON, which say together what there should be; fields are the inputs' names. All mistakes are found in
 * one round as far as the syntax allows, duplicates and contradictions across files included. Time and memory are bounded whatever the
 * files contain; `checking` is asked to breathe.
 */
export async function parseMappingsFiles(
  files: readonly FileText[],
  { checking = startChecking(), blocksSuffice = false }: ParsingOptions = {},
): Promise<FileReading> {
  const mistakes = new Mistakes()
  const parts: FilePart[] = []
  for (const file of files) {
    const yaml = await parseYaml({ ...file, isOnly: files.length === 1 }, mistakes, checking)
    const values = yaml && (await valuesOf(yaml, mistakes, checking))
    if (values !== undefined && isRecord(values.root)) parts.push({ ...values, root: values.root })
  }
  const isWhole = parts.length === files.length
  if (isWhole) addAbsences(parts, blocksSuffice, mistakes)
  const heads: FileHead[] = []
  const entries = new Entries({ mistakes, checking })
  for (const part of parts) {
    const head = headSchema.safeParse(part.root)
    if (head.success) heads.push(head.data)
    else addIssues(head.error.issues, [], part, mistakes)
    await entries.add(part)
  }
  addContradictions(entries.read, mistakes)
  for (const part of parts) {
    const { root, places } = part
    addScopeMistakes('scope', part, mistakes)
    addScopeMistakes('ignore', part, mistakes)
    addPolicyMistakes(root['policy'], places, mistakes)
    addAcceptMistakes(root['accept'], places, mistakes)
  }
  addDifferences(parts, mistakes)
  const isRight = mistakes.count === 0
  const warnings = isWhole ? entries.warnings() : []
  const mappings = entries.read.map(({ mapping, place }) => (isRight ? { ...mapping, place: place() } : mapping))
  return {
    ...(isWhole && { file: { mappings, ...blocksOf(heads), hasScope: parts.some(hasScope) } }),
    problems: mistakes.lines(),
    warnings: warnings.flatMap((part) => part.lines()),
    remarks: { problems: mistakes.remarks(), warnings: warnings.flatMap((part) => part.remarks()) },
  }
}

interface Round {
  readonly mistakes: Mistakes
  readonly checking: Checking
}

interface Entry {
  readonly mapping: FileMapping
  // To find out where an entry is takes its time when the file is full of other things.
  readonly place: () => string
  readonly at: () => Position
}

// To wait for each of 10,000 entries takes 14 ms. Claims breathe by themselves.
const BATCH = 16

class Entries {
  readonly read: Entry[] = []
  readonly #round: Round
  readonly #dangers: { readonly warning: MappingWarning; readonly text: () => string; readonly at: () => Position }[] =
    []
  readonly #others = new Mistakes()

  constructor(round: Round) {
    this.#round = round
  }

  /** Reads the entries of one file. */
  async add(part: FilePart): Promise<void> {
    const { mistakes, checking } = this.#round
    const { root, places } = part
    const given = Array.isArray(root['mappings']) ? root['mappings'] : []
    let schema: ReturnType<typeof entrySchema> | undefined
    const placeOf = places.items(['mappings'])
    for (const [index, entry] of given.entries()) {
      if (index % BATCH === 0) await checking.breathe()
      const path = ['mappings', index]
      if (!isRecord(entry) || !isPlainEntry(entry)) {
        schema ??= entrySchema()
        const parsed = schema.safeParse(entry)
        if (!parsed.success) addIssues(parsed.error.issues, path, part, mistakes)
      }
      const kind = isRecord(entry) ? ALL_KINDS.find(({ name }) => name === entry['kind']) : undefined
      if (!isRecord(entry) || kind === undefined) continue
      const place = (field: string) => `${places.value([...path, field])}: ${field}`
      const at = (field: string) => () => places.at([...path, field])
      const collect: Collect = (field, result) => {
        if ('problem' in result) {
          mistakes.add(() => `${place(field)}: ${result.problem}`, at(field))
          return undefined
        }
        for (const warning of result.warnings) this.#others.add(() => `${place(field)}: ${warning}`, at(field))
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
      const values = givenIn(entry, kind)
      const attributes =
        values.claims === undefined
          ? checkTexts(values, options, collect)
          : await checkAttributes(values, options, collect, checking)
      const names = checkNames(namesIn(entry), options, collect)
      for (const warning of warningsOf(kind.name, attributes))
        this.#dangers.push({ warning, text: () => `${place(warning.field)}: ${warning.text}`, at: at(warning.field) })
      this.read.push({
        mapping: {
          kind: kind.name,
          attributes,
          ...(Object.keys(names).length > 0 && { names }),
          ...expectedIn(entry),
        },
        place: () => placeOf(index),
        at: () => places.at(path),
      })
    }
  }

  /** First who else can satisfy a mapping, the most dangerous first, then the other warnings. */
  warnings(): Mistakes[] {
    const worst = new Mistakes()
    for (const { text, at } of this.#dangers.sort((a, b) => byDanger(a.warning, b.warning))) worst.add(text, at)
    return [worst, this.#others]
  }
}

// A text of a wrong shape is reported as that, and not checked further.
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

function addContradictions(entries: readonly Entry[], mistakes: Mistakes): void {
  const firsts = new Map<string, Entry>()
  for (const entry of entries) {
    const { mapping, place, at } = entry
    // An entry with a wrong identity cannot be compared with others.
    if (mapping.names === undefined && !hasIdentity(KINDS[mapping.kind], mapping.attributes)) continue
    const key = keyOf(mapping.kind, mapping)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, entry)
    else {
      const accounts = [first, entry].flatMap((one) => one.mapping.attributes.accountIdentifier?.toLowerCase() ?? [])
      const same = new Set(accounts).size < 2
      mistakes.add(
        () =>
          `${place()}: this is the same mapping as the one at ${first.place()}${same ? '. Leave one out.' : ', with another account. Keep one.'}`,
        at,
      )
    }
  }
  const kinds = new Set(entries.map(({ mapping }) => mapping.kind))
  const passed = new Set<Entry>()
  for (const entry of firsts.values()) {
    const { mapping, place, at } = entry
    const { sibling, principal } = KINDS[mapping.kind]
    if (sibling === undefined || !kinds.has(sibling) || mapping.attributes.arnPattern === undefined) continue
    passed.add(entry)
    const other = firsts.get(keyOf(sibling, mapping))
    if (other === undefined || !passed.has(other)) continue
    mistakes.add(
      () =>
        `${place()}: ${principal(mapping.attributes)} is also the pattern of the ${KINDS[sibling].title} at ${other.place()}, and Datadog allows one mapping per pattern. Leave one out.`,
      at,
    )
  }
}

// Two names can still be one role: that is seen when they have been looked up.
function keyOf(kind: KindName, { attributes, names }: Pick<FileMapping, 'attributes' | 'names'>): string {
  const key = `${kind} ${identityKey(KINDS[kind], attributes)}`
  return names === undefined ? key : `${key} ${JSON.stringify(names)}`
}
