import { expect, test } from 'vitest'
import { expectSuccess, runOperation, startDatadog } from './step.ts'

test('an apply of many changes stays within a narrow rate limit instead of running into it again and again (waits for seconds)', async () => {
  const datadog = await startDatadog({ switches: { rateLimit: { limit: 3, periodSeconds: 1 } } })
  const mappings = Array.from(
    { length: 12 },
    (_, index) => `  - { kind: aws-intake, arn-pattern: "arn:aws:iam::123456789012:role/agent-${index}" }`,
  )
  const step = await runOperation(
    datadog,
    { operation: 'apply', 'auto-approve': 'true' },
    {
      eventName: 'push',
      workspaceFiles: { '.github/datadog-mappings.yml': `version: 1\nmappings:\n${mappings.join('\n')}\n` },
    },
  )
  expectSuccess(step, 'applied')
  expect(datadog.state().mappings['aws-intake']).toHaveLength(12)
  // Two lists and twelve creates; those that are under way when the limit is reached may be refused once.
  expect(datadog.requests().filter(({ status }) => status === 429).length).toBeLessThanOrEqual(8)
  expect(step.log).toContain('The rate limit of Datadog is used up.')
})
