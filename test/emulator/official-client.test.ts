import { client, logger, v2 } from '@datadog/datadog-api-client'
import { expect, test } from 'vitest'
import type { Emulator, EmulatorOptions } from './emulator.ts'
import { arn, emulatorForTest } from './session.ts'

logger.setLevel('error')

const CLOUD_AUTH_OPERATIONS = [
  'listAWSCloudAuthPersonaMappings',
  'getAWSCloudAuthPersonaMapping',
  'createAWSCloudAuthPersonaMapping',
  'deleteAWSCloudAuthPersonaMapping',
]
const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const TEAM = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const NOBODY = '00000000-0000-4000-8000-000000000000'

function clientOf(emulator: Emulator, appKey = 'app') {
  const configuration = client.createConfiguration({
    baseServer: new client.BaseServerConfiguration(emulator.url, {}),
    authMethods: { apiKeyAuth: 'api', appKeyAuth: appKey },
  })
  for (const operation of CLOUD_AUTH_OPERATIONS) configuration.unstableOperations[`v2.${operation}`] = true
  return { cloudAuth: new v2.CloudAuthenticationApi(configuration), authn: new v2.AuthNMappingsApi(configuration) }
}

async function started(options: EmulatorOptions = {}) {
  const emulator = await emulatorForTest({ apiKey: 'api', appKey: 'app', ...options })
  return { emulator, ...clientOf(emulator) }
}

const persona = (pattern: string): v2.AWSCloudAuthPersonaMappingCreateRequest => ({
  data: {
    type: 'aws_cloud_auth_config',
    attributes: { accountIdentifier: 'Deployer@example.com', arnPattern: pattern },
  },
})

const authnBody = (value: string, role = ROLE): v2.AuthNMappingCreateRequest => ({
  data: {
    type: 'authn_mappings',
    attributes: { attributeKey: 'member-of', attributeValue: value },
    relationships: { role: { data: { id: role, type: 'roles' } } },
  },
})

test('the official client creates, gets, lists and deletes AWS persona mappings', async () => {
  const { cloudAuth } = await started()
  const { data } = await cloudAuth.createAWSCloudAuthPersonaMapping({ body: persona(arn('ci')) })
  expect(data).toMatchObject({
    type: 'aws_cloud_auth_config',
    attributes: { accountIdentifier: 'deployer@example.com', arnPattern: arn('ci') },
  })
  const personaMappingId = data.id
  expect((await cloudAuth.getAWSCloudAuthPersonaMapping({ personaMappingId })).data).toEqual(data)
  expect((await cloudAuth.listAWSCloudAuthPersonaMappings()).data).toEqual([data])
  await cloudAuth.deleteAWSCloudAuthPersonaMapping({ personaMappingId })
  expect((await cloudAuth.listAWSCloudAuthPersonaMappings()).data).toEqual([])
})

test('the official client reads the documented errors of persona mappings', async () => {
  const { emulator, cloudAuth } = await started()
  const create = (pattern: string) => cloudAuth.createAWSCloudAuthPersonaMapping({ body: persona(pattern) })
  await create(arn('ci'))
  await expect(create(arn('ci'))).rejects.toMatchObject({ code: 409, body: { errors: [{ title: 'Conflict' }] } })
  await expect(create('arn:aws:sts::123456789012:assumed-role/ci-*')).rejects.toMatchObject({ code: 400 })
  const gone = { personaMappingId: NOBODY }
  await expect(cloudAuth.getAWSCloudAuthPersonaMapping(gone)).rejects.toMatchObject({ code: 404 })
  await expect(cloudAuth.deleteAWSCloudAuthPersonaMapping(gone)).rejects.toMatchObject({ code: 404 })
  const stranger = clientOf(emulator, 'wrong').cloudAuth
  await expect(stranger.listAWSCloudAuthPersonaMappings()).rejects.toMatchObject({ code: 401 })
  emulator.setSwitches({ denied: 'all' })
  await expect(cloudAuth.listAWSCloudAuthPersonaMappings()).rejects.toMatchObject({ code: 403 })
  emulator.setFaults([{ do: { status: 429, body: { errors: ['Too many requests'] } } }])
  await expect(cloudAuth.listAWSCloudAuthPersonaMappings()).rejects.toMatchObject({
    code: 429,
    body: { errors: ['Too many requests'] },
  })
})

test('the official client creates, gets, updates and deletes AuthN mappings', async () => {
  const { authn } = await started()
  const created = await authn.createAuthNMapping({ body: authnBody('Development') })
  const authnMappingId = created.data?.id ?? ''
  expect(created.data?.relationships?.role?.data).toMatchObject({ id: ROLE, type: 'roles' })
  expect((await authn.getAuthNMapping({ authnMappingId })).data).toEqual(created.data)
  const body: v2.AuthNMappingUpdateRequest = {
    data: {
      ...{ id: authnMappingId, type: 'authn_mappings' },
      attributes: { attributeKey: 'member-of', attributeValue: 'Operations' },
      relationships: { team: { data: { id: TEAM, type: 'team' } } },
    },
  }
  const updated = await authn.updateAuthNMapping({ authnMappingId, body })
  expect(updated.data?.id).toBe(authnMappingId)
  expect(updated.data?.attributes?.attributeValue).toBe('Operations')
  expect(updated.data?.attributes?.createdAt).toEqual(created.data?.attributes?.createdAt)
  expect((await authn.listAuthNMappings()).data).toEqual([])
  expect((await authn.listAuthNMappings({ resourceType: 'team' })).data).toHaveLength(1)
  await authn.deleteAuthNMapping({ authnMappingId })
  await expect(authn.getAuthNMapping({ authnMappingId })).rejects.toMatchObject({
    code: 404,
    body: { errors: [`Mapping with id ${authnMappingId} not found`] },
  })
})

test('the official client pages, sorts and filters AuthN mappings', async () => {
  const { authn } = await started()
  for (let count = 0; count < 12; count += 1) await authn.createAuthNMapping({ body: authnBody(`group-${count}`) })
  expect((await authn.listAuthNMappings()).data).toHaveLength(10)
  const last = await authn.listAuthNMappings({ pageSize: 5, pageNumber: 2 })
  expect(last.data).toHaveLength(2)
  expect(last.meta?.page).toMatchObject({ totalCount: 12, totalFilteredCount: 12 })
  const sort = '-saml_assertion_attribute.attribute_value'
  const [first] = (await authn.listAuthNMappings({ sort, filter: 'group-1' })).data ?? []
  expect(first?.attributes?.attributeValue).toBe('group-11')
})

test('the official client reads the documented errors of AuthN mappings', async () => {
  const { emulator, authn } = await started({
    switches: { roles: 'seeded' },
    seed: { roles: [{ id: ROLE, name: 'Dev' }] },
  })
  const created = await authn.createAuthNMapping({ body: authnBody('Development') })
  const authnMappingId = created.data?.id ?? ''
  const unrelated: v2.AuthNMappingCreateRequest = {
    data: { type: 'authn_mappings', attributes: { attributeKey: 'a', attributeValue: 'b' } },
  }
  await expect(authn.createAuthNMapping({ body: unrelated })).rejects.toMatchObject({ code: 400 })
  await expect(authn.createAuthNMapping({ body: authnBody('Else', TEAM) })).rejects.toMatchObject({ code: 404 })
  const other: v2.AuthNMappingUpdateRequest = { data: { id: NOBODY, type: 'authn_mappings' } }
  await expect(authn.updateAuthNMapping({ authnMappingId, body: other })).rejects.toMatchObject({ code: 422 })
  await expect(authn.deleteAuthNMapping({ authnMappingId: NOBODY })).rejects.toMatchObject({ code: 404 })
  await expect(clientOf(emulator, 'wrong').authn.listAuthNMappings()).rejects.toMatchObject({ code: 401 })
  emulator.setSwitches({ denied: 'read' })
  await expect(authn.listAuthNMappings()).rejects.toMatchObject({ code: 403 })
  emulator.setFaults([{ do: { status: 429, body: { errors: ['Too many requests'] } } }])
  await expect(authn.listAuthNMappings()).rejects.toMatchObject({ code: 429 })
})
