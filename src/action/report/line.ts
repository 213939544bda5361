/** A line of a long text: as it is, or made when it is written, so that thousands of them are never in memory at once. */
export type Line = string | (() => string)

/** The text of a line. */
export function textOf(line: Line): string {
  return typeof line === 'string' ? line : line()
}
