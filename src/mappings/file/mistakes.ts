const MOST_TOLD = 20

/** The mistakes of a file: all are counted, the first twenty are put into words. */
export class Mistakes {
  readonly #told: string[] = []
  #count = 0

  /** Counts a mistake; `tell` gives its sentence. */
  add(tell: () => string): void {
    this.#count++
    if (this.#told.length < MOST_TOLD) this.#told.push(tell())
  }

  /** How many mistakes there are. */
  get count(): number {
    return this.#count
  }

  /** A line for each mistake that is told, and one that counts the others. */
  lines(): string[] {
    const more = this.#count - this.#told.length
    return more > 0 ? [...this.#told, `and ${more} more like these.`] : [...this.#told]
  }
}
