import { isJsonObject } from './json.ts'
import { isUuid } from './uuid.ts'

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

/** What a caller may be refused as a whole. */
export const RESOURCES = [
  ...(['users', 'current_user', 'roles', 'permissions', 'teams', 'org_configs', 'org_preferences'] as const),
  ...(['validate', 'aws-persona', 'aws-intake', 'github-persona', 'github-intake', 'authn'] as const),
]

/** One of those. */
export type Resource = (typeof RESOURCES)[number]

const PAGE_CHANGES = ['delete', 'add', 'repeat', 'shorten'] as const

/** What goes wrong with pages of AuthN mappings. */
export interface PageChange {
  /**
   * `delete` and `add`: after a page that is not the last one, its first mapping goes, or one comes before it.
   * `repeat`: later pages show the first one. `shorten`: pages lack their last mapping.
   */
  do: (typeof PAGE_CHANGES)[number]
  /** So many pages; default: all. */
  times?: number
}

const IAM_CODES = {
  AccessDenied: 403,
  ExpiredToken: 403,
  InvalidClientTokenId: 403,
  RequestLimitExceeded: 400,
  ServiceUnavailable: 503,
  Throttling: 400,
} as const

/** A refusal by IAM. */
export interface IamRefusal {
  code: keyof typeof IAM_CODES
  /** So many requests; default: all. */
  times?: number
}

/** The status that IAM refuses with. */
export const iamStatusOf = (code: IamRefusal['code']): number => IAM_CODES[code]

/** Behavior that can be turned while the emulator runs. */
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
  /** Answers 403 to `/api/v2/users`, as without `user_access_read`; `refused: ['users']` is the same. */
  usersDenied: boolean
  /** Answers 403 to everything about these. */
  refused: readonly Resource[]
  /** `enforced`: every request needs the caller's permission for it, such as `user_access_read`. */
  permissions: 'ignored' | 'enforced'
  /** The status for wrong keys. */
  wrongKeys: 401 | 403
  /** The status for an account that does not exist or cannot be mapped. */
  unknownAccount: 400 | 404
  /** `any`: every email is an account as soon as it is named or searched for; `seeded`: only those of the seed are. */
  accounts: 'any' | 'seeded'
  /** The status for mapping an account that has no permissions. */
  powerlessAccount: 400 | 403
  /** The account that creates resolve every identifier to, whatever it is. */
  resolvesTo: false | string
  /** The `type` that creates of cloud mappings answer with instead of the right one. */
  createdType: false | string
  /** The body of a 404 under the spelling that the `wif` switch does not serve: as for an unknown id, or a string. */
  unserved: 'string' | 'json-api'
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
  /** `strict` refuses a `sub` matcher that does not begin with `repo:OWNER/`, the owner being a name. */
  subject: 'strict' | 'any'
  /** `seeded`: only the roles and teams of the seed exist, others answer 404. */
  roles: 'any' | 'seeded'
  /** Whether patterns that overlap without being equal exclude each other. */
  overlaps: 'refused' | 'allowed'
  /** `older`: AuthN answers without the members that came after 2024. */
  authn: 'current' | 'older'
  /** Pages of AuthN mappings that do not add up. */
  authnPages: false | PageChange
  /** `swapped`: type and value of an org preference change places, as in the documentation's example. */
  preferences: 'straight' | 'swapped'
  /** IAM refuses. */
  iam: false | IamRefusal
}

/** What the switches are when nothing is said. */
export const DEFAULT_SWITCHES: Switches = {
  wif: 'on',
  lag: {},
  conflict: 'json-api',
  notIntegratedFirst: 0,
  denied: 'none',
  usersDenied: false,
  refused: [],
  permissions: 'ignored',
  wrongKeys: 401,
  unknownAccount: 400,
  accounts: 'any',
  powerlessAccount: 403,
  resolvesTo: false,
  createdType: false,
  unserved: 'string',
  unknownMethod: 405,
  propagationMs: 0,
  tokenSeconds: 900,
  rateLimit: false,
  oidcProofPrefix: '',
  subject: 'strict',
  roles: 'any',
  overlaps: 'refused',
  authn: 'current',
  authnPages: false,
  preferences: 'straight',
  iam: false,
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

const isCounted =
  (member: string, allowed: readonly string[]) =>
  (value: unknown): boolean =>
    value === false ||
    (isJsonObject(value) &&
      allowed.includes(String(value[member])) &&
      Object.keys(value).every((name) => name === member || name === 'times') &&
      (value['times'] === undefined || count.test(value['times'])))

const counted = (member: string, allowed: readonly string[]) => ({
  says: `false or an object with ${member} (${allowed.join(', ')}) and perhaps times`,
  test: isCounted(member, allowed),
})

const RULES: Record<keyof Switches, { says: string; test: (value: unknown) => boolean }> = {
  wif: oneOf('on', 'off', 'only'),
  lag: { says: 'an object with some of reads, ms, flicker (numbers) and list (boolean)', test: isLag },
  conflict: oneOf('json-api', 'generic'),
  notIntegratedFirst: count,
  denied: oneOf('none', 'read', 'write', 'all'),
  usersDenied: oneOf(true, false),
  refused: {
    says: `an array of ${RESOURCES.join(', ')}`,
    test: (value) => Array.isArray(value) && value.every((name) => RESOURCES.includes(name)),
  },
  permissions: oneOf('ignored', 'enforced'),
  wrongKeys: oneOf(401, 403),
  unknownAccount: oneOf(400, 404),
  accounts: oneOf('any', 'seeded'),
  powerlessAccount: oneOf(400, 403),
  resolvesTo: {
    says: 'false or a UUID',
    test: (value) => value === false || (typeof value === 'string' && isUuid(value)),
  },
  createdType: { says: 'false or a string', test: (value) => value === false || typeof value === 'string' },
  unserved: oneOf('string', 'json-api'),
  unknownMethod: oneOf(404, 405),
  propagationMs: count,
  tokenSeconds: count,
  rateLimit: { says: 'false or an object with limit and periodSeconds, numbers over 0', test: isRateLimit },
  oidcProofPrefix: { says: 'a string', test: (value) => typeof value === 'string' },
  subject: oneOf('strict', 'any'),
  roles: oneOf('any', 'seeded'),
  overlaps: oneOf('refused', 'allowed'),
  authn: oneOf('current', 'older'),
  authnPages: counted('do', PAGE_CHANGES),
  preferences: oneOf('straight', 'swapped'),
  iam: counted('code', Object.keys(IAM_CODES)),
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
