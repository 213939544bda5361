import { describe, expect, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { asFailure } from '../../src/failure.ts'
import { createOne } from '../../src/operations/create.ts'
import { execute } from '../../src/operations/execute.ts'
import type { DeleteRequest, EnsureRequest, UpdateRequest } from '../../src/operations/request.ts'
import { fakeSession, socketError, type Turn } from '../datadog/fake-session.ts'
import { type Arrival, type Emulated, emulated, run, start } from './emulated.ts'

const ID = '7c405332-7033-40d2-a046-a27a075a22cd'
const ANOTHER = '94172444-be03-11e9-a77a-db1879185210'
const PATTERN = 'arn:aws:sts::123456789012:assumed-role/deployer/*'
const seed = {
  mappings: { 'aws-persona': [{ id: ID, arn_pattern: PATTERN, account_identifier: 'old@example.com' }] },
}
const ENSURE: EnsureRequest = {
  operation: 'ensure',
  kind: 'aws-persona',
  attributes: { arnPattern: PATTERN, accountIdentifier: 'new@example.com' },
  claimsOfThisJob: false,
  lookUpPatterns: [PATTERN],
  ifExists: 'replace',
  dryRun: false,
}
const UPDATE: UpdateRequest = {
  operation: 'update',
  kind: 'aws-persona',
  mappingId: ID,
  attributes: { accountIdentifier: 'new@example.com' },
  claimsOfThisJob: false,
  lookUpPatterns: [],
  force: [],
  dryRun: false,
}
const REFUSED: Turn = { status: 403, text: '{"errors":["no"]}' }
const LOST: Turn = { lost: socketError('ECONNRESET') }

/** Does something once, right before the first request of a method is answered. */
const rightBefore = (
  method: string,
  act: () => void,
  then: (arrival: Arrival) => Turn | undefined = () => undefined,
) => {
  return (arrival: Arrival) => {
    if (arrival.method === method && arrival.nth === 1) act()
    return then(arrival)
  }
}

const replacedByOther = (datadog: Emulated) => () => {
  datadog.remove(ID)
  datadog.create(PATTERN, 'new@example.com')
}

describe('a replacement that someone else carries out meanwhile', () => {
  test.each([ENSURE, UPDATE])('is no change of this step: $operation', async (request) => {
    const datadog = emulated(seed)
    const { outcome } = await run(datadog, request, rightBefore('DELETE', replacedByOther(datadog)))
    expect(outcome).toMatchObject({
      result: 'unchanged',
      changed: false,
      mapping: { accountIdentifier: 'new@example.com' },
    })
    expect(datadog.accounts()).toEqual(['new@example.com'])
  })

  test.each([ENSURE, UPDATE])(
    'is of unknown origin when the answer to the create is lost: $operation',
    async (request) => {
      const datadog = emulated(seed)
      const lost = ({ method }: Arrival) => (method === 'POST' ? LOST : undefined)
      const { outcome } = await run(datadog, request, rightBefore('DELETE', replacedByOther(datadog), lost))
      expect(outcome).toMatchObject({ result: 'replaced', changed: 'unknown' })
    },
  )
})

describe('an old mapping that was deleted and may not be created again', () => {
  const refused = ({ method }: Arrival) => (method === 'POST' ? REFUSED : undefined)

  test('is not called gone when someone else created it meanwhile', async () => {
    const datadog = emulated(seed)
    const { outcome } = await run(
      datadog,
      ENSURE,
      rightBefore('POST', () => datadog.create(PATTERN, 'old@example.com'), refused),
    )
    expect(outcome).toMatchObject({
      reason: 'forbidden',
      known: { changed: true, mapping: { id: expect.not.stringMatching(ID) } },
    })
    expect(outcome).toMatchObject({ sentence: expect.stringContaining('Not created again') })
  })

  test('is done when someone else created the new one meanwhile', async () => {
    const datadog = emulated(seed)
    const { outcome } = await run(
      datadog,
      ENSURE,
      rightBefore('POST', () => datadog.create(PATTERN, 'new@example.com'), refused),
    )
    expect(outcome).toMatchObject({ result: 'replaced', changed: true })
  })

  test('is an alarm although a list that lags still shows it', async () => {
    const datadog = emulated(seed)
    const stale = datadog.answer({ method: 'GET', path: '/api/v2/cloud_auth/aws/persona_mapping' })
    const { outcome } = await run(datadog, ENSURE, (arrival) => {
      if (arrival.method === 'POST') return { status: 409 }
      return arrival.path.endsWith('persona_mapping') ? stale : undefined
    })
    expect(outcome).toMatchObject({
      reason: 'mapping-lost',
      sentence: expect.stringMatching(/^THE MAPPING MAY BE GONE/),
    })
    expect(datadog.accounts()).toEqual([])
  })
})

test('a deleted mapping that a list which lags still shows is not taken for the restored one', async () => {
  const datadog = emulated(seed)
  const stale = datadog.answer({ method: 'GET', path: '/api/v2/cloud_auth/aws/persona_mapping' })
  const { outcome } = await run(datadog, ENSURE, (arrival) => {
    if (arrival.method === 'POST') return { status: 500 }
    return arrival.path.endsWith('persona_mapping') ? stale : undefined
  })
  expect(outcome).toMatchObject({ reason: 'mapping-lost', known: { changed: true } })
  expect(datadog.accounts()).toEqual([])
})

describe('a create that a list which lags does not show', () => {
  const empty: Turn = { text: '{"data":[]}' }

  test('leaves unknown whether it changed anything, although Datadog then answers with a conflict', async () => {
    const datadog = emulated({})
    const { outcome } = await run(datadog, ENSURE, ({ method, nth, ...request }) => {
      if (method === 'GET') return empty
      if (nth > 1) return undefined
      datadog.answer({ method, ...request })
      return LOST
    })
    expect(outcome).toMatchObject({ reason: 'conflict', isUnsettled: true })
    expect(datadog.accounts()).toEqual(['new@example.com'])
  })

  test('is of unknown origin when the list shows it in the end', async () => {
    const datadog = emulated({})
    const { outcome, session } = await run(datadog, ENSURE, ({ method, nth, ...request }) => {
      if (method === 'GET') return nth < 8 ? empty : undefined
      if (nth > 1) return undefined
      datadog.answer({ method, ...request })
      return LOST
    })
    const warnings = [expect.stringContaining('Whether this step or another run created it is unknown.')]
    expect(outcome).toMatchObject({ result: 'unchanged', changed: 'unknown', warnings })
    expect(session.said.join()).not.toContain('Another run')
  })

  test('is not called unchanged because the look-up of a lost answer was refused', async () => {
    const datadog = emulated({})
    const { outcome } = await run(datadog, ENSURE, ({ method, nth, ...request }) => {
      if (method === 'GET') return nth === 2 ? { status: 409 } : undefined
      datadog.answer({ method, ...request })
      return LOST
    })
    expect(outcome).toMatchObject({ reason: 'network', isUnsettled: true })
  })
})

test('a mapping that Datadog did not find, and showed for a while, was deleted by someone else', async () => {
  const datadog = emulated(seed)
  let reads = 0
  const { outcome } = await run(datadog, ENSURE, ({ method, path }) => {
    if (method === 'POST') return REFUSED
    if (method === 'DELETE') return { status: 404 }
    if (path.endsWith(ID) && ++reads === 5) datadog.remove(ID)
    return undefined
  })
  expect(outcome).toMatchObject({
    reason: 'forbidden',
    sentence: expect.stringContaining('Someone else deleted'),
    known: { changed: false },
  })
  expect(datadog.accounts()).toEqual([])
})

test('what this step created and could not remove again does not stand for the old mapping', async () => {
  const users = [{ id: ANOTHER, email: 'new@example.com' }]
  const datadog = emulated({ ...seed, users }, { resolvesTo: ID })
  const { outcome } = await run(datadog, ENSURE, ({ method, nth }) =>
    method === 'DELETE' && nth > 1 ? REFUSED : undefined,
  )
  expect(outcome).toMatchObject({ reason: 'mapping-lost', sentence: expect.stringContaining('was not removed') })
})

test('a new mapping for another account than the reviewed one stays when it may be the one of another run', async () => {
  const users = [{ id: ANOTHER, email: 'new@example.com' }]
  const datadog = emulated({ users }, { resolvesTo: ID })
  const { context } = start(datadog, ({ method, nth, ...rest }) => {
    if (method !== 'POST' || nth > 1) return undefined
    datadog.answer({ method, ...rest })
    return LOST
  })
  const wanted = { kind: ENSURE.kind, attributes: ENSURE.attributes, accountUuid: ANOTHER }
  const thrown = await execute({ action: 'create', wanted, notes: [] }, context).catch(asFailure)
  expect(thrown).toMatchObject({ reason: 'guarded', known: { changed: 'unknown' } })
  expect(datadog.accounts()).toEqual(['new@example.com'])
})

describe('of two AuthN mappings that two runs create in the same moment', () => {
  const [FIRST, SECOND] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  const wanted = {
    kind: 'authn',
    attributes: { attributeKey: 'member-of', attributeValue: 'Dev', roleId: ANOTHER },
  } as const
  const body = (id: string) => ({
    id,
    type: 'authn_mappings',
    attributes: { attribute_key: 'member-of', attribute_value: 'Dev', created_at: '2026-11-21T00:00:00Z' },
    relationships: { role: { data: { id: ANOTHER, type: 'roles' } } },
  })

  test.each([
    [FIRST, 'this step', []],
    [SECOND, 'another run', [`DELETE /api/v2/authn_mappings/${SECOND}`]],
  ])('the one with the lower id stays: %s', async (own, by, deletes) => {
    const session = fakeSession(({ method }) => {
      if (method === 'GET') return { text: JSON.stringify({ data: [body(SECOND), body(FIRST)] }) }
      return method === 'POST' ? { status: 200, text: JSON.stringify({ data: body(own) }) } : { status: 204 }
    })
    await expect(createOne(new Client(session), wanted)).resolves.toMatchObject({ mapping: { id: FIRST }, by })
    expect(session.sent.filter((line) => line.startsWith('DELETE'))).toEqual(deletes)
  })
})

test('a lost DELETE is not forgotten when the path family is looked up, and that fails', async () => {
  const request: DeleteRequest = { ...UPDATE, operation: 'delete', attributes: {}, ifMissing: 'ignore' }
  const datadog = emulated(seed)
  const { outcome } = await run(datadog, request, ({ method, nth, ...rest }) => {
    if (method === 'GET') return { status: 403 }
    if (nth > 1) return undefined
    datadog.answer({ method, ...rest })
    return LOST
  })
  expect(outcome).toMatchObject({ reason: 'forbidden', isUnsettled: true })
  expect(datadog.accounts()).toEqual([])
})
