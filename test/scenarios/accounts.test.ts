import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { attributes, persona, runFile, uuid, writes } from './desired.ts'
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

const PATTERN = PERSONA['arn-pattern']
const ENSURE = { ...PERSONA, operation: 'ensure' }
const SERVICE = {
  id: uuid(30),
  email: 'service@example.com',
  handle: uuid(30),
  name: 'deployer',
  service_account: true,
}
const USERS: Seed['users'] = [
  { id: uuid(20), email: 'old@example.com', handle: 'old@example.com' },
  { id: uuid(21), email: 'new@example.com', handle: 'new-handle' },
  { id: uuid(22), email: 'off@example.com', handle: 'off@example.com', disabled: true },
  SERVICE,
]
const mapped: Seed = {
  users: USERS,
  mappings: { 'aws-persona': [{ id: uuid(1), arn_pattern: PATTERN, account_identifier: 'old@example.com' }] },
}

describe('the account of a new mapping, before the old one is removed', () => {
  test.each([
    [
      'does not exist',
      'nwe@example.com',
      'not-found',
      'no Datadog account has the email, handle or UUID nwe@example.com',
    ],
    ['has no such UUID', uuid(99), 'not-found', 'no Datadog account has'],
    ['is disabled', 'off@example.com', 'invalid-input', 'the Datadog account off@example.com is disabled'],
  ])('%s: nothing is changed', async (_, account, reason, says) => {
    for (const operation of ['ensure', 'update'] as const) {
      const datadog = await startDatadog({ seed: mapped, switches: { accounts: 'seeded' } })
      const which = operation === 'update' ? { 'mapping-id': uuid(1) } : { 'arn-pattern': PATTERN }
      const step = await runHere(datadog, { operation, ...which, 'account-identifier': account })
      expectFailure(step, reason, says, 'Nothing was changed.')
      expect(step.outputs['changed']).toBe('false')
      expect(writes(datadog)).toEqual([])
    }
  })

  test('is a person, given by UUID: nothing is changed', async () => {
    const datadog = await startDatadog({ seed: mapped, switches: { accounts: 'seeded' } })
    const step = await runOperation(datadog, { ...ENSURE, 'account-identifier': uuid(21) })
    expectFailure(step, 'invalid-input', `${uuid(21)} is the UUID of a person`, 'Nothing was changed.')
    expect(writes(datadog)).toEqual([])
  })

  test.each(['new@example.com', 'NEW@example.com', 'new-handle', uuid(30)])(
    'exists as %s: it is replaced',
    async (account) => {
      const datadog = await startDatadog({ seed: mapped, switches: { accounts: 'seeded' } })
      expectSuccess(await runHere(datadog, { ...ENSURE, 'account-identifier': account }), 'replaced')
      expect(attributes(datadog, 'aws-persona')).toHaveLength(1)
    },
  )

  test('may not be looked up: the step says so and goes on', async () => {
    const datadog = await startDatadog({ seed: mapped, switches: { usersDenied: true } })
    // The email of the live mapping is the spelling that the step gives for what it keeps.
    const step = await runHere(datadog, {
      operation: 'update',
      'mapping-id': uuid(1),
      'arn-pattern': PATTERN.replace('deployer', 'other'),
    })
    expectSuccess(step, 'replaced')
    expect(step.log).toContain('Could not check whether the account old@example.com exists and is enabled')
  })

  test('is another one than Datadog takes: the new mapping is removed and the old one restored', async () => {
    const datadog = await startDatadog({ seed: mapped, switches: { resolvesTo: uuid(77) } })
    const step = await runHere(datadog, { ...ENSURE, 'account-identifier': 'new@example.com' })
    expectFailure(
      step,
      'guarded',
      `to the account ${uuid(77)}`,
      `the account ${uuid(21)}`,
      'The old mapping was created again',
    )
    expect(attributes(datadog, 'aws-persona')).toEqual([
      expect.objectContaining({ account_identifier: 'old@example.com' }),
    ])
  })
})

describe('a live mapping whose account is gone', () => {
  const seed: Seed = {
    users: USERS,
    mappings: {
      'aws-persona': [{ id: uuid(1), arn_pattern: PATTERN, account_identifier: 'gone-handle', account_uuid: uuid(66) }],
    },
  }

  test('differs from every account, and is replaced', async () => {
    const datadog = await startDatadog({ seed })
    expectSuccess(await runHere(datadog, { ...ENSURE, 'account-identifier': 'new@example.com' }), 'replaced')
    expect(exchanges(datadog)).toContain(`GET /api/v2/users/${uuid(66)} 404`)
    expect(attributes(datadog, 'aws-persona')).toEqual([expect.objectContaining({ account_uuid: uuid(21) })])
  })

  test('is not replaced when it may not be looked up; the step says which spelling to use', async () => {
    const datadog = await startDatadog({ seed, switches: { usersDenied: true } })
    const step = await runHere(datadog, { ...ENSURE, 'account-identifier': 'new@example.com' })
    expectFailure(step, 'forbidden', 'user_access_read', 'set account-identifier to gone-handle')
    expect(writes(datadog)).toEqual([])
  })
})

describe('a service account', () => {
  test('that is mapped by its UUID has it as identifier and as account UUID, and is found by it', async () => {
    const datadog = await startDatadog({ seed: { users: USERS } })
    const inputs = { ...PERSONA, 'account-identifier': uuid(30) }
    const created = await runHere(datadog, inputs)
    expectSuccess(created, 'created')
    expect(created.outputs).toMatchObject({ 'account-identifier': uuid(30), 'account-uuid': uuid(30) })
    const again = await runHere(datadog, { ...inputs, operation: 'ensure' })
    expectSuccess(again, 'unchanged')
    const other = await runHere(datadog, { ...ENSURE, 'account-identifier': 'new@example.com' })
    expectSuccess(other, 'replaced')
  })
})

describe('a creator that lacks a permission of the target', () => {
  const limited: Seed = {
    ...mapped,
    roles: [{ id: uuid(40), name: 'Only mappings', permissions: ['workload_identity_federation_write'] }],
    users: [...(USERS ?? []), { id: uuid(50), email: 'me@example.com', roles: [uuid(40)] }],
    operator: uuid(50),
  }

  test('is told what is missing when it creates', async () => {
    const datadog = await startDatadog({ seed: limited })
    const step = await runHere(datadog, {
      ...PERSONA,
      'arn-pattern': PATTERN.replace('deployer', 'other'),
      'account-identifier': 'new@example.com',
    })
    expectFailure(step, 'forbidden', '403 Forbidden', 'every permission of the target account')
    expect(datadog.requests().find(({ method }) => method === 'POST')?.reason).toContain('the caller lacks')
    const { operator: _, ...free } = limited
    const control = await startDatadog({ seed: free })
    expectSuccess(
      await runHere(control, { ...PERSONA, 'arn-pattern': PATTERN.replace('deployer', 'other') }),
      'created',
    )
  })
})

describe('a creator that may map neither the new account nor the old one', () => {
  const withOld = (permissions: string[], operator: string[]): Seed => ({
    ...mapped,
    roles: [
      { id: uuid(40), name: 'Only mappings', permissions: ['workload_identity_federation_write', ...operator] },
      { id: uuid(41), name: 'Old', permissions },
      { id: uuid(42), name: 'New', permissions: ['org_management'] },
    ],
    users: [
      { id: uuid(20), email: 'old@example.com', handle: 'old@example.com', roles: [uuid(41)] },
      { id: uuid(21), email: 'new@example.com', handle: 'new-handle', roles: [uuid(42)] },
      { id: uuid(50), email: 'me@example.com', roles: [uuid(40)] },
    ],
    operator: uuid(50),
  })
  const replace = (seed: Seed) => startDatadog({ seed, switches: { accounts: 'seeded' } })
  const inputs = { ...ENSURE, 'account-identifier': 'new@example.com' }

  test('loses nothing: no mapping is deleted', async () => {
    const datadog = await replace(withOld(['teams_manage'], []))
    for (const operation of ['ensure', 'update', 'apply'] as const) {
      const update = { operation, 'mapping-id': uuid(1), 'account-identifier': 'new@example.com' }
      const step =
        operation === 'apply'
          ? await runFile(datadog, { operation, 'auto-approve': 'true' }, [persona('deployer', 'new@example.com')])
          : await runOperation(datadog, operation === 'ensure' ? inputs : update)
      expectFailure(step, 'forbidden', 'new@example.com has permissions that the caller lacks: org_management')
      expect(step.outputs['error-message']).toContain(
        'old@example.com has permissions that the caller lacks: teams_manage',
      )
      expect(step.outputs['changed'] ?? 'false').toBe('false')
      expect(writes(datadog)).toEqual([])
    }
  })

  test('when the old account is within the permissions of the caller, it is restored', async () => {
    const datadog = await replace(withOld(['dashboards_read'], ['dashboards_read']))
    const step = await runHere(datadog, inputs)
    expectFailure(step, 'forbidden', 'org_management', 'The old mapping was created again')
    expect(attributes(datadog, 'aws-persona')).toHaveLength(1)
  })

  test('when only the old account is beyond the permissions of the caller, it is replaced', async () => {
    const datadog = await replace(withOld(['teams_manage'], ['org_management']))
    expectSuccess(await runHere(datadog, inputs), 'replaced')
  })
})

describe('an answer that differs from the recordings', () => {
  test('a 201 with an unknown type is an answer, and nothing is looked up', async () => {
    const datadog = await startDatadog({ switches: { createdType: 'aws_cloud_auth_config_v2' } })
    datadog.setFaults([{ method: 'GET', do: { status: 500 } }])
    const step = await runHere(datadog, { ...PERSONA, retries: '0' })
    expectSuccess(step, 'created')
    expect(methods(datadog)).toEqual(['POST'])
    expect(step.outputs).toMatchObject({ changed: 'true', 'account-identifier': 'deployer@example.com' })
  })

  test('"not integrated" with 403 is not waited for, and with 400 it is', async () => {
    const body = { errors: ['AWS Account Id is not integrated with this Datadog account'] }
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', times: 1, do: { status: 403, body } }])
    expectFailure(await runHere(datadog, PERSONA), 'forbidden', 'not integrated')
    expect(methods(datadog).filter((method) => method === 'POST')).toHaveLength(1)
    datadog.reset()
    datadog.setFaults([{ method: 'POST', times: 1, do: { status: 400, body } }])
    expectSuccess(await runHere(datadog, PERSONA), 'created')
  })
})
