import { describe, expect, test } from 'vitest'
import { FINDING_CODE_NAMES, type FindingCodeName } from '../../src/mappings/audit/finding-codes.ts'
import type { Emulator, Seed } from '../emulator/emulator.ts'
import { uuid } from './desired.ts'
import { awsJob, KEYS, runJob, runJobHere, startClouds } from './job.ts'
import { MEASURE, measured } from './measured.ts'
import { expectFailure, expectNoSecrets, expectSuccess } from './step.ts'

const ACCOUNT = '123456789012'
const role = (name: string, account = ACCOUNT) => `arn:aws:sts::${account}:assumed-role/${name}/*`
const IDS = {
  repository: '^my-org/app$',
  repository_id: '^123456789$',
  repository_owner_id: '^987654321$',
  ref: '^refs/heads/main$',
  sub: 'repo:my-org/app:ref:refs/heads/main$|^repo:my-org@987654321/app@123456789:ref:refs/heads/main$',
}
const ROBOT = { id: uuid(90), email: 'robot@example.com', name: 'ci-deployer', service_account: true, roles: ['Quiet'] }
const ADMIN = { ...ROBOT, id: uuid(91), email: 'admin-robot@example.com', name: 'admin', roles: ['Datadog Admin Role'] }
const PERSON = { id: uuid(92), email: 'jane@example.com', name: 'Jane', roles: ['Quiet'] }
const GONE = { ...ROBOT, id: uuid(93), email: 'old-robot@example.com', name: 'old', disabled: true }
const base: Seed = {
  org: { uuid: uuid(99), name: 'Example Inc.' },
  roles: [{ id: uuid(80), name: 'Quiet', permissions: ['dashboards_read'] }],
  users: [ROBOT, ADMIN, PERSON, GONE],
  iam: { roles: ['deployer'], users: [`arn:aws:iam::${ACCOUNT}:user/ops/jane`] },
}

const persona = (id: number, arn_pattern: string, account = ROBOT.id) => ({
  id: uuid(id),
  arn_pattern,
  account_identifier: account,
  account_uuid: account,
})
const github = (id: number, claims: Record<string, string>, account = ROBOT.id) => ({
  id: uuid(id),
  claim_matchers: claims,
  account_identifier: account,
  account_uuid: account,
})
const authn = (id: number, value = 'Development', gives: object = { role_id: uuid(80) }) => ({
  id: uuid(id),
  attribute_key: 'member-of',
  attribute_value: value,
  ...gives,
})

interface Found {
  readonly code: string
  readonly rank: string
  readonly 'mapping-id': string
  readonly what: string
  readonly hash: string
  readonly accepted?: { readonly reason: string }
}

async function audit(
  datadog: Emulator,
  inputs: Readonly<Record<string, string>> = {},
  {
    env = awsJob(datadog),
    file,
    runStep = runJobHere,
  }: { env?: Record<string, string>; file?: string; runStep?: typeof runJob } = {},
) {
  const step = await runStep(
    datadog,
    { operation: 'audit', ...KEYS, ...inputs },
    { ...env, ...('AWS_ENDPOINT_URL_STS' in env && { AWS_ENDPOINT_URL_IAM: datadog.url }) },
    file === undefined ? {} : { workspaceFiles: { 'mappings.yml': file } },
  )
  expectNoSecrets(step)
  const document = JSON.parse(step.outputs['findings'] || '{"findings":[],"unchecked":[]}') as {
    version: number
    findings: Found[]
    unchecked: { code: string; 'mapping-id': string; why: string }[]
  }
  return { step, ...document, codes: document.findings.map(({ code }) => code) }
}

const RISKS: [FindingCodeName, NonNullable<Seed['mappings']>, Partial<Seed>?][] = [
  ['dangling-principal', { 'aws-persona': [persona(1, role('gone'))] }],
  ['dangling-principal', { 'aws-intake': [{ id: uuid(1), arn_pattern: `arn:aws:iam::${ACCOUNT}:user/ops/joe` }] }],
  ['dangling-principal', { 'aws-intake': [{ id: uuid(1), arn_pattern: `arn:aws:iam::${ACCOUNT}:user/dev/jane` }] }],
  ['open-to-anyone', { 'github-persona': [github(1, { sub: '.*' })] }],
  ['open-to-owner', { 'github-persona': [github(1, { sub: 'repo:my-org/.*', repository_owner_id: '^987654321$' })] }],
  ['dangerous-and-wide', { 'github-persona': [github(1, { sub: 'repo:my-org/.*' }, ADMIN.id)] }],
  [
    'invisible-characters',
    { 'github-intake': [{ id: uuid(1), claim_matchers: { ...IDS, ref: '^refs/heads/ma\u200bin$' } }] },
  ],
  ['dangerous-account', { 'aws-persona': [persona(1, role('deployer'), ADMIN.id)] }],
  ['recreatable-repository', { 'github-persona': [github(1, { sub: 'repo:my-org/app:ref:refs/heads/main$' })] }],
  ['open-to-any-ref', { 'github-persona': [github(1, { ...IDS, ref: '.*', sub: 'repo:my-org/app:.*' })] }],
  ['disabled-account', { 'aws-persona': [persona(1, role('deployer'), GONE.id)] }],
  ['missing-account', { 'aws-persona': [persona(1, role('deployer'), uuid(55))] }],
  ['missing-role', { authn: [authn(1, 'Ops', { role_id: uuid(81) })] }, { missing: [uuid(81)] }],
  ['missing-team', { authn: [authn(1, 'Ops', { team_id: uuid(82) })] }, { missing: [uuid(82)] }],
  ['person', { 'aws-persona': [persona(1, role('deployer'), PERSON.id)] }],
  ['look-alike-letters', { authn: [authn(1, 'Develоpment')] }],
  ['useless-pattern', { 'aws-intake': [{ id: uuid(1), arn_pattern: `arn:aws:iam::${ACCOUNT}:role/deployer` }] }],
  ['overlap', { 'aws-persona': [persona(1, role('deployer')), persona(2, role('deployer').replace('*', 'run'))] }],
  ['duplicate', { authn: [authn(1), authn(2)] }],
  ['no-effect', { authn: [authn(1)] }, { org_preferences: { saml_authn_mapping_roles: false } }],
]

test('every code of a finding has a step here that finds it', () => {
  expect(new Set(RISKS.map(([code]) => code))).toEqual(new Set(FINDING_CODE_NAMES))
})

describe.concurrent('an audit', () => {
  test('of clean mappings finds nothing, reads only, and asks for each account, role and principal once', async () => {
    const seed: Seed = {
      ...base,
      mappings: {
        'aws-persona': [persona(1, role('deployer'))],
        'github-persona': [github(2, IDS)],
        'github-intake': [{ id: uuid(3), claim_matchers: { ...IDS, repository_id: '^5$' } }],
        authn: [authn(4), authn(5, 'Ops')],
      },
    }
    const datadog = await startClouds({ seed })
    const { step, findings, unchecked } = await audit(datadog, {}, { runStep: runJob })
    expectSuccess(step, 'audited')
    expect({ findings, unchecked }).toEqual({ findings: [], unchecked: [] })
    expect(step.outputs).toMatchObject({ 'findings-count': '0', 'unchecked-count': '0', count: '5' })
    expect(step.log).toContain('Audited 5 mappings: no findings.')
    const paths = datadog.requests().map(({ method, path }) => `${method} ${path}`)
    expect(new Set(paths).size, paths.join('\n')).toBe(paths.length)
    expect(paths.filter((line) => !line.startsWith('GET'))).toEqual(['POST /'])
  })

  test.each(RISKS)('finds %s', async (code, mappings, more = {}) => {
    const datadog = await startClouds({ seed: { ...base, ...more, mappings } })
    const { step, codes } = await audit(datadog)
    expectSuccess(step, 'audited')
    expect(codes).toContain(code)
    expect(step.log).toContain(code)
    expect(step.summary).toContain(code)
  })

  test('lists what it could not check with the reason, and calls none of it a finding', async () => {
    const seed: Seed = {
      ...base,
      mappings: { 'aws-persona': [persona(1, role('gone')), persona(2, role('other', '210987654321'))] },
    }
    const datadog = await startClouds({ seed, switches: { refused: ['users'] } })
    const { findings, unchecked, step } = await audit(datadog, {}, { env: {} })
    expectSuccess(step, 'audited')
    expect(findings).toEqual([])
    expect(new Set(unchecked.map(({ code }) => code))).toEqual(new Set(['dangling-principal', 'missing-account']))
    expect(step.log).toContain('the job has no AWS credentials')
    expect(step.summary).toMatch(/id-token: write\.$/m)
    expect(step.outputs['unchecked-count']).toBe('4')
  })

  test('does not call an account a person of which Datadog does not say whether it is one; a policy then refuses it', async () => {
    const datadog = await startClouds({
      seed: { ...base, mappings: { 'aws-persona': [persona(1, role('deployer'))] } },
    })
    const body = {
      data: {
        type: 'users',
        id: ROBOT.id,
        attributes: { email: ROBOT.email, handle: ROBOT.email, disabled: false, status: 'Active' },
        relationships: { roles: { data: [] } },
      },
    }
    datadog.setFaults([{ path: `/api/v2/users/${ROBOT.id}`, do: { status: 200, body } }])
    const { step, codes, unchecked } = await audit(datadog)
    expectSuccess(step, 'audited')
    expect(codes).toEqual([])
    expect(unchecked).toMatchObject([{ code: 'person', why: expect.stringContaining('does not say whether') }])
    expect(step.outputs).toMatchObject({ 'findings-count': '0', 'unchecked-count': '1' })
    const file = `version: 1\npolicy: { accounts: service-accounts }\nmappings:\n  - { kind: aws-persona, arn-pattern: '${role('new')}', account-identifier: ${ROBOT.id} }\n`
    const plan = { operation: 'plan', file: 'mappings.yml', ...KEYS }
    const planned = await runJob(datadog, plan, {}, { workspaceFiles: { 'mappings.yml': file } })
    expectFailure(
      planned,
      'guarded',
      `Could not check the account: Datadog does not say whether ${ROBOT.email} is a service account.`,
    )
    expect(planned.summary).toContain('person or service account')
  })

  test.each([
    ['AccessDenied', 'iam:GetRole'],
    ['ExpiredToken', 'have expired'],
  ] as const)('with %s from IAM leaves principals unchecked', async (code, text) => {
    const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('gone'))] } }
    const datadog = await startClouds({ seed, switches: { iam: { code } } })
    const { codes, unchecked } = await audit(datadog)
    expect(codes).toEqual([])
    expect(unchecked.map(({ why }) => why)).toEqual([expect.stringContaining(text)])
  })

  test('says once for each code why it is a risk and what to do, and what it is of each mapping', async () => {
    const gone = Array.from({ length: 3 }, (_, index) => persona(index + 1, role(`gone-${index}`)))
    const datadog = await startClouds({
      seed: { ...base, mappings: { 'aws-persona': [...gone, persona(9, role('deployer'), PERSON.id)] } },
    })
    const { step, findings } = await audit(datadog)
    expectSuccess(step, 'audited')
    const report = step.tempFiles[step.outputs['report-file'] ?? ''] ?? ''
    for (const text of [step.rawSummary, report]) {
      expect(text.split('Delete the mapping, or create the principal again.')).toHaveLength(2)
      expect(text).toMatch(/^\| high \| `dangling-principal` \| 3 \| The AWS principal does not exist/m)
      expect(text).toMatch(/^\| medium \| `person` \| 1 \| .* Give the mapping a service account\. \|$/m)
      expect(text.match(/^\| high \| `dangling-principal` \| no IAM role exists for /gm)).toHaveLength(3)
      expect(text.indexOf('gone-2')).toBeLessThan(text.indexOf('jane@example.com'))
    }
    expect(findings).toHaveLength(4)
    for (const finding of findings)
      expect(finding).toMatchObject({ what: expect.any(String), why: expect.any(String), fix: expect.any(String) })
  })

  test('has no secret in its findings, and says that one stood there', async () => {
    const [secret, other] = [role(KEYS['api-key']), role('gone')]
    const datadog = await startClouds({
      seed: { ...base, mappings: { 'aws-persona': [persona(1, secret), persona(2, other)] } },
    })
    const { step, findings } = await audit(datadog)
    expectSuccess(step, 'audited')
    expect(findings.map(({ what }) => what)).toEqual([
      `no IAM role exists for ${role('***')}`,
      `no IAM role exists for ${role('gone')}`,
    ])
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('These outputs contain the value of a secret: findings. It is written as ***'),
    ])
  })

  test('does not ask IAM about a pattern that no caller matches', async () => {
    const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('gone').replace('/*', ''))] } }
    const datadog = await startClouds({ seed })
    expect((await audit(datadog)).codes).toEqual(['useless-pattern'])
    expect(datadog.requests().filter(({ path }) => path.includes('GetRole'))).toEqual([])
  })

  test('says why principals are unchecked when IAM keeps throttling', async () => {
    const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('gone'))] } }
    const datadog = await startClouds({ seed, switches: { iam: { code: 'Throttling' } } })
    const { codes, unchecked } = await audit(datadog, { timeout: '4' })
    expect(codes).toEqual([])
    expect(unchecked.map(({ why }) => why)).toEqual([expect.stringContaining('kept asking for fewer requests')])
  })

  test('waits for IAM when it throttles', async () => {
    const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('gone'))] } }
    const datadog = await startClouds({ seed, switches: { iam: { code: 'Throttling', times: 1 } } })
    expect((await audit(datadog)).codes).toEqual(['dangling-principal'])
  })

  test('asks IAM about principals of its own AWS account only', async () => {
    const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('gone', '210987654321'))] } }
    const datadog = await startClouds({ seed })
    const { codes, unchecked } = await audit(datadog)
    expect(codes).toEqual([])
    expect(unchecked.map(({ why }) => why)).toEqual([expect.stringContaining('the AWS account 210987654321')])
    expect(datadog.requests().filter(({ path }) => path.includes('GetRole'))).toEqual([])
  })

  test.each([
    ['high', 'low', false],
    ['high', 'high', true],
    ['any', 'low', true],
    ['nothing', 'high', false],
  ] as const)('with fail-on: %s and a finding that is %s fails: %s', async (failOn, rank, fails) => {
    const mappings: Seed['mappings'] =
      rank === 'high' ? { 'aws-persona': [persona(1, role('gone'))] } : { authn: [authn(1), authn(2)] }
    const datadog = await startClouds({ seed: { ...base, mappings } })
    const { step, codes } = await audit(datadog, { 'fail-on': failOn })
    expect(codes).toHaveLength(1)
    expect(step.conclusion).toBe(fails ? 'failure' : 'success')
    expect(step.outputs['failure-reason'] ?? '').toBe(fails ? 'findings' : '')
    expect(step.outputs).toMatchObject({ 'findings-count': '1', result: fails ? 'failed' : 'audited' })
    expect(step.summary).toContain(codes[0])
    const principal = rank === 'high' ? 'role/gone' : 'member-of='
    for (const shown of [step.log, step.summary]) expect(shown).toContain(principal)
  })

  test('of one kind looks at that kind only', async () => {
    const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('gone'))], authn: [authn(2), authn(3)] } }
    const datadog = await startClouds({ seed })
    expect((await audit(datadog, { kind: 'authn' })).codes).toEqual(['duplicate'])
  })

  test('reports a kind that it may not read, and audits the others', async () => {
    const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('gone'))], authn: [authn(2), authn(3)] } }
    const datadog = await startClouds({ seed, switches: { refused: ['authn'] } })
    const { step, codes } = await audit(datadog)
    expectSuccess(step, 'audited')
    expect(codes).toEqual(['dangling-principal'])
    expect(step.log).toContain('Audited 1 mapping: 1 high, 1 kind not read.')
    expect(step.log).toContain('not read  AuthN mappings')
    expect(step.outputs['unchecked-count']).toBe('1')
  })
})

describe.concurrent('an accepted finding', () => {
  const seed: Seed = { ...base, mappings: { 'aws-persona': [persona(1, role('deployer'), PERSON.id)] } }
  const accepting = (hash: string, until = '2027-03-31') =>
    `version: 1\naccept:\n  - { code: person, mapping-id: ${uuid(1)}, reason: break-glass, until: ${until}, hash: ${hash} }\nmappings: []\n`
  const accepted = async (datadog: Emulator, file: string) => audit(datadog, { file: 'mappings.yml' }, { file })

  test('does not count and does not fail the step, and is shown as accepted', async () => {
    const datadog = await startClouds({ seed })
    const hash = (await audit(datadog)).findings[0]?.hash ?? ''
    const { step, findings } = await audit(
      datadog,
      { file: 'mappings.yml', 'fail-on': 'any' },
      { file: accepting(hash), runStep: runJob },
    )
    expectSuccess(step, 'audited')
    expect(step.outputs['findings-count']).toBe('0')
    expect(findings).toEqual([
      expect.objectContaining({ code: 'person', accepted: expect.objectContaining({ reason: 'break-glass' }) }),
    ])
    expect(step.summary).toContain('Accepted')
  })

  test('is a finding again when it expired, or when the account changed', async () => {
    const datadog = await startClouds({ seed })
    const hash = (await audit(datadog)).findings[0]?.hash ?? ''
    expect((await accepted(datadog, accepting(hash, '2020-01-01'))).step.outputs['findings-count']).toBe('1')
    const stronger = await startClouds({
      seed: { ...seed, users: [{ ...PERSON, roles: ['Quiet', 'Datadog Read Only Role'] }] },
    })
    const { step } = await accepted(stronger, accepting(hash))
    expect(step.outputs['findings-count']).toBe('1')
    expect(step.log).toContain('changed since it was accepted')
  })

  test('that is none any more is said to be idle, but not where it could not be checked', async () => {
    const datadog = await startClouds({
      seed: { ...base, mappings: { 'aws-persona': [persona(1, role('deployer'))] } },
    })
    const idle = `The file accepts person of ${uuid(1)}, and there is no such finding any more`
    const { step } = await accepted(datadog, accepting('0'.repeat(32)))
    expectSuccess(step, 'audited')
    expect(step.log).toContain(idle)
    expect(step.summary).toContain('there is no such finding any more')
    datadog.setSwitches({ refused: ['users'] })
    expect((await accepted(datadog, accepting('0'.repeat(32)))).step.log).not.toContain(idle)
    datadog.setSwitches({ refused: ['authn'] })
    expect((await accepted(datadog, accepting('0'.repeat(32)))).step.log).not.toContain(idle)
    const one = await audit(datadog, { kind: 'authn', file: 'mappings.yml' }, { file: accepting('0'.repeat(32)) })
    expect(one.step.log).not.toContain(idle)
  })

  test('with a mistake in the file sends nothing', async () => {
    const datadog = await startClouds({ seed })
    const { step } = await accepted(datadog, accepting('1f0c', 'soon').replace('person', 'persn'))
    expect(step.outputs['failure-reason']).toBe('invalid-input')
    for (const text of ['accept[0].code', 'soon', '1f0c']) expect(step.outputs['error-message']).toContain(text)
    expect(datadog.requests()).toEqual([])
  })
})

describe('2,000 mappings with two findings each', () => {
  const permissions = Array.from({ length: 200 }, (_, index) => `permission_number_${index}_write`)
  const seed: Seed = {
    ...base,
    roles: [{ id: uuid(81), name: 'Large', permissions: [...permissions, 'org_management'] }],
    users: Array.from({ length: 2000 }, (_, index) => ({
      ...ROBOT,
      id: uuid(5000 + index),
      email: `robot-${index}@example.com`,
      roles: ['Large'],
    })),
  }

  test.each([
    ['one account', 1],
    ['an account of 201 permissions for each', 2000],
  ])('and %s take seconds of CPU and less than 150 MiB', { timeout: 120_000 }, async (_, accounts) => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      persona(100 + index, role(`r${index}`), uuid(5000 + (index % accounts))),
    )
    const datadog = await startClouds({ seed: { ...seed, mappings: { 'aws-persona': many } } })
    const measuring: typeof runJob = (to, inputs, env, options) =>
      runJob(to, inputs, env, { ...options, ...MEASURE, timeoutMs: 110_000 })
    const { step } = await audit(datadog, { timeout: '100' }, { runStep: measuring })
    expectSuccess(step, 'audited')
    expect(step.outputs).toMatchObject({ count: '2000', 'findings-count': '4000', 'unchecked-count': '0' })
    const { peakMiB, cpuMs } = measured(step)
    expect(cpuMs).toBeLessThan(10_000)
    // It takes 115 to 133.
    expect(peakMiB).toBeGreaterThan(20)
    expect(peakMiB).toBeLessThan(150)
    const asked = datadog.requests().filter(({ path }) => path.startsWith('/api/v2/users/'))
    expect(asked).toHaveLength(accounts)
    // What has no room in the JSON and in the report stands in the log.
    expect(step.outputs['findings']).toBe('')
    for (const code of ['dangling-principal', 'dangerous-account'])
      expect(step.log.match(new RegExp(`^ *(high|medium)  ${code}  `, 'gm'))).toHaveLength(2000)
    const report = step.tempFiles[step.outputs['report-file'] ?? ''] ?? ''
    expect(Buffer.byteLength(report)).toBeLessThan(65_536)
    for (const [text, why] of [
      [report, 'GitHub limits the length of an issue'],
      [step.rawSummary, 'GitHub drops a longer summary'],
    ] as const) {
      const lines = text.trimEnd().split('\n')
      const rows = lines.filter((line) => line.includes('<sub>hash '))
      expect(lines.at(-1)).toBe(
        `${4000 - rows.length} of 4000 rows are left out, because ${why}. The log has all of them.`,
      )
      expect(lines.filter((line) => line.startsWith('| medium | `dangerous-account` | 2000 |'))).toHaveLength(1)
    }
    expect(Buffer.byteLength(step.rawSummary)).toBeLessThan(1024 * 1024)
  })
})
