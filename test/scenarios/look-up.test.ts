import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { role, uuid, writes } from './desired.ts'
import { exchanges, expectFailure, expectSuccess, runHere, runOperation, startDatadog } from './step.ts'

const seed: Seed = {
  mappings: {
    'aws-persona': [{ id: uuid(1), arn_pattern: role('deployer'), account_identifier: 'a@example.com' }],
    'github-persona': [{ id: uuid(3), claim_matchers: { sub: '^repo:a/b:.*$' }, account_identifier: 'a@example.com' }],
    authn: [
      { id: uuid(5), attribute_key: 'member-of', attribute_value: 'Development', role_id: uuid(15) },
      { id: uuid(6), attribute_key: 'member-of', attribute_value: 'All', role_id: uuid(15) },
    ],
  },
}

describe('an id whose kind was forgotten', () => {
  test.each<[string, number, string, Record<string, string>]>([
    ['get', 3, 'github-persona', {}],
    ['get', 5, 'authn', { 'if-missing': 'ignore' }],
    ['delete', 3, 'github-persona', { 'if-missing': 'ignore' }],
    ['delete', 5, 'authn', {}],
    ['update', 3, 'github-persona', { 'account-identifier': 'b@example.com' }],
  ])(
    '%s of mapping %i names its kind %s, whatever if-missing says, and changes nothing',
    async (operation, id, kind, more) => {
      const datadog = await startDatadog({ seed })
      const inputs = { operation, 'mapping-id': uuid(id), ...more }
      const step = await runHere(datadog, inputs)
      expectFailure(
        step,
        'not-found',
        `AWS persona mapping ${uuid(id)}`,
        `it is a mapping of kind ${kind}`,
        `Set kind: ${kind}.`,
      )
      expect(writes(datadog).filter((line) => !line.endsWith('404'))).toEqual([])
      const right = await runHere(datadog, { ...inputs, kind })
      expect(right.conclusion).toBe('success')
    },
  )

  test.each(['get', 'delete'])('%s of an id that no kind has is missing', async (operation) => {
    const datadog = await startDatadog({ seed })
    const inputs = { operation, 'mapping-id': uuid(9) }
    expectFailure(await runOperation(datadog, inputs), 'not-found', 'there is none')
    const ignored = await runOperation(datadog, { ...inputs, 'if-missing': 'ignore' })
    expectSuccess(ignored, 'missing')
    expect(ignored.log).not.toContain('Could not search')
  })

  test.each([403, 400])('a kind that answers %i is named as not searched', async (status) => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'GET', path: '/api/v2/authn_mappings/', do: { status } }])
    const step = await runHere(datadog, { operation: 'delete', 'mapping-id': uuid(5), 'if-missing': 'ignore' })
    expectSuccess(step, 'missing')
    expect(step.log).toContain('Could not search for the id among the AuthN mappings.')
  })
})

describe('an identity that is not there', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a pattern', { 'arn-pattern': role('deployr') }, `The nearest is the AWS persona mapping ${uuid(1)}`],
    [
      'claims',
      { kind: 'github-persona', claims: 'sub: /^repo:a/c:.*$/' },
      `The nearest is the GitHub persona mapping ${uuid(3)}`,
    ],
  ])('%s: the nearest live one is named', async (_, inputs, says) => {
    const datadog = await startDatadog({ seed })
    for (const operation of ['get', 'delete']) {
      expectFailure(await runHere(datadog, { operation, ...inputs }), 'not-found', 'there is none', says)
      const ignored = await runHere(datadog, { operation, ...inputs, 'if-missing': 'ignore' })
      expectSuccess(ignored, 'missing')
      expect(ignored.log).toContain(says)
    }
    expect(writes(datadog)).toEqual([])
  })

  test('one that is far from everything has no nearest', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runHere(datadog, {
      operation: 'get',
      'arn-pattern': 'arn:aws:iam::210987654321:user/x',
    })
    expectFailure(step, 'not-found', 'there is none')
    expect(step.outputs['error-message']).not.toContain('The nearest')
  })
})

describe('a plain delete', () => {
  test('of the last AuthN mapping of a role is guarded, unless force names it', async () => {
    const datadog = await startDatadog({ seed })
    const inputs = { operation: 'delete', kind: 'authn' }
    expectSuccess(await runHere(datadog, { ...inputs, 'mapping-id': uuid(6) }), 'deleted')
    const last: Record<string, string>[] = [
      { 'mapping-id': uuid(5) },
      { 'attribute-key': 'member-of', 'attribute-value': 'Development', 'role-id': uuid(15) },
      { 'mapping-id': uuid(5), force: uuid(6) },
    ]
    for (const one of last)
      expectFailure(
        await runHere(datadog, { ...inputs, ...one }),
        'guarded',
        'Nothing was changed',
        'is the last AuthN mapping of its role',
        `force: ${uuid(5)}`,
      )
    expect(datadog.state().mappings.authn).toHaveLength(1)
    const dry = await runHere(datadog, { ...inputs, 'mapping-id': uuid(5), 'dry-run': 'true' })
    expectSuccess(dry, 'planned')
    expect(dry.log).toContain('is the last AuthN mapping of its role')
    expectSuccess(await runHere(datadog, { ...inputs, 'mapping-id': uuid(5), force: uuid(5) }), 'deleted')
  })

  test('of what someone deleted after it was read is missing', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ path: '/api/v2/cloud_auth/aws/persona_mapping/', do: { status: 404 } }])
    const step = await runOperation(datadog, { operation: 'delete', 'arn-pattern': role('deployer') })
    expectFailure(step, 'not-found', 'there is none')
    expect(step.outputs['changed']).toBe('false')
    expect(exchanges(datadog)).toHaveLength(3)
  })
})

test.each<[string, Record<string, string>]>([
  ['delete', {}],
  ['update', { 'account-identifier': 'b@example.com' }],
])('%s of the mapping that a bearer token comes from is guarded, unless force names it', async (operation, more) => {
  const own = { id: uuid(2), arn_pattern: role('self'), account_identifier: 'self@example.com', account_uuid: uuid(20) }
  const other = { id: uuid(1), arn_pattern: role('deployer'), account_identifier: 'a@example.com' }
  const start = (refused: readonly string[] = []) =>
    startDatadog({
      bearer: 'delegated-token-of-this-job',
      seed: {
        users: [{ id: uuid(20), email: 'self@example.com' }],
        operator: uuid(20),
        mappings: { 'aws-persona': [own, other] },
      },
      switches: { refused: [...refused] as never },
    })
  const inputs = { operation, ...more, 'api-key': '', 'app-key': '', 'bearer-token': 'delegated-token-of-this-job' }
  const datadog = await start()
  const step = await runHere(datadog, { ...inputs, 'mapping-id': uuid(2) })
  expectFailure(step, 'guarded', 'the mapping that gives this step its own credentials', `force: ${uuid(2)}`)
  expect(writes(datadog)).toEqual([])
  expect((await runHere(datadog, { ...inputs, 'mapping-id': uuid(1) })).conclusion).toBe('success')
  expect((await runHere(datadog, { ...inputs, 'mapping-id': uuid(2), force: uuid(2) })).conclusion).toBe('success')
  const blind = await start(['current_user'])
  const unknown = await runHere(blind, { ...inputs, 'mapping-id': uuid(1) })
  expectFailure(unknown, 'guarded', 'Could not determine which mapping gives this step its own credentials')
  expect(writes(blind)).toEqual([])
})
