import { describe, expect, test } from 'vitest'
import { AWS, MAPPED, ORG } from '../identity/job.ts'
import { awsJob, calls, expectNothingSecret, KEYS, runJob, runJobHere, startClouds } from './job.ts'
import { expectFailure, expectSuccess } from './step.ts'

const LIST = 'GET /api/v2/cloud_auth/aws/persona_mapping'
const EXCHANGE = 'POST /api/v2/delegated-token'
const keyless = { operation: 'list', 'org-uuid': ORG }

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
    expectFailure(step, 'forbidden', `The job is ${AWS.callerArn}.`, 'With api-key and app-key as well')
    expect(calls(clouds)).toEqual([`${EXCHANGE} delegated 403`, 'POST / other 200'])
    expectNothingSecret(step, clouds)
  })

  test('names the nearest mapping when keys are given too', async () => {
    const clouds = await startClouds({ seed: near })
    const step = await runJobHere(clouds, { ...keyless, ...KEYS, auth: 'aws' }, awsJob(clouds))
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
    expectSuccess(await runJobHere(clouds, { ...KEYS, operation: 'create', ...inputs }), 'created')
    const step = await runJobHere(clouds, { ...keyless, ...KEYS, auth: 'aws' }, awsJob(clouds))
    expectFailure(step, 'forbidden', /It matches the AWS persona mapping .*which may be too new to work yet/)
  })

  test('of expired credentials, or without an answer of STS, is told as far as it can be', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const expired = await runJobHere(clouds, keyless, { ...awsJob(clouds), AWS_SESSION_TOKEN: 'an-old-one' })
    expectFailure(
      expired,
      'unauthorized',
      'Could not determine who this job is either',
      'InvalidClientTokenId',
      'org-uuid',
    )
    const nobody = await runJobHere(
      clouds,
      { ...keyless, retries: '0' },
      { ...awsJob(clouds), AWS_SESSION_TOKEN: 'an-old-one', AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' },
    )
    expectFailure(nobody, 'unauthorized', 'Could not determine who this job is either', 'refused the connection')
  })

  test('of another organization is told', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJobHere(
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
    const step = await runJobHere(clouds, keyless, awsJob(clouds))
    expectFailure(step, 'redirect-refused', 'was not followed')
    expect(calls(elsewhere)).toEqual([])
    expectNothingSecret(step, clouds)
  })

  test('says nothing secret, whatever the server says', async () => {
    for (const path of ['/api/v2/delegated-token', '/api/v2/cloud_auth']) {
      const clouds = await startClouds({ seed: MAPPED })
      clouds.setFaults([{ path, do: { kind: 'echoCredentials' } }])
      const step = await runJobHere(clouds, { ...keyless, ...KEYS, auth: 'aws' }, awsJob(clouds), { debug: true })
      expectFailure(step, 'invalid-input', '***')
      expectNothingSecret(step, clouds)
    }
  })
})
