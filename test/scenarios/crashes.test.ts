import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/emulator.ts'
import { onWindows } from '../support/platform.ts'
import { arrived } from './desired.ts'
import {
  API_KEY,
  expectFailure,
  expectNoSecrets,
  expectSuccess,
  methods,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

/** Arguments for Node that run a script before the action; `KEY` in it is the API key of the step. */
const before = (script: string) => ({
  nodeArguments: [
    '--import',
    `data:text/javascript,${encodeURIComponent(`const KEY = process.env['INPUT_API-KEY'];${script}`)}`,
  ],
})

/** What a step that asks Datadog does outside of any promise, as soon as the first request has arrived. */
const asking = (statement: string) => before(`process.on('SIGUSR2', () => { ${statement} })`)
const whenAsked = (datadog: Emulator, method: string) =>
  [{ signal: 'SIGUSR2', when: arrived(datadog, method) }] as const

const inSocket = (statement: string) =>
  // It has its own occasion, and leaves the signal aside.
  before(`import net from 'node:net'
    process.on('SIGUSR2', () => {})
    const { connect } = net.Socket.prototype
    net.Socket.prototype.connect = function (...args) {
      this.once('data', () => { ${statement} })
      return connect.apply(this, args)
    }`)

describe.concurrent('an error outside of any promise', () => {
  test.skipIf(onWindows).each([
    ['an exception', asking('throw new Error(`exception with ${KEY}`)'), /exception with \*\*\*/],
    [
      'an exception of several lines',
      asking('throw new Error(`a\\n::error::b\\n##[error]c ${KEY}`)'),
      /stopped unexpectedly/,
    ],
    [
      'an assertion',
      asking('import("node:assert").then(({ default: a }) => setTimeout(() => a.equal(KEY, 2)))'),
      /\*\*\*/,
    ],
    ['a rejection', asking('Promise.reject(new Error(`rejected ${KEY}`))'), /rejected \*\*\*/],
    ['a thrown text', asking('throw KEY'), /\*\*\*/],
    ['a thrown nothing', asking('throw undefined'), /stopped unexpectedly/],
    ['a thrown null', asking('throw null'), /stopped unexpectedly/],
    ['a thrown object', asking('throw Object.create(null)'), /stopped unexpectedly/],
    ['an exception in a socket', inSocket('throw new Error(`parser with ${KEY}`)'), /parser with \*\*\*/],
  ])('%s ends the step with one clean error', async (_, options, says) => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: 'hangBody' }])
    // Also what is only shown when debugging has no secrets.
    const signals = whenAsked(datadog, 'GET')
    const step = await runOperation(datadog, { operation: 'list' }, { ...options, signals, debug: true })
    expectFailure(step, 'internal', says, /Please report it with the log of a run with debug logging enabled/)
    // It neither waits for the rest of the body, nor for a reader that has taken everything.
    expect(step.durationMs).toBeLessThan(15_000)
    expectNoSecrets(step)
    expect(step.debug.join('\n')).toContain('Failure: ')
  })

  test.skipIf(onWindows)('during a create says that nobody knows what became of it', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ method: 'POST', when: 'after', do: 'hang' }])
    const step = await runOperation(datadog, PERSONA, {
      ...asking('throw new Error("x")'),
      signals: whenAsked(datadog, 'POST'),
    })
    expectFailure(step, 'internal', /It is unknown whether Datadog created it/)
    expect(methods(datadog)).toEqual(['POST'])
  })

  test('after the work is done changes nothing', async () => {
    const exiting = before('process.on("exit", () => { throw new Error(KEY) })')
    const step = await runOperation(await startDatadog(), PERSONA, exiting)
    expect(step.outputs['result']).toBe('created')
    expectNoSecrets(step)
  })
})

test('a connection that is lost without a word is an error and not a silent end', async () => {
  const datadog = await startDatadog()
  datadog.setFaults([{ do: 'hang' }])
  const forgotten = before(`import net from 'node:net'
    const { connect } = net.Socket.prototype
    const start = globalThis.setTimeout
    globalThis.setTimeout = (...args) => start(...args).unref()
    net.Socket.prototype.connect = function (...args) { return connect.apply(this, args).unref() }`)
  const step = await runOperation(datadog, { operation: 'list' }, forgotten)
  expectFailure(step, 'internal', /the event loop ran empty/)
})

describe.concurrent('what cannot be written', () => {
  test('as an output is one error', async () => {
    const step = await runOperation(await startDatadog(), PERSONA, { env: { GITHUB_OUTPUT: '/nowhere/at/all' } })
    expect(step).toMatchObject({ conclusion: 'failure', exitCode: 1, stderr: '' })
    expect(step.annotations.at(-1)?.message).toMatch(/could not be written/)
    expect(step.log).not.toMatch(/^\s+at /m)
    expectNoSecrets(step, API_KEY)
  })

  test('as a summary is a warning', async () => {
    const step = await runHere(await startDatadog(), PERSONA, { env: { GITHUB_STEP_SUMMARY: '/nowhere/at/all' } })
    expectSuccess(step, 'created')
    expect(step.annotations).toMatchObject([{ level: 'warning', message: /summary could not be written/ }])
  })

  test('and is not asked for is left out', async () => {
    const step = await runHere(await startDatadog(), PERSONA, { env: { GITHUB_STEP_SUMMARY: undefined } })
    expectSuccess(step, 'created')
    expect(step.annotations).toEqual([])
  })
})
