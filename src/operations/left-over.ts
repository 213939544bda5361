import type { Client } from '../datadog/client.ts'
import { asFailure, mayHaveHappened } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'

/** A new mapping of a replacement that was given up, which this step did not remove, or may not have. */
export interface LeftOver {
  readonly mapping: LiveMapping
  /** Whether it may be gone, or may be the one of another run. */
  readonly isUnsure: boolean
  /** One or a few whole sentences. */
  readonly why: string
}

/** Removes what this step created; gives what is, or may be, still there. */
export async function removeCreated(client: Client, created: readonly LiveMapping[]): Promise<LeftOver[]> {
  const left: LeftOver[] = []
  await Promise.all(
    created.map(async (mapping) => {
      try {
        if (!client.isOwn(mapping))
          left.push({ mapping, isUnsure: true, why: 'It may be the mapping of another run, so it was not removed.' })
        else if (!(await client.delete(mapping.kind, mapping.id)))
          left.push({ mapping, isUnsure: true, why: 'Datadog did not find it when the step tried to remove it.' })
      } catch (thrown) {
        const failure = asFailure(thrown)
        left.push({ mapping, isUnsure: mayHaveHappened(failure), why: failure.sentence })
      }
    }),
  )
  return left
}
