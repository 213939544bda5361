import { answerAuthn } from './authn.ts'
import { answerCloudAuth, FAMILIES } from './cloud-auth.ts'
import { authenticate } from './credentials.ts'
import { answerDelegatedToken, answerIntakeKey } from './delegated-token.ts'
import { jsonApiError, type Received, type Reply, stringError } from './exchange.ts'
import { answerIam, asksIam } from './iam.ts'
import { answerOidc } from './oidc.ts'
import { answerOrgConfigs, answerOrgPreferences, answerValidate, answerValidateKeys } from './org.ts'
import { answerPermissions } from './permissions.ts'
import { limitRate } from './rate-limit.ts'
import { refuseCaller } from './rights.ts'
import { answerRole, answerRolePermissions, answerRoles } from './roles.ts'
import { CLOUD_AUTH_KINDS, type CloudAuthKind, type Settings, type Store } from './store.ts'
import { answerSts } from './sts.ts'
import type { Resource } from './switches.ts'
import { answerTeam, answerTeams } from './teams.ts'
import { answerCurrentUser, answerUser, answerUserPermissions, answerUsers } from './users.ts'

interface Context {
  store: Store
  settings: Settings
  request: Received
  /** The id or name in the path; empty when there is none. */
  id: string
  callerUuid: string
}

/** A resource that Datadog's keys and tokens open. */
interface Route {
  path: RegExp
  resource: Resource
  answer: (context: Context) => Reply
}

const UNROUTED = stringError(404, 'Not found')
const NOT_FOUND = jsonApiError(404, { status: '404', title: 'Not Found' })

type Open = Pick<Context, 'store' | 'settings' | 'request'>

const answerAws = ({ store, settings, request }: Open): Reply =>
  asksIam(request) ? answerIam(store, settings, request) : answerSts(settings, request)

/** What has credentials of its own, or needs none. */
const OPEN_ROUTES: Record<string, (context: Open) => Reply> = {
  'POST /': answerAws,
  'GET /': answerAws,
  'GET /__emulator/oidc': ({ settings, request }) => answerOidc(settings, request),
  'POST /api/v2/delegated-token': ({ store, settings, request }) => answerDelegatedToken(store, settings, request),
  'POST /api/v2/intake-key': ({ store, settings, request }) => answerIntakeKey(store, settings, request),
  'GET /api/v2/validate': ({ store, settings, request }) =>
    refuseCaller(store, 'validate', 'GET', store.operatorId) ?? answerValidate(store, settings, request),
  'GET /api/v2/validate_keys': ({ store, settings, request }) =>
    refuseCaller(store, 'validate', 'GET', store.operatorId) ?? answerValidateKeys(store, settings, request),
}

const familyRoute = (kind: CloudAuthKind): Route => ({
  path: new RegExp(`^/api/v2/(?:cloud_auth|wif)/${FAMILIES[kind].path}(?:/([^/]+))?$`),
  resource: kind,
  answer: ({ store, settings, request, id, callerUuid }) =>
    answerCloudAuth(store, settings, kind, id || undefined, request, callerUuid),
})

/** A resource that can be read only. */
const readRoute = (path: RegExp, resource: Resource, read: (context: Context) => Reply): Route => ({
  path,
  resource,
  answer: (context) => (context.request.method === 'GET' ? read(context) : stringError(405, 'Method not allowed')),
})

const ROUTES: readonly Route[] = [
  ...CLOUD_AUTH_KINDS.map(familyRoute),
  {
    path: /^\/api\/v2\/authn_mappings(?:\/([^/]+))?$/,
    resource: 'authn',
    answer: ({ store, settings, request, id }) => answerAuthn(store, settings, id || undefined, request),
  },
  readRoute(/^\/api\/v2\/current_user$/, 'current_user', ({ store, callerUuid }) =>
    answerCurrentUser(store, callerUuid),
  ),
  readRoute(/^\/api\/v2\/users$/, 'users', ({ store, request }) => answerUsers(store, request.query)),
  readRoute(/^\/api\/v2\/users\/([^/]+)$/, 'users', ({ store, id }) => answerUser(store, id)),
  readRoute(/^\/api\/v2\/users\/([^/]+)\/permissions$/, 'users', ({ store, id }) => answerUserPermissions(store, id)),
  readRoute(/^\/api\/v2\/roles$/, 'roles', ({ store, request }) => answerRoles(store, request.query)),
  readRoute(/^\/api\/v2\/roles\/([^/]+)$/, 'roles', ({ store, id }) => answerRole(store, id)),
  readRoute(/^\/api\/v2\/roles\/([^/]+)\/permissions$/, 'roles', ({ store, id }) => answerRolePermissions(store, id)),
  readRoute(/^\/api\/v2\/permissions$/, 'permissions', ({ store }) => answerPermissions(store)),
  readRoute(/^\/api\/v2\/team$/, 'teams', ({ store, settings, request }) =>
    answerTeams(store, settings.scheme, request),
  ),
  readRoute(/^\/api\/v2\/team\/([^/]+)$/, 'teams', ({ store, id }) => answerTeam(store, id)),
  readRoute(/^\/api\/v2\/org_configs(?:\/([^/]+))?$/, 'org_configs', ({ store, id }) =>
    answerOrgConfigs(store, id || undefined),
  ),
  readRoute(/^\/api\/v1\/org_preferences$/, 'org_preferences', ({ store }) => answerOrgPreferences(store)),
]

/** Whether a path is written in the spelling that the `wif` switch does not serve. */
function isUnserved({ switches: { wif } }: Store, path: string): boolean {
  if (path.startsWith('/api/v2/wif/')) return wif === 'off'
  return path.startsWith('/api/v2/cloud_auth/') && wif === 'only'
}

/** Applies a request to the organization and gives the answer. */
export function route(store: Store, settings: Settings, request: Received): Reply {
  const open = OPEN_ROUTES[`${request.method} ${request.path}`]
  if (open) return open({ store, settings, request })
  if (isUnserved(store, request.path)) return store.switches.unserved === 'json-api' ? NOT_FOUND : UNROUTED
  for (const { path, resource, answer } of ROUTES) {
    const match = path.exec(request.path)
    if (!match) continue
    const caller = authenticate(store, settings, request)
    if (!('accountUuid' in caller)) return caller
    const { accountUuid: callerUuid } = caller
    const context = { store, settings, request, id: match[1] ?? '', callerUuid }
    return limitRate(
      store,
      settings,
      () => refuseCaller(store, resource, request.method, callerUuid) ?? answer(context),
    )
  }
  return UNROUTED
}
