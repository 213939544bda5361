import { describe, expect, test } from 'vitest'
import { AWS } from '../identity/job.ts'
import { awsJob, calls, expectNothingSecret, githubJob, KEYS, runJob, runJobHere, startClouds } from './job.ts'
import { expectFailure, expectSuccess } from './step.ts'

const PERSONA = '/api/v2/cloud_auth/aws/persona_mapping'
const GITHUB = '/api/v2/cloud_auth/github/persona_mapping'
const arn = (role: string, session = '*') => `arn:aws:sts::123456789012:assumed-role/${role}/${session}`
const persona = (pattern: string, id: string) => ({
  id,
  arn_pattern: pattern,
  account_identifier: 'deployer@example.com',
})
const WIDE = '11111111-1111-4111-8111-111111111111'
const NARROW = '22222222-2222-4222-8222-222222222222'

const seed = { mappings: { 'aws-persona': [persona(arn('ci'), WIDE), persona(arn('ci', 'run-1'), NARROW)] } }

describe('an AWS caller', () => {
  test('is by default the caller of the job, and hits all patterns that cover it, the most specific first', async () => {
    const clouds = await startClouds({ seed })
    const step = await runJob(clouds, { ...KEYS, operation: 'match' }, awsJob(clouds))
    expectSuccess(step, 'matched')
    expect(step.outputs).toMatchObject({ 'mapping-id': NARROW, 'arn-pattern': arn('ci', 'run-1'), count: '2' })
    expect(JSON.parse(step.outputs['mappings'] ?? '')).toMatchObject([{ 'mapping-id': NARROW }, { 'mapping-id': WIDE }])
    expect(step.outputs).not.toHaveProperty('changed')
    expect(step.log).toContain(`matches ${AWS.callerArn}. It is the most specific of 2 that match`)
    expect(calls(clouds)).toEqual(['POST / other 200', `GET ${PERSONA} keys 200`])
    expectNothingSecret(step, clouds)
  })

  test('that is given is not asked for', async () => {
    const clouds = await startClouds({ seed })
    const step = await runJobHere(clouds, { ...KEYS, operation: 'match', arn: arn('ci', 'run-7') }, awsJob(clouds))
    expectSuccess(step, 'matched')
    expect(step.outputs).toMatchObject({ 'mapping-id': WIDE, count: '1' })
    expect(calls(clouds)).toEqual([`GET ${PERSONA} keys 200`])
  })

  test.each([
    ['another account', 'arn:aws:sts::999999999999:assumed-role/ci/run-1', /account differs.*999999999999/],
    ['another case', arn('CI', 'run-1'), /upper and lower case.*"CI".*"ci"/],
    ['an IAM user', 'arn:aws:iam::123456789012:user/ci', /the caller is an IAM user/],
  ])('that hits nothing is told what came nearest and what differs: %s', async (_, caller, says) => {
    const clouds = await startClouds({ seed })
    const step = await runJobHere(clouds, { ...KEYS, operation: 'match', arn: caller })
    expectSuccess(step, 'unmatched')
    expect(step.outputs).toMatchObject({ count: '0', mappings: '[]' })
    expect(step.outputs).not.toHaveProperty('mapping-id')
    expect(step.log).toContain(`No AWS persona mapping matches ${caller}.`)
    expect(step.log).toMatch(says)
    expect(step.log.match(/Nearest/g)).toHaveLength(1)
    expect(step.summary.match(/Nearest/g)).toHaveLength(1)
    expect(step.summary).toContain('| Matcher | Caller | Mapping |')
    expect(step.summary).toContain(`| \`arn-pattern\` | \`${caller}\` | `)
  })

  test('that cannot be told is explained, and nothing is asked of Datadog', async () => {
    const clouds = await startClouds({ seed })
    const none = await runJobHere(clouds, { ...KEYS, operation: 'match' })
    expectFailure(none, 'invalid-input', 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY', 'set arn to the caller')
    const expired = { ...awsJob(clouds), AWS_SESSION_TOKEN: 'an-old-one' }
    const wrong = await runJobHere(clouds, { ...KEYS, operation: 'match' }, expired)
    expectFailure(wrong, 'invalid-input', 'AWS does not know the access key or session token', 'InvalidClientTokenId')
    expect(calls(clouds)).toEqual(['POST / other 403'])
    expectNothingSecret(wrong, clouds)
  })

  test('written as the ARN of a role is refused with the form to write', async () => {
    const clouds = await startClouds()
    const step = await runJobHere(clouds, { ...KEYS, operation: 'match', arn: 'arn:aws:iam::123456789012:role/x/ci' })
    expectFailure(step, 'invalid-input', arn('ci', 'SESSION-NAME'))
    expect(calls(clouds)).toEqual([])
  })
})

describe('a GitHub caller', () => {
  const matchers = (more: Record<string, string>) => ({
    claim_matchers: { sub: '^repo:octo-org/octo-repo:.*$', ...more },
    account_identifier: 'deployer@example.com',
  })

  test('is by default the job itself, by the claims of its own token', async () => {
    const clouds = await startClouds({
      seed: { mappings: { 'github-persona': [{ id: WIDE, ...matchers({ ref: '^refs/heads/main$' }) }] } },
    })
    const step = await runJobHere(clouds, { ...KEYS, operation: 'match', kind: 'github-persona' }, githubJob(clouds))
    expectSuccess(step, 'matched')
    expect(step.outputs).toMatchObject({ 'mapping-id': WIDE, count: '1' })
    expect(calls(clouds)).toEqual(['GET /__emulator/oidc bearer 200', `GET ${GITHUB} keys 200`])
    expectNothingSecret(step, clouds)
  })

  test('of given claims is told which matcher failed', async () => {
    const clouds = await startClouds({
      seed: { mappings: { 'github-persona': [{ id: WIDE, ...matchers({ ref: '^refs/tags/v.*$' }) }] } },
    })
    const claims = 'sub: repo:octo-org/octo-repo:ref:refs/heads/main\nref: refs/heads/main'
    const step = await runJobHere(clouds, {
      ...KEYS,
      operation: 'match',
      kind: 'github-persona',
      'identity-claims': claims,
    })
    expectSuccess(step, 'unmatched')
    expect(step.log).toContain('ref is refs/heads/main, and the mapping has ^refs/tags/v.*$')
    expect(step.summary).toContain('| `ref` | `refs/heads/main` | `^refs/tags/v.*$` |')
    expect(step.summary).not.toContain('| `sub` |')
  })

  test('is answered in time although a pattern is hostile, which is told to be unknown', async () => {
    const hostile = ['(a*)*'.repeat(600), '((a{30}){30}){30}b', '('.repeat(3000), `(${'a|'.repeat(1000)}b){900}`]
    const clouds = await startClouds({
      seed: {
        mappings: {
          'github-persona': [
            ...hostile.map((sub) => ({ claim_matchers: { sub }, account_identifier: 'x@example.com' })),
            { id: WIDE, ...matchers({}) },
          ],
        },
      },
    })
    const started = Date.now()
    const claims = `sub: repo:octo-org/octo-repo:${'a'.repeat(3000)}`
    const step = await runJobHere(clouds, {
      ...KEYS,
      operation: 'match',
      kind: 'github-persona',
      'identity-claims': claims,
    })
    expectSuccess(step, 'matched')
    expect(step.outputs['mapping-id']).toBe(WIDE)
    expect(step.log).toContain('Could not determine whether')
    expect(Date.now() - started).toBeLessThan(20_000)
  })

  test('that could not be evaluated is not said to miss', async () => {
    const claims = { sub: 'repo:octo-org/octo-repo:.+', run_attempt: '1' }
    const seeded = [{ claim_matchers: claims, account_identifier: 'deployer@example.com' }]
    const clouds = await startClouds({ seed: { mappings: { 'github-persona': seeded } } })
    const step = await runJobHere(clouds, {
      ...KEYS,
      operation: 'match',
      kind: 'github-persona',
      'identity-claims': 'sub: repo:octo-org/octo-repo:pull_request',
    })
    expectSuccess(step, 'unmatched')
    expect(step.log).toContain('No GitHub persona mapping that could be evaluated matches')
    expect(step.log).toContain('the claim "run_attempt" is not one that Datadog knows')
  })

  test('without a token is told how to get one', async () => {
    const clouds = await startClouds()
    const step = await runJobHere(clouds, { ...KEYS, operation: 'match', kind: 'github-persona' })
    expectFailure(step, 'invalid-input', 'permissions: id-token: write', 'identity-claims')
    expect(calls(clouds)).toEqual([])
  })
})

describe('claims: this-job', () => {
  const create = { ...KEYS, operation: 'create', kind: 'github-persona', claims: 'this-job' }
  const account = { 'account-identifier': 'deployer@example.com' }

  test('maps the running job by its repository and owner, with their ids, and its ref', async () => {
    const clouds = await startClouds()
    const step = await runJobHere(clouds, { ...create, ...account }, githubJob(clouds))
    expectSuccess(step, 'created')
    const [mapping] = clouds.state().mappings['github-persona']
    expect(mapping).toMatchObject({
      attributes: {
        claim_matchers: {
          repository: '^octo-org/octo-repo$',
          repository_id: '^456789$',
          repository_owner: '^octo-org$',
          repository_owner_id: '^123456$',
          ref: '^refs/heads/main$',
        },
      },
    })
    expectNothingSecret(step, clouds)
    const again = await runJobHere(
      clouds,
      { ...KEYS, operation: 'get', kind: 'github-persona', claims: 'this-job' },
      githubJob(clouds),
    )
    expectSuccess(again, 'found')
    const match = await runJobHere(clouds, { ...KEYS, operation: 'match', kind: 'github-persona' }, githubJob(clouds))
    expectSuccess(match, 'matched')
  })

  test('takes the environment of the job where it has one', async () => {
    const sub = 'repo:octo-org/octo-repo:environment:prod'
    const clouds = await startClouds({ oidcClaims: { sub, environment: 'prod' } })
    expectSuccess(await runJobHere(clouds, { ...create, ...account }, githubJob(clouds)), 'created')
    const [mapping] = clouds.state().mappings['github-persona']
    expect(JSON.stringify(mapping)).toContain('"environment":"^prod$"')
    expect(JSON.stringify(mapping)).not.toContain('"ref"')
  })

  test('needs the permission, and says so before anything is asked of Datadog', async () => {
    const clouds = await startClouds()
    const step = await runJobHere(clouds, { ...create, ...account })
    expectFailure(step, 'invalid-input', 'permissions: id-token: write')
    expect(calls(clouds)).toEqual([])
  })

  test('is refused on GitHub Enterprise with the reason', async () => {
    const clouds = await startClouds()
    const env = { ...githubJob(clouds), GITHUB_SERVER_URL: 'https://octo.ghe.com' }
    const step = await runJobHere(clouds, { ...create, ...account }, env)
    expectFailure(step, 'invalid-input', 'https://octo.ghe.com', 'another issuer')
    expect(calls(clouds)).toEqual([])
  })
})
