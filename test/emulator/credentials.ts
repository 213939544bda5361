import { plainJson, type Received, type Reply, unauthorized } from './exchange.ts'
import type { Settings, Store } from './store.ts'

/** Who sent a request: the account that its credentials stand for. */
export interface Caller {
  accountUuid: string
}

// The longer form of a 403, which wrong keys have been answered with.
const WRONG_KEYS = plainJson(403, {
  status: 'error',
  code: 403,
  errors: ['Forbidden'],
  statuspage: 'http://status.datadoghq.com',
  twitter: 'http://twitter.com/datadogops',
  email: 'support@datadoghq.com',
})

/** What kind of credentials a request carried, for the log; `both` is a mistake that Datadog may treat either way. */
export function carriedCredentials(request: Received): 'none' | 'keys' | 'bearer' | 'both' | 'delegated' | 'other' {
  const authorization = request.headers['authorization']
  const keys = 'dd-api-key' in request.headers || 'dd-application-key' in request.headers
  if (authorization === undefined) return keys ? 'keys' : 'none'
  if (/^bearer /i.test(authorization)) return keys ? 'both' : 'bearer'
  return /^delegated /i.test(authorization) ? 'delegated' : 'other'
}

/** The caller of a request, or the refusal; a bearer token counts before keys. */
export function authenticate(store: Store, settings: Settings, request: Received): Caller | Reply {
  const { authorization, 'dd-api-key': apiKey = '', 'dd-application-key': appKey = '' } = request.headers
  if (authorization !== undefined) {
    const token = /^bearer (.+)$/i.exec(authorization)?.[1]
    return token === undefined ? unauthorized('unknown authorization scheme') : bearerOf(store, settings, token)
  }
  if (/^dd[ps]at_/.test(appKey)) return bearerOf(store, settings, appKey)
  const refused = refuseKeys(store, [
    [apiKey, settings.apiKey],
    [appKey, settings.appKey],
  ])
  return refused ?? { accountUuid: store.operatorId }
}

/** The refusal when a key is missing or is not the expected one; undefined stands for any key. */
export function refuseKeys(
  store: Store,
  keys: readonly (readonly [given: string, expected: string | undefined])[],
): Reply | undefined {
  if (keys.some(([given]) => given === '')) return unauthorized('a key is missing')
  if (keys.every(([given, expected = given]) => given === expected)) return undefined
  return store.switches.wrongKeys === 403 ? WRONG_KEYS : unauthorized('a key is wrong')
}

function bearerOf(store: Store, settings: Settings, token: string): Caller | Reply {
  if (settings.bearer !== undefined && token === settings.bearer) return { accountUuid: store.operatorId }
  const minted = store.tokens.get(token)
  if (!minted) return unauthorized('unknown bearer token')
  return minted.expiresAtMs > settings.now()
    ? { accountUuid: minted.accountUuid }
    : unauthorized('the token has expired')
}
