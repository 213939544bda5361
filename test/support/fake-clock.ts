import type { Clock } from '../../src/clock.ts'

/** A clock whose time passes only when somebody sleeps or a test lets it pass. */
export interface FakeClock extends Clock {
  /** The sleeps in milliseconds, in order. */
  readonly sleeps: number[]
  /** Lets time pass, and calls back what has become due. */
  advance(milliseconds: number): void
}

/** A clock that stands at a time, in milliseconds since the epoch, until it is moved; its chance is always 1. */
export function fakeClock(start = 1_000_000_000_000): FakeClock {
  let time = start
  const sleeps: number[] = []
  const due = new Set<{ readonly at: number; callback(): void }>()
  const advance = (milliseconds: number) => {
    const end = time + milliseconds
    for (;;) {
      const [next] = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      due.delete(next)
      time = Math.max(time, next.at)
      next.callback()
    }
    time = end
  }
  return {
    sleeps,
    advance,
    now: () => time,
    random: () => 1,
    async sleep(milliseconds, signal) {
      if (signal.aborted) return
      sleeps.push(milliseconds)
      advance(milliseconds)
    },
    after(milliseconds, callback) {
      const entry = { at: time + milliseconds, callback }
      due.add(entry)
      return () => due.delete(entry)
    },
  }
}
