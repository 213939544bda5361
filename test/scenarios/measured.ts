import type { StepResult } from '../support/runner.ts'

/** What a step took: CPU of all its threads, and its memory at the peak. */
export interface Measured {
  readonly cpuMs: number
  readonly peakMiB: number
}

// Linux begins the peak that Node reports with that of the process that started it, which is larger than any step.
const script = `import { existsSync, readFileSync } from 'node:fs'
const file = '/proc/self/status'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const peak = existsSync(file) ? Number(/^VmHWM:\\s+(\\d+)/m.exec(readFileSync(file, 'utf8'))[1]) : maxRSS
  process.stderr.write(JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: peak / 1024 }))
})`

/** Options of a step that is measured. */
export const MEASURE = { nodeArguments: ['--import', `data:text/javascript,${encodeURIComponent(script)}`] }

/** What a step took that ran with `MEASURE`. */
export const measured = (step: StepResult): Measured => JSON.parse(step.stderr) as Measured
