import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { onWindows } from '../support/platform.ts'
import { type Entry, intake, persona, role, SCOPE, uuid } from './desired.ts'
import { expectFailure, expectSuccess, methods, runHere, runOperation, startDatadog } from './step.ts'

const file = (mappings: readonly Entry[], blocks: object = {}) => JSON.stringify({ version: 1, ...blocks, mappings })
const blocks = (given: object) => JSON.stringify({ version: 1, ...given })
const PLAN = { operation: 'plan', file: '.github/policy.yml\n.github/mappings/*.yml\n' }
const seed = { mappings: { 'aws-intake': [{ id: uuid(1), arn_pattern: role('gone') }] } }

test('more than 16 MiB of all files together are not read', async () => {
  const half = `# ${'x'.repeat(9 * 1024 * 1024)}\n`
  const workspaceFiles = { '.github/policy.yml': half, '.github/mappings/a.yml': half }
  const step = await runHere(await startDatadog(), PLAN, { workspaceFiles })
  expectFailure(step, 'invalid-input', 'more than 16 MiB of all files together are not read')
})

test('mappings in several files and a scope of its own are planned, pruned and applied as one file', async () => {
  const datadog = await startDatadog({ seed })
  const workspaceFiles = {
    '.github/policy.yml': blocks({ scope: SCOPE, policy: { 'required-claims': ['ref'] } }),
    '.github/mappings/a.yml': file([intake('a')]),
    '.github/mappings/b.yml': file([persona('b')]),
  }
  const plan = await runOperation(datadog, { ...PLAN, prune: 'true' }, { workspaceFiles })
  expectSuccess(plan, 'planned')
  expect(plan.outputs['changes-summary']).toBe('2 to create, 1 to delete')
  for (const name of Object.keys(workspaceFiles)) expect(plan.summary).toContain(name)
  const digest = plan.outputs['plan-digest'] ?? ''

  // To move an entry to another file is no change, and to change the rules is one.
  const moved = {
    'all/one.yml': file([persona('b')], { scope: SCOPE }),
    'all/two.yml': file([intake('a')]),
    'all/three.yml': blocks({ policy: { 'required-claims': ['ref'] } }),
  }
  const apply = { operation: 'apply', file: 'all/*.yml', prune: 'true', 'expected-plan': digest }
  const other = { ...moved, 'all/three.yml': blocks({ policy: { 'required-claims': ['sub'] } }) }
  expectFailure(await runOperation(datadog, apply, { workspaceFiles: other }), 'plan-changed')
  expectSuccess(await runOperation(datadog, apply, { workspaceFiles: moved }), 'applied')
  expect(datadog.state().mappings['aws-intake'].map(({ attributes }) => attributes)).toMatchObject([
    { arn_pattern: role('a') },
  ])
})

test('the digest is the one of a single file', async () => {
  const datadog = await startDatadog()
  const single = { 'a.yml': file([intake('a'), intake('b')], { scope: SCOPE, ignore: { 'github-intake': 'all' } }) }
  const several = {
    'a.yml': file([intake('b')], { ignore: { 'github-intake': 'all' } }),
    'b.yml': file([intake('a')], { scope: SCOPE }),
  }
  const digests = []
  for (const workspaceFiles of [single, several]) {
    const step = await runHere(datadog, { operation: 'plan', file: '*.yml' }, { workspaceFiles })
    expectSuccess(step, 'planned')
    digests.push(step.outputs['plan-digest'])
  }
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(digests[1]).toBe(digests[0])
})

test('what contradicts itself across files is told with both places, and annotated where it is', async () => {
  const datadog = await startDatadog()
  const workspaceFiles = {
    '.github/policy.yml': 'version: 1\nscope: { authn: { attribute-keys: [a] } }\n',
    '.github/mappings/a.yml': `version: 1\nmappings:\n  - ${JSON.stringify(intake('a'))}\n`,
    '.github/mappings/b.yml': `version: 1\nscope: { authn: { attribute-keys: [b] } }\nmappings:\n  - ${JSON.stringify(intake('a'))}\n`,
  }
  const step = await runHere(datadog, PLAN, { workspaceFiles })
  expectFailure(
    step,
    'invalid-input',
    'file: the mappings files have mistakes.',
    '.github/mappings/b.yml, line 4, column 5: this is the same mapping as the one at .github/mappings/a.yml, line 3, column 5. Leave one out.',
    '.github/mappings/b.yml, line 2, column 1: this scope differs from the one at .github/policy.yml, line 2, column 1. Leave one out.',
  )
  const placed = step.annotations.filter(({ properties }) => properties['file'] !== undefined)
  expect(placed.map(({ properties }) => [properties['file'], properties['line']])).toEqual([
    ['.github/mappings/b.yml', '4'],
    ['.github/mappings/b.yml', '2'],
  ])
  expect(methods(datadog)).toEqual([])
})

test('every line that names nothing is told, with the way out', async () => {
  const datadog = await startDatadog()
  const workspaceFiles = { 'a.yml': file([intake('a')]), 'folder/b.yml': file([intake('b')]) }
  const lines = ['a.yml', 'none/*.yml', '!a.yml', 'b.yml', 'folder']
  const step = await runHere(datadog, { operation: 'plan', file: lines.join('\n') }, { workspaceFiles })
  expectFailure(
    step,
    'invalid-input',
    'file: "none/*.yml" matches no file. Check the pattern, which begins at the workspace,',
    'file: "!a.yml" begins with "!", but file cannot leave files out.',
    'file: "b.yml" does not exist.',
    'file: "folder" is a folder, not a file. To read the files in it, write "folder/*.yml".',
  )
  expect(methods(datadog)).toEqual([])
})

test.skipIf(onWindows)(
  'a link out of the workspace is refused, and a file that is found twice is read once',
  async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'several-'))
    onTestFinished(() => rmSync(root, { recursive: true }))
    const workspace = path.join(root, 'workspace')
    mkdirSync(path.join(workspace, 'm'), { recursive: true })
    writeFileSync(path.join(workspace, 'm/a.yml'), file([intake('a')]))
    symlinkSync('a.yml', path.join(workspace, 'm/b.yml'))
    const datadog = await startDatadog()
    const twice = await runHere(datadog, { operation: 'plan', file: 'm/*.yml\nm/a.yml' }, { workspace })
    expectSuccess(twice, 'planned')
    expect(twice.outputs['changes-summary']).toBe('1 to create')
    writeFileSync(path.join(root, 'secret.yml'), 'password: hunter2')
    symlinkSync('../../secret.yml', path.join(workspace, 'm/c.yml'))
    const step = await runHere(datadog, { operation: 'plan', file: 'm/*.yml' }, { workspace })
    expectFailure(step, 'invalid-input', 'file: "m/c.yml" is a symbolic link to a place outside the workspace')
    expect(step.log).not.toContain('hunter2')
  },
)

test('prune needs a scope in one of the files, and mappings in one of them', async () => {
  const datadog = await startDatadog({ seed })
  const prune = { operation: 'plan', file: '*.yml', prune: 'true' }
  const unscoped = { 'a.yml': file([intake('a')]), 'b.yml': file([intake('b')]) }
  expectFailure(
    await runHere(datadog, prune, { workspaceFiles: unscoped }),
    'invalid-input',
    'prune: a.yml, b.yml have no scope',
    'Add scope: to one of the files.',
  )
  const empty = { 'a.yml': file([]), 'b.yml': blocks({ scope: SCOPE }) }
  expectFailure(
    await runHere(datadog, prune, { workspaceFiles: empty }),
    'invalid-input',
    'prune: a.yml, b.yml name no mapping',
  )
  expect(methods(datadog)).toEqual([])
})

test('what an entry says of its account is held against Datadog with its own file and line', async () => {
  const datadog = await startDatadog({
    seed: {
      mappings: { 'aws-persona': [{ id: uuid(2), arn_pattern: role('b'), account_identifier: 'a@example.com' }] },
    },
  })
  const entry = { ...persona('b', 'a@example.com'), 'account-uuid': uuid(9) }
  const workspaceFiles = { 'a.yml': file([intake('a')]), 'b.yml': file([entry]) }
  const step = await runHere(datadog, { operation: 'plan', file: '*.yml' }, { workspaceFiles })
  expectFailure(step, 'invalid-input', 'a.yml, b.yml do not agree with Datadog.')
  expectFailure(step, 'invalid-input', /^b\.yml, line 1, column \d+: account-uuid is "/m)
})

test('a mapping that another file ignores is told with its place', async () => {
  const workspaceFiles = { 'a.yml': file([intake('a')]), 'b.yml': blocks({ ignore: { 'aws-intake': 'all' } }) }
  const step = await runHere(await startDatadog(), { operation: 'plan', file: '*.yml' }, { workspaceFiles })
  expectFailure(step, 'invalid-input', 'a.yml, b.yml both name and ignore these mappings', '(a.yml, line 1, column ')
})

test('a pull request without secrets has all of its files checked', async () => {
  const datadog = await startDatadog()
  const fork = {
    eventName: 'pull_request',
    eventPayload: { pull_request: { number: 3, head: { repo: { full_name: 'mallory/app' } } } },
  }
  const inputs = { ...PLAN, 'api-key': '', 'app-key': '' }
  const workspaceFiles = {
    '.github/policy.yml': blocks({ scope: SCOPE }),
    '.github/mappings/a.yml': file([intake('a')]),
  }
  const right = await runHere(datadog, inputs, { ...fork, workspaceFiles })
  expectSuccess(right, 'planned')
  expect(right.log).toContain('Checked .github/policy.yml, .github/mappings/a.yml: 1 mapping, no mistakes.')
  const wrong = { ...workspaceFiles, '.github/mappings/b.yml': file([intake('a')]) }
  const step = await runHere(datadog, inputs, { ...fork, workspaceFiles: wrong })
  expectFailure(step, 'invalid-input', 'this is the same mapping as the one at .github/mappings/a.yml, line 1')
  expect(methods(datadog)).toEqual([])
})

test('audit reads what is accepted from a file without mappings', async () => {
  const workspaceFiles = { 'policy.yml': blocks({ accept: [] }) }
  const step = await runHere(await startDatadog(), { operation: 'audit', file: '*.yml' }, { workspaceFiles })
  expectSuccess(step, 'audited')
})

test('export writes one file, so it takes no lines and no pattern', async () => {
  const datadog = await startDatadog()
  for (const given of ['a.yml\nb.yml', '*.yml']) {
    const step = await runHere(datadog, { operation: 'export', file: given })
    expectFailure(step, 'invalid-input', 'can be several files, and export writes one. Give the path of that one.')
  }
  expect(methods(datadog)).toEqual([])
})
