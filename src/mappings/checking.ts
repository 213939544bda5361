import type { RegexEngine } from './claims/re2.ts'

/** What the checks of one step share, so that their time is bounded together. */
export interface Checking {
  /** The engine for regular expressions, loaded when it is first needed; its costs are bounded for all mappings of a file together. */
  engine(): Promise<RegexEngine>
  /** How much of what is bounded for all files together has been read so far. */
  readonly spent: { pieces: number; expansion: number }
  /**
   * Lets timers and signals be heard; called often, it is quick.
   * @throws whatever ends the step.
   */
  breathe(): Promise<void>
}

/** A shared state of checks that nothing interrupts unless `breathe` does. */
export function startChecking(breathe: () => Promise<void> = async () => undefined): Checking {
  let engine: Promise<RegexEngine> | undefined
  return {
    engine() {
      engine ??= import(/* webpackChunkName: "claims" */ './claims/re2.ts').then(({ loadRegex }) => loadRegex())
      return engine
    },
    spent: { pieces: 0, expansion: 0 },
    breathe,
  }
}
