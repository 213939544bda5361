import { describe, expect, test } from 'vitest'
import type { StepResult } from '../support/runner.ts'
import { fileOf, intake } from './desired.ts'
import { expectFailure, expectSuccess, methods, runHere, startDatadog } from './step.ts'

const FILE = { workspaceFiles: fileOf([intake('a')]) }

function applyOn(datadog: { url: string }, eventName: string, approval: Record<string, string>): Promise<StepResult> {
  return runHere(datadog, { operation: 'apply', ...approval }, { ...FILE, eventName, eventPayload: {} })
}

describe.each(['merge_group', 'issues', 'fork'])('on %s, which others may trigger', (eventName) => {
  test('apply needs the digest of a reviewed plan, and takes nothing else for it', async () => {
    const datadog = await startDatadog()
    const plan = await runHere(datadog, { operation: 'plan' }, FILE)
    const before = methods(datadog).length
    const planFile = { ...FILE.workspaceFiles, 'plan.json': plan.outputs['plan'] ?? '' }
    for (const approval of [{ 'auto-approve': 'true' }, { 'plan-file': 'plan.json' }]) {
      const inputs = { operation: 'apply', ...approval }
      const step = await runHere(datadog, inputs, { workspaceFiles: planFile, eventName, eventPayload: {} })
      expectFailure(step, 'guarded', `Nothing was changed. apply on ${eventName} needs expected-plan.`)
    }
    expect(methods(datadog)).toHaveLength(before)
    const approved = await applyOn(datadog, eventName, { 'expected-plan': plan.outputs['plan-digest'] ?? '' })
    expectSuccess(approved, 'applied')
  })

  test('a dry run of apply needs nothing', async () => {
    const datadog = await startDatadog()
    const step = await applyOn(datadog, eventName, { 'dry-run': 'true', 'auto-approve': 'true' })
    expectSuccess(step, 'planned')
  })
})

test('on push, apply takes auto-approve', async () => {
  expectSuccess(await applyOn(await startDatadog(), 'push', { 'auto-approve': 'true' }), 'applied')
})
