import { createHash } from 'node:crypto'
import type { getOctokit } from '@actions/github'
import { systemClock } from '../../clock.ts'
import { proxyFor } from '../../datadog/proxy.ts'
import { createTransport, type Exchange, type Transport } from '../../datadog/transport.ts'
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

// GitHub answers within 10 s or not at all.
const LONGEST_WAIT_MS = 30_000

type Octokit = ReturnType<typeof getOctokit>

/**
 * Writes the comment, or updates the one that is there; there is never a second one.
 * @throws whatever GitHub's client throws.
 */
export async function keepComment(
  comment: Comment,
  token: string,
  env: Environment,
  signal: AbortSignal,
): Promise<void> {
  const baseUrl = env['GITHUB_API_URL'] || 'https://api.github.com'
  const { origin } = new URL(baseUrl)
  const proxy = proxyFor(origin, env)
  if ('problem' in proxy) throw new Error(proxy.problem)
  const transport = await createTransport(origin, proxy.value, systemClock)
  try {
    // Loaded here: it reads the event when it is imported, and few steps need it.
    const { getOctokit } = await import('@actions/github')
    const octokit = getOctokit(token, { baseUrl, request: { signal, fetch: fetchOver(transport, signal) } })
    await updateOrCreate(comment, octokit, token, env)
  } finally {
    transport.close()
  }
}

async function updateOrCreate(comment: Comment, octokit: Octokit, token: string, env: Environment): Promise<void> {
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const place = { owner, repo, issue_number: comment.pullRequest }
  const marker = `<!-- datadog-mappings ${createHash('sha256').update(JSON.stringify(comment.about)).digest('hex').slice(0, 32)} -->`
  const body = `${marker}\n${fitting(comment.body)}`
  // By their routes: the build leaves out octokit.rest, a table of a thousand endpoints.
  const all = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...place,
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
    if (ours.body === body) return
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      owner,
      repo,
      comment_id: ours.id,
      body,
    })
    return
  }
  if (comment.worthTheFirst)
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...place, body })
}

// The token of a workflow or an app has no user and writes as a bot; so may one that GitHub names no user for.
async function loginOf(token: string, octokit: Octokit): Promise<string | undefined> {
  if (token.startsWith('ghs_')) return undefined
  return octokit.request('GET /user').then(
    ({ data }) => data.login,
    () => undefined,
  )
}

/** What Octokit gives to `fetch`. */
interface FetchOptions extends Pick<Exchange, 'method' | 'headers'> {
  readonly body?: string
}

/**
 * A `fetch` for Octokit over the transport that the requests to Datadog use: one undici for both, and the same proxies. It
 * follows no redirect.
 */
function fetchOver(
  transport: Transport,
  signal: AbortSignal,
): (url: string, options: FetchOptions) => Promise<Response> {
  return async (url, { method, headers, body }) => {
    const { pathname, search } = new URL(url)
    const exchange = { method, path: pathname + search, headers, signal, limit: LONGEST_WAIT_MS }
    const answer = await transport.exchange(body === undefined ? exchange : { ...exchange, body })
    if (answer.status >= 300 && answer.status < 400) throw new Error(`GitHub answered ${answer.status}, a redirect`)
    const fields = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    )
    return new Response(answer.text || null, { status: answer.status, headers: fields })
  }
}

function fitting(body: string): string {
  if (body.length <= LONGEST_COMMENT) return body
  const lines = body.slice(0, LONGEST_COMMENT).split('\n').slice(0, -1)
  return `${lines.join('\n')}\n\nThe rest is left out, because GitHub takes no longer comment. The job summary and the output plan-file have all of it.`
}
