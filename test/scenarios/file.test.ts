import { describe, expect, test } from 'vitest'
import { fileOf, intake, persona, role, runFile, runFileHere, uuid } from './desired.ts'
import { expectFailure, expectSuccess, methods, runHere, runOperation, startDatadog } from './step.ts'

const PLAN = { operation: 'plan' }

test('the mistakes of a file are told in one go with line and column, before any request', async () => {
  const datadog = await startDatadog()
  const text = 'version: 1\nmappings:\n  - kind: aws-persona\n    arn_pattern: x\n  - kind: aws-intak\n'
  const workspaceFiles = { 'org/mappings.yml': text }
  const step = await runOperation(datadog, { ...PLAN, file: 'org/mappings.yml' }, { workspaceFiles })
  expectFailure(
    step,
    'invalid-input',
    'file: org/mappings.yml has mistakes.',
    'line 4, column 5: mappings[0].arn_pattern is not a field. Did you mean arn-pattern?',
    'line 5, column 11: mappings[1].kind: "aws-intak" is not one of',
  )
  expect(methods(datadog)).toEqual([])
})

test('a file that is not there is told, with the path that was tried', async () => {
  const datadog = await startDatadog()
  const step = await runHere(datadog, PLAN)
  expectFailure(
    step,
    'invalid-input',
    '".github/datadog-mappings.yml" does not exist',
    'actions/checkout',
    'the input is not set',
  )
  expectFailure(await runHere(datadog, { ...PLAN, file: '.' }), 'invalid-input', '"." is a folder, not a file')
  expect(methods(datadog)).toEqual([])
})

test.each(['', '# nothing yet\n', '\0\0'])('a file of %j never means to delete everything', async (text) => {
  const datadog = await startDatadog({
    seed: { mappings: { 'aws-intake': [{ id: uuid(1), arn_pattern: role('a') }] } },
  })
  const workspaceFiles = { '.github/datadog-mappings.yml': text }
  const apply = { operation: 'apply', prune: 'true', 'auto-approve': 'true' }
  expectFailure(await runHere(datadog, apply, { workspaceFiles }), 'invalid-input', 'has mistakes')
  expect(methods(datadog)).toEqual([])
})

test('warnings of a file are told with line and column, and the plan goes on', async () => {
  const datadog = await startDatadog()
  const entry = { kind: 'github-intake', claims: { repository: 'a/b', ref: '/main/' } }
  const step = await runFile(datadog, PLAN, [entry])
  expectSuccess(step, 'planned')
  const warnings = step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warnings.join('\n')).toMatch(/^\.github\/datadog-mappings\.yml, line 1, column \d+: claims: ref is \/main\//m)
})

test('what list puts out is a file that changes nothing', async () => {
  const datadog = await startDatadog()
  const wanted = [persona('a'), persona('b', 'other@example.com')]
  const apply = { operation: 'apply', 'auto-approve': 'true' }
  expectSuccess(await runFileHere(datadog, apply, [...wanted, intake('c')]), 'applied')
  const list = await runHere(datadog, { operation: 'list' })
  const step = await runHere(datadog, PLAN, {
    workspaceFiles: fileOf(JSON.parse(list.outputs['mappings'] ?? '')),
  })
  expectSuccess(step, 'planned')
  expect(step.outputs).toMatchObject({ 'has-changes': 'false', 'changes-summary': 'no changes, 2 unchanged' })
})

describe('what an entry says of its account or role', () => {
  const ROLE = '94172444-be03-11e9-a77a-db1879185210'
  const seed = {
    mappings: {
      'aws-persona': [{ id: uuid(1), arn_pattern: role('a'), account_identifier: 'deployer@example.com' }],
      authn: [{ id: uuid(2), attribute_key: 'member-of', attribute_value: 'Dev', role_id: ROLE }],
    },
  }

  test('has to agree with what is live', async () => {
    const datadog = await startDatadog({ seed })
    const lists = []
    for (const kind of ['aws-persona', 'authn']) {
      const list = await runHere(datadog, { operation: 'list', kind })
      lists.push(...(JSON.parse(list.outputs['mappings'] ?? '') as Record<string, string>[]))
    }
    const right = await runHere(datadog, PLAN, { workspaceFiles: fileOf(lists) })
    expectSuccess(right, 'planned')
    expect(right.outputs['has-changes']).toBe('false')
    const wrong = lists.map((entry) => ({
      ...entry,
      ...(entry['account-uuid'] && { 'account-uuid': uuid(9) }),
      ...(entry['role-name'] && { 'role-name': 'Another Role' }),
    }))
    for (const operation of ['plan', 'apply']) {
      const step = await runHere(
        datadog,
        { operation, ...(operation === 'apply' && { 'auto-approve': 'true' }) },
        { workspaceFiles: fileOf(wrong) },
      )
      expectFailure(
        step,
        'invalid-input',
        '.github/datadog-mappings.yml does not agree with Datadog.',
        `: account-uuid is "${uuid(9)}", and Datadog says "`,
        /^line 1, column \d+: role-name is "Another Role", and Datadog says "/m,
      )
    }
    expect(methods(datadog)).not.toContain('POST')
  })
})

test('who else can satisfy a mapping is the first warning of a step that writes one, and none of one that reads', async () => {
  const datadog = await startDatadog()
  const warnings = async (inputs: Readonly<Record<string, string>>) => {
    const step = await runHere(datadog, inputs)
    return step.annotations.flatMap(({ level, message }) => (level === 'warning' ? [message] : []))
  }
  const claims = { kind: 'github-intake', claims: 'sub: /^.+$/' }
  expect((await warnings({ operation: 'create', ...claims }))[0]).toContain('any job on GitHub can match')
  expect((await warnings({ operation: 'get', ...claims })).join()).not.toContain('any job on GitHub')
  const users = { kind: 'aws-intake', 'arn-pattern': 'arn:aws:iam::123456789012:user/ci/*' }
  expect((await warnings({ operation: 'create', ...users }))[0]).toContain('matches every user below that path')
  const alike = { 'arn-pattern': role('deployer'), 'account-identifier': 'аdmin@example.com' }
  expect((await warnings({ operation: 'create', ...alike }))[0]).toContain('account-identifier: has letters')
  const plain = { 'arn-pattern': role('other'), 'account-identifier': 'admin@example.com' }
  expect(await warnings({ operation: 'create', ...plain })).toEqual([])
})
