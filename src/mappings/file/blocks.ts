import { isAccountNumber } from '../arn/arn-resource.ts'
import type { Acceptance } from '../audit/acceptance.ts'
import { isClaimName, unknownClaim } from '../claims/claim-names.ts'
import { defined, KIND_NAMES, type KindName } from '../mapping.ts'
import { canonical } from '../plan/plan-digest.ts'
import type { Policy } from '../policy.ts'
import { invisibleProblem } from '../visible.ts'
import { acceptancesOf } from './accept.ts'
import type { FileHead, FileScope } from './file-schema.ts'
import type { Ignore } from './ignore.ts'
import type { Mistakes } from './mistakes.ts'
import { type KindScope, prefixProblem, type Scope } from './scope.ts'
import { type FileValues, isRecord, type Places } from './yaml-values.ts'

/** What mappings files say apart from their mappings. */
export interface FileBlocks {
  readonly scope: Scope
  /** Live mappings that others manage. */
  readonly ignore?: Ignore
  /** What no plan of the file may do. */
  readonly policy?: Policy
  /** The findings of an audit that it accepts. */
  readonly accepted: readonly Acceptance[]
}

/** The values of one of the files. */
export interface FilePart extends FileValues {
  readonly root: Readonly<Record<string, unknown>>
}

// What stands in one file for all of them, be it with the mappings or without.
const BLOCKS = ['scope', 'ignore', 'policy', 'accept'] as const

/** Adds to the mistakes that a file says nothing, or that none of them names mappings. */
export function addAbsences(parts: readonly FilePart[], blocksSuffice: boolean, mistakes: Mistakes): void {
  const [first] = parts
  if (first !== undefined && !blocksSuffice && parts.every(({ root }) => root['mappings'] === undefined)) {
    const where = parts.length === 1 ? '' : ' in all files'
    mistakes.add(
      () => `${first.places.value([])}: mappings is missing${where}.`,
      () => first.places.at([]),
    )
    return
  }
  for (const { root, places } of parts) {
    if (['mappings', ...BLOCKS].every((name) => root[name] === undefined))
      mistakes.add(
        () => `${places.value([])}: the file has neither mappings nor ${BLOCKS.join(', ')}.`,
        () => places.at([]),
      )
  }
}

/** Adds to the mistakes where files define a block differently. */
export function addDifferences(parts: readonly FilePart[], mistakes: Mistakes): void {
  for (const block of BLOCKS) {
    const [first, ...others] = parts.filter(({ root }) => root[block] !== undefined)
    for (const other of others) {
      const [one, two] = [first, other].map((part) => canonical({ [block]: part?.root[block] }))
      if (first !== undefined && one !== two)
        mistakes.add(
          () =>
            `${other.places.key([block])}: this ${block} differs from the one at ${first.places.key([block])}. Leave one out.`,
          () => other.places.at([block]),
        )
    }
  }
}

/** Whether a file has a scope, be it right or wrong. */
export function hasScope({ root: { scope } }: FilePart): boolean {
  return isRecord(scope) && Object.keys(scope).length > 0
}

/** What is wrong with a text of a scope, by its field. */
const SCOPE_CHECKS: Readonly<Record<string, (text: string) => string | undefined>> = {
  accounts: (text) => (isAccountNumber(text) ? undefined : `"${text}" is not an AWS account number of 12 digits.`),
  'pattern-prefixes': prefixProblem,
  repositories: (text) =>
    /^([\w.-]+\/[\w.-]+|\d+)$/.test(text) ? undefined : `"${text}" is not a repository as OWNER/NAME, or its id.`,
  'attribute-keys': () => undefined,
}

/** Adds what is wrong with the texts of `scope` or `ignore` to the mistakes, also when its shape is wrong in another place. */
export function addScopeMistakes(block: 'scope' | 'ignore', { root, places }: FilePart, mistakes: Mistakes): void {
  const given = root[block]
  for (const kind of KIND_NAMES) {
    const scope = isRecord(given) ? given[kind] : undefined
    if (!isRecord(scope)) continue
    for (const [field, check] of Object.entries(SCOPE_CHECKS)) {
      const texts = scope[field]
      for (const [index, text] of (Array.isArray(texts) ? texts : []).entries()) {
        if (typeof text !== 'string' || text === '') continue
        // An ignored mapping can be live with a pattern that no caller matches.
        const isFree = block === 'ignore' && field === 'pattern-prefixes'
        const problem = invisibleProblem(text) ?? (isFree ? undefined : check(text))
        if (problem !== undefined)
          mistakes.add(
            () => `${places.value([block, kind, field, index])}: ${problem}`,
            () => places.at([block, kind, field, index]),
          )
      }
    }
    if (Object.keys(scope).length === 0)
      mistakes.add(
        () =>
          `${places.value([block, kind])}: the ${block} of ${kind} is empty. Say what it is about, or leave it out.`,
        () => places.at([block, kind]),
      )
  }
}

/** Adds the claims of a policy that no mapping can have to the mistakes. */
export function addPolicyMistakes(given: unknown, places: Places, mistakes: Mistakes): void {
  const claims = isRecord(given) ? given['required-claims'] : undefined
  for (const [index, name] of (Array.isArray(claims) ? claims : []).entries()) {
    if (typeof name !== 'string' || name === '' || isClaimName(name)) continue
    const at = ['policy', 'required-claims', index]
    mistakes.add(
      () => `${places.value(at)}: ${invisibleProblem(name) ?? unknownClaim(name)}`,
      () => places.at(at),
    )
  }
}

/** The blocks of all files together; where one is given twice, it is the same. */
export function blocksOf(heads: readonly FileHead[]): FileBlocks {
  const { scope, ignore, policy, accept }: Partial<FileHead> = Object.assign({}, ...heads)
  return {
    scope: scope === undefined ? {} : scopeOf(scope),
    accepted: accept === undefined ? [] : acceptancesOf(accept),
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
