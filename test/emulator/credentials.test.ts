import { expect, test } from 'vitest'
import { call, emulatorForTest, PERSONA } from './session.ts'

const keys = (api: string, app: string) => ({ 'dd-api-key': api, 'dd-application-key': app })

test.each([
  ['right keys', keys('api', 'app'), 200, 'keys'],
  ['swapped keys', keys('app', 'api'), 401, 'keys'],
  ['one key', { 'dd-api-key': 'api' }, 401, 'keys'],
  ['nothing', {}, 401, 'none'],
  ['the bearer token', { authorization: 'Bearer token' }, 200, 'bearer'],
  ['another bearer token', { authorization: 'Bearer other' }, 401, 'bearer'],
  ['a bearer token and keys', { authorization: 'Bearer token', ...keys('api', 'app') }, 200, 'both'],
  ['a wrong bearer token and right keys', { authorization: 'Bearer other', ...keys('api', 'app') }, 401, 'both'],
  ['another scheme', { authorization: 'Basic token' }, 401, 'other'],
])('%s', async (_, headers, status, credentials) => {
  const emulator = await emulatorForTest({ apiKey: 'api', appKey: 'app', bearer: 'token' })
  const answer = await call(emulator, 'GET', PERSONA, undefined, headers)
  expect(answer.status).toBe(status)
  if (status === 401) expect(answer.text).toBe('{"errors":["Unauthorized"]}')
  expect(emulator.requests()).toMatchObject([{ credentials, status }])
})

test('without keys of its own the emulator takes any that are not empty', async () => {
  const emulator = await emulatorForTest()
  expect((await call(emulator, 'GET', PERSONA)).status).toBe(200)
  expect((await call(emulator, 'GET', PERSONA, undefined, keys('', 'app'))).status).toBe(401)
  expect((await call(emulator, 'GET', PERSONA, undefined, { authorization: 'Bearer any' })).status).toBe(401)
})

test('a personal access token may stand alone in the application key', async () => {
  const emulator = await emulatorForTest({ bearer: 'ddpat_token' })
  const answer = await call(emulator, 'GET', PERSONA, undefined, { 'dd-application-key': 'ddpat_token' })
  expect(answer.status).toBe(200)
})

test('wrong keys may be a 403, and missing permissions are one', async () => {
  const emulator = await emulatorForTest({ apiKey: 'api', switches: { wrongKeys: 403 } })
  const wrong = await call(emulator, 'GET', PERSONA)
  expect(wrong).toMatchObject({ status: 403, json: { status: 'error', code: 403, errors: ['Forbidden'] } })
  const right = keys('api', 'app')
  emulator.setSwitches({ denied: 'write' })
  expect((await call(emulator, 'GET', PERSONA, undefined, right)).status).toBe(200)
  const refused = await call(emulator, 'POST', PERSONA, {}, right)
  expect(refused).toMatchObject({ status: 403, text: '{"errors":[{"title":"Forbidden"}]}' })
})
