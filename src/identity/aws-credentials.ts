import type { Checked } from '../mappings/checked.ts'

/** What signs AWS requests; a user's own key has no session token. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** The environment variables that `aws-actions/configure-aws-credentials` sets. */
const VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const

const HOW =
  'Run aws-actions/configure-aws-credentials with role-to-assume before this step, in the same job, and give the job permissions: id-token: write.'

/** The AWS credentials of the environment, their secret parts registered; a problem says which variable is wrong and what sets it. */
export function awsCredentials(
  env: Readonly<Record<string, string | undefined>>,
  addSecret: (secret: string) => void,
): Checked<AwsCredentials> {
  const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = VARIABLES.map((name) => env[name]?.trim() ?? '')
  for (const secret of [secretAccessKey, sessionToken]) if (secret !== '') addSecret(secret)
  const missing = VARIABLES.slice(0, 2).filter((name) => !env[name]?.trim())
  if (missing.length > 0) {
    const are = missing.length === 1 ? 'is' : 'are'
    return { problem: `the job has no AWS credentials: ${missing.join(' and ')} ${are} not in the environment. ${HOW}` }
  }
  // Keys of AWS STS begin so, and do not work without their token.
  if (accessKeyId.startsWith('ASIA') && sessionToken === '') {
    return {
      problem: `the AWS credentials are temporary ones (AWS_ACCESS_KEY_ID begins with ASIA), and AWS_SESSION_TOKEN is not in the environment. ${HOW}`,
    }
  }
  const broken = VARIABLES.find((name) => /[^\x21-\x7e]/.test(env[name]?.trim() ?? ''))
  if (broken !== undefined) {
    return {
      problem: `the environment variable ${broken} has white space or a character beyond ASCII inside, which no AWS credential has. ${HOW}`,
    }
  }
  return { value: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }, warnings: [] }
}

/** Whether the environment has AWS credentials at all. */
export function hasAwsCredentials(env: Readonly<Record<string, string | undefined>>): boolean {
  return VARIABLES.slice(0, 2).every((name) => env[name]?.trim())
}
