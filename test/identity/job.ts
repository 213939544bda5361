import { onTestFinished } from 'vitest'
import { openSession, type Surroundings } from '../../src/datadog/session.ts'
import type { Job } from '../../src/identity/job.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator/emulator.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'

/** The organization, the AWS credentials and the caller of the tests. */
export const ORG = '7d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
export const AWS = {
  accessKeyId: 'ASIAQ3EXAMPLE7TESTED',
  secretAccessKey: 'c9R/mU+2vK8xT4nB7wL1qZ5yH3jD6sF0gPaEoIuN',
  sessionToken: 'IQoJb3JpZ2luX2VjEJr//wEaCXVzLWVhc3QtMSJHMEUCIQDb+q8Vtest/Zy3==',
  callerArn: 'arn:aws:sts::123456789012:assumed-role/ci/run-1',
}
export const AWS_ENV = {
  AWS_ACCESS_KEY_ID: AWS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: AWS.secretAccessKey,
  AWS_SESSION_TOKEN: AWS.sessionToken,
}

/** A job of a test, its clock, and what it said and masked. */
export interface TestJob {
  readonly emulator: Emulator
  readonly job: Job
  readonly secrets: string[]
  readonly said: string[]
  /** The time for job and emulator. */
  readonly clock: FakeClock
}

/** A job against an emulator of its own, by a clock that only sleeps move. */
export async function startJob(options: EmulatorOptions = {}, overrides: Partial<Job> = {}): Promise<TestJob> {
  const clock = fakeClock(Date.UTC(2026, 10, 21, 6))
  const secrets: string[] = []
  const said: string[] = []
  const emulator = await startEmulator({ now: clock.now, orgUuid: ORG, aws: AWS, ...options })
  onTestFinished(() => emulator.close())
  const env = {
    ...AWS_ENV,
    AWS_ENDPOINT_URL_STS: emulator.url,
    ACTIONS_ID_TOKEN_REQUEST_URL: emulator.oidcRequestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a-request-token-of-the-runner',
    ...overrides.env,
  }
  const surroundings: Surroundings = {
    env,
    addSecret: (secret) => secrets.push(secret),
    clock,
    deadline: clock.now() + 3_600_000,
    signal: new AbortController().signal,
    retries: 2,
    say: (line) => said.push(line),
    debug: () => undefined,
    quote: (text) => text,
  }
  const datadog = await openSession({ origin: emulator.url, server: 'Datadog', headers: {} }, surroundings)
  onTestFinished(() => datadog.transport.close())
  const job: Job = {
    identity: { type: 'aws', orgUuid: ORG },
    datadog,
    addSecret: surroundings.addSecret,
    open: (peer) => openSession(peer, surroundings),
    ...overrides,
    env,
  }
  return { clock, emulator, job, secrets, said }
}

/** A seed with one mapping of the caller's role to an account. */
export const MAPPED = {
  mappings: {
    'aws-persona': [
      {
        id: '0f6a1c1e-54d1-4a0c-9d44-6b8f4e2f7a11',
        arn_pattern: 'arn:aws:sts::123456789012:assumed-role/ci/*',
        account_identifier: 'deployer@example.com',
      },
    ],
  },
  users: [{ id: '3fa85f64-5717-4562-b3fc-2c963f66afa6', email: 'deployer@example.com' }],
} as const
