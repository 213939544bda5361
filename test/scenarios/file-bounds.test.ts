import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { onWindows } from '../support/platform.ts'
import { fileOf, intake, persona, runFileHere } from './desired.ts'
import { expectFailure, expectSuccess, methods, runHere, runOperation, startDatadog } from './step.ts'

const PLAN = { operation: 'plan', file: 'mappings.yml' }
const HEAD = 'version: 1\nmappings:\n'
const RIGHT = `${HEAD}  - { kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:user/a' }\n`
const NONE = 'version: 1\nmappings: []\n'

/** A folder for a workspace and one beside it, removed when the test has ended. */
function folders(): { workspace: string; outside: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'bounds-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [workspace, outside] = [path.join(root, 'workspace'), path.join(root, 'outside')]
  for (const folder of [workspace, outside]) mkdirSync(folder)
  return { workspace, outside }
}

describe.skipIf(onWindows)('a symbolic link', () => {
  const SECRET = 'database-password: hunter2-of-the-runner'

  test('to a place outside the workspace is refused, and nothing there is quoted', async () => {
    const { workspace, outside } = folders()
    writeFileSync(path.join(outside, 'secret'), SECRET)
    symlinkSync(path.join(outside, 'secret'), path.join(workspace, 'mappings.yml'))
    const datadog = await startDatadog()
    for (const inputs of [PLAN, { operation: 'apply', file: 'right.yml', 'plan-file': 'mappings.yml' }]) {
      writeFileSync(path.join(workspace, 'right.yml'), RIGHT)
      const step = await runOperation(datadog, inputs, { workspace })
      expectFailure(step, 'invalid-input', '"mappings.yml" is a symbolic link to a place outside the workspace')
      expect(step.log).not.toContain('hunter2')
    }
  })

  test('in the way to the file is followed like the file itself', async () => {
    const { workspace, outside } = folders()
    writeFileSync(path.join(outside, 'mappings.yml'), RIGHT)
    symlinkSync(outside, path.join(workspace, 'folder'))
    const step = await runHere(await startDatadog(), { ...PLAN, file: 'folder/mappings.yml' }, { workspace })
    expectFailure(step, 'invalid-input', 'is a symbolic link to a place outside the workspace')
  })

  test('within the workspace is followed, and so is a path outside that the workflow itself names', async () => {
    const { workspace, outside } = folders()
    writeFileSync(path.join(workspace, 'real.yml'), NONE)
    writeFileSync(path.join(outside, 'real.yml'), NONE)
    symlinkSync('real.yml', path.join(workspace, 'mappings.yml'))
    const datadog = await startDatadog()
    expectSuccess(await runHere(datadog, PLAN, { workspace }), 'planned')
    expectSuccess(await runHere(datadog, { ...PLAN, file: '../outside/real.yml' }, { workspace }), 'planned')
  })
})

test.each([
  'database-password: hunter2',
  'password: [hunter2, *hunter2]',
  'hunter2: "\\x hunter2"',
  'a: hunter2: b',
  '!hunter2 a: b',
  'hunter2',
  '{ hunter2: ',
])('of %j, which is no mappings file, nothing is quoted', async (text) => {
  const workspaceFiles = { 'mappings.yml': `${text}\n` }
  const step = await runHere(await startDatadog(), PLAN, { workspaceFiles })
  expectFailure(step, 'invalid-input', /mappings\.yml has mistakes\.\nline 1, column \d+: /)
  expect(step.log + step.summary + step.outputs['error-message']).not.toContain('hunter2')
})

test('of a mappings file, what is wrong is quoted', async () => {
  const workspaceFiles = { 'mappings.yml': `${NONE}database-password: x\n` }
  const step = await runHere(await startDatadog(), PLAN, { workspaceFiles })
  expectFailure(step, 'invalid-input', 'database-password is not a field')
})

test('text that is not UTF-8 is refused', async () => {
  const { workspace } = folders()
  writeFileSync(
    path.join(workspace, 'mappings.yml'),
    Buffer.concat([Buffer.from(NONE), Buffer.from([0x23, 0xff, 0x0a])]),
  )
  const step = await runOperation(await startDatadog(), PLAN, { workspace })
  expectFailure(step, 'invalid-input', '"mappings.yml" is not text in UTF-8')
})

test('mistakes of the inputs and of the file are told in one round', async () => {
  const datadog = await startDatadog()
  const mappings = [intake('a'), intake('a'), persona('b', 'not an@account')]
  const inputs = { operation: 'apply', prune: 'true', 'max-deletes': 'many', retries: 'x', 'expected-plan': 'y' }
  const step = await runFileHere(datadog, inputs, mappings)
  expectFailure(
    step,
    'invalid-input',
    'retries: "x"',
    'max-deletes: "many"',
    'this is the same mapping as',
    'account-identifier: "not an@account"',
    'prune: .github/datadog-mappings.yml has no scope',
    'expected-plan: "y"',
  )
  expect(methods(datadog)).toEqual([])
})

describe('whatever a file contains, it is read within the deadline', () => {
  const heavy = (name: string) =>
    `{ kind: github-intake, claims: { repository: a/${name}, ref: '/^(?:${'\\pL{0,90}'.repeat(9)}|x)$/' } }`
  const FILES: Readonly<Record<string, string>> = {
    'costly expressions': `${HEAD}${Array.from({ length: 300 }, (_, index) => `  - ${heavy(`r${index}`)}\n`).join('')}`,
    'one costly expression through aliases': `${HEAD}  - &a ${heavy('a')}\n${'  - *a\n'.repeat(2000)}`,
    '200,000 fields': `version: 1\n${Array.from({ length: 200_000 }, (_, index) => `f${index}: 1\n`).join('')}`,
    '400,000 bad entries': `${HEAD}${'  - x\n'.repeat(400_000)}`,
    'millions of commas': `version: 1\nmappings: [${'x,'.repeat(6_000_000)}]\n`,
    'aliases of aliases': `version: 1\na: &a [${'x,'.repeat(9)}]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]\n`).join('')}mappings: []\n`,
    'sixteen MiB of wrong escapes': `${HEAD}${`  - "${'\\x'.repeat(30_000)}"\n`.repeat(270)}`,
  }

  test.each(Object.entries(FILES))('%s', async (_, text) => {
    const inputs = { ...PLAN, timeout: '2' }
    const options = { workspaceFiles: { 'mappings.yml': text }, timeoutMs: 60_000 }
    const step = await runOperation(await startDatadog(), inputs, options)
    // Expressions beyond the budget are sent unchecked, with a warning: that file is no mistake.
    expect(step.outputs['failure-reason'] || step.outputs['result'], step.log).toMatch(
      /^(timeout|invalid-input|planned)$/,
    )
    // About 2 s; two busy cores take longer for the last piece of work.
    expect(step.durationMs).toBeLessThan(12_000)
    expect(step.log).not.toMatch(/internal|call stack/)
    expect(step.log.split('\n').length).toBeLessThan(2000)
  })

  test('which ends the reading of a large and right one', async () => {
    const text = `${HEAD}${Array.from({ length: 45_000 }, (_, index) => `  - { kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:user/a${index}' }\n`).join('')}`
    const options = { workspaceFiles: { 'mappings.yml': text }, timeoutMs: 60_000 }
    const datadog = await startDatadog()
    const step = await runOperation(datadog, { ...PLAN, timeout: '1' }, options)
    expectFailure(step, 'timeout', 'The deadline of 1 s passed')
    expect(methods(datadog)).toEqual([])
  })

  test.skipIf(onWindows)('and a cancellation is heard meanwhile', async () => {
    const text = `${HEAD}${Array.from({ length: 45_000 }, (_, index) => `  - { kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:user/a${index}' }\n`).join('')}`
    const options = { workspaceFiles: { 'mappings.yml': text }, timeoutMs: 60_000 }
    const step = await runOperation(await startDatadog(), PLAN, { ...options, cancel: 700 })
    expectFailure(step, 'cancelled', 'The run was cancelled')
    expect(step.signal).toBe(null)
  })
})

test('a file of thousands of mappings that is right is read', async () => {
  const entries = Array.from({ length: 3000 }, (_, index) => intake(`a${index}`))
  const step = await runOperation(await startDatadog(), { operation: 'plan' }, { workspaceFiles: fileOf(entries) })
  expectSuccess(step, 'planned')
  expect(step.outputs['changes-count']).toBe('3000')
})
