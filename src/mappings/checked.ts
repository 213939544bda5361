import type { RegexEngine } from './claims/re2.ts'
import { visible } from './visible.ts'

/**
 * What a check of one piece of input found: the value to use, what to warn about and what was done for the user; or one sentence on
 * what is wrong and what to write instead.
 */
export type Checked<T> =
  | { readonly value: T; readonly warnings: readonly string[]; readonly notices?: readonly string[] }
  | { readonly problem: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text has the shape of a UUID, of any version and in any case: what Datadog calls accounts, roles, teams and orgs by. */
export const isUuid = (text: string): boolean => UUID.test(text)

const UNEXPANDED = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$\([^)]*\)?|^\$[A-Za-z_]\w*$|\{\{.*?\}\}/

/** One sentence on what a text still has in it that something else should have replaced, or undefined when there is nothing. */
export function leftoverProblem(text: string): string | undefined {
  if (text.includes('***')) {
    return `"${visible(text)}" contains "***", which stands for a masked value: it was copied from a log, or GitHub masked it on its way between jobs. Set it from a variable, or pass an id instead.`
  }
  const left = UNEXPANDED.exec(text)?.[0]
  if (left === undefined) return undefined
  return `"${visible(text)}" contains "${visible(left)}", which was not replaced: inputs and mappings files do not expand shell variables, and files do not evaluate GitHub expressions. Write the value itself, or use a GitHub expression in the step.`
}

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
