import { describe, expect, test } from 'vitest'
import type { PageChange } from '../emulator/switches.ts'
import { exchanges, expectFailure, expectSuccess, methods, runHere, runOperation, startDatadog } from './step.ts'

const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const ID = '7c405332-7033-40d2-a046-a27a075a22cd'
const OTHER = '0c405332-7033-40d2-a046-a27a075a22cd'

const authn = (count: number) => ({
  mappings: {
    authn: Array.from({ length: count }, (_, index) => ({
      ...{ attribute_key: 'group', attribute_value: `v${String(index).padStart(3, '0')}`, role_id: ROLE },
    })),
  },
})

describe.concurrent('a list of AuthN mappings whose pages do not add up', () => {
  const LIST = { operation: 'list', kind: 'authn', 'resource-type': 'role' }

  test.each<[PageChange['do'], number]>([
    ['delete', 149],
    ['add', 151],
    ['repeat', 150],
    ['shorten', 150],
  ])('once, because of %s, is read again and complete', async (change, count) => {
    const datadog = await startDatadog({ seed: authn(150), switches: { authnPages: { do: change, times: 1 } } })
    const step = await runHere(datadog, LIST)
    expectSuccess(step, 'listed')
    expect(step.outputs['count']).toBe(String(count))
    expect(step.log).toContain('The pages did not add up')
  })

  test.each(['repeat', 'shorten'] as const)('always, because of %s, fails after three tries', async (change) => {
    const datadog = await startDatadog({ seed: authn(150), switches: { authnPages: { do: change } } })
    const step = await runHere(datadog, LIST)
    expectFailure(step, 'bad-response', /did not add up to the declared total, 3 times in a row/)
    expect(step.outputs['mappings'] ?? '').toBe('')
  })

  test('never makes apply create a mapping that is there', async () => {
    const datadog = await startDatadog({ seed: authn(150), switches: { authnPages: { do: 'delete', times: 1 } } })
    const entry = `{ kind: authn, attribute-key: group, attribute-value: v100, role-id: ${ROLE} }`
    const step = await runOperation(
      datadog,
      { operation: 'apply', file: 'mappings.yml', 'auto-approve': 'true' },
      { workspaceFiles: { 'mappings.yml': `version: 1\nmappings:\n  - ${entry}\n` } },
    )
    expectSuccess(step, 'applied')
    expect(methods(datadog)).not.toContain('POST')
  })
})

describe.concurrent('on a site that has the newer paths only', () => {
  const seed = {
    mappings: {
      'aws-persona': [
        {
          id: ID,
          arn_pattern: 'arn:aws:sts::123456789012:assumed-role/live/*',
          account_identifier: 'live@example.com',
        },
      ],
    },
  }
  const byId = (operation: string, id: string) => ({ operation, 'mapping-id': id, 'if-missing': 'ignore' })

  test.each(['string', 'json-api'] as const)(
    'get and delete by id find the mapping, with a 404 of the form %s',
    async (unserved) => {
      const datadog = await startDatadog({ seed, switches: { wif: 'only', unserved } })
      expectSuccess(await runHere(datadog, byId('get', ID)), 'found')
      expectSuccess(await runHere(datadog, byId('delete', ID)), 'deleted')
      expect(datadog.state().mappings['aws-persona']).toEqual([])
      expect(exchanges(datadog)).toEqual([
        `GET /api/v2/cloud_auth/aws/persona_mapping/${ID} 404`,
        'GET /api/v2/cloud_auth/aws/persona_mapping 404',
        'GET /api/v2/wif/aws/persona_mapping 200',
        `GET /api/v2/wif/aws/persona_mapping/${ID} 200`,
        `DELETE /api/v2/cloud_auth/aws/persona_mapping/${ID} 404`,
        'GET /api/v2/cloud_auth/aws/persona_mapping 404',
        'GET /api/v2/wif/aws/persona_mapping 200',
        `DELETE /api/v2/wif/aws/persona_mapping/${ID} 204`,
      ])
    },
  )

  test('update by id replaces the mapping', async () => {
    const datadog = await startDatadog({ seed, switches: { wif: 'only' } })
    const step = await runHere(datadog, {
      operation: 'update',
      'mapping-id': ID,
      'account-identifier': 'new@example.com',
    })
    expectSuccess(step, 'replaced')
    expect(datadog.state().mappings['aws-persona']).toMatchObject([
      { attributes: { account_identifier: 'new@example.com' } },
    ])
  })

  test('an id that is not there is missing', async () => {
    const datadog = await startDatadog({ seed, switches: { wif: 'only' } })
    expectSuccess(await runHere(datadog, byId('delete', OTHER)), 'missing')
    expect(datadog.state().mappings['aws-persona']).toHaveLength(1)
  })

  test('a plan of AuthN and AWS mappings compares both with what is live', async () => {
    const datadog = await startDatadog({ seed, switches: { wif: 'only' } })
    const entries = [
      `{ kind: authn, attribute-key: group, attribute-value: v, role-id: ${ROLE} }`,
      '{ kind: aws-persona, arn-pattern: "arn:aws:sts::123456789012:assumed-role/live/*", account-identifier: live@example.com }',
    ]
    const step = await runHere(
      datadog,
      { operation: 'plan', file: 'mappings.yml' },
      {
        workspaceFiles: {
          'mappings.yml': `version: 1\nmappings:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`,
        },
      },
    )
    expectSuccess(step, 'planned')
    expect(step.outputs['changes-count']).toBe('1')
  })
})
