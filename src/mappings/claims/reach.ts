import type { ClaimMatchers } from '../mapping.ts'
import type { ClaimName } from './claim-names.ts'
import { ANYTHING, dotsEscaped, skeletonsOf, withoutAnchors } from './skeletons.ts'

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

type Reach = 'repository' | 'owner' | 'anyone'

/** A sentence when the matchers together leave open which repository of the owner, or of all of GitHub, a job may come from. */
export function reachWarnings(matchers: ClaimMatchers): string[] {
  const reaches = Object.entries(matchers).map(([name, pattern]) => reachOf(name, pattern))
  if (reaches.includes('repository')) return []
  if (reaches.includes('owner'))
    return [
      'the claims let every repository of the owner match, also ones made later; add repository and repository_id unless that is meant.',
    ]
  return [
    'the claims pin neither owner nor repository, so that a job of anyone on GitHub could match; add repository: OWNER/NAME with repository_id and repository_owner_id.',
  ]
}

const fixed = `[^${ANYTHING}/:@]+(?:@[\\d${ANYTHING}]*)?`
const PINS_REPOSITORY: Readonly<Record<string, RegExp>> = {
  sub: new RegExp(`^repo:${fixed}/${fixed}(?::|$)`),
  repository: new RegExp(`^[^${ANYTHING}/]+/[^${ANYTHING}/]+$`),
  repository_id: /^\d+$/,
  workflow_ref: new RegExp(`^[^${ANYTHING}/]+/[^${ANYTHING}/]+/`),
}
const PINS_OWNER: Readonly<Record<string, RegExp>> = {
  sub: new RegExp(`^repo:${fixed}/`),
  repository: new RegExp(`^[^${ANYTHING}/]+/`),
  workflow_ref: new RegExp(`^[^${ANYTHING}/]+/`),
  repository_owner: new RegExp(`^[^${ANYTHING}]+$`),
  repository_owner_id: /^\d+$/,
  enterprise: new RegExp(`^[^${ANYTHING}]+$`),
  enterprise_id: /^\d+$/,
}

function reachOf(name: string, pattern: string): Reach {
  const skeletons = skeletonsOf(dotsEscaped(pattern))?.map(withoutAnchors)
  const all = (shape: RegExp | undefined) =>
    shape !== undefined && skeletons?.every((skeleton) => shape.test(skeleton)) === true
  if (all(PINS_REPOSITORY[name])) return 'repository'
  return all(PINS_OWNER[name]) ? 'owner' : 'anyone'
}
