import type * as z from 'zod/mini'
import { fieldOf, NAME_FIELDS, TEXT_ATTRIBUTES } from '../attributes.ts'
import { MARKS } from '../literal-marks.ts'
import { KIND_NAMES } from '../mapping.ts'
import { meantOf, nearest } from '../nearest.ts'
import { quotedVisibly, visible } from '../visible.ts'
import type { Mistakes } from './mistakes.ts'
import type { FileValues, Places } from './yaml-values.ts'

/** Adds what is wrong with the shape of a part of the file, which begins at `base`, to the mistakes. */
export function addIssues(
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[],
  { root, places }: FileValues,
  mistakes: Mistakes,
): void {
  for (const issue of issues) {
    const path = [...base, ...issue.path]
    if (issue.code !== 'unrecognized_keys')
      mistakes.add(
        () => sentence({ ...issue, path }, root, places),
        () => places.at(path),
      )
    else
      for (const key of issue.keys) {
        const at = [...path, key]
        mistakes.add(
          () => `${places.key(at)}: ${name(at)} ${unknownField(key, path, root)}`,
          () => places.keyAt(at),
        )
      }
  }
}

function sentence(issue: z.core.$ZodIssue, root: unknown, places: Places): string {
  const { path } = issue
  const where = (at: readonly PropertyKey[]) => `${places.value(at)}: ${at.length === 0 ? 'the file' : name(at)}`
  const given = valueAt(root, path)
  switch (issue.code) {
    case 'invalid_union': {
      const kind = valueAt(root, path)
      if (typeof kind === 'object' && kind !== null) return `${where(path)} is not a single text.`
      if (typeof kind !== 'string' || kind === '')
        return `${where(path)} is missing. Write one of ${KIND_NAMES.join(', ')}.`
      const close = nearest(kind, KIND_NAMES)
      return `${where(path)}: ${quotedVisibly(kind)} is not one of ${KIND_NAMES.join(', ')}.${close === undefined ? '' : ` Did you mean ${close}?`}`
    }
    case 'invalid_value':
      return given === undefined
        ? `${where(path)} is missing. Write ${issue.values.join(' or ')}.`
        : `${where(path)} is not ${issue.values.join(' or ')}.${issue.values.length > 1 ? meantText(given, issue.values.map(String)) : ''}`
    case 'too_small':
      return `${where(path)} is empty.`
    case 'invalid_type':
      return given === undefined
        ? `${where(path)} is missing.`
        : `${where(path)} is not ${EXPECTED[issue.expected] ?? issue.expected}.`
    case 'invalid_key':
      return `${where(path)} has an empty name.`
    default:
      return `${where(path)} is not valid.`
  }
}

function meantText(given: unknown, words: readonly string[]): string {
  const meant = typeof given === 'string' ? meantOf(given, words) : undefined
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a single text',
  array: 'a list',
  object: 'a block of fields',
  record: 'a block of "name: value" lines',
}

const FIELDS = ['kind', ...MARKS, 'claims', ...TEXT_ATTRIBUTES.map(fieldOf), ...NAME_FIELDS]
const SCOPE_FIELDS = ['accounts', 'pattern-prefixes', 'repositories', 'attribute-keys']

function unknownField(key: string, path: readonly PropertyKey[], parsed: unknown): string {
  const kind = path[0] === 'mappings' ? valueAt(parsed, [...path, 'kind']) : undefined
  const known = knownKeys(path, parsed)
  if (known.includes(key))
    return `is not a field of ${typeof kind === 'string' ? `kind: ${visible(kind)}` : name(path)}. Leave it out.`
  const close = nearest(key, known)
  if (close !== undefined) return `is not a field. Did you mean ${close}?`
  return known.length === 0 ? 'is not a field.' : `is not a field. The fields here are ${known.join(', ')}.`
}

function knownKeys(path: readonly PropertyKey[], parsed: unknown): readonly string[] {
  if (path.length === 0)
    return ['version', 'scope', 'ignore', 'policy', 'accept', 'mappings'].filter(
      (key) => valueAt(parsed, [key]) === undefined,
    )
  if (path[0] === 'scope') return path.length === 1 ? KIND_NAMES : SCOPE_FIELDS
  return FIELDS
}

function name(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${visible(String(part).slice(0, 100))}`,
    )
    .join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  )
}
