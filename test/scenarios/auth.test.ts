import { describe, expect, test } from 'vitest'
import { MAPPED, ORG } from '../identity/job.ts'
import { awsJob, calls, expectNothingSecret, githubJob, KEYS, runJob, runJobHere, startClouds } from './job.ts'
import { expectFailure, expectSuccess } from './step.ts'

const LIST = 'GET /api/v2/cloud_auth/aws/persona_mapping'
const EXCHANGE = 'POST /api/v2/delegated-token'
const keyless = { operation: 'list', 'org-uuid': ORG }
const jobMapping = {
  mappings: {
    'github-persona': [
      { claim_matchers: { sub: '^repo:octo-org/octo-repo:.*$' }, account_identifier: 'deployer@example.com' },
    ],
  },
}

describe.concurrent('auth: aws', () => {
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
    expectSuccess(await runJobHere(clouds, create, awsJob(clouds)), 'created')
    clouds.setSwitches({ denied: 'write' })
    const refused = await runJobHere(
      clouds,
      { ...create, 'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/third/*' },
      awsJob(clouds),
    )
    expectFailure(
      refused,
      'forbidden',
      'The account that this job is mapped to needs',
      'may not let a mapped caller create mappings',
    )
    clouds.setSwitches({ denied: 'read' })
    const unread = await runJobHere(clouds, keyless, awsJob(clouds))
    expectFailure(unread, 'forbidden', 'needs the permission workload_identity_federation_read')
    expect(unread.log).not.toContain('may not let')
  })

  test.each(['eu-west-1', 'us-gov-west-1'])('signs for the endpoint of the region %s', async (region) => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJobHere(clouds, { ...keyless, 'aws-region': region }, awsJob(clouds))
    expectSuccess(step, 'listed')
    const proof = clouds.requests()[0]?.headers['authorization']?.split('|') ?? []
    expect(Buffer.from(proof[3] ?? '', 'base64').toString()).toBe(`https://sts.${region}.amazonaws.com`)
    expect(Buffer.from(proof[1] ?? '', 'base64').toString()).toContain(`/${region}/sts/aws4_request`)
  })
})

describe.concurrent('auth: github', () => {
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
    expectSuccess(await runJobHere(clouds, inputs, githubJob(clouds)), 'listed')
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
    const step = await runJobHere(clouds, { ...keyless, ...KEYS, auth: 'github' }, githubJob(clouds))
    expectFailure(
      step,
      'forbidden',
      'The job is repo:octo-org/octo-repo:ref:refs/heads/main.',
      'Nearest: ',
      'the mapping has',
    )
    expectNothingSecret(step, clouds)
  })

  test('says nothing secret, whatever the token service says', async () => {
    const clouds = await startClouds({ seed: jobMapping })
    clouds.setFaults([{ path: '/__emulator/oidc', do: { kind: 'echoCredentials' } }])
    const step = await runJobHere(clouds, { ...keyless, auth: 'github' }, githubJob(clouds), { debug: true })
    expectFailure(step, 'invalid-input')
    expectNothingSecret(step, clouds)
  })
})
