import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { evaluateInputs, readActionManifest } from '../test/support/action-manifest.ts'
import { parseKeyValueFile } from '../test/support/file-commands.ts'
import { makeStepFolder, runnerEnvironment } from '../test/support/step-environment.ts'
import { type Command, nodeScript } from './process.ts'

/** The surroundings of a step, as the runner makes them, to run scripts in that do the same. */
export interface Step {
  readonly env: Readonly<Record<string, string>>
  /** A command that runs the committed bundle. */
  readonly action: Command
  /** A command that runs another script in its place. */
  script(file: string, ...args: string[]): Command
  /** The outputs that were written since the last time. */
  takeOutputs(): Record<string, string>
  remove(): void
}

const KEYS = { 'api-key': '0123456789abcdef0123456789abcdef', 'app-key': '0123456789abcdef0123456789abcdef01234567' }

/** Makes a step of these inputs; `file` is a mappings file to lay into its workspace. */
export function makeStep(url: string, inputs: Readonly<Record<string, string>>, file?: string): Step {
  const manifest = readActionManifest()
  const folder = makeStepFolder({})
  const { variables } = evaluateInputs(manifest, { ...KEYS, 'api-url': url, ...inputs }, 'ghs_token')
  const env = { ...runnerEnvironment(folder, 'push'), ...variables }
  writeFileSync(folder.files.event, '{}')
  if (file !== undefined) writeFileSync(path.join(folder.workspace, 'mappings.yml'), file)
  const script = (...script: string[]) => nodeScript(script, env, folder.workspace)
  return {
    env,
    action: script(manifest.main),
    script,
    takeOutputs() {
      const { values } = parseKeyValueFile(readFileSync(folder.files.output, 'utf8'))
      for (const written of [folder.files.output, folder.files.summary]) truncateSync(written)
      return values
    },
    remove: folder.remove,
  }
}
