import { randomBytes, randomUUID } from 'node:crypto'
import { covers } from './arn-match.ts'
import { verifyAwsProof } from './aws-proof.ts'
import { matchesClaims } from './claim-match.ts'
import { jsonApi, jsonApiError, type Received, type Reply, unauthorized } from './exchange.ts'
import type { JsonObject } from './json.ts'
import { mintJwt } from './jwt.ts'
import { verifyGithubToken } from './oidc.ts'
import type { CloudAuthMapping, Settings, Store } from './store.ts'

const ORG_NUMBER = 123

type Identity = { cloud: 'aws'; name: string } | { cloud: 'github'; name: string; claims: JsonObject }

/** Answers `POST /api/v2/delegated-token`: a proof of identity for a bearer token of the mapped account. */
export function answerDelegatedToken(store: Store, settings: Settings, request: Received): Reply {
  const mapping = exchange(store, settings, 'persona', request)
  if ('status' in mapping) return mapping
  if (store.accounts.byId(mapping.attributes.account_uuid ?? '')?.disabled) {
    return jsonApiError(403, { status: '403', title: 'Forbidden', detail: 'the mapped account is disabled' })
  }
  const expires = Math.floor(settings.now() / 1000) + store.switches.tokenSeconds
  const accountUuid = mapping.attributes.account_uuid ?? ''
  const token = mintJwt({ sub: accountUuid, org: store.org.uuid, exp: expires, jti: randomUUID() })
  store.tokens.set(token, { accountUuid, expiresAtMs: expires * 1000 })
  return jsonApi(200, {
    data: {
      type: 'delegated_token',
      id: randomUUID(),
      attributes: { access_token: token, expires: String(expires) },
    },
  })
}

/** Answers `POST /api/v2/intake-key`: a proof of identity for the API key that goes with the mapping. */
export function answerIntakeKey(store: Store, settings: Settings, request: Received): Reply {
  const mapping = exchange(store, settings, 'intake', request)
  if ('status' in mapping) return mapping
  const key = store.intakeKeys.get(mapping.id) ?? randomBytes(16).toString('hex')
  store.intakeKeys.set(mapping.id, key)
  return jsonApi(200, {
    data: { type: 'intake_api_key', id: mapping.id, attributes: { api_key: key, org_id: ORG_NUMBER } },
  })
}

function exchange(
  store: Store,
  settings: Settings,
  use: 'persona' | 'intake',
  request: Received,
): CloudAuthMapping | Reply {
  const proof = /^Delegated (.+)$/.exec(request.headers['authorization'] ?? '')?.[1]
  if (proof === undefined) return unauthorized('the authorization scheme is not Delegated')
  const identity = identify(store, settings, proof)
  if ('refused' in identity) return unauthorized(identity.refused)
  const visible = [...store.cloudAuth[`${identity.cloud}-${use}`].values()].filter(
    ({ visibility }) => visibility.seeded || settings.now() - visibility.since >= store.switches.propagationMs,
  )
  const [mapping] = visible.filter((candidate) => admits(candidate, identity)).sort(longestPatternFirst)
  const detail = `the verified identity ${identity.name} matches no ${use} mapping`
  return mapping ?? jsonApiError(403, { status: '403', title: 'Forbidden', detail })
}

function identify(store: Store, settings: Settings, proof: string): Identity | { refused: string } {
  const { oidcProofPrefix: prefix } = store.switches
  if (proof.startsWith(prefix) && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(proof.slice(prefix.length))) {
    const token = verifyGithubToken(store, settings, proof.slice(prefix.length))
    return 'refused' in token ? token : { cloud: 'github', name: String(token.claims['sub']), claims: token.claims }
  }
  const aws = verifyAwsProof(store, settings, proof)
  return 'refused' in aws ? aws : { cloud: 'aws', name: aws.callerArn }
}

function admits({ attributes }: CloudAuthMapping, identity: Identity): boolean {
  if (identity.cloud === 'aws') return covers(attributes.arn_pattern ?? '', identity.name)
  return attributes.claim_matchers !== undefined && matchesClaims(attributes.claim_matchers, identity.claims)
}

const longestPatternFirst = (a: CloudAuthMapping, b: CloudAuthMapping): number =>
  (b.attributes.arn_pattern?.length ?? 0) - (a.attributes.arn_pattern?.length ?? 0)
