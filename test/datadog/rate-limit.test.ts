import { expect, test } from 'vitest'
import { Gate } from '../../src/datadog/session.ts'
import { inParallel } from '../../src/operations/in-parallel.ts'
import { timeLapse } from '../support/time-lapse.ts'
import { connected, startDatadog } from './connected.ts'

// A second here takes 50 ms, in which a busy machine may not get to do a thing: then it is tried again.
test('many creates stay within a narrow rate limit instead of running into it again and again', {
  retry: 2,
}, async (context) => {
  const clock = timeLapse(20)
  const datadog = await startDatadog(context, {
    now: () => clock.now(),
    switches: { rateLimit: { limit: 3, periodSeconds: 2 } },
  })
  const { client, said } = await connected(context, datadog, clock)
  await inParallel(
    Array.from({ length: 14 }, (_, index) => ({
      arnPattern: `arn:aws:sts::123456789012:assumed-role/agent-${index}/*`,
    })),
    async (attributes) => {
      await client.create('aws-intake', attributes)
    },
  )
  expect(datadog.state().mappings['aws-intake']).toHaveLength(14)
  // Those that are under way when the limit is reached may be refused once.
  expect(datadog.requests().filter(({ status }) => status === 429).length).toBeLessThanOrEqual(8)
  expect(said).toContainEqual(expect.stringContaining('The rate limit of Datadog is used up.'))
})

test('an answer that asks for a shorter wait does not open the gate sooner', () => {
  const gate = new Gate()
  gate.closeUntil(2000)
  gate.closeUntil(1000)
  expect(gate.opensAt).toBe(2000)
})
