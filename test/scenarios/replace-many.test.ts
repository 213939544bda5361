import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import type { FaultRule } from '../emulator/faults.ts'
import { attributes, persona, role, runFile, runFileHere, SCOPE, uuid, writes } from './desired.ts'
import { expectSuccess, startDatadog } from './step.ts'

// What `apply` does with patterns that are merged or split: one replacement of several by several.
const APPLY = { operation: 'apply', 'auto-approve': 'true', prune: 'true', retries: '1' }
const session = (name: string) => role('deployer').replace('*', name)
const live = (id: number, pattern: string) => ({
  id: uuid(id),
  arn_pattern: pattern,
  account_identifier: 'old@example.com',
})
const entry = (pattern: string) => ({ ...persona('deployer', 'new@example.com'), 'arn-pattern': pattern })
const PARTS = [live(1, session('a')), live(2, session('b'))]
const WHOLE = [live(3, role('deployer'))]
const refused: FaultRule = { method: 'POST', body: 'new@example.com', do: { status: 403, body: { errors: ['no'] } } }

const patterns = (datadog: Emulator) =>
  attributes(datadog, 'aws-persona')
    .map((given) => (given as { arn_pattern: string }).arn_pattern)
    .sort()

const deletes = (datadog: Emulator) => writes(datadog).filter((line) => line.startsWith('DELETE'))

describe.each<[string, typeof PARTS, string[]]>([
  ['a merge', PARTS, [role('deployer')]],
  ['a split', WHOLE, [session('a'), session('b')]],
])('%s', (_, before, after) => {
  const file = after.map(entry)
  const old = before.map(({ arn_pattern }) => arn_pattern)

  test.each(['refused', 'allowed'] as const)('is done in one plan where overlaps are %s', async (overlaps) => {
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': before } }, switches: { overlaps } })
    const step = await runFileHere(datadog, APPLY, file, { scope: SCOPE })
    expectSuccess(step, 'applied')
    expect(patterns(datadog)).toEqual(after)
    expect(deletes(datadog)).toHaveLength(before.length)
  })

  test('that is refused leaves what was there, and deletes nothing where overlaps are allowed', async () => {
    const datadog = await startDatadog({
      seed: { mappings: { 'aws-persona': before } },
      switches: { overlaps: 'allowed' },
    })
    datadog.setFaults([refused])
    const step = await runFile(datadog, APPLY, file, { scope: SCOPE })
    expect(step.conclusion).toBe('failure')
    expect(patterns(datadog)).toEqual(old)
    expect(deletes(datadog)).toEqual([])
  })

  test('of which a part is refused after the delete is restored as a whole', async () => {
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': before } } })
    // First each create is answered with a conflict; then the last one is refused.
    datadog.setFaults([{ ...refused, body: after.at(-1) ?? '', skip: 1, times: 1 }])
    const step = await runFileHere(datadog, APPLY, file, { scope: SCOPE })
    expect(step.conclusion).toBe('failure')
    expect(step.log).toMatch(/The old mappings? (was|were) created again, as the AWS persona mapping/)
    expect(step.outputs['failure-reason']).not.toBe('mapping-lost')
    expect(patterns(datadog)).toEqual(old)
    expect(attributes(datadog, 'aws-persona')).toEqual(
      before.map(() => expect.objectContaining({ account_identifier: 'old@example.com' })),
    )
  })
})

test('what cannot be restored is named with inputs for each', async () => {
  const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': PARTS } } })
  datadog.setFaults([{ method: 'POST', skip: 1, do: { status: 403, body: { errors: ['no'] } } }])
  const step = await runFileHere(datadog, APPLY, [entry(role('deployer'))], { scope: SCOPE })
  expect(step.outputs['failure-reason']).toBe('mapping-lost')
  expect(step.outputs['error-message']).toContain('THE MAPPING IS GONE')
  for (const { arn_pattern } of PARTS)
    expect(step.outputs['error-message']).toContain(`arn-pattern: ${JSON.stringify(arn_pattern)}`)
})
