import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { attributes, role, uuid, writes } from './desired.ts'
import { expectFailure, expectSuccess, methods, runOperation, startDatadog } from './step.ts'

const seed: Seed = {
  mappings: {
    'aws-persona': [{ id: uuid(1), arn_pattern: role('a'), account_identifier: 'a@example.com' }],
    'aws-intake': [{ id: uuid(2), arn_pattern: role('b') }],
    'github-persona': [{ id: uuid(3), claim_matchers: { sub: '^repo:a/b:.*$' }, account_identifier: 'a@example.com' }],
    'github-intake': [{ id: uuid(4), claim_matchers: { sub: '^repo:c/d:.*$' } }],
    authn: [{ id: uuid(5), attribute_key: 'member-of', attribute_value: 'Dev', role_id: uuid(15) }],
  },
}

describe('an AuthN mapping', () => {
  test.each<[Record<string, string>, object]>([
    [{ 'attribute-key': 'groups' }, { attribute_key: 'groups', attribute_value: 'Dev' }],
    [{ 'attribute-value': 'Ops' }, { attribute_key: 'member-of', attribute_value: 'Ops' }],
    [{ 'role-id': uuid(16) }, {}],
    [{ 'team-id': uuid(17) }, {}],
    [
      { 'attribute-key': 'groups', 'attribute-value': 'Ops', 'role-id': uuid(16) },
      { attribute_key: 'groups', attribute_value: 'Ops' },
    ],
  ])('gets %o with one PATCH and keeps its id', async (change, expected) => {
    const datadog = await startDatadog({ seed })
    const step = await runOperation(datadog, { operation: 'update', kind: 'authn', 'mapping-id': uuid(5), ...change })
    expectSuccess(step, 'updated')
    expect(methods(datadog)).toEqual(['PATCH'])
    expect(datadog.state().mappings.authn[0]).toMatchObject({ id: uuid(5), attributes: expected })
    expect(JSON.stringify(datadog.state().mappings.authn[0])).toContain(
      change['role-id'] ?? change['team-id'] ?? uuid(15),
    )
    expect(step.outputs).toMatchObject({ 'mapping-id': uuid(5), changed: 'true' })
  })
})

describe('a mapping that Datadog cannot update', () => {
  test.each<[string, string, number, Record<string, string>, object]>([
    [
      'aws-persona',
      'aws-persona',
      1,
      { 'arn-pattern': role('c') },
      { arn_pattern: role('c'), account_identifier: 'a@example.com' },
    ],
    ['aws-intake', 'aws-intake', 2, { 'arn-pattern': role('c') }, { arn_pattern: role('c') }],
    [
      'github-persona',
      'github-persona',
      3,
      { claims: 'sub: /^repo:e/f:.*$/' },
      { claim_matchers: { sub: '^repo:e/f:.*$' } },
    ],
    [
      'github-intake',
      'github-intake',
      4,
      { claims: 'sub: /^repo:e/f:.*$/' },
      { claim_matchers: { sub: '^repo:e/f:.*$' } },
    ],
  ])('%s: another identity is made first, and the old one deleted after', async (kind, state, id, change, expected) => {
    const datadog = await startDatadog({ seed })
    const step = await runOperation(datadog, { operation: 'update', kind, 'mapping-id': uuid(id), ...change })
    expectSuccess(step, 'replaced')
    expect(methods(datadog)).toEqual(['GET', 'POST', 'DELETE'])
    expect(attributes(datadog, state as 'aws-persona')).toEqual([expect.objectContaining(expected)])
  })

  test.each<[string, Record<string, string>]>([
    ['the same identity', { 'account-identifier': 'b@example.com' }],
    ['one that collides', { 'arn-pattern': role('a').replace('*', 'session') }],
  ])('with %s goes first', async (_, change) => {
    const datadog = await startDatadog({ seed })
    expectSuccess(await runOperation(datadog, { operation: 'update', 'mapping-id': uuid(1), ...change }), 'replaced')
    expect(methods(datadog).filter((method) => method !== 'GET')).toEqual(['DELETE', 'POST'])
  })

  test('that has what it should have stays as it is', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runOperation(datadog, {
      operation: 'update',
      'mapping-id': uuid(1),
      'account-identifier': 'A@example.com',
    })
    expectSuccess(step, 'unchanged')
    expect(step.outputs['changed']).toBe('false')
    expect(methods(datadog)).toEqual(['GET'])
  })

  test('stays when the new one is refused', async () => {
    const datadog = await startDatadog({ seed })
    const change = { 'arn-pattern': role('b') }
    const step = await runOperation(datadog, { operation: 'update', 'mapping-id': uuid(1), ...change })
    expectFailure(step, 'conflict', 'Could not create')
    expect(writes(datadog)).toEqual(['POST aws/persona_mapping 409'])
    expect(attributes(datadog, 'aws-persona')).toHaveLength(1)
  })

  test('stands beside the new one when it cannot be deleted, and both are told', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'DELETE', do: { status: 403 } }])
    const step = await runOperation(datadog, { operation: 'update', 'mapping-id': uuid(1), 'arn-pattern': role('c') })
    expectFailure(step, 'forbidden', `the old one, ${uuid(1)}, may exist still`)
    expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
    expect(step.outputs).toMatchObject({ changed: 'true', 'arn-pattern': role('c') })
  })
})

test.each(['aws-persona', 'authn'])('an id of a %s mapping that there is not is told', async (kind) => {
  const datadog = await startDatadog()
  const change: Record<string, string> = kind === 'authn' ? { 'role-id': uuid(1) } : { 'account-identifier': 'a@b.c' }
  const step = await runOperation(datadog, { operation: 'update', kind, 'mapping-id': uuid(9), ...change })
  expectFailure(step, 'not-found', `${uuid(9)}: there is none.`)
  expect(writes(datadog).filter((line) => !line.startsWith('PATCH'))).toEqual([])
})
