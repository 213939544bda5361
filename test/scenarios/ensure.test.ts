import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { attributes, role, uuid, writes } from './desired.ts'
import {
  exchanges,
  expectFailure,
  expectSuccess,
  methods,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

const ENSURE = { ...PERSONA, operation: 'ensure' }
const USER = { id: uuid(7), email: 'Deployer@example.com', handle: 'ci-deployer' }
const OTHER = { id: uuid(8), email: 'other@example.com', handle: 'somebody' }
const PATTERN = PERSONA['arn-pattern']

/** One live mapping of the pattern to an account, which Datadog calls by its handle. */
const mapped = (account: string): Seed => ({
  users: [USER, OTHER],
  mappings: { 'aws-persona': [{ id: uuid(1), arn_pattern: PATTERN, account_identifier: account }] },
})

describe('a mapping of any kind', () => {
  test.each<[string, Record<string, string>]>([
    ['aws-persona', { 'arn-pattern': PATTERN, 'account-identifier': 'deployer@example.com' }],
    ['aws-intake', { 'arn-pattern': 'arn:aws:iam::123456789012:role/ci/agent' }],
    [
      'github-persona',
      { claims: 'repository: a/b\nref: refs/heads/main', 'account-identifier': 'deployer@example.com' },
    ],
    ['github-intake', { claims: 'repository: a/b\nenvironment: prod' }],
    ['authn', { 'attribute-key': 'member-of', 'attribute-value': 'Dev', 'role-id': uuid(5) }],
    ['authn', { 'attribute-key': 'member-of', 'attribute-value': 'Dev', 'team-id': uuid(5) }],
  ])('%s is created once, and found with one request from then on', async (kind, inputs) => {
    const datadog = await startDatadog()
    const first = await runHere(datadog, { operation: 'ensure', kind, ...inputs })
    expectSuccess(first, 'created')
    expect(first.outputs['changed']).toBe('true')
    // Datadog keeps duplicates of AuthN, so they are looked for afterwards; and settings can keep it from taking effect.
    const settings = kind !== 'authn' ? [] : 'team-id' in inputs ? ['GET', 'GET'] : ['GET']
    const requests = kind === 'authn' ? ['GET', 'POST', 'GET', ...settings] : ['GET', 'POST']
    expect(methods(datadog)).toEqual(requests)
    const second = await runHere(datadog, { operation: 'ensure', kind, ...inputs })
    expectSuccess(second, 'unchanged')
    expect(second.outputs).toMatchObject({ changed: 'false', 'mapping-id': first.outputs['mapping-id'] })
    expect(methods(datadog)).toEqual([...requests, 'GET'])
  })
})

describe('the account that is mapped', () => {
  test.each([
    ['its handle, after a search for a service account of that name', 'CI-deployer', [/users\?/, /persona_mapping/]],
    ['its UUID', uuid(7), [/persona_mapping/]],
    ['its email, after one look at the account', 'deployer@example.com', [/persona_mapping/, `users/${uuid(7)} 200`]],
  ])('is known by %s', async (_, account, requests) => {
    const datadog = await startDatadog({ seed: mapped('ci-deployer') })
    const step = await runHere(datadog, { ...ENSURE, 'account-identifier': account })
    expectSuccess(step, 'unchanged')
    expect(exchanges(datadog)).toEqual(requests.map((request) => expect.stringMatching(request)))
    expect(new Set(methods(datadog))).toEqual(new Set(['GET']))
  })

  test.each(['other@example.com', 'somebody'])('is replaced by another one, %s, once', async (account) => {
    const datadog = await startDatadog({ seed: mapped('ci-deployer') })
    const inputs = { ...ENSURE, 'account-identifier': account }
    const step = await runHere(datadog, inputs)
    expectSuccess(step, 'replaced')
    expect(step.outputs).toMatchObject({ changed: 'true', 'account-uuid': uuid(8), 'account-identifier': 'somebody' })
    expect(step.outputs['mapping-id']).not.toBe(uuid(1))
    expect(writes(datadog)).toEqual(['DELETE aws/persona_mapping 204', 'POST aws/persona_mapping 201'])
    expectSuccess(await runHere(datadog, inputs), 'unchanged')
    expect(writes(datadog)).toHaveLength(2)
  })

  test('is never replaced on a guess: without the permission to look, the step says which spelling to use', async () => {
    const datadog = await startDatadog({ seed: mapped('ci-deployer'), switches: { usersDenied: true } })
    const step = await runOperation(datadog, ENSURE)
    expectFailure(step, 'forbidden', 'user_access_read', 'set account-identifier to ci-deployer', 'Nothing was changed')
    expect(writes(datadog)).toEqual([])
    expectSuccess(await runOperation(datadog, { ...ENSURE, 'account-identifier': 'ci-deployer' }), 'unchanged')
  })

  test('is not replaced with if-exists: fail', async () => {
    const datadog = await startDatadog({ seed: mapped('ci-deployer') })
    const inputs = { ...ENSURE, 'if-exists': 'fail' }
    const step = await runHere(datadog, { ...inputs, 'account-identifier': 'somebody' })
    expectFailure(
      step,
      'conflict',
      `is already mapped by the AWS persona mapping ${uuid(1)}`,
      'Leave if-exists out to replace it',
    )
    expect(step.outputs['mapping-id']).toBe(uuid(1))
    expect(writes(datadog)).toEqual([])
    expectSuccess(await runHere(datadog, { ...inputs, 'account-identifier': 'ci-deployer' }), 'unchanged')
  })
})

describe('a race that another run has won', () => {
  // Its mapping is there, and the first list does not show it yet.
  const faster = async (account: string) => {
    const datadog = await startDatadog({ switches: { lag: { list: true, reads: 1 } } })
    await runHere(datadog, { ...PERSONA, 'account-identifier': account })
    return datadog
  }

  test('is judged again: the mapping is the wanted one', async () => {
    const datadog = await faster('deployer@example.com')
    const step = await runHere(datadog, ENSURE)
    expectSuccess(step, 'unchanged')
    expect(step.log).toContain('Another run changed this mapping; reading it again.')
    expect(methods(datadog).slice(1)).toEqual(['GET', 'POST', 'GET'])
  })

  test('is judged again: the mapping is of another account, and replaced', async () => {
    const datadog = await faster('other@example.com')
    expectSuccess(await runHere(datadog, { ...ENSURE, 'account-identifier': uuid(9) }), 'replaced')
    expect(attributes(datadog, 'aws-persona')).toEqual([expect.objectContaining({ account_uuid: uuid(9) })])
  })
})

describe('a pattern that collides', () => {
  test.each(['generic', 'json-api'] as const)('with the other kind is explained (%s)', async (conflict) => {
    const seed = { mappings: { 'aws-intake': [{ id: uuid(2), arn_pattern: PATTERN }] } }
    const datadog = await startDatadog({ seed, switches: { conflict } })
    const step = await runHere(datadog, ENSURE)
    expectFailure(step, 'conflict', 'Could not ensure', `it collides with the AWS intake mapping ${uuid(2)}`)
    expect(step.outputs['mapping-id']).toBe(uuid(2))
    expect(attributes(datadog, 'aws-intake')).toHaveLength(1)
    expect(attributes(datadog, 'aws-persona')).toHaveLength(0)
  })

  test('with a wider one is explained', async () => {
    const datadog = await startDatadog({ seed: mapped('ci-deployer') })
    const step = await runHere(datadog, { ...ENSURE, 'arn-pattern': PATTERN.replace('*', 'session') })
    expectFailure(step, 'conflict', `it overlaps with the AWS persona mapping ${uuid(1)}`)
    expect(attributes(datadog, 'aws-persona')).toHaveLength(1)
  })
})

test('a live IAM role ARN that can never match is told, with how to delete it', async () => {
  const arn = 'arn:aws:iam::123456789012:role/deployer'
  const seed = { mappings: { 'aws-persona': [{ id: uuid(3), arn_pattern: arn, account_identifier: 'a@example.com' }] } }
  const datadog = await startDatadog({ seed })
  const step = await runHere(datadog, { ...ENSURE, 'arn-pattern': arn })
  expectSuccess(step, 'created')
  expect(step.outputs['arn-pattern']).toBe(role('deployer'))
  expect(step.log).toContain(`Delete it with mapping-id: ${uuid(3)}.`)
})

test('another role for the same attribute pair is made, and told to be one more', async () => {
  const seed = {
    mappings: { authn: [{ id: uuid(4), attribute_key: 'member-of', attribute_value: 'Dev', role_id: uuid(5) }] },
  }
  const datadog = await startDatadog({ seed })
  const inputs = { operation: 'ensure', kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Dev' }
  const step = await runHere(datadog, { ...inputs, 'role-id': uuid(6) })
  expectSuccess(step, 'created')
  expect(step.log).toContain('With this change it gives both.')
  expect(datadog.state().mappings.authn).toHaveLength(2)
})
