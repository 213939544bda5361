import { expect, test } from 'vitest'
import { systemClock } from '../src/clock.ts'

test('a sleep that begins after the end of the step is none', { timeout: 5_000 }, async () => {
  await expect(systemClock.sleep(600_000, AbortSignal.abort())).resolves.toBeUndefined()
})
