import { type Clock, systemClock } from '../../src/clock.ts'
import { main } from '../../src/main.ts'
import { type Carrier, runStepBy, type StepOptions, type StepResult } from './runner.ts'
import { createLineReader } from './step-process.ts'

/** What a step in this process can be given: nothing that needs a process of its own, but a clock. */
export interface HereOptions
  extends Pick<
    StepOptions,
    | 'inputs'
    | 'env'
    | 'secrets'
    | 'eventName'
    | 'eventPayload'
    | 'workspaceFiles'
    | 'workspace'
    | 'runnerTemp'
    | 'githubToken'
    | 'debug'
  > {
  readonly clock?: Clock
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs `main` of the sources in this process, with the environment, the files and the log that a step has. Everything but the bundle,
 * the process and its signals is as in `runStep`, for a tenth of the CPU. Steps run one after the other: they share standard output.
 */
export function runStepHere(options: HereOptions): Promise<StepResult> {
  const step = last.then(() => runStepBy(carrierWith(options.clock ?? systemClock), options))
  last = step.catch(() => undefined)
  return step
}

function carrierWith(clock: Clock): Carrier {
  return async ({ env }, onLine) => {
    const started = performance.now()
    const reader = createLineReader(onLine)
    let stdout = ''
    const { write } = process.stdout
    const { RUNNER_DEBUG } = process.env
    process.stdout.write = (chunk: string | Uint8Array) => {
      stdout += String(chunk)
      reader.push(String(chunk))
      return true
    }
    // @actions/core looks there, and not at the environment that the step was given.
    if (env['RUNNER_DEBUG'] !== undefined) process.env['RUNNER_DEBUG'] = env['RUNNER_DEBUG']
    try {
      const succeeded = await main(env, new AbortController(), clock)
      return {
        exitCode: succeeded ? 0 : 1,
        signal: null,
        timedOut: false,
        cancelled: false,
        stdout,
        stderr: '',
        durationMs: performance.now() - started,
      }
    } finally {
      process.stdout.write = write
      if (RUNNER_DEBUG === undefined) delete process.env['RUNNER_DEBUG']
      reader.end()
    }
  }
}
