import { Failure } from '../failure.ts'
import type { Session } from './session.ts'

/**
 * The session for what must follow a request that has been made already: it has `milliseconds` of its own, whatever deadline or
 * cancellation comes, and all the time that the step has left when neither comes. The runner kills a cancelled step after 10 s.
 */
export function secondHalf(session: Session, milliseconds: number): Session {
  const { clock, signal } = session
  const stop = new AbortController()
  let deadline = 0
  let timer: NodeJS.Timeout | undefined
  const endAt = (time: number) => {
    deadline = time
    clearTimeout(timer)
    timer = setTimeout(
      () => stop.abort(new Failure('timeout', `the ${milliseconds / 1000} s for it passed`)),
      Math.max(0, time - clock.now()),
    )
    timer.unref()
  }
  const own = clock.now() + milliseconds
  endAt(signal.aborted ? own : Math.max(own, session.deadline))
  signal.addEventListener('abort', () => endAt(Math.min(deadline, clock.now() + milliseconds)), { once: true })
  return {
    ...session,
    signal: stop.signal,
    get deadline() {
      return deadline
    },
  }
}
