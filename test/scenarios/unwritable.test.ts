import { describe, expect, test } from 'vitest'
import { onWindows } from '../support/platform.ts'
import { intake, runFile } from './desired.ts'
import { expectFailure, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

// What a disk that is full, or a runner that is set up wrongly, does to a step.
describe.skipIf(onWindows)('a folder in the place of', () => {
  test('RUNNER_TEMP takes only the plan file from an apply, with a warning', async () => {
    const datadog = await startDatadog()
    const step = await runFile(datadog, { operation: 'apply', 'auto-approve': 'true' }, [intake('new')], {
      env: { RUNNER_TEMP: '/dev/null' },
    })
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'applied', changed: 'true' } })
    const warnings = step.annotations.map(({ level, message }) => `${level}: ${message}`)
    expect(warnings).toEqual([expect.stringMatching(/^warning: .*plan-file.*could not be written/)])
  })

  test('GITHUB_OUTPUT leaves one error that says what was done', async () => {
    const datadog = await startDatadog()
    const step = await runOperation(datadog, PERSONA, { env: { GITHUB_OUTPUT: '/' } })
    const errors = step.annotations.filter(({ level }) => level === 'error')
    expect(errors).toMatchObject([{ message: expect.stringContaining('could not be written to GITHUB_OUTPUT') }])
    expect(step.exitCode).toBe(1)
    expect(datadog.state().mappings['aws-persona']).toHaveLength(1)
  })

  test('GITHUB_OUTPUT adds no second error to a failure', async () => {
    const datadog = await startDatadog()
    const step = await runHere(datadog, { operation: 'get', 'mapping-id': 'abc-123' }, { env: { GITHUB_OUTPUT: '/' } })
    expect(step.annotations.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(step.summary).toContain('failed')
  })

  test('GITHUB_STEP_SUMMARY keeps a mapping from being replaced no more than a full disk does', async () => {
    const datadog = await startDatadog()
    await runHere(datadog, PERSONA)
    const inputs = { ...PERSONA, operation: 'ensure', 'account-identifier': 'other@example.com' }
    const step = await runHere(datadog, inputs, { env: { GITHUB_STEP_SUMMARY: `/tmp/${'x'.repeat(300)}` } })
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'replaced', changed: 'true' } })
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('summary could not be written') }),
    )
  })
})

test('a mapping id that Datadog refuses is told as it is', async () => {
  const datadog = await startDatadog()
  expectFailure(await runHere(datadog, { operation: 'get', 'mapping-id': 'abc-123' }), 'invalid-input', /abc-123/)
})
