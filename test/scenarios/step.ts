import path from 'node:path'
import { expect } from 'vitest'
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator/emulator.ts'
import { repositoryRoot } from '../support/action-manifest.ts'
import { runStep, type StepOptions, type StepResult, visibleText } from '../support/runner.ts'
import { inThisProcess } from '../support/step-here.ts'

/** The keys that `startDatadog` accepts and `runOperation` gives; long and unlike anything else, so that a leak is seen. */
export const API_KEY = '4f1d8c02a97be3560d6e81b2c3f49a75'
export const APP_KEY = 'ddapp_Zx9Kq3Lm7Wv1Tn5Rb8Yc2Hd6Gf0Js4Pu+/'

const started: Emulator[] = []

/** Closes every emulator that `startDatadog` started; runs after each test file. */
export async function closeDatadogs(): Promise<void> {
  await Promise.all(started.splice(0).map((emulator) => emulator.close()))
}

/** An emulated Datadog, closed when the tests of the file have ended; tests that run at the same time can have one each. */
export async function startDatadog(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator({ apiKey: API_KEY, appKey: APP_KEY, ...options })
  started.push(emulator)
  return emulator
}

/** Lets Node keep the compiled bundle from one step to the next, which takes 9 of the 80 ms of CPU of a step. */
export const COMPILED = { NODE_COMPILE_CACHE: path.join(repositoryRoot, 'node_modules/.cache/steps') }

/** Runs one step of the action against an origin, with the right keys unless the inputs say otherwise. */
export function runOperation(
  datadog: { readonly url: string },
  inputs: Readonly<Record<string, string>>,
  options: Omit<StepOptions, 'inputs'> = {},
): Promise<StepResult> {
  return runStep({
    ...options,
    env: { ...COMPILED, ...options.env },
    inputs: { 'api-url': datadog.url, 'api-key': API_KEY, 'app-key': APP_KEY, ...inputs },
  })
}

/** For the options of a step: runs the sources in this process, at a twentieth of the cost of a step of its own. */
export const HERE = { run: inThisProcess() }

/**
 * Runs a step as `runOperation` does, with everything that a user sees of it, but the sources in this process: for the second and
 * every other row of the same sort. What the process does itself (signals, exit, memory, certificates) needs `runOperation`.
 */
export const runHere: typeof runOperation = (datadog, inputs, options = {}) =>
  runOperation(datadog, inputs, { ...HERE, ...options })

/** The inputs that create an AWS persona mapping. */
export const PERSONA = {
  operation: 'create',
  'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/deployer/*',
  'account-identifier': 'deployer@example.com',
} as const

/** What arrived, in a line each: `POST /api/v2/… 201`; the status is the one that was answered, `-` when none was. */
export function exchanges(emulator: Emulator): string[] {
  return emulator.requests().map(({ method, path, status }) => `${method} ${path} ${status ?? '-'}`)
}

/** The methods of what arrived, in order. */
export function methods(emulator: Emulator): string[] {
  return emulator.requests().map(({ method }) => method)
}

/** Asserts that the step did its work: green, no error, nothing that the runner would execute. */
export function expectSuccess(step: StepResult, result: string): void {
  expect(step.annotations.filter(({ level }) => level === 'error')).toEqual([])
  expect(step).toMatchObject({ conclusion: 'success', exitCode: 0, outputs: { result } })
  expectHarmless(step)
}

/** Asserts that the step failed as a user should see it: one error with these texts, the outputs set, no stack trace. */
export function expectFailure(step: StepResult, reason: string, ...texts: readonly (string | RegExp)[]): void {
  expect(step.outputs, step.log).toMatchObject({ result: 'failed', 'failure-reason': reason })
  expect(step).toMatchObject({ conclusion: step.cancelled ? 'cancelled' : 'failure', exitCode: 1, timedOut: false })
  const errors = step.annotations
    .filter(({ level, properties }) => level === 'error' && properties['file'] === undefined)
    .map(({ message }) => message)
  expect(errors).toEqual([expect.any(String)])
  for (const text of texts) expect(errors[0]).toMatch(text)
  if (!/[\r\n]/.test(errors[0] ?? '')) expect(step.outputs['error-message']).toBe(errors[0])
  expect(step.log).not.toMatch(/^\s+at .*[(/]/m)
  expect(step.stderr).toBe('')
  expectHarmless(step)
}

/** Asserts that nothing the step printed or wrote would be executed by the runner, and that it leaves the job's environment alone. */
export function expectHarmless(step: StepResult): void {
  const { dangerousCommands, unknownCommands, fileCommandErrors, envFile, pathFile, state, strayFiles } = step
  expect({ dangerousCommands, unknownCommands, fileCommandErrors, envFile, pathFile, state, strayFiles }).toEqual({
    dangerousCommands: [],
    unknownCommands: [],
    fileCommandErrors: [],
    envFile: '',
    pathFile: '',
    state: {},
    strayFiles: {},
  })
}

/** Asserts that no secret, in any form that a server could make of it, is in anything that anybody can see of the step. */
export function expectNoSecrets(step: StepResult, ...others: readonly string[]): void {
  const seen = visibleText(step)
  const folded = seen.toLowerCase()
  for (const secret of [API_KEY, APP_KEY, ...others]) {
    for (const form of formsOf(secret)) expect(folded.includes(form.toLowerCase()), `${form} in:\n${seen}`).toBe(false)
  }
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes, Buffer.alloc(3)]).toString('base64')
    const core = text.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + bytes.length) * 4) / 3))
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const json = JSON.stringify(secret).slice(1, -1)
  const url = encodeURIComponent(secret)
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    url,
    encodeURIComponent(url),
    bytes.toString('hex'),
    ...base64,
  ]
}
