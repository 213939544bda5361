import { createHash } from 'node:crypto'
import { identityKey, KINDS } from '../kinds.ts'
import type { LiveMapping } from '../mapping.ts'
import type { Powerful } from '../power.ts'
import type { FindingCodeName } from './finding-codes.ts'

/** A finding that somebody accepted, as the mappings file has it. */
export interface Acceptance {
  readonly code: FindingCodeName
  readonly mappingId: string
  readonly reason: string
  /** The last day on which it holds, `2027-03-31`, in UTC. */
  readonly until: string
  /** What the mapping and the power of its account were, as `acceptanceHash` gives it. */
  readonly hash: string
}

/**
 * What an acceptance depends on, as half of a SHA-256 in hexadecimal: the identity of the mapping, its account, and that account's power. When one
 * of these changes, so does the hash, and the finding is one again.
 */
export function acceptanceHash(mapping: LiveMapping, power: Powerful | undefined): string {
  const account = mapping.accountUuid ?? mapping.accountIdentifier ?? null
  const parts = JSON.stringify(['v1', mapping.kind, identityKey(KINDS[mapping.kind], mapping), account])
  return createHash('sha256')
    .update(`${parts.slice(0, -1)},${powerText(power)}]`)
    .digest('hex')
    .slice(0, 32)
}

// Thousands of accounts can share the same hundreds of permissions.
const known = new WeakMap<readonly string[], string>()

function powerText(power: Powerful | undefined): string {
  if (power === undefined) return 'null,null,null'
  const { disabled, roles, permissions } = power
  const text = known.get(permissions) ?? JSON.stringify([...permissions].sort())
  known.set(permissions, text)
  return `${disabled},${JSON.stringify(roles.map(({ id }) => id).sort())},${text}`
}

/** What an acceptance is held against. */
export interface Now {
  readonly hash: string
  /** Whether the account could be read; without it the hash says nothing of its power. */
  readonly isPowerKnown: boolean
}

/** Why an acceptance does not hold, or undefined when it does; `today` is a date in UTC as `2026-11-21`. */
export function whyNotAccepted(acceptance: Acceptance, { hash, isPowerKnown }: Now, today: string): string | undefined {
  const inOneYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  if (acceptance.until > inOneYear) return `until ${acceptance.until} is more than a year ahead`
  if (acceptance.until < today) return `it was accepted until ${acceptance.until}`
  if (acceptance.hash === hash) return undefined
  return isPowerKnown
    ? 'the mapping or the power of its account changed since it was accepted'
    : 'its account could not be read, so its power may have changed since it was accepted'
}

/** The findings that are not accepted. */
export function unaccepted<T extends { readonly accepted?: unknown }>(findings: readonly T[]): T[] {
  return findings.filter(({ accepted }) => accepted === undefined)
}
