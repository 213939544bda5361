import { nearest } from '../nearest.ts'
import type { ClaimName } from './claim-names.ts'
import { escapeLiteral } from './skeletons.ts'

/** One sentence on a plain value that is no value at all: empty, masked, unexpanded, or half a regular expression. */
export function literalProblem(name: string, value: string): string | undefined {
  if (value.trim() === '') return `${name} is empty; is it the empty output of an earlier step?`
  if (value.includes('***'))
    return `${name} is "${value}", in which "***" stands for a masked value, so it was copied from a log; write the value itself.`
  const left = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$[A-Z_][A-Z0-9_]*\b/.exec(value)?.[0]
  if (left !== undefined)
    return `${name} is "${value}", in which "${left}" was not replaced; use a GitHub expression such as \${{ github.repository }}.`
  if (value.startsWith('/') || (value.endsWith('/') && value !== '/')) {
    return `${name} is "${value}", which has a slash at one end only; write a regular expression between slashes, /^…$/ (in quotes when it contains " #" or ": ").`
  }
  return undefined
}

/** What a claim can be, where GitHub says so: https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims */
const SHAPES: Partial<Record<ClaimName, readonly [RegExp, string]>> = {
  sub: [/:/, 'repo:OWNER/NAME:ref:refs/heads/main'],
  repository: [/^[\w-]+\/[\w.-]+$/, 'OWNER/NAME as it stands in the address of the repository'],
  repository_owner: [/^[^/\s]+$/, 'the owner alone'],
  repository_id: [/^\d+$/, 'a number, as ${{ github.repository_id }} has it'],
  repository_owner_id: [/^\d+$/, 'a number, as ${{ github.repository_owner_id }} has it'],
  actor_id: [/^\d+$/, 'a number, as ${{ github.actor_id }} has it'],
  enterprise_id: [/^\d+$/, 'a number'],
  ref: [/^refs\/./, 'refs/heads/BRANCH or refs/tags/TAG'],
  workflow_ref: [/@refs\//, 'OWNER/NAME/.github/workflows/FILE.yml@refs/heads/main'],
  job_workflow_ref: [/@./, 'OWNER/NAME/.github/workflows/FILE.yml@refs/heads/main'],
}

const VALUES: Partial<Record<ClaimName, readonly string[]>> = {
  ref_type: ['branch', 'tag'],
  repository_visibility: ['public', 'private', 'internal'],
  runner_environment: ['github-hosted', 'self-hosted'],
}

/** Sentences on a plain value that no token of GitHub's can have: a wrong shape, or a wildcard that would be taken literally. */
export function literalWarnings(name: ClaimName, value: string): string[] {
  const inside = /^(["'`]).*\1$/.test(value) ? value.slice(1, -1) : undefined
  if (inside !== undefined)
    return [`${name} is ${value}, and the quotes are part of what has to match; write ${inside} without them.`]
  const wild = /[*^]|\.\+|\\[dws.]|\(\?:|\$$/.test(value)
  if (wild) {
    const pattern = /\\|\.[*+]|^\^|\$$|\(\?:/.test(value)
      ? value.replace(/^\^|\$$/g, '')
      : escapeLiteral(value).replace(/(?:\\\*)+/g, '.*')
    return [
      `${name} is "${value}", which is taken literally, special characters and all; for a regular expression write /${name === 'sub' ? '' : '^'}${pattern}$/.`,
    ]
  }
  const shape = SHAPES[name]
  if (shape !== undefined && !shape[0].test(value)) {
    const better = name === 'ref' ? `refs/heads/${value}` : shape[1]
    return [`${name} is "${value}", which no token has; write ${better}.`]
  }
  const values = VALUES[name]
  if (values === undefined || values.includes(value)) return []
  return [
    `${name} is "${value}", which no token has; write ${nearest(value, values) ?? `one of ${values.join(', ')}`}.`,
  ]
}
