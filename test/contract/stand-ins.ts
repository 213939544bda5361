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
  gh: `GH_STAND_IN_STATE="$state/gh.json" exec '${process.execPath}' '${path.join(import.meta.dirname, 'gh.cjs')}' "$@"`,
  npx: 'echo "key: $DD_API_KEY"',
  terraform: `
case "$*" in
  *" output -raw role_arn") printf %s ${ROLE_ARN} ;;
  *" init "* | *" apply "*) ;;
  *) echo "this terraform does not know: $*" >&2; exit 1 ;;
esac`,
}

/** An issue on GitHub as the stand-in for `gh` keeps it. */
export interface Issue {
  readonly number: number
  readonly title: string
  readonly author: string
  readonly labels: readonly string[]
  readonly state: 'open' | 'closed'
  readonly body: string
  readonly comments: readonly string[]
}

/** A pull request as the stand-in for peter-evans/create-pull-request opens it. */
export interface PullRequest {
  readonly branch: string
  readonly title: string
  readonly body: string
  /** The files that it changes, by path. */
  readonly files: Readonly<Record<string, string>>
}

/** Stand-ins for the command line tools that the examples call, which keep a log of their calls, and for a checkout. */
export interface StandIns {
  readonly folder: string
  /** A folder that has the mappings file where it is looked for. */
  readonly workspace: string
  /** Writes the mappings file, or removes it. */
  setMappingsFile(text: string | undefined): void
  calls(): string[]
  issues(): Issue[]
  /** Opens issues that others wrote. */
  plantIssues(issues: readonly Issue[]): void
  readonly pullRequests: readonly PullRequest[]
  /** The stand-ins for actions of others, by name. */
  readonly actions: Readonly<Record<string, (inputs: Readonly<Record<string, string>>) => void>>
  remove(): void
}

const PULL_REQUEST_INPUTS = ['branch', 'add-paths', 'title', 'commit-message', 'body-path']

function pullRequestOf(inputs: Readonly<Record<string, string>>, workspace: string): PullRequest {
  const unknown = Object.keys(inputs).filter((name) => !PULL_REQUEST_INPUTS.includes(name))
  const missing = PULL_REQUEST_INPUTS.filter((name) => !inputs[name])
  if (unknown.length + missing.length > 0) throw new Error(`inputs: ${[...unknown, ...missing].join(', ')}`)
  const { branch = '', title = '', 'add-paths': file = '', 'body-path': body = '' } = inputs
  const files = { [file]: readFileSync(path.join(workspace, file), 'utf8') }
  return { branch, title, body: readFileSync(body, 'utf8'), files }
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
  const github = path.join(root, 'gh.json')
  const readGithub = () => JSON.parse(readFileSync(github, 'utf8')) as { labels: string[]; issues: Issue[] }
  writeFileSync(github, JSON.stringify({ labels: [], issues: [] }))
  const pullRequests: PullRequest[] = []
  for (const [name, script] of Object.entries(SCRIPTS)) {
    const file = path.join(folder, name)
    writeFileSync(file, `#!/bin/sh\nstate='${root}'\necho "${name} $*" >> '${log}'\n${script}\n`)
    chmodSync(file, 0o755)
  }
  return {
    folder,
    workspace,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []),
    setMappingsFile: (text) => {
      const place = path.join(workspace, '.github', file)
      if (text === undefined) rmSync(place)
      else writeFileSync(place, text)
    },
    issues: () => readGithub().issues,
    plantIssues: (issues) => writeFileSync(github, JSON.stringify({ ...readGithub(), issues })),
    pullRequests,
    actions: {
      'peter-evans/create-pull-request': (inputs) => void pullRequests.push(pullRequestOf(inputs, workspace)),
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
