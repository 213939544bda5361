import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { attributes, role, uuid, writes } from './desired.ts'
import {
  API_KEY,
  APP_KEY,
  expectFailure,
  expectSuccess,
  methods,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

const seed: Seed = {
  mappings: {
    'aws-persona': [{ id: uuid(1), arn_pattern: role('a'), account_identifier: 'a@example.com' }],
    'aws-intake': [{ id: uuid(2), arn_pattern: role('b') }],
    'github-persona': [{ id: uuid(3), claim_matchers: { sub: '^repo:a/b:.*$' }, account_identifier: 'a@example.com' }],
    'github-intake': [{ id: uuid(4), claim_matchers: { sub: '^repo:c/d:.*$' } }],
    authn: [
      { id: uuid(5), attribute_key: 'member-of', attribute_value: 'Dev', role_id: uuid(15) },
      { id: uuid(6), attribute_key: 'member-of', attribute_value: 'All', role_id: uuid(15) },
    ],
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
    const step = await runHere(datadog, { operation: 'update', kind: 'authn', 'mapping-id': uuid(5), ...change })
    expectSuccess(step, 'updated')
    expect(writes(datadog)).toEqual(['PATCH authn_mappings 200'])
    expect(datadog.state().mappings.authn[0]).toMatchObject({ id: uuid(5), attributes: expected })
    expect(JSON.stringify(datadog.state().mappings.authn[0])).toContain(
      change['role-id'] ?? change['team-id'] ?? uuid(15),
    )
    expect(step.outputs).toMatchObject({ 'mapping-id': uuid(5), changed: 'true' })
  })
})

describe('an AuthN mapping', () => {
  const authn = { operation: 'update', kind: 'authn', 'mapping-id': uuid(5) }

  test('that has what it should have is not written', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runOperation(datadog, { ...authn, 'attribute-value': 'Dev', 'role-id': uuid(15) })
    expectSuccess(step, 'unchanged')
    expect(step.outputs).toMatchObject({ changed: 'false', 'mapping-id': uuid(5) })
    expect(methods(datadog)).toEqual(['GET'])
    expectSuccess(await runOperation(datadog, { ...authn, 'attribute-value': 'Ops' }), 'updated')
  })

  test('that is the last one of its role keeps the role, unless force names it', async () => {
    const datadog = await startDatadog({ seed: { mappings: { authn: seed.mappings?.authn?.slice(0, 1) ?? [] } } })
    const change = { ...authn, 'role-id': uuid(16) }
    for (const force of ['', uuid(9)]) {
      const step = await runHere(datadog, { ...change, force })
      expectFailure(
        step,
        'guarded',
        'Nothing was changed',
        'is the last AuthN mapping of its role',
        `force: ${uuid(5)}`,
      )
    }
    expect(writes(datadog)).toEqual([])
    expectSuccess(await runHere(datadog, { ...authn, 'attribute-value': 'Ops' }), 'updated')
    expectSuccess(await runHere(datadog, { ...change, force: uuid(5) }), 'updated')
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
  ])(
    '%s: another identity is created first, and the old one deleted after',
    async (kind, state, id, change, expected) => {
      const datadog = await startDatadog({ seed })
      const step = await runHere(datadog, { operation: 'update', kind, 'mapping-id': uuid(id), ...change })
      expectSuccess(step, 'replaced')
      expect(methods(datadog).filter((method) => method !== 'GET')).toEqual(['POST', 'DELETE'])
      expect(attributes(datadog, state as 'aws-persona')).toEqual([expect.objectContaining(expected)])
    },
  )

  test.each<[string, 'refused' | 'allowed', Record<string, string>, string[]]>([
    ['the same identity', 'refused', { 'account-identifier': 'b@example.com' }, ['DELETE', 'POST']],
    [
      'one that overlaps, on a server that refuses it,',
      'refused',
      { 'arn-pattern': role('a').replace('*', 'session') },
      ['POST', 'DELETE', 'POST'],
    ],
  ])('with %s goes first', async (_, overlaps, change, sent) => {
    const datadog = await startDatadog({ seed, switches: { overlaps } })
    expectSuccess(await runHere(datadog, { operation: 'update', 'mapping-id': uuid(1), ...change }), 'replaced')
    expect(methods(datadog).filter((method) => method !== 'GET')).toEqual(sent)
  })

  test('with one that overlaps goes last on a server that allows it', async () => {
    const datadog = await startDatadog({ seed, switches: { overlaps: 'allowed' } })
    const change = { 'arn-pattern': role('a').replace('*', 'session') }
    expectSuccess(await runHere(datadog, { operation: 'update', 'mapping-id': uuid(1), ...change }), 'replaced')
    expect(methods(datadog).filter((method) => method !== 'GET')).toEqual(['POST', 'DELETE'])
  })

  test('that has what it should have stays as it is', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runHere(datadog, {
      operation: 'update',
      'mapping-id': uuid(1),
      'account-identifier': 'A@example.com',
    })
    expectSuccess(step, 'unchanged')
    expect(step.outputs['changed']).toBe('false')
    expect(methods(datadog)).toEqual(['GET'])
  })

  test.each<[string, Record<string, string>]>([
    [`is already mapped by the AWS persona mapping ${uuid(7)}`, { 'arn-pattern': role('taken') }],
    [`the AWS intake mapping ${uuid(2)}`, { 'arn-pattern': role('b') }],
  ])('stays when the new pattern is taken, which is said before anything is sent: %s', async (says, change) => {
    const other = { id: uuid(7), arn_pattern: role('taken'), account_identifier: 'c@example.com' }
    const persona = [...(seed.mappings?.['aws-persona'] ?? []), other]
    const datadog = await startDatadog({ seed: { mappings: { ...seed.mappings, 'aws-persona': persona } } })
    const inputs = { operation: 'update', 'mapping-id': uuid(1), ...change }
    const step = await runHere(datadog, inputs)
    expectFailure(step, 'conflict', `Could not update the AWS persona mapping ${uuid(1)}`, says)
    expect(step.outputs['error-message']).not.toMatch(/if-exists|operation: ensure/)
    expect(step.outputs['changed']).toBe('false')
    const dry = await runHere(datadog, { ...inputs, 'dry-run': 'true' })
    expectSuccess(dry, 'planned')
    expect(dry.log).toContain(says)
    expect(dry.outputs['changes-summary']).not.toContain('to replace')
    expect(writes(datadog)).toEqual([])
    const free = { ...inputs, 'arn-pattern': role('free') }
    expectSuccess(await runHere(datadog, free), 'replaced')
  })

  test('stays when Datadog refuses the new pattern because of a mapping that came meanwhile, which is named', async () => {
    const datadog = await startDatadog({ seed, switches: { lag: { list: true, reads: 1 } } })
    await runHere(datadog, { ...PERSONA, 'arn-pattern': role('taken') })
    const step = await runHere(datadog, {
      operation: 'update',
      'mapping-id': uuid(1),
      'arn-pattern': role('taken'),
    })
    const holder = String(datadog.state().mappings['aws-persona'][1]?.['id'])
    expectFailure(step, 'conflict', holder, 'is in the way')
    expect(step.outputs['error-message']).not.toMatch(/if-exists|operation: ensure/)
    expect(writes(datadog).slice(1)).toEqual(['POST aws/persona_mapping 409'])
    expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
  })

  test('stands beside the new one when it cannot be deleted, and both are told', async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'DELETE', do: { status: 403 } }])
    const step = await runOperation(datadog, { operation: 'update', 'mapping-id': uuid(1), 'arn-pattern': role('c') })
    expectFailure(
      step,
      'forbidden',
      `The old one was not deleted: the AWS persona mapping ${uuid(1)}`,
      'The new mapping was created',
    )
    expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
    expect(step.outputs).toMatchObject({ changed: 'true', 'arn-pattern': role('c') })
  })
})

describe('a new pattern whose POST got no answer', () => {
  test.each([403, 503])('and cannot be looked up (%i): whether it was created is unknown', async (status) => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([
      { method: 'POST', when: 'after', do: 'reset' },
      { method: 'GET', path: '^/api/v2/cloud_auth/aws/persona_mapping$', skip: 1, do: { status } },
    ])
    const inputs = { operation: 'update', 'mapping-id': uuid(1), 'arn-pattern': role('c'), retries: '1' }
    const step = await runHere(datadog, inputs)
    expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
    expect(step.outputs).toMatchObject({ result: 'failed', changed: 'unknown' })
    expect(step.outputs['error-message']).toContain('It is unknown whether Datadog created it')
  })
})

test('a new pattern is told although the old mapping cannot be written down, which then stays', async () => {
  const datadog = await startDatadog({ seed })
  const inputs = { operation: 'update', 'mapping-id': uuid(1), 'arn-pattern': role('c') }
  const step = await runHere(datadog, inputs, { env: { GITHUB_OUTPUT: '/' } })
  expect(attributes(datadog, 'aws-persona')).toHaveLength(2)
  expect(step.log).toMatch(/The new mapping was created: .*The old one was not deleted\./)
})

test('a new pattern that another run created is not called created', async () => {
  const datadog = await startDatadog({ seed })
  datadog.setFaults([
    { method: 'POST', times: 1, do: { kind: 'latency', ms: 800 } },
    { method: 'DELETE', do: { status: 403 } },
  ])
  const change = { operation: 'update', 'mapping-id': uuid(1), 'arn-pattern': role('c') }
  const arrived = async () => {
    while (!datadog.requests().some(({ method }) => method === 'POST')) await sleep(10)
    const { body } = datadog.requests().find(({ method }) => method === 'POST') ?? {}
    const headers = { 'dd-api-key': API_KEY, 'dd-application-key': APP_KEY, 'content-type': 'application/json' }
    const path = '/api/v2/cloud_auth/aws/persona_mapping'
    return fetch(`${datadog.url}${path}`, { method: 'POST', headers, body: body ?? '' })
  }
  const [step, other] = await Promise.all([runHere(datadog, change), arrived()])
  expect(other.status).toBe(201)
  expectFailure(step, 'forbidden', 'Another run created the new mapping', 'The old one was not deleted')
  expect(step.outputs).toMatchObject({ changed: 'false' })
})

test.each(['aws-persona', 'authn'])('an id that no %s mapping has is not found', async (kind) => {
  const datadog = await startDatadog()
  const change: Record<string, string> = kind === 'authn' ? { 'role-id': uuid(1) } : { 'account-identifier': 'a@b.c' }
  const step = await runHere(datadog, { operation: 'update', kind, 'mapping-id': uuid(9), ...change })
  expectFailure(step, 'not-found', `${uuid(9)}: there is none.`)
  expect(writes(datadog)).toEqual([])
})
