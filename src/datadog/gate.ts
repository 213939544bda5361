/**
 * Lets the requests of a step through as the rate limit allows. Once it has been used up, they go one after the other: side by
 * side they would use up each other's retries on a limit that all of them know of.
 */
export class Gate {
  /** When the next request may go, in milliseconds since the epoch. */
  opensAt = 0
  #isNarrow = false
  #turn: Promise<void> = Promise.resolve()

  /** Notes that nothing goes through before a time. */
  closeUntil(time: number): void {
    this.opensAt = Math.max(this.opensAt, time)
    this.#isNarrow = true
  }

  /** Waits for a turn and gives the function that ends it; whoever has the turn still has to wait until the gate opens. */
  async enter(): Promise<() => void> {
    if (!this.#isNarrow) return () => undefined
    const before = this.#turn
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#turn = promise
    await before
    return resolve
  }
}
