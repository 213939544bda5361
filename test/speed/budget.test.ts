import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { measureOneCall } from '../../bench/one-call.ts'
import { startServer } from '../../bench/server-process.ts'
import { expectSuccess, PERSONA, runOperation, startDatadog } from '../scenarios/step.ts'
import { repositoryRoot } from '../support/action-manifest.ts'
import type { StepResult } from '../support/runner.ts'

const bundle = path.join(repositoryRoot, 'dist/index.js')

test('what every step loads is small: see npm run bench before raising this', () => {
  expect(statSync(bundle).size).toBeLessThan(516_000)
})

interface Loaded {
  readonly scripts: readonly string[]
  readonly builtins: readonly string[]
}

/** Runs a step and tells what its process has loaded. */
async function loadedBy(inputs: Readonly<Record<string, string>>): Promise<Loaded & { readonly step: StepResult }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'loaded-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'loaded.json')
  const datadog = await startDatadog({
    seed: {
      mappings: {
        'aws-persona': [
          {
            id: '7c405332-7033-40d2-a046-a27a075a22cd',
            arn_pattern: 'arn:aws:sts::123456789012:assumed-role/live/*',
            account_identifier: 'live@example.com',
          },
        ],
      },
    },
  })
  const step = await runOperation(datadog, inputs, {
    nodeArguments: ['--require', path.join(import.meta.dirname, 'loaded-at-exit.cjs')],
    env: { LOADED_FILE: file },
  })
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Loaded), step }
}

const LIVE = {
  'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/live/*',
  'account-identifier': 'live@example.com',
}
const ID = { 'mapping-id': '7c405332-7033-40d2-a046-a27a075a22cd' }

describe('the main path', () => {
  test.each([
    ['created', PERSONA],
    ['listed', { operation: 'list' }],
    ['found', { operation: 'get', ...ID }],
    ['deleted', { operation: 'delete', ...ID }],
    ['unchanged', { operation: 'ensure', ...LIVE }],
  ])('is in one file, and loads nothing of Node that it does not need: %s', async (result, inputs) => {
    const { step, scripts, builtins } = await loadedBy(inputs)
    expectSuccess(step, result)
    expect(scripts).toEqual([bundle])
    // Over https undici needs crypto and tls, whoever calls it.
    const costly = ['crypto', 'tls', 'http2', 'fs/promises', 'worker_threads', 'zlib', 'perf_hooks', 'module', 'v8']
    expect(builtins.filter((name) => costly.includes(name))).toEqual([])
  })

  // The goal is 1.05, which a machine that does other things at the same time cannot hold: npm run bench measures it.
  test('takes about the CPU and memory of a bare script', { retry: 2, timeout: 120_000 }, async () => {
    const server = await startServer([10])
    onTestFinished(() => server.close())
    const { create } = await measureOneCall(server, { rounds: 7, operations: ['create'], rivals: ['action', 'bare'] })
    expect(ratio('cpu')).toBeLessThan(1.35)
    expect(ratio('memory')).toBeLessThan(1.1)

    function ratio(name: 'cpu' | 'memory'): number {
      return (create?.action?.[name] ?? Number.NaN) / (create?.bare?.[name] ?? Number.NaN)
    }
  })
})

test('V8 does not optimize the parser of answers for a step that has a few of them', async () => {
  const datadog = await startDatadog()
  const step = await runOperation(
    datadog,
    { operation: 'audit' },
    { nodeArguments: ['--trace-wasm-compilation-times'] },
  )
  expectSuccess(step, 'audited')
  expect(step.log).toContain('using Liftoff')
  expect(step.log).not.toContain('using TurboFan')
})
