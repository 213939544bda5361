import { expect, test } from 'vitest'
import { timeOf, VECTORS, type Vector } from './recorded-proofs.ts'
import { arn, at, call, emulatorForTest, KEYS } from './session.ts'
import { signatureOf } from './sigv4.ts'

const BODY = 'Action=GetCallerIdentity&Version=2011-06-15'
const SIGNED = ['content-length', 'content-type', 'host', 'x-amz-date', 'x-amz-security-token', 'x-ddog-org-id']
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const headersOf = (vector: Vector, signed: readonly string[], signature: string): Record<string, string> => ({
  Authorization:
    `AWS4-HMAC-SHA256 Credential=${vector.id}/${vector.date.slice(0, 8)}/${vector.region}/sts/aws4_request, ` +
    `SignedHeaders=${signed.join(';')}, Signature=${signature}`,
  'Content-Length': '43',
  'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
  'User-Agent': 'some-client/1.0',
  'X-Amz-Date': vector.date,
  'X-Amz-Security-Token': vector.token,
  host: vector.host,
  'x-ddog-org-id': vector.org,
})

const proofOf = (headers: Record<string, string>, url: string, body = BODY): string =>
  [
    base64(body),
    base64(JSON.stringify(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])))),
    'POST',
    base64(url),
  ].join('|')

/** A proof signed here, so that one thing at a time can be wrong with it. */
function signedProof(vector: Vector, signed = SIGNED, url = `https://${vector.host}`): string {
  const unsigned = headersOf(vector, signed, '0'.repeat(64))
  const headers = Object.fromEntries(Object.entries(unsigned).map(([name, value]) => [name.toLowerCase(), value]))
  const request = { method: 'POST', url: new URL(url), headers, body: BODY }
  return proofOf(headersOf(vector, signed, signatureOf(request, vector.secret, signed, vector.region)), url)
}

async function emulatorFor(vector: Vector, now = timeOf(vector)) {
  const callerArn = 'arn:aws:sts::123456789012:assumed-role/ci/run-1'
  const emulator = await emulatorForTest({
    now: () => now,
    orgUuid: vector.org,
    aws: { accessKeyId: vector.id, secretAccessKey: vector.secret, sessionToken: vector.token, callerArn },
    seed: { mappings: { 'aws-persona': [{ arn_pattern: arn('ci'), account_identifier: 'deployer@example.com' }] } },
  })
  const exchange = (proof: string) =>
    call(emulator, 'POST', '/api/v2/delegated-token', undefined, { authorization: `Delegated ${proof}` })
  return { emulator, exchange }
}

test.each(VECTORS)('a proof that the Go client signed for $host is good', async (vector) => {
  const { exchange } = await emulatorFor(vector)
  const proof = proofOf(headersOf(vector, SIGNED, vector.signature), `https://${vector.host}`)
  expect(proof).toBe(signedProof(vector))
  expect((await exchange(proof)).status).toBe(200)
})

const [GLOBAL, REGIONAL] = VECTORS as [Vector, Vector]
const headersWith = (changes: Record<string, string>) => ({
  ...headersOf(GLOBAL, SIGNED, GLOBAL.signature),
  ...changes,
})
const globalUrl = `https://${GLOBAL.host}`

test.each<[string, string]>([
  ['a changed signature', proofOf(headersOf(GLOBAL, SIGNED, 'f'.repeat(64)), globalUrl)],
  ['a changed body', proofOf(headersWith({}), globalUrl, 'Action=GetSessionToken&Version=2011-06-15')],
  ['another organization', proofOf(headersWith({ 'x-ddog-org-id': REGIONAL.org }), globalUrl)],
  ['another session token', proofOf(headersWith({ 'X-Amz-Security-Token': 'other' }), globalUrl)],
  ['another host in the URL', proofOf(headersWith({}), 'https://sts.eu-west-1.amazonaws.com')],
  ['a host that is not STS', signedProof({ ...GLOBAL, host: 'sts.amazonaws.com.evil.example' })],
  ['plain http to STS', signedProof(GLOBAL, SIGNED, `http://${GLOBAL.host}`)],
  ['a region that is not the host’s', signedProof({ ...GLOBAL, region: 'eu-west-1' })],
  ['an organization that is not signed', signedProof(GLOBAL, SIGNED.slice(0, -1))],
  [
    'a session token that is not signed',
    signedProof(
      GLOBAL,
      SIGNED.filter((name) => !name.includes('token')),
    ),
  ],
  ['an unknown access key', signedProof({ ...GLOBAL, id: 'AKIAUNKNOWN' })],
  ['three parts', signedProof(GLOBAL).split('|').slice(0, 3).join('|')],
  ['a GET', signedProof(GLOBAL).replace('|POST|', '|GET|')],
  ['text that is not base64', `!${signedProof(GLOBAL)}`],
  ['nothing but a word', 'proof'],
])('a proof with %s answers 401 and logs why', async (_, proof) => {
  const { emulator, exchange } = await emulatorFor(GLOBAL)
  expect(await exchange(proof)).toMatchObject({ status: 401, json: { errors: ['Unauthorized'] } })
  expect(emulator.requests()[0]?.reason).toBeTruthy()
})

test('a proof is good for 15 minutes', async () => {
  const minutes = 60_000
  for (const [age, status] of [
    [14 * minutes, 200],
    [16 * minutes, 401],
    [-16 * minutes, 401],
  ] as const) {
    const { exchange } = await emulatorFor(GLOBAL, timeOf(GLOBAL) + age)
    expect((await exchange(signedProof(GLOBAL))).status).toBe(status)
  }
})

test('a proof for a loopback STS is good', async () => {
  const { exchange } = await emulatorFor(GLOBAL)
  const proof = signedProof({ ...GLOBAL, host: '127.0.0.1:4566' }, SIGNED, 'http://127.0.0.1:4566/')
  expect((await exchange(proof)).status).toBe(200)
})

test('a token acts for the mapped account until it expires', async () => {
  let now = timeOf(GLOBAL)
  const emulator = await emulatorForTest({
    now: () => now,
    orgUuid: GLOBAL.org,
    aws: {
      ...{ accessKeyId: GLOBAL.id, secretAccessKey: GLOBAL.secret, sessionToken: GLOBAL.token },
      callerArn: 'arn:aws:sts::123456789012:assumed-role/ci/run-1',
    },
    switches: { propagationMs: 60_000, tokenSeconds: 600 },
  })
  const proof = { authorization: `Delegated ${signedProof(GLOBAL)}` }
  const exchange = (path = '/api/v2/delegated-token') => call(emulator, 'POST', path, undefined, proof)

  expect(await exchange()).toMatchObject({ status: 403, type: 'application/vnd.api+json' })
  const attributes = { account_identifier: 'deployer@example.com', arn_pattern: arn('ci') }
  const created = await call(emulator, 'POST', '/api/v2/cloud_auth/aws/persona_mapping', {
    data: { type: 'aws_cloud_auth_config', attributes },
  })
  expect(at((await exchange()).json, 'errors', 0, 'detail')).toContain(
    'arn:aws:sts::123456789012:assumed-role/ci/run-1',
  )
  now += 60_000
  const { json } = await exchange()
  expect(at(json, 'data', 'attributes', 'expires')).toBe(String(now / 1000 + 600))
  const bearer = { authorization: `Bearer ${at(json, 'data', 'attributes', 'access_token')}` }
  const whoAmI = await call(emulator, 'GET', '/api/v2/current_user', undefined, bearer)
  expect(at(whoAmI.json, 'data', 'id')).toBe(at(created.json, 'data', 'attributes', 'account_uuid'))
  expect(at(whoAmI.json, 'data', 'relationships', 'org', 'data', 'id')).toBe(GLOBAL.org)
  expect((await exchange('/api/v2/intake-key')).status).toBe(403)
  now += 600_000
  expect((await call(emulator, 'GET', '/api/v2/current_user', undefined, bearer)).status).toBe(401)
  expect(emulator.state().tokens).toBe(1)
})

test('an intake mapping gives an API key, the same one each time', async () => {
  const { emulator, exchange } = await emulatorFor(GLOBAL)
  expect((await exchange(signedProof(GLOBAL))).status).toBe(200)
  emulator.reset({ mappings: { 'aws-intake': [{ arn_pattern: arn('ci') }] } })
  expect((await exchange(signedProof(GLOBAL))).status).toBe(403)
  const headers = { ...KEYS, authorization: `Delegated ${signedProof(GLOBAL)}` }
  const first = await call(emulator, 'POST', '/api/v2/intake-key', undefined, headers)
  const second = await call(emulator, 'POST', '/api/v2/intake-key', undefined, headers)
  expect(at(first.json, 'data', 'attributes', 'api_key')).toMatch(/^[0-9a-f]{32}$/)
  expect(second.json).toEqual(first.json)
})

test.each([
  ['application/json', /^\{"GetCallerIdentityResponse"/],
  ['*/*', /^<GetCallerIdentityResponse[\s\S]*<Arn>arn:aws:sts::123456789012:assumed-role\/ci\/run-1<\/Arn>/],
])('STS answers a signed GetCallerIdentity that accepts %s', async (accept, expected) => {
  const { emulator } = await emulatorFor(GLOBAL)
  const { host } = new URL(emulator.url)
  const signed = ['content-type', 'host', 'x-amz-date', 'x-amz-security-token']
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'x-amz-date': GLOBAL.date,
    'x-amz-security-token': GLOBAL.token,
  }
  const request = { method: 'POST', url: new URL(emulator.url), headers: { ...headers, host }, body: BODY }
  const authorization = (secret: string): string =>
    `AWS4-HMAC-SHA256 Credential=${GLOBAL.id}/${GLOBAL.date.slice(0, 8)}/us-east-1/sts/aws4_request, ` +
    `SignedHeaders=${signed.join(';')}, Signature=${signatureOf(request, secret, signed, 'us-east-1')}`
  const ask = (secret: string) =>
    call(emulator, 'POST', '/', BODY, { ...headers, accept, authorization: authorization(secret) })
  expect(await ask(GLOBAL.secret)).toMatchObject({ status: 200, text: expect.stringMatching(expected) })
  expect(await ask('wrong')).toMatchObject({ status: 403, text: expect.stringContaining('SignatureDoesNotMatch') })
  const unsigned = await call(emulator, 'POST', '/', BODY, { accept, 'content-type': headers['content-type'] })
  expect(unsigned.text).toContain('MissingAuthenticationToken')
})
