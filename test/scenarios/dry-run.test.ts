import { describe, expect, test } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import { intake, persona, role, runFile, SCOPE, uuid, writes } from './desired.ts'
import { expectFailure, expectSuccess, PERSONA, runHere, startDatadog } from './step.ts'

const PATTERN = PERSONA['arn-pattern']
const seed: Seed = {
  mappings: {
    'aws-persona': [{ id: uuid(1), arn_pattern: PATTERN, account_identifier: 'deployer@example.com' }],
    'aws-intake': [
      { id: uuid(2), arn_pattern: role('agent') },
      { id: uuid(4), arn_pattern: role('second') },
    ],
    authn: [{ id: uuid(3), attribute_key: 'member-of', attribute_value: 'Dev', role_id: uuid(21) }],
  },
}

describe('a dry run shows what would be done, and writes nothing', () => {
  test.each<[string, string, Record<string, string>, string]>([
    [
      'create',
      '1 to create',
      { ...PERSONA, 'arn-pattern': role('new') },
      `+ create AWS persona mapping ${role('new')}`,
    ],
    ['create of what is there', '1 blocked', PERSONA, `It already exists, as ${uuid(1)}`],
    ['create that is kept', 'no changes, 1 unchanged', { ...PERSONA, 'if-exists': 'keep' }, 'no changes'],
    [
      'create for another account',
      '1 blocked',
      { ...PERSONA, 'account-identifier': 'b@example.com' },
      'is already mapped by the AWS persona mapping',
    ],
    [
      'create of what the other kind has',
      '1 blocked',
      { ...PERSONA, 'arn-pattern': role('agent') },
      `It has the same pattern as the AWS intake mapping ${uuid(2)}`,
    ],
    [
      'create within another one',
      '1 to create',
      { ...PERSONA, 'arn-pattern': PATTERN.replace('*', 'x') },
      `overlaps with the AWS persona mapping ${uuid(1)}`,
    ],
    ['ensure of what is there', 'no changes, 1 unchanged', { ...PERSONA, operation: 'ensure' }, 'no changes'],
    [
      'ensure for another account',
      '1 to replace',
      { ...PERSONA, operation: 'ensure', 'account-identifier': 'b@example.com' },
      '± replace AWS persona mapping',
    ],
    [
      'ensure with if-exists: fail',
      '1 blocked',
      { ...PERSONA, operation: 'ensure', 'account-identifier': 'b@example.com', 'if-exists': 'fail' },
      'is already mapped',
    ],
    [
      'update',
      '1 to replace',
      { operation: 'update', 'mapping-id': uuid(1), 'arn-pattern': role('new') },
      `± replace AWS persona mapping ${role('new')} → deployer@example.com`,
    ],
    [
      'update onto a pattern that the other kind has',
      '1 blocked',
      { operation: 'update', 'mapping-id': uuid(1), 'arn-pattern': role('agent') },
      `It has the same pattern as the AWS intake mapping ${uuid(2)}`,
    ],
    [
      'update onto a pattern that its kind has',
      '1 blocked',
      { operation: 'update', kind: 'aws-intake', 'mapping-id': uuid(2), 'arn-pattern': role('second') },
      `is already mapped by the AWS intake mapping ${uuid(4)}`,
    ],
    [
      'update of AuthN',
      '1 to update',
      { operation: 'update', kind: 'authn', 'mapping-id': uuid(3), 'attribute-value': 'Ops' },
      `~ update AuthN mapping member-of=Ops → role`,
    ],
    [
      'delete by id',
      '1 to delete',
      { operation: 'delete', 'mapping-id': uuid(1) },
      `- delete AWS persona mapping ${PATTERN}`,
    ],
    [
      'delete by pattern',
      '1 to delete',
      { operation: 'delete', 'arn-pattern': PATTERN },
      `- delete AWS persona mapping ${PATTERN}`,
    ],
    [
      'delete of nothing',
      'no changes',
      { operation: 'delete', 'arn-pattern': role('x'), 'if-missing': 'ignore' },
      'there is no AWS persona mapping',
    ],
  ])('%s', async (_, summary, inputs, says) => {
    const datadog = await startDatadog({ seed })
    const before = datadog.state().mappings
    const step = await runHere(datadog, { ...inputs, 'dry-run': 'true' })
    expectSuccess(step, 'planned')
    expect(step.outputs).toMatchObject({
      changed: 'false',
      'changes-summary': summary,
      'has-changes': String(!summary.startsWith('no changes')),
      'plan-digest': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(step.log).toContain(says)
    expect(step.summary).toContain(`Datadog mappings: dry run (${summary.replace(', 1 unchanged', '')})`)
    // No one approves a step about one mapping, and it asks for the organization only when it is given one.
    for (const text of ['approve', 'Plan digest', 'org unknown']) expect(step.summary + step.log).not.toContain(text)
    expect(writes(datadog)).toEqual([])
    expect(datadog.state().mappings).toEqual(before)
  })

  test('apply: the plan that apply then carries out', async () => {
    const datadog = await startDatadog({ seed })
    const wanted = [persona('new'), intake('agent')]
    const inputs = { operation: 'apply', prune: 'true', force: uuid(3) }
    const dry = await runFile(datadog, { ...inputs, 'dry-run': 'true' }, wanted, { scope: SCOPE })
    expectSuccess(dry, 'planned')
    expect(writes(datadog)).toEqual([])
    const plan = await runFile(datadog, { ...inputs, operation: 'plan' }, wanted, { scope: SCOPE })
    for (const name of ['plan-digest', 'changes-summary', 'changes-count'])
      expect([name, dry.outputs[name]]).toEqual([name, plan.outputs[name]])
    const approved = { ...inputs, 'expected-plan': dry.outputs['plan-digest'] ?? '' }
    expectSuccess(await runFile(datadog, approved, wanted, { scope: SCOPE }), 'applied')
  })
})

test.each<[string, Record<string, string>]>([
  ['update', { operation: 'update', 'mapping-id': uuid(9), 'arn-pattern': role('new') }],
  ['delete', { operation: 'delete', 'mapping-id': uuid(9) }],
])('a dry run of %s of what is not there fails as the step itself would', async (_, inputs) => {
  const datadog = await startDatadog({ seed })
  expectFailure(await runHere(datadog, { ...inputs, 'dry-run': 'true' }), 'not-found', 'there is none')
  expect(writes(datadog)).toEqual([])
})
