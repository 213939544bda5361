import { describe, expect, test } from 'vitest'
import { AWS, MAPPED, ORG } from '../identity/job.ts'
import { awsJob, calls, expectNothingSecret, githubJob, KEYS, runJob, runJobHere, startClouds } from './job.ts'
import { expectFailure, expectNoSecrets, expectSuccess } from './step.ts'

const login = { operation: 'login', 'org-uuid': ORG }
const intake = { mappings: { 'aws-intake': [{ arn_pattern: 'arn:aws:sts::123456789012:assumed-role/ci/*' }] } }

describe('login', () => {
  test('hands a masked token to later steps, which opens Datadog, and says when it ends', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJob(clouds, login, awsJob(clouds))
    expectSuccess(step, 'logged-in')
    const { 'bearer-token': token = '', 'expires-at': end = '' } = step.outputs
    const later = await fetch(`${clouds.url}/api/v2/current_user`, { headers: { authorization: `Bearer ${token}` } })
    expect(await later.json()).toMatchObject({ data: { id: MAPPED.users[0].id } })
    expect(end).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(Date.parse(end) - Date.now()).toBeGreaterThan(840_000)
    expect(step.masks).toContain(token)
    expect(step.outputsDroppedBetweenJobs).toEqual(['bearer-token'])
    expect(step.annotations).toEqual([])
    expect(step.summary).toMatch(/^### Datadog: logged-in/)
    expect(calls(clouds)).toEqual(['POST /api/v2/delegated-token delegated 200', 'GET /api/v2/current_user bearer 200'])
    const { 'bearer-token': _, ...others } = step.outputs
    expectNothingSecret({ ...step, outputs: others }, clouds)
  })

  test('as intake hands on the API key of the intake mapping', async () => {
    const clouds = await startClouds({ seed: intake })
    const step = await runJobHere(clouds, { ...login, 'login-as': 'intake' }, awsJob(clouds))
    expectSuccess(step, 'logged-in')
    const { 'intake-api-key': key = '', ...others } = step.outputs
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(others).not.toHaveProperty('bearer-token')
    expect(step.masks).toContain(key)
    expect(calls(clouds)).toEqual(['POST /api/v2/intake-key delegated 200'])
    expectNoSecrets({ ...step, outputs: others }, key, AWS.secretAccessKey, AWS.sessionToken)
  })

  test('goes with the GitHub token of the job as well', async () => {
    const claim_matchers = { sub: '^repo:octo-org/octo-repo:.*$' }
    const clouds = await startClouds({
      seed: { mappings: { 'github-persona': [{ claim_matchers, account_identifier: 'a@example.com' }] } },
    })
    const step = await runJobHere(clouds, { ...login, auth: 'github' }, githubJob(clouds))
    expectSuccess(step, 'logged-in')
    expect(step.outputs['bearer-token']).toBeTruthy()
  })

  test('is told apart from a GitHub that gives no token', async () => {
    const clouds = await startClouds()
    const env = { ...githubJob(clouds), ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'one-that-has-ended' }
    const step = await runJobHere(clouds, { ...login, auth: 'github' }, env)
    expectFailure(step, 'unauthorized', "GitHub's token service answered 401", 'permissions: id-token: write')
    expect(calls(clouds)).toEqual(['GET /__emulator/oidc bearer 401'])
  })

  test('does not take keys of the environment for a way in', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const env = { ...awsJob(clouds), DD_API_KEY: KEYS['api-key'], DD_APP_KEY: KEYS['app-key'] }
    expectSuccess(await runJobHere(clouds, login, env), 'logged-in')
    expect(calls(clouds)).toEqual(['POST /api/v2/delegated-token delegated 200'])
  })

  test('that is refused names the caller and the nearest mapping of its sort, and sets no token', async () => {
    const clouds = await startClouds({
      seed: { mappings: { 'aws-intake': [{ arn_pattern: 'arn:aws:sts::123456789012:assumed-role/cd/*' }] } },
    })
    const step = await runJobHere(clouds, { ...login, ...KEYS, 'login-as': 'intake' }, awsJob(clouds))
    expectFailure(step, 'forbidden', `The job is ${AWS.callerArn}.`, 'It matches no AWS intake mapping. Nearest: ')
    expect(step.outputs['error-message']).toContain(
      'Map this caller with operation: create, kind: aws-intake and stored keys',
    )
    expect(step.outputs).not.toHaveProperty('intake-api-key')
    expectNothingSecret(step, clouds)
  })

  test.each<[string, string]>([
    ['a token with a line break', 'a\nb'],
    ['an empty token', ''],
  ])('%s is not handed on', async (_, access_token) => {
    const clouds = await startClouds({ seed: MAPPED })
    clouds.setFaults([{ path: '/api/v2/delegated-token', do: { kind: 'mutate', set: { access_token } } }])
    const step = await runJobHere(clouds, login, awsJob(clouds))
    expectFailure(step, 'bad-response', 'a malformed token or key')
    expect(step.outputs).not.toHaveProperty('bearer-token')
  })

  test.each<[string, Record<string, string>, string]>([
    ['no organization', { 'org-uuid': '' }, 'org-uuid: is missing: operation: login needs it'],
    ['another sort of login', { 'login-as': 'admin' }, 'login-as: "admin" is not one of persona, intake'],
    ['a bearer token', { auth: 'bearer', 'bearer-token': 'abcdef' }, "exchanges the job's own identity"],
  ])('%s is an error before any request', async (_, inputs, says) => {
    const clouds = await startClouds()
    const step = await runJobHere(clouds, { ...login, ...inputs }, awsJob(clouds))
    expectFailure(step, 'invalid-input', says)
    expect(calls(clouds)).toEqual([])
  })

  test('for telemetry is refused on the sites that do not offer it', async () => {
    const clouds = await startClouds()
    const inputs = { ...login, 'login-as': 'intake', 'api-url': '', site: 'ddog-gov.com' }
    expectFailure(
      await runJobHere(clouds, inputs, awsJob(clouds)),
      'invalid-input',
      'ddog-gov.com',
      'login-as: persona',
    )
  })
})
