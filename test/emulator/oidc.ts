import { randomUUID } from 'node:crypto'
import { plainJson, type Received, type Reply, stringError } from './exchange.ts'
import type { JsonObject } from './json.ts'
import { mintJwt, readJwt } from './jwt.ts'
import type { Settings, Store } from './store.ts'

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

const LIFE_SECONDS = 300

const JOB: JsonObject = {
  sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  ref: 'refs/heads/main',
  sha: '8f0c4a2f6e1b4b0d9a7c3e5f1a2b3c4d5e6f7a8b',
  repository: 'octo-org/octo-repo',
  repository_id: '456789',
  repository_owner: 'octo-org',
  repository_owner_id: '123456',
  repository_visibility: 'private',
  run_id: '1001',
  run_number: '7',
  run_attempt: '1',
  actor: 'octocat',
  actor_id: '583231',
  workflow: 'Release',
  workflow_ref: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
  workflow_sha: '8f0c4a2f6e1b4b0d9a7c3e5f1a2b3c4d5e6f7a8b',
  job_workflow_ref: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
  job_workflow_sha: '8f0c4a2f6e1b4b0d9a7c3e5f1a2b3c4d5e6f7a8b',
  event_name: 'push',
  head_ref: '',
  base_ref: '',
  ref_type: 'branch',
  ref_protected: 'true',
  runner_environment: 'github-hosted',
}

/** Answers the runner's token endpoint, which is asked with `Authorization: bearer <request token>`. */
export function answerOidc(settings: Settings, request: Received): Reply {
  const token = /^bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
  if (token === undefined || (settings.oidcRequestToken ?? token) !== token) {
    return { ...stringError(401, 'Unauthorized'), reason: 'the request token is missing or wrong' }
  }
  const now = Math.floor(settings.now() / 1000)
  const audience = request.query.get('audience') || 'https://github.com/octo-org'
  const times = { iat: now, nbf: now - 300, exp: now + LIFE_SECONDS }
  const claims = { jti: randomUUID(), ...JOB, aud: audience, iss: GITHUB_ISSUER, ...times, ...settings.oidcClaims }
  return plainJson(200, {
    count: 1,
    value: mintJwt(Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null))),
  })
}

/** The claims of a GitHub token that is good for the organization, or why it is not. */
export function verifyGithubToken(
  store: Store,
  settings: Settings,
  token: string,
): { claims: JsonObject } | { refused: string } {
  const claims = readJwt(token)
  if (!claims) return { refused: 'the token is not one that the emulator signed' }
  if (claims['iss'] !== GITHUB_ISSUER) return { refused: 'the issuer is not github.com' }
  if (claims['aud'] !== `datadog/${store.org.uuid}`) return { refused: 'the audience is not of this organization' }
  if (Number(claims['exp']) * 1000 <= settings.now()) return { refused: 'the token has expired' }
  return { claims }
}
