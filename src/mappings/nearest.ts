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
