import type { AwsCredentials } from './aws-credentials.ts'
import { signAwsRequest, signatureIn } from './aws-signer.ts'

/** The body of every GetCallerIdentity request. */
export const CALLER_IDENTITY = 'Action=GetCallerIdentity&Version=2011-06-15'

/** Where AWS STS answers: the global endpoint, or the one of a region. */
export function stsOrigin(region: string | undefined): string {
  if (region === undefined) return 'https://sts.amazonaws.com'
  return `https://sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`
}

/** A GetCallerIdentity request to sign: for which endpoint, when, and with which header fields in addition. */
export interface StsRequest {
  readonly origin: string
  readonly region: string | undefined
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly headers?: Readonly<Record<string, string>>
}

/** All header fields of a signed GetCallerIdentity request, in lower case, each one but `authorization` signed. */
export function signCallerIdentity(
  credentials: AwsCredentials,
  { origin, region = 'us-east-1', time, headers = {} }: StsRequest,
): Promise<Record<string, string>> {
  return signAwsRequest(credentials, {
    service: 'sts',
    region,
    method: 'POST',
    origin,
    headers: {
      'content-length': String(CALLER_IDENTITY.length),
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      ...headers,
    },
    body: CALLER_IDENTITY,
    time,
  })
}

/** What a proof is made for. */
export interface ProofOptions {
  readonly orgUuid: string
  /** The regional endpoint of STS; without one the global endpoint. */
  readonly region: string | undefined
  /** Milliseconds since the epoch; Datadog takes a proof for some minutes. */
  readonly time: number
}

/** A proof of who the AWS caller is, and everything in it that must not be seen. */
export interface AwsProof {
  readonly proof: string
  readonly secrets: readonly string[]
}

// Datadog's own clients spell the header fields so; their order is free.
const SPELLINGS: Readonly<Record<string, string>> = {
  authorization: 'Authorization',
  'content-length': 'Content-Length',
  'content-type': 'Content-Type',
  'x-amz-date': 'X-Amz-Date',
  'x-amz-security-token': 'X-Amz-Security-Token',
}

/**
 * Proves the AWS caller to Datadog: a signed GetCallerIdentity request, bound to one Datadog organization, which Datadog sends to AWS.
 * The form is that of Datadog's clients: https://github.com/DataDog/datadog-api-client-go (api/datadog/aws.go).
 */
export async function makeAwsProof(credentials: AwsCredentials, options: ProofOptions): Promise<AwsProof> {
  const { orgUuid, region, time } = options
  const origin = stsOrigin(region)
  const headers = await signCallerIdentity(credentials, { origin, region, time, headers: { 'x-ddog-org-id': orgUuid } })
  const spelled = Object.entries(headers).map(([name, value]) => [SPELLINGS[name] ?? name, [value]])
  const parts = [base64(CALLER_IDENTITY), base64(JSON.stringify(Object.fromEntries(spelled))), 'POST', base64(origin)]
  const proof = parts.join('|')
  return { proof, secrets: [proof, parts[1] ?? '', signatureIn(headers)] }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
