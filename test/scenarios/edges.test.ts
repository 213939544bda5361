import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { onWindows } from '../support/platform.ts'
import { elementsOf, rendered } from '../support/rendered.ts'
import { intake, persona, printedInputs, role, runFile, runFileHere, uuid } from './desired.ts'
import { expectFailure, expectSuccess, methods, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

const APPLY = { operation: 'apply', 'auto-approve': 'true' }
const longName = (index: number) => `${index}-`.padEnd(60, 'x')

describe('a file that cannot be one', () => {
  test.skipIf(onWindows).each<[string, string, (file: string) => void]>([
    ['a pipe', 'a pipe or device, not a file', (file) => execFileSync('mkfifo', [file])],
    [
      'more than 16 MiB',
      'has 16777217 bytes, and more than 16 MiB are not read',
      (file) => {
        writeFileSync(file, '')
        truncateSync(file, 16 * 1024 * 1024 + 1)
      },
    ],
  ])('as %s is an error at once', async (_, text, make) => {
    const workspace = mkdtempSync(path.join(tmpdir(), 'edges-'))
    onTestFinished(() => rmSync(workspace, { recursive: true }))
    make(path.join(workspace, 'mappings.yml'))
    const datadog = await startDatadog()
    const step = await runOperation(datadog, { operation: 'plan', file: 'mappings.yml' }, { workspace })
    expectFailure(step, 'invalid-input', 'file: "mappings.yml"', text)
    expect(step.durationMs).toBeLessThan(20_000)
  })

  test.skipIf(onWindows)('as a device without end is an error at once, as a plan file too', async () => {
    const datadog = await startDatadog()
    const step = await runFile(datadog, { operation: 'apply', 'plan-file': '/dev/zero' }, [intake('a')])
    expectFailure(step, 'invalid-input', 'plan-file: "/dev/zero" is a pipe or device, not a file')
    expect(methods(datadog)).toEqual([])
  })
})

describe('the summary', () => {
  const old = (name: string, id: number) => ({
    id: uuid(id),
    arn_pattern: role(name),
    account_identifier: 'old@example.com',
  })

  test('folds what undoes a replace, below the result', async () => {
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [old('deployer', 1)] } } })
    const step = await runOperation(datadog, { ...PERSONA, operation: 'ensure' })
    expectSuccess(step, 'replaced')
    const [result = '', folded = ''] = step.summary.split('<details>')
    expect(printedInputs(folded)).toMatchObject({ 'account-identifier': 'old@example.com' })
    expect(result).toMatch(/^### Datadog AWS persona mappings: replaced\n/)
    expect(step.summary.match(/<\/?details>/g)).toEqual(['<details>', '</details>'])
    expect(elementsOf(rendered(step.summary))).toEqual(expect.arrayContaining(['details', 'h3', 'table']))
  })

  test('is empty with summary: false, after a replace and after a failure too', async () => {
    const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [old('deployer', 1)] } } })
    const step = await runHere(datadog, { ...PERSONA, operation: 'ensure', summary: 'False' })
    expectSuccess(step, 'replaced')
    expect(step.log).toContain('to restore it, run this action with')
    expect(step.rawSummary).toBe('')
    const failed = await runHere(datadog, { operation: 'get', 'mapping-id': uuid(9), summary: 'false' })
    expectFailure(failed, 'not-found')
    expect(failed.rawSummary).toBe('')
  })

  test('of replaces without number stays below what GitHub takes, and has the result', {
    timeout: 120_000,
  }, async () => {
    const long = (index: number) => `^repo:a/b-${index}:(${'x'.repeat(4_000)}|main)$`
    const indices = Array.from({ length: 200 }, (_, index) => index)
    const datadog = await startDatadog({
      seed: {
        mappings: {
          'github-persona': indices.map((index) => ({
            claim_matchers: { sub: long(index) },
            account_identifier: 'old@example.com',
          })),
        },
      },
    })
    const wanted = indices.map((index) => ({
      kind: 'github-persona',
      claims: { sub: `/${long(index)}/` },
      'account-identifier': 'new@example.com',
    }))
    const step = await runFileHere(datadog, APPLY, wanted)
    expectSuccess(step, 'applied')
    expect(Buffer.byteLength(step.rawSummary)).toBeLessThan(900 * 1024)
    expect(Buffer.byteLength(step.rawSummary)).toBeGreaterThan(590 * 1024)
    expect(step.summary).toContain(
      'What was deleted later is left out, because GitHub drops a longer summary. The log has all of it.',
    )
    expect(step.summary).toContain('### Datadog mappings: applied')
    expect(step.log.match(/to restore it, run/g)).toHaveLength(200)
  })

  test('of a plan that is too long has the digest, and says first how many changes are left out and where they are', {
    timeout: 120_000,
  }, async () => {
    const datadog = await startDatadog()
    const wanted = Array.from({ length: 7_000 }, (_, index) => persona(longName(index)))
    const step = await runFileHere(datadog, { operation: 'plan' }, wanted)
    expectSuccess(step, 'planned')
    expect(Buffer.byteLength(step.rawSummary)).toBeLessThan(1024 * 1024)
    const shown = step.rawSummary.match(/^\*\*Create\*\* /gm)?.length ?? 0
    expect(shown).toBeGreaterThan(1000)
    expect(step.rawSummary.trim().split('\n')[0]).toBe(
      `### Datadog mappings: 7000 changes to approve (7000 to create); ${7_000 - shown} changes left out here, see the log and the output plan-file`,
    )
    expect(step.summary).toContain(`Plan digest: \`${step.outputs['plan-digest']}\``)
  })
})

test.each([
  ['update', { 'account-identifier': 'new@example.com' }],
  ['delete', {}],
])('after a failed %s, mapping is empty, and the id is there', async (operation, inputs) => {
  const datadog = await startDatadog()
  const step = await runHere(datadog, { operation, 'mapping-id': uuid(9), ...inputs })
  expectFailure(step, 'not-found')
  expect(step.outputs['mapping-id']).toBe(uuid(9))
  expect(step.outputs['mapping'] ?? '').toBe('')
})

test('without RUNNER_TEMP a plan says why plan-file is empty', async () => {
  const datadog = await startDatadog()
  const step = await runFileHere(datadog, { operation: 'plan' }, [intake('a')], { env: { RUNNER_TEMP: undefined } })
  expectSuccess(step, 'planned')
  expect(step.outputs['plan-file'] ?? '').toBe('')
  expect(step.annotations).toEqual([
    expect.objectContaining({ level: 'warning', message: expect.stringContaining('RUNNER_TEMP is not set') }),
  ])
})
