import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { repositoryRoot } from './action-manifest.ts'
import { onWindows } from './platform.ts'

/** The folders and files that belong to one step alone. */
export interface StepFolder {
  root: string
  commands: string
  runnerTemp: string
  workspace: string
  files: Record<'output' | 'state' | 'env' | 'path' | 'summary' | 'event', string>
  remove(): Promise<void>
}

// To make and remove the folders of a step takes 10 ms on a disk, and 1 ms in memory.
const scratch = process.env['TMPDIR'] === undefined && isWritable('/dev/shm') ? '/dev/shm' : os.tmpdir()

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Makes the folders of one step; `runnerTemp` and `workspace` may be ones that outlive it. */
export function makeStepFolder(shared: {
  runnerTemp?: string | undefined
  workspace?: string | undefined
}): StepFolder {
  const root = realpathSync(mkdtempSync(path.join(scratch, 'runner-step-')))
  const commands = path.join(root, 'commands')
  const runnerTemp = shared.runnerTemp ?? path.join(root, 'temp')
  const workspace = shared.workspace ?? path.join(root, 'workspace')
  for (const folder of [commands, runnerTemp, workspace, path.join(root, 'home'), path.join(root, 'tools')]) {
    mkdirSync(folder, { recursive: true })
  }
  const file = (name: string): string => {
    const target = path.join(commands, name)
    writeFileSync(target, '')
    return target
  }
  const files = {
    output: file('set_output'),
    state: file('save_state'),
    env: file('set_env'),
    path: file('add_path'),
    summary: file('step_summary'),
    event: file('event.json'),
  }
  return { root, commands, runnerTemp, workspace, files, remove: () => rm(root, { recursive: true, force: true }) }
}

/** Every file below a folder but for some parts of it, by absolute path, with its content. */
export function readTree(folder: string, ...except: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  if (!existsSync(folder)) return found
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile() && !except.some((part) => file.startsWith(part + path.sep)))
      found[file] = readFileSync(file, 'utf8')
  }
  return found
}

/** The Node 24 that runs the action: this process's own, or the one among the dev dependencies. */
export function node24(): string {
  if (process.versions.node.startsWith('24.')) return process.execPath
  const platform = onWindows ? 'win' : process.platform
  const binary = onWindows ? 'node.exe' : 'node'
  const bundled = path.join(repositoryRoot, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  if (existsSync(bundled)) return bundled
  throw new Error(`the action runs on Node 24 and this is ${process.version}: start with npm test or npm start`)
}

const runnerOs: Partial<Record<NodeJS.Platform, string>> = { win32: 'Windows', darwin: 'macOS' }
const necessities = ['SystemRoot', 'SYSTEMROOT', 'windir', 'ComSpec', 'PATHEXT', 'NUMBER_OF_PROCESSORS']

/** The environment of a step on a hosted runner, and nothing of the environment of this process. */
export function runnerEnvironment(folder: StepFolder, eventName: string): Record<string, string> {
  const home = path.join(folder.root, 'home')
  const environment: Record<string, string> = {
    PATH: onWindows ? (process.env['PATH'] ?? '') : '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    ...(onWindows ? { USERPROFILE: home, TEMP: folder.runnerTemp, TMP: folder.runnerTemp } : {}),
    ...(onWindows ? {} : { LANG: 'C.UTF-8', TMPDIR: folder.runnerTemp }),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_ENV: folder.files.env,
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: folder.files.event,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'release',
    GITHUB_OUTPUT: folder.files.output,
    GITHUB_PATH: folder.files.path,
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_REF_NAME: 'v1.2.3',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_ID: '123456',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_REPOSITORY_OWNER_ID: '654321',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '16000000000',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '8f4b7f84864484a7bf31766abe9204da3cbe65b3',
    GITHUB_STATE: folder.files.state,
    GITHUB_STEP_SUMMARY: folder.files.summary,
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'release',
    GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/release.yml@refs/tags/v1.2.3',
    GITHUB_WORKFLOW_SHA: '8f4b7f84864484a7bf31766abe9204da3cbe65b3',
    GITHUB_WORKSPACE: folder.workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: runnerOs[process.platform] ?? 'Linux',
    RUNNER_TEMP: folder.runnerTemp,
    RUNNER_TOOL_CACHE: path.join(folder.root, 'tools'),
    RUNNER_WORKSPACE: path.dirname(folder.workspace),
  }
  for (const name of necessities) {
    const value = process.env[name]
    if (value !== undefined) environment[name] = value
  }
  return environment
}
