import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/after-each-file.ts', 'test/support/property-seed.ts'],
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] } },
    pool: 'forks',
    // A process for each file costs 0.2 s of CPU for each of them; no test leaves anything behind in its process.
    isolate: false,
    // One more than the cores of the machine that decides: many tests wait for files, sockets and retries.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
