import { describe, expect, test } from 'vitest'
import { AWS, MAPPED, ORG } from '../identity/job.ts'
import { awsJob, calls, expectNothingSecret, githubJob, KEYS, runJob, startClouds } from './job.ts'
import { API_KEY, APP_KEY, expectFailure, expectSuccess } from './step.ts'

const LIST = 'GET /api/v2/cloud_auth/aws/persona_mapping'
const EXCHANGE = 'POST /api/v2/delegated-token'
const keyless = { operation: 'list', 'org-uuid': ORG }
const environmentKeys = { DD_API_KEY: API_KEY, DD_APP_KEY: APP_KEY }
const jobMapping = {
  mappings: {
    'github-persona': [
      { claim_matchers: { sub: '^repo:octo-org/octo-repo:.*$' }, account_identifier: 'deployer@example.com' },
    ],
  },
}

describe('auth: aws', () => {
  test('exchanges the identity of the job once, and sends no key with anything', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJob(clouds, keyless, awsJob(clouds))
    expectSuccess(step, 'listed')
    expect(step.outputs['count']).toBe('1')
    expect(calls(clouds)).toEqual([`${EXCHANGE} delegated 200`, `${LIST} bearer 200`])
    const [exchange] = clouds.requests()
    expect(exchange).toMatchObject({ body: '', headers: { 'content-type': 'application/json', 'content-length': '0' } })
    for (const { headers } of clouds.requests()) {
      expect(headers).not.toHaveProperty('dd-api-key')
      expect(headers).not.toHaveProperty('dd-application-key')
    }
    expect(step.log).toContain("with this job's AWS credentials instead of keys")
    expectNothingSecret(step, clouds)
  })

  test('goes for writing operations too, and a refusal says what may be in the way', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const create = {
      'org-uuid': ORG,
      operation: 'create',
      'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/other/*',
      'account-identifier': 'deployer@example.com',
    }
    expectSuccess(await runJob(clouds, create, awsJob(clouds)), 'created')
    clouds.setSwitches({ denied: 'write' })
    const refused = await runJob(
      clouds,
      { ...create, 'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/third/*' },
      awsJob(clouds),
    )
    expectFailure(refused, 'forbidden', 'The account that this job is mapped to needs', 'may bar a mapped caller')
  })

  test.each(['eu-west-1', 'us-gov-west-1'])('signs for the endpoint of the region %s', async (region) => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJob(clouds, { ...keyless, 'aws-region': region }, awsJob(clouds))
    expectSuccess(step, 'listed')
    const proof = clouds.requests()[0]?.headers['authorization']?.split('|') ?? []
    expect(Buffer.from(proof[3] ?? '', 'base64').toString()).toBe(`https://sts.${region}.amazonaws.com`)
    expect(Buffer.from(proof[1] ?? '', 'base64').toString()).toContain(`/${region}/sts/aws4_request`)
  })

  test('takes another token when one ends in mid-run', async () => {
    const clouds = await startClouds({ seed: MAPPED, switches: { tokenSeconds: 2 } })
    clouds.setFaults([{ path: '/api/v2/authn_mappings', times: 1, do: { kind: 'latency', ms: 2500 }, when: 'after' }])
    const step = await runJob(clouds, { ...keyless, kind: 'authn' }, awsJob(clouds))
    expectSuccess(step, 'listed')
    const arrived = calls(clouds)
    expect(arrived.filter((call) => call.startsWith(EXCHANGE))).toHaveLength(2)
    expect(arrived.filter((call) => call.endsWith('401'))).toEqual([])
  })

  test.each([
    [503, 2],
    [429, 1],
  ])('makes a refused exchange again after %s', async (status, times) => {
    const clouds = await startClouds({ seed: MAPPED })
    clouds.setFaults([{ path: '/api/v2/delegated-token', times, do: { kind: 'status', status } }])
    expectSuccess(await runJob(clouds, keyless, awsJob(clouds)), 'listed')
  })
})

describe('a refused exchange', () => {
  const near = {
    mappings: {
      'aws-persona': [
        { arn_pattern: 'arn:aws:sts::123456789012:assumed-role/cd/*', account_identifier: 'deployer@example.com' },
      ],
    },
  }

  test('names the caller, and how to learn more', async () => {
    const clouds = await startClouds({ seed: near })
    const step = await runJob(clouds, keyless, awsJob(clouds))
    expectFailure(step, 'forbidden', `The job is ${AWS.callerArn}.`, 'With api-key and app-key given besides')
    expect(calls(clouds)).toEqual([`${EXCHANGE} delegated 403`, 'POST / other 200'])
    expectNothingSecret(step, clouds)
  })

  test('names the nearest mapping when keys are given too', async () => {
    const clouds = await startClouds({ seed: near })
    const step = await runJob(clouds, { ...keyless, ...KEYS, auth: 'aws' }, awsJob(clouds))
    expectFailure(step, 'forbidden', 'It matches no AWS persona mapping. Nearest: ', 'the role name differs')
    expect(calls(clouds)).toEqual([`${EXCHANGE} delegated 403`, 'POST / other 200', `${LIST} keys 200`])
    expectNothingSecret(step, clouds)
  })

  test('of a mapping that is too new says so', async () => {
    const clouds = await startClouds({ switches: { propagationMs: 60_000 } })
    const inputs = {
      'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/ci/*',
      'account-identifier': 'a@example.com',
    }
    expectSuccess(await runJob(clouds, { ...KEYS, operation: 'create', ...inputs }), 'created')
    const step = await runJob(clouds, { ...keyless, ...KEYS, auth: 'aws' }, awsJob(clouds))
    expectFailure(step, 'forbidden', /It matches the AWS persona mapping .*which may be too new to count yet/)
  })

  test('of expired credentials, or without an answer of STS, is told as far as it can be', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const expired = await runJob(clouds, keyless, { ...awsJob(clouds), AWS_SESSION_TOKEN: 'an-old-one' })
    expectFailure(expired, 'unauthorized', 'Who this job is cannot be told either', 'InvalidClientTokenId', 'org-uuid')
    const nobody = await runJob(
      clouds,
      { ...keyless, retries: '0' },
      { ...awsJob(clouds), AWS_SESSION_TOKEN: 'an-old-one', AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' },
    )
    expectFailure(nobody, 'unauthorized', 'Who this job is cannot be told either', 'refused the connection')
  })

  test('of another organization is told', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJob(
      clouds,
      { ...keyless, 'org-uuid': '00000000-1111-4222-8333-444444444444' },
      awsJob(clouds),
    )
    expectFailure(step, 'unauthorized', `The job is ${AWS.callerArn}.`, 'check that org-uuid names an organization on')
  })

  test('that is a redirect is not followed: the proof would go with it', async () => {
    const [clouds, elsewhere] = [await startClouds({ seed: MAPPED }), await startClouds({ seed: MAPPED })]
    clouds.setFaults([
      {
        path: '/api/v2/delegated-token',
        do: { kind: 'redirect', to: `${elsewhere.url}/api/v2/delegated-token`, status: 307 },
      },
    ])
    const step = await runJob(clouds, keyless, awsJob(clouds))
    expectFailure(step, 'redirect-refused', 'was not followed')
    expect(calls(elsewhere)).toEqual([])
    expectNothingSecret(step, clouds)
  })

  test('says nothing secret, whatever the server says', async () => {
    for (const path of ['/api/v2/delegated-token', '/api/v2/cloud_auth']) {
      const clouds = await startClouds({ seed: MAPPED })
      clouds.setFaults([{ path, do: { kind: 'echoCredentials' } }])
      const step = await runJob(clouds, { ...keyless, ...KEYS, auth: 'aws' }, awsJob(clouds), { debug: true })
      expectFailure(step, 'invalid-input', '***')
      expectNothingSecret(step, clouds)
    }
  })
})

describe('auth: github', () => {
  test('exchanges the OIDC token of the job, with the audience of the organization', async () => {
    const clouds = await startClouds({ seed: jobMapping })
    const step = await runJob(clouds, { ...keyless, auth: 'github' }, githubJob(clouds))
    expectSuccess(step, 'listed')
    expect(calls(clouds)).toEqual([
      'GET /__emulator/oidc bearer 200',
      `${EXCHANGE} delegated 200`,
      `${LIST} bearer 200`,
    ])
    expect(clouds.requests()[0]?.path).toContain(`audience=datadog%2F${ORG}`)
    expectNothingSecret(step, clouds)
  })

  test('takes another audience and a prefix of the proof', async () => {
    const clouds = await startClouds({ seed: jobMapping, switches: { oidcProofPrefix: 'oidc-' } })
    const inputs = {
      operation: 'list',
      auth: 'github',
      'oidc-audience': `datadog/${ORG}`,
      'oidc-proof-prefix': 'oidc-',
    }
    expectSuccess(await runJob(clouds, inputs, githubJob(clouds)), 'listed')
  })

  test('asks for the token again where core.getIDToken gives up', async () => {
    const clouds = await startClouds({ seed: jobMapping })
    clouds.setFaults([
      { path: '/__emulator/oidc', times: 1, do: { kind: 'status', status: 500 } },
      { path: '/__emulator/oidc', times: 1, do: 'reset' },
    ])
    expectSuccess(await runJob(clouds, { ...keyless, auth: 'github' }, githubJob(clouds)), 'listed')
  })

  test('names the job and the nearest mapping when it is refused', async () => {
    const seed = {
      mappings: {
        'github-persona': [
          { claim_matchers: { sub: '^repo:octo-org/other:.*$' }, account_identifier: 'x@example.com' },
        ],
      },
    }
    const clouds = await startClouds({ seed })
    const step = await runJob(clouds, { ...keyless, ...KEYS, auth: 'github' }, githubJob(clouds))
    expectFailure(
      step,
      'forbidden',
      'The job is repo:octo-org/octo-repo:ref:refs/heads/main.',
      'Nearest: ',
      'the mapping wants',
    )
    expectNothingSecret(step, clouds)
  })

  test('says nothing secret, whatever the token service says', async () => {
    const clouds = await startClouds({ seed: jobMapping })
    clouds.setFaults([{ path: '/__emulator/oidc', do: { kind: 'echoCredentials' } }])
    const step = await runJob(clouds, { ...keyless, auth: 'github' }, githubJob(clouds), { debug: true })
    expectFailure(step, 'invalid-input')
    expectNothingSecret(step, clouds)
  })
})

describe('auth: auto', () => {
  const chosen = async (
    inputs: Record<string, string>,
    env: (clouds: Awaited<ReturnType<typeof startClouds>>) => Record<string, string | undefined>,
  ) => {
    const clouds = await startClouds({
      bearer: 'a-bearer-token',
      seed: { mappings: { ...MAPPED.mappings, ...jobMapping.mappings }, users: MAPPED.users },
    })
    const step = await runJob(clouds, { operation: 'list', ...inputs }, env(clouds))
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
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('org-uuid is not used') }),
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
    const step = await runJob(clouds, { operation: 'list', ...inputs }, env)
    expectFailure(step, 'invalid-input', ...says)
    expect(calls(clouds)).toEqual([])
    expectNothingSecret(step, clouds)
  })
})
