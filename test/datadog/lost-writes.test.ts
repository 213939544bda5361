import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { Client } from '../../src/datadog/client.ts'
import { createTransport } from '../../src/datadog/transport.ts'
import type { MappingAttributes } from '../../src/mappings/mapping.ts'
import { type EmulatorOptions, startEmulator } from '../emulator/emulator.ts'
import { fakeSession } from './fake-session.ts'
import { LOSSES, SAMPLES } from './losses.ts'

const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const ID = '2966bb6f-540c-4bff-89c7-2642ea43f7ae'
const KINDS = {
  'aws-persona': {
    arnPattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
    accountIdentifier: 'deployer@example.com',
  },
  'github-persona': { claims: { sub: '^repo:octo-org/octo-repo:.*$' }, accountIdentifier: 'deployer@example.com' },
  authn: { attributeKey: 'member-of', attributeValue: 'Dev', roleId: ROLE },
} as const satisfies Record<string, MappingAttributes>

/** An emulated Datadog, and a client that reaches it over the network and waits for nothing. */
async function start(options: EmulatorOptions = {}) {
  const datadog = await startEmulator(options)
  const transport = await createTransport(datadog.url, undefined, systemClock)
  onTestFinished(async () => {
    transport.close()
    await datadog.close()
  })
  const headers = { 'dd-api-key': 'api', 'dd-application-key': 'app' }
  const session = { ...fakeSession([]), origin: datadog.url, headers, transport }
  const methods = () => datadog.requests().map(({ method }) => method)
  return { datadog, client: new Client(session), methods }
}

test('the samples are among the losses', () => {
  expect(LOSSES.filter(([name]) => SAMPLES.includes(name))).toHaveLength(SAMPLES.length)
})

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('a create of kind %s', (kind) => {
  test.each(LOSSES)('makes one mapping although its answer is %s', async (_, rule) => {
    const { datadog, client, methods } = await start()
    datadog.setFaults([{ method: 'POST', times: 1, ...rule }])
    const { id } = await client.create(kind, KINDS[kind])
    expect(datadog.state().mappings[kind].map((mapping) => mapping['id'])).toEqual([id])
    // The request is sent again only after a look-up.
    expect(methods()).toContain('GET')
    expect(methods().join(' ')).not.toContain('POST POST')
  })
})

describe('an update of an AuthN mapping', () => {
  test.each(LOSSES)('is done once although its answer is %s', async (_, rule) => {
    const authn = [{ attribute_key: 'member-of', attribute_value: 'Dev', role_id: ROLE, id: ID }]
    const { datadog, client, methods } = await start({ seed: { mappings: { authn } } })
    datadog.setFaults([{ method: 'PATCH', times: 1, ...rule }])
    await expect(client.update('authn', ID, { attributeValue: 'Ops' })).resolves.toMatchObject({ id: ID })
    expect(JSON.stringify(datadog.state().mappings.authn)).toContain('"Ops"')
    expect(methods().join(' ')).not.toContain('PATCH PATCH')
  })
})
