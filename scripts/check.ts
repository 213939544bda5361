import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { styleText } from 'node:util'

const root = path.resolve(import.meta.dirname, '..')

function binary(packageName: string, name: string): string {
  const folder = path.join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  return path.join(folder, bin[name] ?? '')
}

// Started as scripts of this Node: a shim in node_modules/.bin is a shell script or a .cmd, which Windows does not spawn.
const checks: [name: string, command: string[]][] = [
  ['tsc: types', [binary('typescript', 'tsc'), '--noEmit', '-p', root]],
  ['biome: format and lint', [binary('@biomejs/biome', 'biome'), 'check', '--no-errors-on-unmatched', root]],
  ['knip: unused files, exports and dependencies', [binary('knip', 'knip'), '--no-progress']],
]

const failed: string[] = []
for (const [name, command] of checks) {
  console.log(styleText('bold', `── ${name}`, { stream: process.stdout }))
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
  if (status !== 0) failed.push(name.split(':')[0] ?? name)
}
console.log(failed.length === 0 ? `All ${checks.length} checks passed.` : `Failed: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
