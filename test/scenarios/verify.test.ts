import { describe, expect, test } from 'vitest'
import { AWS, MAPPED, ORG } from '../identity/job.ts'
import { fakeClock } from '../support/fake-clock.ts'
import type { StepResult } from '../support/runner.ts'
import { inThisProcess } from '../support/step-here.ts'
import { awsJob, calls, expectNothingSecret, githubJob, KEYS, runJob, runJobHere, startClouds } from './job.ts'
import { expectFailure, expectHarmless, expectSuccess } from './step.ts'

const ACCOUNT = MAPPED.users[0].id
const ID = MAPPED.mappings['aws-persona'][0].id
const PATTERN = MAPPED.mappings['aws-persona'][0].arn_pattern
const ROLE = 'arn:aws:iam::123456789012:role/deploy/ci'
const EXCHANGE = 'POST /api/v2/delegated-token delegated'
const WHO = 'GET /api/v2/current_user bearer'
const verify = { operation: 'verify', 'org-uuid': ORG }

/** Runs a step in this process whose waits take no time, by its own clock or by one that Datadog has too. */
const runAtOnce = (
  clouds: Parameters<typeof runJob>[0],
  inputs: Record<string, string>,
  clock = fakeClock(Date.now()),
): Promise<StepResult> => runJob(clouds, inputs, awsJob(clouds), { run: inThisProcess(clock) })

function expectUnverified(step: StepResult, reason: string, ...texts: (string | RegExp)[]): void {
  expect(step.outputs, step.log).toMatchObject({ verified: 'false', result: 'unverified', 'failure-reason': reason })
  expect(step).toMatchObject({ conclusion: 'failure', exitCode: 1 })
  for (const text of texts) expect(step.outputs['error-message']).toMatch(text)
  expectHarmless(step)
}

describe.concurrent('a mapping that works', () => {
  test('is proven after it was made, as soon as Datadog knows it, with progress in the log', async () => {
    const clock = fakeClock(Date.now())
    const clouds = await startClouds({
      switches: { propagationMs: 2500 },
      seed: { users: MAPPED.users },
      now: clock.now,
    })
    const mapping = { 'arn-pattern': ROLE, 'account-identifier': 'deployer@example.com' }
    const created = await runAtOnce(clouds, { ...KEYS, operation: 'create', ...mapping }, clock)
    const inputs = { ...verify, ...KEYS, 'mapping-id': created.outputs['mapping-id'] ?? '', wait: '20' }
    const step = await runAtOnce(clouds, inputs, clock)
    expectSuccess(step, 'verified')
    expect(step.outputs).toMatchObject({
      verified: 'true',
      'account-uuid': ACCOUNT,
      'org-uuid': ORG,
      'mapping-id': created.outputs['mapping-id'],
      'arn-pattern': PATTERN,
    })
    expect(step.log).toMatch(/Datadog does not let this job in yet.*of 20 s have passed\)\. Next try in 2\.0 s/)
    expect(calls(clouds).slice(1)).toEqual([
      'POST / other 200',
      expect.stringMatching(/^GET .*persona_mapping\/.* keys 200$/),
      `${EXCHANGE} 403`,
      `${EXCHANGE} 403`,
      `${EXCHANGE} 200`,
      `${WHO} 200`,
    ])
    expect(step.outputsDroppedBetweenJobs).toEqual([])
    expectNothingSecret(step, clouds)
  })

  test('is proven without any key, from the role ARN and the account alone; the summary says what that means', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const expected = { 'arn-pattern': ROLE, 'account-identifier': 'DEPLOYER@example.com' }
    const step = await runJob(clouds, { ...verify, ...expected }, awsJob(clouds))
    expectSuccess(step, 'verified')
    expect(step.outputs).toMatchObject({ verified: 'true', 'account-uuid': ACCOUNT, 'org-uuid': ORG })
    expect(calls(clouds)).toEqual(['POST / other 200', `${EXCHANGE} 200`, `${WHO} 200`])
    expect(step.summary).toContain('Proven: without any key')
    expect(step.summary).toMatch(
      /Not proven: .*cannot create its own first mapping.*keep the keys in the workflows that write/,
    )
    expectNothingSecret(step, clouds)
  })

  test.each(['deployer@example.com', 'CI-Deployer', ACCOUNT])(
    'counts for the account given as "%s"',
    async (account) => {
      const users = [{ ...MAPPED.users[0], handle: 'ci-deployer' }]
      const clouds = await startClouds({ seed: { ...MAPPED, users } })
      const step = await runJobHere(clouds, { ...verify, 'account-identifier': account }, awsJob(clouds))
      expectSuccess(step, 'verified')
    },
  )

  test('is proven although the proof was refused now and then, as long as that is not three times in a row', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const answer = (status: number, times: number) => ({
      path: '/api/v2/delegated-token',
      times,
      do: { kind: 'status' as const, status },
    })
    clouds.setFaults([answer(401, 2), answer(403, 1), answer(401, 2)])
    const step = await runAtOnce(clouds, { ...verify, 'arn-pattern': ROLE, wait: '60' })
    expectSuccess(step, 'verified')
    expect(calls(clouds).filter((line) => line.startsWith(EXCHANGE))).toHaveLength(6)
  })

  test('of any account counts with a warning when only the pattern is given', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJobHere(clouds, { ...verify, 'arn-pattern': ROLE }, awsJob(clouds))
    expectSuccess(step, 'verified')
    const warnings = step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
    expect(warnings).toEqual([expect.stringContaining('any account')])
  })

  test('is not proven by nothing: an empty account and nothing else is a mistake', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJobHere(clouds, { ...verify, 'account-identifier': '' }, awsJob(clouds))
    expectFailure(step, 'invalid-input', /account-identifier: is missing/)
    expect(calls(clouds)).toEqual([])
  })

  test('is found by the caller when keys are given and nothing else', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runJobHere(clouds, { ...verify, ...KEYS }, awsJob(clouds))
    expectSuccess(step, 'verified')
    expect(step.outputs['mapping-id']).toBe(ID)
  })

  test('that is not readable everywhere yet is looked for again', async () => {
    const clouds = await startClouds({ switches: { lag: { reads: 2 } }, seed: { users: MAPPED.users } })
    const mapping = { 'arn-pattern': ROLE, 'account-identifier': 'deployer@example.com' }
    const created = await runJobHere(clouds, { ...KEYS, operation: 'create', ...mapping })
    const inputs = { ...verify, ...KEYS, 'mapping-id': created.outputs['mapping-id'] ?? '' }
    const step = await runAtOnce(clouds, inputs)
    expectSuccess(step, 'verified')
    expect(step.log).toContain('does not show the mapping')
  })

  test('is proven although STS does not answer, or the keys are for something else', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const silent = { ...awsJob(clouds), AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' }
    const step = await runJobHere(clouds, { ...verify, 'arn-pattern': ROLE, retries: '0' }, silent)
    expectSuccess(step, 'verified')
    expect(step.log).toContain('Could not determine who this job is: Could not ask AWS')
    const foreign = { ...awsJob(clouds), DD_API_KEY: 'of-another-tool', DD_APP_KEY: 'of-another-tool' }
    const other = await runJobHere(clouds, { ...verify, 'arn-pattern': ROLE }, foreign)
    expectSuccess(other, 'verified')
    expect(other.log).toContain('The keys cannot look the mapping up')
  })

  test('of GitHub is proven by the token of the job', async () => {
    const claim_matchers = { sub: '^repo:octo-org/octo-repo:.*$' }
    const clouds = await startClouds({
      seed: {
        mappings: { 'github-persona': [{ claim_matchers, account_identifier: 'deployer@example.com' }] },
        users: MAPPED.users,
      },
    })
    const step = await runJobHere(clouds, { ...verify, ...KEYS, kind: 'github-persona' }, githubJob(clouds))
    expectSuccess(step, 'verified')
    expect(step.outputs['account-uuid']).toBe(ACCOUNT)
    expect(step.log).toContain('repo:octo-org/octo-repo:ref:refs/heads/main becomes deployer@example.com')
    expectNothingSecret(step, clouds)
  })
})

describe.concurrent('a Datadog that is not well', () => {
  test('is asked again until the wait is over', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    clouds.setFaults([
      { path: '/api/v2/delegated-token', times: 1, do: { kind: 'status', status: 503 } },
      { path: '/api/v2/current_user', times: 1, do: 'reset' },
    ])
    const inputs = { ...verify, 'arn-pattern': ROLE, retries: '0' }
    const step = await runAtOnce(clouds, inputs)
    expectSuccess(step, 'verified')
    expect(step.log).toContain('Datadog answered 503 Service Unavailable (')
  })

  test('is the reason that is told when it stays so', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    clouds.setFaults([{ path: '/api/v2/delegated-token', do: { kind: 'status', status: 503 } }])
    const inputs = { ...verify, 'arn-pattern': ROLE, retries: '0', wait: '1' }
    const step = await runAtOnce(clouds, inputs)
    expect(step.outputs).toMatchObject({ verified: 'false', result: 'failed', 'failure-reason': 'server-error' })
  })
})

describe.concurrent('a mapping that does not work', () => {
  test('for this job is refused at once: the job is another role', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const other = 'arn:aws:iam::123456789012:role/cd'
    const step = await runAtOnce(clouds, { ...verify, 'arn-pattern': other })
    expectUnverified(
      step,
      'not-verified',
      `this job is ${AWS.callerArn}`,
      'the role name differs',
      'Assume the mapped role first',
    )
    expect(calls(clouds)).toEqual(['POST / other 200'])
  })

  test('by its id is refused at once too, and its outputs are set', async () => {
    const [mapping] = MAPPED.mappings['aws-persona']
    const seeded = { ...mapping, arn_pattern: 'arn:aws:sts::123456789012:assumed-role/cd/*' }
    const clouds = await startClouds({ seed: { mappings: { 'aws-persona': [seeded] }, users: MAPPED.users } })
    const step = await runAtOnce(clouds, { ...verify, ...KEYS, 'mapping-id': ID })
    expectUnverified(step, 'not-verified', 'the role name differs')
    expect(step.outputs).toMatchObject({ 'mapping-id': ID, 'arn-pattern': seeded.arn_pattern })
    expect(calls(clouds).filter((call) => call.includes('delegated-token'))).toEqual([])
  })

  test('for want of any is told with the nearest one', async () => {
    const [mapping] = MAPPED.mappings['aws-persona']
    const seeded = { ...mapping, arn_pattern: 'arn:aws:sts::123456789012:assumed-role/CI/*' }
    const clouds = await startClouds({ seed: { mappings: { 'aws-persona': [seeded] } } })
    const step = await runAtOnce(clouds, { ...verify, ...KEYS, wait: '0' })
    expectUnverified(step, 'not-verified', 'no AWS persona mapping matches', `Nearest: ${ID}`, 'upper and lower case')
  })

  test('within wait is told with who the job is and what Datadog said', async () => {
    const clouds = await startClouds({ seed: MAPPED, switches: { propagationMs: 60_000 } })
    clouds.setFaults([{ path: '/api/v2/delegated-token', do: { kind: 'status', status: 403 } }])
    const step = await runAtOnce(clouds, { ...verify, 'arn-pattern': ROLE, wait: '3' })
    expectUnverified(
      step,
      'not-verified',
      `The job is ${AWS.callerArn}.`,
      'This did not change within 3.0 s.',
      'raise wait',
    )
    expect(calls(clouds).filter((call) => call.startsWith(EXCHANGE))).toHaveLength(3)
    expect(step.summary).toContain('failed')
    expectNothingSecret(step, clouds)
  })

  test('as it should makes another account of the job', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runAtOnce(clouds, { ...verify, 'account-identifier': 'other@example.com', wait: '1' })
    expectUnverified(
      step,
      'not-verified',
      `Datadog authenticates this job as deployer@example.com (${ACCOUNT}), and other@example.com was expected`,
    )
    expect(step.log).toContain('even after 1.0 s of wait')
    expect(step.outputs).toMatchObject({ 'account-uuid': ACCOUNT, 'org-uuid': ORG })
  })

  test('given by its name is not waited for, since several accounts can have it', async () => {
    const [account] = MAPPED.users
    const clouds = await startClouds({ seed: { ...MAPPED, users: [{ ...account, name: 'ci' }] } })
    const step = await runJobHere(clouds, { ...verify, 'account-identifier': 'ci' }, awsJob(clouds))
    expectUnverified(step, 'not-verified', 'account-identifier is a name', `set account-identifier: ${ACCOUNT}`)
    expect(step.outputs).toMatchObject({ 'account-uuid': ACCOUNT, 'org-uuid': ORG })
    expect(calls(clouds).filter((call) => call.startsWith(EXCHANGE))).toHaveLength(1)
  })

  test('without a wait says nothing of one', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const inputs = { ...verify, 'account-identifier': 'other@example.com', wait: '0' }
    const step = await runAtOnce(clouds, inputs)
    expectUnverified(step, 'not-verified', 'and other@example.com was expected. Another mapping')
  })

  test('for want of a valid proof is not waited for', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const inputs = { ...verify, 'org-uuid': '00000000-1111-4222-8333-444444444444', 'arn-pattern': ROLE }
    const step = await runAtOnce(clouds, inputs)
    expectUnverified(step, 'not-verified', '401 Unauthorized', 'check that org-uuid names an organization')
    expect(calls(clouds).filter((call) => call.startsWith(EXCHANGE))).toHaveLength(3)
  })

  test('because it is not there is told as that', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const step = await runAtOnce(clouds, { ...verify, ...KEYS, 'mapping-id': ORG, wait: '1' })
    expect(step.outputs).toMatchObject({ result: 'failed', 'failure-reason': 'not-found' })
  })
})

test.each<[string, Record<string, string>, (string | RegExp)[]]>([
  ['a timeout smaller than wait', { timeout: '300' }, ['timeout: 300 s is less than the 600 s of wait']],
  ['an id without keys', { 'mapping-id': ID }, ['mapping-id: cannot be looked up without keys']],
  ['an intake mapping', { kind: 'aws-intake' }, ['use login with login-as: intake']],
  ['an AuthN mapping', { kind: 'authn' }, ['aws-persona and github-persona']],
  ['keys as the way in', { auth: 'keys', ...KEYS }, ["exchanges the job's own identity"]],
  ['GitHub as the way in for an AWS kind', { auth: 'github' }, ['does not go with kind: aws-persona']],
  ['no organization', { 'org-uuid': '' }, ['org-uuid: is missing: operation: verify needs it']],
  ['a wait that is no number', { wait: 'long' }, ['wait: "long" is not a number of seconds']],
])('%s is an error before any request', async (_, inputs, says) => {
  const clouds = await startClouds()
  const step = await runAtOnce(clouds, { ...verify, ...inputs })
  expect(step.outputs, step.log).toMatchObject({ result: 'failed', 'failure-reason': 'invalid-input' })
  for (const text of says) expect(step.outputs['error-message']).toMatch(text)
  expect(calls(clouds)).toEqual([])
})

test('a longer wait brings a longer timeout with it', async () => {
  const clouds = await startClouds({ seed: MAPPED })
  expectSuccess(await runAtOnce(clouds, { ...verify, 'account-identifier': ACCOUNT, wait: '3000' }), 'verified')
})
