import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../../src/action/report/log.ts'
import { Outputs } from '../../../src/action/report/outputs.ts'
import { Secrets } from '../../../src/action/secrets.ts'

test.each([
  ['e', 100 * 1024, true],
  ['e', 100 * 1024 + 1, false],
  ['é', 50 * 1024, true],
  ['é', 50 * 1024 + 1, false],
])('an output is as long as a later step can read it, in bytes: %s, %i times: %s', (letter, times, isThere) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'outputs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'output')
  const secrets = new Secrets(() => undefined)
  const outputs = new Outputs({ GITHUB_OUTPUT: file }, secrets, createLog(secrets, {}))
  outputs.set('changes-summary', letter.repeat(times))
  outputs.write()
  expect(readFileSync(file, 'utf8')).toBe(`changes-summary=${isThere ? letter.repeat(times) : ''}\n`)
})
