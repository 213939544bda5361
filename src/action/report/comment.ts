import { createHash } from 'node:crypto'
import type { getOctokit } from '@actions/github'
import type { Environment } from '../inputs/input-reader.ts'

/** The one comment of a pull request that is kept up to date for a place and a file. */
export interface Comment {
  readonly pullRequest: number
  /** What keeps the comments of several orgs, sites and files apart. */
  readonly about: readonly string[]
  /** Markdown, or undefined when there is nothing that would be worth a first comment. */
  readonly body: string
  readonly worthTheFirst: boolean
}

// GitHub refuses a comment of more than 65,536 characters.
const LONGEST_COMMENT = 65_000

/**
 * Writes the comment, or brings it up to date; there is never a second one.
 * @throws whatever GitHub's client throws.
 */
export async function keepComment(
  comment: Comment,
  token: string,
  env: Environment,
  signal: AbortSignal,
): Promise<void> {
  // Loaded here: it reads the event when it is imported, brings an HTTP client of its own, and few steps need it.
  const github = await import('@actions/github')
  const octokit = github.getOctokit(token, { request: { signal } })
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const marker = `<!-- datadog-mappings ${createHash('sha256').update(JSON.stringify(comment.about)).digest('hex').slice(0, 32)} -->`
  const body = `${marker}\n${fitting(comment.body)}`
  const all = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: comment.pullRequest,
    per_page: 100,
  })
  const login = await loginOf(token, octokit)
  for await (const { data } of all) {
    // Anybody can write a comment with our marker.
    const ours = data.find(
      ({ body: text, user }) =>
        text?.startsWith(marker) && (login === undefined ? user?.type === 'Bot' : user?.login === login),
    )
    if (ours === undefined) continue
    if (ours.body !== body) await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body })
    return
  }
  if (comment.worthTheFirst)
    await octokit.rest.issues.createComment({ owner, repo, issue_number: comment.pullRequest, body })
}

// The token of a workflow or an app has no user and writes as a bot; so may one that GitHub names no user for.
async function loginOf(token: string, octokit: ReturnType<typeof getOctokit>): Promise<string | undefined> {
  if (token.startsWith('ghs_')) return undefined
  return octokit.rest.users.getAuthenticated().then(
    ({ data }) => data.login,
    () => undefined,
  )
}

function fitting(body: string): string {
  if (body.length <= LONGEST_COMMENT) return body
  const lines = body.slice(0, LONGEST_COMMENT).split('\n').slice(0, -1)
  return `${lines.join('\n')}\n\nThe rest is left out, because GitHub takes no longer comment. The job summary and the output plan-file have all of it.`
}
