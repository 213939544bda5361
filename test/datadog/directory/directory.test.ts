import { describe, expect, onTestFinished, test } from 'vitest'
import { readAccount } from '../../../src/datadog/directory/accounts.ts'
import { Directory } from '../../../src/datadog/directory/directory.ts'
import { currentUser } from '../../../src/datadog/directory/organization.ts'
import { openSession } from '../../../src/datadog/session.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { uuid } from '../../support/sample-ids.ts'
import { fakeSession, type Turn } from '../fake-session.ts'

const ORG = '7d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
const BOT = '9d9c0565-a0ae-11ed-88af-be56a8628f3f'
const ANN = '3fa85f64-5717-4562-b3fc-2c963f66afa6'
const OLD = '5fa85f64-5717-4562-b3fc-2c963f66afa6'
const OPERATOR = '6fa85f64-5717-4562-b3fc-2c963f66afa6'
const NOBODY = '00000000-0000-4000-8000-000000000000'
const DEPLOY = '94172444-be03-11e9-a77a-db1879185210'
const TEAM = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const KEYS = { 'dd-api-key': 'an-api-key', 'dd-application-key': 'an-app-key' }

const seed = {
  org: { uuid: ORG, name: 'Example Org' },
  operator: OPERATOR,
  users: [
    { id: OPERATOR, email: 'operator@example.com', roles: ['Deployers'] },
    { id: BOT, email: 'bot@example.com', name: 'ci-deployer', service_account: true, roles: ['Deployers'] },
    { id: ANN, email: 'Ann@example.com', handle: 'ann-handle', name: 'Ann', roles: ['Deployers', 'Readers'] },
    { id: OLD, email: 'old@example.com', name: 'ci-deployer', service_account: true, disabled: true, roles: [] },
  ],
  roles: [
    { id: DEPLOY, name: 'Deployers', permissions: ['monitors_read', 'teams_manage'] },
    { name: 'Readers', permissions: ['monitors_read', 'dashboards_read'] },
    { name: 'Deployers in training', permissions: [] },
  ],
  permissions: [{ name: 'teams_manage', name_aliases: ['manage_teams'] }],
  teams: [
    { id: TEAM, name: 'Development', handle: 'dev' },
    { name: 'dev', handle: 'other' },
  ],
}

const described = (id: string, permissions: readonly string[]) => ({
  type: 'roles',
  id,
  attributes: { name: 'One' },
  relationships: { permissions: { data: permissions.map((permission) => ({ type: 'permissions', id: permission })) } },
})

async function open(
  options: EmulatorOptions = {},
  headers: Readonly<Record<string, string>> = KEYS,
): Promise<{ readonly directory: Directory; readonly emulator: Emulator; paths(): string[] }> {
  const emulator = await startEmulator({
    apiKey: KEYS['dd-api-key'],
    appKey: KEYS['dd-application-key'],
    seed,
    ...options,
  })
  onTestFinished(() => emulator.close())
  const clock = fakeClock()
  const session = await openSession(
    { origin: emulator.url, server: 'Datadog', headers },
    {
      env: {},
      addSecret: () => undefined,
      clock,
      deadline: clock.now() + 300_000,
      signal: new AbortController().signal,
      retries: 1,
      say: () => undefined,
      debug: () => undefined,
      quote: (text) => text,
    },
  )
  onTestFinished(() => session.transport.close())
  return { emulator, directory: new Directory(session), paths: () => emulator.requests().map(({ path }) => path) }
}

describe('an account', () => {
  test('comes with its whole power, once, however many ask at once', async () => {
    const { directory, paths } = await open()
    const asked = [directory.accounts.byUuid(ANN), directory.accounts.byUuid(ANN.toUpperCase())]
    for (const reading of await Promise.all(asked)) {
      expect(reading).toMatchObject({
        status: 'found',
        value: {
          ...{ uuid: ANN, email: 'Ann@example.com', handle: 'ann-handle', name: 'Ann' },
          ...{ serviceAccount: false, disabled: false },
          roles: [
            { id: DEPLOY, name: 'Deployers', managed: false },
            { name: 'Readers', managed: false },
          ],
          permissions: ['dashboards_read', 'monitors_read', 'teams_manage'],
        },
      })
    }
    expect(paths()).toEqual([`/api/v2/users/${ANN}`])
  })

  test('without roles has none, and a disabled one is so', async () => {
    const { directory } = await open()
    const reading = await directory.accounts.byUuid(OLD)
    expect(reading).toMatchObject({ value: { serviceAccount: true, disabled: true, roles: [], permissions: [] } })
  })

  test('is disabled by its status as well, and its managed roles are told from others', async () => {
    const { directory } = await open({
      seed: { users: [{ id: ANN, email: 'a@example.com', status: 'Disabled', roles: ['Datadog Admin Role'] }] },
    })
    expect(await directory.accounts.byUuid(ANN)).toMatchObject({
      value: { disabled: true, roles: [{ name: 'Datadog Admin Role', managed: true }] },
    })
  })

  test.each([
    ['its UUID as its handle', { handle: ANN.toUpperCase() }, true],
    ['another handle', { handle: 'ann@example.com' }, undefined],
    ['nothing', {}, undefined],
  ])('of which Datadog gives no service_account and %s is no person for sure', (_, attributes, expected) => {
    const text = JSON.stringify({ data: { type: 'users', id: ANN, attributes } })
    expect(readAccount({ status: 200, headers: {}, text })).toMatchObject({ serviceAccount: expected })
  })

  test('that is not there is missing, and one that may not be read is forbidden', async () => {
    const { directory, emulator } = await open()
    await expect(directory.accounts.byUuid(NOBODY)).resolves.toEqual({ status: 'missing' })
    emulator.setSwitches({ refused: ['users'] })
    await expect(directory.accounts.byUuid(ANN)).resolves.toEqual({ status: 'forbidden' })
    await expect(directory.accounts.serviceAccountsNamed('ci-deployer')).resolves.toEqual({ status: 'forbidden' })
  })

  test('is not asked for once two others were refused, and nothing else was answered', async () => {
    const { directory, paths } = await open({ switches: { usersDenied: true } })
    for (const id of [ANN, BOT, OLD]) expect(await directory.accounts.byUuid(id)).toEqual({ status: 'forbidden' })
    for (const name of ['ann@example.com', 'bot@example.com', 'old@example.com'])
      expect(await directory.accounts.find(name)).toEqual({ status: 'forbidden' })
    expect(paths().map((path) => path.replace(/\?.*/, ''))).toEqual([
      `/api/v2/users/${ANN}`,
      `/api/v2/users/${BOT}`,
      '/api/v2/users',
      '/api/v2/users',
    ])
  })

  test.each([
    ['one refusal is the first answer', [403, 200, 403, 403, 200]],
    ['refusals come after another answer', [200, 403, 403, 200]],
    ['another one is not there', [404, 403, 403, 200]],
  ])('is asked for although others were refused: %s', async (_, statuses) => {
    const text = JSON.stringify({ data: { type: 'users', id: ANN, attributes: {} } })
    const { accounts } = new Directory(fakeSession(statuses.map((status) => ({ status, text }))))
    const found = { 200: 'found', 403: 'forbidden', 404: 'missing' } as const
    for (const [index, status] of statuses.entries())
      expect(await accounts.byUuid(`${index}`)).toMatchObject({ status: found[status as keyof typeof found] })
  })

  test('is asked for again after a failure', async () => {
    const { directory, emulator } = await open()
    emulator.setFaults([{ times: 2, do: { status: 500 } }])
    await expect(directory.accounts.byUuid(ANN)).rejects.toMatchObject({ reason: 'server-error' })
    await expect(directory.accounts.byUuid(ANN)).resolves.toMatchObject({ status: 'found' })
  })

  test('is found by the exact name of an enabled service account', async () => {
    const { directory } = await open()
    const named = async (name: string) => {
      const reading = await directory.accounts.serviceAccountsNamed(name)
      return reading.status === 'found' ? reading.value.map(({ uuid }) => uuid) : reading.status
    }
    await expect(named('ci-deployer')).resolves.toEqual([BOT])
    await expect(named('ci-deploye')).resolves.toEqual([])
    await expect(named('Ann')).resolves.toEqual([])
  })

  test('is found by its UUID, email or handle', async () => {
    const { directory } = await open({ switches: { accounts: 'seeded' } })
    for (const identifier of [ANN, 'ANN@example.com', 'Ann-Handle'])
      expect(await directory.accounts.identifiedBy(identifier)).toMatchObject({ value: [{ uuid: ANN }] })
    for (const identifier of [NOBODY, 'nn@example.com'])
      expect(await directory.accounts.identifiedBy(identifier)).toEqual({ status: 'found', value: [] })
  })

  test('is found on the second page as well', async () => {
    const users = Array.from({ length: 1001 }, (_, index) => ({
      id: uuid(index),
      ...{ email: `bot-${index}@example.com`, name: index === 1000 ? 'bot' : `bot-${index}`, service_account: true },
      roles: [],
    }))
    const { directory, paths } = await open({ seed: { users } })
    expect(await directory.accounts.serviceAccountsNamed('bot')).toMatchObject({ value: [{ name: 'bot' }] })
    expect(paths()).toHaveLength(2)
  })

  test('is not looked for in half a list', async () => {
    const page = { data: [{ id: ANN, attributes: {} }], meta: { page: { total_filtered_count: 2 } } }
    const { accounts } = new Directory(fakeSession([{ text: JSON.stringify(page) }]))
    await expect(accounts.serviceAccountsNamed('bot')).rejects.toMatchObject({ reason: 'bad-response' })
  })

  test('keeps the ids of roles and permissions that an answer does not describe', async () => {
    const data = { id: ANN, attributes: {}, relationships: { roles: { data: [{ id: 'r1' }, { id: 'r2' }] } } }
    const role = { type: 'roles', id: 'r1', relationships: { permissions: { data: [{ id: 'p1' }] } } }
    const turn: Turn = { text: JSON.stringify({ data, included: [role, { type: 'odd' }] }) }
    const reading = await new Directory(fakeSession([turn])).accounts.byUuid(ANN)
    expect(reading).toMatchObject({
      value: { roles: [{ name: 'r1' }, { name: 'r2' }], permissions: ['p1'], isPartial: true },
    })
  })

  test.each<[string, unknown, boolean]>([
    [
      'describes everything',
      [described('r1', ['p1']), { type: 'permissions', id: 'p1', attributes: { name: 'x' } }],
      false,
    ],
    ['describes a role without permissions', [described('r1', [])], false],
    ['brings nothing along', undefined, true],
    ['brings null', null, true],
    ['leaves out a permission', [described('r1', ['p1'])], true],
    ['leaves out what the role may do', [{ type: 'roles', id: 'r1', attributes: { name: 'One' } }], true],
  ])('of an answer that %s is partial or not', async (_, included, isPartial) => {
    const data = { id: ANN, attributes: {}, relationships: { roles: { data: [{ id: 'r1' }] } } }
    const { accounts } = new Directory(fakeSession([{ text: JSON.stringify({ data, included }) }]))
    expect(await accounts.byUuid(ANN)).toMatchObject({ value: { isPartial } })
  })

  test.each([undefined, null, {}, { roles: null }, { roles: { data: null } }])(
    'of an answer that does not speak of roles, %o, is partial',
    async (relationships) => {
      const data = { id: ANN, attributes: {}, relationships }
      const { accounts } = new Directory(fakeSession([{ text: JSON.stringify({ data }) }]))
      expect(await accounts.byUuid(ANN)).toMatchObject({ value: { roles: [], isPartial: true } })
    },
  )

  test('is the person of that handle, not the service account that has the email of the person', async () => {
    const email = 'jane@example.com'
    const users = [
      { id: BOT, attributes: { email: 'Jane@example.com', handle: BOT, service_account: true } },
      { id: ANN, attributes: { email, handle: email } },
    ]
    const { accounts } = new Directory(fakeSession([{ text: JSON.stringify({ data: users }) }]))
    expect(await accounts.find(email)).toMatchObject({ value: { uuid: ANN } })
  })
})

describe('a role', () => {
  test('is found by its exact name, although Datadog searches substrings', async () => {
    const { directory, paths } = await open()
    const reading = await directory.roles.named('Deployers')
    expect(reading).toEqual({
      status: 'found',
      value: { matches: [{ id: DEPLOY, name: 'Deployers', managed: false }], candidates: [] },
    })
    expect(paths()).toHaveLength(1)
  })

  test('that is not there comes with the names of all', async () => {
    const { directory } = await open()
    const reading = await directory.roles.named('Deploiers')
    expect(reading).toMatchObject({ value: { matches: [] } })
    expect(reading.status === 'found' && reading.value.candidates).toEqual(
      expect.arrayContaining(['Deployers', 'Readers', 'Datadog Admin Role']),
    )
  })

  test('by its id has its permissions by name; an unknown one is missing', async () => {
    const { directory } = await open()
    await expect(directory.roles.byId(DEPLOY)).resolves.toEqual({
      status: 'found',
      value: { id: DEPLOY, name: 'Deployers', managed: false, permissions: ['monitors_read', 'teams_manage'] },
    })
    await expect(directory.roles.byId(NOBODY)).resolves.toEqual({ status: 'missing' })
  })

  test('exists although its permissions do not answer, and those are unknown then', async () => {
    const role = { text: JSON.stringify({ data: { id: DEPLOY, attributes: { name: 'Deployers' } } }) }
    const { roles } = new Directory(
      fakeSession(({ path }) => (path.endsWith('/permissions') ? { status: 404, text: '{"errors":["x"]}' } : role)),
    )
    expect(await roles.byId(DEPLOY)).toEqual({ status: 'forbidden' })
    expect(await roles.plain(DEPLOY)).toMatchObject({ status: 'found' })
  })

  test('has permissions with aliases', async () => {
    const { directory } = await open()
    const reading = await directory.roles.permissions()
    expect(reading.status === 'found' && reading.value.find(({ name }) => name === 'teams_manage')).toMatchObject({
      aliases: ['manage_teams'],
    })
  })
})

test('a team is found by handle or exact name, and by id', async () => {
  const { directory } = await open()
  const both = await directory.teams.named('dev')
  expect(both).toMatchObject({ value: { matches: [{ id: TEAM }, { handle: 'other' }] } })
  expect(await directory.teams.named('Development')).toMatchObject({
    value: { matches: [{ id: TEAM, handle: 'dev' }] },
  })
  expect(await directory.teams.named('Developmen')).toEqual({
    status: 'found',
    value: { matches: [], candidates: ['dev', 'other'] },
  })
  expect(await directory.teams.byId(TEAM)).toMatchObject({ value: { name: 'Development' } })
  expect(await directory.teams.byId(NOBODY)).toEqual({ status: 'missing' })
})

describe('the organization', () => {
  test('has a UUID and a name, and the caller its permissions, in one request', async () => {
    const { directory, paths } = await open()
    const [org, user] = await Promise.all([directory.organization.org(), directory.organization.currentUser()])
    expect(org).toEqual({ uuid: ORG, name: 'Example Org' })
    expect(user).toMatchObject({ value: { uuid: OPERATOR, permissions: ['monitors_read', 'teams_manage'] } })
    expect(paths()).toEqual(['/api/v2/current_user'])
  })

  test('is known by the API key where the caller may not be read', async () => {
    const { directory, emulator } = await open({ switches: { refused: ['current_user'] } })
    await expect(directory.organization.org()).resolves.toEqual({ uuid: ORG })
    emulator.setSwitches({ refused: ['current_user', 'validate'] })
    await expect(directory.organization.org()).resolves.toEqual({ uuid: ORG })
  })

  test('is unknown where neither answers, and a token has no API key to ask with', async () => {
    const refused = await open({ switches: { refused: ['current_user', 'validate'] } })
    await expect(refused.directory.organization.org()).resolves.toBeUndefined()
    const token = await open(
      { bearer: 'a-token', switches: { refused: ['current_user'] } },
      { authorization: 'Bearer a-token' },
    )
    await expect(token.directory.organization.org()).resolves.toBeUndefined()
    expect(token.paths()).toEqual(['/api/v2/current_user'])
  })

  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['none', KEYS, undefined],
    ['the API key', { ...KEYS, 'dd-api-key': 'another' }, 'api-key'],
    ['the application key', { ...KEYS, 'dd-application-key': 'another' }, 'app-key'],
  ])('knows which key is wrong: %s', async (_, headers, wrong) => {
    const { directory } = await open({}, headers)
    await expect(directory.organization.wrongKey()).resolves.toBe(wrong)
  })

  test.each(['straight', 'swapped'] as const)(
    'says whether mappings take effect, with preferences %s',
    async (preferences) => {
      const { directory } = await open({ switches: { preferences } })
      await expect(directory.organization.enforcesMappings()).resolves.toBe(true)
      await expect(directory.organization.teamSources()).resolves.toBe('saml_and_manually')
      const off = {
        org_configs: { teams_provisioning_sources: 'manually' },
        org_preferences: { saml_authn_mapping_roles: false },
      }
      const other = await open({ seed: off, switches: { preferences } })
      await expect(other.directory.organization.enforcesMappings()).resolves.toBe(false)
      await expect(other.directory.organization.teamSources()).resolves.toBe('manually')
    },
  )

  test('does not take another preference for the one about mappings', async () => {
    const attributes = { preference_type: 'another', preference_data: true }
    const turn: Turn = { text: JSON.stringify({ data: { attributes } }) }
    const { organization } = new Directory(fakeSession([turn]))
    await expect(organization.enforcesMappings()).resolves.toBeUndefined()
  })

  test('does not say so to those who may not read settings', async () => {
    const { directory } = await open({ switches: { refused: ['org_configs', 'org_preferences'] } })
    await expect(directory.organization.enforcesMappings()).resolves.toBeUndefined()
    await expect(directory.organization.teamSources()).resolves.toBeUndefined()
  })

  test('of a token that Datadog does not accept is a failure for those who must know', async () => {
    await expect(currentUser(fakeSession([{ status: 403 }]))).rejects.toMatchObject({ reason: 'forbidden' })
  })
})
