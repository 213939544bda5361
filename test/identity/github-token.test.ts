import { expect, test } from 'vitest'
import { githubToken } from '../../src/identity/github-token.ts'
import { startJob, type TestJob } from './job.ts'

type Faults = Parameters<TestJob['emulator']['setFaults']>[0]

test('the token is asked for with the audience, masked, and its claims are read', async () => {
  const { job, emulator, secrets } = await startJob({ oidcClaims: { sub: 'repo:ø/r:ref:refs/heads/main' } })
  const { token, claims } = await githubToken(job, 'datadog/a b&c')
  expect(claims).toMatchObject({ aud: 'datadog/a b&c', sub: 'repo:ø/r:ref:refs/heads/main' })
  expect(secrets).toEqual(expect.arrayContaining([token, 'a-request-token-of-the-runner']))
  expect(emulator.requests()).toMatchObject([{ headers: { authorization: 'Bearer a-request-token-of-the-runner' } }])
})

test.each<[string, Faults]>([
  ['a rate limit', [{ path: '/__emulator/oidc', times: 1, do: { kind: 'status', status: 429 } }]],
  ['errors of the server', [{ path: '/__emulator/oidc', times: 2, do: { kind: 'status', status: 500 } }]],
  ['a reset', [{ path: '/__emulator/oidc', times: 1, do: 'reset' }]],
  ['a page instead of JSON', [{ path: '/__emulator/oidc', times: 1, do: 'html' }]],
])('it is asked for again after %s', async (_, faults) => {
  const { job, emulator } = await startJob()
  emulator.setFaults(faults)
  expect((await githubToken(job, 'x')).claims['aud']).toBe('x')
})

test.each<[string, Record<string, string>, string]>([
  ['no URL', { ACTIONS_ID_TOKEN_REQUEST_URL: '' }, 'no permission to ask GitHub'],
  ['no request token', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: ' ' }, 'no permission to ask GitHub'],
  ['an address without encryption', { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://token.example/?a=b' }, 'unencrypted'],
  ['an invalid address', { ACTIONS_ID_TOKEN_REQUEST_URL: 'token' }, 'not a URL'],
])('%s is explained, and nothing is sent', async (_, env, says) => {
  const { job, emulator } = await startJob({}, { env })
  const failure = githubToken(job, 'x')
  await expect(failure).rejects.toMatchObject({ reason: 'invalid-input' })
  await expect(failure).rejects.toThrow(says)
  if (says.includes('permission')) await expect(failure).rejects.toThrow('permissions: id-token: write')
  expect(emulator.requests()).toEqual([])
})

test.each<[string, Faults, string]>([
  ['a refusal', [{ do: { kind: 'status', status: 403 } }], 'forbidden'],
  ['a redirect', [{ do: { kind: 'redirect', to: 'https://elsewhere.example/' } }], 'redirect-refused'],
  ['a token that is none', [{ do: { kind: 'status', status: 200, body: '{"value":"abc"}' } }], 'bad-response'],
  ['claims that are none', [{ do: { kind: 'status', status: 200, body: '{"value":"a.W10.c"}' } }], 'bad-response'],
  ['nothing', [{ do: 'empty' }], 'bad-response'],
])('%s is told', async (_, faults, reason) => {
  const { job, emulator } = await startJob()
  emulator.setFaults(faults)
  await expect(githubToken(job, 'x')).rejects.toMatchObject({ reason })
})
