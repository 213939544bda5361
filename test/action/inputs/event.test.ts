import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readEvent } from '../../../src/action/inputs/event.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'event-'))
afterAll(() => rmSync(folder, { recursive: true }))

function eventOf(name: string, payload: unknown = {}, repository = 'my-org/app') {
  const file = path.join(folder, 'event.json')
  writeFileSync(file, JSON.stringify(payload))
  return readEvent({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: repository })
}

const run = (event: string | null, head: string | null = 'my-org/app') => ({
  workflow_run: { event, head_repository: head && { full_name: head } },
})

const ANY = [
  'push',
  'release',
  'workflow_dispatch',
  'schedule',
  'repository_dispatch',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'registry_package',
]
const DIGEST = [
  'merge_group',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
  'check_run',
  'check_suite',
  'label',
  'milestone',
  'page_build',
  'public',
  'status',
  'workflow_call',
  'branch_protection_rule',
  'Push',
  'an_event_of_tomorrow',
  '',
]
const REFUSED = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_comment',
  'issue_comment',
]

describe('what apply needs', () => {
  test.each(ANY)('on %s is any approval', (name) => {
    expect(eventOf(name)).toMatchObject({ name, trigger: name, trust: 'any-approval' })
  })

  test.each(DIGEST)('on %j is the digest of a reviewed plan', (name) => {
    expect(eventOf(name)).toMatchObject({ name, trigger: name || 'an unknown event', trust: 'expected-plan' })
  })

  test.each(REFUSED)('on %s is nothing that there is', (name) => {
    expect(eventOf(name)).toMatchObject({ name, trigger: name, trust: 'refused' })
  })

  test.each(ANY)('on a run after %s in this repository is any approval', (name) => {
    expect(eventOf('workflow_run', run(name)).trust).toBe('any-approval')
    expect(eventOf('workflow_run', run(name, 'mallory/app')).trust).toBe('refused')
    expect(eventOf('workflow_run', run(name, null)).trust).toBe('refused')
    const nameless = { workflow_run: { event: name, head_repository: { full_name: '' } } }
    expect(eventOf('workflow_run', nameless, '').trust).toBe('refused')
  })

  test.each([...DIGEST, ...REFUSED, 'workflow_run'])('on a run after %j is nothing that there is', (name) => {
    expect(eventOf('workflow_run', run(name)).trust).toBe('refused')
  })

  test('is nothing that there is on a run of which nothing is known', () => {
    for (const payload of [{}, null, run(null), { workflow_run: null }, 'text'])
      expect(eventOf('workflow_run', payload)).toMatchObject({
        trigger: 'workflow_run after an unknown event',
        trust: 'refused',
      })
  })
})
