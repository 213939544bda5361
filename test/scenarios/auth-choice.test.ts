import { describe, expect, test } from 'vitest'
import { MAPPED, ORG } from '../identity/job.ts'
import { awsJob, calls, expectNothingSecret, githubJob, KEYS, runJobHere, startClouds } from './job.ts'
import { API_KEY, APP_KEY, expectFailure, expectSuccess } from './step.ts'

const environmentKeys = { DD_API_KEY: API_KEY, DD_APP_KEY: APP_KEY }
const jobMapping = {
  mappings: {
    'github-persona': [
      { claim_matchers: { sub: '^repo:octo-org/octo-repo:.*$' }, account_identifier: 'deployer@example.com' },
    ],
  },
}

describe('auth: auto', () => {
  const chosen = async (
    inputs: Record<string, string>,
    env: (clouds: Awaited<ReturnType<typeof startClouds>>) => Record<string, string | undefined>,
  ) => {
    const clouds = await startClouds({
      bearer: 'a-bearer-token',
      seed: { mappings: { ...MAPPED.mappings, ...jobMapping.mappings }, users: MAPPED.users },
    })
    const step = await runJobHere(clouds, { operation: 'list', ...inputs }, env(clouds))
    expectSuccess(step, 'listed')
    expectNothingSecret(step, clouds)
    const methods = clouds.requests().map(({ credentials, path }) => (path.includes('oidc') ? 'oidc' : credentials))
    return { methods, step }
  }
  const aws = awsJob
  const both = (clouds: Parameters<typeof awsJob>[0]) => ({ ...awsJob(clouds), ...githubJob(clouds) })

  test('takes AWS before GitHub, and GitHub where there is no AWS', async () => {
    expect((await chosen({ 'org-uuid': ORG }, both)).methods).toEqual(['delegated', 'bearer'])
    expect((await chosen({ 'org-uuid': ORG }, githubJob)).methods).toEqual(['oidc', 'delegated', 'bearer'])
  })

  test('takes keys of the step before org-uuid, and says that it is not used', async () => {
    const { methods, step } = await chosen({ ...KEYS, 'org-uuid': ORG }, aws)
    expect(methods).toEqual(['keys'])
    expect(step.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('Leave org-uuid out') }),
    ])
  })

  test('takes org-uuid of the step before keys of the environment, and those before DD_ORG_UUID', async () => {
    const env = (clouds: Parameters<typeof awsJob>[0]) => ({ ...awsJob(clouds), ...environmentKeys })
    expect((await chosen({ 'org-uuid': ORG }, env)).methods).toEqual(['delegated', 'bearer'])
    expect((await chosen({}, (clouds) => ({ ...env(clouds), DD_ORG_UUID: ORG }))).methods).toEqual(['keys'])
    expect((await chosen({}, (clouds) => ({ ...awsJob(clouds), DD_ORG_UUID: ORG }))).methods).toEqual([
      'delegated',
      'bearer',
    ])
  })

  test('is not held up by half a pair of keys that is there for another tool', async () => {
    const env = (clouds: Parameters<typeof awsJob>[0]) => ({ ...awsJob(clouds), DD_API_KEY: API_KEY, DD_ORG_UUID: ORG })
    expect((await chosen({}, env)).methods).toEqual(['delegated', 'bearer'])
  })

  test('does not mind an organization of the environment that it does not need', async () => {
    expect((await chosen(KEYS, () => ({ DD_ORG_UUID: 'acme' }))).methods).toEqual(['keys'])
  })

  test('says that one key alone, which the step gives, is not used', async () => {
    const { methods, step } = await chosen({ 'api-key': API_KEY, 'org-uuid': ORG }, aws)
    expect(methods).toEqual(['delegated', 'bearer'])
    expect(step.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('alone is not used') },
    ])
  })

  test('falls back to keys of the environment when the job can prove nothing', async () => {
    expect((await chosen({ 'org-uuid': ORG }, () => environmentKeys)).methods).toEqual(['keys'])
  })

  test('auth: keys and auth: bearer overrule it', async () => {
    const env = (clouds: Parameters<typeof awsJob>[0]) => ({
      ...awsJob(clouds),
      ...environmentKeys,
      DD_BEARER_TOKEN: 'a-bearer-token',
    })
    expect((await chosen({ 'org-uuid': ORG, auth: 'keys' }, env)).methods).toEqual(['keys'])
    expect((await chosen({ 'org-uuid': ORG, auth: 'bearer' }, env)).methods).toEqual(['bearer'])
  })
})

describe('what cannot be', () => {
  const aws = awsJob({ url: 'http://127.0.0.1:1' } as Parameters<typeof awsJob>[0])
  const id = {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/?a=b',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  }

  test.each<[string, Record<string, string>, Record<string, string | undefined>, (string | RegExp)[]]>([
    [
      'an unknown way',
      { auth: 'oidc', 'org-uuid': ORG },
      aws,
      ['auth: "oidc" is not one of auto, keys, bearer, aws, github'],
    ],
    ['no organization', { auth: 'aws' }, aws, ['org-uuid: is missing: auth: aws needs it', 'DD_ORG_UUID']],
    [
      'an organization that is none',
      { 'org-uuid': 'acme' },
      aws,
      ['org-uuid: "acme" is not the UUID of a Datadog organization'],
    ],
    [
      'one in the environment that is none',
      {},
      { ...aws, DD_ORG_UUID: '123' },
      ['the environment variable DD_ORG_UUID: "123" is not the UUID'],
    ],
    [
      'no AWS credentials',
      { auth: 'aws', 'org-uuid': ORG },
      {},
      ['AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not in the environment', 'configure-aws-credentials'],
    ],
    [
      'nothing at all',
      { 'org-uuid': ORG },
      {},
      ['org-uuid is given, but the job has no AWS credentials', 'For the GitHub token of the job instead'],
    ],
    [
      'a temporary key without its token',
      { 'org-uuid': ORG },
      { ...aws, AWS_SESSION_TOKEN: undefined },
      ['AWS_SESSION_TOKEN is not in the environment'],
    ],
    [
      'no permission for a GitHub token',
      { auth: 'github', 'org-uuid': ORG },
      aws,
      ['auth: github needs the OIDC token', 'permissions: id-token: write'],
    ],
    [
      'GitHub without organization and audience',
      { auth: 'github' },
      id,
      ['org-uuid: is missing, and so is oidc-audience'],
    ],
    [
      'GitHub Enterprise',
      { auth: 'github', 'org-uuid': ORG },
      { ...id, GITHUB_SERVER_URL: 'https://ghes.example' },
      ['auth: github is not possible from https://ghes.example', 'another issuer'],
    ],
    [
      'a region that is none',
      { 'org-uuid': ORG, 'aws-region': 'evil.example/' },
      aws,
      ['aws-region: "evil.example/" is not an AWS region'],
    ],
    ['an audience with a line break', { auth: 'github', 'oidc-audience': 'a\nb' }, id, ['oidc-audience: ']],
    ['keys that are not there', { auth: 'keys', 'org-uuid': ORG }, aws, ['api-key and app-key']],
    ['a token that is not there', { auth: 'bearer', ...KEYS }, {}, ['bearer-token is missing: auth: bearer needs it']],
  ])('%s is an error before any request', async (_, inputs, env, says) => {
    const clouds = await startClouds()
    const step = await runJobHere(clouds, { operation: 'list', ...inputs }, env)
    expectFailure(step, 'invalid-input', ...says)
    expect(calls(clouds)).toEqual([])
    expectNothingSecret(step, clouds)
  })
})
