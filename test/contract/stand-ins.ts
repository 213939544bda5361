import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { repositoryRoot } from '../support/action-manifest.ts'

/** The ARN of the role that the stand-ins make. */
export const ROLE_ARN = 'arn:aws:iam::123456789012:role/my-service'

const SCRIPTS: Readonly<Record<string, string>> = {
  aws: `
case "$*" in
  "iam get-role "*) if [ ! -f "$state/role" ]; then echo NoSuchEntity >&2; exit 254; fi; echo ${ROLE_ARN} ;;
  "iam create-role "*) touch "$state/role"; echo ${ROLE_ARN} ;;
  "cloudformation describe-stacks "*) echo ${ROLE_ARN} ;;
  "cloudformation deploy "* | "iam tag-role "* | "iam delete-role "*) ;;
  *) echo "this aws does not know: $*" >&2; exit 252 ;;
esac`,
  curl: 'echo {}',
  npx: 'echo "key: $DD_API_KEY"',
  terraform: `
case "$*" in
  *" output -raw role_arn") printf %s ${ROLE_ARN} ;;
  *" init "* | *" apply "*) ;;
  *) echo "this terraform does not know: $*" >&2; exit 1 ;;
esac`,
}

/** Stand-ins for the command line tools that the examples call, which keep a log of their calls, and for a checkout. */
export interface StandIns {
  readonly folder: string
  /** A folder that has the mappings file where it is looked for. */
  readonly workspace: string
  calls(): string[]
  remove(): void
}

/** Makes a folder of stand-ins, whose AWS account is empty. */
export function makeStandIns(): StandIns {
  const root = mkdtempSync(path.join(os.tmpdir(), 'stand-ins-'))
  const folder = path.join(root, 'bin')
  mkdirSync(folder)
  const workspace = path.join(root, 'workspace')
  const file = 'datadog-mappings.yml'
  mkdirSync(path.join(workspace, '.github'), { recursive: true })
  cpSync(path.join(repositoryRoot, 'examples/mappings', file), path.join(workspace, '.github', file))
  const log = path.join(root, 'calls')
  for (const [name, script] of Object.entries(SCRIPTS)) {
    const file = path.join(folder, name)
    writeFileSync(file, `#!/bin/sh\nstate='${root}'\necho "${name} $*" >> '${log}'\n${script}\n`)
    chmodSync(file, 0o755)
  }
  return {
    folder,
    workspace,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
