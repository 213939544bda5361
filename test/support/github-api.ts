import { createServer, type IncomingMessage } from 'node:http'
import { type LoopbackServer, listen } from './loopback-server.ts'

/** A comment on a pull request or issue, as GitHub keeps it. */
export interface IssueComment {
  id: number
  body: string
  user: { login: string; type: 'Bot' | 'User' }
}

/** The part of GitHub's API that keeps comments, with what it has been asked. */
export interface GitHubApi extends LoopbackServer {
  /** The comments of the one pull request that it knows, oldest first. */
  comments: IssueComment[]
  /** A line for each request: `POST /repos/my-org/app/issues/7/comments 201`. */
  requests: string[]
}

/**
 * Starts it; `denied` answers writes with 403, as GitHub does a token without `pull-requests: write`. The token is of a workflow
 * unless it is of a `user` or of another `app`; `anonymous` refuses to say whose it is. With `movedTo`, everything is redirected there.
 */
export async function startGitHubApi(options: {
  token: string
  user?: string
  app?: string
  anonymous?: boolean
  denied?: boolean
  movedTo?: string
  comments?: IssueComment[]
}): Promise<GitHubApi> {
  const owner: IssueComment['user'] =
    options.user === undefined
      ? { login: `${options.app ?? 'github-actions'}[bot]`, type: 'Bot' }
      : { login: options.user, type: 'User' }
  const comments = [...(options.comments ?? [])]
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    if (options.movedTo !== undefined) {
      response.writeHead(307, { location: `${options.movedTo}${request.url}` }).end()
      return
    }
    const { status, body, link } = answer(request, JSON.parse((await text(request)) || '{}'))
    requests.push(`${request.method} ${request.url} ${status}`)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...(link && { link }) })
    response.end(JSON.stringify(body))
  })
  const base = await listen(server, 'http')
  return { ...base, comments, requests }

  function answer(
    request: IncomingMessage,
    sent: { body?: string; query?: string },
  ): { status: number; body: unknown; link?: string } {
    const url = new URL(request.url ?? '/', base.url)
    if (request.headers.authorization !== `token ${options.token}`)
      return { status: 401, body: { message: 'Bad credentials' } }
    if (request.method === 'POST' && url.pathname === '/graphql') {
      if (options.anonymous)
        return {
          status: 200,
          body: { errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] },
        }
      return sent.query?.replace(/\s+/g, ' ').trim() === 'query { viewer { login } }'
        ? { status: 200, body: { data: { viewer: { login: owner.login } } } }
        : { status: 200, body: { errors: [{ message: 'Parse error' }] } }
    }
    const all = /^\/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/.test(url.pathname)
    const one = /^\/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/.exec(url.pathname)
    if (request.method === 'GET' && all) return page(url)
    if (options.denied) return { status: 403, body: { message: 'Resource not accessible by integration' } }
    if (request.method === 'POST' && all) {
      const comment: IssueComment = {
        id: 1000 + comments.length,
        body: sent.body ?? '',
        user: owner,
      }
      comments.push(comment)
      return { status: 201, body: comment }
    }
    const comment = comments.find(({ id }) => String(id) === one?.[1])
    if (request.method !== 'PATCH' || comment === undefined) return { status: 404, body: { message: 'Not Found' } }
    comment.body = sent.body ?? ''
    return { status: 200, body: comment }
  }

  function page(url: URL) {
    const size = Number(url.searchParams.get('per_page') ?? 30)
    const number = Number(url.searchParams.get('page') ?? 1)
    const next = new URL(url)
    next.searchParams.set('page', String(number + 1))
    const more = number * size < comments.length
    return {
      status: 200,
      body: comments.slice((number - 1) * size, number * size),
      ...(more && { link: `<${next}>; rel="next"` }),
    }
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
