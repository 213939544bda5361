import { answerAuthn } from './authn.ts'
import { answerCloudAuth, FAMILIES } from './cloud-auth.ts'
import { authenticate, type Caller } from './credentials.ts'
import { answerDelegatedToken, answerIntakeKey } from './delegated-token.ts'
import { jsonApiError, type Received, type Reply, stringError } from './exchange.ts'
import { answerOidc } from './oidc.ts'
import { limitRate } from './rate-limit.ts'
import { CLOUD_AUTH_KINDS, type Settings, type Store } from './store.ts'
import { answerSts } from './sts.ts'
import { answerUser, answerUsers } from './users.ts'

interface Context {
  store: Store
  settings: Settings
  request: Received
  /** The groups of the route's path. */
  groups: readonly (string | undefined)[]
}

/** A resource that Datadog's keys and tokens open. */
interface Route {
  path: RegExp
  /** Whether it exists with the switches as they are. */
  exists?: (context: Context) => boolean
  /** The 403, when the caller may not do this. */
  denied: (context: Context) => Reply | undefined
  answer: (context: Context, caller: Caller) => Reply
}

const UNROUTED = stringError(404, 'Not found')
const DENIED_STRING = stringError(403, 'Forbidden')
const DENIED_JSON_API = jsonApiError(403, { title: 'Forbidden' })

const isDenied = ({ store: { switches }, request }: Context): boolean =>
  switches.denied === 'all' || switches.denied === (request.method === 'GET' ? 'read' : 'write')

const usersDenied = ({ store }: Context): Reply | undefined =>
  store.switches.usersDenied ? { ...DENIED_STRING, reason: 'user_access_read is missing' } : undefined

const kindOf = ({ groups: [, family] }: Context) => CLOUD_AUTH_KINDS.find((kind) => FAMILIES[kind].path === family)

/** What has credentials of its own, or needs none. */
const OPEN_ROUTES: Record<string, (context: Omit<Context, 'groups'>) => Reply> = {
  'POST /': ({ settings, request }) => answerSts(settings, request),
  'GET /__emulator/oidc': ({ settings, request }) => answerOidc(settings, request),
  'POST /api/v2/delegated-token': ({ store, settings, request }) => answerDelegatedToken(store, settings, request),
  'POST /api/v2/intake-key': ({ store, settings, request }) => answerIntakeKey(store, settings, request),
}

const ROUTES: readonly Route[] = [
  {
    path: /^\/api\/v2\/(cloud_auth|wif)\/([^/]+\/[^/]+)(?:\/([^/]+))?$/,
    exists: (context) =>
      kindOf(context) !== undefined && context.store.switches.wif !== (context.groups[0] === 'wif' ? 'off' : 'only'),
    denied: (context) => (isDenied(context) ? DENIED_JSON_API : undefined),
    answer: (context) => {
      const { store, settings, request, groups } = context
      return answerCloudAuth(store, settings, kindOf(context) ?? 'aws-persona', groups[2], request)
    },
  },
  {
    path: /^\/api\/v2\/authn_mappings(?:\/([^/]+))?$/,
    denied: (context) => (isDenied(context) ? DENIED_STRING : undefined),
    answer: ({ store, settings, request, groups: [id] }) => answerAuthn(store, settings, id, request),
  },
  {
    path: /^\/api\/v2\/current_user$/,
    denied: () => undefined,
    answer: ({ store, settings }, { accountUuid }) => answerUser(store, settings, accountUuid),
  },
  {
    path: /^\/api\/v2\/users$/,
    denied: usersDenied,
    answer: ({ store, settings, request }) => answerUsers(store, settings, request.query),
  },
  {
    path: /^\/api\/v2\/users\/([^/]+)$/,
    denied: usersDenied,
    answer: ({ store, settings, groups: [id = ''] }) => answerUser(store, settings, id),
  },
]

/** Applies a request to the organisation and gives the answer. */
export function route(store: Store, settings: Settings, request: Received): Reply {
  const open = OPEN_ROUTES[`${request.method} ${request.path}`]
  if (open) return open({ store, settings, request })
  for (const { path, exists, denied, answer } of ROUTES) {
    const groups = path.exec(request.path)?.slice(1)
    if (!groups) continue
    const context = { store, settings, request, groups }
    if (exists?.(context) === false) return UNROUTED
    const caller = authenticate(store, settings, request)
    if (!('accountUuid' in caller)) return caller
    return limitRate(store, settings, () => denied(context) ?? answer(context, caller))
  }
  return UNROUTED
}
