import { Unreadable } from '../datadog/answers.ts'
import { type Call, send } from '../datadog/send.ts'
import type { Session } from '../datadog/session.ts'
import { resolveApiUrl } from '../datadog/site.ts'
import type { Answer } from '../datadog/transport.ts'
import { Failure } from '../failure.ts'
import { awsCredentials } from './aws-credentials.ts'
import type { Job } from './job.ts'

/** Who the job is to AWS, or one sentence on why that is unknown. */
export type AwsCaller = { readonly arn: string } | { readonly problem: string }

// Knowing the caller helps, but is not worth a long wait.
const MOST_RETRIES = 2

/**
 * Asks AWS STS who the credentials of this job belong to; `AWS_ENDPOINT_URL_STS` names another endpoint.
 * @throws Failure only when the step is over.
 */
export async function awsCaller(job: Job): Promise<AwsCaller> {
  const credentials = awsCredentials(job.env, job.addSecret)
  if ('problem' in credentials) return credentials
  const [{ signCallerIdentity, stsOrigin, CALLER_IDENTITY }, { signatureIn }] = await Promise.all([
    import(/* webpackChunkName: "identity" */ './aws-proof.ts'),
    import('./aws-signer.ts'),
  ])
  const endpoint = job.env['AWS_ENDPOINT_URL_STS']?.trim()
  const origin = endpoint ? resolveApiUrl(endpoint) : { value: stsOrigin(job.awsRegion) }
  if ('problem' in origin) return { problem: `the environment variable AWS_ENDPOINT_URL_STS: ${origin.problem}` }
  const time = job.datadog.clock.now()
  const signed = await signCallerIdentity(credentials.value, { origin: origin.value, region: job.awsRegion, time })
  job.addSecret(signatureIn(signed))
  // The transport writes the host and the length itself, as they were signed.
  const { host: _host, 'content-length': _length, ...headers } = signed
  let session: Session | undefined
  try {
    session = await job.open({ origin: origin.value, server: 'AWS STS', headers: { ...headers, accept: 'text/xml' } })
    const arn = await send({ ...session, retries: Math.min(MOST_RETRIES, session.retries) }, askWith(CALLER_IDENTITY))
    return { arn }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || job.datadog.signal.aborted) throw thrown
    return { problem: thrown.sentence }
  } finally {
    session?.transport.close()
  }
}

function askWith(body: string): Call<string> {
  return {
    method: 'POST',
    path: '/',
    body,
    purpose: 'ask AWS who this job is',
    permission: 'valid AWS credentials',
    read(answer) {
      const arn = element(answer, 'Arn')
      if (arn === undefined) throw new Unreadable('an answer without the ARN of the caller', false)
      return arn
    },
    accept(answer) {
      const code = answer.status >= 400 && answer.status < 500 ? element(answer, 'Code') : undefined
      if (code === undefined || answer.status === 429) return undefined
      const meaning = REFUSALS[code] ?? 'it does not accept the AWS credentials of this job'
      throw new Failure('unauthorized', `Could not ask AWS who this job is: ${meaning} (${code.slice(0, 60)}).`)
    },
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  ExpiredToken: 'the AWS credentials of this job have expired',
  ExpiredTokenException: 'the AWS credentials of this job have expired',
  InvalidClientTokenId: 'AWS does not know the access key or session token of this job',
  SignatureDoesNotMatch:
    'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, or the clock of this machine is wrong',
}

/** The text of an element of an XML answer of AWS, if it is one word. */
export function element(answer: Answer, name: string): string | undefined {
  const text = new RegExp(`<${name}>\\s*([^<>\\s]{1,2048})\\s*</${name}>`).exec(answer.text)?.[1]
  return text?.replaceAll('&amp;', '&')
}
