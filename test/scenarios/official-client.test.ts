import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { expectSuccess, PERSONA, runHere, startDatadog } from './step.ts'

// What Datadog's own client makes of a request body: it knows every member and says so when one is not documented.
const { ObjectSerializer } = createRequire(import.meta.url)(
  '@datadog/datadog-api-client/dist/packages/datadog-api-client-v2/models/ObjectSerializer',
) as {
  ObjectSerializer: {
    deserialize(data: unknown, type: string, format: string): { _unparsed?: boolean }
    serialize(data: unknown, type: string, format: string): unknown
  }
}

const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const GROUP = { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'Development' }

test.each([
  ['AWSCloudAuthPersonaMappingCreateRequest', PERSONA],
  ['AuthNMappingCreateRequest', { operation: 'create', ...GROUP, 'role-id': ROLE }],
  ['AuthNMappingCreateRequest', { operation: 'create', ...GROUP, 'team-id': ROLE }],
])('the official client reads a %s as we send it (%o)', async (type, inputs) => {
  const datadog = await startDatadog()
  expectSuccess(await runHere(datadog, inputs), 'created')
  const sent = JSON.parse(datadog.requests().findLast(({ method }) => method !== 'GET')?.body ?? '')
  const read = ObjectSerializer.deserialize(sent, type, '')
  expect(JSON.stringify(read)).not.toContain('_unparsed')
  expect(JSON.parse(JSON.stringify(ObjectSerializer.serialize(read, type, '')))).toEqual(sent)
})

test('the official client reads an AuthNMappingUpdateRequest as we send it', async () => {
  const datadog = await startDatadog()
  const made = await runHere(datadog, { operation: 'create', ...GROUP, 'role-id': ROLE })
  const id = made.outputs['mapping-id'] ?? ''
  expectSuccess(
    await runHere(datadog, { operation: 'update', kind: 'authn', 'mapping-id': id, 'attribute-value': 'Ops' }),
    'updated',
  )
  const sent = JSON.parse(datadog.requests().findLast(({ method }) => method !== 'GET')?.body ?? '')
  const read = ObjectSerializer.deserialize(sent, 'AuthNMappingUpdateRequest', '')
  expect(JSON.parse(JSON.stringify(ObjectSerializer.serialize(read, 'AuthNMappingUpdateRequest', '')))).toEqual(sent)
})
