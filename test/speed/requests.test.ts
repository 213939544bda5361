import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exchanges, expectSuccess, PERSONA, runHere, runOperation, startDatadog } from '../scenarios/step.ts'

const COLLECTION = '/api/v2/cloud_auth/aws/persona_mapping'
const ID = '7c405332-7033-40d2-a046-a27a075a22cd'
const SEED = {
  mappings: {
    'aws-persona': [
      {
        id: ID,
        arn_pattern: 'arn:aws:sts::123456789012:assumed-role/live/*',
        account_identifier: 'live@example.com',
        account_uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
      },
    ],
  },
}
const LIVE = {
  'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/live/*',
  'account-identifier': 'Live@example.com',
}

describe('an operation makes no more requests than it must', () => {
  test.each([
    ['listed', { operation: 'list' }, [`GET ${COLLECTION} 200`]],
    ['found', { operation: 'get', 'mapping-id': ID }, [`GET ${COLLECTION}/${ID} 200`]],
    ['found', { operation: 'get', 'arn-pattern': LIVE['arn-pattern'] }, [`GET ${COLLECTION} 200`]],
    ['created', PERSONA, [`POST ${COLLECTION} 201`]],
    ['unchanged', { operation: 'ensure', ...LIVE }, [`GET ${COLLECTION} 200`]],
    ['created', { ...PERSONA, operation: 'ensure' }, [`GET ${COLLECTION} 200`, `POST ${COLLECTION} 201`]],
    ['deleted', { operation: 'delete', 'mapping-id': ID }, [`DELETE ${COLLECTION}/${ID} 204`]],
    [
      'deleted',
      { operation: 'delete', 'arn-pattern': LIVE['arn-pattern'] },
      [`GET ${COLLECTION} 200`, `DELETE ${COLLECTION}/${ID} 204`],
    ],
  ])('%s: %o', async (result, inputs, expected) => {
    const datadog = await startDatadog({ seed: SEED })
    expectSuccess(await runHere(datadog, inputs), result)
    expect(exchanges(datadog)).toEqual(expected)
  })

  test('apply: the organization, a list of each kind that is concerned, the account, and the changes', async () => {
    const datadog = await startDatadog({ seed: SEED })
    const step = await runOperation(datadog, APPLY, { workspaceFiles: { 'mappings.yml': fileOf(3) } })
    expectSuccess(step, 'applied')
    expect(exchanges(datadog).sort()).toEqual([
      'GET /api/v2/cloud_auth/aws/intake_mapping 200',
      `GET ${COLLECTION} 200`,
      'GET /api/v2/current_user 200',
      'GET /api/v2/users?filter=new%40example.com&page%5Bsize%5D=1000&page%5Bnumber%5D=0 200',
      ...Array.from({ length: 3 }, () => `POST ${COLLECTION} 201`),
    ])
  })
})

describe('connections are used again', () => {
  test('by a create that is tried again: one', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', times: 1, do: { kind: 'status', status: 503 } }])
    const relay = await countConnections(datadog.url)
    expectSuccess(await runHere(relay, PERSONA), 'created')
    expect(exchanges(datadog)).toEqual([`POST ${COLLECTION} 503`, `GET ${COLLECTION} 200`, `POST ${COLLECTION} 201`])
    expect(relay.connections()).toBe(1)
  })

  test('by an ensure that lists and then creates: one', async () => {
    const relay = await countConnections((await startDatadog()).url)
    expectSuccess(await runHere(relay, { ...PERSONA, operation: 'ensure' }), 'created')
    expect(relay.connections()).toBe(1)
  })

  test('by an apply of many: as many as requests at a time, eight', async () => {
    const datadog = await startDatadog()
    const relay = await countConnections(datadog.url)
    const step = await runHere(relay, APPLY, { workspaceFiles: { 'mappings.yml': fileOf(60) } })
    expectSuccess(step, 'applied')
    expect(datadog.state().mappings['aws-persona']).toHaveLength(60)
    expect(relay.connections()).toBeGreaterThan(4)
    expect(relay.connections()).toBeLessThanOrEqual(8)
  })
})

const APPLY = { operation: 'apply', file: 'mappings.yml', 'auto-approve': 'true' }

function fileOf(count: number): string {
  const entries = Array.from(
    { length: count },
    (_, number) =>
      `  - { kind: aws-persona, arn-pattern: "arn:aws:sts::123456789012:assumed-role/new-${number}/*", account-identifier: new@example.com }\n`,
  )
  return `version: 1\nmappings:\n${entries.join('')}`
}

/** Stands before a server and counts the connections that are made to it. */
async function countConnections(url: string): Promise<{ readonly url: string; connections(): number }> {
  let connections = 0
  const relay = net.createServer((near) => {
    connections++
    const far = net.connect(Number(new URL(url).port), '127.0.0.1')
    for (const socket of [near, far]) socket.on('error', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  onTestFinished(() => void relay.close())
  return { url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`, connections: () => connections }
}
