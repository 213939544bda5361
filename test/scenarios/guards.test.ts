import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { MAPPED, ORG } from '../identity/job.ts'
import type { StepResult } from '../support/runner.ts'
import { fileOf, group, intake, persona, role, runFile, runFileHere, SCOPE, uuid, writes } from './desired.ts'
import { awsJob, expectNothingSecret, githubJob, runJob, runJobHere, startClouds } from './job.ts'
import { expectFailure, expectSuccess, startDatadog } from './step.ts'

const APPLY = { operation: 'apply', 'auto-approve': 'true', prune: 'true' }
const authn = (id: number, value: string, roleId: string) => ({
  id: uuid(id),
  attribute_key: 'member-of',
  attribute_value: value,
  role_id: roleId,
})

/** Asserts that a guard stopped the step, that it says so, and that the plan is shown, with nothing to approve it by. */
function expectGuarded(step: StepResult, ...texts: readonly string[]): void {
  expectFailure(step, 'guarded', /^Nothing was changed\. /, ...texts)
  expect(step.outputs).toMatchObject({ 'has-changes': 'true', 'plan-digest': '', changed: 'false' })
}

describe('max-deletes', () => {
  const intakes = Array.from({ length: 6 }, (_, index) => ({ id: uuid(index), arn_pattern: role(`r${index}`) }))
  const seed: Seed = { mappings: { 'aws-intake': [...intakes, { id: uuid(99), arn_pattern: role('kept') }] } }

  test('stops a plan that would delete more, and force does not open it', async () => {
    const datadog = await startDatadog({ seed })
    for (const force of ['', intakes.map(({ id }) => id).join()]) {
      const step = await runFile(datadog, { ...APPLY, force }, [intake('kept'), intake('new')], { scope: SCOPE })
      expectGuarded(step, '6 mappings would be removed (6 deleted), and max-deletes is 5')
    }
    const planned = await runFile(datadog, { operation: 'plan', prune: 'true' }, [intake('kept')], { scope: SCOPE })
    expectFailure(planned, 'guarded', /^apply would refuse this plan\. 6 mappings would be removed/)
    expect(planned.summary).toContain('apply would refuse')
    expect(writes(datadog)).toEqual([])
    const raised = { ...APPLY, 'max-deletes': '6' }
    expectSuccess(await runFile(datadog, raised, [intake('kept')], { scope: SCOPE }), 'applied')
  })

  test('counts AuthN mappings that are moved to another role, and force does not open it', async () => {
    const moved = Array.from({ length: 3 }, (_, index) => authn(index, `g${index}`, uuid(21)))
    const rest = [authn(8, 'kept', uuid(21))]
    const wanted = [...moved.map(({ attribute_value }) => group(attribute_value, uuid(22))), group('kept', uuid(21))]
    const datadog = await startDatadog({ seed: { mappings: { authn: [...moved, ...rest] } } })
    const inputs = { ...APPLY, 'max-deletes': '2', force: moved.map(({ id }) => id).join() }
    const step = await runFileHere(datadog, inputs, wanted, { scope: SCOPE })
    expectGuarded(step, '3 mappings would be removed (3 moved to another role or team), and max-deletes is 2')
    expect(writes(datadog)).toEqual([])
    expectSuccess(await runFileHere(datadog, { ...inputs, 'max-deletes': '3' }, wanted, { scope: SCOPE }), 'applied')
  })

  test('counts what a replacement removes beyond what it creates', async () => {
    const sessions = ['a', 'b', 'c'].map((name, index) => ({
      id: uuid(index),
      arn_pattern: role('r').replace('*', name),
    }))
    const datadog = await startDatadog({ seed: { mappings: { 'aws-intake': sessions } } })
    const inputs = { ...APPLY, 'max-deletes': '1' }
    const step = await runFile(datadog, inputs, [intake('r')], { scope: SCOPE })
    expectGuarded(step, '2 mappings would be removed (2 merged into others), and max-deletes is 1')
    expectSuccess(await runFile(datadog, { ...inputs, 'max-deletes': '2' }, [intake('r')], { scope: SCOPE }), 'applied')
  })

  test('does not count replaces of one by one', async () => {
    const datadog = await startDatadog({ seed })
    const personas = intakes.map((_, index) => persona(`r${index}`))
    const inputs = { ...APPLY, 'max-deletes': '0' }
    expectSuccess(await runFileHere(datadog, inputs, [intake('kept'), ...personas], { scope: SCOPE }), 'applied')
    expect(datadog.state().mappings['aws-persona']).toHaveLength(6)
  })
})

describe('the scope', () => {
  test('holds against force: what is outside stays', async () => {
    const outside = { id: uuid(1), arn_pattern: 'arn:aws:sts::210987654321:assumed-role/other/*' }
    const datadog = await startDatadog({ seed: { mappings: { 'aws-intake': [outside] } } })
    const step = await runFileHere(datadog, { ...APPLY, force: uuid(1) }, [intake('new')], { scope: SCOPE })
    expectSuccess(step, 'applied')
    expect(datadog.state().mappings['aws-intake']).toHaveLength(2)
  })

  test('of repositories counts no mapping that could be of another one', async () => {
    const claims = (repository: string) => ({ claim_matchers: { sub: '^repo:a/.*$', repository } })
    const seed = {
      mappings: {
        'github-intake': [claims('^a/b$'), claims('^a/.*$'), claims('^a/c$')].map((one, id) => ({
          id: uuid(id),
          ...one,
        })),
      },
    }
    const datadog = await startDatadog({ seed })
    const kept = { kind: 'github-intake', claims: { repository: 'a/b', ref: 'refs/heads/main' } }
    const step = await runFileHere(datadog, APPLY, [kept], { scope: { 'github-intake': { repositories: ['a/b'] } } })
    expectSuccess(step, 'applied')
    expect(datadog.state().mappings['github-intake'].map(({ id }) => id)).toEqual([
      uuid(1),
      uuid(2),
      expect.any(String),
    ])
  })
})

describe('the last AuthN mapping of a role', () => {
  test.each<[string, Seed, Record<string, unknown>[]]>([
    [
      'is not deleted',
      { mappings: { authn: [authn(1, 'Dev', uuid(21)), authn(2, 'Ops', uuid(22))] } },
      [group('Ops', uuid(22))],
    ],
    ['is not moved away', { mappings: { authn: [authn(1, 'Dev', uuid(21))] } }, [group('Dev', uuid(22))]],
  ])('%s, unless it is named in force', async (_, seed, wanted) => {
    const datadog = await startDatadog({ seed })
    const step = await runFileHere(datadog, APPLY, [...wanted, intake('new')], { scope: SCOPE })
    expectGuarded(step, uuid(1), 'is the last AuthN mapping of its role', `force: ${uuid(1)}`)
    expect(writes(datadog)).toEqual([])
    const forced = { ...APPLY, force: uuid(1) }
    expectSuccess(await runFileHere(datadog, forced, [...wanted, intake('new')], { scope: SCOPE }), 'applied')
  })

  test('may go when the same run maps the role anew', async () => {
    const datadog = await startDatadog({ seed: { mappings: { authn: [authn(1, 'Dev', uuid(21))] } } })
    const step = await runFileHere(datadog, APPLY, [group('Developers', uuid(21))], { scope: SCOPE })
    expectSuccess(step, 'applied')
    expect(writes(datadog)).toEqual(['POST authn_mappings 200', 'DELETE authn_mappings 204'])
  })
})

describe('the mapping that the step itself lives on', () => {
  const [{ id }] = MAPPED.mappings['aws-persona']
  const keyless = { ...APPLY, auth: 'aws', 'org-uuid': ORG }

  test.each([
    ['deleted', [persona('other')]],
    ['replaced', [persona('ci', 'someone@example.com')]],
  ])('is not %s, unless it is named in force', async (_, wanted) => {
    const clouds = await startClouds({ seed: MAPPED })
    const run = (inputs: Record<string, string>) =>
      runJob(clouds, inputs, awsJob(clouds), { workspaceFiles: fileOf(wanted, SCOPE) })
    const step = await run(keyless)
    expectGuarded(step, id, 'that gives this step its own credentials', `force: ${id}`)
    const writing = () => clouds.requests().filter(({ path, method }) => path.includes('mapping') && method !== 'GET')
    expect(writing()).toEqual([])
    expectNothingSecret(step, clouds)
    await run({ ...keyless, force: id })
    expect(writing().map(({ method }) => method)).toContain('DELETE')
  })

  test('may be one whose claims could not be evaluated', async () => {
    const sub = '^repo:octo-org/octo-repo:.*$'
    const mapped = (id: number, claim_matchers: Record<string, string>) => ({
      id: uuid(id),
      claim_matchers,
      account_identifier: 'deployer@example.com',
    })
    const personas = [mapped(1, { sub }), mapped(2, { sub, claim_of_next_year: '^x$' })]
    const clouds = await startClouds({ seed: { ...MAPPED, mappings: { 'github-persona': personas } } })
    const inputs = { operation: 'delete', kind: 'github-persona', auth: 'github', 'org-uuid': ORG }
    const step = await runJobHere(clouds, { ...inputs, 'mapping-id': uuid(2) }, githubJob(clouds))
    expectFailure(step, 'guarded', 'is the mapping that gives this step its own credentials', `force: ${uuid(2)}`)
  })

  test('is no concern of a step with keys', async () => {
    const clouds = await startDatadog({ seed: MAPPED })
    expectSuccess(await runFileHere(clouds, APPLY, [persona('other')], { scope: SCOPE }), 'applied')
  })
})

describe('what the credentials of the step come from, when it has a token', () => {
  test('is protected too: the mapping of the account that the token stands for', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const loggedIn = await runJob(clouds, { operation: 'login', 'org-uuid': ORG }, awsJob(clouds))
    const token = loggedIn.outputs['bearer-token'] ?? ''
    const inputs = { ...APPLY, 'api-url': clouds.url, 'api-key': '', 'app-key': '', 'bearer-token': token }
    const step = await runFileHere(clouds, inputs, [intake('new')], { scope: SCOPE })
    expectGuarded(step, 'the mapping that gives this step its own credentials')
    expect(writes(clouds).filter((line) => !line.includes('delegated'))).toEqual([])
  })

  test.each([
    ['a delegated token', 'a-token-of-the-tests-5kQ2', true],
    ['a personal access token, which no mapping gives out,', 'ddpat_5kQ2xW8v3Zr7', false],
    ['a service access token, which no mapping gives out,', 'ddsat_5kQ2xW8v3Zr7', false],
  ])('can be any mapping when Datadog does not say whose token it is: %s', async (_, token, isGuarded) => {
    const datadog = await startDatadog({ seed: MAPPED, bearer: token })
    datadog.setFaults([{ path: '/api/v2/current_user', do: { status: 403, body: { errors: ['Forbidden'] } } }])
    const inputs = { ...APPLY, 'api-key': '', 'app-key': '', 'bearer-token': token }
    const step = await runFileHere(datadog, inputs, [intake('new')], { scope: SCOPE })
    if (isGuarded) {
      const [{ id }] = MAPPED.mappings['aws-persona']
      expectGuarded(step, 'does not say which account the bearer token belongs to', `set force: ${id}`)
      expect(writes(datadog)).toEqual([])
      expectSuccess(await runFileHere(datadog, { ...inputs, force: id }, [intake('new')], { scope: SCOPE }), 'applied')
    } else expectSuccess(step, 'applied')
  })

  test('does not protect the mappings of other accounts', async () => {
    const token = 'a-token-of-the-tests-5kQ2'
    const datadog = await startDatadog({ seed: MAPPED, bearer: token })
    const inputs = { ...APPLY, 'api-key': '', 'app-key': '', 'bearer-token': token }
    expectSuccess(await runFileHere(datadog, inputs, [intake('new')], { scope: SCOPE }), 'applied')
  })

  test('stays when nobody can tell which it is', async () => {
    const clouds = await startClouds({ seed: MAPPED })
    const job = { ...awsJob(clouds), AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' }
    const step = await runJob(clouds, { ...APPLY, 'org-uuid': ORG, retries: '0' }, job, {
      workspaceFiles: fileOf([intake('new')], SCOPE),
    })
    expectGuarded(step, 'Could not determine which mapping')
    expect(writes(clouds).filter((line) => !line.includes('delegated'))).toEqual([])
  })
})

test('a role keeps its last mapping when what was to stand in its place could not be made', async () => {
  const [A, B] = [uuid(101), uuid(102)]
  const datadog = await startDatadog({ seed: { mappings: { authn: [authn(1, 'Dev', A)] } } })
  datadog.setFaults([{ method: 'POST', do: { kind: 'status', status: 400, body: { errors: ['no'] } } }])
  const step = await runFile(datadog, APPLY, [group('Dev', B), group('Ops', A)], { scope: SCOPE })
  expectFailure(step, 'invalid-input', /skipped, because this failed: create AuthN mapping/)
  expect(datadog.state().mappings.authn).toHaveLength(1)
  expect(writes(datadog).some((line) => line.startsWith('PATCH'))).toBe(false)
})

test('auto-approve does not stand above a reviewed digest', async () => {
  const datadog = await startDatadog()
  const step = await runFile(datadog, { ...APPLY, prune: 'false', 'expected-plan': '0'.repeat(64) }, [intake('new')])
  expectFailure(step, 'plan-changed', /Nothing was changed/)
  expect(writes(datadog)).toEqual([])
})

test('a plan for one org does not pass for another one on the same site', async () => {
  const datadog = await startDatadog()
  const digests: (string | undefined)[] = []
  for (const org of [uuid(1), uuid(2), uuid(1)]) {
    datadog.reset({ org: { uuid: org } })
    const step = await runFileHere(datadog, { operation: 'plan' }, [intake('new')])
    expect(step.outputs['org-uuid']).toBe(org)
    digests.push(step.outputs['plan-digest'])
  }
  expect(digests[1]).not.toBe(digests[0])
  expect(digests[2]).toBe(digests[0])
})

test('two roles that swap their only mappings are guarded, since one of the two moves can fail', async () => {
  const [A, B] = [uuid(101), uuid(102)]
  const datadog = await startDatadog({ seed: { mappings: { authn: [authn(1, 'x', A), authn(2, 'y', B)] } } })
  const step = await runFileHere(datadog, APPLY, [group('x', B), group('y', A)], { scope: SCOPE })
  expectGuarded(step, 'is the last AuthN mapping of its role')
  expect(writes(datadog)).toEqual([])
})

test('a digest does not approve of moving a mapping that gives another role by now', async () => {
  const [A, B, C] = [uuid(101), uuid(102), uuid(103)]
  const others = [authn(8, 'u', A), authn(9, 'v', B)]
  const before = await startDatadog({ seed: { mappings: { authn: [authn(1, 'x', A), ...others] } } })
  const after = await startDatadog({ seed: { mappings: { authn: [authn(1, 'x', B), ...others] } } })
  const wanted = [group('x', C), group('u', A), group('v', B)]
  const digests = await Promise.all(
    [before, after].map(async ({ url }) => {
      const step = await runFileHere({ url }, { operation: 'plan', prune: 'true' }, wanted, { scope: SCOPE })
      expect(step.outputs['changes-summary']).toContain('1 to update')
      return (JSON.parse(step.outputs['plan'] ?? '{}') as { changes: unknown }).changes
    }),
  )
  expect(digests[0]).not.toEqual(digests[1])
})
