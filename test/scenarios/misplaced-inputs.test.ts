import { expect, test } from 'vitest'
import { expectFailure, methods, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

test('an input that belongs to another operation is named with the right one', async () => {
  const datadog = await startDatadog()
  const arn = 'arn:aws:sts::123456789012:assumed-role/ci/run-1'
  const removed = await runOperation(datadog, { operation: 'delete', arn })
  expectFailure(removed, 'invalid-input', 'arn is given, which only match uses. Did you mean arn-pattern?')
  const claims = { 'identity-claims': 'sub: x', 'account-identifier': 'a@example.com' }
  const created = await runOperation(datadog, { operation: 'create', kind: 'github-persona', ...claims })
  expectFailure(created, 'invalid-input', 'identity-claims is given, which only match uses. Did you mean claims?')
  expect(methods(datadog)).toEqual([])
})

test('one that changes nothing is a warning with the right one', async () => {
  const step = await runHere(await startDatadog(), {
    ...PERSONA,
    arn: 'arn:aws:sts::123456789012:assumed-role/a/b',
  })
  const [warning] = step.annotations
  expect(warning?.message).toContain('arn is not used by operation: create of kind: ')
  expect(warning?.message).toContain(', and has no effect.')
  expect(warning?.message).toContain('For arn, create has arn-pattern.')
})

test('an empty one is put down to a variable, a secret or an earlier step', async () => {
  const step = await runHere(await startDatadog(), { operation: 'delete', 'mapping-id': '' })
  expectFailure(
    step,
    'invalid-input',
    'If it was set from a variable, a secret or an output of an earlier step, that was empty.',
  )
})
