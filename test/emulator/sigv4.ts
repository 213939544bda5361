import { createHash, createHmac } from 'node:crypto'
import type { AwsCredentials } from './store.ts'

/** An AWS service that the emulator stands in for. */
export type AwsService = 'sts' | 'iam'

/** A request whose AWS signature is to be checked; header names in lower case. */
export interface SignedRequest {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
}

/** The codes with which AWS refuses a signature. */
export type SignatureFault = 'MissingAuthenticationToken' | 'InvalidClientTokenId' | 'SignatureDoesNotMatch'

/** A signature that holds, or the code and text of why it does not. */
export type Verdict =
  | { credentials: AwsCredentials; region: string; signedHeaders: readonly string[] }
  | { code: SignatureFault; message: string }

const MAX_SKEW_MS = 15 * 60 * 1000
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const escapeUri = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const canonicalQuery = (url: URL): string =>
  [...url.searchParams]
    .map(([name, value]) => `${escapeUri(name)}=${escapeUri(value)}`)
    .sort()
    .join('&')

/** The hex signature that the secret gives for the request, over the named headers. */
export function signatureOf(
  request: SignedRequest,
  secret: string,
  signedHeaders: readonly string[],
  region: string,
  service: AwsService = 'sts',
): string {
  const { method, url, headers, body } = request
  const at = headers['x-amz-date'] ?? ''
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}\n`)
  const canonical = [method, url.pathname, canonicalQuery(url), lines.join(''), signedHeaders.join(';'), sha256(body)]
  const day = at.slice(0, 8)
  const scope = `${day}/${region}/${service}/aws4_request`
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return hmac(key, ['AWS4-HMAC-SHA256', at, scope, sha256(canonical.join('\n'))].join('\n')).toString('hex')
}

/** Milliseconds since 1970 of `20261121T060000Z`, NaN for another form. */
const timeOf = (amzDate: string): number =>
  Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** Checks a Signature Version 4 for a service against the known credentials and the clock. */
export function verifySignature(
  service: AwsService,
  request: SignedRequest,
  known: readonly AwsCredentials[],
  now: number,
): Verdict {
  const { headers } = request
  const parts = AUTHORIZATION.exec(headers['authorization'] ?? '')
  if (!parts) return { code: 'MissingAuthenticationToken', message: 'Request is missing Authentication Token' }
  const [, accessKeyId, day, region = '', signedFor, names = '', signature] = parts
  const mismatch = (message: string): Verdict => ({ code: 'SignatureDoesNotMatch', message })
  if (signedFor !== service) return mismatch(`Credential should be scoped to correct service: '${service}'.`)
  const signedHeaders = names.split(';')
  const missing = ['host', 'x-amz-date'].find((name) => !signedHeaders.includes(name))
  if (missing !== undefined) return mismatch(`'${missing}' must be a SignedHeader`)
  if (headers['host'] !== request.url.host) return mismatch('the signed host is not the host of the request')
  const date = headers['x-amz-date'] ?? ''
  const at = timeOf(date)
  if (Number.isNaN(at) || !date.startsWith(day ?? '')) return mismatch('Date in Credential scope does not match')
  if (Math.abs(now - at) > MAX_SKEW_MS) return mismatch(`Signature expired: ${date} is not close to the time now`)
  const credentials = known.find((candidate) => candidate.accessKeyId === accessKeyId)
  const token = headers['x-amz-security-token']
  if (!credentials || credentials.sessionToken !== token) {
    return { code: 'InvalidClientTokenId', message: 'The security token included in the request is invalid.' }
  }
  if (token !== undefined && !signedHeaders.includes('x-amz-security-token')) {
    return mismatch("'x-amz-security-token' must be a SignedHeader")
  }
  return signatureOf(request, credentials.secretAccessKey, signedHeaders, region, service) === signature
    ? { credentials, region, signedHeaders }
    : mismatch('The request signature we calculated does not match the signature you provided.')
}
