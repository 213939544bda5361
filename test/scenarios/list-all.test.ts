import { expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { role, uuid } from './desired.ts'
import { expectFailure, expectSuccess, methods, runHere, runOperation, startDatadog } from './step.ts'

const LIST = { operation: 'list', kind: 'all' }
const seed: Seed = {
  mappings: {
    'aws-persona': [{ id: uuid(1), arn_pattern: role('a'), account_identifier: 'deployer@example.com' }],
    'aws-intake': [{ id: uuid(2), arn_pattern: role('b') }],
    'github-intake': [{ id: uuid(3), claim_matchers: { sub: 'repo:a/b:.+$' } }],
    authn: [
      { id: uuid(4), attribute_key: 'k', attribute_value: 'v', role_id: uuid(80) },
      { id: uuid(5), attribute_key: 'k', attribute_value: 'w', team_id: uuid(90) },
    ],
  },
}
const listed = (json = '') =>
  JSON.parse(json).map((mapping: Record<string, string>) => [mapping['kind'], mapping['mapping-id']])

test('one step lists the mappings of every kind', async () => {
  const datadog = await startDatadog({ seed })
  const step = await runOperation(datadog, LIST)
  expectSuccess(step, 'listed')
  expect(listed(step.outputs['mappings'])).toEqual([
    ['aws-persona', uuid(1)],
    ['aws-intake', uuid(2)],
    ['github-intake', uuid(3)],
    ['authn', uuid(4)],
    ['authn', uuid(5)],
  ])
  expect(step.outputs['count']).toBe('5')
  expect(step.log).toContain(
    'There are 5 mappings: 1 AWS persona mapping, 1 AWS intake mapping, no GitHub persona mappings, 1 GitHub intake mapping, 2 AuthN mappings.',
  )
  expect(methods(datadog)).toHaveLength(6)
  for (const id of [1, 2, 3, 4, 5]) expect(step.summary).toContain(uuid(id))
})

test('kinds that may not be read are named, and the others are listed', async () => {
  const datadog = await startDatadog({ seed, switches: { refused: ['aws-persona', 'authn'] } })
  const step = await runHere(datadog, LIST)
  expectSuccess(step, 'listed')
  expect(step.outputs['count']).toBe('2')
  for (const text of [step.log, step.summary])
    for (const title of ['AWS persona mappings', 'AuthN mappings'])
      expect(text).toMatch(new RegExp(`The ${title} were not read\\. .*403`))
})

test('the step fails when no kind may be read, and when a server is broken', async () => {
  const denied = await startDatadog({ seed, switches: { denied: 'read' } })
  expectFailure(await runHere(denied, LIST), 'forbidden', /403/)
  const broken = await startDatadog({ seed })
  broken.setFaults([{ path: '/api/v2/authn_mappings', do: { kind: 'status', status: 500 } }])
  expectFailure(await runHere(broken, { ...LIST, retries: '0' }), 'server-error', /500/)
})

test('kinds that the site or the server of the job does not offer are named without a request', async () => {
  const datadog = await startDatadog({ seed })
  const step = await runHere(datadog, LIST, { env: { GITHUB_SERVER_URL: 'https://github.example.com' } })
  expectSuccess(step, 'listed')
  expect(step.outputs['count']).toBe('4')
  expect(step.log).toMatch(/The GitHub intake mappings were not read\. .*issuer/)
  expect(datadog.requests().filter(({ path }) => path.includes('github'))).toEqual([])
})

test('is for list and export; other operations are about one kind', async () => {
  const step = await runHere({ url: 'http://127.0.0.1:9' }, { operation: 'match', kind: 'all' })
  expectFailure(step, 'invalid-input', '"all" is not one of')
})
