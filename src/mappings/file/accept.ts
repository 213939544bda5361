import * as z from 'zod/mini'
import type { Acceptance } from '../audit/acceptance.ts'
import { FINDING_CODE_NAMES } from '../audit/finding-codes.ts'
import { invisibleProblem } from '../visible.ts'
import type { Mistakes } from './mistakes.ts'
import { isRecord, type Places } from './yaml-values.ts'

const text = z.string().check(z.minLength(1))

/** The shape of `accept` in a mappings file: findings of an audit that were accepted. */
export const acceptSchema = z.array(
  z.strictObject({ code: z.enum(FINDING_CODE_NAMES), 'mapping-id': text, reason: text, until: text, hash: text }),
)

const CHECKS: Readonly<Record<string, (value: string) => string | undefined>> = {
  until: (value) => (isDate(value) ? undefined : `"${value}" is not a date such as 2027-03-31.`),
  hash: (value) =>
    /^[0-9a-f]{32}$/.test(value) ? undefined : `"${value}" is not the hash that audit prints with a finding.`,
}

/** Adds what is wrong with the texts of `accept` to the mistakes. */
export function addAcceptMistakes(given: unknown, places: Places, mistakes: Mistakes): void {
  const seen = new Set<string>()
  for (const [index, entry] of (Array.isArray(given) ? given : []).entries()) {
    if (!isRecord(entry)) continue
    for (const [field, value] of Object.entries(entry)) {
      if (typeof value !== 'string' || value === '') continue
      const problem = invisibleProblem(value) ?? CHECKS[field]?.(value)
      if (problem !== undefined)
        mistakes.add(
          () => `${places.value(['accept', index, field])}: ${problem}`,
          () => places.at(['accept', index, field]),
        )
    }
    const key = JSON.stringify([entry['code'], entry['mapping-id']])
    if (seen.has(key))
      mistakes.add(
        () => `${places.value(['accept', index])}: this finding is accepted above already. Leave one out.`,
        () => places.at(['accept', index]),
      )
    seen.add(key)
  }
}

/** The acceptances of a parsed block. */
export function acceptancesOf(given: z.output<typeof acceptSchema>): Acceptance[] {
  return given.map(({ 'mapping-id': mappingId, ...rest }) => ({ ...rest, mappingId }))
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
