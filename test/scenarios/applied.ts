import { expect } from 'vitest'
import type { Seed } from '../emulator/seed.ts'
import type { StepResult } from '../support/runner.ts'
import { group, live, persona, SCOPE, uuid } from './desired.ts'
import { expectHarmless } from './step.ts'

/** What is live before `apply`: with `WANTED`, one mapping to create, update, replace and delete each, and two to leave alone. */
export const seed: Seed = {
  mappings: {
    'aws-persona': [live(1, 'kept'), live(2, 'replaced', 'old@example.com'), live(3, 'gone')],
    authn: [
      { id: uuid(4), attribute_key: 'member-of', attribute_value: 'Ops', role_id: uuid(22) },
      { id: uuid(5), attribute_key: 'member-of', attribute_value: 'Sec', role_id: uuid(22) },
    ],
  },
}

/** What should exist. */
export const WANTED = [
  persona('new'),
  persona('replaced'),
  persona('kept'),
  group('Ops', uuid(23)),
  group('Sec', uuid(22)),
]

/** That the file covers every mapping. */
export const ALL = { scope: SCOPE }

/** Asserts that a part was applied, and that the error has these texts. */
export function expectPartly(step: StepResult, ...texts: readonly string[]): void {
  expect(step.outputs).toMatchObject({
    result: 'partially-applied',
    'failure-reason': 'partially-applied',
    changed: 'true',
  })
  for (const text of texts) expect(step.outputs['error-message']).toContain(text)
  expect(step).toMatchObject({ conclusion: step.cancelled ? 'cancelled' : 'failure', exitCode: 1, stderr: '' })
  expectHarmless(step)
}
