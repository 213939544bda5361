import type { Client } from '../datadog/client.ts'
import { asFailure, type Failure, mayHaveHappened } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { restorable } from '../mappings/mapping-json.ts'

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

/** What came of creating deleted mappings again. */
export interface Recreated {
  readonly restored: readonly LiveMapping[]
  /** Those in whose place another live mapping is. */
  readonly taken: readonly { readonly mapping: LiveMapping; readonly holder: LiveMapping }[]
  readonly notRestored: readonly { readonly mapping: LiveMapping; readonly failure: Failure }[]
}

/** Creates deleted mappings again; `inPlaceOf` looks up what is in the place of one that Datadog refuses. */
export async function recreate(
  client: Client,
  deleted: readonly LiveMapping[],
  inPlaceOf: (mapping: LiveMapping, failure: Failure) => Promise<LiveMapping | undefined>,
): Promise<Recreated> {
  const restored: LiveMapping[] = []
  const taken: { mapping: LiveMapping; holder: LiveMapping }[] = []
  const notRestored: { mapping: LiveMapping; failure: Failure }[] = []
  await Promise.all(
    deleted.map(async (mapping) => {
      try {
        restored.push(await client.create(mapping.kind, restorable(mapping)))
      } catch (thrown) {
        const failure = asFailure(thrown)
        const holder = await inPlaceOf(mapping, failure)
        if (holder === undefined) notRestored.push({ mapping, failure })
        else taken.push({ mapping, holder })
      }
    }),
  )
  return { restored, taken, notRestored }
}
