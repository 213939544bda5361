import { createHash } from 'node:crypto'
import { identityKey, KINDS } from '../kinds.ts'
import type { MappingAttributes } from '../mapping.ts'
import { type Change, type Plan, pending } from './plan.ts'

/**
 * One change as a line that is the same whenever the change is: without times, positions and names that Datadog may change.
 * `where` is the org or the site.
 */
export function changeLine(where: string, change: Change): string {
  const { action, kind, wanted, live } = change
  const identity = identityKey(KINDS[live?.kind ?? kind], live ?? wanted ?? {})
  return JSON.stringify([where, kind, action, identity, wanted === undefined ? null : sorted(wanted), live?.id ?? null])
}

/** The digest by which a reviewed plan is known again: SHA-256 in hexadecimal over its sorted changes. */
export function planDigest(where: string, plan: Plan): string {
  const lines = pending(plan).map((change) => changeLine(where, change))
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}

function sorted(attributes: MappingAttributes): unknown {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [
      name,
      typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value,
    ])
}
