import { expect, test } from 'vitest'
import { at, call, emulatorForTest } from './session.ts'

const AUTHN = '/api/v2/authn_mappings'
const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const TEAM = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const toRole = { role: { data: { type: 'roles', id: ROLE } } }
const toTeam = { team: { data: { type: 'team', id: TEAM } } }
const body = (value: string, relationships: object = toRole) => ({
  data: { type: 'authn_mappings', attributes: { attribute_key: 'name', attribute_value: value }, relationships },
})

test('a role mapping is answered member for member as recorded', async () => {
  const emulator = await emulatorForTest({ seed: { roles: [{ id: ROLE, name: 'Developers' }] } })
  const { status, type, json, text } = await call(emulator, 'POST', AUTHN, body('michael'))
  expect([status, type]).toEqual([200, 'application/json'])
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/)
  const samlId = at(json, 'data', 'attributes', 'saml_assertion_attribute_id')
  expect(samlId).toMatch(/^\d+$/)
  expect(at(json, 'data')).toEqual({
    type: 'authn_mappings',
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/),
    attributes: {
      saml_assertion_attribute_id: samlId,
      ...{ attribute_key: 'name', attribute_value: 'michael', created_at: time, modified_at: time },
    },
    relationships: {
      saml_assertion_attribute: { data: { type: 'saml_assertion_attributes', id: samlId } },
      role: { data: { type: 'roles', id: ROLE } },
      team: { data: null },
    },
  })
  expect(text).toMatch(/^\{"data":\{"type":"authn_mappings","id":"/)
  expect(at(json, 'included', 0, 'type')).toBe('saml_assertion_attributes')
  expect(at(json, 'included', 1, 'attributes', 'name')).toBe('Developers')
})

test('equal pairs share their attribute id, and a changed pair gets another', async () => {
  const emulator = await emulatorForTest()
  const samlIdOf = (json: unknown) => at(json, 'data', 'attributes', 'saml_assertion_attribute_id')
  const first = await call(emulator, 'POST', AUTHN, body('michael'))
  const second = await call(emulator, 'POST', AUTHN, body('michael'))
  expect(samlIdOf(second.json)).toBe(samlIdOf(first.json))
  const id = String(at(second.json, 'data', 'id'))
  const { data } = body('michaelupdated')
  const changed = await call(emulator, 'PATCH', `${AUTHN}/${id}`, { data: { ...data, id } })
  expect(samlIdOf(changed.json)).not.toBe(samlIdOf(first.json))
  expect(at(changed.json, 'data', 'attributes', 'created_at')).toBe(at(second.json, 'data', 'attributes', 'created_at'))
  expect(at(changed.json, 'data', 'attributes', 'modified_at')).not.toBe(
    at(second.json, 'data', 'attributes', 'modified_at'),
  )
})

test('a list shows roles only, has no included when empty, and counts', async () => {
  const emulator = await emulatorForTest()
  await call(emulator, 'POST', AUTHN, body('ops', toTeam))
  const empty = await call(emulator, 'GET', AUTHN)
  expect(empty.text).toBe('{"data":[],"meta":{"page":{"total_count":0,"total_filtered_count":0}}}')
  const teams = await call(emulator, 'GET', `${AUTHN}?resource_type=team&page%5Bsize%5D=100&page%5Bnumber%5D=0`)
  expect(at(teams.json, 'meta', 'page', 'total_count')).toBe(1)
  expect(at(teams.json, 'included', 1, 'attributes', 'avatar')).toBeNull()
})

test.each([
  ['no relationship', body('x', {})],
  ['both relationships', body('x', { ...toRole, ...toTeam })],
  ['a null relationship', body('x', { team: { data: null } })],
  ['the type of the other', body('x', { role: { data: { type: 'team', id: ROLE } } })],
  ['a role that is no UUID', body('x', { role: { data: { type: 'roles', id: 'admin' } } })],
  ['an empty value', body('')],
  ['another type', { data: { ...body('x').data, type: 'authnmapping' } }],
  ['no JSON', '{'],
])('a create with %s is refused with a string', async (_, given) => {
  const emulator = await emulatorForTest()
  const { status, json } = await call(emulator, 'POST', AUTHN, given)
  expect(status).toBe(400)
  expect(typeof at(json, 'errors', 0)).toBe('string')
})

test.each(['page[size]=101', 'page[size]=0', 'page[number]=-1', 'sort=name', 'resource_type=user'])(
  'a list with %s is refused',
  async (query) => {
    const emulator = await emulatorForTest()
    expect((await call(emulator, 'GET', `${AUTHN}?${query}`)).status).toBe(400)
  },
)

test('a delete answers 204 as HTML and a second one the recorded 404', async () => {
  const emulator = await emulatorForTest()
  const id = String(at((await call(emulator, 'POST', AUTHN, body('x'))).json, 'data', 'id'))
  expect(await call(emulator, 'DELETE', `${AUTHN}/${id}`)).toMatchObject({
    status: 204,
    type: 'text/html; charset=utf-8',
  })
  expect(await call(emulator, 'DELETE', `${AUTHN}/${id}`)).toMatchObject({
    status: 404,
    type: 'application/json',
    json: { errors: [`Mapping with id ${id} not found`] },
  })
})

test('an update to what another mapping says is a conflict', async () => {
  const emulator = await emulatorForTest()
  await call(emulator, 'POST', AUTHN, body('one'))
  const id = String(at((await call(emulator, 'POST', AUTHN, body('two'))).json, 'data', 'id'))
  const change = (data: object) => call(emulator, 'PATCH', `${AUTHN}/${id}`, { data })
  expect((await change({ ...body('one').data, id })).status).toBe(409)
  expect((await change(body('three').data)).status).toBe(400)
  expect((await change({ ...body('three').data, id: TEAM })).status).toBe(422)
})

test('reads lag behind a create here too', async () => {
  const emulator = await emulatorForTest({ switches: { lag: { reads: 1, list: true } } })
  const id = String(at((await call(emulator, 'POST', AUTHN, body('x'))).json, 'data', 'id'))
  expect((await call(emulator, 'GET', `${AUTHN}/${id}`)).status).toBe(404)
  expect((await call(emulator, 'GET', `${AUTHN}/${id}`)).status).toBe(200)
  expect((await call(emulator, 'GET', AUTHN)).json['data']).toEqual([])
  expect((await call(emulator, 'GET', AUTHN)).json['data']).toHaveLength(1)
})

test('12,000 mappings are paged through quickly, each once and in the order of creation', {
  timeout: 60_000,
}, async () => {
  const authn = Array.from({ length: 12_000 }, (_, index) => ({
    ...{ attribute_key: 'group', attribute_value: `value-${index}`, role_id: ROLE },
  }))
  const emulator = await emulatorForTest({ seed: { mappings: { authn } } })
  const started = performance.now()
  const values: unknown[] = []
  for (let page = 0; page < 120; page += 1) {
    const { json } = await call(emulator, 'GET', `${AUTHN}?page[size]=100&page[number]=${page}`)
    for (const item of json['data'] as unknown[]) values.push(at(item, 'attributes', 'attribute_value'))
  }
  expect(values).toEqual(authn.map(({ attribute_value }) => attribute_value))
  expect(performance.now() - started).toBeLessThan(30_000)
})

test('older answers have neither SAML members nor the unused relationship', async () => {
  const emulator = await emulatorForTest({ switches: { authn: 'older' } })
  const { json } = await call(emulator, 'POST', AUTHN, body('x', toTeam))
  expect(Object.keys(at(json, 'data', 'relationships') as object)).toEqual(['team'])
  expect(at(json, 'data', 'attributes')).not.toHaveProperty('saml_assertion_attribute_id')
  expect(json['included']).toHaveLength(1)
})
