import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type EmulatorOptions, startEmulator } from '../test/emulator/emulator.ts'
import { repositoryRoot } from '../test/support/action-manifest.ts'
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
  create: {
    step: {
      inputs: {
        operation: 'create',
        'arn-pattern': 'arn:aws:iam::123456789012:role/ci/deployer',
        'account-identifier': 'deployer@example.com',
      },
    },
  },
  plan: {
    emulator: {
      seed: {
        mappings: {
          'aws-persona': [
            { id: ID, arn_pattern: `${ROLE}/deployer/*`, account_identifier: 'somebody@example.com' },
            {
              id: '0f8e2a61-5b7d-4c39-9e14-d6a3c2b18f05',
              arn_pattern: `${ROLE}/old-deployer/*`,
              account_identifier: 'deployer@example.com',
            },
          ],
        },
      },
    },
    step: {
      inputs: { operation: 'plan', file: 'datadog-mappings.yml', prune: 'true' },
      workspaceFiles: {
        'datadog-mappings.yml': readFileSync(
          path.join(repositoryRoot, 'examples/mappings/datadog-mappings.yml'),
          'utf8',
        ),
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
