import aws4 from 'aws4'
import { expect, test } from 'vitest'
import type { Emulator, EmulatorOptions } from './emulator.ts'
import { call, emulatorForTest } from './session.ts'

const AWS = {
  accessKeyId: 'ASIAQ3EXAMPLE7TESTED',
  secretAccessKey: 'c9R/mU+2vK8xT4nB7wL1qZ5yH3jD6sF0gPaEoIuN',
  sessionToken: 'IQoJb3JpZ2luX2VjEJr//test==',
  callerArn: 'arn:aws:sts::123456789012:assumed-role/ci/run-1',
}
const clouds = (options: EmulatorOptions = {}) => emulatorForTest({ aws: AWS, ...options })

interface Asked {
  query?: string
  service?: string
  region?: string
  secret?: string
}

/** Asks IAM with a signature by aws4, which is not ours. */
function ask(emulator: Emulator, { query = 'RoleName=ci', ...asked }: Asked = {}) {
  const { service = 'iam', region = 'us-east-1', secret = AWS.secretAccessKey } = asked
  const action = query.startsWith('User') ? 'GetUser' : 'GetRole'
  const path = `/?Action=${action}&${query}&Version=2010-05-08`
  const request = { service, region, host: new URL(emulator.url).host, method: 'GET', path, headers: {}, body: '' }
  const { headers } = aws4.sign(request, { ...AWS, secretAccessKey: secret })
  const { Host: _, ...sent } = headers
  return call(emulator, 'GET', path, undefined, sent)
}

const codeOf = (text: string) => /<Code>(\w+)<\/Code>/.exec(text)?.[1]

test('every role and user exists unless the seed names some', async () => {
  const emulator = await clouds()
  const role = await ask(emulator)
  expect(role).toMatchObject({ status: 200, type: 'text/xml' })
  expect(role.text).toMatch(/^<GetRoleResponse xmlns="[^"]+">\s*<GetRoleResult>\s*<Role>\s*<Path>\/<\/Path>/)
  expect(role.text).toContain('<Arn>arn:aws:iam::123456789012:role/ci</Arn>')
  expect((await ask(emulator, { query: 'UserName=ann' })).text).toContain('<UserName>ann</UserName>')
})

test('the parameters may stand in the body, as the SDKs of AWS send them', async () => {
  const emulator = await clouds()
  const body = 'Action=GetRole&RoleName=ci&Version=2010-05-08'
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const { host } = new URL(emulator.url)
  const request = { service: 'iam', region: 'us-east-1', host, method: 'POST', path: '/', headers: form, body }
  const { Host: _, 'Content-Length': __, ...sent } = aws4.sign(request, AWS).headers
  const answer = await call(emulator, 'POST', '/', body, sent)
  expect(answer.text).toContain('<RoleName>ci</RoleName>')
})

test('another partition has a region and ARNs of its own', async () => {
  const emulator = await clouds({ aws: { ...AWS, callerArn: AWS.callerArn.replace('arn:aws:', 'arn:aws-us-gov:') } })
  const { text } = await ask(emulator, { region: 'us-gov-west-1' })
  expect(text).toContain('<Arn>arn:aws-us-gov:iam::123456789012:role/ci</Arn>')
  expect((await ask(emulator)).status).toBe(403)
})

test('with seeded principals the others are not found, whatever their path', async () => {
  const other = 'arn:aws:iam::999999999999:role/elsewhere'
  const iam = { roles: ['arn:aws:iam::123456789012:role/team/ci', 'plain', other] }
  const emulator = await clouds({ seed: { iam } })
  expect((await ask(emulator)).text).toContain('<Arn>arn:aws:iam::123456789012:role/team/ci</Arn>')
  expect((await ask(emulator, { query: 'RoleName=plain' })).status).toBe(200)
  for (const query of ['RoleName=gone', 'RoleName=elsewhere', 'RoleName=team', 'UserName=ci']) {
    const gone = await ask(emulator, { query })
    expect([gone.status, codeOf(gone.text)]).toEqual([404, 'NoSuchEntity'])
  }
})

test.each([
  ['an unsigned request', { secret: 'wrong' }, 'SignatureDoesNotMatch'],
  ['another region', { region: 'eu-west-1' }, 'SignatureDoesNotMatch'],
  ['another service', { service: 'sts' }, 'SignatureDoesNotMatch'],
] as const)('%s is refused', async (_, asked, code) => {
  const answer = await ask(await clouds(), asked)
  expect([answer.status, codeOf(answer.text)]).toEqual([403, code])
})

test('a signature for another service is said to be that', async () => {
  const { text } = await ask(await clouds(), { service: 'sts' })
  expect(text).toContain('Credential should be scoped to correct service')
})

test('a request without a signature and one with unknown credentials are refused', async () => {
  const emulator = await clouds()
  const path = '/?Action=GetRole&RoleName=ci&Version=2010-05-08'
  expect(codeOf((await call(emulator, 'GET', path, undefined, {})).text)).toBe('MissingAuthenticationToken')
  const stranger = await clouds({ aws: { ...AWS, accessKeyId: 'ASIAOTHER' } })
  expect(codeOf((await ask(stranger)).text)).toBe('InvalidClientTokenId')
})

test.each([
  ['AccessDenied', 403],
  ['ExpiredToken', 403],
  ['InvalidClientTokenId', 403],
  ['RequestLimitExceeded', 400],
  ['ServiceUnavailable', 503],
  ['Throttling', 400],
] as const)('%s is a %d as often as asked for', async (code, status) => {
  const emulator = await clouds({ switches: { iam: { code, times: 2 } } })
  for (const expected of [status, status, 200]) expect((await ask(emulator)).status).toBe(expected)
  emulator.setSwitches({ iam: { code } })
  const refused = await ask(emulator)
  expect([refused.type, codeOf(refused.text)]).toEqual(['text/xml', code])
})

test('a role without a name is refused', async () => {
  const answer = await ask(await clouds(), { query: 'RoleName=' })
  expect([answer.status, codeOf(answer.text)]).toEqual([400, 'ValidationError'])
})
