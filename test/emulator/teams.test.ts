import { expect, test } from 'vitest'
import { at, call, emulatorForTest } from './session.ts'

const TEAM = '/api/v2/team'
const PLATFORM = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const TIME = '2026-01-05T09:00:00.000000+00:00'

test('a team is answered with its handle and its links', async () => {
  const emulator = await emulatorForTest({ seed: { teams: [{ id: PLATFORM, name: 'Platform & Tools' }] } })
  const { status, type, json, text } = await call(emulator, 'GET', `${TEAM}/${PLATFORM}`)
  expect([status, type]).toEqual([200, 'application/vnd.api+json'])
  expect(text).toMatch(/^\{"data":\{"id":"[^"]+","type":"team","attributes":\{"created_at":/)
  expect(json['data']).toEqual({
    id: PLATFORM,
    type: 'team',
    attributes: {
      ...{ created_at: TIME, description: '', handle: 'platform-tools', is_managed: false, link_count: 0 },
      ...{ modified_at: TIME, name: 'Platform & Tools', summary: null, user_count: 0 },
    },
    relationships: {
      team_links: { data: [], links: { related: `${TEAM}/${PLATFORM}/links` } },
      user_team_permissions: { data: null, links: { related: `${TEAM}/${PLATFORM}/permission-settings` } },
    },
  })
})

test('a team that is not there is a 404 with a string', async () => {
  const emulator = await emulatorForTest()
  const gone = await call(emulator, 'GET', `${TEAM}/${PLATFORM}`)
  expect(gone).toMatchObject({ status: 404, json: { errors: [`Team for ID ${PLATFORM} not found`] } })
  expect((await call(emulator, 'GET', `${TEAM}/platform`)).json).toEqual({
    errors: ['platform is not a valid UUID not found'],
  })
})

test('a list searches names and handles, and has pagination and links', async () => {
  const teams = [
    ...[{ name: 'Alpha', handle: 'x-one' }, { name: 'Beta', handle: 'x-two' }, { name: 'Gamma X' }],
    { name: 'Other', handle: 'other' },
  ]
  const emulator = await emulatorForTest({ seed: { teams } })
  const query = '?filter%5Bkeyword%5D=x&page%5Bsize%5D=1&page%5Bnumber%5D=1'
  const { json } = await call(emulator, 'GET', TEAM + query)
  expect(at(json, 'data')).toMatchObject([{ attributes: { name: 'Beta' } }])
  expect(Object.keys(json)).toEqual(['data', 'meta', 'links'])
  expect(json['meta']).toEqual({
    pagination: {
      ...{ type: 'number_size', number: 1, size: 1, total: 3 },
      ...{ first_number: 0, prev_number: 0, next_number: 2, last_number: 2 },
    },
  })
  const link = (number: number) => `${emulator.url}${TEAM}?filter[keyword]=x&page[number]=${number}&page[size]=1`
  expect(json['links']).toEqual({
    ...{ self: `${emulator.url}${TEAM}${query}`, first: link(0), last: link(2), next: link(2), prev: link(0) },
  })
})

test('one page of teams has no next and no previous one', async () => {
  const emulator = await emulatorForTest()
  const { json } = await call(emulator, 'GET', `${TEAM}?page[size]=100`)
  expect(json['data']).toEqual([])
  expect(at(json, 'meta', 'pagination')).toMatchObject({
    total: 0,
    prev_number: null,
    next_number: null,
    last_number: 0,
  })
  expect(Object.keys(json['links'] as object)).toEqual(['self', 'first', 'last'])
})
