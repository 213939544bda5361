import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/emulator.ts'
import {
  exchanges,
  expectFailure,
  expectSuccess,
  methods,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const TEAM = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const OTHER_ROLE = '0b9db2f6-d1d9-11ec-ad3d-da7ad0900002'
const CLAIMS = 'repository: my-org/app\nref: refs/heads/main'

/** The inputs that make one mapping of each kind, and those that find it again. */
const KINDS = {
  'aws-persona': {
    identity: { 'arn-pattern': 'arn:aws:iam::123456789012:role/ci/deployer' },
    others: { 'account-identifier': 'deployer@example.com' },
    path: '/api/v2/cloud_auth/aws/persona_mapping',
  },
  'aws-intake': {
    identity: { 'arn-pattern': 'arn:aws:iam::123456789012:role/agent' },
    others: {},
    path: '/api/v2/cloud_auth/aws/intake_mapping',
  },
  'github-persona': {
    identity: { claims: CLAIMS },
    others: { 'account-identifier': 'deployer@example.com' },
    path: '/api/v2/cloud_auth/github/persona_mapping',
  },
  'github-intake': { identity: { claims: CLAIMS }, others: {}, path: '/api/v2/cloud_auth/github/intake_mapping' },
  authn: {
    identity: { 'attribute-key': 'member-of', 'attribute-value': 'Development', 'role-id': ROLE },
    others: {},
    path: '/api/v2/authn_mappings',
  },
} as const

describe.each(Object.entries(KINDS))('a mapping of kind %s', (kind, { identity, others, path }) => {
  test('is made, listed, found by id and by what it maps, and deleted by what it maps', async () => {
    const datadog = await startDatadog()
    const made = await runOperation(datadog, { operation: 'create', kind, ...identity, ...others })
    expectSuccess(made, 'created')
    const id = made.outputs['mapping-id'] ?? ''
    expect(made.outputs['account-uuid']).toEqual(
      kind.endsWith('persona') ? expect.stringMatching(/^[0-9a-f-]{36}$/) : undefined,
    )
    expect(made.summary).toContain(id)
    const listed = await runOperation(datadog, { operation: 'list', kind })
    expectSuccess(listed, 'listed')
    expect(JSON.parse(listed.outputs['mappings'] ?? '')).toMatchObject([{ kind, 'mapping-id': id }])
    expectSuccess(await runOperation(datadog, { operation: 'get', kind, 'mapping-id': id }), 'found')
    const found = await runOperation(datadog, { operation: 'get', kind, ...identity })
    expectSuccess(found, 'found')
    expect(found.outputs['mapping-id']).toBe(id)
    // The last mapping of a role is guarded.
    const force = kind === 'authn' ? { force: id } : {}
    expectSuccess(await runOperation(datadog, { operation: 'delete', kind, ...identity, ...force }), 'deleted')
    expect(datadog.state().mappings[kind as keyof typeof KINDS]).toEqual([])
    const elsewhere = exchanges(datadog).filter((line) => !line.includes(path))
    expect(elsewhere).toEqual(kind === 'authn' ? ['GET /api/v1/org_preferences 200'] : [])
  })

  test('is not made twice: the second create names the first, and if-exists: keep keeps it', async () => {
    const datadog = await startDatadog()
    const inputs = { operation: 'create', kind, ...identity, ...others }
    const made = await runHere(datadog, inputs)
    const again = await runHere(datadog, inputs)
    expectFailure(again, 'conflict', made.outputs['mapping-id'] ?? 'no id')
    expect(again.outputs['mapping-id']).toBe(made.outputs['mapping-id'])
    expectSuccess(await runHere(datadog, { ...inputs, 'if-exists': 'keep' }), 'kept')
    expect(datadog.state().mappings[kind as keyof typeof KINDS]).toHaveLength(1)
  })

  test('is refused without what identifies it, with every missing input named and nothing sent', async () => {
    const datadog = await startDatadog()
    const names = Object.keys({ ...identity, ...others })
    expectFailure(
      await runHere(datadog, { operation: 'create', kind }),
      'invalid-input',
      ...names.map((name) => new RegExp(`${name}: is missing`)),
    )
    expect(methods(datadog)).toEqual([])
  })
})

describe('the path families of the cloud kinds', () => {
  const inputs = {
    operation: 'create',
    kind: 'aws-persona',
    ...KINDS['aws-persona'].identity,
    ...KINDS['aws-persona'].others,
  }

  test('a server that only speaks wif is asked there once the collection has answered 404', async () => {
    const datadog = await startDatadog({ switches: { wif: 'only' } })
    expectSuccess(await runOperation(datadog, inputs), 'created')
    expect(exchanges(datadog)).toEqual([
      'POST /api/v2/cloud_auth/aws/persona_mapping 404',
      'POST /api/v2/wif/aws/persona_mapping 201',
    ])
  })

  test('a lost create is looked up and sent again under the family that the look-up has found', async () => {
    const datadog = await startDatadog({ switches: { wif: 'only' } })
    datadog.setFaults([{ method: 'POST', times: 1, do: { kind: 'status', status: 503 } }])
    expectSuccess(await runHere(datadog, inputs), 'created')
    expect(datadog.state().mappings['aws-persona']).toHaveLength(1)
    expect(exchanges(datadog).at(-1)).toBe('POST /api/v2/wif/aws/persona_mapping 201')
  })

  test('a 404 for one id means that there is no such mapping once the collection has answered', async () => {
    const datadog = await startDatadog({ switches: { wif: 'off' } })
    const id = '7c405332-7033-40d2-a046-a27a075a22cd'
    expectFailure(await runHere(datadog, { operation: 'get', 'mapping-id': id }), 'not-found', id)
    const collection = '/api/v2/cloud_auth/aws/persona_mapping'
    expect(exchanges(datadog).slice(0, 2)).toEqual([`GET ${collection}/${id} 404`, `GET ${collection} 200`])
    // Then it is searched among the other kinds, once in each.
    expect(exchanges(datadog).slice(2)).toHaveLength(4)
  })

  test.each<[string, Record<string, string>]>([
    ['get', {}],
    ['update', { 'account-identifier': 'b@example.com' }],
    ['delete', { 'if-missing': 'ignore' }],
  ])('%s by id finds the mapping where the server only speaks wif', async (operation, more) => {
    const id = '7c405332-7033-40d2-a046-a27a075a22cd'
    const mapping = { id, arn_pattern: PERSONA['arn-pattern'], account_identifier: 'a@example.com' }
    const seed = { mappings: { 'aws-persona': [mapping] } }
    const datadog = await startDatadog({ seed, switches: { wif: 'only' } })
    const step = await runHere(datadog, { operation, 'mapping-id': id, ...more })
    expect(step.conclusion, step.log).toBe('success')
    expect(step.outputs['result']).not.toBe('missing')
    expect(datadog.state().mappings['aws-persona'].map((live) => live['id'] === id)).toEqual(
      { get: [true], update: [false], delete: [] }[operation],
    )
  })

  test('a server that knows neither is told of as it answered', async () => {
    const datadog = await startDatadog({ switches: { wif: 'off' } })
    datadog.setFaults([
      { path: '/api/v2/cloud_auth', do: { kind: 'status', status: 404, body: { errors: ['Not Found'] } } },
    ])
    expectFailure(await runHere(datadog, { operation: 'list' }), 'not-found', /404/)
    expect(methods(datadog)).toHaveLength(2)
  })
})

describe('AuthN mappings', () => {
  const many = (count: number): Seed => ({
    mappings: {
      authn: [
        ...Array.from({ length: count }, (_, index) => ({
          attribute_key: 'member-of',
          attribute_value: `group-${index}`,
          role_id: ROLE,
        })),
        { attribute_key: 'member-of', attribute_value: 'group-0', team_id: TEAM },
      ],
    },
    roles: [{ id: ROLE, name: 'Datadog Admin Role' }],
    teams: [{ id: TEAM, name: 'Platform' }],
  })

  test('a list reads every page of roles and of teams, and shows their names', async () => {
    const datadog = await startDatadog({ seed: many(230) })
    const step = await runOperation(datadog, { operation: 'list', kind: 'authn' })
    expectSuccess(step, 'listed')
    expect(step.outputs['count']).toBe('231')
    expect(methods(datadog)).toHaveLength(4)
    expect(step.log).toContain('Datadog Admin Role')
    expect(step.log).toContain('Platform')
  })

  test('a list takes filter, sort, resource type, page number and page size', async () => {
    const datadog = await startDatadog({ seed: many(30) })
    const step = await runHere(datadog, {
      operation: 'list',
      kind: 'authn',
      filter: 'group-1',
      sort: '-saml_assertion_attribute.attribute_value',
      'resource-type': 'role',
      'page-number': '1',
      'page-size': '4',
    })
    expectSuccess(step, 'listed')
    expect(methods(datadog)).toHaveLength(1)
    const query = new URL(datadog.requests()[0]?.path ?? '', datadog.url).searchParams
    expect(Object.fromEntries(query)).toEqual({
      filter: 'group-1',
      sort: '-saml_assertion_attribute.attribute_value',
      resource_type: 'role',
      'page[number]': '1',
      'page[size]': '4',
    })
    const values = JSON.parse(step.outputs['mappings'] ?? '[]').map(
      (mapping: Record<string, string>) => mapping['attribute-value'],
    )
    expect(values).toEqual(['group-15', 'group-14', 'group-13', 'group-12'])
  })

  test('one for a team is made and listed as a team', async () => {
    const datadog = await startDatadog()
    const step = await runHere(datadog, {
      operation: 'create',
      kind: 'authn',
      'attribute-key': 'team',
      'attribute-value': 'platform',
      'team-id': TEAM,
    })
    expectSuccess(step, 'created')
    expect(JSON.parse(step.outputs['mapping'] ?? '')).toMatchObject({ 'team-id': TEAM })
    const sent = datadog.requests().find(({ method }) => method === 'POST')
    expect(sent?.body).toContain('"team":{"data":{"id":')
  })

  test('an update sends the id and only what changes', async () => {
    const datadog = await startDatadog({ seed: many(1) })
    const id = String(datadog.state().mappings['authn'][0]?.['id'])
    const step = await runOperation(datadog, {
      operation: 'update',
      kind: 'authn',
      'mapping-id': id,
      'role-id': OTHER_ROLE,
      force: id,
    })
    expectSuccess(step, 'updated')
    expect(step.outputs['changed']).toBe('true')
    expect(methods(datadog)).toEqual(['GET', 'PATCH'])
    expect(JSON.parse(datadog.requests()[1]?.body ?? '')).toEqual({
      data: {
        id,
        type: 'authn_mappings',
        attributes: {},
        relationships: { role: { data: { id: OTHER_ROLE, type: 'roles' } } },
      },
    })
    expect(JSON.parse(step.outputs['mapping'] ?? '')).toMatchObject({
      'attribute-value': 'group-0',
      'role-id': OTHER_ROLE,
    })
  })

  test('several that fit a look-up are listed', async () => {
    const datadog = await startDatadog({ seed: many(1) })
    const inputs = { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'group-0' }
    const step = await runHere(datadog, { operation: 'get', ...inputs })
    const ids = datadog.state().mappings['authn'].map((mapping) => String(mapping['id']))
    expectFailure(step, 'ambiguous', /2 AuthN mappings fit/, ...ids)
  })

  test('are only deleted with their role or team, so that an empty one does not stand for any', async () => {
    const datadog = await startDatadog({ seed: many(1) })
    const inputs = { kind: 'authn', 'attribute-key': 'member-of', 'attribute-value': 'group-0', 'role-id': '' }
    const step = await runHere(datadog, { operation: 'delete', ...inputs })
    expectFailure(step, 'invalid-input', /role-id: is missing/)
    expect(methods(datadog)).toEqual([])
  })

  test.each([
    [{ 'role-id': ROLE, 'team-id': TEAM }, /either a role or a team/],
    [{ 'role-id': 'Datadog Admin Role' }, /is not a UUID/],
    [{ 'role-uuid': ROLE }, /role-uuid is not an input of this action. Did you mean role-id\?/],
  ])('a create with %o is refused', async (inputs, why) => {
    const datadog = await startDatadog()
    const step = await runHere(datadog, {
      operation: 'create',
      kind: 'authn',
      'attribute-key': 'a',
      'attribute-value': 'b',
      ...inputs,
    })
    expectFailure(step, 'invalid-input', why)
    expect(methods(datadog)).toEqual([])
  })

  test.each([
    ['yes', /Write -created_at/],
    ['role_name', /is not one of created_at/],
  ])('a list with sort: %s is answered with what to write today', async (sort, why) => {
    const datadog = await startDatadog()
    expectFailure(await runHere(datadog, { operation: 'list', kind: 'authn', sort }), 'invalid-input', why)
  })

  test('answers of the older API are read too', async () => {
    const datadog = await startDatadog({ seed: many(1), switches: { authn: 'older' } })
    const step = await runHere(datadog, { operation: 'list', kind: 'authn' })
    expectSuccess(step, 'listed')
    expect(step.outputs['count']).toBe('2')
  })
})

describe('where a kind is not to be had', () => {
  test.each(['ddog-gov.com', 'us2.ddog-gov.com'])(
    'AWS intake mappings are refused on %s, before any request',
    async (site) => {
      const step = await runHere({ url: '' }, { operation: 'list', kind: 'aws-intake', site })
      expectFailure(step, 'invalid-input', /does not offer AWS intake mappings/)
    },
  )

  test.each(['https://github.example.com', 'https://my-org.ghe.com'])(
    'GitHub mappings are refused from %s, with the reason',
    async (server) => {
      const datadog = await startDatadog()
      const step = await runHere(
        datadog,
        { operation: 'list', kind: 'github-persona' },
        { env: { GITHUB_SERVER_URL: server } },
      )
      expectFailure(step, 'invalid-input', /issuer/)
      expect(methods(datadog)).toEqual([])
    },
  )
})

describe('claims', () => {
  test('are sent escaped and anchored, with a sub that Datadog takes', async () => {
    const datadog = await startDatadog()
    const step = await runHere(datadog, {
      operation: 'create',
      kind: 'github-intake',
      claims: 'repository: my-org/app.js\nref: refs/tags/v1.0\nrepository_id: 123\nrepository_owner_id: "456"',
    })
    expectSuccess(step, 'created')
    expect(JSON.parse(datadog.requests()[0]?.body ?? '').data.attributes.claim_matchers).toEqual({
      repository: '^my-org/app\\.js$',
      ref: '^refs/tags/v1\\.0$',
      repository_id: '^123$',
      repository_owner_id: '^456$',
      sub: 'repo:my-org/app\\.js:ref:refs/tags/v1\\.0$|^repo:my-org@456/app\\.js@123:ref:refs/tags/v1\\.0$',
    })
  })

  test.each([
    ['repositry: my-org/app', /did you mean.*repository/i],
    ['repository: my-org/app', /ref.*environment|environment.*ref/],
    ['sub: /(?=a)/', /RE2|look/i],
    ['- a', /name: value/],
  ])('%s is refused with what to write instead', async (claims, why) => {
    const datadog = await startDatadog()
    expectFailure(await runHere(datadog, { operation: 'create', kind: 'github-intake', claims }), 'invalid-input', why)
    expect(methods(datadog)).toEqual([])
  })
})
