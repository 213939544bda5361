import { describe, expect, test } from 'vitest'
import { FAULTS, type FaultDo, type FaultName } from '../emulator/fault-actions.ts'
import { expectFailure, expectNoSecrets, expectSuccess, methods, runHere, startDatadog } from './step.ts'

/** How a list ends that meets a fault; those that are not named here fail as `bad-response`. */
const ENDS: Readonly<Partial<Record<FaultName, string>>> = {
  ...{ status: 'server-error', redirect: 'redirect-refused', echoCredentials: 'invalid-input' },
  ...{ hang: 'timeout', hangBody: 'timeout', drip: 'timeout', chunkedForever: 'timeout' },
  ...{ reset: 'network', resetMidBody: 'network', cutBody: 'network', endlessHeaders: 'network' },
  ...{ wrongType: 'ok', latency: 'ok', status1xx: 'ok' },
}
const FAULT_OF: Readonly<Partial<Record<FaultName, FaultDo>>> = {
  status: { status: 503 },
  drip: { kind: 'drip', everyMs: 500 },
  bigBody: { kind: 'bigBody', bytes: 33 * 1024 * 1024 },
  redirect: { kind: 'redirect', to: 'https://evil.example' },
  wrongType: { kind: 'wrongType', dataType: 'aws_wif_config' },
  latency: { kind: 'latency', ms: 100 },
  mutate: { kind: 'mutate', set: { arn_pattern: 7 } },
  status1xx: { kind: 'status1xx', status: 103, times: 3 },
}
const seed = {
  mappings: {
    'aws-persona': [
      { arn_pattern: 'arn:aws:sts::999999999999:assumed-role/other/*', account_identifier: 'o@example.com' },
    ],
  },
}

// Retries, look-ups and creates: see test/datadog/faults.test.ts, which needs no process and no waiting.
describe.concurrent('a step that meets a fault ends with one clean error, or without a trace of it', () => {
  test.each(Object.keys(FAULTS) as FaultName[])('%s', async (name) => {
    const datadog = await startDatadog({ seed })
    datadog.setFaults([{ do: FAULT_OF[name] ?? name }])
    const reason = ENDS[name] ?? 'bad-response'
    const timeout = reason === 'timeout' ? '1' : '10'
    const step = await runHere(datadog, { operation: 'list', retries: '0', timeout })
    if (reason === 'ok') expectSuccess(step, 'listed')
    else expectFailure(step, reason)
    expect(methods(datadog)).toEqual(['GET'])
    expectNoSecrets(step)
  })
})
