import { parseCLI, startVitest, type Vitest } from 'vitest/node'

interface Tally {
  passed: number
  failed: number
  skipped: number
}

function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function count(vitest: Vitest): Tally {
  const tally: Tally = { passed: 0, failed: vitest.state.getUnhandledErrors().length, skipped: 0 }
  for (const module of vitest.state.getTestModules()) {
    // A file that does not load and a hook that throws fail without a test of theirs failing.
    tally.failed += module.errors().length
    for (const suite of module.children.allSuites()) tally.failed += suite.errors().length
    for (const test of module.children.allTests()) {
      const state = test.result().state
      if (state === 'pending') tally.failed += 1
      else tally[state] += 1
    }
  }
  return tally
}

let printed = false

/** Ends standard output with the one line that says how the run went, and sets the exit code to match. */
function close(tally: Tally): void {
  if (printed) return
  printed = true
  if (tally.passed + tally.failed === 0) {
    console.error('No test ran.')
    tally.failed = 1
  }
  if (tally.failed === 0 && process.exitCode) tally.failed = 1
  if (tally.failed > 0) process.exitCode = 1
  console.log(closingLine(tally))
}

// Vitest ends the process by itself when it cannot start or cannot stop.
process.on('exit', () => close({ passed: 0, failed: 1, skipped: 0 }))

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const vitest = await startVitest(filter, { ...options, run: true, watch: false })
const tally = count(vitest)
await vitest.close()
close(tally)
