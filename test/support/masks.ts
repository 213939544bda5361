/** Replaces every registered secret by `***`, overlapping and adjacent ones by a single one, as the runner's masker does. */
export interface Masker {
  add(secret: string): void
  apply(text: string): string
  secrets(): string[]
}

/**
 * Makes an empty masker. Unlike the runner's it knows no derived forms (base64, URL-encoded, JSON-escaped): a secret that is
 * only hidden because the runner happens to guess its encoding counts as shown.
 */
export function createMasker(initial: readonly string[] = []): Masker {
  const secrets = new Set<string>()
  const add = (secret: string): void => {
    if (secret.trim() === '') return
    secrets.add(secret)
    for (const line of secret.split(/[\r\n]/)) if (line !== '') secrets.add(line)
  }
  for (const secret of initial) add(secret)
  return {
    add,
    secrets: () => [...secrets],
    apply(text) {
      const spans: [start: number, end: number][] = []
      for (const secret of secrets) {
        for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
          spans.push([at, at + secret.length])
      }
      spans.sort(([a], [b]) => a - b)
      let masked = ''
      let position = 0
      for (let index = 0; index < spans.length; ) {
        let [start, end] = spans[index] as [number, number]
        for (index += 1; index < spans.length; index += 1) {
          const [nextStart, nextEnd] = spans[index] as [number, number]
          if (nextStart > end) break
          end = Math.max(end, nextEnd)
        }
        masked += `${text.slice(position, start)}***`
        position = end
      }
      return masked + text.slice(position)
    },
  }
}
