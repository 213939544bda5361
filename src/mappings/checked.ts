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

/** A longer text is no mistyped name, and the distance takes time in proportion to both lengths. */
const LONGEST = 80

/** The known name that was most likely meant by a mistyped one, or `undefined` when none is close; case and `-`, `_`, space are not told apart. */
export function nearest(given: string, known: readonly string[], longest = LONGEST): string | undefined {
  const wanted = folded(given)
  if (wanted === '' || wanted.length > longest) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const name of known) {
    const found = distance(wanted, folded(name))
    if (found < bestDistance) {
      best = name
      bestDistance = found
    }
  }
  return best
}

/** The one of some words that was most likely meant: the nearest one, or for `true` and `false` another word for it. */
export function meantOf(given: string, words: readonly string[]): string | undefined {
  const truth = /^(?:y|yes|on|1)$/i.test(given) ? 'true' : /^(?:n|no|off|0)$/i.test(given) ? 'false' : undefined
  return truth !== undefined && words.includes(truth) ? truth : nearest(given, words)
}

const folded = (text: string) => text.toLowerCase().replace(/[_\s]/g, '-')

/** Damerau-Levenshtein in its restricted form: insert, delete, replace, swap two neighbours (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1)
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
