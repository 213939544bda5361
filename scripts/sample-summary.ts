import { startEmulator } from '../test/emulator/emulator.ts'
import { runStep } from '../test/support/runner.ts'

const KEYS = { apiKey: 'emulated-api-key', appKey: 'emulated-app-key' }
// The emulator gives random ids, as Datadog does, and a document must not change from run to run.
const ID = '7c405332-7033-40d2-a046-a27a075a22cd'

/** The job summary that the committed bundle writes for a step that maps a role, as a Markdown quotation. */
export async function summaryOfARealRun(): Promise<string> {
  const emulator = await startEmulator(KEYS)
  try {
    const { outputs, summary, log } = await runStep({
      inputs: {
        operation: 'create',
        'arn-pattern': 'arn:aws:iam::123456789012:role/ci/deployer',
        'account-identifier': 'deployer@example.com',
        'api-url': emulator.url,
        'api-key': KEYS.apiKey,
        'app-key': KEYS.appKey,
      },
    })
    const id = outputs['mapping-id']
    if (!id) throw new Error(`the sample step made no mapping:\n${log}`)
    return summary.trim().replaceAll(id, ID).replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>')
  } finally {
    await emulator.close()
  }
}
