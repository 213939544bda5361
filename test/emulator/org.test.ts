import { expect, test } from 'vitest'
import { at, call, emulatorForTest } from './session.ts'

const CONFIGS = '/api/v2/org_configs'
const PREFERENCES = '/api/v1/org_preferences'

test('settings and preferences let every AuthN mapping take effect unless the seed says otherwise', async () => {
  const emulator = await emulatorForTest()
  const config = () => call(emulator, 'GET', `${CONFIGS}/teams_provisioning_sources`)
  expect(await config()).toMatchObject({ status: 200, type: 'application/json' })
  expect((await config()).json['data']).toEqual({
    type: 'org_configs',
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    attributes: {
      ...{ name: 'teams_provisioning_sources', description: expect.any(String), value_type: 'enum' },
      ...{ value: 'saml_and_manually', modified_at: null },
    },
  })
  expect((await call(emulator, 'GET', PREFERENCES)).text).toBe(
    '{"data":{"attributes":{"preference_type":"saml_authn_mapping_roles","preference_data":true},"type":"org_preferences","id":1}}',
  )
  emulator.reset({
    org_configs: { teams_provisioning_sources: 'manually', custom_roles: null },
    org_preferences: { saml_authn_mapping_roles: false },
    switches: { preferences: 'swapped' },
  })
  expect(at((await config()).json, 'data', 'attributes', 'value')).toBe('manually')
  expect((await call(emulator, 'GET', CONFIGS)).json['data']).toHaveLength(1)
  expect(at((await call(emulator, 'GET', PREFERENCES)).json, 'data', 'attributes')).toEqual({
    ...{ preference_type: false, preference_data: 'saml_authn_mapping_roles' },
  })
})

test('an unknown setting is a 404 that names it', async () => {
  const emulator = await emulatorForTest()
  const unknown = await call(emulator, 'GET', `${CONFIGS}/toString`)
  expect(unknown).toMatchObject({ status: 404, text: '{"errors":["OrgConfig: toString not found"]}' })
})

test('an API key alone is validated and says its organization, both keys are validated together', async () => {
  const orgUuid = '7d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
  const emulator = await emulatorForTest({ apiKey: 'api', appKey: 'app', orgUuid })
  const ask = (path: string, headers: Record<string, string>) => call(emulator, 'GET', path, undefined, headers)
  expect((await ask('/api/v2/validate', { 'dd-api-key': 'api' })).json).toEqual({
    data: {
      ...{ type: 'validate_v2', id: orgUuid },
      attributes: { valid: true, api_key_id: expect.stringMatching(/^[0-9a-f-]{36}$/), api_key_scopes: [] },
    },
  })
  expect((await ask('/api/v2/validate', { 'dd-api-key': 'wrong' })).status).toBe(401)
  expect((await ask('/api/v2/validate', {})).status).toBe(401)
  const both = { 'dd-api-key': 'api', 'dd-application-key': 'app' }
  expect((await ask('/api/v2/validate_keys', both)).text).toBe('{"status":"ok"}')
  expect((await ask('/api/v2/validate_keys', { ...both, 'dd-application-key': 'wrong' })).status).toBe(401)
  emulator.setSwitches({ wrongKeys: 403 })
  expect((await ask('/api/v2/validate', { 'dd-api-key': 'wrong' })).status).toBe(403)
})
