import { CONNECTIONS } from '../datadog/transport.ts'

/** Does something with every item, as many at a time as there are connections; what one of them throws is thrown after those under way have ended. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const failures: unknown[] = []
  const worker = async () => {
    for (const item of queue) {
      if (failures.length > 0) return
      try {
        await work(item)
      } catch (thrown) {
        failures.push(thrown)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(CONNECTIONS, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
}
