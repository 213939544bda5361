import { createHash } from 'node:crypto'
import type { getOctokit } from '@actions/github'
import type { Clock } from '../../clock.ts'
import { proxyFor } from '../../datadog/proxy.ts'
import { createTransport, type Exchange, type Transport } from '../../datadog/transport.ts'
import type { Environment } from '../inputs/input-reader.ts'

/** The one comment of a pull request that is kept up to date for a site, a file and an organization. */
export interface Comment {
  readonly pullRequest: number
  /** What keeps the comments of several sites, files and organizations apart. */
  readonly about: readonly string[]
  /** Markdown of at most LONGEST_COMMENT characters. */
  readonly body: string
  /** Whether it is written when there is no comment yet. */
  readonly worthTheFirst: boolean
}

/** How GitHub is reached. */
interface GitHub {
  readonly token: string
  readonly env: Environment
  readonly signal: AbortSignal
  readonly clock: Clock
}

/** GitHub refuses a comment of more than 65,536 characters; our marker needs some of them. */
export const LONGEST_COMMENT = 65_000

// GitHub answers within 10 s or not at all.
const LONGEST_WAIT_MS = 30_000

type Octokit = ReturnType<typeof getOctokit>

/**
 * Writes the comment, or updates the one that is there; there is never a second one.
 * @throws whatever GitHub's client throws.
 */
export async function keepComment(comment: Comment, { token, env, signal, clock }: GitHub): Promise<void> {
  const baseUrl = env['GITHUB_API_URL'] || 'https://api.github.com'
  const { origin } = new URL(baseUrl)
  const proxy = proxyFor(origin, env)
  if ('problem' in proxy) throw new Error(proxy.problem)
  const transport = await createTransport(origin, proxy.value, clock)
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
  const body = `${marker}\n${comment.body}`
  // By their routes: the build leaves out octokit.rest, a table of a thousand endpoints.
  const all = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...place,
    per_page: 100,
  })
  const isOurs = await authorTest(token, octokit)
  for await (const { data } of all) {
    // Anybody can write a comment with our marker.
    const ours = data.find(({ body: text, user }) => text?.startsWith(marker) && isOurs(user))
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

interface Author {
  readonly login: string
  readonly type: string
}

// The account of an app is called `NAME[bot]` where it writes, and may be called NAME where it asks who it is. No user's name has
// brackets, and only the tokens of apps, which include those of workflows, begin with ghs_.
async function authorTest(token: string, octokit: Octokit): Promise<(author: Author | null) => boolean> {
  const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
  const name = viewer.login.replace(BOT, '')
  const isApp = name !== viewer.login || token.startsWith('ghs_')
  return (author) => author !== null && author.login.replace(BOT, '') === name && (author.type === 'Bot') === isApp
}

const BOT = /\[bot\]$/

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
