import type { LiveMapping } from '../mappings/mapping.ts'

/** Where an operation tells what it does before it is over. */
export interface Journal {
  /** A line for the log. */
  say(line: string): void
  /** Writes down, in the log, the outputs and the summary, what makes a mapping again that is about to be deleted. */
  keep(mapping: LiveMapping): Promise<void>
}
