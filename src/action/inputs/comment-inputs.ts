import { resolveSite } from '../../datadog/site.ts'
import { type Environment, InputReader } from './input-reader.ts'

/** Where the comment of a step goes, even when other inputs are wrong. */
export interface CommentTarget {
  readonly token: string
  /** Absent when the run is about no pull request. */
  readonly pullRequest?: number
  /** What keeps the comments of several sites, files and organizations apart: as given, so that a failed step finds its own. */
  readonly about: readonly string[]
}

/** The token for the comment on the pull request; empty when none is to be written. A missing one is a problem. */
export function readCommentToken(reader: InputReader): string {
  const operation = reader.given('operation').toLowerCase()
  if ((operation !== 'plan' && operation !== 'apply') || !reader.flag('comment')) return ''
  const token = reader.given('github-token') || (reader.variable('github-token')?.value.trim() ?? '')
  if (token === '')
    reader.problem(
      'github-token',
      'is missing: comment: true needs it. Set it to ${{ github.token }}, and give the job permissions: pull-requests: write.',
    )
  return token
}

/** Reads where the comment belongs; undefined when none is to be written. */
export async function readCommentTarget(env: Environment): Promise<CommentTarget | undefined> {
  const reader = new InputReader(env)
  const token = readCommentToken(reader)
  if (token === '') return undefined
  const { readEvent } = await import(/* webpackChunkName: "plan" */ './event.ts')
  const { pullRequest } = readEvent(env)
  const given = (name: 'site' | 'org-uuid') => reader.given(name) || (reader.variable(name)?.value.trim() ?? '')
  const site = resolveSite(given('site') || reader.text('site'))
  const place = reader.given('api-url') || ('value' in site ? site.value.name : given('site'))
  return {
    token,
    ...(pullRequest !== undefined && { pullRequest }),
    about: [place, reader.text('file'), given('org-uuid').toLowerCase()],
  }
}
