const MOST_TOLD = 20

/** Where something stands in a file; both begin with 1. */
export interface Position {
  /** The name of the file. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Something to say about a place in a file, for an annotation. */
export interface Remark extends Position {
  /** One or a few sentences that begin with the place. */
  readonly text: string
}

/** The mistakes of the files: all are counted, the first twenty are put into words. */
export class Mistakes {
  readonly #told: { readonly text: string; readonly at: Position | undefined }[] = []
  #count = 0

  /** Counts a mistake; `tell` gives its sentence, and `at` its place when it has one. */
  add(tell: () => string, at?: () => Position): void {
    this.#count++
    if (this.#told.length < MOST_TOLD) this.#told.push({ text: tell(), at: at?.() })
  }

  /** How many mistakes there are. */
  get count(): number {
    return this.#count
  }

  /** A line for each mistake that is told, and one that counts the others. */
  lines(): string[] {
    const more = this.#count - this.#told.length
    const lines = this.#told.map(({ text }) => text)
    return more > 0 ? [...lines, `and ${more} more like these.`] : lines
  }

  /** The mistakes that are told and have a place. */
  remarks(): Remark[] {
    return this.#told.flatMap(({ text, at }) => (at === undefined ? [] : [{ ...at, text }]))
  }
}
