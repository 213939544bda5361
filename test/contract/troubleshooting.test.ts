import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { FAILURES, type FailureReason } from '../../src/failure.ts'
import { type Emulator, type EmulatorOptions, type FaultRule, startEmulator } from '../emulator/emulator.ts'
import { AWS, AWS_ENV, ORG } from '../identity/job.ts'
import { COMPILED, HERE } from '../scenarios/step.ts'
import { repositoryRoot } from '../support/action-manifest.ts'
import { onWindows } from '../support/platform.ts'
import { runStep, type StepOptions } from '../support/runner.ts'

interface Case {
  readonly reason: FailureReason
  readonly seen: string
  readonly inputs: Readonly<Record<string, string>>
  readonly faults?: readonly FaultRule[]
  readonly emulator?: EmulatorOptions
  readonly step?: StepOptions
  /** Whether the job has AWS credentials. */
  readonly isAwsJob?: true
  /** Whether the run is cancelled as soon as the step asked Datadog for something. */
  readonly isCancelled?: true
}

const KEYS = { apiKey: 'emulated-api-key', appKey: 'emulated-app-key' }
const ACCOUNT = 'deployer@example.com'
const PATTERN = 'arn:aws:sts::123456789012:assumed-role/deployer/*'
const CREATE = { operation: 'create', 'arn-pattern': PATTERN, 'account-identifier': ACCOUNT, retries: '0' }
const LIST = { operation: 'list', retries: '0' }
const status = (code: number): FaultRule => ({ do: { status: code } as FaultRule['do'] })
const holding = (arn_pattern: string, account_identifier: string): EmulatorOptions => ({
  seed: { mappings: { 'aws-persona': [{ arn_pattern, account_identifier }] } },
})
const FILE = 'version: 1\nmappings:\n  - { kind: aws-intake, arn-pattern: "arn:aws:iam::123456789012:role/agent" }\n'
const fileIn = { workspaceFiles: { 'm.yml': FILE } }
const authn = (role_id: string) => ({ attribute_key: 'group', attribute_value: 'a', role_id })

const TWO = `${FILE}  - { kind: aws-intake, arn-pattern: "arn:aws:iam::123456789012:role/other" }\n`
const ENSURE = { ...CREATE, operation: 'ensure' }

const CASES: readonly Case[] = [
  { reason: 'invalid-input', seen: 'is missing', inputs: { operation: 'create', 'arn-pattern': PATTERN } },
  { reason: 'invalid-input', seen: 'is not one of', inputs: { operation: 'list', kind: 'aws' } },
  { reason: 'invalid-input', seen: 'things are wrong with the inputs', inputs: { operation: 'create' } },
  { reason: 'invalid-input', seen: 'Datadog answered 400 Bad Request', inputs: CREATE, faults: [status(400)] },
  { reason: 'unauthorized', seen: 'Datadog answered 401 Unauthorized', inputs: { ...LIST, 'app-key': 'another' } },
  { reason: 'forbidden', seen: 'Datadog answered 403 Forbidden', inputs: LIST, faults: [status(403)] },
  {
    reason: 'wrong-org',
    seen: 'and org-uuid names',
    inputs: { operation: 'plan', file: 'm.yml', 'org-uuid': '3fa85f64-5717-4562-b3fc-2c963f66afa6' },
    step: fileIn,
  },
  { reason: 'not-found', seen: 'there is none', inputs: { operation: 'get', 'arn-pattern': PATTERN } },
  {
    reason: 'conflict',
    seen: 'is already mapped by',
    inputs: CREATE,
    emulator: holding(PATTERN, 'other@example.com'),
  },
  { reason: 'conflict', seen: 'it already exists', inputs: CREATE, emulator: holding(PATTERN, ACCOUNT) },
  {
    reason: 'conflict',
    seen: 'it collides with',
    inputs: CREATE,
    emulator: { seed: { mappings: { 'aws-intake': [{ arn_pattern: PATTERN }] } } },
  },
  {
    reason: 'ambiguous',
    seen: 'mappings fit',
    inputs: { operation: 'get', kind: 'authn', 'attribute-key': 'group', 'attribute-value': 'a' },
    emulator: {
      seed: {
        mappings: {
          authn: [authn('94172444-be03-11e9-a77a-db1879185210'), authn('2966bb6f-540c-4bff-89c7-2642ea43f7ae')],
        },
      },
    },
  },
  {
    reason: 'not-integrated',
    seen: 'AWS Account Id is not integrated with this Datadog account',
    inputs: { ...CREATE, timeout: '2' },
    emulator: { accounts: ['210987654321'] },
  },
  { reason: 'rate-limited', seen: 'Datadog answered 429 Too Many Requests', inputs: LIST, faults: [status(429)] },
  { reason: 'server-error', seen: 'Datadog answered 500 Internal Server Error', inputs: LIST, faults: [status(500)] },
  { reason: 'server-error', seen: 'Datadog answered 503 Service Unavailable', inputs: LIST, faults: [status(503)] },
  {
    reason: 'network',
    seen: 'refused the connection (ECONNREFUSED)',
    inputs: { ...LIST, 'api-url': 'http://127.0.0.1:1' },
  },
  {
    reason: 'redirect-refused',
    seen: 'a redirect to',
    inputs: LIST,
    faults: [{ do: { kind: 'redirect', to: 'https://elsewhere.example/' } as FaultRule['do'] }],
  },
  {
    reason: 'timeout',
    seen: 'did not answer in time',
    inputs: { ...CREATE, timeout: '3' },
    faults: [{ method: 'POST', do: 'hang' }],
  },
  { reason: 'timeout', seen: 'the deadline of', inputs: { ...LIST, timeout: '1' }, faults: [{ do: 'hang' }] },
  { reason: 'bad-response', seen: 'Datadog answered 200 OK with', inputs: LIST, faults: [{ do: 'html' }] },
  { reason: 'bad-response', seen: 'sent something that is not HTTP', inputs: LIST, faults: [{ do: 'garbage' }] },
  {
    reason: 'wrong-org',
    seen: 'and org-uuid names',
    inputs: { ...CREATE, 'org-uuid': '94172444-be03-11e9-a77a-db1879185210' },
  },
  {
    reason: 'drift',
    seen: 'The plan has changes',
    inputs: { operation: 'plan', file: 'm.yml', 'fail-on': 'changes' },
    step: fileIn,
  },
  {
    reason: 'drift',
    seen: 'Drift:',
    inputs: { operation: 'plan', file: 'm.yml', 'fail-on': 'drift' },
    step: fileIn,
  },
  {
    reason: 'guarded',
    seen: 'apply would refuse this plan',
    inputs: { operation: 'plan', file: 'm.yml' },
    step: { workspaceFiles: { 'm.yml': FILE.replace('mappings:', 'policy: { forbidden-roles: [None] }\nmappings:') } },
  },
  {
    reason: 'plan-changed',
    seen: 'This is not the plan that was reviewed',
    inputs: { operation: 'apply', file: 'm.yml', 'expected-plan': '0'.repeat(64) },
    step: fileIn,
  },
  {
    reason: 'approval-missing',
    seen: 'this plan has not been approved',
    inputs: { operation: 'apply', file: 'm.yml' },
    step: fileIn,
  },
  {
    reason: 'guarded',
    seen: 'apply does not run on',
    inputs: { operation: 'apply', file: 'm.yml', 'auto-approve': 'true' },
    step: { ...fileIn, eventName: 'pull_request' },
  },
  {
    reason: 'guarded',
    seen: 'and max-deletes is',
    inputs: { operation: 'apply', file: 'm.yml', 'auto-approve': 'true', prune: 'true', 'max-deletes': '0' },
    emulator: holding(PATTERN, ACCOUNT),
    step: {
      workspaceFiles: {
        'm.yml': FILE.replace('mappings:', 'scope: { aws-persona: { accounts: ["123456789012"] } }\nmappings:'),
      },
    },
  },
  {
    reason: 'findings',
    seen: 'does not allow',
    inputs: { operation: 'audit', 'fail-on': 'high' },
    emulator: { seed: { mappings: { 'github-intake': [{ claim_matchers: { sub: '.*' } }] } } },
  },
  {
    reason: 'not-verified',
    seen: 'Could not verify the mapping',
    inputs: { operation: 'verify', 'org-uuid': ORG, 'arn-pattern': PATTERN, 'account-identifier': ACCOUNT },
    emulator: { orgUuid: ORG, aws: AWS, ...holding(PATTERN, ACCOUNT) },
    isAwsJob: true,
  },
  {
    reason: 'partially-applied',
    seen: 'changes applied. Not applied:',
    inputs: { operation: 'apply', file: 'm.yml', 'auto-approve': 'true' },
    faults: [{ method: 'POST', body: 'other', do: { status: 400 } }],
    step: { workspaceFiles: { 'm.yml': TWO } },
  },
  {
    reason: 'mapping-lost',
    seen: 'THE MAPPING IS GONE',
    inputs: ENSURE,
    emulator: holding(PATTERN, 'other@example.com'),
    faults: [{ method: 'POST', do: { status: 403 } }],
  },
  { reason: 'cancelled', seen: 'the run was cancelled', inputs: LIST, faults: [{ do: 'hang' }], isCancelled: true },
]

async function asked(emulator: Emulator): Promise<void> {
  while (emulator.requests().length === 0) await sleep(10)
}

test.skipIf(onWindows).each(CASES)('$reason: $seen', async (given) => {
  const emulator = await startEmulator({ ...KEYS, ...given.emulator })
  onTestFinished(() => emulator.close())
  emulator.setFaults(given.faults ?? [])
  const step = await runStep({
    ...given.step,
    ...(given.isCancelled ? { cancel: asked(emulator) } : HERE),
    env: { ...COMPILED, ...(given.isAwsJob && { ...AWS_ENV, AWS_ENDPOINT_URL_STS: emulator.url }) },
    inputs: { 'api-url': emulator.url, 'api-key': KEYS.apiKey, 'app-key': KEYS.appKey, ...given.inputs },
  })
  expect(step.outputs).toMatchObject({
    'failure-reason': given.reason,
    'error-message': expect.stringContaining(given.seen),
  })
})

test('every reason for a failure has a case here', () => {
  const missing = Object.keys(FAILURES).filter((reason) => !CASES.some((given) => given.reason === reason))
  // Provoked by code that breaks the action, in the scenarios about crashes.
  expect(missing).toEqual(['internal'])
})

test('every text about refused exchanges in the guide is one that a message has', () => {
  const [, section = ''] = readFileSync(path.join(repositoryRoot, 'docs/keyless.md'), 'utf8').split(
    '## When the exchange is refused',
  )
  const told = [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '')
  expect(told.length).toBeGreaterThan(3)
  const sources = ['explain-refusal', 'aws-credentials', 'github-token'].map((name) =>
    readFileSync(path.join(repositoryRoot, `src/identity/${name}.ts`), 'utf8'),
  )
  // A title of a kind stands in some of them.
  const plain = (text: string) => text.replace(/AWS persona mapping|\$\{[^}]*\}/g, '…')
  const all = plain(sources.join('\n'))
  expect(told.filter((text) => !all.includes(plain(text)))).toEqual([])
})

test('every text of the catalogue is one that a message has', () => {
  const folder = path.join(repositoryRoot, 'src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'failure.ts')
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
  const provoked = CASES.map(({ seen }) => seen)
  const unknown = Object.values(FAILURES)
    .flatMap(({ seen }) => [...seen] as string[])
    // What stands in parentheses is the code of an error of the system.
    .map((text) => text.replace(/ \([A-Z\d]+\)$/, ''))
    .filter((text) => !sources.includes(text) && !provoked.some((seen) => seen.includes(text) || text.startsWith(seen)))
  // Thrown for what is no failure of ours to foresee, in failure.ts itself.
  expect(unknown).toEqual([FAILURES.internal.seen[0]])
})
