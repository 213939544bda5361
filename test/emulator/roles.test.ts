import { expect, test } from 'vitest'
import { at, call, emulatorForTest } from './session.ts'

const ROLES = '/api/v2/roles'
const CUSTOM = '66666666-6666-4666-8666-666666666666'
const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const NOBODY = '00000000-0000-4000-8000-000000000000'

const names = (json: unknown): unknown[] =>
  (at(json, 'data') as unknown[]).map((item) => at(item, 'attributes', 'name'))

test('a custom role has no `managed` and says who made it, members in alphabetical order', async () => {
  const roles = [{ id: CUSTOM, name: 'Ops', permissions: ['teams_manage'] }]
  const emulator = await emulatorForTest({ seed: { roles } })
  const { status, type, json, text } = await call(emulator, 'GET', `${ROLES}/${CUSTOM}`)
  expect([status, type]).toEqual([200, 'application/vnd.api+json'])
  expect(text).toMatch(
    /^\{"data":\{"id":"[^"]+","type":"roles","attributes":\{"created_at":"[^"]+Z","created_by_handle":/,
  )
  const attributes = at(json, 'data', 'attributes') as object
  expect(Object.keys(attributes)).toEqual(Object.keys(attributes).toSorted())
  expect(attributes).toMatchObject({ name: 'Ops', team_count: 0, user_count: 0 })
  expect(attributes).not.toHaveProperty('managed')
  const permissions = await call(emulator, 'GET', `${ROLES}/${CUSTOM}/permissions`)
  expect(permissions.type).toBe('application/vnd.api+json')
  expect(permissions.json['data']).toEqual([
    {
      ...{ id: at(json, 'data', 'relationships', 'permissions', 'data', 0, 'id'), type: 'permissions' },
      attributes: {
        ...{ created: '2026-01-05T09:00:00.000000Z', description: expect.any(String), display_name: 'Teams Manage' },
        ...{ display_type: 'write', group_name: 'Teams', name: 'teams_manage', name_aliases: [], restricted: false },
      },
    },
  ])
})

test('a list finds parts of names and pages', async () => {
  const roles = [{ name: 'Datadog Admin Role (copy)' }, { name: 'Ops' }]
  const emulator = await emulatorForTest({ seed: { roles } })
  const admins = await call(emulator, 'GET', `${ROLES}?filter=datadog%20admin&page[size]=100`)
  expect(names(admins.json)).toEqual(['Datadog Admin Role', 'Datadog Admin Role (copy)'])
  expect(admins.json['meta']).toEqual({ page: { total_count: 5, total_filtered_count: 2 } })
  expect(at(admins.json, 'data', 0, 'attributes')).toMatchObject({ managed: true, user_count: 1 })
  expect(names((await call(emulator, 'GET', `${ROLES}?page[size]=2&page[number]=2`)).json)).toEqual(['Ops'])
  expect((await call(emulator, 'GET', `${ROLES}?page[size]=101`)).status).toBe(400)
})

test('a seeded role takes the place of the managed one of its name', async () => {
  const emulator = await emulatorForTest({ seed: { roles: [{ id: CUSTOM, name: 'Datadog Admin Role' }] } })
  const { json } = await call(emulator, 'GET', `${ROLES}?filter=Datadog%20Admin%20Role`)
  expect(at(json, 'data')).toMatchObject([{ id: CUSTOM, attributes: { managed: true, user_count: 1 } }])
  const me = await call(emulator, 'GET', '/api/v2/current_user')
  expect(at(me.json, 'included', 0, 'id')).toBe(CUSTOM)
})

test('a role without a name has one, and so has one that only a mapping names, unless it is missing', async () => {
  const authn = [CUSTOM, NOBODY].map((role_id) => ({ attribute_key: 'a', attribute_value: role_id, role_id }))
  const other = '88888888-8888-4888-8888-888888888888'
  const emulator = await emulatorForTest({ seed: { roles: [{ id: other }], mappings: { authn }, missing: [NOBODY] } })
  expect((await call(emulator, 'GET', `${ROLES}/${other}`)).status).toBe(200)
  expect((await call(emulator, 'GET', `${ROLES}/${CUSTOM}`)).status).toBe(200)
  const gone = await call(emulator, 'GET', `${ROLES}/${NOBODY}`)
  expect(gone).toMatchObject({ status: 404, type: 'application/vnd.api+json' })
  expect(gone.text).toBe('{"errors":[{"title":"Generic Error","detail":"could not find the uuid."}]}')
  const listed = await call(emulator, 'GET', '/api/v2/authn_mappings')
  const included = (listed.json['included'] as { type: string; id: string }[]).filter(({ type }) => type === 'roles')
  expect(included.map(({ id }) => id)).toEqual([CUSTOM])
})

test('of two roles of one name a user has the first', async () => {
  const user = '44444444-4444-4444-8444-444444444444'
  const roles = [{ id: CUSTOM, name: 'Twin' }, { name: 'Other' }, { id: NOBODY, name: 'Twin' }]
  const users = [
    { id: user, email: 'ann@example.com', roles: ['Twin'] },
    { id: NOBODY, email: 'bob@example.com', roles: ['Twin'] },
  ]
  const emulator = await emulatorForTest({ seed: { roles, users } })
  const { json } = await call(emulator, 'GET', `/api/v2/users/${user}`)
  expect(at(json, 'included', 0, 'id')).toBe(CUSTOM)
  const twins = await call(emulator, 'GET', `${ROLES}?filter=Twin`)
  expect(twins.json['data']).toMatchObject([{ attributes: { user_count: 2 } }, { attributes: { user_count: 0 } }])
})

test('a role that is said to be missing cannot be mapped, and one that an update names exists', async () => {
  const emulator = await emulatorForTest({ seed: { missing: [NOBODY] } })
  const body = (role: string, rest: object = {}) => ({
    data: {
      ...{ type: 'authn_mappings', attributes: { attribute_key: 'a', attribute_value: 'b' }, ...rest },
      relationships: { role: { data: { type: 'roles', id: role } } },
    },
  })
  expect((await call(emulator, 'POST', '/api/v2/authn_mappings', body(NOBODY))).status).toBe(404)
  const { json } = await call(emulator, 'POST', '/api/v2/authn_mappings', body(ROLE))
  const id = String(at(json, 'data', 'id'))
  expect((await call(emulator, 'PATCH', `/api/v2/authn_mappings/${id}`, body(CUSTOM, { id }))).status).toBe(200)
  expect((await call(emulator, 'GET', `${ROLES}/${CUSTOM}`)).status).toBe(200)
})

test('a role that a mapping is created for exists from then on', async () => {
  const emulator = await emulatorForTest()
  const role = { data: { type: 'roles', id: CUSTOM } }
  const attributes = { attribute_key: 'a', attribute_value: 'b' }
  const data = { type: 'authn_mappings', attributes, relationships: { role } }
  const { json } = await call(emulator, 'POST', '/api/v2/authn_mappings', { data })
  const shown = await call(emulator, 'GET', `${ROLES}/${CUSTOM}`)
  expect(at(shown.json, 'data', 'attributes', 'name')).toBe(at(json, 'included', 1, 'attributes', 'name'))
})

test('permissions can be added and described, and some are held without being listed', async () => {
  const permissions = [
    { name: 'robots_write', group_name: 'Robots', display_type: 'write' as const, name_aliases: ['robots_admin'] },
    { name: 'teams_read', listed: false },
  ]
  const emulator = await emulatorForTest({ seed: { permissions, roles: [{ name: 'A', permissions: ['new_thing'] }] } })
  const { json } = await call(emulator, 'GET', '/api/v2/permissions')
  const listed = names(json)
  expect(listed).toEqual(expect.arrayContaining(['robots_write', 'new_thing', 'workload_identity_federation_write']))
  expect(listed).not.toContain('teams_read')
  expect(listed).not.toContain('cloud_auth_config_write')
  const robots = (json['data'] as unknown[]).find((item) => at(item, 'attributes', 'name') === 'robots_write')
  expect(at(robots, 'attributes')).toMatchObject({ group_name: 'Robots', name_aliases: ['robots_admin'] })
  const me = await call(emulator, 'GET', '/api/v2/current_user')
  const held = (me.json['included'] as unknown[]).map((item) => at(item, 'attributes', 'name'))
  expect(held).toEqual(expect.arrayContaining(['teams_read', 'cloud_auth_config_write', 'robots_write', 'new_thing']))
})
