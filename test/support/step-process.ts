import { type ChildProcess, spawn } from 'node:child_process'

/** When something happens to a running step: after so many milliseconds, or when a promise is fulfilled. */
export type Moment = number | Promise<unknown>

/** What is done to a running step from outside. */
export interface Interference {
  timeoutMs: number
  signals: readonly { signal: NodeJS.Signals; when: Moment }[]
  cancel: Moment | undefined
}

export interface EndedProcess {
  exitCode: number | null
  signal: NodeJS.Signals | null
  timedOut: boolean
  cancelled: boolean
  stdout: string
  stderr: string
  durationMs: number
}

// https://github.com/actions/runner: Runner.Sdk/ProcessInvoker.cs
const sigintTimeoutMs = 7_500
const sigtermTimeoutMs = 2_500

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Cuts a stream into lines as .NET's ReadLine does: a lone carriage return ends a line as well. */
export function createLineReader(onLine: (line: string) => void): { push(chunk: string): void; end(): void } {
  let pending = ''
  return {
    push(chunk) {
      pending += chunk
      const lines = pending.split(/\r\n|\n|\r(?!$)/)
      pending = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    },
    end() {
      if (pending !== '') onLine(pending.replace(/\r$/, ''))
      pending = ''
    },
  }
}

/** Runs a program to its end, hands out its lines in order of arrival, and interferes as asked. */
export function runProcess(
  command: readonly [string, ...string[]],
  place: { cwd: string; env: NodeJS.ProcessEnv },
  onLine: (line: string) => void,
  { timeoutMs, signals, cancel }: Interference,
): Promise<EndedProcess> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const [program, ...args] = command
    const child = spawn(program, args, { ...place, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    const text = { stdout: '', stderr: '' }
    const readers = ['stdout', 'stderr'].map((name) => {
      const reader = createLineReader(onLine)
      child[name as 'stdout' | 'stderr'].setEncoding('utf8').on('data', (chunk: string) => {
        text[name as 'stdout' | 'stderr'] += chunk
        reader.push(chunk)
      })
      return reader
    })

    let timedOut = false
    let cancelled = false
    const timers: NodeJS.Timeout[] = []
    const after = (ms: number, action: () => void): void => {
      timers.push(setTimeout(action, ms))
    }
    const at = (moment: Moment, action: () => void): void => {
      if (typeof moment === 'number') after(moment, action)
      else void moment.then(action, reject)
    }
    after(timeoutMs, () => {
      timedOut = true
      child.kill('SIGKILL')
    })
    for (const { signal, when } of signals) at(when, () => child.kill(signal))
    if (cancel !== undefined) {
      at(cancel, () => {
        cancelled = running.has(child)
        child.kill('SIGINT')
        after(sigintTimeoutMs, () => child.kill('SIGTERM'))
        after(sigintTimeoutMs + sigtermTimeoutMs, () => child.kill('SIGKILL'))
      })
    }

    const settle = (): void => {
      running.delete(child)
      for (const timer of timers) clearTimeout(timer)
    }
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    child.on('close', (exitCode, signal) => {
      settle()
      for (const reader of readers) reader.end()
      resolve({ exitCode, signal, timedOut, cancelled, ...text, durationMs: performance.now() - started })
    })
  })
}
