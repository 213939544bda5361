import { type Clock, systemClock } from '../../src/clock.ts'

/** A clock that runs so many times faster than the real one: seconds of retries and deadlines pass in milliseconds. */
export function timeLapse(factor: number): Clock {
  const start = systemClock.now()
  return {
    now: () => start + (performance.timeOrigin + performance.now() - start) * factor,
    sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / factor, signal),
    after: (milliseconds, callback) => systemClock.after(milliseconds / factor, callback),
    random: () => 0.5,
  }
}
