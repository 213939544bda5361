import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import aws4 from 'aws4'
import { expect, onTestFinished, test } from 'vitest'
import { OPTIONS, readOptions, USAGE } from './cli-options.ts'
import { startEmulator } from './emulator.ts'
import { arn, call, emulatorForTest, KEYS, PERSONA, personaBody } from './session.ts'

const ROLE = '94172444-be03-11e9-a77a-db1879185210'

test('the log holds what arrived and what was answered, without control requests', async () => {
  const emulator = await emulatorForTest()
  await call(emulator, 'POST', `${PERSONA}?x=1`, personaBody(arn('ci')), { ...KEYS, 'X-Mine': 'yes' })
  const { text } = await call(emulator, 'GET', '/__emulator/requests')
  expect(JSON.parse(text)).toMatchObject([
    {
      ...{ method: 'POST', path: `${PERSONA}?x=1`, status: 201, applied: true, credentials: 'keys' },
      headers: { 'x-mine': 'yes', ...KEYS },
      body: JSON.stringify(personaBody(arn('ci'))),
    },
  ])
  expect(JSON.parse(text)).toEqual(emulator.requests())
})

test('the state shows every kind as the wire does', async () => {
  const emulator = await emulatorForTest()
  const { json } = await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  const state = (await call(emulator, 'GET', '/__emulator/state')).json
  expect(state).toEqual(JSON.parse(JSON.stringify(emulator.state())))
  expect(state['mappings']).toMatchObject({ 'aws-persona': [json['data']], authn: [], 'github-intake': [] })
})

test('a reset forgets everything but the switches of the start, and may plant a seed', async () => {
  const emulator = await emulatorForTest({ switches: { conflict: 'generic' } })
  await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  await call(emulator, 'PUT', '/__emulator/switches', { wif: 'only' })
  await call(emulator, 'PUT', '/__emulator/faults', [{ do: { status: 500 } }])
  const seed = {
    mappings: { authn: [{ attribute_key: 'a', attribute_value: 'b', role_id: ROLE }] },
    switches: { usersDenied: true },
  }
  expect((await call(emulator, 'POST', '/__emulator/reset', seed)).status).toBe(200)
  expect(emulator.requests()).toEqual([])
  expect(emulator.state()).toMatchObject({
    mappings: { 'aws-persona': [], authn: [{ type: 'authn_mappings' }] },
    switches: { conflict: 'generic', wif: 'on', usersDenied: true },
  })
  expect((await call(emulator, 'GET', PERSONA)).json).toEqual({ data: [] })
  emulator.reset()
  expect(emulator.state().mappings.authn).toEqual([])
})

test.each<[string, unknown, string]>([
  ['an unknown member', { mapping: {} }, 'seed.mapping: no such member'],
  ['an unknown kind', { mappings: { aws: [] } }, 'seed.mappings.aws'],
  ['no pattern', { mappings: { 'aws-intake': [{}] } }, 'seed.mappings.aws-intake[0].arn_pattern: expected a string'],
  ['an unknown attribute', { mappings: { 'aws-intake': [{ arn: 'x' }] } }, 'seed.mappings.aws-intake[0].arn'],
  [
    'neither role nor team',
    { mappings: { authn: [{ attribute_key: 'a', attribute_value: 'b' }] } },
    'seed.mappings.authn[0]: expected either role_id or team_id',
  ],
  ['an id that is no UUID', { users: [{ id: 'x', email: 'a@b' }] }, 'seed.users[0].id: expected a UUID'],
  ['an unknown switch', { switches: { lagg: 1 } }, 'seed.switches.lagg: no such switch'],
  ['a wrong switch', { switches: { wif: 'maybe' } }, 'seed.switches.wif: expected one of'],
  ['a wrong status', { users: [{ id: ROLE, email: 'a@b', status: 'Gone' }] }, 'seed.users[0].status: expected Active'],
  ['permissions that are no list', { roles: [{ permissions: 'some' }] }, 'seed.roles[0].permissions: expected all or'],
  ['an unknown member of the org', { org: { id: ROLE } }, 'seed.org.id: no such member'],
  ['a role of IAM that is no text', { iam: { roles: [1] } }, 'seed.iam.roles: expected an array of strings'],
  ['an operator that is no UUID', { operator: 'x' }, 'seed.operator: expected a UUID'],
  ['settings that are no object', { org_configs: [] }, 'seed.org_configs: expected an object'],
  ['an unknown refusal', { switches: { refused: ['user'] } }, 'seed.switches.refused: expected an array of users'],
  [
    'an unknown change of pages',
    { switches: { authnPages: { do: 'x' } } },
    'seed.switches.authnPages: expected false or',
  ],
  ['a wrong lag', { switches: { lag: { reads: '1' } } }, 'seed.switches.lag'],
])('a seed with %s is refused and changes nothing', async (_, seed, message) => {
  const emulator = await emulatorForTest()
  await call(emulator, 'POST', PERSONA, personaBody(arn('ci')))
  const { status, text } = await call(emulator, 'POST', '/__emulator/reset', seed)
  expect(status).toBe(400)
  expect(JSON.parse(text).errors[0]).toContain(message)
  expect(emulator.state().mappings['aws-persona']).toHaveLength(1)
})

test('ids of a seed are unique', async () => {
  const twin = { id: ROLE, arn_pattern: arn('ci') }
  await expect(startEmulator({ seed: { mappings: { 'aws-intake': [twin, twin] } } })).rejects.toThrow('used twice')
})

function startCli(...args: string[]) {
  const cli = path.join(import.meta.dirname, 'cli.ts')
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk
  })
  return { child, ended: once(child, 'close').then(([code]) => ({ code, errors })) }
}

test('the command line explains every option', () => {
  expect(readOptions(['--help'])).toBe('help')
  const named = USAGE.match(/^ .*?--[a-z-]+.*$/gm)?.flatMap((line) => line.match(/--[a-z-]+/g) ?? [])
  expect(named).toEqual(Object.keys(OPTIONS).map((name) => `--${name}`))
})

test.each(['SIGTERM', 'SIGINT'] as const)('the command line says where it is and ends on %s', async (signal) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'emulator-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const seed = path.join(folder, 'seed.json')
  await writeFile(seed, JSON.stringify({ mappings: { 'aws-intake': [{ arn_pattern: arn('ci') }] } }))
  const org = '11111111-2222-4333-8444-555555555555'
  const keys = ['--api-key', 'api', '--app-key', 'app', '--bearer', 'token', '--org', org]
  const aws = ['--aws', 'AKIA,secret,token,arn:aws:sts::123456789012:assumed-role/ci/run,1']
  const { child, ended } = startCli('--port', '0', ...keys, ...aws, '--accounts', '123456789012', '--seed', seed)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const state = await fetch(`${url}/__emulator/state`)
  expect(await state.json()).toMatchObject({ orgUuid: org, mappings: { 'aws-intake': [{}] } })
  const listed = await fetch(url + PERSONA, { headers: { 'dd-api-key': 'api', 'dd-application-key': 'app' } })
  expect(listed.status).toBe(200)
  const host = new URL(url).host
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const body = 'Action=GetCallerIdentity&Version=2011-06-15'
  const request = { service: 'sts', region: 'us-east-1', host, method: 'POST', path: '/', headers: form, body }
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'token' }
  const { Host: _, 'Content-Length': __, ...headers } = aws4.sign(request, credentials).headers
  const caller = await (await fetch(url, { method: 'POST', headers, body })).text()
  expect(caller).toContain('assumed-role/ci/run,1')
  child.kill(signal)
  expect(await ended).toEqual({ code: 0, errors: '' })
})

test.each([
  [['--port', 'x'], '--port: expected a number'],
  [['--org', 'x'], '--org: expected a UUID'],
  [['--aws', 'AKIA,secret'], '--aws: expected AKID,SECRET,TOKEN,CALLER_ARN'],
  [['--accounts', '1'], '--accounts: expected numbers of 12 digits'],
  [['--seed', '/nowhere/seed.json'], '--seed: /nowhere/seed.json: ENOENT'],
  [['--wrong'], "Unknown option '--wrong'"],
])('the command line refuses %j', (args, message) => {
  expect(() => readOptions(args)).toThrow(message)
})

test('the command line says in one line what is wrong with it, and fails', async () => {
  const { code, errors } = await startCli('--org', 'x').ended
  expect(code).toBe(2)
  expect(errors).toContain('--org: expected a UUID')
  expect(errors.trimEnd()).not.toContain('\n')
})
