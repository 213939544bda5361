import aws4 from 'aws4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AwsCredentials } from '../../src/identity/aws-credentials.ts'
import { makeAwsProof, signCallerIdentity, stsOrigin } from '../../src/identity/aws-proof.ts'
import { timeOf, VECTORS } from '../emulator/recorded-proofs.ts'

const decode = (part: string | undefined) => Buffer.from(part ?? '', 'base64').toString()

test.each(VECTORS)('the proof for $host is the one that Datadog’s own client makes', async (vector) => {
  const credentials = { accessKeyId: vector.id, secretAccessKey: vector.secret, sessionToken: vector.token }
  const region = vector.host === 'sts.amazonaws.com' ? undefined : vector.region
  const { proof, secrets } = await makeAwsProof(credentials, { orgUuid: vector.org, region, time: timeOf(vector) })
  const [body, headers, method, url, ...more] = proof.split('|')
  expect(more).toEqual([])
  expect(decode(body)).toBe('Action=GetCallerIdentity&Version=2011-06-15')
  expect(method).toBe('POST')
  expect(decode(url)).toBe(`https://${vector.host}`)
  expect(JSON.parse(decode(headers))).toEqual({
    Authorization: [
      `AWS4-HMAC-SHA256 Credential=${vector.id}/${vector.date.slice(0, 8)}/${vector.region}/sts/aws4_request, SignedHeaders=content-length;content-type;host;x-amz-date;x-amz-security-token;x-ddog-org-id, Signature=${vector.signature}`,
    ],
    'Content-Length': ['43'],
    'Content-Type': ['application/x-www-form-urlencoded; charset=utf-8'],
    'X-Amz-Date': [vector.date],
    'X-Amz-Security-Token': [vector.token],
    host: [vector.host],
    'x-ddog-org-id': [vector.org],
  })
  expect(secrets).toEqual([proof, headers, vector.signature])
})

const visible = (least: number, most: number) =>
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: least,
    maxLength: most,
  })

test('an independent signer makes the same signatures, with and without a session token', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        accessKeyId: fc.stringMatching(/^A[A-Z0-9]{19}$/),
        secretAccessKey: visible(1, 60),
        sessionToken: fc.option(visible(1, 300), { nil: undefined }),
        region: fc.constantFrom('us-east-1', 'eu-west-1', 'us-gov-west-1', 'cn-north-1'),
        orgUuid: fc.uuid(),
        time: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) }),
      }),
      async ({ accessKeyId, secretAccessKey, sessionToken, region, orgUuid, time }) => {
        const credentials: AwsCredentials = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
        const origin = stsOrigin(region)
        const ours = await signCallerIdentity(credentials, {
          origin,
          region,
          time,
          headers: { 'x-ddog-org-id': orgUuid },
        })
        const theirs = aws4.sign(
          {
            service: 'sts',
            region,
            host: new URL(origin).host,
            method: 'POST',
            path: '/',
            headers: {
              'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
              'X-Amz-Date': `${new Date(time).toISOString().replace(/\.\d+|[:-]/g, '')}`,
              'x-ddog-org-id': orgUuid,
            },
            body: 'Action=GetCallerIdentity&Version=2011-06-15',
          },
          credentials,
        )
        expect(ours['authorization']).toBe(theirs.headers['Authorization'])
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  [undefined, 'https://sts.amazonaws.com'],
  ['eu-west-1', 'https://sts.eu-west-1.amazonaws.com'],
  ['us-gov-west-1', 'https://sts.us-gov-west-1.amazonaws.com'],
  ['cn-north-1', 'https://sts.cn-north-1.amazonaws.com.cn'],
])('STS of the region %s answers at %s', (region, origin) => {
  expect(stsOrigin(region)).toBe(origin)
})
