import { accountOf } from '../arn/arn-pattern.ts'
import type { KindName, LiveMapping } from '../mapping.ts'

/** Which live mappings of one kind a file speaks for; what is given has to fit all at once. */
export interface KindScope {
  readonly accounts?: readonly string[]
  readonly patternPrefixes?: readonly string[]
  readonly repositories?: readonly string[]
  readonly attributeKeys?: readonly string[]
}

/** What `prune` may touch, by kind; a kind that is not named is not touched. */
export type Scope = Readonly<Partial<Record<KindName, KindScope>>>

/** Whether a live mapping is one that `prune` may touch. */
export function isInScope(scope: Scope, mapping: LiveMapping): boolean {
  const kind = scope[mapping.kind]
  if (kind === undefined) return false
  const { accounts, patternPrefixes, repositories, attributeKeys } = kind
  const { arnPattern = '', attributeKey = '', claims = {} } = mapping
  const tests = [
    accounts?.includes(accountOf(arnPattern) ?? ''),
    patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
    // A name is no id, although nothing but digits could be either.
    repositories?.some(
      (repository) => literal(claims[/^\d+$/.test(repository) ? 'repository_id' : 'repository']) === repository,
    ),
    attributeKeys?.includes(attributeKey),
  ].filter((test) => test !== undefined)
  return tests.length > 0 && tests.every(Boolean)
}

// A matcher that could match more than one repository says nothing about which one the mapping belongs to.
function literal(matcher: string | undefined): string | undefined {
  const inner = /^\^(.*)\$$/s.exec(matcher ?? '')?.[1]
  if (inner === undefined) return undefined
  const plain = inner.replace(/\\([^A-Za-z0-9])/g, '$1')
  const unescaped = inner.replace(/\\[^A-Za-z0-9]/g, '')
  return /[\\^$.*+?()[\]{}|]/.test(unescaped) ? undefined : plain
}
