import { expect, test } from 'vitest'
import { arn, at, call, emulatorForTest, PERSONA, personaBody } from './session.ts'

const OPERATOR = '33333333-3333-4333-8333-333333333333'
const ANN = '44444444-4444-4444-8444-444444444444'
const ROBOT = '55555555-5555-4555-8555-555555555555'
const READER = '66666666-6666-4666-8666-666666666666'
const WRITER = '77777777-7777-4777-8777-777777777777'
const USERS = '/api/v2/users'

const TIME = '2026-01-05T09:00:00.000000+00:00'
const ROLES = [
  { id: READER, name: 'Readers', permissions: ['dashboards_read', 'monitors_read'] },
  { id: WRITER, name: 'Writers', permissions: ['dashboards_read', 'dashboards_write', 'robots_write'] },
]
const users = [
  { id: ANN, email: 'ann@example.com', name: 'Ann', roles: [READER, 'Writers'] },
  { id: ROBOT, email: 'robot@example.com', name: 'ci-deployer', service_account: true, roles: [] },
]

const typesOf = (json: unknown): string[] =>
  ((at(json, 'included') ?? []) as { type: string; attributes: { name: string } }[]).map(
    ({ type, attributes }) => `${type} ${attributes.name}`,
  )

test('an account has its power in `included`, depth first, each permission once', async () => {
  const emulator = await emulatorForTest({ seed: { users, roles: ROLES } })
  const { status, type, json, text } = await call(emulator, 'GET', `${USERS}/${ANN}`)
  expect([status, type]).toEqual([200, 'application/json'])
  expect(text).toMatch(/^\{"data":\{"type":"users","id":"/)
  expect(json['data']).toEqual({
    type: 'users',
    id: ANN,
    attributes: {
      ...{ uuid: ANN, name: 'Ann', handle: 'ann@example.com', created_at: TIME, modified_at: TIME },
      ...{ email: 'ann@example.com', icon: expect.stringMatching(/^https:/), title: null, verified: true },
      ...{ service_account: false, disabled: false, allowed_login_methods: [], status: 'Active' },
      ...{ mfa_enabled: false, last_login_time: null },
    },
    relationships: {
      roles: {
        data: [
          { type: 'roles', id: READER },
          { type: 'roles', id: WRITER },
        ],
      },
      org: { data: { type: 'orgs', id: emulator.state().orgUuid } },
    },
  })
  expect(typesOf(json)).toEqual([
    ...['roles Readers', 'permissions dashboards_read', 'permissions monitors_read'],
    ...['roles Writers', 'permissions dashboards_write', 'permissions robots_write'],
  ])
  expect(at(json, 'included', 0)).toMatchObject({ attributes: { managed: false, created_at: TIME } })
  const references = at(json, 'included', 3, 'relationships', 'permissions', 'data')
  expect(references).toHaveLength(3)
  expect(at(json, 'included', 1)).toEqual({
    type: 'permissions',
    id: at(references, 0, 'id'),
    attributes: {
      ...{ name: 'dashboards_read', display_name: 'Dashboards Read', description: expect.any(String) },
      ...{ created: TIME, group_name: 'Dashboards', display_type: 'read', restricted: true },
    },
  })
})

test('a service account has its id as handle, and without roles nothing is included', async () => {
  const emulator = await emulatorForTest({ seed: { users } })
  const { json } = await call(emulator, 'GET', `${USERS}/${ROBOT.toUpperCase()}`)
  expect(at(json, 'data', 'attributes')).toMatchObject({ handle: ROBOT, service_account: true, name: 'ci-deployer' })
  expect(json).not.toHaveProperty('included')
})

test('an unknown account is a 404 in lower case', async () => {
  const emulator = await emulatorForTest()
  expect(await call(emulator, 'GET', `${USERS}/00000000-0000-4000-8000-000000000000`)).toMatchObject({
    ...{ status: 404, type: 'application/json', text: '{"errors":["user not found"]}' },
  })
})

test('a disabled account keeps its roles, and a pending one may have no name', async () => {
  const given = [
    { ...users[0], id: ANN, email: 'ann@example.com', disabled: true },
    { id: WRITER, email: 'new@example.com', name: null, status: 'Pending' as const },
  ]
  const emulator = await emulatorForTest({ seed: { users: given, roles: ROLES } })
  const { json } = await call(emulator, 'GET', `${USERS}/${ANN}`)
  expect(at(json, 'data', 'attributes')).toMatchObject({ disabled: true, status: 'Disabled' })
  expect(at(json, 'data', 'relationships', 'roles', 'data')).toHaveLength(2)
  const listed = await call(emulator, 'GET', `${USERS}?filter[status]=Pending`)
  expect(at(listed.json, 'data', 0, 'attributes')).toMatchObject({ name: null, verified: false, title: '' })
  expect(listed.json['data']).toHaveLength(1)
})

test('a list searches name and email, counts, and includes what the listed ones may', async () => {
  const emulator = await emulatorForTest({ seed: { users, roles: ROLES } })
  const deployers = await call(emulator, 'GET', `${USERS}?filter=CI-dep&page[size]=100&page[number]=0`)
  expect(deployers.text).toMatch(
    /"meta":\{"page":\{"total_count":3,"total_filtered_count":1,"max_page_size":1000\}\}\}$/,
  )
  expect(at(deployers.json, 'data', 0, 'id')).toBe(ROBOT)
  expect(deployers.json).not.toHaveProperty('included')
  const both = await call(emulator, 'GET', `${USERS}?filter=@example.com&page[size]=2&page[number]=1`)
  expect(both.json['data']).toHaveLength(1)
  const all = await call(emulator, 'GET', USERS)
  expect(Object.keys(all.json)).toEqual(['data', 'included', 'meta'])
  expect(new Set(typesOf(all.json)).size).toBe(typesOf(all.json).length)
  expect((await call(emulator, 'GET', `${USERS}?page[size]=1001`)).status).toBe(400)
})

test('the caller comes with its permissions and, last, its organization', async () => {
  const org = { uuid: '7d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d', name: 'Acme' }
  const operator = { id: OPERATOR, email: 'op@example.com', handle: 'op', name: 'Operator' }
  const emulator = await emulatorForTest({ seed: { users: [...users, operator], operator: OPERATOR, org } })
  const { json } = await call(emulator, 'GET', '/api/v2/current_user')
  expect(at(json, 'data')).toMatchObject({
    ...{ type: 'users', id: OPERATOR, attributes: { handle: 'op', email: 'op@example.com' } },
    relationships: { org: { data: { type: 'orgs', id: org.uuid } } },
  })
  expect(at(json, 'data', 'attributes')).not.toHaveProperty('mfa_enabled')
  const included = json['included'] as object[]
  expect(included.at(-1)).toMatchObject({ type: 'orgs', id: org.uuid, attributes: { name: 'Acme', description: null } })
  expect(typesOf(json)[0]).toBe('roles Datadog Admin Role')
  expect(typesOf(json)).toContain('permissions workload_identity_federation_write')
  expect(emulator.state().orgUuid).toBe(org.uuid)
})

test('an operator that is no user of the seed exists', async () => {
  const emulator = await emulatorForTest({ seed: { operator: OPERATOR } })
  const { json } = await call(emulator, 'GET', '/api/v2/current_user')
  expect(at(json, 'data', 'id')).toBe(OPERATOR)
  expect(typesOf(json)).toContain('permissions org_management')
})

test('by default every email is an account as soon as anybody asks for it', async () => {
  const emulator = await emulatorForTest()
  const found = await call(emulator, 'GET', `${USERS}?filter=New@Example.com`)
  const { json } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci'), 'new@example.com'))
  expect(at(found.json, 'data', 0, 'id')).toBe(at(json, 'data', 'attributes', 'account_uuid'))
  expect((await call(emulator, 'GET', `${USERS}?filter=new`)).json['data']).toHaveLength(1)
})

test('only accounts of the seed exist when the switch says so, those among them that mappings name', async () => {
  const mappings = {
    'aws-persona': [
      { arn_pattern: arn('one'), account_identifier: 'deployer@example.com' },
      { arn_pattern: arn('two'), account_identifier: 'a-handle' },
      { arn_pattern: arn('three'), account_identifier: 'gone@example.com', account_uuid: ROBOT },
    ],
  }
  const emulator = await emulatorForTest({ seed: { mappings }, switches: { accounts: 'seeded' } })
  const found = async (filter: string) => (await call(emulator, 'GET', `${USERS}?filter=${filter}`)).json['data']
  expect(await found('deployer@example.com')).toHaveLength(1)
  expect(await found('deployr@example.com')).toEqual([])
  const [one, two, three] = emulator.state().mappings['aws-persona'].map(({ attributes }) => attributes)
  for (const [mapping, status] of [
    [one, 200],
    [two, 200],
    [three, 404],
  ] as const) {
    expect((await call(emulator, 'GET', `${USERS}/${at(mapping, 'account_uuid')}`)).status).toBe(status)
  }
  const create = (account: string) => call(emulator, 'POST', PERSONA, personaBody(arn('new'), account))
  expect((await create('deployr@example.com')).status).toBe(400)
  expect((await create('99999999-9999-4999-8999-999999999999')).status).toBe(400)
  expect((await create('deployer@example.com')).status).toBe(201)
})

test('an account has a list of its permissions', async () => {
  const emulator = await emulatorForTest({ seed: { users, roles: ROLES } })
  const { json } = await call(emulator, 'GET', `${USERS}/${ANN}/permissions`)
  expect((json['data'] as unknown[]).map((item) => at(item, 'attributes', 'name'))).toEqual([
    ...['dashboards_read', 'monitors_read', 'dashboards_write', 'robots_write'],
  ])
  expect((await call(emulator, 'GET', `${USERS}/${ROBOT}/permissions`)).text).toBe('{"data":[]}')
})
