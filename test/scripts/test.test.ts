import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'

/** Runs scripts/test.ts over test files of its own, and gives the exit code and the last line of standard output. */
async function runTests(files: Record<string, string>, ...args: string[]) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'test-run-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(path.join(root, 'test'))
  for (const [name, source] of Object.entries(files)) writeFileSync(path.join(root, 'test', name), source)
  const script = path.resolve(import.meta.dirname, '../../scripts/test.ts')
  const child = spawn(process.execPath, [script, '--root', root, '--globals', ...args], {
    env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'] },
  })
  child.stderr.resume()
  const code = new Promise((resolve) => child.once('close', resolve))
  return { lastLine: (await text(child.stdout)).split('\n').slice(-2), code: await code }
}

const passing = `test('one', () => {}); test.skip('two', () => {})`

test('a run that passes says so in its last line, and its arguments choose what runs', async () => {
  const files = { 'a.test.ts': passing, 'b.test.ts': `test('one', () => {}); test('other', () => {})` }
  // Without the name of the file three would be skipped, and without the name of the test none.
  expect(await runTests(files, 'b.test.ts', '-t', 'other')).toEqual({
    lastLine: ['1 passed, 0 failed, 1 skipped', ''],
    code: 0,
  })
})

test('a failing test, a file that does not load, a failing hook and an error out of nowhere all count', async () => {
  const result = await runTests({
    'a.test.ts': passing,
    'fails.test.ts': `test('no', () => { throw new Error('no') })`,
    'missing.test.ts': `import './missing.ts'`,
    'hook.test.ts': `describe('s', () => { beforeAll(() => { throw new Error('no') }); test('never', () => {}) })`,
    'late.test.ts': `test('late', async () => { setTimeout(() => { throw new Error('late') }); await new Promise((r) => setTimeout(r, 100)) })`,
  })
  expect(result).toEqual({ lastLine: ['2 passed, 4 failed, 2 skipped', ''], code: 1 })
})

test.each([
  ['there is no test file', {}, []],
  ['no name matches', { 'a.test.ts': `test('one', () => {})` }, ['-t', 'other']],
])('a run that runs nothing fails: %s', async (_, files, args) => {
  const { lastLine, code } = await runTests(files, ...args)
  expect(lastLine[0]).toMatch(/^0 passed, 1 failed/)
  expect(code).toBe(1)
})
