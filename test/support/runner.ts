// A small copy of the GitHub runner: what it gives to a step of a JavaScript action, and what it makes of what the step leaves.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ActionManifest, evaluateInputs, readActionManifest } from './action-manifest.ts'
import { parseKeyValueFile, parsePathFile, readSummary } from './file-commands.ts'
import { createMasker } from './masks.ts'
import { makeStepFolder, node24, readTree, runnerEnvironment, type StepFolder } from './step-environment.ts'
import { type EndedProcess, type Moment, runProcess } from './step-process.ts'
import { type CommandProcessor, createCommandProcessor, type Transcript } from './workflow-commands.ts'

export interface StepOptions {
  /** `with:` of the step. */
  inputs?: Readonly<Record<string, string>>
  /** `env:` of the step and what the job put into the environment; `undefined` takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>
  /** Secrets of the workflow that the runner masks from the start. */
  secrets?: readonly string[]
  eventName?: string
  eventPayload?: unknown
  /** Files to lay into the workspace, by relative path. */
  workspaceFiles?: Readonly<Record<string, string>>
  /** A workspace, and a RUNNER_TEMP, to share between the steps of one job; the caller removes them. */
  workspace?: string
  runnerTemp?: string
  /** What `${{ github.token }}` is. */
  githubToken?: string
  /** Sets RUNNER_DEBUG, as "Enable debug logging" does. */
  debug?: boolean
  /** Kills the step without warning; default 25 000. */
  timeoutMs?: number
  signals?: readonly { signal: NodeJS.Signals; when: Moment }[]
  /** Cancels the step as the runner does: SIGINT, SIGTERM 7.5 s later, the end 2.5 s after that. */
  cancel?: Moment
  /** Sees each line as it is printed, before the runner does. */
  onLine?: (line: string) => void
  /** The script to run instead of `runs.main`, and the manifest to read instead of this repository's. */
  bundle?: string
  manifest?: string
  /** Arguments for Node itself, before the script. */
  nodeArguments?: readonly string[]
  /** What runs the step instead of a process of its own: `inThisProcess`. */
  run?: typeof runProcess
}

/** What came of a step: of its process, of what it printed, and of the files that it wrote. */
export interface StepResult extends EndedProcess, FileCommands, Omit<Transcript, 'log' | 'failed'> {
  conclusion: 'success' | 'failure' | 'cancelled'
  /** What a user sees: both streams in order of arrival, commands carried out, secrets masked. */
  log: string
  /** Names of outputs that would be empty in another job, because a secret is part of them. */
  outputsDroppedBetweenJobs: string[]
  /** The job summary as it is shown, masked. */
  summary: string
  masks: string[]
  /** Everything left under RUNNER_TEMP, by absolute path; and elsewhere: in the home folder, or a workspace of its own. */
  tempFiles: Record<string, string>
  strayFiles: Record<string, string>
}

interface FileCommands {
  outputs: Record<string, string>
  state: Record<string, string>
  env: Record<string, string>
  pathAdditions: string[]
  /** GITHUB_ENV and GITHUB_PATH as they stand in the files; nothing of this action writes there. */
  envFile: string
  pathFile: string
  /** The job summary as the step wrote it. */
  rawSummary: string
  fileCommandErrors: string[]
}

/** Runs one step of the action in a clean environment and tells everything that came of it. */
export async function runStep(options: StepOptions = {}): Promise<StepResult> {
  const manifest = options.manifest === undefined ? ownManifest() : readActionManifest(options.manifest)
  if (manifest.using !== 'node24') throw new Error(`this runner runs node24 actions, not ${manifest.using}`)
  const githubToken = options.githubToken ?? 'ghs_emulatedTokenOfThisJob0123456789abcd'
  const { variables, warnings } = evaluateInputs(manifest, options.inputs ?? {}, githubToken)
  const folder = makeStepFolder(options)
  try {
    const placed = placeFiles(folder, options)
    const environment: Record<string, string | undefined> = {
      ...runnerEnvironment(folder, options.eventName ?? 'release'),
      ...(options.debug ? { RUNNER_DEBUG: '1' } : {}),
      ...variables,
      ...options.env,
    }
    const masker = createMasker([githubToken, ...(options.secrets ?? [])])
    const processor = createCommandProcessor(masker, options.debug)
    for (const warning of warnings) processor.annotate('warning', warning)
    const ended = await (options.run ?? runProcess)(
      [node24(), ...(options.nodeArguments ?? []), options.bundle ?? manifest.main],
      { cwd: folder.workspace, env: environment },
      (line) => {
        options.onLine?.(line)
        processor.line(line)
      },
      { timeoutMs: options.timeoutMs ?? 25_000, signals: options.signals ?? [], cancel: options.cancel },
    )
    const files = readFileCommands(folder, processor)
    const { log, failed, ...transcript } = processor.transcript
    const outputs = { ...transcript.outputs, ...files.outputs }
    // A summary that is too large is an error in the log and no more.
    const unreadable = files.fileCommandErrors.some((error) => !error.startsWith('step_summary:'))
    const failure = ended.exitCode !== 0 || failed || unreadable
    return {
      ...transcript,
      ...ended,
      ...files,
      conclusion: ended.cancelled ? 'cancelled' : failure ? 'failure' : 'success',
      log: log.map((line) => `${line}\n`).join(''),
      outputs,
      state: { ...transcript.state, ...files.state },
      outputsDroppedBetweenJobs: Object.keys(outputs).filter(
        (name) => masker.apply(outputs[name] ?? '') !== outputs[name],
      ),
      summary: masker.apply(readSummary(files.rawSummary).markdown),
      masks: masker.secrets(),
      tempFiles: without(readTree(folder.runnerTemp), placed),
      strayFiles: without(readTree(folder.root, folder.runnerTemp, folder.commands), placed),
    }
  } finally {
    await folder.remove()
  }
}

let own: ActionManifest | undefined

// Parsing it takes 4 ms, which is much beside the 70 ms of a step.
function ownManifest(): ActionManifest {
  own ??= readActionManifest()
  return own
}

/** All that anybody can see of a step when it is over, in one text: where no secret may be. The summary counts as it was written. */
export function visibleText(step: StepResult): string {
  const { log, annotations, debug, outputs, state, envFile, pathFile, rawSummary, tempFiles, strayFiles } = step
  const structures = [annotations, debug, outputs, state, tempFiles, strayFiles].map((value) => JSON.stringify(value))
  const values = [outputs, state, tempFiles, strayFiles].flatMap((record) => Object.values(record))
  return [log, envFile, pathFile, rawSummary, ...debug, ...values, ...structures].join('\n')
}

function placeFiles(folder: StepFolder, options: StepOptions): Record<string, string> {
  writeFileSync(folder.files.event, JSON.stringify(options.eventPayload ?? {}))
  for (const [name, content] of Object.entries(options.workspaceFiles ?? {})) {
    const file = path.join(folder.workspace, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return { ...readTree(folder.root), ...readTree(folder.runnerTemp) }
}

function without(files: Record<string, string>, placed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([file, content]) => placed[file] !== content))
}

function readFileCommands(folder: StepFolder, processor: CommandProcessor): FileCommands {
  const fileCommandErrors: string[] = []
  const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  const keyValues = (name: 'output' | 'state' | 'env'): Record<string, string> => {
    const { values, error } = parseKeyValueFile(read(folder.files[name]))
    if (error !== undefined) {
      fileCommandErrors.push(`${name}: ${error}`)
      processor.annotate('error', `Unable to process file command '${name}' successfully.`)
      processor.annotate('error', error)
    }
    return values
  }
  const rawSummary = read(folder.files.summary)
  const { error } = readSummary(rawSummary)
  if (error !== undefined) {
    fileCommandErrors.push(`step_summary: ${error}`)
    processor.annotate('error', error)
  }
  return {
    outputs: keyValues('output'),
    state: keyValues('state'),
    env: keyValues('env'),
    envFile: read(folder.files.env),
    pathFile: read(folder.files.path),
    pathAdditions: parsePathFile(read(folder.files.path)),
    rawSummary,
    fileCommandErrors,
  }
}
