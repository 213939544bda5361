import { describe, expect, onTestFinished, test } from 'vitest'
import { type Emulator, type Seed, type Switches, startEmulator } from '../emulator/emulator.ts'
import { onWindows } from '../support/platform.ts'
import { type Issue, makeStandIns, ROLE_ARN } from './stand-ins.ts'
import { type RanStep, runWorkflow, type World } from './workflow-runner.ts'
import { workflowsIn } from './workflows.ts'

interface Recipe {
  /** What the steps of this action end with, the first time and the second. */
  readonly first: readonly string[]
  readonly again: readonly string[]
  readonly inputs?: Record<string, string>
  readonly event?: string
  readonly seed?: Seed
  /** What the mappings file is instead of the one of the examples; undefined for none. */
  readonly mappingsFile?: string | undefined
}

const created = (times: number) => ({
  first: Array<string>(times).fill('created'),
  again: Array<string>(times).fill('unchanged'),
})
const always = (...results: readonly string[]) => ({ first: results, again: results })
const ACCOUNT = 'deployer@example.com'
const ORG = '7d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
const AWS = {
  accessKeyId: 'ASIAQ3EXAMPLE7TESTED',
  secretAccessKey: 'c9R/mU+2vK8xT4nB7wL1qZ5yH3jD6sF0gPaEoIuN',
  sessionToken: 'IQoJb3JpZ2luX2VjEJr//wEaCXVzLWVhc3QtMSJHMEUCIQDb+q8Vtest/Zy3==',
  callerArn: 'arn:aws:sts::123456789012:assumed-role/deployer/run-1',
}
const PATTERN = 'arn:aws:sts::123456789012:assumed-role/my-service/*'
const FILE = 'version: 1\nmappings:\n  - { kind: aws-intake, arn-pattern: "arn:aws:iam::123456789012:role/agent" }\n'
const AGENT = { arn_pattern: 'arn:aws:sts::123456789012:assumed-role/agent/*' }
const CLEAN: Seed = { mappings: { 'aws-intake': [AGENT] } }

const RECIPES: Readonly<Record<string, Recipe>> = {
  'adopt.yml': { ...always('exported', 'planned'), mappingsFile: undefined, seed: CLEAN },
  'agent-intake.yml': created(1),
  'audit.yml': always('audited'),
  'drift.yml': { ...always('planned'), mappingsFile: FILE, seed: CLEAN },
  'github-jobs.yml': created(2),
  'inventory.yml': {
    ...always('listed'),
    seed: { mappings: { 'aws-persona': [{ arn_pattern: PATTERN, account_identifier: 'someone@example.com' }] } },
  },
  'keyless.yml': {
    first: ['listed', 'logged-in'],
    again: ['listed', 'logged-in'],
    seed: {
      mappings: { 'aws-persona': [{ arn_pattern: AWS.callerArn.replace('run-1', '*'), account_identifier: ACCOUNT }] },
    },
  },
  'match.yml': {
    first: ['matched'],
    again: ['matched'],
    inputs: { caller: AWS.callerArn },
    seed: { mappings: { 'aws-persona': [{ arn_pattern: AWS.callerArn, account_identifier: ACCOUNT }] } },
  },
  'plan-apply.yml': {
    first: ['planned', 'applied'],
    again: ['planned'],
    event: 'push',
    seed: { mappings: { 'aws-persona': [{ arn_pattern: PATTERN, account_identifier: 'someone@example.com' }] } },
  },
  'quick-start.yml': created(1),
  'release-cloudformation.yml': created(1),
  'release-terraform.yml': created(1),
  'release.yml': created(1),
  'retire.yml': {
    first: ['found', 'deleted'],
    again: ['missing'],
    inputs: { 'role-arn': ROLE_ARN },
    seed: { mappings: { 'aws-persona': [{ arn_pattern: PATTERN, account_identifier: 'deployer@example.com' }] } },
  },
  'saml-groups.yml': { ...created(2), seed: { teams: [{ handle: 'operations', name: 'Operations' }] } },
  'several-orgs.yml': created(2),
  'telemetry.yml': {
    first: ['logged-in'],
    again: ['logged-in'],
    seed: { mappings: { 'aws-intake': [{ arn_pattern: AWS.callerArn.replace('run-1', '*') }] } },
  },
  'verify.yml': { first: ['created', 'verified'], again: ['unchanged', 'verified'] },
}

const KEYS = { apiKey: 'emulated-api-key', appKey: 'emulated-app-key' }

/** Everything around a recipe, so that it can run several times. */
async function prepare(file: string, recipe = RECIPES[file]) {
  const found = workflowsIn('examples').find(({ name }) => name === `examples/${file}`)
  if (found === undefined || recipe === undefined) throw new Error(`there is no recipe ${file}`)
  const tools = makeStandIns()
  onTestFinished(() => tools.remove())
  if ('mappingsFile' in recipe) tools.setMappingsFile(recipe.mappingsFile)
  const sites = new Map<string, Emulator>()
  for (const site of ['', 'datadoghq.com', 'datadoghq.eu']) {
    const emulator = await startEmulator({ ...KEYS, aws: AWS, orgUuid: ORG, ...(recipe.seed && { seed: recipe.seed }) })
    onTestFinished(() => emulator.close())
    sites.set(site, emulator)
  }
  const datadog = sites.get('')
  if (datadog === undefined) throw new Error('no Datadog')
  const world: World = {
    datadog: (site) => sites.get(site)?.url ?? `https://${site}.invalid`,
    secrets: { DD_API_KEY: KEYS.apiKey, DD_APP_KEY: KEYS.appKey, DD_READ_APP_KEY: KEYS.appKey },
    vars: { DD_ACCOUNT: ACCOUNT, DD_ORG_UUID: ORG, TF_STATE_BUCKET: 'state' },
    github: { event_name: recipe.event ?? 'release', token: 'ghs_emulatedTokenOfThisJob0123456789abcd' },
    tools: tools.folder,
    actions: tools.actions,
    workspace: tools.workspace,
    env: {
      // What configure-aws-credentials and id-token: write leave in a job.
      AWS_ACCESS_KEY_ID: AWS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: AWS.secretAccessKey,
      AWS_SESSION_TOKEN: AWS.sessionToken,
      AWS_ENDPOINT_URL_STS: datadog.url,
      AWS_ENDPOINT_URL_IAM: datadog.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: datadog.oidcRequestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'eyJhbGciOiJ-a-request-token-of-the-runner-8Hq2',
    },
    ...(recipe.inputs && { inputs: recipe.inputs }),
  }
  // A recipe runs with the bundle once; what is asked of it besides that does not depend on the process.
  const here = { ...world, here: true }
  const runAs = (appKey: string) =>
    runWorkflow(found.workflow, { ...here, secrets: { ...world.secrets, DD_READ_APP_KEY: appKey } })
  return {
    recipe,
    tools,
    datadog,
    runBundle: () => runWorkflow(found.workflow, world),
    run: () => runWorkflow(found.workflow, here),
    runAs,
  }
}

async function run(file: string) {
  const { recipe, tools, datadog, runBundle, run } = await prepare(file)
  const first = await runBundle()
  const again = await run()
  return { recipe, first, again, calls: tools.calls(), datadog }
}

const resultsOf = (steps: readonly RanStep[]) =>
  steps.flatMap(({ result }) => (result === undefined ? [] : [result.outputs['result'] || result.log]))

const failuresOf = (steps: readonly RanStep[]) =>
  steps.filter(({ failed }) => failed).map(({ name, log }) => `${name}: ${log}`)

test('every example is a recipe that runs here', () => {
  expect(workflowsIn('examples').map(({ name }) => name)).toEqual(
    Object.keys(RECIPES).map((file) => `examples/${file}`),
  )
})

test.skipIf(onWindows).each(Object.keys(RECIPES))(
  '%s does what it says, and does no harm a second time',
  async (file) => {
    const { recipe, first, again } = await run(file)
    expect(failuresOf([...first, ...again])).toEqual([])
    expect([resultsOf(first), resultsOf(again)]).toEqual([recipe.first, recipe.again])
    for (const { result } of [...first, ...again]) {
      const warnings = result?.annotations.filter(({ level }) => level !== 'notice') ?? []
      expect(warnings.map(({ message }) => message)).toEqual([])
    }
  },
)

test.skipIf(onWindows)('a release maps the role that it has made, and notes id and account at the role', async () => {
  const { first, calls, datadog } = await run('release.yml')
  const mapping = datadog.state().mappings['aws-persona'][0]
  expect(mapping?.['attributes']).toMatchObject({ arn_pattern: PATTERN, account_identifier: 'deployer@example.com' })
  const outputs = first.find(({ result }) => result !== undefined)?.outputs
  expect(outputs?.['mapping-id']).toBe(mapping?.['id'])
  expect(calls.map((call) => call.split(' ').slice(0, 3).join(' '))).toEqual([
    'aws iam get-role',
    'aws iam create-role',
    'aws iam tag-role',
    'aws iam get-role',
    'aws iam tag-role',
  ])
  expect(calls[2]).toContain(`Value=${mapping?.['id']}`)
  expect(calls[2]).toContain(`Value=${outputs?.['account-uuid']}`)
})

test.skipIf(onWindows)('the inventory names whoever is a person', async () => {
  const { first } = await run('inventory.yml')
  expect(first.map(({ log }) => log).join('')).toContain('someone@example.com')
})

const user = { arn_pattern: 'arn:aws:iam::123456789012:user/backdoor', account_identifier: ACCOUNT }
const other = {
  attribute_key: 'member-of',
  attribute_value: 'Newcomers',
  role_id: '94172444-be03-11e9-a77a-db1879185210',
}
const FIRST = { title: 'by a person', author: 'octocat', state: 'open', body: 'kept', comments: [] } as const

interface Keeper {
  readonly file: string
  readonly label: string
  /** The steps that fail while something is to be done. */
  readonly fails: readonly string[]
  readonly dirty: Seed
  readonly says: string
  readonly dirtier: Seed
  readonly saysToo: string
  readonly clean: Seed
}

const KEEPERS: readonly Keeper[] = [
  {
    file: 'drift.yml',
    label: 'datadog-drift',
    fails: ['Compare Datadog with the mappings file'],
    dirty: { mappings: { ...CLEAN.mappings, 'aws-persona': [user] } },
    says: 'user/backdoor',
    dirtier: { mappings: { ...CLEAN.mappings, 'aws-persona': [user], authn: [other] } },
    saysToo: 'Newcomers',
    clean: CLEAN,
  },
  {
    file: 'audit.yml',
    label: 'datadog-audit',
    fails: [],
    dirty: { mappings: { 'github-intake': [{ claim_matchers: { sub: '.*' } }] } },
    says: 'open-to-anyone',
    dirtier: { mappings: { 'github-intake': [{ claim_matchers: { sub: '.*' } }], authn: [other, other] } },
    saysToo: 'duplicate',
    clean: { mappings: {} },
  },
]

const UNREAD: Partial<Switches> = { refused: ['authn'] }

describe.skipIf(onWindows).each(KEEPERS)('$file', (given) => {
  const { file, label, fails, dirty, says, dirtier, saysToo, clean } = given
  const others: readonly Issue[] = [
    { ...FIRST, number: 1, labels: [label] },
    { ...FIRST, number: 2, labels: ['bug'], author: 'app/github-actions', title: 'by another workflow' },
    { ...FIRST, number: 3, labels: [label], author: 'app/github-actions', title: 'of last year', state: 'closed' },
    { ...FIRST, number: 4, labels: [label], author: 'app/another', title: 'by another app' },
  ]
  const start = async () => {
    const prepared = await prepare(file)
    const { datadog, tools } = prepared
    tools.plantIssues(others)
    const runWith = async (seed: Seed, switches: Partial<Switches> = {}) => {
      datadog.reset(seed)
      datadog.setSwitches(switches)
      const steps = await prepared.run()
      const writes = datadog.requests().filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))
      expect(writes).toEqual([])
      expect(tools.issues().slice(0, others.length)).toEqual(others)
      return { failed: steps.filter(({ failed }) => failed).map(({ name }) => name), issues: kept() }
    }
    const kept = () => tools.issues().slice(others.length)
    return { ...prepared, runWith, kept }
  }

  test('opens one issue, keeps it up to date, closes it when nothing is left, and then opens another', async () => {
    const { runWith } = await start()
    const first = await runWith(dirty)
    expect(first.failed).toEqual(fails)
    expect(first.issues).toMatchObject([
      { number: 5, state: 'open', labels: [label], body: expect.stringContaining(says) },
    ])
    expect(first.issues[0]?.body).not.toContain(saysToo)
    const second = await runWith(dirtier)
    expect(second.issues).toMatchObject([{ number: 5, state: 'open', body: expect.stringContaining(saysToo) }])
    const third = await runWith(clean)
    expect(third.failed).toEqual([])
    expect(third.issues).toMatchObject([{ number: 5, state: 'closed', comments: [expect.any(String)] }])
    expect(await runWith(clean)).toEqual(third)
    expect((await runWith(dirty)).issues).toMatchObject([{ state: 'closed' }, { number: 6, state: 'open' }])
  })

  test('leaves the issue alone when the step fails for another reason, and fails the job', async () => {
    const { runWith, runAs, kept, tools } = await start()
    const before = (await runWith(dirty)).issues
    const calls = tools.calls()
    const steps = await runAs('a-wrong-key')
    expect(failuresOf(steps)).toEqual([expect.stringContaining('401')])
    expect(kept()).toEqual(before)
    expect(tools.calls()).toEqual(calls)
  })

  test('does not close the issue while something could not be checked, and opens none for that', async () => {
    const { runWith } = await start()
    expect((await runWith(clean, UNREAD)).issues).toEqual([])
    await runWith(dirty)
    expect((await runWith(clean, UNREAD)).issues).toMatchObject([{ state: 'open', comments: [] }])
  })
})

describe.skipIf(onWindows)('adopt.yml', () => {
  const seed: Seed = { mappings: { ...CLEAN.mappings, 'aws-persona': [user], authn: [other] } }
  const recipe: Recipe = { ...always(), mappingsFile: undefined, seed, event: 'workflow_dispatch' }
  const NAME = '.github/datadog-mappings.yml'

  test('opens a pull request with the file of what is live, and with what it grants as the body', async () => {
    const { run, tools } = await prepare('adopt.yml', recipe)
    expect(failuresOf(await run())).toEqual([])
    const [opened, ...more] = tools.pullRequests
    expect(more).toEqual([])
    expect(Object.keys(opened?.files ?? {})).toEqual([NAME])
    for (const text of ['user/backdoor', 'Newcomers', 'role/agent']) expect(opened?.files[NAME]).toContain(text)
    expect(opened?.body).toContain('3 live mappings')
    expect(opened?.body).toContain(ACCOUNT)
  })

  test('opens none when the file would change something', async () => {
    const missing = FILE.replace('role/agent', 'role/missing')
    const { run, tools } = await prepare('adopt.yml', { ...recipe, mappingsFile: missing })
    expect(failuresOf(await run())).toEqual([expect.stringContaining('The plan has changes')])
    expect(tools.pullRequests).toEqual([])
  })

  test('opens none when the keys are wrong', async () => {
    const { runAs, tools } = await prepare('adopt.yml', recipe)
    expect(failuresOf(await runAs('a-wrong-key'))).toEqual([expect.stringContaining('401')])
    expect(tools.pullRequests).toEqual([])
  })
})
