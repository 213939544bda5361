import { createHash } from 'node:crypto'
import { type EmulatorOptions, startEmulator } from '../test/emulator/emulator.ts'
import { runStep, type StepOptions } from '../test/support/runner.ts'

interface Sample {
  readonly emulator?: EmulatorOptions
  readonly step: StepOptions
}

const KEYS = { apiKey: 'emulated-api-key', appKey: 'emulated-app-key' }
const ROLE = 'arn:aws:sts::123456789012:assumed-role'
// The emulator gives random ids, as Datadog does, and a document must not change from run to run.
const ID = '7c405332-7033-40d2-a046-a27a075a22cd'

const SAMPLES: Readonly<Record<string, Sample>> = {
  ensure: {
    step: {
      inputs: {
        operation: 'ensure',
        'arn-pattern': 'arn:aws:iam::123456789012:role/my-service',
        'account-identifier': 'deployer@example.com',
      },
    },
  },
  plan: {
    emulator: {
      seed: {
        roles: [{ name: 'Deployers', permissions: ['monitors_read', 'monitors_write'] }],
        users: [
          {
            id: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
            name: 'ci-deployer',
            email: 'ci-deployer@example.com',
            service_account: true,
            roles: ['Deployers'],
          },
          {
            id: '02403d83-64e7-5105-a32d-b0c1486962c5',
            email: 'jane@example.com',
            roles: ['Datadog Admin Role'],
          },
        ],
        mappings: {
          'aws-persona': [
            { id: ID, arn_pattern: `${ROLE}/deployer/*`, account_identifier: 'jane@example.com' },
            {
              id: '0f8e2a61-5b7d-4c39-9e14-d6a3c2b18f05',
              arn_pattern: `${ROLE}/old-deployer/*`,
              account_identifier: 'ci-deployer@example.com',
            },
          ],
          'aws-intake': [
            {
              id: '5ccb9892-db79-4dd8-a125-d0f8d004686c',
              arn_pattern: 'arn:aws:sts::210987654321:assumed-role/agent/*',
            },
          ],
        },
      },
    },
    step: {
      inputs: { operation: 'plan', file: 'datadog-mappings.yml', prune: 'true' },
      workspaceFiles: {
        'datadog-mappings.yml': `version: 1
scope:
  aws-persona: { accounts: ["123456789012"] }
policy:
  accounts: service-accounts
mappings:
  - kind: aws-persona
    arn-pattern: arn:aws:iam::123456789012:role/ci/deployer
    account-identifier: ci-deployer
  - kind: github-persona
    claims: { repository: my-org/my-service, ref: refs/heads/main }
    account-identifier: ci-deployer
`,
      },
    },
  },
}

/** The job summary that the committed bundle writes for a step against the emulated Datadog, as a Markdown quotation. */
export async function summaryOfARealRun(name: string): Promise<string> {
  const sample = SAMPLES[name]
  if (sample === undefined) throw new Error(`there is no sample step "${name}"`)
  const emulator = await startEmulator({ ...KEYS, ...sample.emulator })
  try {
    const { outputs, summary, log, conclusion } = await runStep({
      ...sample.step,
      inputs: { ...sample.step.inputs, 'api-url': emulator.url, 'api-key': KEYS.apiKey, 'app-key': KEYS.appKey },
    })
    if (conclusion !== 'success') throw new Error(`the sample step ${name} failed:\n${log}`)
    return summary
      .trim()
      .replaceAll(outputs['mapping-id'] || ID, ID)
      .replaceAll(new RegExp(`http(?:&#58;|:)//127\\.0\\.0\\.1:${new URL(emulator.url).port}`, 'g'), 'datadoghq.com')
      .replaceAll(/\b[0-9a-f]{64}\b/g, createHash('sha256').update(name).digest('hex'))
      .replaceAll(/^/gm, '> ')
      .replaceAll(/^> $/gm, '>')
  } finally {
    await emulator.close()
  }
}
