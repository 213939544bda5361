import { client, logger, v2 } from '@datadog/datadog-api-client'
import { expect, test } from 'vitest'
import type { Emulator, EmulatorOptions } from './emulator.ts'
import { arn, emulatorForTest } from './session.ts'

logger.setLevel('error')

const UNSTABLE_OPERATIONS = [
  'listAWSCloudAuthPersonaMappings',
  'getAWSCloudAuthPersonaMapping',
  'createAWSCloudAuthPersonaMapping',
  'deleteAWSCloudAuthPersonaMapping',
  'validate',
  'validateAPIKey',
]
const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const TEAM = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const NOBODY = '00000000-0000-4000-8000-000000000000'

function clientOf(emulator: Emulator, appKey = 'app') {
  const configuration = client.createConfiguration({
    baseServer: new client.BaseServerConfiguration(emulator.url, {}),
    authMethods: { apiKeyAuth: 'api', appKeyAuth: appKey },
  })
  for (const operation of UNSTABLE_OPERATIONS) configuration.unstableOperations[`v2.${operation}`] = true
  return {
    cloudAuth: new v2.CloudAuthenticationApi(configuration),
    authn: new v2.AuthNMappingsApi(configuration),
    users: new v2.UsersApi(configuration),
    roles: new v2.RolesApi(configuration),
    teams: new v2.TeamsApi(configuration),
    organizations: new v2.OrganizationsApi(configuration),
    keys: new v2.KeyManagementApi(configuration),
  }
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

const ANN = '44444444-4444-4444-8444-444444444444'
const ROBOT = '55555555-5555-4555-8555-555555555555'
const DIRECTORY = {
  roles: [{ id: ROLE, name: 'Developers', permissions: ['dashboards_read', 'org_management'] }],
  teams: [{ id: TEAM, name: 'Platform', handle: 'platform' }],
  users: [
    { id: ANN, email: 'ann@example.com', name: 'Ann', roles: [ROLE], disabled: true },
    { id: ROBOT, email: 'robot@example.com', name: 'ci-deployer', service_account: true, roles: [] },
  ],
}

test('the official client reads users and their power', async () => {
  const { users, emulator } = await started({ seed: DIRECTORY })
  const { data, included } = await users.getUser({ userId: ANN })
  expect(data).toMatchObject({ id: ANN, type: 'users', attributes: { disabled: true, status: 'Disabled' } })
  expect(data?.relationships?.roles?.data).toMatchObject([{ id: ROLE, type: 'roles' }])
  expect(included).toMatchObject([
    { type: 'roles', attributes: { name: 'Developers' } },
    { type: 'permissions', attributes: { name: 'dashboards_read', displayType: 'read', restricted: true } },
    { type: 'permissions', attributes: { name: 'org_management', groupName: 'Access Management' } },
  ])
  expect(data?.attributes?.createdAt).toBeInstanceOf(Date)
  const found = await users.listUsers({ filter: 'ci-dep', pageSize: 100, pageNumber: 0 })
  expect(found.data).toMatchObject([{ attributes: { handle: ROBOT, serviceAccount: true } }])
  expect(found.meta?.page).toMatchObject({ totalCount: 3, totalFilteredCount: 1 })
  expect((await users.listUsers({ filterStatus: 'Disabled' })).data).toMatchObject([{ id: ANN }])
  expect((await users.listUserPermissions({ userId: ANN })).data).toHaveLength(2)
  await expect(users.getUser({ userId: NOBODY })).rejects.toMatchObject({
    ...{ code: 404, body: { errors: ['user not found'] } },
  })
  emulator.setSwitches({ refused: ['users', 'current_user'] })
  await expect(users.getUser({ userId: ANN })).rejects.toMatchObject({ code: 403 })
  await expect(users.listUsers()).rejects.toMatchObject({ code: 403 })
  await expect(users.getCurrentUser()).rejects.toMatchObject({ code: 403 })
})

test('the official client reads the caller and its organization', async () => {
  const { users, emulator } = await started({ seed: { org: { name: 'Acme' } } })
  const { data, included } = await users.getCurrentUser()
  const { orgUuid } = emulator.state()
  expect(data?.relationships?.org?.data).toMatchObject({ id: orgUuid, type: 'orgs' })
  expect(included?.at(-1)).toMatchObject({ type: 'orgs', id: orgUuid, attributes: { name: 'Acme' } })
})

test('the official client reads roles and permissions', async () => {
  const { roles, emulator } = await started({ seed: DIRECTORY })
  const { data, meta } = await roles.listRoles({ filter: 'Develop', pageSize: 100 })
  expect(data).toMatchObject([{ id: ROLE, type: 'roles', attributes: { name: 'Developers', userCount: 1 } }])
  expect(meta?.page).toMatchObject({ totalCount: 4, totalFilteredCount: 1 })
  expect((await roles.listRoles({ filterId: ROLE })).data).toHaveLength(1)
  expect((await roles.getRole({ roleId: ROLE })).data?.relationships?.permissions?.data).toHaveLength(2)
  const held = await roles.listRolePermissions({ roleId: ROLE })
  expect(held.data).toMatchObject([
    { type: 'permissions', attributes: { name: 'dashboards_read' } },
    { type: 'permissions', attributes: { name: 'org_management', displayName: 'Org Management' } },
  ])
  expect((await roles.listPermissions()).data?.map(({ attributes }) => attributes?.name)).toContain('org_management')
  await expect(roles.getRole({ roleId: NOBODY })).rejects.toMatchObject({ code: 404 })
  emulator.setSwitches({ refused: ['roles', 'permissions'] })
  await expect(roles.listRoles()).rejects.toMatchObject({ code: 403 })
  await expect(roles.listPermissions()).rejects.toMatchObject({ code: 403 })
})

test('the official client reads teams, page by page', async () => {
  const teams = [...DIRECTORY.teams, { name: 'Platform tools' }, { name: 'Other' }]
  const { teams: api, emulator } = await started({ seed: { teams } })
  const { data, meta, links } = await api.listTeams({ filterKeyword: 'platform', pageSize: 1 })
  expect(data).toMatchObject([{ id: TEAM, type: 'team', attributes: { handle: 'platform', name: 'Platform' } }])
  expect(meta?.pagination).toMatchObject({ total: 2, nextOffset: undefined, type: 'number_size' })
  expect(links?.next).toContain('page[number]=1')
  const names: (string | undefined)[] = []
  for await (const { attributes } of api.listTeamsWithPagination({ pageSize: 2 })) names.push(attributes.name)
  expect(names).toEqual(['Platform', 'Platform tools', 'Other'])
  expect((await api.getTeam({ teamId: TEAM })).data?.attributes.createdAt).toBeInstanceOf(Date)
  await expect(api.getTeam({ teamId: NOBODY })).rejects.toMatchObject({ code: 404 })
  emulator.setSwitches({ refused: ['teams'] })
  await expect(api.listTeams()).rejects.toMatchObject({ code: 403 })
})

test('the official client reads the settings of the organization', async () => {
  const { organizations, emulator } = await started()
  const orgConfigName = 'teams_provisioning_sources'
  const { data } = await organizations.getOrgConfig({ orgConfigName })
  expect(data).toMatchObject({ type: 'org_configs', attributes: { name: orgConfigName, value: 'saml_and_manually' } })
  expect((await organizations.listOrgConfigs()).data).toContainEqual(data)
  await expect(organizations.getOrgConfig({ orgConfigName: 'x' })).rejects.toMatchObject({ code: 404 })
  emulator.setSwitches({ refused: ['org_configs'] })
  await expect(organizations.getOrgConfig({ orgConfigName })).rejects.toMatchObject({ code: 403 })
})

test('the official client validates keys', async () => {
  const { keys, emulator } = await started()
  expect((await keys.validate()).data).toMatchObject({ id: emulator.state().orgUuid, attributes: { valid: true } })
  expect(await keys.validateAPIKey()).toMatchObject({ status: 'ok' })
  const stranger = clientOf(emulator, 'wrong').keys
  await expect(stranger.validateAPIKey()).rejects.toMatchObject({ code: 401 })
  expect((await stranger.validate()).data?.attributes?.valid).toBe(true)
})
