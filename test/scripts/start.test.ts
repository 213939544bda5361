import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'

async function start(args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const script = path.resolve(import.meta.dirname, '../../scripts/start.ts')
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, NO_COLOR: '1', ...env } })
  const code = new Promise((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { stdout, stderr, code: await code }
}

test('a release maps a role, finds it there the next time, and takes it away', async () => {
  const { stdout, stderr, code } = await start()
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  expect(stdout.match(/^✓ .*(?= \()/gm)).toEqual([
    '✓ 1/5  Map the IAM role that the release has made',
    '✓ 2/5  List every mapping',
    '✓ 3/5  Run the release again',
    '✓ 4/5  Read the mapping',
    '✓ 5/5  Delete the mapping',
  ])
  expect(stdout).toMatch(
    /\nAll 5 steps succeeded \(created, listed, unchanged, found, deleted\) with \d requests to the emulated Datadog at .*\.\n$/,
  )
  expect(stdout).toMatch(/^ {3}api-key: +\*\*\*$/m)
  expect(stdout).not.toMatch(/emulated-(api|app)-key-\d/)
})

test('one step runs with the inputs and the seed that were given', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const seed = path.join(folder, 'seed.json')
  const mapping = { arn_pattern: 'arn:aws:iam::123456789012:user/seeded', account_identifier: 'a@example.com' }
  writeFileSync(seed, JSON.stringify({ mappings: { 'aws-persona': [mapping] } }))
  const { stdout, code } = await start(['--operation', 'list', '--seed', seed])
  expect(stdout).toContain('user/seeded')
  expect(stdout).toMatch(/\nThe step succeeded in \d+ ms: listed\.\n$/)
  expect(code).toBe(0)
})

test('a step that fails says why and gives exit code 1', async () => {
  const { stdout, code } = await start(['--operation=get', '--mapping-id=00000000-0000-4000-8000-000000000000'])
  expect(stdout).toMatch(/^✗ get/)
  expect(stdout).toMatch(/\nThe step failed: not-found\.\n$/)
  expect(code).toBe(1)
})

test('a word that is no input is answered with those that are', async () => {
  const { stdout, stderr, code } = await start(['--operatoin', 'list'])
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toMatch(/^--operatoin is not an input of this action\. Inputs: --site .*--operation .*\n$/)
})
