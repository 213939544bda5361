import type { ClaimMatchers } from '../mapping.ts'
import type { ClaimName } from './claim-names.ts'
import { ANYTHING, dotsEscaped, skeletonsOf, withOpenEnds, withoutAnchors } from './skeletons.ts'

/** Values that have nothing in common but being possible: what matches them all, matches everything. */
const UNLIKE: Partial<Record<ClaimName, readonly string[]>> = {
  repository_id: ['1', '9876543210'],
  repository_owner_id: ['1', '9876543210'],
  actor_id: ['1', '9876543210'],
  enterprise_id: ['1', '9876543210'],
  repository: ['q/z', 'other-org/w.e_b'],
  sub: ['repo:q/z:ref:refs/heads/x', 'repo:other-org@1/w.e_b@2:environment:y', 'repo:other-org/u:pull_request'],
  ref: ['refs/heads/x', 'refs/tags/1.2'],
  ref_type: ['branch', 'tag'],
  repository_visibility: ['public', 'private', 'internal'],
  runner_environment: ['github-hosted', 'self-hosted'],
  workflow_ref: ['q/z/.github/workflows/a.yml@refs/heads/x', 'other-org/w/.github/workflows/b.yaml@refs/tags/1'],
  job_workflow_ref: ['q/z/.github/workflows/a.yml@refs/heads/x', 'other-org/w/.github/workflows/b.yaml@refs/tags/1'],
}

/** Whether a matcher lets every value of its claim pass, so that it could as well be left out. */
export function isOpenToAll(name: ClaimName, matches: (text: string) => boolean | undefined): boolean {
  return (UNLIKE[name] ?? ['q', 'other-value 7', 'Z_z']).every((value) => matches(value) === true)
}

/**
 * Who can satisfy a set of claim matchers, apart from those who were meant: anyone on GitHub, every repository of an owner, a repository
 * that somebody creates again under the same name, any branch or event of the repository.
 */
export type ReachCode = 'anyone' | 'owner' | 'recreatable' | 'any-ref'

/** What a set of claim matchers leaves open, the most dangerous first; empty when it names one branch, tag or environment by ids. */
export function reachOf(matchers: ClaimMatchers): readonly ReachCode[] {
  const isPinned = (rules: Rules) => Object.entries(rules).some(([name, rule]) => pins(matchers[name], name, rule))
  const repository = isPinned(NAMES_REPOSITORY)
  if (!repository && !isPinned(NAMES_OWNER)) return ['anyone']
  const byId = isPinned(repository ? REPOSITORY_BY_ID : OWNER_BY_ID)
  return [
    ...(repository ? [] : ['owner' as const]),
    ...(byId ? [] : ['recreatable' as const]),
    ...(isPinned(NAMES_PLACE) ? [] : ['any-ref' as const]),
  ]
}

type Rules = Readonly<Record<string, RegExp>>

const any = ANYTHING
const fixed = `[^${any}/:@]+(?:@[\\d${any}]*)?`
const withId = `[^${any}/:@]+@\\d+`
const text = `[^${any}/]+`
const branch = `refs/(?:heads|tags)/[^${any}]`

const REPOSITORY_BY_ID: Rules = { sub: new RegExp(`^repo:[^${any}/:]+/${withId}(?::|$)`), repository_id: /^\d+$/ }
const NAMES_REPOSITORY: Rules = {
  ...REPOSITORY_BY_ID,
  sub: new RegExp(`^repo:${fixed}/${fixed}(?::|$)`),
  repository: new RegExp(`^${text}/${text}$`),
  workflow_ref: new RegExp(`^${text}/${text}/`),
}
const OWNER_BY_ID: Rules = {
  sub: new RegExp(`^repo:${withId}/`),
  repository_owner_id: /^\d+$/,
  repository_id: /^\d+$/,
  enterprise_id: /^\d+$/,
}
const NAMES_OWNER: Rules = {
  ...OWNER_BY_ID,
  sub: new RegExp(`^repo:${fixed}/`),
  repository: new RegExp(`^${text}/`),
  workflow_ref: new RegExp(`^${text}/`),
  repository_owner: new RegExp(`^${text}$`),
  enterprise: new RegExp(`^${text}$`),
}
// A pull request is of any branch, and a workflow runs as it is on the branch that triggers it.
const NAMES_PLACE: Rules = {
  sub: new RegExp(`:environment:[^${any}]|:ref:${branch}|@${branch}`),
  ref: new RegExp(`^${branch}`),
  environment: new RegExp(`^[^${any}]`),
  workflow_ref: new RegExp(`@${branch}`),
  job_workflow_ref: new RegExp(`@${branch}`),
}

// Of sub alone it is documented that the whole claim has to match; any other matcher without anchors may match in the middle.
function pins(pattern: string | undefined, name: string, rule: RegExp): boolean {
  if (pattern === undefined) return false
  const ways = skeletonsOf(withFixedDots(pattern))?.map(name === 'sub' ? withoutAnchors : withOpenEnds)
  return ways?.every((way) => rule.test(way)) === true
}

// A dot in the name of a repository or a branch is meant literally. An owner's name has none, so there it stands for any character.
function withFixedDots(pattern: string): string {
  const slash = pattern.indexOf('/')
  return slash < 0 ? pattern : pattern.slice(0, slash + 1) + dotsEscaped(pattern.slice(slash + 1))
}
