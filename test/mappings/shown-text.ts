/** The value behind a shown text, as a program would read it: each `\uXXXX` and `\u{X…}` stands for its character. */
export function readVisible(shown: string): string {
  return shown.replace(/\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/g, (_, long?: string, short?: string) =>
    String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)),
  )
}

/** The field and the value of a line of a mapping. */
export function readLine(line: string): readonly [field: string, value: string] {
  const [, field = '', value = ''] = /^([^:]+):(?: (.*))?$/s.exec(line) ?? []
  return [readVisible(field), readVisible(value)]
}
