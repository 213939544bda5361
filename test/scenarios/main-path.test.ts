import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../support/action-manifest.ts'
import {
  exchanges,
  expectFailure,
  expectNoSecrets,
  expectSuccess,
  methods,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

const ID = '7c405332-7033-40d2-a046-a27a075a22cd'
const ACCOUNT = '0bd557d2-6ed0-423e-9654-c0e1cd376abc'
const PATTERN = PERSONA['arn-pattern']
const COLLECTION = '/api/v2/cloud_auth/aws/persona_mapping'

const seed = {
  mappings: {
    'aws-persona': [
      { id: ID, arn_pattern: PATTERN, account_identifier: 'deployer@example.com', account_uuid: ACCOUNT },
    ],
  },
}

test('Datadog can see which version of the action asks', async () => {
  const datadog = await startDatadog()
  expectSuccess(await runHere(datadog, { operation: 'list' }), 'listed')
  const { version } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')) as { version: string }
  expect(datadog.requests()[0]?.headers['user-agent']).toMatch(`datadog-mappings/${version} (node `)
})

describe('a mapping from its making to its end', () => {
  test('create sends one POST and tells the id and the account UUID', async () => {
    const datadog = await startDatadog()
    const step = await runOperation(datadog, PERSONA)
    expectSuccess(step, 'created')
    const [mapping] = datadog.state().mappings['aws-persona']
    expect(step.outputs).toMatchObject({
      'mapping-id': mapping?.['id'],
      'account-uuid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'account-identifier': 'deployer@example.com',
      'arn-pattern': PATTERN,
      changed: 'true',
    })
    expect(JSON.parse(step.outputs['mapping'] ?? '')).toMatchObject({ kind: 'aws-persona', 'arn-pattern': PATTERN })
    expect(exchanges(datadog)).toEqual([`POST ${COLLECTION} 201`])
    expect(step.log).toContain(`Created the AWS persona mapping ${mapping?.['id']}: ${PATTERN} → deployer@example.com`)
    expect(step.summary).toContain(`| \`${PATTERN}\` |`)
    expectNoSecrets(step)
  })

  test('an IAM role ARN becomes the pattern of its sessions, and the log says so', async () => {
    const datadog = await startDatadog()
    const step = await runHere(datadog, {
      ...PERSONA,
      'arn-pattern': 'arn:aws:iam::123456789012:role/ci/deployer',
    })
    expectSuccess(step, 'created')
    expect(step.outputs['arn-pattern']).toBe(PATTERN)
    expect(step.log).toContain('was rewritten to')
    expect(step.annotations).toEqual([])
  })

  test('list shows all mappings in the log, the outputs and the summary', async () => {
    const step = await runOperation(await startDatadog({ seed }), { operation: 'list' })
    expectSuccess(step, 'listed')
    expect(step.outputs['count']).toBe('1')
    expect(Object.keys(step.outputs).sort()).toEqual(['count', 'mappings', 'result'])
    expect(JSON.parse(step.outputs['mappings'] ?? '')).toEqual([expect.objectContaining({ 'mapping-id': ID })])
    expect(step.log).toContain('There is 1 AWS persona mapping.')
    expect(step.summary).toContain(`\`${ID}\``)
  })

  test('an empty list is a list', async () => {
    const step = await runHere(await startDatadog(), { operation: 'list' })
    expectSuccess(step, 'listed')
    expect(step.outputs).toMatchObject({ count: '0', mappings: '[]' })
    expect(step.log).toContain('There are no AWS persona mappings.')
  })

  test('get finds by id and by pattern', async () => {
    const datadog = await startDatadog({ seed })
    for (const wanted of [{ 'mapping-id': ID }, { 'arn-pattern': PATTERN }]) {
      const step = await runHere(datadog, { operation: 'get', ...wanted })
      expectSuccess(step, 'found')
      expect(step.outputs).toMatchObject({ 'mapping-id': ID, 'account-uuid': ACCOUNT, 'arn-pattern': PATTERN })
    }
    expect(exchanges(datadog)).toEqual([`GET ${COLLECTION}/${ID} 200`, `GET ${COLLECTION} 200`])
  })

  test('delete deletes by id and by pattern', async () => {
    for (const wanted of [{ 'mapping-id': ID }, { 'arn-pattern': PATTERN }]) {
      const datadog = await startDatadog({ seed })
      const step = await runHere(datadog, { operation: 'delete', ...wanted })
      expectSuccess(step, 'deleted')
      expect(step.outputs).toMatchObject({ 'mapping-id': ID, changed: 'true' })
      expect(datadog.state().mappings['aws-persona']).toEqual([])
    }
  })

  test('get and delete of what is not there fail, unless if-missing is ignore', async () => {
    const datadog = await startDatadog()
    for (const operation of ['get', 'delete']) {
      const failed = await runOperation(datadog, { operation, 'mapping-id': ID })
      expectFailure(failed, 'not-found', `Could not ${operation} the AWS persona mapping ${ID}: there is none.`, /list/)
      expect(failed.outputs['mapping-id']).toBe(ID)
      const ignored = await runOperation(datadog, { operation, 'arn-pattern': PATTERN, 'if-missing': 'ignore' })
      expectSuccess(ignored, 'missing')
      expect(ignored.outputs['mapping-id']).toBeUndefined()
    }
  })
})

describe('a pattern that is mapped already', () => {
  test('is a conflict that names the holder', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runOperation(datadog, { ...PERSONA, 'account-identifier': 'someone@example.com' })
    expectFailure(step, 'conflict', /is already mapped by the AWS persona mapping/, ID, /deployer@example\.com/)
    expect(step.outputs).toMatchObject({ 'mapping-id': ID, 'account-uuid': ACCOUNT })
    expect(methods(datadog).filter((method) => method !== 'GET')).toEqual(['POST'])
  })

  test('is kept with if-exists: keep when it is equal, and fails without', async () => {
    const datadog = await startDatadog({ seed })
    const kept = await runHere(datadog, { ...PERSONA, 'if-exists': 'keep' })
    expectSuccess(kept, 'kept')
    expect(kept.outputs).toMatchObject({ 'mapping-id': ID, 'account-uuid': ACCOUNT, changed: 'false' })
    expectFailure(await runHere(datadog, PERSONA), 'conflict', /it already exists/)
    expect(datadog.state().mappings['aws-persona']).toHaveLength(1)
  })

  test('of another account fails although if-exists is keep', async () => {
    const datadog = await startDatadog({ seed })
    const step = await runHere(datadog, { ...PERSONA, 'account-identifier': ID, 'if-exists': 'keep' })
    expectFailure(step, 'conflict', /is already mapped/)
  })
})

interface Documented {
  readonly status: number
  readonly reason: string
  readonly says: RegExp
  readonly operation?: Readonly<Record<string, string>>
}

const GET = { operation: 'get', 'mapping-id': ID }
const DOCUMENTED: readonly Documented[] = [
  { status: 400, reason: 'invalid-input', says: /400 Bad Request/ },
  { status: 401, reason: 'unauthorized', says: /401 Unauthorized.*organization on.*swapped.*revoked/ },
  {
    status: 403,
    reason: 'forbidden',
    says: /needs the permission workload_identity_federation_write \("Workload Identity Federation Write".*\) and every/,
  },
  {
    status: 403,
    reason: 'forbidden',
    says: /needs the permission workload_identity_federation_read /,
    operation: GET,
  },
  { status: 404, reason: 'not-found', says: /there is none\..*operation: list/, operation: GET },
  { status: 409, reason: 'conflict', says: /Datadog lists no mapping that overlaps with it/ },
  { status: 422, reason: 'invalid-input', says: /422 Unprocessable Entity/ },
  { status: 429, reason: 'rate-limited', says: /429 Too Many Requests.*raise timeout or retries/ },
  { status: 500, reason: 'server-error', says: /500 Internal Server Error.*status\.datadoghq\.com/ },
  { status: 503, reason: 'server-error', says: /503 Service Unavailable/, operation: GET },
]

const BODIES: Readonly<
  Record<string, { readonly body?: unknown; readonly contentType?: string; readonly says?: string }>
> = {
  'JSON:API': {
    body: { errors: [{ status: '418', title: 'A title', detail: 'What Datadog says about it' }] },
    contentType: 'application/vnd.api+json',
    says: 'What Datadog says about it',
  },
  string: { body: { errors: ['What Datadog says about it'] }, says: 'What Datadog says about it' },
  HTML: { body: '<html><h1>Not a body</h1></html>', contentType: 'text/html' },
  empty: {},
}

describe.concurrent.each(Object.entries(BODIES))('an error with the body of the %s shape', (_, { says, ...answer }) => {
  test.each(DOCUMENTED)(
    '$status is one error, $reason, with its advice: $says',
    async ({ status, reason, operation, ...told }) => {
      const datadog = await startDatadog()
      // The collection answers, so that a 404 is about the one mapping.
      const where =
        operation === undefined ? { method: 'POST' as const } : { method: 'GET' as const, path: `^.*/${ID}` }
      datadog.setFaults([{ ...where, do: { status, ...answer } }])
      const step = await runHere(datadog, { ...(operation ?? PERSONA), retries: '0' })
      expectFailure(step, reason, told.says, /^Could not (create|get) the AWS persona mapping/)
      if (status !== 404 && says !== undefined) expect(step.outputs['error-message']).toContain(says)
      expect(step.log).not.toContain('<html>')
      expect(step.summary).toContain(`failed (${reason})`)
      expectNoSecrets(step)
    },
  )
})

describe.concurrent('a server that does not answer as Datadog does', () => {
  test('wrong keys are unauthorized, before and after', async () => {
    const step = await runHere(await startDatadog(), { ...PERSONA, 'api-key': 'another-key-altogether' })
    expectFailure(step, 'unauthorized', /^Could not create the AWS persona mapping.*Datadog answered 401 Unauthorized/)
    expectNoSecrets(step, 'another-key-altogether')
  })

  test('an account that is not integrated is told at once, with where to add it', async () => {
    const datadog = await startDatadog({ accounts: ['999999999999'] })
    const step = await runOperation(datadog, { ...PERSONA, timeout: '3' })
    expectFailure(step, 'not-integrated', /Integrations > Amazon Web Services/)
    expect(step.log.split('\n').findIndex((line) => line.includes('is not integrated'))).toBeLessThan(4)
    expect(step.log).toContain('so the action keeps trying for up to 2 min')
  })

  test('a refused connection is a network failure', async () => {
    // Nothing listens on the port of the discard service, and no test is given it.
    const step = await runOperation({ url: 'http://127.0.0.1:9' }, { operation: 'list', retries: '1' })
    expectFailure(step, 'network', /refused the connection \(ECONNREFUSED\), 2 times in a row.*firewall and proxy/)
  })

  test('an unknown host is a network failure that is not tried again', async () => {
    const step = await runOperation({ url: 'https://datadog.invalid' }, { operation: 'list', timeout: '20' })
    expectFailure(step, 'network', /datadog\.invalid/)
  })

  test('a server that is silent is a time-out within the deadline', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: 'hang' }])
    const step = await runOperation(datadog, { operation: 'list', timeout: '1' })
    expectFailure(step, 'timeout', /did not answer in time|deadline of 1 s passed/, /raise timeout/)
  })

  test('HTML and nothing at all with status 200 are bad responses', async () => {
    const datadog = await startDatadog({ seed })
    for (const [fault, says] of [
      ['html', /HTML instead of JSON/],
      ['empty', /an empty body/],
    ] as const) {
      datadog.setFaults([{ do: fault }])
      const step = await runOperation(datadog, { operation: 'list', retries: '0' })
      expectFailure(step, 'bad-response', says, /Check that api-url, or a proxy/)
    }
  })
})
