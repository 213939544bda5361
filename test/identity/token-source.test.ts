import { expect, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { createTokenSource } from '../../src/identity/token-source.ts'
import { MAPPED, startJob, type TestJob } from './job.ts'

const exchanges = ({ emulator }: TestJob) =>
  emulator.requests().filter(({ path }) => path === '/api/v2/delegated-token').length

const clientOf = ({ job }: TestJob) => new Client({ ...job.datadog, tokens: createTokenSource(job) })

test('one exchange serves all requests of a step, also those that start together', async () => {
  const started = await startJob({ seed: MAPPED })
  const client = clientOf(started)
  await Promise.all([client.list('aws-persona'), client.list('aws-intake'), client.list('github-persona')])
  await client.list('aws-persona')
  expect(exchanges(started)).toBe(1)
  expect(new Set(started.emulator.requests().map(({ credentials }) => credentials))).toEqual(
    new Set(['delegated', 'bearer']),
  )
})

test('a token that is about to end is exchanged anew, before a request would carry it', async () => {
  const started = await startJob({ seed: MAPPED, switches: { tokenSeconds: 600 } })
  const client = clientOf(started)
  await client.list('aws-persona')
  started.clock.advance(530_000)
  await client.list('aws-persona')
  expect(exchanges(started)).toBe(1)
  started.clock.advance(20_000)
  await Promise.all([client.list('aws-persona'), client.list('aws-intake')])
  expect(exchanges(started)).toBe(2)
  expect(started.emulator.requests().map(({ status }) => status)).not.toContain(401)
})

test('a token that Datadog refuses before its time is exchanged anew, and not for ever', async () => {
  const started = await startJob({ seed: MAPPED })
  const client = clientOf(started)
  started.emulator.setFaults([{ path: '/api/v2/cloud_auth', times: 1, do: { kind: 'status', status: 401 } }])
  expect(await client.list('aws-persona')).toHaveLength(1)
  expect(exchanges(started)).toBe(2)
  started.emulator.setFaults([{ path: '/api/v2/cloud_auth', do: { kind: 'status', status: 401 } }])
  await expect(client.list('aws-persona')).rejects.toMatchObject({ reason: 'unauthorized' })
  expect(exchanges(started)).toBeLessThan(6)
})

test('a token that lives for a minute serves more than one request', async () => {
  const started = await startJob({ seed: MAPPED, switches: { tokenSeconds: 60 } })
  const client = clientOf(started)
  await client.list('aws-persona')
  started.clock.advance(40_000)
  await client.list('aws-persona')
  expect(exchanges(started)).toBe(1)
})

test('a token that Datadog refuses to several requests at once is exchanged as often as for one', async () => {
  const started = await startJob({ seed: MAPPED })
  const client = clientOf(started)
  started.emulator.setFaults([{ path: '/api/v2/cloud_auth', do: { kind: 'status', status: 401 } }])
  const kinds = ['aws-persona', 'aws-intake', 'github-persona', 'github-intake'] as const
  const lists = await Promise.allSettled(kinds.map((kind) => client.list(kind)))
  expect(lists.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
  expect(exchanges(started)).toBe(3)
})

test.each<[string, unknown, number]>([
  ['seconds as a text', '1795241100', 300],
  ['seconds as a number', 1_795_241_100, 300],
  ['a date', '2026-11-21T06:05:00Z', 300],
  ['a date with a zone', '2026-11-21T07:05:00+01:00', 300],
  ['nothing', null, 900],
  ['nonsense', 'soon', 900],
  ['a time that has passed', '1764000000', 900],
  ['a time beyond all reason', '99999999999999', 900],
])('an expiry given as %s is understood', async (_, expires, seconds) => {
  const started = await startJob({ seed: MAPPED })
  started.emulator.setFaults([{ path: '/api/v2/delegated-token', do: { kind: 'mutate', set: { expires } } }])
  const client = clientOf(started)
  await client.list('aws-persona')
  started.clock.advance(seconds * 1000 - 61_000)
  await client.list('aws-persona')
  expect(exchanges(started)).toBe(1)
  started.clock.advance(62_000)
  await client.list('aws-persona')
  expect(exchanges(started)).toBe(2)
  expect(started.emulator.requests().map(({ status }) => status)).not.toContain(401)
})

test.each<[string, Parameters<TestJob['emulator']['setFaults']>[0]]>([
  ['errors of the server', [{ path: '/api/v2/delegated-token', times: 2, do: { kind: 'status', status: 503 } }]],
  ['a rate limit', [{ path: '/api/v2/delegated-token', times: 1, do: { kind: 'status', status: 429 } }]],
  ['a reset', [{ path: '/api/v2/delegated-token', times: 1, do: 'reset' }]],
  ['half an answer', [{ path: '/api/v2/delegated-token', times: 1, do: 'truncatedJson' }]],
])('the exchange is made again after %s', async (_, faults) => {
  const started = await startJob({ seed: MAPPED })
  started.emulator.setFaults(faults)
  expect(await clientOf(started).list('aws-persona')).toHaveLength(1)
})

test('everything that could be the caller is masked, and one proof serves a while', async () => {
  const started = await startJob({ seed: MAPPED, switches: { tokenSeconds: 60 } })
  const client = clientOf(started)
  await client.list('aws-persona')
  started.clock.advance(60_000)
  await client.list('aws-persona')
  const carried = started.emulator.requests().map(({ headers }) => headers['authorization']?.split(' ')[1] ?? '')
  expect(new Set(carried).size).toBe(3)
  for (const secret of carried) expect(started.secrets).toContain(secret)
  expect(started.secrets).toContain(started.job.env['AWS_SECRET_ACCESS_KEY'])
  expect(started.secrets).toContain(started.job.env['AWS_SESSION_TOKEN'])
})
