import { fieldOf, MEMBER_NAMES, TEXT_ATTRIBUTES } from './attributes.ts'
import { marksOf, readingFor } from './literal-marks.ts'
import type { LiveMapping, MappingAttributes } from './mapping.ts'
import { visibleJson } from './visible.ts'

/** A mapping in the words of inputs and outputs: each field is a text, or the claims. */
export type MappingJson = Readonly<Record<string, string | Readonly<Record<string, string>>>>

/**
 * The mapping as the JSON of outputs, so that it, or a part of it, can be pasted into a step or a mappings file. One with its kind is
 * a whole entry, and says how it is to be read when reading it as usual would change or refuse it.
 */
export function toJson(mapping: Partial<LiveMapping>): MappingJson {
  const json: Record<string, string | Readonly<Record<string, string>>> = {}
  for (const name of MEMBER_NAMES) {
    const value = mapping[name]
    if (value === undefined) continue
    // A plain value would be escaped when it is read as an input; between slashes it stays the regular expression that it is.
    json[fieldOf(name)] = typeof value === 'string' ? value : eachValue(value, (pattern) => `/${pattern}/`)
  }
  return mapping.kind === undefined ? json : { ...json, ...marksOf(readingFor(mapping)) }
}

/** The written attributes in a JSON of `toJson`. */
export function fromJson(json: MappingJson): MappingAttributes {
  const attributes: Record<string, unknown> = {}
  for (const name of TEXT_ATTRIBUTES) {
    const value = json[fieldOf(name)]
    if (typeof value === 'string') attributes[name] = value
  }
  const claims = json[fieldOf('claims')]
  if (typeof claims === 'object') attributes['claims'] = eachValue(claims, (value) => value.replace(/^\/|\/$/g, ''))
  return attributes
}

/** The mapping with what a create needs, although Datadog may know its account by the UUID only. */
export function restorable(mapping: LiveMapping): LiveMapping {
  const accountIdentifier = mapping.accountIdentifier ?? mapping.accountUuid
  return { ...mapping, ...(accountIdentifier !== undefined && { accountIdentifier }) }
}

/** The inputs that restore a mapping, whatever is in its place, a line each, as they stand below `with:`. */
export function restoringInputs(mapping: LiveMapping): string[] {
  const json = toJson(restorable(mapping))
  const lines = ['kind', ...TEXT_ATTRIBUTES.map(fieldOf)].flatMap((field) =>
    json[field] === undefined ? [] : [`${field}: ${yaml(String(json[field]))}`],
  )
  if (mapping.arnPattern !== undefined) lines.push('rewrite-role-arn: false')
  const claims = json[fieldOf('claims')]
  if (typeof claims === 'object')
    lines.push('claims: |', ...Object.entries(claims).map(([name, value]) => `  ${name}: ${yaml(value)}`))
  return ['operation: ensure', ...lines]
}

function eachValue(claims: Readonly<Record<string, string>>, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, change(value)]))
}

function yaml(text: string): string {
  return /^[A-Za-z][\w.@/-]*$/.test(text) && !/^(true|false|yes|no|on|off|null)$/i.test(text)
    ? text
    : visibleJson(JSON.stringify(text))
}
