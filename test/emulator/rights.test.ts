import { expect, test } from 'vitest'
import { arn, at, call, emulatorForTest, PERSONA, personaBody } from './session.ts'
import { RESOURCES, type Resource } from './switches.ts'

const OPERATOR = '33333333-3333-4333-8333-333333333333'
const TARGET = '44444444-4444-4444-8444-444444444444'
const ROBOT = '55555555-5555-4555-8555-555555555555'

const callerWith = (...permissions: string[]) => ({
  operator: OPERATOR,
  roles: [
    { name: 'Caller', permissions },
    { name: 'Target', permissions: ['dashboards_read', 'org_management'] },
  ],
  users: [
    { id: OPERATOR, email: 'op@example.com', roles: ['Caller'] },
    { id: TARGET, email: 'target@example.com', roles: ['Target'] },
  ],
})
const FORBIDDEN = '{"errors":[{"title":"Forbidden"}]}'

test('a caller maps no account that may do what the caller may not', async () => {
  const emulator = await emulatorForTest({ seed: callerWith('dashboards_read', 'monitors_read') })
  const map = () => call(emulator, 'POST', PERSONA, personaBody(arn('ci'), 'target@example.com'))
  expect(await map()).toMatchObject({ status: 403, text: FORBIDDEN })
  expect(emulator.requests().at(-1)?.reason).toBe('the caller lacks org_management')
  emulator.reset(callerWith('dashboards_read', 'org_management'))
  expect((await map()).status).toBe(201)
})

test('an account without permissions and a disabled one are not mapped', async () => {
  const users = [
    { id: TARGET, email: 'powerless@example.com', roles: [] },
    { id: ROBOT, email: 'off@example.com', disabled: true, service_account: true },
  ]
  const emulator = await emulatorForTest({ seed: { users } })
  const status = async (account: string) =>
    (await call(emulator, 'POST', PERSONA, personaBody(arn('ci'), account))).status
  expect(await status('powerless@example.com')).toBe(403)
  emulator.setSwitches({ powerlessAccount: 400 })
  expect(await status('powerless@example.com')).toBe(400)
  expect(await status(ROBOT)).toBe(400)
  expect(await status('nobody')).toBe(400)
  emulator.setSwitches({ unknownAccount: 404 })
  expect(await status('nobody')).toBe(404)
  expect(emulator.state().mappings['aws-persona']).toEqual([])
})

test('a service account is mapped by its UUID, which is identifier and account', async () => {
  const users = [{ id: ROBOT, email: 'robot@example.com', service_account: true }]
  const emulator = await emulatorForTest({ seed: { users } })
  const { status, json } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci'), ROBOT))
  expect(status).toBe(201)
  expect(at(json, 'data', 'attributes')).toMatchObject({ account_identifier: ROBOT, account_uuid: ROBOT })
})

test('the server may resolve another account, or answer with an unknown type', async () => {
  const emulator = await emulatorForTest({ switches: { resolvesTo: TARGET, createdType: 'aws_wif_config' } })
  const { status, json } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  expect(status).toBe(201)
  expect(json['data']).toMatchObject({ type: 'aws_wif_config', attributes: { account_uuid: TARGET } })
  expect(emulator.state().mappings['aws-persona']).toMatchObject([
    { type: 'aws_cloud_auth_config', attributes: { account_uuid: TARGET } },
  ])
})

const PATHS: Record<Resource, string> = {
  users: '/api/v2/users',
  current_user: '/api/v2/current_user',
  roles: '/api/v2/roles',
  permissions: '/api/v2/permissions',
  teams: '/api/v2/team',
  org_configs: '/api/v2/org_configs',
  org_preferences: '/api/v1/org_preferences',
  validate: '/api/v2/validate',
  'aws-persona': PERSONA,
  'aws-intake': '/api/v2/cloud_auth/aws/intake_mapping',
  'github-persona': '/api/v2/cloud_auth/github/persona_mapping',
  'github-intake': '/api/v2/cloud_auth/github/intake_mapping',
  authn: '/api/v2/authn_mappings',
}

const reads = async (emulator: Parameters<typeof call>[0]) => {
  const statuses = await Promise.all(
    RESOURCES.map(async (name) => [name, (await call(emulator, 'GET', PATHS[name])).status] as const),
  )
  return statuses.filter(([, status]) => status !== 200)
}

test('the older switch refuses users and nothing else', async () => {
  expect(await reads(await emulatorForTest({ switches: { usersDenied: true } }))).toEqual([['users', 403]])
})

test.each(RESOURCES)('%s alone can be refused', async (name) => {
  const emulator = await emulatorForTest({ switches: { refused: [name] } })
  expect(await reads(emulator)).toEqual([[name, 403]])
})

test.each([
  ['workload_identity_federation_read', ['aws-persona', 'aws-intake', 'github-persona', 'github-intake']],
  ['user_access_read', ['users', 'roles', 'authn']],
  ['teams_read', ['teams']],
  ['org_management', ['org_configs', 'org_preferences']],
])('without %s its reads are refused once permissions are enforced', async (permission, refused) => {
  const held = ['workload_identity_federation_read', 'user_access_read', 'teams_read', 'org_management']
  const emulator = await emulatorForTest({ seed: callerWith(...held.filter((name) => name !== permission)) })
  expect(await reads(emulator)).toEqual([])
  emulator.setSwitches({ permissions: 'enforced' })
  expect((await reads(emulator)).map(([name]) => name).toSorted()).toEqual(refused.toSorted())
  const { status } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  expect(status).toBe(403)
})
