import { describe, expect, test } from 'vitest'
import { arn, at, call, emulatorForTest, KEYS, PERSONA, personaBody } from './session.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const INTAKE = '/api/v2/cloud_auth/aws/intake_mapping'
const GITHUB = '/api/v2/cloud_auth/github/persona_mapping'
const intakeBody = (pattern: string) => ({
  data: { type: 'aws_cloud_auth_intake_mapping', attributes: { arn_pattern: pattern } },
})
const githubBody = (claims: Record<string, unknown>) => ({
  data: {
    type: 'github_oidc_auth_config',
    attributes: { account_identifier: 'a@example.com', claim_matchers: claims },
  },
})
const idOf = (json: unknown): string => String(at(json, 'data', 'id'))

test('answers have the recorded order of members and content types', async () => {
  const emulator = await emulatorForTest()
  const created = await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  expect(created).toMatchObject({ status: 201, type: 'application/vnd.api+json' })
  expect(created.text).toMatch(
    /^\{"data":\{"id":"[0-9a-f-]{36}","type":"aws_cloud_auth_config","attributes":\{"account_identifier":"deployer@example\.com","account_uuid":"[0-9a-f-]{36}","arn_pattern":"arn:aws:sts::123456789012:assumed-role\/ci\/\*"\}\}\}$/,
  )
  const gone = await call(emulator, 'DELETE', `${PERSONA}/${idOf(created.json)}`)
  expect(gone).toMatchObject({ status: 204, type: null, text: '' })
  const missing = await call(emulator, 'GET', `${PERSONA}/${idOf(created.json)}`)
  expect(missing).toMatchObject({ status: 404, text: '{"errors":[{"status":"404","title":"Not Found"}]}' })
})

test.each([
  ['an IAM role, which can never match', 'arn:aws:iam::123456789012:role/ci/deployer', 201],
  ['a role without session', 'arn:aws:sts::123456789012:assumed-role/ci', 201],
  ['a user', 'arn:aws:iam::123456789012:user/ci', 201],
  ['users below a path', 'arn:aws:iam::123456789012:user/ci/*', 201],
  ['another partition', 'arn:aws-us-gov:sts::123456789012:assumed-role/ci/*', 201],
  ['a partial wildcard', 'arn:aws:sts::123456789012:assumed-role/ci-*', 400],
  ['two wildcards', 'arn:aws:sts::123456789012:assumed-role/*/*', 400],
  ['a question mark', 'arn:aws:sts::123456789012:assumed-role/c?/x', 400],
  ['nothing before the wildcard', 'arn:aws:sts::123456789012:assumed-role/*', 400],
  ['a wildcard account', 'arn:aws:sts::*:assumed-role/ci/x', 400],
  ['a short account', 'arn:aws:sts::1234:assumed-role/ci/*', 400],
  ['a masked account', 'arn:aws:sts::***:assumed-role/ci/*', 400],
  ['a service that does not fit', 'arn:aws:iam::123456789012:assumed-role/ci/*', 400],
  ['white space', 'arn:aws:sts::123456789012:assumed-role/ci /*', 400],
  ['something else', 'deployer', 400],
])('%s is judged as Datadog does', async (_, pattern, status) => {
  const emulator = await emulatorForTest()
  expect((await call(emulator, 'POST', PERSONA, personaBody(pattern))).status).toBe(status)
})

test('a misplaced wildcard is refused in Datadog’s words', async () => {
  const emulator = await emulatorForTest()
  const { json } = await call(emulator, 'POST', PERSONA, personaBody('arn:aws:sts::123456789012:assumed-role/ci-*'))
  const detail = 'invalid ARN pattern: wildcards must only be used as /* at the end of the resource'
  expect(json).toEqual({ errors: [{ title: 'Generic Error', detail }] })
})

test.each([
  ['not JSON', '{', ''],
  ['no data', {}, '/data'],
  ['another type', { data: { type: 'nope', attributes: {} } }, '/data/type'],
  ['no attributes', { data: { type: 'aws_cloud_auth_config' } }, '/data/attributes'],
  [
    'a missing attribute',
    { data: { type: 'aws_cloud_auth_config', attributes: { account_identifier: 'a@example.com' } } },
    '/data/attributes/arn_pattern',
  ],
  [
    'an unknown attribute',
    { data: { type: 'aws_cloud_auth_config', attributes: { account_uuid: NOBODY } } },
    '/data/attributes/account_uuid',
  ],
])('a body with %s is refused with a pointer', async (_, body, pointer) => {
  const emulator = await emulatorForTest()
  const { status, json } = await call(emulator, 'POST', PERSONA, body)
  expect(status).toBe(400)
  expect(at(json, 'errors', 0)).toMatchObject({ status: '400', title: 'Bad Request', source: { pointer } })
})

test('an id that is no UUID is an invalid parameter', async () => {
  const emulator = await emulatorForTest()
  const { status, json } = await call(emulator, 'GET', `${PERSONA}/nope`)
  expect(status).toBe(400)
  expect(at(json, 'errors', 0, 'title')).toBe('Invalid Parameter')
})

test('equal and covering patterns conflict, across persona and intake', async () => {
  const emulator = await emulatorForTest()
  await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  const status = async (path: string, body: unknown) => (await call(emulator, 'POST', path, body)).status
  expect(await status(PERSONA, personaBody(arn('ci'), 'other@example.com'))).toBe(409)
  expect(await status(INTAKE, intakeBody(arn('ci')))).toBe(409)
  expect(await status(INTAKE, intakeBody('arn:aws:sts::123456789012:assumed-role/ci/run-1'))).toBe(409)
  expect(await status(INTAKE, intakeBody(arn('ci-other')))).toBe(201)
  emulator.setSwitches({ conflict: 'generic' })
  const { json } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  expect(json).toEqual({ errors: [{ title: 'Generic Error', detail: expect.stringContaining('conflicts') }] })
})

test('patterns that overlap exclude each other only when the switch says so, equal ones always', async () => {
  const emulator = await emulatorForTest({ switches: { overlaps: 'allowed' } })
  await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  const session = arn('ci').replace('*', 'run-1')
  const status = async (path: string, body: unknown) => (await call(emulator, 'POST', path, body)).status
  expect(await status(INTAKE, intakeBody(session))).toBe(201)
  expect(await status(INTAKE, intakeBody(arn('ci')))).toBe(409)
  expect(await status(PERSONA, personaBody(session))).toBe(409)
  emulator.setSwitches({ overlaps: 'refused' })
  expect(await status(INTAKE, intakeBody(arn('ci').replace('*', 'run-2')))).toBe(409)
})

test('accounts that are not integrated are refused, and all of them for a while when asked for', async () => {
  const emulator = await emulatorForTest({ accounts: ['123456789012'], switches: { notIntegratedFirst: 1 } })
  const detail = 'AWS Account Id is not integrated with this Datadog account'
  const refused = { status: 400, json: { errors: [{ title: 'Generic Error', detail }] } }
  expect(await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))).toMatchObject(refused)
  expect(await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))).toMatchObject({ status: 201 })
  const foreign = personaBody('arn:aws:sts::999999999999:assumed-role/ci/*')
  expect(await call(emulator, 'POST', PERSONA, foreign)).toMatchObject(refused)
})

test('an account identifier is answered as the handle of the account', async () => {
  const human = { id: '11111111-1111-4111-8111-111111111111', email: 'Ann@example.com', handle: 'ann' }
  const robot = { id: '22222222-2222-4222-8222-222222222222', email: 'robot@example.com', service_account: true }
  const emulator = await emulatorForTest({ seed: { users: [human, robot] } })
  const mapped = async (identifier: string, role: string) => {
    const { json } = await call(emulator, 'POST', PERSONA, personaBody(arn(role), identifier))
    return [at(json, 'data', 'attributes', 'account_identifier'), at(json, 'data', 'attributes', 'account_uuid')]
  }
  expect(await mapped('ANN@example.com', 'a')).toEqual(['ann', human.id])
  expect(await mapped('Ann', 'b')).toEqual(['ann', human.id])
  expect(await mapped(robot.id.toUpperCase(), 'c')).toEqual([robot.id, robot.id])
  expect(await mapped('Robot@example.com', 'd')).toEqual([robot.id, robot.id])
  const [handle, uuid] = await mapped('New@Example.com', 'e')
  expect(handle).toBe('new@example.com')
  expect(await mapped('new@example.com', 'f')).toEqual([handle, uuid])
  for (const identifier of [human.id, 'nobody']) {
    expect((await call(emulator, 'POST', PERSONA, personaBody(arn('x'), identifier))).status).toBe(400)
  }
})

describe('GitHub kinds', () => {
  const sub = 'repo:octo-org/app:ref:refs/heads/main'

  test.each([
    ['a literal subject', { sub }, 201],
    ['RE2 syntax', { sub, workflow: String.raw`^(?:(?P<owner>\w+)/a\++)$`, actor_id: '[(?=]' }, 201],
    ['flags', { sub, workflow: '(?i)^release$' }, 201],
    ['a subject of any event', { sub: 'repo:octo-org/.*' }, 201],
    ['an anchored subject', { sub: `^${sub}$` }, 201],
    ['any subject', { sub: '.*' }, 400],
    ['any owner', { sub: 'repo:.*/app:ref:refs/heads/main' }, 400],
    ['one of two owners', { sub: 'repo:(octo-org|other)/app:.*' }, 400],
    ['an owner that may end early', { sub: 'repo:octo-org/?.*' }, 400],
    ['a subject that begins otherwise', { sub: 'environment:prod:repo:octo-org/app' }, 400],
    ['no subject', { repository: 'octo-org/app' }, 400],
    ['an unknown claim', { sub, aud: 'x' }, 400],
    ['a number', { sub, actor_id: 1 }, 400],
    ['look-ahead', { sub: `(?=x)${sub}` }, 400],
    ['a back-reference', { sub: String.raw`(a)\1` }, 400],
    ['an open group', { sub: '(' }, 400],
    ['a possessive quantifier', { sub: 'a++' }, 400],
  ])('matchers with %s', async (_, claims, status) => {
    const emulator = await emulatorForTest()
    expect((await call(emulator, 'POST', GITHUB, githubBody(claims))).status).toBe(status)
  })

  test('the same set of matchers conflicts in any order', async () => {
    const emulator = await emulatorForTest()
    await call(emulator, 'POST', GITHUB, githubBody({ sub, ref: 'x' }))
    expect((await call(emulator, 'POST', GITHUB, githubBody({ ref: 'x', sub }))).status).toBe(409)
    expect((await call(emulator, 'POST', GITHUB, githubBody({ sub }))).status).toBe(201)
  })

  test('a subject may begin in any way when the switch says so', async () => {
    const emulator = await emulatorForTest({ switches: { subject: 'any' } })
    expect((await call(emulator, 'POST', GITHUB, githubBody({ sub: '.*:environment:prod' }))).status).toBe(201)
  })
})

test('there is no update', async () => {
  const emulator = await emulatorForTest()
  expect((await call(emulator, 'PATCH', `${PERSONA}/${NOBODY}`, {})).status).toBe(405)
  emulator.setSwitches({ unknownMethod: 404 })
  expect((await call(emulator, 'PUT', `${PERSONA}/${NOBODY}`, {})).status).toBe(404)
})

test.each([
  ['on', 200, 200],
  ['off', 200, 404],
  ['only', 404, 200],
] as const)('with wif %s the two spellings answer %d and %d', async (wif, cloudAuth, alias) => {
  const emulator = await emulatorForTest({ switches: { wif } })
  expect((await call(emulator, 'GET', PERSONA)).status).toBe(cloudAuth)
  expect((await call(emulator, 'GET', PERSONA.replace('cloud_auth', 'wif'))).status).toBe(alias)
})

test.each([
  ['string', 'application/json', '{"errors":["Not found"]}'],
  ['json-api', 'application/vnd.api+json', '{"errors":[{"status":"404","title":"Not Found"}]}'],
] as const)(
  'where only wif is served the other spelling answers 404 in the form %s, also for an id',
  async (unserved, type, text) => {
    const id = '0f6a1c1e-54d1-4a0c-9d44-6b8f4e2f7a11'
    const mappings = { 'aws-persona': [{ id, arn_pattern: arn('ci'), account_identifier: 'a@example.com' }] }
    const emulator = await emulatorForTest({ seed: { mappings }, switches: { wif: 'only', unserved } })
    for (const method of ['GET', 'DELETE']) {
      expect(await call(emulator, method, `${PERSONA}/${id}`)).toMatchObject({ status: 404, type, text })
    }
    expect((await call(emulator, 'GET', `${PERSONA.replace('cloud_auth', 'wif')}/${id}`)).status).toBe(200)
  },
)

test('reads lag behind a create and flicker as the switch says', async () => {
  const emulator = await emulatorForTest({ switches: { lag: { reads: 1, flicker: 2, list: true } } })
  const { json } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  const seen: number[] = []
  for (let count = 0; count < 6; count += 1) {
    seen.push((await call(emulator, 'GET', `${PERSONA}/${idOf(json)}`)).status)
  }
  expect(seen).toEqual([404, 200, 404, 404, 200, 200])
  expect(at((await call(emulator, 'GET', PERSONA)).json, 'data')).toEqual([])
  expect(at((await call(emulator, 'GET', PERSONA)).json, 'data')).toHaveLength(1)
})

test('reads lag behind a create by time', async () => {
  let now = Date.now()
  const emulator = await emulatorForTest({ now: () => now, switches: { lag: { ms: 1000 } } })
  const { json } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  expect((await call(emulator, 'GET', `${PERSONA}/${idOf(json)}`)).status).toBe(404)
  now += 1000
  expect((await call(emulator, 'GET', `${PERSONA}/${idOf(json)}`)).status).toBe(200)
})

test('a rate limit answers 429 with five headers until its period ends', async () => {
  let now = 1_000_000_500
  const rateLimit = { limit: 2, periodSeconds: 10 }
  const emulator = await emulatorForTest({ now: () => now, switches: { rateLimit } })
  const limits = async () => {
    const { status, headers } = await call(emulator, 'GET', PERSONA)
    const names = ['limit', 'period', 'remaining', 'reset', 'name']
    return [status, ...names.map((name) => headers.get(`x-ratelimit-${name}`))]
  }
  expect(await limits()).toEqual([200, '2', '10', '1', '10', 'cloud_auth'])
  expect(await limits()).toEqual([200, '2', '10', '0', '10', 'cloud_auth'])
  expect(await limits()).toEqual([429, '2', '10', '0', '10', 'cloud_auth'])
  now += 10_000
  expect(await limits()).toEqual([200, '2', '10', '1', '10', 'cloud_auth'])
})

test('10,000 mappings are listed quickly, by many callers at once', { timeout: 60_000 }, async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    arn_pattern: arn(`role-${index}`),
    account_identifier: 'a@example.com',
  }))
  const emulator = await emulatorForTest({ seed: { mappings: { 'aws-persona': many } } })
  const started = performance.now()
  const lists = await Promise.all(Array.from({ length: 8 }, () => call(emulator, 'GET', PERSONA, undefined, KEYS)))
  expect(lists.map(({ json }) => (json['data'] as unknown[]).length)).toEqual(Array(8).fill(10_000))
  expect(performance.now() - started).toBeLessThan(30_000)
})
