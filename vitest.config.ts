import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// To start a process takes 5 ms of CPU while the one that starts it is small, and 20 ms when pure tests have made it grow.
class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const startsProcesses = ({ moduleId }: TestSpecification) =>
      /test\/(scenarios|contract|scripts|speed)\//.test(moduleId)
    return [...sorted.filter(startsProcesses), ...sorted.filter((file) => !startsProcesses(file))]
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/after-each-file.ts', 'test/support/property-seed.ts'],
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
    pool: 'forks',
    // A process for each file costs 0.2 s of CPU for each of them; no test leaves anything behind in its process.
    isolate: false,
    sequence: { sequencer: ProcessesFirst },
    // One more than the cores of the machine that decides: many tests wait for files, sockets and retries.
    maxWorkers: 3,
    // For what hangs: a machine that does other things as well takes ten times as long as one at rest.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
