import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OUTPUT_SCHEMAS } from '../../scripts/schema.ts'
import { toJson } from '../../src/mappings/mapping-json.ts'
import type { Seed } from '../emulator/seed.ts'
import { anyLive } from '../mappings/samples.ts'
import { group, intake, persona, role, runFile, SCOPE, uuid } from '../scenarios/desired.ts'
import { expectSuccess, runOperation, startDatadog } from '../scenarios/step.ts'
import { repositoryRoot } from '../support/action-manifest.ts'

function schema(name: string): ValidateFunction {
  const text = readFileSync(path.join(repositoryRoot, name), 'utf8')
  return new Ajv({ strict: true, strictRequired: false }).compile(JSON.parse(text))
}

const isMapping = schema('schema/datadog-mapping.v1.schema.json')
const isPlan = schema('schema/datadog-plan.v1.schema.json')

/** Asserts that a value is what a schema says, with the reasons when it is not. */
function expectValid(isValid: ValidateFunction, value: unknown): void {
  isValid(value)
  expect(isValid.errors, JSON.stringify(value)).toBe(null)
}

const seed: Seed = {
  mappings: {
    'aws-persona': [
      { id: uuid(1), arn_pattern: role('kept'), account_identifier: 'deployer@example.com' },
      { id: uuid(2), arn_pattern: role('replaced'), account_identifier: 'old@example.com' },
      { id: uuid(3), arn_pattern: role('gone'), account_identifier: 'old@example.com' },
    ],
    'github-intake': [{ id: uuid(7), claim_matchers: { sub: 'repo:a/b:.+$' } }],
    authn: [{ id: uuid(5), attribute_key: 'member-of', attribute_value: 'Ops', role_id: uuid(22) }],
  },
}

test('the mappings of every kind are as their schema says', async () => {
  const step = await runOperation(await startDatadog({ seed }), { operation: 'list', kind: 'all' })
  const mappings = JSON.parse(step.outputs['mappings'] ?? '')
  expect(mappings).toHaveLength(5)
  for (const mapping of mappings) expectValid(isMapping, mapping)
  fc.assert(fc.property(anyLive, (live) => live.forEach((mapping) => void expectValid(isMapping, toJson(mapping)))))
})

describe('what is no mapping is refused', () => {
  test.each([
    [{}],
    [{ kind: 'other' }],
    [{ kind: 'aws-intake', 'account-identifier': 'x' }],
    [{ kind: 'github-intake', claims: { sub: 'not between slashes' } }],
    [{ kind: 'aws-intake', 'arn-pattern': 1 }],
  ])('%j', (value) => {
    expect(isMapping(value)).toBe(false)
  })
})

test('a plan with every kind of change is as its schema says', async () => {
  const wanted = [persona('new'), persona('replaced'), persona('kept'), intake('kept'), group('Ops', uuid(23))]
  const inputs = { operation: 'plan', prune: 'true', 'fail-on': 'nothing' }
  const step = await runFile(await startDatadog({ seed }), inputs, wanted.slice(0, 3).concat(wanted.slice(4)), {
    scope: SCOPE,
  })
  expectSuccess(step, 'planned')
  const plan = JSON.parse(step.outputs['plan'] ?? '')
  expect(new Set(plan.changes.map(({ action }: { action: string }) => action))).toEqual(
    new Set(['create', 'replace', 'update', 'delete']),
  )
  expectValid(isPlan, plan)
  const blocked = await runFile(await startDatadog({ seed }), { operation: 'plan', 'fail-on': 'nothing' }, [
    intake('kept'),
  ])
  const other = JSON.parse(blocked.outputs['plan'] ?? '')
  expect(other.changes).toMatchObject([{ action: 'blocked' }])
  expectValid(isPlan, other)
  for (const wrong of [
    { ...plan, version: 2 },
    { ...plan, changes: [{ action: 'create' }] },
    { ...plan, more: 1 },
  ])
    expect(isPlan(wrong)).toBe(false)
})

test('the committed schemas are the generated ones, and every member is described', () => {
  for (const [name, make] of Object.entries(OUTPUT_SCHEMAS)) {
    const text = readFileSync(path.join(repositoryRoot, name), 'utf8')
    expect(text).toBe(make())
    const properties = [...text.matchAll(/"([a-z-]+)": \{\s+"(?:const|type|allOf)"/g)].length
    expect(properties).toBeGreaterThan(10)
    expect(text).not.toContain('"description": ""')
  }
})
