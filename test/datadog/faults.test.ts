import { describe, expect, type TestContext, test } from 'vitest'
import type { LiveMapping } from '../../src/mappings/mapping.ts'
import { FAULTS, type FaultDo, type FaultName } from '../emulator/fault-actions.ts'
import { timeLapse } from '../support/time-lapse.ts'
import { connected, startDatadog } from './connected.ts'

/** What becomes of a fault that lasts: how a list and a create end, and how often they ask with two retries. */
interface Expected {
  readonly fault?: FaultDo
  /** `ok`, or the failure-reason of a list. */
  readonly list: string
  readonly lists?: number
  /** The failure-reason of a create whose every POST meets the fault; `ok` when it is created anyway. */
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
  endlessHeaders: { list: 'network', lists: again, create: 'ok', made: true, says: /too many header fields/ },
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
const ATTRIBUTES = {
  arnPattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
  accountIdentifier: 'deployer@example.com',
}
const SILENT: readonly FaultName[] = ['hang', 'hangBody', 'drip', 'chunkedForever']
const LARGE: readonly FaultName[] = ['endlessBody', 'bigBody', 'endlessHeaders']

async function open(
  context: TestContext,
  name: FaultName,
  fault: Parameters<Awaited<ReturnType<typeof startDatadog>>['setFaults']>[0],
) {
  const datadog = await startDatadog(context, { seed })
  datadog.setFaults(fault)
  const timeoutSeconds = SILENT.includes(name) ? 12 : 60
  // Time that is spent reading must not run faster than the reader, and what times out needs some time of the machine.
  const clock = timeLapse(LARGE.includes(name) ? 1 : SILENT.includes(name) ? 4 : 8)
  return { datadog, ...(await connected(context, datadog, clock, { retries: 2, timeoutSeconds })) }
}

async function endOf(
  promise: Promise<LiveMapping | readonly LiveMapping[]>,
): Promise<{ reason: string; says: string }> {
  return promise.then(
    () => ({ reason: 'ok', says: '' }),
    (thrown) => ({ reason: thrown.reason, says: thrown.sentence }),
  )
}

describe.concurrent.each(Object.keys(FAULTS) as FaultName[])('the fault %s', (name) => {
  const expected = TABLE[name]
  const fault = expected.fault ?? name

  test(`ends a list as ${expected.list}`, async (context) => {
    const { datadog, client } = await open(context, name, [{ do: fault }])
    const { reason, says } = await endOf(client.list('aws-persona'))
    expect(reason, says).toBe(expected.list)
    expect(says).toMatch(expected.list === 'ok' ? /^$/ : (expected.says ?? /./))
    expect(datadog.requests().map(({ method }) => method)).toEqual(Array(expected.lists ?? 1).fill('GET'))
  })

  test(`ends a create as ${expected.create}`, async (context) => {
    const { datadog, client } = await open(context, name, [{ method: 'POST', do: fault }])
    const creating = client.create('aws-persona', ATTRIBUTES)
    const { reason, says } = await endOf(creating)
    expect(reason, says).toBe(expected.create)
    const posts = datadog.requests().filter(({ method }) => method === 'POST')
    if (expected.create !== 'timeout') expect(posts).toHaveLength(expected.posts ?? 1)
    const live = datadog.state().mappings['aws-persona'].map((mapping) => mapping['id'])
    expect(live).toHaveLength(expected.made ? 2 : 1)
    if (expected.create === 'ok') expect(live).toContain((await creating).id)
  })

  test('that passes is got over', async (context) => {
    const lasting = ['redirect', 'echoCredentials', 'endlessBody', 'bigBody', 'mutate', 'noId']
    const { client } = await open(context, name, [{ times: 1, do: fault }])
    const { reason, says } = await endOf(client.list('aws-persona'))
    // A silent server takes all the time that there is.
    if (!SILENT.includes(name)) expect(reason, says).toBe(lasting.includes(name) ? expected.list : 'ok')
  })
})
