import { type Received, type Reply, stringError, unauthorized } from './exchange.ts'
import type { Settings, Store } from './store.ts'

/** Who sent a request: the account that its credentials stand for. */
export interface Caller {
  accountUuid: string
}

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
  if (apiKey === '' || appKey === '') return unauthorized('a key is missing')
  const known = (settings.apiKey ?? apiKey) === apiKey && (settings.appKey ?? appKey) === appKey
  if (known) return { accountUuid: store.operatorId }
  return store.switches.wrongKeys === 403 ? stringError(403, 'Forbidden') : unauthorized('a key is wrong')
}

function bearerOf(store: Store, settings: Settings, token: string): Caller | Reply {
  if (settings.bearer !== undefined && token === settings.bearer) return { accountUuid: store.operatorId }
  const minted = store.tokens.get(token)
  if (!minted) return unauthorized('unknown bearer token')
  return minted.expiresAtMs > settings.now()
    ? { accountUuid: minted.accountUuid }
    : unauthorized('the token has expired')
}
