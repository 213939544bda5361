import { diagnoseArnPattern } from './arn.ts'
import { checkAccountIdentifier, checkSamlText, checkUuid } from './attributes.ts'
import type { Checked } from './checked.ts'
import { CollisionIndex } from './collisions.ts'
import type { FileDocument, FileEntry } from './file-schema.ts'
import { type Position, readSyntax } from './file-syntax.ts'
import { identityKey, KINDS } from './kinds.ts'
import { KIND_NAMES, type MappingAttributes } from './mapping.ts'
import type { Wanted } from './plan.ts'
import type { KindScope, Scope } from './scope.ts'

/** What a mappings file says: which mappings there should be, and what it speaks for. */
export interface MappingsFile {
  readonly mappings: readonly Wanted[]
  readonly scope: Scope
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
    const reader = new EntryReader(entry, (field) => `${position(['mappings', index, field])}: ${field}`)
    const attributes = await reader.read()
    problems.push(...reader.problems)
    warnings.push(...reader.warnings)
    mappings.push({ kind: entry.kind, attributes })
  }
  if (problems.length === 0) problems.push(...contradictions(mappings, position))
  const scope = readScope(document, position, problems)
  return problems.length > 0
    ? { problem: listed(problems) }
    : { value: { mappings, scope }, warnings: capped(warnings) }
}

class EntryReader {
  readonly problems: string[] = []
  readonly warnings: string[] = []
  readonly #entry: FileEntry
  readonly #place: (field: string) => string

  constructor(entry: FileEntry, place: (field: string) => string) {
    this.#entry = entry
    this.#place = place
  }

  async read(): Promise<MappingAttributes> {
    const entry = this.#entry
    switch (entry.kind) {
      case 'aws-persona':
        return { ...this.#pattern(entry), ...this.#account(entry) }
      case 'aws-intake':
        return this.#pattern(entry)
      case 'github-persona':
        return { ...(await this.#claims(entry.claims)), ...this.#account(entry) }
      case 'github-intake':
        return await this.#claims(entry.claims)
      case 'authn':
        return this.#authn(entry)
    }
  }

  #checked<T>(field: string, result: Checked<T>): T | undefined {
    if ('problem' in result) {
      this.problems.push(`${this.#place(field)}: ${result.problem}`)
      return undefined
    }
    this.warnings.push(...result.warnings.map((warning) => `${this.#place(field)}: ${warning}`))
    return result.value
  }

  #pattern(entry: { 'arn-pattern': string; 'rewrite-role-arn'?: 'true' | 'false' | undefined }): MappingAttributes {
    const rewriteRoleArn = entry['rewrite-role-arn'] !== 'false'
    const arn = this.#checked('arn-pattern', diagnoseArnPattern(entry['arn-pattern'], { rewriteRoleArn }))
    return arn === undefined ? {} : { arnPattern: arn.pattern }
  }

  #account(entry: { 'account-identifier': string }): MappingAttributes {
    const accountIdentifier = this.#checked('account-identifier', checkAccountIdentifier(entry['account-identifier']))
    return accountIdentifier === undefined ? {} : { accountIdentifier }
  }

  async #claims(entries: Readonly<Record<string, string>>): Promise<MappingAttributes> {
    const { compileClaims } = await import('./claims.ts')
    const claims = this.#checked('claims', await compileClaims(entries))
    return claims === undefined ? {} : { claims }
  }

  #authn(entry: Extract<FileEntry, { kind: 'authn' }>): MappingAttributes {
    const { 'role-id': role, 'team-id': team } = entry
    if ((role === undefined) === (team === undefined)) {
      this.problems.push(`${this.#place('role-id')}: an AuthN mapping gives exactly one of role-id and team-id.`)
    }
    const attributeKey = this.#checked('attribute-key', checkSamlText(entry['attribute-key']))
    const attributeValue = this.#checked('attribute-value', checkSamlText(entry['attribute-value']))
    const roleId = role === undefined ? undefined : this.#checked('role-id', checkUuid(role, 'role'))
    const teamId = team === undefined ? undefined : this.#checked('team-id', checkUuid(team, 'team'))
    return {
      ...(attributeKey !== undefined && { attributeKey }),
      ...(attributeValue !== undefined && { attributeValue }),
      ...(roleId !== undefined && { roleId }),
      ...(teamId !== undefined && { teamId }),
    }
  }
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
  const obstacles = new CollisionIndex(firsts.values())
  for (const entry of firsts.values()) {
    const meaning = KINDS[entry.kind]
    const colliding = obstacles.find(entry.kind, entry).find((other) => other.index < entry.index)
    if (colliding !== undefined) {
      problems.push(
        `${place(entry.index)}: ${meaning.principal(entry)} collides with ${KINDS[colliding.kind].principal(colliding)} at ${place(colliding.index)}: Datadog accepts only one of them.`,
      )
    }
  }
  return problems
}

const SCOPE_FORMS: Readonly<Record<string, { readonly form: RegExp; readonly what: string }>> = {
  accounts: { form: /^\d{12}$/, what: 'an AWS account number of 12 digits' },
  'pattern-prefixes': {
    form: /^arn:/,
    what: 'the beginning of an ARN pattern, such as arn:aws:sts::123456789012:assumed-role/ci-',
  },
  repositories: { form: /^([\w.-]+\/[\w.-]+|\d+)$/, what: 'a repository as OWNER/NAME, or its id' },
}

function readScope(document: FileDocument, position: Position, problems: string[]): Scope {
  const scope: Partial<Record<(typeof KIND_NAMES)[number], KindScope>> = {}
  for (const kind of KIND_NAMES) {
    const given: Readonly<Record<string, readonly string[] | undefined>> | undefined = document.scope?.[kind]
    if (given === undefined) continue
    const { accounts, repositories, 'pattern-prefixes': patternPrefixes, 'attribute-keys': attributeKeys } = given
    for (const [field, { form, what }] of Object.entries(SCOPE_FORMS)) {
      for (const [index, text] of (given[field] ?? []).entries()) {
        if (!form.test(text)) problems.push(`${position(['scope', kind, field, index])}: "${text}" is not ${what}.`)
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
