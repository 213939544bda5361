import { expect, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { asFailure, Stopped } from '../../src/failure.ts'
import type { LiveMapping, MappingAttributes } from '../../src/mappings/mapping.ts'
import { replace } from '../../src/operations/replacement.ts'
import { type FakeSession, fakeSession } from '../datadog/fake-session.ts'

const ID = '7c405332-7033-40d2-a046-a27a075a22cd'
const PATH = '/api/v2/cloud_auth/aws/persona_mapping'
const OLD: MappingAttributes = {
  arnPattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
  accountIdentifier: 'old@example.com',
}
const NEW: MappingAttributes = { ...OLD, accountIdentifier: 'new@example.com' }
const CREATED_AGAIN = JSON.stringify({
  data: {
    id: '8d516443-8144-41e3-b157-b38b186b33de',
    type: 'aws_cloud_auth_config',
    attributes: { arn_pattern: OLD.arnPattern, account_identifier: OLD.accountIdentifier },
  },
})
const NEW_ACCOUNT = JSON.stringify({
  data: [{ id: '0bd557d2-6ed0-423e-9654-c0e1cd376abc', attributes: { email: NEW.accountIdentifier } }],
})

async function replaceBy(attributes: MappingAttributes, session: FakeSession, keep = async () => {}) {
  const live: LiveMapping = { kind: 'aws-persona', id: ID, ...OLD }
  const journal = { say: session.say, organization: () => undefined, keep }
  return replace(
    { wanted: [{ kind: 'aws-persona', attributes }], live: [live] },
    { client: new Client(session), journal },
  ).catch(asFailure)
}

test('the deadline does not stop the second half, which waits no longer than it may', async () => {
  const bodies: string[] = []
  const session = fakeSession(
    ({ method, path, body = '', limit }) => {
      if (method === 'DELETE') return { status: 204, takes: 19_500 }
      if (method === 'GET') return { text: path.startsWith('/api/v2/users?') ? NEW_ACCOUNT : '{"data":[]}' }
      bodies.push(body)
      if (body.includes('old@example.com')) return { status: 201, text: CREATED_AGAIN }
      return { takes: limit, lost: Object.assign(new Error('no answer'), { name: 'TimeoutError' }) }
    },
    { timeoutSeconds: 21 },
  )
  const start = session.clock.now()
  const failure = await replaceBy(NEW, session)

  expect(failure).toMatchObject({ sentence: expect.stringContaining('The old mapping was created again') })
  expect(session.sent.filter((line) => !line.startsWith('GET'))[0]).toBe(`DELETE ${PATH}/${ID}`)
  expect(bodies[0]).toContain('new@example.com')
  expect(bodies.filter((body) => body.includes('old@example.com'))).toHaveLength(1)
  expect(session.sent.at(-1)).toBe(`POST ${PATH}`)
  expect(session.stop.signal.aborted, 'the deadline has passed meanwhile').toBe(true)
  // 5 s after the deadline for the new mapping; looking it up and creating the old one again are answered at once.
  expect(session.clock.now() - start).toBeGreaterThan(22_000)
  expect(session.clock.now() - start).toBeLessThanOrEqual(28_000)
})

test('after a cancellation, an old mapping that Datadog shows and does not find leaves time to create another one again', async () => {
  const other = '8d516443-8144-41e3-b157-b38b186b33df'
  const shown = JSON.stringify({ data: { ...JSON.parse(CREATED_AGAIN).data, id: other } })
  let [cancelled, restored] = [0, 0]
  const session = fakeSession(({ method, path }) => {
    if (path.startsWith('/api/v2/')) session.clock.advance(100)
    if (method === 'DELETE' && !session.stop.signal.aborted) {
      cancelled = session.clock.now()
      session.stop.abort()
    }
    if (method === 'DELETE') return path.endsWith(ID) ? { status: 204 } : { status: 404, text: '{"errors":["no"]}' }
    if (path.startsWith('/api/v2/users')) return { text: NEW_ACCOUNT }
    if (method === 'GET')
      return { text: path.endsWith(other) ? shown : `{"data":[${JSON.stringify(JSON.parse(shown).data)}]}` }
    restored = session.clock.now()
    return { status: 201, text: CREATED_AGAIN }
  })
  const live = [ID, other].map((id): LiveMapping => ({ kind: 'aws-persona', id, ...OLD }))
  const journal = { say: session.say, organization: () => undefined, keep: async () => undefined }
  const replacement = { wanted: [{ kind: 'aws-persona' as const, attributes: NEW }], live }
  const failure = await replace(replacement, { client: new Client(session), journal }).catch(asFailure)

  expect(failure).toMatchObject({ sentence: expect.stringContaining('The old mapping was created again') })
  expect(restored - cancelled).toBeGreaterThan(0)
  expect(restored - cancelled, 'of the 7 s').toBeLessThanOrEqual(5_200)
})

test('no mapping is deleted late, when the one that takes its place was slow to be created', async () => {
  const created = CREATED_AGAIN.replace('deployer', 'other').replace('old@', 'new@')
  const session = fakeSession(
    ({ method }) => (method === 'POST' ? { status: 201, text: created, takes: 15_000 } : { text: NEW_ACCOUNT }),
    { timeoutSeconds: 30 },
  )
  const failure = await replaceBy({ ...NEW, arnPattern: 'arn:aws:sts::123456789012:assumed-role/other/*' }, session)
  expect(failure).toMatchObject({
    reason: 'timeout',
    sentence: expect.stringContaining('The old one was not deleted.'),
  })
  expect(session.sent.filter((line) => line.startsWith('DELETE'))).toEqual([])
})

test('nothing is deleted when the run is cancelled while the restoring inputs are written down', async () => {
  const session = fakeSession(({ method }) => (method === 'GET' ? { text: NEW_ACCOUNT } : { status: 204 }))
  const failure = await replaceBy(NEW, session, async () =>
    session.stop.abort(new Stopped('cancelled', 'the run was cancelled')),
  )
  expect(failure).toMatchObject({ reason: 'cancelled', sentence: expect.stringContaining('Nothing was changed.') })
  expect(session.sent.filter((line) => line.startsWith('DELETE'))).toEqual([])
})
