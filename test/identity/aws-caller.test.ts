import { expect, test } from 'vitest'
import { awsCaller } from '../../src/identity/aws-caller.ts'
import { AWS, startJob, type TestJob } from './job.ts'

type Faults = Parameters<TestJob['emulator']['setFaults']>[0]

test.each([undefined, 'eu-west-1'])('STS says who the credentials belong to, in the region %s', async (awsRegion) => {
  const { job, emulator, secrets } = await startJob({}, awsRegion === undefined ? {} : { awsRegion })
  expect(await awsCaller(job)).toEqual({ arn: AWS.callerArn })
  const [request] = emulator.requests()
  expect(request?.headers['authorization']).toContain(`/${awsRegion ?? 'us-east-1'}/sts/aws4_request`)
  expect(request?.headers).not.toHaveProperty('x-ddog-org-id')
  expect(secrets).toContain(/Signature=(\w+)/.exec(request?.headers['authorization'] ?? '')?.[1])
})

test('credentials of a user, without a session token, do as well', async () => {
  const user = {
    accessKeyId: 'AKIAQ3EXAMPLE7TESTED',
    secretAccessKey: 's3cret',
    callerArn: 'arn:aws:iam::123456789012:user/a/b',
  }
  const env = { AWS_ACCESS_KEY_ID: user.accessKeyId, AWS_SECRET_ACCESS_KEY: 's3cret\n', AWS_SESSION_TOKEN: '' }
  const { job } = await startJob({ aws: user }, { env })
  expect(await awsCaller(job)).toEqual({ arn: user.callerArn })
})

test.each<[string, Record<string, string>, string]>([
  ['no access key', { AWS_ACCESS_KEY_ID: '' }, 'AWS_ACCESS_KEY_ID is not in the environment'],
  ['no secret key', { AWS_SECRET_ACCESS_KEY: '' }, 'AWS_SECRET_ACCESS_KEY is not in the environment'],
  ['no session token for a temporary key', { AWS_SESSION_TOKEN: '' }, 'AWS_SESSION_TOKEN is not in the environment'],
  ['a token with a line break', { AWS_SESSION_TOKEN: 'a\nb' }, 'AWS_SESSION_TOKEN has white space'],
  ['an endpoint without encryption', { AWS_ENDPOINT_URL_STS: 'http://sts.example' }, 'AWS_ENDPOINT_URL_STS: '],
])('%s is explained, and nothing is sent', async (_, env, says) => {
  const { job, emulator } = await startJob({}, { env })
  const { problem } = (await awsCaller(job)) as { problem: string }
  expect(problem).toContain(says)
  expect(emulator.requests()).toEqual([])
})

const xml = (code: string, status = 403): Faults => [
  { do: { kind: 'status', status, contentType: 'text/xml', body: `<Error><Code>${code}</Code></Error>` } },
]

test.each<[string, Faults, string]>([
  ['expired credentials', xml('ExpiredToken'), 'have expired (ExpiredToken)'],
  ['an unknown key', xml('InvalidClientTokenId'), 'does not know the access key'],
  ['a wrong secret', xml('SignatureDoesNotMatch'), 'does not belong to AWS_ACCESS_KEY_ID'],
  ['another refusal', xml('AccessDenied'), 'does not accept the AWS credentials of this job (AccessDenied)'],
  ['a redirect', [{ do: { kind: 'redirect', to: 'https://elsewhere.example/' } }], 'elsewhere.example'],
  ['an answer without an ARN', [{ do: { kind: 'status', status: 200, body: '<a/>' } }], 'without the ARN'],
  ['nobody', [{ do: 'reset' }], 'broke the connection'],
])('%s is told in one sentence', async (_, faults, says) => {
  const { job, emulator } = await startJob()
  emulator.setFaults(faults)
  const { problem } = (await awsCaller(job)) as { problem: string }
  expect(problem).toContain(says)
  expect(problem).toMatch(/^Could not ask AWS who this job is: .*[^.]\.$/)
})

test.each<[string, Faults]>([
  ['an error of the server', [{ times: 1, do: { kind: 'status', status: 500 } }]],
  ['a rate limit', xml('Throttling', 429).map((fault) => ({ ...fault, times: 1 }))],
  ['a reset', [{ times: 2, do: 'reset' }]],
])('%s is tried again', async (_, faults) => {
  const { job, emulator } = await startJob()
  emulator.setFaults(faults)
  expect(await awsCaller(job)).toEqual({ arn: AWS.callerArn })
})
