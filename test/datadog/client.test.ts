import { describe, expect, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { Failure } from '../../src/failure.ts'
import { type FakeSession, fakeSession, type Turn } from './fake-session.ts'

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
    const session = fakeSession([GONE])
    const client = new Client(session)
    await expect(client.get('aws-persona', ID)).resolves.toBeUndefined()
    await expect(client.delete('aws-persona', ID)).resolves.toBe(false)
    expect(session.sent).toHaveLength(2)
    expect(session.waits).toEqual([])
  })

  test('that is gone after a lost DELETE was deleted', async () => {
    const session = fakeSession([{ status: 502 }, GONE])
    await expect(new Client(session).delete('aws-persona', ID)).resolves.toBe(true)
  })

  test.each(['..', '.', ''])('with the id %j is never asked for', async (id) => {
    const session = fakeSession([SEEN])
    await expect(new Client(session).get('aws-persona', id)).rejects.toBeInstanceOf(Failure)
    expect(session.sent).toEqual([])
  })

  test.each(['a/b', '../x', '%2e%2e', 'a?b=c', 'a#b', 'a b', '\u0000', 'ä', '\ud800x', 'a\r\nHost: x', '..;/x'])(
    'with the id %j stays in its segment of the path',
    async (id) => {
      const session = fakeSession([GONE])
      const client = new Client(session)
      await client.get('aws-persona', id).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(Failure))
      for (const line of session.sent)
        expect(line).toMatch(/^GET \/api\/v2\/cloud_auth\/aws\/persona_mapping\/[\w.%~!*'()-]+$/)
    },
  )
})
