import { type Accounts, createAccounts } from './accounts.ts'
import { ALL_PRINCIPALS, type Principals } from './iam-principals.ts'
import type { Visibility } from './lag.ts'
import { DEFAULT_ORG_CONFIGS, DEFAULT_ORG_PREFERENCES } from './org.ts'
import { createPermissions, type Permissions } from './permissions.ts'
import type { RateWindow } from './rate-limit.ts'
import { ADMIN_ROLE, createRoles, type Roles, STANDARD_ROLE } from './roles.ts'
import { DEFAULT_SWITCHES, type Switches } from './switches.ts'
import { createTeams, type Teams } from './teams.ts'
import { uuidOf } from './uuid.ts'

/** The four families under `/api/v2/cloud_auth`. */
export type CloudAuthKind = 'aws-persona' | 'aws-intake' | 'github-persona' | 'github-intake'

/** Those families, in the order in which state is shown. */
export const CLOUD_AUTH_KINDS: readonly CloudAuthKind[] = [
  'aws-persona',
  'aws-intake',
  'github-persona',
  'github-intake',
]

/** Claim names and the regular expressions that they must match. */
export type ClaimMatchers = Record<string, string>

/** Attributes as they stand on the wire; which are there depends on the kind. */
export interface CloudAuthAttributes {
  account_identifier?: string
  account_uuid?: string
  arn_pattern?: string
  claim_matchers?: ClaimMatchers
  par_enrollment_enabled?: boolean
}

/** A persona or intake mapping. */
export interface CloudAuthMapping {
  id: string
  attributes: CloudAuthAttributes
  visibility: Visibility
}

/** What an AuthN mapping gives. */
export interface Grant {
  type: 'role' | 'team'
  id: string
}

/** A SAML attribute mapped to a role or a team. */
export interface AuthnMapping {
  id: string
  attributeKey: string
  attributeValue: string
  grant: Grant
  createdAt: string
  modifiedAt: string
  visibility: Visibility
}

/** A delegated token that was handed out. */
export interface DelegatedToken {
  accountUuid: string
  expiresAtMs: number
}

/** An AWS identity whose signatures the emulator can check. */
export interface AwsCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  /** What GetCallerIdentity answers for it. */
  callerArn: string
}

/** What stays the same from start to end. */
export interface Settings {
  apiKey: string | undefined
  appKey: string | undefined
  bearer: string | undefined
  /** The organization's UUID unless a seed names another. */
  orgUuid: string
  aws: readonly AwsCredentials[]
  /** Integrated AWS accounts; undefined means all. */
  accounts: ReadonlySet<string> | undefined
  oidcClaims: Readonly<Record<string, unknown>>
  oidcRequestToken: string | undefined
  /** Of the emulator's own addresses. */
  scheme: 'http' | 'https'
  switches: Partial<Switches>
  /** Milliseconds since 1970. */
  now: () => number
}

/** Everything that a reset throws away. */
export interface Store {
  switches: Switches
  cloudAuth: Record<CloudAuthKind, Map<string, CloudAuthMapping>>
  authn: Map<string, AuthnMapping>
  accounts: Accounts
  permissions: Permissions
  roles: Roles
  teams: Teams
  org: { uuid: string; name: string }
  orgConfigs: Readonly<Record<string, unknown>>
  orgPreferences: Readonly<Record<string, unknown>>
  /** Ids of roles and teams that mappings may name though they do not exist. */
  missing: ReadonlySet<string>
  iam: Principals
  /** The numeric ids that attribute pairs share. */
  samlAttributes: Map<string, string>
  tokens: Map<string, DelegatedToken>
  intakeKeys: Map<string, string>
  operatorId: string
  notIntegratedLeft: number
  /** How often the `authnPages` switch still spoils a page. */
  pagesLeft: number
  /** How often the `iam` switch still refuses. */
  iamLeft: number
  rate: RateWindow
  /** Counts created things, to tell apart ids of one millisecond. */
  created: number
}

/** The email of the operator when a seed names none. */
export const OPERATOR_EMAIL = 'operator@example.com'

/** An organization without mappings, whose keys belong to one operator who may do everything. */
export function createStore({ orgUuid, switches }: Pick<Settings, 'orgUuid' | 'switches'>): Store {
  const accounts = createAccounts([STANDARD_ROLE])
  const operator = accounts.add({ id: uuidOf(OPERATOR_EMAIL), email: OPERATOR_EMAIL, roles: [ADMIN_ROLE] })
  const store: Store = {
    switches: { ...DEFAULT_SWITCHES },
    cloudAuth: {
      'aws-persona': new Map(),
      'aws-intake': new Map(),
      'github-persona': new Map(),
      'github-intake': new Map(),
    },
    authn: new Map(),
    accounts,
    permissions: createPermissions(),
    roles: createRoles(),
    teams: createTeams(),
    org: { uuid: orgUuid, name: 'Example Organization' },
    orgConfigs: DEFAULT_ORG_CONFIGS,
    orgPreferences: DEFAULT_ORG_PREFERENCES,
    missing: new Set(),
    iam: ALL_PRINCIPALS,
    samlAttributes: new Map(),
    tokens: new Map(),
    intakeKeys: new Map(),
    operatorId: operator.id,
    notIntegratedLeft: 0,
    pagesLeft: 0,
    iamLeft: 0,
    rate: { period: 0, used: 0 },
    created: 0,
  }
  turnSwitches(store, switches)
  return store
}

/** Changes switches; those that count start counting again when they are given. */
export function turnSwitches(store: Store, switches: Partial<Switches>): void {
  Object.assign(store.switches, switches)
  if (switches.notIntegratedFirst !== undefined) store.notIntegratedLeft = switches.notIntegratedFirst
  if (switches.authnPages) store.pagesLeft = switches.authnPages.times ?? Number.POSITIVE_INFINITY
  if (switches.iam) store.iamLeft = switches.iam.times ?? Number.POSITIVE_INFINITY
}
