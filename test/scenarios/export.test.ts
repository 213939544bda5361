import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import type { Seed } from '../emulator/seed.ts'
import { HOSTILE_TEXT, MATCHERS } from '../mappings/file/hostile-live.ts'
import { onWindows } from '../support/platform.ts'
import type { StepOptions } from '../support/runner.ts'
import { role, uuid } from './desired.ts'
import { expectFailure, expectSuccess, methods, runHere, runOperation, startDatadog } from './step.ts'

const EXPORT = { operation: 'export' }
const FILE = '.github/datadog-mappings.yml'

/** A workspace that several steps share. */
function workspace(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A job whose steps share a workspace, and the mappings file in it. */
function jobIn(datadog: { readonly url: string }, runStep = runHere) {
  const folder = workspace()
  const run = (inputs: Record<string, string>, options: Omit<StepOptions, 'inputs'> = {}) =>
    runStep(datadog, inputs, { workspace: folder, ...options })
  return { folder, run, read: (file = FILE) => readFileSync(path.join(folder, file), 'utf8') }
}

/** Exports, and expects that a plan of the file has no changes and that a second export writes the same bytes. */
async function expectEmptyPlan(datadog: { readonly url: string }, runStep = runHere): Promise<string> {
  const { run, read } = jobIn(datadog, runStep)
  const exported = await run(EXPORT)
  expectSuccess(exported, 'exported')
  const text = read()
  const plan = await run({ operation: 'plan' })
  expectSuccess(plan, 'planned')
  expect(plan.outputs['has-changes'], `${text}\n${plan.log}`).toBe('false')
  expect(plan.outputs).toMatchObject({ 'unmanaged-count': '0', drifted: 'false' })
  expectSuccess(await run(EXPORT), 'exported')
  expect(read()).toBe(text)
  return text
}

const persona = (id: number, pattern: string, account = 'deployer@example.com') => ({
  id: uuid(id),
  arn_pattern: pattern,
  account_identifier: account,
})

describe('a new file', () => {
  test('has every kind as people write it, and plans empty', async () => {
    const service = uuid(70)
    const datadog = await startDatadog({
      seed: {
        users: [{ id: service, email: 'x@example.com', name: 'CI deployer', service_account: true }],
        roles: [{ id: uuid(80), name: 'Datadog Standard Role' }],
        teams: [{ id: uuid(90), name: 'Platform: core', handle: 'platform' }],
        mappings: {
          'aws-persona': [persona(2, role('b'), service), persona(1, role('a'))],
          'aws-intake': [{ id: uuid(3), arn_pattern: 'arn:aws:iam::123456789012:role/ci/agent' }],
          'github-persona': [
            {
              id: uuid(4),
              account_identifier: 'deployer@example.com',
              claim_matchers: {
                repository: '^my-org/app\\.js$',
                repository_id: '^123$',
                ref: '^refs/heads/main$',
                sub: 'repo:my-org/app\\.js:ref:refs/heads/main$|^repo:my-org@\\d+/app\\.js@123:ref:refs/heads/main$',
              },
            },
          ],
          'github-intake': [
            { id: uuid(5), claim_matchers: { sub: 'repo:my-org/.+$', ref: '^refs/(?:heads|tags)/.+$' } },
          ],
          authn: [
            { id: uuid(6), attribute_key: 'member-of', attribute_value: 'yes', role_id: uuid(80) },
            { id: uuid(7), attribute_key: 'member-of', attribute_value: 'Ops # 1', team_id: uuid(90) },
          ],
        },
      },
    })
    const text = await expectEmptyPlan(datadog, runOperation)
    expect(
      text,
    ).toBe(`# The Datadog mappings of this organization. Written by operation: export; plan and apply read it.
version: 1
# What prune may delete; nothing else. Check it before you use it.
# scope:
#   aws-persona: { accounts: ["123456789012"] }
#   aws-intake: { accounts: ["123456789012"] }
#   github-persona: { repositories: ["my-org/app.js"] }
#   authn: { attribute-keys: ["member-of"] }
mappings:
  - kind: aws-persona
    arn-pattern: arn:aws:sts::123456789012:assumed-role/a/*
    account-identifier: deployer@example.com
  - kind: aws-persona
    arn-pattern: arn:aws:sts::123456789012:assumed-role/b/*
    account-identifier: CI deployer # ${service}
  - kind: aws-intake
    arn-pattern: arn:aws:iam::123456789012:role/ci/agent
    rewrite-role-arn: false
  - kind: github-persona
    claims:
      repository: my-org/app.js
      repository_id: '123'
      ref: refs/heads/main
    account-identifier: deployer@example.com
  - kind: github-intake
    claims:
      ref: /^refs/(?:heads|tags)/.+$/
      sub: /repo:my-org/.+$/
  - kind: authn
    attribute-key: member-of
    attribute-value: 'Ops # 1'
    team: 'Platform: core' # ${uuid(90)}
  - kind: authn
    attribute-key: member-of
    attribute-value: 'yes'
    role: Datadog Standard Role # ${uuid(80)}
`)
  })
})

const INVISIBLE = 'arn:aws:sts::123456789012:assumed-role/a\u200bb/*'

test('what no file can say is named first, and the rest is written', async () => {
  const datadog = await startDatadog({
    seed: {
      mappings: {
        'aws-persona': [
          persona(1, role('a')),
          persona(2, INVISIBLE),
          persona(3, role('a'), 'somebody@example.com'),
          persona(4, role('c')),
        ],
        'github-intake': [{ id: uuid(5), claim_matchers: { sub: 'repo:a/b:.+$', run_id: '^1$' } }],
      },
    },
  })
  const { run, read } = jobIn(datadog)
  const step = await run(EXPORT)
  expectSuccess(step, 'exported')
  expect(step.outputs).toMatchObject({ file: FILE, count: '2' })
  expect(step.outputs['changed']).toBeUndefined()
  expect(parse(read()).mappings).toMatchObject([{ 'arn-pattern': role('a') }, { 'arn-pattern': role('c') }])
  const report = step.tempFiles[step.outputs['report-file'] ?? ''] ?? ''
  for (const text of [step.log, step.summary, report]) {
    for (const id of [2, 3, 5]) expect(text).toMatch(new RegExp(`Not exported: .*${uuid(id)}`))
    expect(text).toContain('which has another account')
    expect(text).toContain('Datadog cannot match on the claim')
    expect(text).toContain('U+200B')
  }
  expect(step.summary.indexOf('Not exported')).toBeLessThan(step.summary.indexOf('| Who |'))
  expect(new Set(methods(datadog))).toEqual(new Set(['GET']))
  expectSuccess(await run(EXPORT), 'exported')
})

describe('what an export adopts', () => {
  const seed: Seed = {
    users: [
      { id: uuid(70), email: 'ci@example.com', name: 'ci', service_account: true, roles: ['Datadog Admin Role'] },
      { id: uuid(71), email: 'jane@example.com', disabled: true, roles: [] },
    ],
    roles: [{ id: uuid(80), name: 'Inviter', permissions: ['user_access_invite'] }],
    mappings: {
      'aws-persona': [
        persona(1, role('a'), uuid(70)),
        persona(2, role('b'), uuid(70)),
        persona(3, role('c'), 'jane@example.com'),
        { ...persona(4, role('d'), 'gone@example.com'), account_uuid: uuid(79) },
      ],
      'github-intake': [{ id: uuid(5), claim_matchers: { sub: 'repo:a/.+$' } }],
      authn: [{ id: uuid(6), attribute_key: 'k', attribute_value: 'v', role_id: uuid(80) }],
    },
  }

  test('is described with its power and its reach, the most dangerous first, and only once', async () => {
    const datadog = await startDatadog({ seed })
    const { run } = jobIn(datadog)
    const step = await run(EXPORT)
    expectSuccess(step, 'exported')
    const report = step.tempFiles[step.outputs['report-file'] ?? ''] ?? ''
    for (const text of [step.log, report]) {
      expect(text).toMatch(
        /ci \(service account, Datadog Admin Role, \d+ permissions, may .*\) is the account that 2 of/,
      )
      expect(text).toMatch(/jane@example\.com.*person, disabled, no permissions/)
      expect(text).toMatch(
        /Inviter \(1 permission, among them .*invite.*\) is the role that 1 of these mappings gives\./,
      )
      expect(text).toContain(`There is no account ${uuid(79)}`)
      expect(text).toMatch(/Check these:[\s\S]*There is no account[\s\S]*every repository of the owner/)
      expect(text.indexOf('Datadog Admin Role')).toBeLessThan(text.indexOf('jane@example.com'))
    }
    expect(report).not.toContain('\n\n\n')
    const again = await run(EXPORT)
    expect(again.log).not.toContain('Datadog Admin Role')
  })

  test('is said to be unknown without permission to read accounts', async () => {
    const datadog = await startDatadog({ seed, switches: { refused: ['users', 'roles'] } })
    const step = await jobIn(datadog).run(EXPORT)
    expectSuccess(step, 'exported')
    expect(step.log).toContain(
      'Could not read the permissions of 3 accounts and 1 role: that needs the permission user_access_read.',
    )
  })
})

describe('a file that is there', () => {
  const before = `# Ours.
version: 1
scope: {aws-persona: {accounts: ['123456789012']}} # as agreed
mappings:
  # The deployer.
  - {kind: aws-persona, arn-pattern: "arn:aws:iam::123456789012:role/ci/kept", account-identifier: Deployer@example.com}
  - kind: aws-persona
    arn-pattern: ${role('gone')}
    account-identifier: deployer@example.com
  - kind: aws-persona
    arn-pattern: ${role('differs')}
    account-identifier: deployer@example.com
  - kind: authn
    attribute-key: member-of
    attribute-value: Ops
    role: Old Role
# The end.
`
  const seed: Seed = {
    mappings: {
      'aws-persona': [
        persona(1, role('kept')),
        persona(2, role('differs'), 'other@example.com'),
        persona(3, role('new')),
      ],
      authn: [{ id: uuid(4), attribute_key: 'member-of', attribute_value: 'Dev', role_id: uuid(80) }],
    },
    roles: [{ id: uuid(80), name: 'Datadog Standard Role' }],
  }

  test('keeps everything in it, gets what is new, and what is not live like that is named', async () => {
    const datadog = await startDatadog({ seed })
    const { run, read } = jobIn(datadog, runOperation)
    const step = await run(EXPORT, { workspaceFiles: { [FILE]: before } })
    expectSuccess(step, 'exported')
    expect(read()).toBe(
      before.replace(
        '# The end.\n',
        `  - kind: aws-persona
    arn-pattern: ${role('new')}
    account-identifier: deployer@example.com
  - kind: authn
    attribute-key: member-of
    attribute-value: Dev
    role: Datadog Standard Role # ${uuid(80)}
# The end.
`,
      ),
    )
    expect(step.outputs['count']).toBe('3')
    expect(step.log).toContain(`Added 2 to ${FILE}, which now names 3 live mappings.`)
    expect(step.log).toMatch(/Kept in the file, although it is not live any more: .*\/gone\//)
    expect(step.log).toMatch(
      /Kept in the file, although it is live with another account: .*\/differs\/.*other@example.com/,
    )
    expect(step.log).toMatch(/Kept in the file: .*member-of=Ops.*there is no role called "Old Role"/)
    expect(step.summary).toMatch(/Kept in the file[\s\S]*\| Who/)
  })

  test('is left alone in what was not read', async () => {
    const datadog = await startDatadog({ seed, switches: { refused: ['authn'] } })
    const { run, read } = jobIn(datadog)
    const step = await run(EXPORT, { workspaceFiles: { [FILE]: before } })
    expectSuccess(step, 'exported')
    expect(step.log).toMatch(/The AuthN mappings were not read\. .*403/)
    expect(step.log).not.toContain('Old Role')
    expect(parse(read()).mappings).toHaveLength(5)
    const one = await run({ ...EXPORT, kind: 'aws-intake' })
    expectSuccess(one, 'exported')
    expect(one.log).toContain('there was nothing to add')
  })

  test('does not get what it ignores', async () => {
    const { run, read } = jobIn(await startDatadog({ seed }))
    const ignoring = `version: 1\nignore: { mapping-ids: [${uuid(1)}], authn: all }\nmappings: []\n`
    expectSuccess(await run(EXPORT, { workspaceFiles: { [FILE]: ignoring } }), 'exported')
    expect(read()).toMatch(/^version: 1\nignore: \{ mapping-ids: /)
    const patterns = parse(read()).mappings.map((entry: Record<string, string>) => entry['arn-pattern'])
    expect(patterns).toEqual([role('differs'), role('new')])
    const plan = await run({ operation: 'plan', 'fail-on': 'drift' })
    expectSuccess(plan, 'planned')
  })

  test('with mistakes is refused before any request, and stays as it is', async () => {
    const datadog = await startDatadog({ seed })
    const { run, read } = jobIn(datadog)
    const step = await run(EXPORT, { workspaceFiles: { [FILE]: 'version: 2\nmappings: []\n' } })
    expectFailure(step, 'invalid-input', 'line 1', 'version')
    expect(read()).toBe('version: 2\nmappings: []\n')
    expect(methods(datadog)).toEqual([])
  })

  test('and is empty is written like a new one', async () => {
    const { run, read } = jobIn(await startDatadog())
    expectSuccess(await run(EXPORT, { workspaceFiles: { [FILE]: '\n' } }), 'exported')
    expect(parse(read())).toEqual({ version: 1, mappings: [] })
  })
})

test.skipIf(onWindows).each([
  ['the file', FILE, 'is a symbolic link'],
  ['a folder above it', '.github', 'is below a symbolic link'],
])('nothing is written through a symbolic link: %s', async (_, link, says) => {
  const datadog = await startDatadog()
  const { folder, run } = jobIn(datadog)
  const elsewhere = workspace()
  mkdirSync(path.dirname(path.join(folder, link)), { recursive: true })
  symlinkSync(path.join(elsewhere, link === FILE ? 'target.yml' : ''), path.join(folder, link))
  expectFailure(await run(EXPORT), 'invalid-input', says)
  expect(readdirSync(elsewhere)).toEqual([])
  expect(methods(datadog)).toEqual([])
})

test('a folder is no file, and a file elsewhere is written where it is named', async () => {
  const datadog = await startDatadog()
  const { folder, run, read } = jobIn(datadog)
  expectFailure(await run({ ...EXPORT, file: '.' }), 'invalid-input', '"." is a folder, not a file')
  const file = path.join(workspace(), 'new/mappings.json')
  const step = await run({ ...EXPORT, file })
  expectSuccess(step, 'exported')
  expect(step.outputs['file']).toBe(file)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ version: 1, mappings: [] })
  writeFileSync(path.join(folder, 'own.yml'), 'version: 1\nmappings: []\n', { mode: 0o640 })
  await datadog.close()
  const again = await startDatadog({ seed: { mappings: { 'aws-persona': [persona(1, role('a'))] } } })
  expectSuccess(await runHere(again, { ...EXPORT, file: 'own.yml' }, { workspace: folder }), 'exported')
  expect(read('own.yml')).toContain(role('a'))
  expect(statSync(path.join(folder, 'own.yml')).mode & 0o777).toBe(onWindows ? 0o666 : 0o640)
  expect(readdirSync(folder)).toEqual(['own.yml'])
})

test('one pattern of two kinds, which no file may have, is written once', async () => {
  const mappings = {
    'aws-persona': [persona(1, role('a'))],
    'aws-intake': [
      { id: uuid(2), arn_pattern: role('a') },
      { id: uuid(3), arn_pattern: role('b') },
    ],
  }
  const { run, read } = jobIn(await startDatadog({ seed: { mappings } }))
  const step = await run(EXPORT)
  expectSuccess(step, 'exported')
  expect(step.log).toMatch(new RegExp(`Not exported: .*${uuid(2)}.*The file has a mapping of another kind`))
  expect(parse(read()).mappings.map((entry: Record<string, string>) => entry['kind'])).toEqual([
    'aws-persona',
    'aws-intake',
  ])
  expect((await run({ operation: 'plan' })).outputs['has-changes']).toBe('false')
})

test('teams of one name are told apart by their handles, and equal AuthN mappings are written once', async () => {
  const seed: Seed = {
    teams: [
      { id: uuid(90), name: 'Twin', handle: 'one' },
      { id: uuid(91), name: 'Twin', handle: 'two' },
      { id: uuid(92), name: 'one', handle: 'three' },
    ],
    mappings: {
      authn: [90, 91, 92, 92].map((team) => ({ attribute_key: 'k', attribute_value: 'v', team_id: uuid(team) })),
    },
  }
  const text = await expectEmptyPlan(await startDatadog({ seed }))
  expect(text).toContain(`team-id: '${uuid(90)}' # Twin\n`)
  expect(text).toContain(`team: two # ${uuid(91)}\n`)
  expect(text).toContain(`team: three # ${uuid(92)}\n`)
  expect(parse(text).mappings).toHaveLength(3)
})

test('nothing is written when no kind may be read', async () => {
  const datadog = await startDatadog({ switches: { denied: 'all' } })
  const { folder, run } = jobIn(datadog)
  expectFailure(await run(EXPORT), 'forbidden', /403/)
  expect(readdirSync(folder)).toEqual([])
})

test('names that may not be read, or that several have, stand beside the ids', async () => {
  const seed: Seed = {
    users: [
      { id: uuid(70), email: 'a@example.com', name: 'twin', service_account: true },
      { id: uuid(71), email: 'b@example.com', name: 'twin', service_account: true },
      { id: uuid(72), email: 'c@example.com', name: 'single', service_account: true },
      { id: uuid(73), email: 'd@example.com', name: 'single', service_account: true, disabled: true },
    ],
    roles: [{ id: uuid(80), name: 'Reader' }],
    mappings: {
      'aws-persona': [persona(1, role('a'), uuid(70)), persona(2, role('b'), uuid(72))],
      authn: [{ id: uuid(4), attribute_key: 'k', attribute_value: 'v', role_id: uuid(80) }],
    },
  }
  const text = await expectEmptyPlan(await startDatadog({ seed }))
  expect(text).toContain(`account-identifier: '${uuid(70)}' # twin\n`)
  expect(text).toContain(`account-identifier: single # ${uuid(72)}\n`)
  const blind = await expectEmptyPlan(await startDatadog({ seed, switches: { refused: ['users', 'roles', 'teams'] } }))
  expect(blind).toContain(`account-identifier: '${uuid(72)}'\n`)
  expect(blind).toContain(`role-id: '${uuid(80)}' # Reader\n`)
})

/** Names of roles and teams, some of them twice, and of accounts. */
const names = fc.oneof(
  fc.constantFrom('Admin', 'Standard Role', 'admin', 'ci-deployer', 'yes', '$Finance'),
  HOSTILE_TEXT,
)

const subject = fc.oneof(fc.constantFrom('repo:my-org/app:.+$', 'repo:my-org/app:ref:refs/heads/main$'), MATCHERS)
const claimMatchers = fc.record(
  { sub: subject, repository: MATCHERS, repository_id: MATCHERS, ref: MATCHERS, environment: MATCHERS },
  { requiredKeys: ['sub'] },
)

// Equal ones exclude each other; some overlap.
const pattern = fc.constantFrom<(index: number) => string>(
  (index) => role(`role-${index}`),
  (index) => `arn:aws:iam::123456789012:role/ci/role-${index}`,
  (index) => (index === 0 ? role('shared') : role('shared').replace('*', `session-${index}`)),
  (index) => `arn:aws:iam::12345678901:user/u${index}`,
  (index) => `arn:aws:sts::123456789012:assumed-role/role-${index}-*`,
  (index) => `arn:aws:sts::***:assumed-role/role-${index}/x`,
  (index) => `arn:aws-us-gov:sts::123456789012:assumed-role/role-${index}/a/b`,
  (index) => `not an ARN ${index}: "\${x}" # yes`,
)

const organization: fc.Arbitrary<Seed> = fc
  .record({
    services: fc.array(fc.record({ name: names, disabled: fc.boolean() }), { maxLength: 4 }),
    roles: fc.array(names, { minLength: 1, maxLength: 4 }),
    teams: fc.array(fc.record({ name: names, handle: fc.constantFrom('a', 'b', 'Admin', 'core') }), {
      minLength: 1,
      maxLength: 3,
    }),
    aws: fc.array(fc.record({ pattern, account: fc.nat(8), intake: fc.boolean() }), { maxLength: 6 }),
    github: fc.array(fc.record({ claims: claimMatchers, account: fc.nat(8), intake: fc.boolean() }), { maxLength: 6 }),
    authn: fc.array(fc.record({ key: HOSTILE_TEXT, value: HOSTILE_TEXT, grant: fc.nat(8), team: fc.boolean() }), {
      maxLength: 8,
    }),
  })
  .map(({ services, roles, teams, aws, github, authn }) => {
    const accountOf = (number: number) =>
      number < services.length
        ? { account_identifier: uuid(100 + number), account_uuid: uuid(100 + number) }
        : { account_identifier: `p${number}@example.com` }
    const cloud = <T extends object>(
      list: readonly { account: number; intake: boolean }[],
      identity: (index: number) => T,
    ) => {
      const all = list.map(({ account, intake }, index) => ({
        intake,
        mapping: identity(index),
        account: accountOf(account),
      }))
      return {
        persona: all.filter(({ intake }) => !intake).map(({ mapping, account }) => ({ ...mapping, ...account })),
        intake: all.filter(({ intake }) => intake).map(({ mapping }) => mapping),
      }
    }
    const ofAws = cloud(aws, (index) => ({ arn_pattern: aws[index]?.pattern(index) ?? '' }))
    // Equal claims exclude each other; the workflow tells them apart.
    const ofGithub = cloud(github, (index) => ({
      claim_matchers: { ...github[index]?.claims, workflow: `^w${index}$` },
    }))
    return {
      users: services.map(({ name, disabled }, index) => ({
        id: uuid(100 + index),
        email: `s${index}@example.com`,
        name,
        disabled,
        service_account: true,
      })),
      roles: roles.map((name, index) => ({ id: uuid(200 + index), name })),
      teams: teams.map(({ name, handle }, index) => ({ id: uuid(300 + index), name, handle })),
      mappings: {
        'aws-persona': ofAws.persona,
        'aws-intake': ofAws.intake,
        'github-persona': ofGithub.persona,
        'github-intake': ofGithub.intake,
        authn: authn.map(({ key, value, grant, team }) => ({
          attribute_key: key,
          attribute_value: value,
          ...(team ? { team_id: uuid(300 + (grant % teams.length)) } : { role_id: uuid(200 + (grant % roles.length)) }),
        })),
      },
    }
  })

test('whatever is live: a plan of the exported file has no changes, and a second export writes the same bytes', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(organization, async (seed) => {
      const datadog = await startDatadog({ seed })
      const text = await expectEmptyPlan(datadog)
      const { mappings = [] } = parse(text, { schema: 'failsafe' })
      const live = Object.values(datadog.state().mappings).flat()
      const distinct = new Set(
        live.map((mapping) => JSON.stringify([mapping['type'], mapping['attributes'], mapping['relationships']])),
      )
      expect(mappings.length, JSON.stringify(live, null, 1)).toBe(distinct.size)
      await datadog.close()
    }),
    { numRuns: 12 },
  )
})
