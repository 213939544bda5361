import { describe, expect, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { createTransport } from '../../src/datadog/transport.ts'
import { fakeSession } from '../datadog/fake-session.ts'
import { FAULTS, type FaultDo, type FaultName } from '../emulator/fault-actions.ts'
import {
  API_KEY,
  APP_KEY,
  exchanges,
  expectFailure,
  expectNoSecrets,
  expectSuccess,
  methods,
  PERSONA,
  runOperation,
  startDatadog,
} from './step.ts'

/** What a step makes of a fault that does not go away: how it ends, and how often it asks with two retries. */
interface Expected {
  readonly fault?: FaultDo
  /** `ok`, or the failure-reason of a list. */
  readonly list: string
  readonly lists?: number
  /** The failure-reason of a create whose every POST meets the fault; `ok` when it is created all the same. */
  readonly create: string
  /** Whether Datadog has carried the create out. */
  readonly made: boolean
  readonly posts?: number
  readonly says?: RegExp
}

const again = 3
const TABLE: Readonly<Record<FaultName, Expected>> = {
  status: {
    fault: { status: 503 },
    list: 'server-error',
    lists: again,
    create: 'server-error',
    made: false,
    posts: again,
  },
  hang: { list: 'timeout', create: 'timeout', made: false },
  hangBody: { list: 'timeout', create: 'ok', made: true },
  reset: { list: 'network', lists: again, create: 'network', made: false, posts: again, says: /broke the connection/ },
  resetMidBody: { list: 'network', lists: again, create: 'ok', made: true },
  cutBody: { list: 'network', lists: again, create: 'ok', made: true },
  shortLength: { list: 'bad-response', lists: again, create: 'ok', made: true },
  garbage: { list: 'bad-response', lists: again, create: 'bad-response', made: false, posts: again, says: /not HTTP/ },
  truncatedJson: { list: 'bad-response', lists: again, create: 'ok', made: true, says: /a body that is not JSON/ },
  noId: { list: 'bad-response', create: 'ok', made: true, says: /id is missing or not as documented/ },
  empty: {
    list: 'bad-response',
    lists: again,
    create: 'bad-response',
    made: false,
    posts: again,
    says: /an empty body/,
  },
  html: { list: 'bad-response', lists: again, create: 'bad-response', made: false, posts: again, says: /HTML/ },
  drip: { fault: { kind: 'drip', everyMs: 500 }, list: 'timeout', create: 'ok', made: true },
  chunkedForever: { list: 'timeout', create: 'ok', made: true },
  endlessBody: { list: 'bad-response', create: 'ok', made: true, says: /more than 32 MiB/ },
  endlessHeaders: { list: 'network', lists: again, create: 'ok', made: true, says: /header fields without end/ },
  bigBody: {
    fault: { kind: 'bigBody', bytes: 33 * 1024 * 1024 },
    list: 'bad-response',
    create: 'bad-response',
    made: false,
  },
  redirect: {
    fault: { kind: 'redirect', to: 'https://evil.example' },
    list: 'redirect-refused',
    create: 'redirect-refused',
    made: false,
  },
  wrongType: { fault: { kind: 'wrongType', dataType: 'aws_wif_config' }, list: 'ok', create: 'ok', made: true },
  latency: { fault: { kind: 'latency', ms: 300 }, list: 'ok', create: 'ok', made: true },
  echoCredentials: { list: 'invalid-input', create: 'invalid-input', made: false },
  mutate: {
    fault: { kind: 'mutate', set: { arn_pattern: 7 } },
    list: 'bad-response',
    create: 'ok',
    made: true,
    says: /arn_pattern/,
  },
  gzip: { list: 'bad-response', lists: again, create: 'ok', made: true, says: /a compressed body/ },
  status1xx: { fault: { kind: 'status1xx', status: 103, times: 3 }, list: 'ok', create: 'ok', made: true },
}

const seed = {
  mappings: {
    'aws-persona': [
      { arn_pattern: 'arn:aws:sts::999999999999:assumed-role/other/*', account_identifier: 'o@example.com' },
    ],
  },
}

describe.concurrent.each(Object.keys(FAULTS) as FaultName[])('the fault %s', (name) => {
  const expected = TABLE[name]
  const fault = expected.fault ?? name
  const timeout = ['hang', 'hangBody', 'drip', 'chunkedForever'].includes(name) ? '2.5' : '10'

  test(`ends a list as ${expected.list}`, async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ do: fault }])
    const step = await runOperation(datadog, { operation: 'list', retries: '2', timeout })
    if (expected.list === 'ok') expectSuccess(step, 'listed')
    else expectFailure(step, expected.list, ...(expected.says ? [expected.says] : []))
    expect(methods(datadog)).toEqual(Array(expected.lists ?? 1).fill('GET'))
    expect(datadog.state().mappings['aws-persona']).toHaveLength(1)
    expectNoSecrets(step)
  })

  test(`ends a create as ${expected.create}`, async () => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ method: 'POST', do: fault }])
    const step = await runOperation(datadog, { ...PERSONA, retries: '2', timeout })
    if (expected.create === 'ok') expectSuccess(step, 'created')
    else expectFailure(step, expected.create)
    const posts = exchanges(datadog).filter((line) => line.startsWith('POST'))
    if (expected.create !== 'timeout') expect(posts).toHaveLength(expected.posts ?? 1)
    const live = datadog.state().mappings['aws-persona'].map((mapping) => mapping['id'])
    expect(live).toHaveLength(expected.made ? 2 : 1)
    if (expected.made) expect(live).toContain(step.outputs['mapping-id'])
    expectNoSecrets(step)
  })

  if (timeout !== '10') return

  // The step itself gets over lost answers in ambiguous-writes.test.ts; here it is the client alone, which need not wait.
  test('that passes is got over', async () => {
    const lasting = ['redirect', 'echoCredentials', 'endlessBody', 'bigBody', 'mutate', 'noId']
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ times: 1, do: fault }])
    const transport = await createTransport(datadog.url, undefined)
    const headers = { 'dd-api-key': API_KEY, 'dd-application-key': APP_KEY }
    const client = new Client({ ...fakeSession([], { retries: 2 }), origin: datadog.url, headers, transport })
    const listed = client.list('aws-persona').finally(() => transport.close())
    if (lasting.includes(name)) await expect(listed).rejects.toMatchObject({ reason: expected.list })
    else await expect(listed).resolves.toHaveLength(1)
  })
})
