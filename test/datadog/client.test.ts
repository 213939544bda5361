import { describe, expect, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { newMemory } from '../../src/datadog/step-memory.ts'
import { asFailure, Failure } from '../../src/failure.ts'
import { type FakeSession, fakeSession, socketError, type Turn } from './fake-session.ts'

const ID = '7c405332-7033-40d2-a046-a27a075a22cd'
const attributes = {
  arnPattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
  accountIdentifier: 'a@example.com',
}
const MADE: Turn = {
  status: 201,
  text: JSON.stringify({
    data: {
      id: ID,
      type: 'aws_cloud_auth_config',
      attributes: { arn_pattern: attributes.arnPattern, account_identifier: attributes.accountIdentifier },
    },
  }),
}
const SEEN: Turn = { ...MADE, status: 200 }
const GONE: Turn = { status: 404, text: '{"errors":[{"status":"404","title":"Not Found"}]}' }

/** Datadog with one path family, a mapping under it where a test wants one, and nothing else. */
const withFamily =
  (family: 'cloud_auth' | 'wif', byId: Turn = GONE) =>
  ({ path }: { readonly path: string }): Turn => {
    if (!path.startsWith(`/api/v2/${family}/`)) return GONE
    return path.endsWith('_mapping') ? { text: '{"data":[]}' } : byId
  }

test('a collection that is not there is no mapping that is not there', async () => {
  const listing = new Client(fakeSession([GONE])).list('aws-persona')
  await expect(listing).rejects.toMatchObject({
    reason: 'not-found',
    message: expect.stringMatching(
      /404 Not Found\. The site may not offer them\. Check that site or api-url is right\.$/,
    ),
  })
})

test('what a step wrote counts as open until it is known that it changed nothing', async () => {
  const open = async (answer: Turn, call: (client: Client) => Promise<unknown>) => {
    const memory = newMemory()
    await call(new Client(fakeSession([answer]), memory)).catch(() => undefined)
    return memory.writes
  }
  const create = (client: Client) => client.create('aws-persona', attributes)
  const remove = (client: Client) => client.delete('authn', ID)
  expect(await open(MADE, create)).toBe(1)
  expect(await open({ status: 403, text: '{}' }, create)).toBe(0)
  expect(await open({ status: 500, text: '{}' }, create)).toBe(1)
  expect(await open({ lost: socketError('ECONNRESET') }, create)).toBe(1)
  expect(await open({ lost: socketError('ECONNREFUSED'), sent: false }, create)).toBe(0)
  expect(await open({ status: 204, text: '' }, remove)).toBe(1)
  expect(await open(GONE, remove)).toBe(0)
  expect(await open(SEEN, (client) => client.get('aws-persona', ID))).toBe(0)
})

const waited = (session: FakeSession) => session.waits.reduce((sum, part) => sum + part, 0)

describe('a mapping that this step has made', () => {
  test('counts as there when it was seen twice in a row, and the log says what is waited for', async () => {
    const session = fakeSession([MADE, GONE, SEEN, GONE, SEEN, SEEN])
    const client = new Client(session)
    await client.create('aws-persona', attributes)
    await expect(client.get('aws-persona', ID)).resolves.toMatchObject({ id: ID })
    expect(session.sent).toHaveLength(6)
    expect(session.said).toEqual(
      Array(2).fill(expect.stringContaining(`Datadog does not show the new mapping ${ID} yet.`)),
    )
  })

  test('is given up after 30 s', async () => {
    const session = fakeSession([MADE, GONE])
    const client = new Client(session)
    await client.create('aws-persona', attributes)
    await expect(client.get('aws-persona', ID)).resolves.toBeUndefined()
    expect(waited(session)).toBe(30_000)
  })

  test('is given up before the deadline', async () => {
    const session = fakeSession([MADE, GONE], { timeoutSeconds: 5 })
    const client = new Client(session)
    await client.create('aws-persona', attributes)
    await client.get('aws-persona', ID)
    expect(waited(session)).toBe(4000)
  })

  test('is deleted although Datadog does not know it yet', async () => {
    const session = fakeSession([MADE, GONE, GONE, { status: 204 }])
    const client = new Client(session)
    await client.create('aws-persona', attributes)
    await expect(client.delete('aws-persona', ID)).resolves.toBe(true)
    expect(session.said).toHaveLength(2)
  })
})

describe('any other mapping', () => {
  test('that is not there is not there, without a wait', async () => {
    const session = fakeSession(withFamily('cloud_auth'))
    const client = new Client(session)
    await expect(client.get('aws-persona', ID)).resolves.toBeUndefined()
    await expect(client.delete('aws-persona', ID)).resolves.toBe(false)
    const path = '/api/v2/cloud_auth/aws/persona_mapping'
    const byId = `${path}/${ID}`
    expect(session.sent).toEqual([`GET ${byId}`, `GET ${path}`, `DELETE ${byId}`, `GET ${byId}`])
    expect(session.waits).toEqual([])
  })

  test.each<[string, Turn]>([
    ['a page', { text: '<html>Sign in</html>' }],
    ['nothing, with another status than 204', { text: '' }],
  ])('is not called deleted when the answer is %s', async (_, answer) => {
    const server = withFamily('cloud_auth', { status: 204 })
    const passing = fakeSession((exchange, index) => (index === 0 ? answer : server(exchange)))
    await expect(new Client(passing).delete('aws-persona', ID)).resolves.toBe(true)
    expect(passing.sent).toHaveLength(2)
    const lasting = fakeSession([answer])
    await expect(new Client(lasting).delete('aws-persona', ID)).rejects.toMatchObject({
      reason: 'bad-response',
      isUnsettled: true,
    })
  })

  test.each([
    ['has no answer', { status: 503, text: '{}' }, 'server-error'],
    ['may not be made', { status: 403, text: '{}' }, undefined],
  ])('is missing by a 404 and a read, but not when the read %s', async (_, answer, reason) => {
    for (const change of [
      (client: Client) => client.delete('authn', ID),
      (client: Client) => client.update('authn', ID, { attributeKey: 'member-of' }),
    ]) {
      const session = fakeSession(({ method }) => (method === 'GET' ? answer : GONE))
      const made = await change(new Client(session)).catch(asFailure)
      if (reason === undefined) expect(made || false).toBe(false)
      else expect(made).toMatchObject({ reason, sentence: expect.stringContaining('whether it is there is unknown') })
    }
  })

  test('is deleted again while Datadog shows what it does not find', async () => {
    const server = (falseAnswers: number) => {
      let left = falseAnswers
      return (exchange: { readonly method: string; readonly path: string }): Turn => {
        if (exchange.method !== 'DELETE') return withFamily('cloud_auth', SEEN)(exchange)
        return left-- > 0 ? GONE : { status: 204 }
      }
    }
    const passing = fakeSession(server(1))
    await expect(new Client(passing).delete('aws-persona', ID)).resolves.toBe(true)
    expect(waited(passing)).toBe(1000)
    const lasting = fakeSession(server(100))
    await expect(new Client(lasting).delete('aws-persona', ID)).rejects.toMatchObject({
      reason: 'not-found',
      sentence: expect.stringContaining('still shows it'),
      isUnsettled: true,
    })
    expect(waited(lasting)).toBe(3000)
  })

  test('is updated again while Datadog shows what it does not find, and is not then called missing', async () => {
    const text = JSON.stringify({
      data: { id: ID, type: 'authn_mappings', attributes: { attribute_key: 'k', attribute_value: 'v' } },
    })
    const session = fakeSession(({ method }, index) => (method === 'PATCH' && index === 0 ? GONE : { text }))
    await expect(new Client(session).update('authn', ID, { attributeValue: 'v' })).resolves.toMatchObject({ id: ID })
    expect(session.sent.map((line) => line.split(' ')[0])).toEqual(['PATCH', 'GET', 'PATCH'])
    const lasting = fakeSession(({ method }) => (method === 'PATCH' ? GONE : { text }))
    await expect(new Client(lasting).update('authn', ID, { attributeValue: 'v' })).rejects.toMatchObject({
      reason: 'not-found',
      isUnsettled: true,
    })
  })

  test('that is not found is gone when it may not be read', async () => {
    const session = fakeSession(({ method, path }) =>
      method === 'DELETE' ? GONE : path.endsWith('_mapping') ? { text: '{"data":[]}' } : { status: 403 },
    )
    await expect(new Client(session).delete('aws-persona', ID)).resolves.toBe(false)
  })

  test('of kind authn is looked for once, since its path has no family', async () => {
    const session = fakeSession([GONE])
    await expect(new Client(session).get('authn', ID)).resolves.toBeUndefined()
    expect(session.sent).toEqual([`GET /api/v2/authn_mappings/${ID}`])
  })

  test('is not waited for when the text about the integration comes with another status than 400', async () => {
    const text = JSON.stringify({ errors: ['AWS Account Id is not integrated with this Datadog account'] })
    const refused = fakeSession([{ status: 403, text }])
    await expect(new Client(refused).create('aws-persona', attributes)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(refused.sent).toHaveLength(1)
    const passing = fakeSession([{ status: 400, text }, MADE])
    await expect(new Client(passing).create('aws-persona', attributes)).resolves.toMatchObject({ id: ID })
    expect(passing.said[0]).toMatch(/Integrations > Amazon Web Services/)
  })

  test('that is gone after a lost DELETE was deleted', async () => {
    const server = withFamily('cloud_auth')
    const session = fakeSession((exchange, index) => (index === 0 ? { status: 502 } : server(exchange)))
    await expect(new Client(session).delete('aws-persona', ID)).resolves.toBe(true)
  })

  test('that is gone after a lost DELETE was deleted, although Datadog showed it once more', async () => {
    let shown = 1
    const session = fakeSession((exchange, index) => {
      if (index === 0) return { status: 502 }
      const isShown = exchange.method === 'GET' && exchange.path.endsWith(ID) && shown-- > 0
      return withFamily('cloud_auth', isShown ? SEEN : GONE)(exchange)
    })
    await expect(new Client(session).delete('aws-persona', ID)).resolves.toBe(true)
  })

  test('that is not found after a lost update is not called missing', async () => {
    const session = fakeSession((_, index) => (index === 0 ? { status: 502 } : GONE))
    await expect(new Client(session).update('authn', ID, { attributeValue: 'v' })).rejects.toMatchObject({
      reason: 'not-found',
      isUnsettled: true,
    })
  })

  test.each(['..', '.', ''])('with the id %j is never asked for', async (id) => {
    const session = fakeSession([SEEN])
    await expect(new Client(session).get('aws-persona', id)).rejects.toBeInstanceOf(Failure)
    expect(session.sent).toEqual([])
  })

  test.each(['a/b', '../x', '%2e%2e', 'a?b=c', 'a#b', 'a b', '\u0000', 'ä', '\ud800x', 'a\r\nHost: x', '..;/x'])(
    'with the id %j stays in its segment of the path',
    async (id) => {
      const session = fakeSession(withFamily('cloud_auth'))
      const client = new Client(session)
      await client.get('aws-persona', id).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(Failure))
      for (const line of session.sent)
        expect(line).toMatch(/^GET \/api\/v2\/cloud_auth\/aws\/persona_mapping(\/[\w.%~!*'()-]+)?$/)
    },
  )
})

describe('an AuthN mapping of which the answer was lost', () => {
  const ROLE = '94172444-be03-11e9-a77a-db1879185210'
  const wanted = { attributeKey: 'member-of', attributeValue: 'Dev', roleId: ROLE }
  const listed = (...ids: string[]): Turn => ({
    text: JSON.stringify({
      data: ids.map((id, index) => ({
        id,
        type: 'authn_mappings',
        attributes: {
          attribute_key: 'member-of',
          attribute_value: 'Dev',
          created_at: `2026-01-0${index + 1}T00:00:00Z`,
        },
        relationships: { role: { data: { id: ROLE, type: 'roles' } } },
      })),
    }),
  })
  const OTHER = ID.replace('7c', '8c')

  /** Creates one of which no answer comes; the first list shows one. */
  function create(then: Turn) {
    let lists = 0
    const session = fakeSession(({ method }) => {
      if (method === 'GET') return lists++ === 0 ? listed(ID) : then
      return method === 'POST' ? { status: 502 } : { status: 204 }
    })
    return { session, created: new Client(session).create('authn', wanted) }
  }

  test('leaves alone what another run has created at the same time', async () => {
    const { session, created } = create(listed(OTHER, ID))
    await created
    expect(session.sent.filter((line) => line.startsWith('DELETE'))).toEqual([])
  })

  test('does not take a conflict of the look-up for one of its own', async () => {
    await expect(create({ status: 409 }).created).rejects.toMatchObject({ reason: 'bad-response', isUnsettled: true })
  })
})

test('once a mapping was found, one that is not there takes one request', async () => {
  const session = fakeSession(({ path }) => (path.endsWith(ID) ? SEEN : GONE))
  const client = new Client(session)
  await client.get('aws-persona', ID)
  await expect(client.get('aws-persona', 'another')).resolves.toBeUndefined()
  expect(session.sent).toHaveLength(2)
})

describe('under the newer path family, while the family is unknown', () => {
  const WIF = '/api/v2/wif/aws/persona_mapping'

  test.each(['get', 'delete'] as const)('%s by id reads the collection before it says missing', async (method) => {
    const found = fakeSession(withFamily('wif', method === 'get' ? SEEN : { status: 204 }))
    await expect(new Client(found)[method]('aws-persona', ID)).resolves.toBeTruthy()
    expect(found.sent.slice(-2)).toEqual([`GET ${WIF}`, `${method.toUpperCase()} ${WIF}/${ID}`])
    const missing = new Client(fakeSession(withFamily('wif')))
    expect(Boolean(await missing[method]('aws-persona', ID))).toBe(false)
  })

  test('a 404 after a lost DELETE proves nothing either', async () => {
    const live = { here: true }
    const server = withFamily('wif', { status: 204 })
    const session = fakeSession((exchange, index) => {
      if (index === 0) return { status: 502 }
      if (exchange.method === 'DELETE' && exchange.path.startsWith(WIF)) live.here = false
      return server(exchange)
    })
    await expect(new Client(session).delete('aws-persona', ID)).resolves.toBe(true)
    expect(live.here).toBe(false)
  })

  test('what the first one says is told when neither has what is asked for', async () => {
    const says = (text: string): Turn => ({ status: 404, text: JSON.stringify({ errors: [text] }) })
    const session = fakeSession(({ path }) => says(path.startsWith(WIF) ? 'No such page' : 'Account not found'))
    const creating = new Client(session).create('aws-persona', attributes)
    await expect(creating).rejects.toMatchObject({ sentence: expect.stringContaining('Account not found') })
    expect(session.sent).toHaveLength(2)
  })

  test('what AuthN answers says nothing about the family', async () => {
    const session = fakeSession((exchange) =>
      exchange.path.includes('authn_mappings') ? { text: '{"data":[]}' } : withFamily('wif')(exchange),
    )
    const client = new Client(session)
    await client.list('authn')
    await expect(client.list('aws-persona')).resolves.toEqual([])
  })

  test('kinds that are listed at once do not mislead each other, although the site has only one of them', async () => {
    const session = fakeSession((exchange) =>
      exchange.path.includes('/github/') ? GONE : withFamily('wif', SEEN)(exchange),
    )
    const client = new Client(session)
    const lists = await Promise.allSettled([client.list('github-persona'), client.list('aws-persona')])
    expect(lists.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    const before = session.sent.length
    await expect(client.get('aws-persona', ID)).resolves.toMatchObject({ id: ID })
    expect(session.sent.slice(before)).toEqual([`GET ${WIF}/${ID}`])
  })
})
