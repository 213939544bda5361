import { type Collect, checkAttributes, fieldOf, type GivenAttributes, TEXT_ATTRIBUTES } from '../attributes.ts'
import type { Checked } from '../checked.ts'
import { ALL_KINDS, identityKey, KINDS, type Kind } from '../kinds.ts'
import { type AttributeName, KIND_NAMES } from '../mapping.ts'
import { ObstacleIndex } from '../plan/collisions.ts'
import type { Wanted } from '../plan/plan.ts'
import type { FileDocument, FileEntry } from './file-schema.ts'
import type { Policy } from '../policy.ts'
import type { Ignore } from './ignore.ts'
import { type Position, readSyntax } from './file-syntax.ts'
import { type KindScope, prefixProblem, type Scope } from './scope.ts'

/** What a mappings file says: which mappings there should be, and what it speaks for. */
export interface MappingsFile {
  readonly mappings: readonly Wanted[]
  readonly scope: Scope
  /** Live mappings that others manage. */
  readonly ignore?: Ignore
  /** What no plan of the file may do. */
  readonly policy?: Policy
}

const MOST_TOLD = 20

/**
 * Reads a mappings file, YAML or JSON; fields are the inputs' names. A problem tells every mistake with line and column, duplicates
 * and contradictions included.
 */
export async function parseMappingsFile(text: string): Promise<Checked<MappingsFile>> {
  const syntax = await readSyntax(text)
  if ('problems' in syntax) return { problem: listed(syntax.problems) }
  const { document, position } = syntax
  const problems: string[] = []
  const warnings: string[] = []
  const mappings: Wanted[] = []
  for (const [index, entry] of document.mappings.entries()) {
    const place = (field: string) => `${position(['mappings', index, field])}: ${field}`
    const collect: Collect = (field, result) => {
      if ('problem' in result) {
        problems.push(`${place(field)}: ${result.problem}`)
        return undefined
      }
      warnings.push(...result.warnings.map((warning) => `${place(field)}: ${warning}`))
      return result.value
    }
    const kind = kindOf(entry)
    const { oneOf } = kind
    if (oneOf !== undefined && oneOf.filter((name) => entry[fieldOf(name)] !== undefined).length !== 1) {
      const fields = oneOf.map(fieldOf)
      problems.push(`${place(fields[0] ?? '')}: an AuthN mapping gives exactly one of ${fields.join(' and ')}.`)
    }
    const options = { rewriteRoleArn: entry['rewrite-role-arn'] !== 'false' }
    mappings.push({ kind: kind.name, attributes: await checkAttributes(givenIn(entry), options, collect) })
  }
  if (problems.length === 0) problems.push(...contradictions(mappings, position))
  const scope = readScope(document, position, problems)
  return problems.length > 0
    ? { problem: listed(problems) }
    : { value: { mappings, scope }, warnings: capped(warnings) }
}

function kindOf(entry: FileEntry): Kind {
  const kind = ALL_KINDS.find(({ name }) => name === entry['kind'])
  if (kind === undefined) throw new Error('an entry without a kind')
  return kind
}

function givenIn(entry: FileEntry): GivenAttributes {
  const given: { [N in AttributeName]?: GivenAttributes[N] } = {}
  for (const name of TEXT_ATTRIBUTES) {
    const value = entry[fieldOf(name)]
    if (typeof value === 'string') given[name] = value
  }
  const claims = entry[fieldOf('claims')]
  if (typeof claims === 'object') given.claims = claims
  return given
}

function contradictions(mappings: readonly Wanted[], position: Position): string[] {
  const problems: string[] = []
  const place = (index: number) => position(['mappings', index])
  const entries = mappings.map(({ kind, attributes }, index) => ({ kind, ...attributes, index }))
  const firsts = new Map<string, (typeof entries)[number]>()
  for (const entry of entries) {
    const key = `${entry.kind} ${identityKey(KINDS[entry.kind], entry)}`
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, entry)
    else {
      const same = first.accountIdentifier?.toLowerCase() === entry.accountIdentifier?.toLowerCase()
      problems.push(
        `${place(entry.index)}: this is the same mapping as the one at ${place(first.index)}${same ? '. Leave one out.' : ', with another account. Decide for one.'}`,
      )
    }
  }
  const index = new ObstacleIndex(firsts.values())
  for (const entry of firsts.values()) {
    const other = index.find(entry.kind, entry).excluding.find((one) => one.index < entry.index)
    if (other !== undefined) {
      problems.push(
        `${place(entry.index)}: ${KINDS[entry.kind].principal(entry)} is also the pattern of the ${KINDS[other.kind].title} at ${place(other.index)}, and Datadog keeps one mapping for a pattern. Leave one out.`,
      )
    }
  }
  return problems
}

/** What is wrong with a text of a scope, by its field. */
const SCOPE_CHECKS: Readonly<Record<string, (text: string) => string | undefined>> = {
  accounts: (text) => (/^\d{12}$/.test(text) ? undefined : `"${text}" is not an AWS account number of 12 digits.`),
  'pattern-prefixes': prefixProblem,
  repositories: (text) =>
    /^([\w.-]+\/[\w.-]+|\d+)$/.test(text) ? undefined : `"${text}" is not a repository as OWNER/NAME, or its id.`,
}

function readScope(document: FileDocument, position: Position, problems: string[]): Scope {
  const scope: Partial<Record<(typeof KIND_NAMES)[number], KindScope>> = {}
  for (const kind of KIND_NAMES) {
    const given: Readonly<Record<string, readonly string[] | undefined>> | undefined = document.scope?.[kind]
    if (given === undefined) continue
    const { accounts, repositories, 'pattern-prefixes': patternPrefixes, 'attribute-keys': attributeKeys } = given
    for (const [field, check] of Object.entries(SCOPE_CHECKS)) {
      for (const [index, text] of (given[field] ?? []).entries()) {
        const problem = check(text)
        if (problem !== undefined) problems.push(`${position(['scope', kind, field, index])}: ${problem}`)
      }
    }
    if (!accounts && !patternPrefixes && !repositories && !attributeKeys) {
      problems.push(
        `${position(['scope', kind])}: the scope of ${kind} is empty. Say what it may touch, or leave it out.`,
      )
    }
    scope[kind] = {
      ...(accounts && { accounts }),
      ...(patternPrefixes && { patternPrefixes }),
      ...(repositories && { repositories }),
      ...(attributeKeys && { attributeKeys }),
    }
  }
  return scope
}

function listed(problems: readonly string[]): string {
  return capped(problems).join('\n')
}

function capped(sentences: readonly string[]): string[] {
  const more = sentences.length - MOST_TOLD
  return more > 0 ? [...sentences.slice(0, MOST_TOLD), `and ${more} more like these.`] : [...sentences]
}
