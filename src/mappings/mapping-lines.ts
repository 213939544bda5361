import type { LiveMapping } from './mapping.ts'
import { toJson } from './mapping-json.ts'
import { escapeOf, visible } from './visible.ts'

/**
 * A mapping, or what is to be written to it, as lines `field: value`, one for each attribute and `claims.NAME: /matcher/` for each
 * matcher, whole however long. A program reads an attribute back exactly: the field ends at the first colon, the value begins after
 * the space behind it (an empty one has none), and each `\uXXXX` and `\u{X…}` stands for its character.
 */
export function mappingLines(mapping: Partial<LiveMapping>): string[] {
  const json = toJson(mapping)
  const lines: string[] = []
  for (const field of Object.keys(json)) {
    const value = json[field] ?? ''
    if (typeof value === 'string') lines.push(line(field, value))
    else for (const name of Object.keys(value)) lines.push(line(`${field}.${fieldName(name)}`, value[name] ?? ''))
  }
  return lines
}

function line(field: string, value: string): string {
  return value === '' ? `${field}:` : `${field}: ${visible(value)}`
}

// A live mapping may carry any name.
function fieldName(name: string): string {
  return visible(name).replace(/[: ]/g, escapeOf)
}
