import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes an action of a few lines, CommonJS, and removes it when the test is over; gives what `runStep` needs to run it. */
export function fakeAction(source: string, inputs = ''): { manifest: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fake-action-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const manifest = path.join(folder, 'action.yml')
  writeFileSync(path.join(folder, 'index.cjs'), `const fs = require('node:fs')\nconst env = process.env\n${source}\n`)
  writeFileSync(manifest, `name: fake\n${inputs}runs:\n  using: node24\n  main: index.cjs\n`)
  return { manifest }
}
