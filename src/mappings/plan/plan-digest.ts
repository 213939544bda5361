import { createHash } from 'node:crypto'
import type { Scope } from '../file/scope.ts'
import { identityKey, KINDS } from '../kinds.ts'
import type { LiveMapping } from '../mapping.ts'
import { type Change, liveOf, pending, type Wanted, wantedOf } from './plan.ts'

/** The version of what goes into a digest: another one with every change of it, so that an old digest approves nothing new. */
const DIGEST_FORMAT = 1

/** Where a plan is to be executed. */
export interface Place {
  /** The site, or another address of Datadog's API. */
  readonly site: string
  /** The organization, when it is known. */
  readonly orgUuid?: string
}

/** The place in words: the site, and the organization where it is known. */
export function placeText({ site, orgUuid }: Place): string {
  return orgUuid === undefined ? site : `${site} (org ${orgUuid})`
}

/** What a plan is about, apart from its changes. */
export interface Frame extends Place {
  /** The hash of the rules of the mappings file. */
  readonly rules: string
}

/** The blocks of a mappings file that decide what a plan may do. */
export interface FileRules {
  readonly scope: Scope
  /** Further blocks, by the name that the file gives them. */
  readonly policy?: unknown
  readonly ignore?: unknown
}

/** The hash of the rules of a mappings file; the order of names and lists makes no difference. */
export function rulesHash({ scope, policy, ignore }: FileRules): string {
  return sha256(canonical({ scope, policy, ignore }))
}

/** The digest by which a reviewed plan is recognized: SHA-256 in hexadecimal over the frame and the sorted changes. */
export function planDigest({ site, orgUuid, rules }: Frame, changes: readonly Change[]): string {
  const lines = pending({ changes }).map(changeLine).sort()
  return sha256(canonical([DIGEST_FORMAT, site, orgUuid?.toLowerCase() ?? null, rules, { lines }]))
}

/** One change as a line that is the same whenever the change is: without times, orders and names that Datadog may change. */
export function changeLine(change: Change): string {
  return JSON.stringify([change.action, wantedOf(change).map(wantedLine).sort(), liveOf(change).map(liveLine).sort()])
}

/** A wanted mapping as a line: kind and attributes, with the UUID of the account where it was looked up. */
export function wantedLine({ kind, attributes, accountUuid }: Wanted): string {
  if (accountUuid === undefined) return canonical([kind, attributes])
  return canonical([kind, { ...attributes, accountIdentifier: accountUuid.toLowerCase() }])
}

/** A live mapping as a line: kind, identity, id and account. */
export function liveLine(live: LiveMapping): string {
  const account = live.accountUuid ?? live.accountIdentifier
  return JSON.stringify([live.kind, identityKey(KINDS[live.kind], live), live.id, account?.toLowerCase() ?? null])
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** JSON with sorted members; lists below a member are sorted too. */
export function canonical(value: unknown, isMember = false): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item))
    return `[${(isMember ? items.sort() : items).join(',')}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member, true)}`)
  return `{${members.join(',')}}`
}
