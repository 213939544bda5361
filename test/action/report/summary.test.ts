import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../../src/action/report/log.ts'
import { Summary } from '../../../src/action/report/summary.ts'
import { Secrets } from '../../../src/action/secrets.ts'
import { Failure } from '../../../src/failure.ts'
import { live, role, uuid } from '../../mappings/samples.ts'

function summaryIn(before = '') {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'summary-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'summary.md')
  writeFileSync(file, before)
  const secrets = new Secrets(() => undefined)
  const summary = new Summary({ GITHUB_STEP_SUMMARY: file }, secrets, createLog(secrets, {}), true)
  return { file, summary, read: () => readFileSync(file, 'utf8') }
}

const mapping = live('aws-persona', uuid(1), { arnPattern: role('é'), accountIdentifier: 'a@example.com' })
const UNDO = '<details><summary>To restore what this step deletes</summary>\n'
const inputs = ['operation: ensure', 'arn-pattern: "é"']

test('what undoes a delete is there before it, and at the end below the title and the decision', () => {
  const { summary, read } = summaryIn('# Of an earlier step\n')
  summary.restoring(mapping, inputs)
  summary.restoring({ ...mapping, id: uuid(2) }, inputs)
  expect(read()).toMatch(/^# Of an earlier step\n<details>/)
  summary.plan(({ limit }) => `### The title\n\nThe decision\n${limit > 500_000 ? 'with room' : ''}\n`)
  const text = read()
  expect(text.startsWith(`# Of an earlier step\n### The title\n\nThe decision\nwith room\n\n${UNDO}`)).toBe(true)
  expect(text.endsWith('    arn-pattern: "é"\n\n</details>\n\n')).toBe(true)
  expect(text.match(/^To restore/gm)).toHaveLength(2)
})

test('what undoes deletes takes from the room of the plan', () => {
  const { summary, read } = summaryIn()
  summary.restoring(mapping, [...inputs, `claims: ${'x'.repeat(200_000)}`])
  let room = 0
  summary.plan(({ limit }) => {
    room = limit
    return ''
  })
  expect(room + Buffer.byteLength(read())).toBeLessThanOrEqual(900 * 1024 + 10)
})

test('a failure comes first too', () => {
  const { summary, read } = summaryIn()
  summary.restoring(mapping, inputs)
  summary.failure(new Failure('conflict', 'Could not.', { advice: '' }))
  expect(read()).toMatch(/^### Datadog mappings: failed \(conflict\)\n\nCould not\.\n\n\n<details>/)
})

test('what something else has written meanwhile stays', () => {
  const { file, summary, read } = summaryIn()
  summary.restoring(mapping, inputs)
  appendFileSync(file, 'of another process\n')
  summary.plan(() => '### The title\n')
  expect(read()).toContain('of another process\n</details>\n\n### The title\n')
})
