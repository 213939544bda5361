import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OUTPUT_SCHEMAS } from '../../scripts/schema.ts'
import { parseMappingsFile } from '../../src/mappings/file/mappings-file.ts'
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

const isFindings = schema('schema/datadog-findings.v1.schema.json')
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
  const inputs = { operation: 'plan', prune: 'true', force: uuid(5) }
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

test('findings, accepted ones and what could not be checked are as their schema says', async () => {
  const unsafe = {
    'github-persona': [{ id: uuid(1), claim_matchers: { sub: '.*' }, account_identifier: 'a@example.com' }],
  }
  const datadog = await startDatadog({ seed: { mappings: { ...unsafe, ...seed.mappings } } })
  const audited = async (accept: readonly string[]) => {
    const file = `version: 1\naccept: [${accept.join(', ')}]\nmappings: []\n`
    const inputs = { operation: 'audit', file: 'mappings.yml' }
    const step = await runOperation(datadog, inputs, { workspaceFiles: { 'mappings.yml': file } })
    expectSuccess(step, 'audited')
    return JSON.parse(step.outputs['findings'] ?? '')
  }
  const [worst] = (await audited([])).findings
  const reason = '{ code: CODE, mapping-id: ID, reason: known, until: 2027-03-31, hash: HASH }'
  const entry = reason.replace('CODE', worst.code).replace('ID', worst['mapping-id']).replace('HASH', worst.hash)
  const document = await audited([entry])
  expect(document.findings.filter(({ accepted }: { accepted?: unknown }) => accepted)).toHaveLength(1)
  expect(document.findings.length).toBeGreaterThan(1)
  expect(document.unchecked.length).toBeGreaterThan(0)
  expectValid(isFindings, document)
  datadog.setSwitches({ refused: ['authn'] })
  const partly = await audited([])
  expect(partly.unread).toMatchObject([{ kind: 'authn' }])
  expectValid(isFindings, partly)
  const [{ rank: _rank, ...unranked }] = document.findings
  for (const wrong of [
    { ...document, version: 2 },
    { ...document, more: 1 },
    { ...document, findings: [{ ...document.findings[0], code: 'other' }] },
    { ...document, findings: [unranked] },
    { version: 1, findings: [], unchecked: [] },
  ])
    expect(isFindings(wrong)).toBe(false)
})

test('the schema of the mappings file describes every block that a file can have', () => {
  const text = readFileSync(path.join(repositoryRoot, 'schema/datadog-mappings.schema.json'), 'utf8')
  const { properties } = JSON.parse(text)
  for (const [block, { description }] of Object.entries<{ description?: string }>(properties))
    expect(description, block).toBeTruthy()
  expect(properties.policy.properties.accounts).toMatchObject({ enum: ['any', 'service-accounts'] })
  expect(properties.policy.properties.accounts).not.toHaveProperty('items')
  expect(properties.accept.items.properties['mapping-id'].description).not.toContain('ignored')
})

test('every mappings file of the guide can be read', async () => {
  const guide = readFileSync(path.join(repositoryRoot, 'docs/mappings-file.md'), 'utf8')
  const files = [...guide.matchAll(/^```yaml\n(version: 1\n[\s\S]*?)^```$/gm)].map((match) => match[1] ?? '')
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) expect((await parseMappingsFile(file)).problems, file).toEqual([])
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
