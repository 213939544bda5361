import { Failure, type FailureReason } from '../failure.ts'
import type { Deletion } from './mapping-calls.ts'
import { pause, type Session } from './session.ts'

const PATIENCE = 3_000
// What was deleted meanwhile can then still be created again.
const LEFT = 2_000

/** A mapping that is changed by its id. */
export interface Subject {
  readonly verb: 'delete' | 'update'
  /** How messages call its kind. */
  readonly title: string
  readonly id: string
  /** Reads it. @throws Failure */
  read(): Promise<unknown>
}

/**
 * Deletes a mapping until it is gone: a 404 alone does not prove that, because a replica can lag. Gives whether this step deleted it.
 * What this step created may not be found yet until `patientUntil`.
 * @throws Failure `not-found` when Datadog goes on to show what it does not find; the one of the read when that has no answer.
 */
export async function deleteWhatIsShown(
  session: Session,
  subject: Subject,
  deleteOnce: () => Promise<Deletion>,
  patientUntil?: number,
): Promise<boolean> {
  const isNew = patientUntil !== undefined
  let end = patientUntil
  for (let isLost = false; ; ) {
    const result = await deleteOnce()
    if (result === 'deleted') return true
    isLost ||= result === 'gone'
    end ??= session.clock.now() + PATIENCE
    const isOver = hasPassed(session, end)
    const shown = (isOver || !isNew) && (await isShown(subject, isLost))
    if (shown && isOver && !isLost) throw notFoundButShown(subject)
    if (isOver || (!shown && (isLost || !isNew))) return isLost
    await pauseFor(session, subject)
  }
}

/**
 * Updates a mapping while Datadog shows it, although it does not find it; undefined when it does neither.
 * @throws Failure `not-found` when Datadog goes on to show what it does not find; the one of the read when that has no answer.
 */
export async function updateWhatIsShown<T>(
  session: Session,
  subject: Subject,
  updateOnce: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let end: number | undefined; ; ) {
    const updated = await updateOnce()
    if (updated !== undefined || !(await isShown(subject))) return updated
    end ??= session.clock.now() + PATIENCE
    if (hasPassed(session, end)) throw notFoundButShown(subject)
    await pauseFor(session, subject)
  }
}

// Who may write and not read has only the 404 to go by; after a lost answer it says what became of that.
const REFUSALS: ReadonlySet<FailureReason> = new Set(['forbidden', 'unauthorized', 'invalid-input', 'not-found'])

async function isShown({ verb, title, id, read }: Subject, isLost = false): Promise<boolean> {
  try {
    return (await read()) !== undefined
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    if (isLost || REFUSALS.has(thrown.reason)) return false
    const { reason, sentence, advice } = thrown
    const start = `Could not ${verb} the ${title} ${id}: Datadog answered 404 Not Found, and whether it is there is unknown.`
    throw new Failure(reason, `${start} ${sentence}`, { advice, cause: thrown })
  }
}

/** The same failure, after which it is open whether something was changed. */
export function unsettled(thrown: unknown): unknown {
  if (!(thrown instanceof Failure) || thrown.isUnsettled) return thrown
  const { reason, sentence, advice } = thrown
  return new Failure(reason, sentence, { advice, cause: thrown, isUnsettled: true })
}

// A cancellation brings the deadline forward.
function hasPassed({ clock, deadline }: Session, end: number): boolean {
  return clock.now() >= Math.min(end, deadline - LEFT)
}

function pauseFor(session: Session, { verb, id }: Subject): Promise<void> {
  return pause(session, 1000, `Datadog does not find the mapping ${id} to ${verb} it.`)
}

function notFoundButShown({ verb, title, id }: Subject): Failure {
  return new Failure(
    'not-found',
    `Could not ${verb} the ${title} ${id}: Datadog answered 404 Not Found several times, and still shows it.`,
    { advice: 'Run the step again in a moment.', isUnsettled: true },
  )
}
