import { describe, expect, test } from 'vitest'
import { onWindows } from '../support/platform.ts'
import { expectSuccess, PERSONA, runOperation, startDatadog } from './step.ts'

/** Arguments for Node that run a script before the action. */
const preload = (script: string) => ({
  nodeArguments: ['--import', `data:text/javascript,${encodeURIComponent(script)}`],
})

describe('a step that is done', () => {
  test('waits for a reader that takes a second for its first line, and loses none of ten thousand', async () => {
    const count = 10_000
    const datadog = await startDatadog({
      seed: {
        mappings: {
          'aws-persona': Array.from({ length: count }, (_, index) => ({
            arn_pattern: `arn:aws:sts::123456789012:assumed-role/deployer-${index}/*`,
            account_identifier: `deployer-${index}@example.com`,
          })),
        },
      },
    })
    let lines = 0
    const onLine = (line: string) => {
      // Datadog has answered by now, so that only the reading stands still.
      if (line.includes(`There are ${count}`)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
      if (line.includes('assumed-role/deployer-')) lines++
    }
    expectSuccess(await runOperation(datadog, { operation: 'list' }, { onLine }), 'listed')
    expect(lines).toBe(count)
  })

  test('does not wait for a timer, a server or a connection that is still open', async () => {
    const datadog = await startDatadog()
    const open = preload(`import net from 'node:net'
      setInterval(() => {}, 1000)
      net.createServer().listen(0, '127.0.0.1')
      net.connect(${new URL(datadog.url).port}, '127.0.0.1')`)
    const step = await runOperation(datadog, PERSONA, open)
    expectSuccess(step, 'created')
    // A reader that takes nothing gets 30 s.
    expect(step.durationMs).toBeLessThan(20_000)
  })

  test.skipIf(onWindows)('ends two seconds after a cancellation, although its output is never taken', async () => {
    const datadog = await startDatadog()
    const stuck = preload(`import { readFileSync } from 'node:fs'
      import { Writable } from 'node:stream'
      Object.defineProperty(process, 'stdout', { value: new Writable({ write() {} }) })
      const done = () => /^result/m.test(readFileSync(process.env.GITHUB_OUTPUT, 'utf8'))
      const cancelled = new Promise((resolve) => {
        const asking = setInterval(() => {
          if (!done()) return
          clearInterval(asking)
          setInterval(() => {}, 1000)
          process.kill(process.pid, 'SIGINT')
          resolve(performance.now())
        }, 20)
      })
      cancelled.then((at) => process.on('exit', () => process.stderr.write(String(performance.now() - at))))`)
    const step = await runOperation(datadog, PERSONA, stuck)
    expect(step).toMatchObject({ exitCode: 0, signal: null, timedOut: false })
    expect(step.outputs['result']).toBe('created')
    expect(Number(step.stderr)).toBeGreaterThan(1900)
    expect(Number(step.stderr)).toBeLessThan(10_000)
  })
})
