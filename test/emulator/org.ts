import { refuseKeys } from './credentials.ts'
import { offsetTimes } from './directory-times.ts'
import { plainJson, type Received, type Reply, stringError } from './exchange.ts'
import type { JsonObject } from './json.ts'
import type { Settings, Store } from './store.ts'
import { uuidOf } from './uuid.ts'

/** Settings of an organization by name; AuthN mappings of both kinds take effect with these. */
export const DEFAULT_ORG_CONFIGS: Readonly<Record<string, unknown>> = {
  custom_roles: true,
  teams_provisioning_sources: 'saml_and_manually',
}

/** Preferences of an organization by type; SAML mappings are enforced. */
export const DEFAULT_ORG_PREFERENCES: Readonly<Record<string, unknown>> = { saml_authn_mapping_roles: true }

/** The organization as `current_user` includes it. */
export const orgWire = ({ org }: Store): JsonObject => ({
  type: 'orgs',
  id: org.uuid,
  attributes: {
    ...{ public_id: uuidOf(`public ${org.uuid}`).replaceAll('-', '').slice(0, 16), name: org.name, description: null },
    ...{ sharing: 'all_private', url: null, disabled: false, ...offsetTimes },
  },
})

function valueTypeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'boolean' ? 'bool' : 'enum'
}

const configWire = (name: string, value: unknown): JsonObject => ({
  type: 'org_configs',
  id: uuidOf(`org config ${name}`),
  attributes: {
    name,
    description: `The setting ${name} of the organization`,
    value_type: valueTypeOf(value),
    value,
    modified_at: null,
  },
})

/** Answers `GET /api/v2/org_configs`, and `GET /api/v2/org_configs/{name}` when there is a name. */
export function answerOrgConfigs({ orgConfigs }: Store, name: string | undefined): Reply {
  if (name === undefined) {
    return plainJson(200, { data: Object.entries(orgConfigs).map(([each, value]) => configWire(each, value)) })
  }
  return Object.hasOwn(orgConfigs, name)
    ? plainJson(200, { data: configWire(name, orgConfigs[name]) })
    : stringError(404, `OrgConfig: ${name} not found`)
}

/** Answers `GET /api/v1/org_preferences`, with type and value the other way round when the switch says so. */
export function answerOrgPreferences({ orgPreferences, switches }: Store): Reply {
  const [type, value] = Object.entries(orgPreferences)[0] ?? []
  const attributes =
    switches.preferences === 'swapped'
      ? { preference_type: value, preference_data: type }
      : { preference_type: type, preference_data: value }
  return plainJson(200, { data: { attributes, type: 'org_preferences', id: 1 } })
}

/** Answers `GET /api/v2/validate`, which needs an API key and nothing else. */
export function answerValidate(store: Store, settings: Settings, request: Received): Reply {
  const apiKey = request.headers['dd-api-key'] ?? ''
  const refused = refuseKeys(store, [[apiKey, settings.apiKey]])
  if (refused) return refused
  return plainJson(200, {
    data: {
      type: 'validate_v2',
      id: store.org.uuid,
      attributes: { valid: true, api_key_id: uuidOf(`key ${apiKey}`), api_key_scopes: [] },
    },
  })
}

/** Answers `GET /api/v2/validate_keys`, which needs both keys. */
export function answerValidateKeys(store: Store, settings: Settings, { headers }: Received): Reply {
  const { 'dd-api-key': apiKey = '', 'dd-application-key': appKey = '' } = headers
  const refused = refuseKeys(store, [
    [apiKey, settings.apiKey],
    [appKey, settings.appKey],
  ])
  return refused ?? plainJson(200, { status: 'ok' })
}
