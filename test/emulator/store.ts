import { type Accounts, createAccounts } from './accounts.ts'
import type { Visibility } from './lag.ts'
import type { RateWindow } from './rate-limit.ts'
import { DEFAULT_SWITCHES, type Switches } from './switches.ts'

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
  orgUuid: string
  aws: readonly AwsCredentials[]
  /** Integrated AWS accounts; undefined means all. */
  accounts: ReadonlySet<string> | undefined
  oidcClaims: Readonly<Record<string, unknown>>
  oidcRequestToken: string | undefined
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
  roles: Map<string, string>
  teams: Map<string, string>
  /** The numeric ids that attribute pairs share. */
  samlAttributes: Map<string, string>
  tokens: Map<string, DelegatedToken>
  intakeKeys: Map<string, string>
  operatorId: string
  notIntegratedLeft: number
  rate: RateWindow
  /** Counts created things, to tell apart ids of one millisecond. */
  created: number
}

/** An organisation without mappings, whose keys belong to one operator. */
export function createStore(switches: Partial<Switches>): Store {
  const accounts = createAccounts()
  const operator = accounts.resolve('operator@example.com')
  const all = { ...DEFAULT_SWITCHES, ...switches }
  return {
    switches: all,
    cloudAuth: {
      'aws-persona': new Map(),
      'aws-intake': new Map(),
      'github-persona': new Map(),
      'github-intake': new Map(),
    },
    authn: new Map(),
    accounts,
    roles: new Map(),
    teams: new Map(),
    samlAttributes: new Map(),
    tokens: new Map(),
    intakeKeys: new Map(),
    operatorId: 'id' in operator ? operator.id : '',
    notIntegratedLeft: all.notIntegratedFirst,
    rate: { period: 0, used: 0 },
    created: 0,
  }
}

/** Changes switches; a new `notIntegratedFirst` starts counting again. */
export function turnSwitches(store: Store, switches: Partial<Switches>): void {
  Object.assign(store.switches, switches)
  if (switches.notIntegratedFirst !== undefined) store.notIntegratedLeft = switches.notIntegratedFirst
}
