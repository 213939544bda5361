import { isJsonObject } from './json.ts'

/** How reads of a mapping made over the API lag behind; seeded mappings never lag. */
export interface Lag {
  /** This many first reads by id answer 404. */
  reads?: number
  /** Reads answer 404 until this many milliseconds after the create. */
  ms?: number
  /** After the first 200, this many reads answer 404 again. */
  flicker?: number
  /** Lists leave the mapping out too: for `ms`, and in the first `reads` lists. */
  list?: boolean
}

/** Behaviour that can be turned while the emulator runs. */
export interface Switches {
  /** Whether `/api/v2/wif/...` is served: beside `/api/v2/cloud_auth/...`, not at all, or instead of it. */
  wif: 'on' | 'off' | 'only'
  lag: Lag
  /** The body of a 409: with a status and a title, or the `Generic Error` form. */
  conflict: 'json-api' | 'generic'
  /** This many first AWS creates answer 400 "AWS Account Id is not integrated ...". */
  notIntegratedFirst: number
  /** Answers 403 to reads or writes of mappings, as when the key's owner lacks the permission. */
  denied: 'none' | 'read' | 'write' | 'all'
  /** Answers 403 to `/api/v2/users`, as without `user_access_read`. */
  usersDenied: boolean
  /** The status for wrong keys. */
  wrongKeys: 401 | 403
  /** The status for an account that does not exist or cannot be mapped. */
  unknownAccount: 400 | 404
  /** The status for PATCH and PUT on a cloud_auth resource. */
  unknownMethod: 404 | 405
  /** Token exchanges do not see mappings younger than this. */
  propagationMs: number
  /** Life of a delegated token. */
  tokenSeconds: number
  /** So many requests per calendar-aligned period, with the X-RateLimit headers; then 429. */
  rateLimit: false | { limit: number; periodSeconds: number }
  /** What must stand before a GitHub token in a proof. */
  oidcProofPrefix: string
  /** `repo-owner` refuses a `sub` matcher that does not begin with `repo:<literal owner>/`, as Datadog's OpenAPI says. */
  sub: 'any' | 'repo-owner'
  /** `seeded`: only the roles and teams of the seed exist, others answer 404. */
  roles: 'any' | 'seeded'
  /** Whether patterns that overlap without being equal exclude each other. */
  overlaps: 'refused' | 'allowed'
  /** `older`: AuthN answers without the members that came after 2024. */
  authn: 'current' | 'older'
}

/** What the switches are when nothing is said. */
export const DEFAULT_SWITCHES: Switches = {
  wif: 'on',
  lag: {},
  conflict: 'json-api',
  notIntegratedFirst: 0,
  denied: 'none',
  usersDenied: false,
  wrongKeys: 401,
  unknownAccount: 400,
  unknownMethod: 405,
  propagationMs: 0,
  tokenSeconds: 900,
  rateLimit: false,
  oidcProofPrefix: '',
  sub: 'any',
  roles: 'any',
  overlaps: 'refused',
  authn: 'current',
}

const oneOf = (...allowed: readonly unknown[]) => ({
  says: `one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`,
  test: (value: unknown) => allowed.includes(value),
})
const count = { says: 'a number from 0', test: (value: unknown) => typeof value === 'number' && value >= 0 }

const LAG_MEMBERS: Record<keyof Lag, (value: unknown) => boolean> = {
  reads: count.test,
  ms: count.test,
  flicker: count.test,
  list: (value) => typeof value === 'boolean',
}

const isLag = (value: unknown): boolean =>
  isJsonObject(value) &&
  Object.entries(value).every(
    ([name, member]) => Object.hasOwn(LAG_MEMBERS, name) && LAG_MEMBERS[name as keyof Lag](member),
  )

const isRateLimit = (value: unknown): boolean =>
  value === false ||
  (isJsonObject(value) &&
    Object.keys(value).sort().join() === 'limit,periodSeconds' &&
    Object.values(value).every((member) => typeof member === 'number' && member > 0))

const RULES: Record<keyof Switches, { says: string; test: (value: unknown) => boolean }> = {
  wif: oneOf('on', 'off', 'only'),
  lag: { says: 'an object with some of reads, ms, flicker (numbers) and list (boolean)', test: isLag },
  conflict: oneOf('json-api', 'generic'),
  notIntegratedFirst: count,
  denied: oneOf('none', 'read', 'write', 'all'),
  usersDenied: oneOf(true, false),
  wrongKeys: oneOf(401, 403),
  unknownAccount: oneOf(400, 404),
  unknownMethod: oneOf(404, 405),
  propagationMs: count,
  tokenSeconds: count,
  rateLimit: { says: 'false or an object with limit and periodSeconds, numbers over 0', test: isRateLimit },
  oidcProofPrefix: { says: 'a string', test: (value) => typeof value === 'string' },
  sub: oneOf('any', 'repo-owner'),
  roles: oneOf('any', 'seeded'),
  overlaps: oneOf('refused', 'allowed'),
  authn: oneOf('current', 'older'),
}

/** The first thing wrong with a value that should be some of the switches, or undefined. */
export function wrongWithSwitches(value: unknown): string | undefined {
  if (!isJsonObject(value)) return 'switches: expected an object'
  for (const [name, member] of Object.entries(value)) {
    if (!Object.hasOwn(RULES, name))
      return `switches.${name}: no such switch (there are ${Object.keys(RULES).join(', ')})`
    const rule = RULES[name as keyof Switches]
    if (!rule.test(member)) return `switches.${name}: expected ${rule.says}, got ${JSON.stringify(member)}`
  }
  return undefined
}
