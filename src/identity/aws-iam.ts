import { Unreadable } from '../datadog/answers.ts'
import { type Call, send } from '../datadog/send.ts'
import type { Session } from '../datadog/session.ts'
import { resolveApiUrl } from '../datadog/site.ts'
import { Failure } from '../failure.ts'
import { awsCaller, element } from './aws-caller.ts'
import { type AwsCredentials, awsCredentials } from './aws-credentials.ts'
import { signAwsRequest, signatureIn } from './aws-signer.ts'
import type { Job } from './job.ts'

/** Whether the role or user behind an ARN pattern exists; `undefined` for a pattern that names neither, or that no caller can match. */
export type PrincipalState = 'exists' | 'missing' | { readonly unchecked: string } | undefined

/** Looks up AWS principals; each of them is asked for once. */
export interface PrincipalReader {
  /** @throws Failure only when the step is over. */
  stateOf(arnPattern: string): Promise<PrincipalState>
  close(): void
}

/** The endpoint and signing region of IAM, by partition: https://docs.aws.amazon.com/general/latest/gr/iam-service.html */
const ENDPOINTS: Readonly<Record<string, { readonly origin: string; readonly region: string }>> = {
  aws: { origin: 'https://iam.amazonaws.com', region: 'us-east-1' },
  'aws-cn': { origin: 'https://iam.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' },
  'aws-us-gov': { origin: 'https://iam.us-gov.amazonaws.com', region: 'us-gov-west-1' },
}

// As long as a 400 about too many requests is waited for.
const PATIENCE_FOR_THROTTLING = 120_000
const THROTTLED = /^(Throttling|ThrottlingException|RequestLimitExceeded|TooManyRequestsException)$/

interface Principal {
  readonly partition: string
  readonly account: string
  readonly action: 'GetRole' | 'GetUser'
  readonly name: string
  /** The ARN that the principal must have, where the pattern says so. */
  readonly arn?: string
}

/**
 * A reader of the principals of the AWS account that this job's credentials belong to. `AWS_ENDPOINT_URL_IAM` names another endpoint.
 * @throws Failure only when the step is over.
 */
export async function openPrincipals(job: Job): Promise<PrincipalReader> {
  const opened = await open(job)
  const known = new Map<string, Promise<PrincipalState>>()
  return {
    async stateOf(arnPattern) {
      const principal = principalOf(arnPattern)
      if (principal === undefined) return undefined
      if ('problem' in opened) return { unchecked: opened.problem }
      const key = JSON.stringify(principal)
      const state = known.get(key) ?? opened.read(principal)
      known.set(key, state)
      return state
    },
    close: () => 'close' in opened && opened.close(),
  }
}

function principalOf(arnPattern: string): Principal | undefined {
  const [, partition, account, role] =
    /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/*?]+)\/[^/]+$/.exec(arnPattern) ?? []
  if (partition !== undefined && account !== undefined && role !== undefined)
    return { partition, account, action: 'GetRole', name: role }
  const user = /^arn:([^:]+):iam::(\d{12}):user\/(?:[^/*?]+\/)*([^/*?]+)$/.exec(arnPattern)
  if (user?.[1] === undefined || user[2] === undefined || user[3] === undefined) return undefined
  return { partition: user[1], account: user[2], action: 'GetUser', name: user[3], arn: arnPattern }
}

type Opened = { readonly problem: string } | { read(principal: Principal): Promise<PrincipalState>; close(): void }

async function open(job: Job): Promise<Opened> {
  const credentials = awsCredentials(job.env, job.addSecret)
  if ('problem' in credentials) return credentials
  const caller = await awsCaller(job)
  if ('problem' in caller) return caller
  const [, partition = '', , , account = ''] = caller.arn.split(':')
  const place = ENDPOINTS[partition]
  const custom = job.env['AWS_ENDPOINT_URL_IAM']?.trim()
  const origin = custom ? resolveApiUrl(custom) : { value: place?.origin }
  if ('problem' in origin) return { problem: `the environment variable AWS_ENDPOINT_URL_IAM: ${origin.problem}` }
  if (origin.value === undefined || place === undefined)
    return { problem: `IAM of the partition "${partition}" is not known to this action` }
  const endpoint = { origin: origin.value, region: place.region }
  const session = await job.open({ origin: endpoint.origin, server: 'AWS IAM', headers: { accept: 'text/xml' } })
  return {
    async read(principal) {
      if (principal.account !== account || principal.partition !== partition) {
        return {
          unchecked: `it belongs to the AWS account ${principal.account}, and the AWS credentials of this job to ${account}; run audit in a job with credentials of ${principal.account} too`,
        }
      }
      return read(principal, { job, credentials: credentials.value, session, endpoint })
    },
    close: () => session.transport.close(),
  }
}

interface Way {
  readonly job: Job
  readonly credentials: AwsCredentials
  readonly session: Session
  readonly endpoint: { readonly origin: string; readonly region: string }
}

async function read(principal: Principal, { job, credentials, session, endpoint }: Way): Promise<PrincipalState> {
  const { action, name } = principal
  const query = { Action: action, [action === 'GetRole' ? 'RoleName' : 'UserName']: name, Version: '2010-05-08' }
  const time = job.datadog.clock.now()
  const signed = await signAwsRequest(credentials, { service: 'iam', method: 'GET', query, time, ...endpoint })
  // The signature is a secret that only an answer could give back; to mask thousands beforehand takes seconds.
  const suspect = () => job.addSecret(signatureIn(signed))
  // The transport writes the host itself, as it was signed.
  const { host: _host, ...headers } = signed
  let isThrottled = false
  const note = () => {
    isThrottled = true
  }
  try {
    return await send(
      { ...session, headers: { ...session.headers, ...headers } },
      callFor(principal, query, { suspect, throttled: note }),
    )
  } catch (thrown) {
    if (!(thrown instanceof Failure) || job.datadog.signal.aborted) throw thrown
    if (isThrottled && thrown.reason === 'invalid-input')
      return { unchecked: 'AWS IAM kept asking for fewer requests; run the audit again later' }
    return { unchecked: thrown.sentence.replace(/\.$/, '') }
  }
}

function callFor(
  { action, name, arn }: Principal,
  query: Readonly<Record<string, string>>,
  { suspect, throttled }: { readonly suspect: () => void; readonly throttled: () => void },
): Call<PrincipalState> {
  const noun = action === 'GetRole' ? 'role' : 'user'
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return {
    method: 'GET',
    path: `/?${pairs.join('&')}`,
    purpose: `look up the IAM ${noun} ${name}`,
    permission: `the permission iam:${action}`,
    read(answer) {
      const found = element(answer, 'Arn')
      if (found === undefined) {
        suspect()
        throw new Unreadable(`an answer without the ARN of the ${noun}`, false)
      }
      // A user of that name in another path is not the one that the pattern names.
      return arn === undefined || found === arn ? 'exists' : 'missing'
    },
    patience(answer) {
      if (answer.status !== 400 || !THROTTLED.test(element(answer, 'Code') ?? '')) return undefined
      throttled()
      return { milliseconds: PATIENCE_FOR_THROTTLING, why: 'AWS IAM asks for fewer requests.' }
    },
    accept(answer) {
      const code = element(answer, 'Code') ?? ''
      if (answer.status === 404 && code === 'NoSuchEntity') return { value: 'missing' }
      suspect()
      if (answer.status !== 400 && answer.status !== 403) return undefined
      if (code === '' || THROTTLED.test(code)) return undefined
      return { value: { unchecked: refusal(code, action) } }
    },
  }
}

function refusal(code: string, action: string): string {
  if (code.startsWith('AccessDenied'))
    return `the AWS credentials of this job may not call iam:${action}; allow it to check this`
  if (code.startsWith('ExpiredToken')) return 'the AWS credentials of this job have expired'
  return `AWS IAM does not accept the request (${code.slice(0, 60)})`
}
