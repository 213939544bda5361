import { expect, onTestFinished, test } from 'vitest'
import { type Emulator, type Seed, startEmulator } from '../emulator/emulator.ts'
import { makeStandIns, ROLE_ARN } from './stand-ins.ts'
import { type RanStep, runWorkflow, type World } from './workflow-runner.ts'
import { workflowsIn } from './workflows.ts'

interface Recipe {
  /** What the steps of this action end with, the first time and the second. */
  readonly first: readonly string[]
  readonly again: readonly string[]
  readonly inputs?: Record<string, string>
  readonly event?: string
  readonly seed?: Seed
  /** The step that fails, when one is to. */
  readonly failing?: string
}

const created = (times: number) => ({
  first: Array<string>(times).fill('created'),
  again: Array<string>(times).fill('unchanged'),
})
const ACCOUNT = 'deployer@example.com'
const ORG = '7d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
const AWS = {
  accessKeyId: 'ASIAQ3EXAMPLE7TESTED',
  secretAccessKey: 'c9R/mU+2vK8xT4nB7wL1qZ5yH3jD6sF0gPaEoIuN',
  sessionToken: 'IQoJb3JpZ2luX2VjEJr//wEaCXVzLWVhc3QtMSJHMEUCIQDb+q8Vtest/Zy3==',
  callerArn: 'arn:aws:sts::123456789012:assumed-role/deployer/run-1',
}
const PATTERN = 'arn:aws:sts::123456789012:assumed-role/my-service/*'

const RECIPES: Readonly<Record<string, Recipe>> = {
  'agent-intake.yml': created(1),
  'drift.yml': { first: ['planned'], again: ['planned'], failing: 'Fail when they differ' },
  'github-jobs.yml': created(2),
  'inventory.yml': {
    first: Array<string>(5).fill('listed'),
    again: Array<string>(5).fill('listed'),
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
  'saml-groups.yml': created(2),
  'several-orgs.yml': created(2),
  'telemetry.yml': {
    first: ['logged-in'],
    again: ['logged-in'],
    seed: { mappings: { 'aws-intake': [{ arn_pattern: AWS.callerArn.replace('run-1', '*') }] } },
  },
  'verify.yml': { first: ['created', 'verified'], again: ['unchanged', 'verified'] },
}

const KEYS = { apiKey: 'emulated-api-key', appKey: 'emulated-app-key' }

async function run(file: string) {
  const found = workflowsIn('examples').find(({ name }) => name === `examples/${file}`)
  const recipe = RECIPES[file]
  if (found === undefined || recipe === undefined) throw new Error(`there is no recipe ${file}`)
  const tools = makeStandIns()
  onTestFinished(() => tools.remove())
  const sites = new Map<string, Emulator>()
  for (const site of ['', 'datadoghq.com', 'datadoghq.eu']) {
    const emulator = await startEmulator({ ...KEYS, aws: AWS, orgUuid: ORG, ...(recipe.seed && { seed: recipe.seed }) })
    onTestFinished(() => emulator.close())
    sites.set(site, emulator)
  }
  const world: World = {
    datadog: (site) => sites.get(site)?.url ?? `https://${site}.invalid`,
    secrets: { DD_API_KEY: KEYS.apiKey, DD_APP_KEY: KEYS.appKey, DD_READ_APP_KEY: KEYS.appKey },
    vars: { DD_ACCOUNT: ACCOUNT, DD_ORG_UUID: ORG, TF_STATE_BUCKET: 'state' },
    github: { event_name: recipe.event ?? 'release', token: 'ghs_emulatedTokenOfThisJob0123456789abcd' },
    tools: tools.folder,
    workspace: tools.workspace,
    env: {
      // What configure-aws-credentials and id-token: write leave in a job.
      AWS_ACCESS_KEY_ID: AWS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: AWS.secretAccessKey,
      AWS_SESSION_TOKEN: AWS.sessionToken,
      AWS_ENDPOINT_URL_STS: sites.get('')?.url ?? '',
      ACTIONS_ID_TOKEN_REQUEST_URL: sites.get('')?.oidcRequestUrl ?? '',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'eyJhbGciOiJ-a-request-token-of-the-runner-8Hq2',
    },
    ...(recipe.inputs && { inputs: recipe.inputs }),
  }
  const first = await runWorkflow(found.workflow, world)
  const again = await runWorkflow(found.workflow, world)
  return { recipe, first, again, calls: tools.calls(), sites }
}

const resultsOf = (steps: readonly RanStep[]) =>
  steps.flatMap(({ result }) => (result === undefined ? [] : [result.outputs['result'] || result.log]))

test('every example is a recipe that runs here', () => {
  expect(workflowsIn('examples').map(({ name }) => name)).toEqual(
    Object.keys(RECIPES).map((file) => `examples/${file}`),
  )
})

test.skipIf(process.platform === 'win32').each(Object.keys(RECIPES))(
  '%s does what it says, and does no harm a second time',
  async (file) => {
    const { recipe, first, again } = await run(file)
    const failed = first.filter((step) => step.failed && step.name !== recipe.failing)
    expect(failed.map(({ name, log }) => `${name}: ${log}`)).toEqual([])
    if (recipe.failing !== undefined) expect(first.at(-1)).toMatchObject({ name: recipe.failing, failed: true })
    expect([resultsOf(first), resultsOf(again)]).toEqual([recipe.first, recipe.again])
    for (const { result } of [...first, ...again]) {
      const warnings = result?.annotations.filter(({ level }) => level !== 'notice') ?? []
      expect(warnings.map(({ message }) => message)).toEqual([])
    }
  },
)

test.skipIf(process.platform === 'win32')(
  'a release maps the role that it has made, and notes id and account at the role',
  async () => {
    const { first, calls, sites } = await run('release.yml')
    const mapping = sites.get('')?.state().mappings['aws-persona'][0]
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
  },
)

test.skipIf(process.platform === 'win32')('the inventory names whoever is a person', async () => {
  const { first } = await run('inventory.yml')
  expect(first.map(({ log }) => log).join('')).toContain('someone@example.com')
})
