import { accountOf } from '../arn/arn-pattern.ts'
import { literalOf } from '../claims/skeletons.ts'
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
      (repository) => literalOf(claims[/^\d+$/.test(repository) ? 'repository_id' : 'repository']) === repository,
    ),
    attributeKeys?.includes(attributeKey),
  ].filter((test) => test !== undefined)
  return tests.length > 0 && tests.every(Boolean)
}
