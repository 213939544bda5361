import type { AwsCredentials } from './aws-credentials.ts'
import { CALLER_IDENTITY, signatureIn, signCallerIdentity, stsOrigin } from './sts-request.ts'

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
