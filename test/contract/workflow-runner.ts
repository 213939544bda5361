// Runs a workflow as GitHub would, as far as the examples need it: the steps of this action for real, commands of `run:` with
// stand-ins for the tools and some actions of others, and the rest of those not at all.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { COMPILED, HERE } from '../scenarios/step.ts'
import { parseKeyValueFile } from '../support/file-commands.ts'
import { runStep, type StepResult } from '../support/runner.ts'
import { type Contexts, interpolate, isMet } from './expressions.ts'
import { combinations, isOurs, type Job, type Step, type Workflow } from './workflows.ts'

/** What is around a workflow. */
export interface World {
  /** The address of the Datadog that is behind a site, by the input `site`. */
  readonly datadog: (site: string) => string
  readonly secrets: Readonly<Record<string, string>>
  readonly vars: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  /** The context `github`, besides ref and repository. */
  readonly github: Readonly<Record<string, string>>
  /** The folder that is checked out. */
  readonly workspace: string
  /** A folder with the tools that stand in for those of the runner. */
  readonly tools: string
  /** Stands in for actions of others, by name without the version: does what one does with its inputs, or throws. */
  readonly actions?: Readonly<Record<string, (inputs: Readonly<Record<string, string>>) => void>>
  /** Whether the steps of this action run in this process and not in one each, for a tenth of the CPU. */
  readonly here?: boolean
  /** The environment of an emulated job: the job's identity, for steps that use it. */
  readonly env?: Readonly<Record<string, string>>
}

/** What came of one step that ran. */
export interface RanStep {
  readonly name: string
  readonly outputs: Readonly<Record<string, string>>
  readonly log: string
  readonly failed: boolean
  /** All that is known when the step was one of this action. */
  readonly result?: StepResult
}

/** Runs every job of a workflow in the order of the file, with each combination of its matrix; a job ends with its first failure. */
export async function runWorkflow(workflow: Workflow, world: World): Promise<RanStep[]> {
  const temp = mkdtempSync(path.join(os.tmpdir(), 'workflow-'))
  try {
    const ran: RanStep[] = []
    const needs: Record<string, { outputs: Record<string, string>; result: string }> = {}
    for (const [name, job] of Object.entries(workflow.jobs)) {
      if (!isMet(job.if, { needs, github: world.github })) continue
      for (const matrix of combinations(job)) {
        const { steps, outputs, failed } = await runJob(workflow, job, { matrix, needs }, world, temp)
        ran.push(...steps)
        needs[name] = { outputs, result: failed ? 'failure' : 'success' }
      }
    }
    return ran
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

async function runJob(workflow: Workflow, job: Job, around: Contexts, world: World, temp: string) {
  const steps: Record<string, { outputs: Readonly<Record<string, string>>; outcome: string; conclusion: string }> = {}
  const contexts: Contexts = {
    ...around,
    steps,
    secrets: world.secrets,
    vars: world.vars,
    inputs: world.inputs ?? {},
    runner: { temp },
    github: { ref: 'refs/tags/v1.2.3', repository: 'octo-org/octo-repo', ...world.github },
  }
  const values = (record: Readonly<Record<string, unknown>> = {}, more: Contexts = {}) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, interpolate(String(value ?? ''), { ...contexts, ...more })]),
    )
  const jobEnv = { ...values(workflow.env), ...values(job.env) }
  const ran: RanStep[] = []
  let failed = false
  for (const step of job.steps ?? []) {
    if (!isMet(step.if, { ...contexts, env: jobEnv }, failed)) continue
    const env = { ...jobEnv, ...values(step.env, { env: jobEnv }) }
    const done = await runOne(step, values(step.with, { env }), env, world, temp)
    const name = interpolate(step.name ?? step.uses ?? '', contexts)
    ran.push({ name, ...done })
    if (step.id) {
      const outcome = done.failed ? 'failure' : 'success'
      steps[step.id] = { outputs: done.outputs, outcome, conclusion: outcome }
    }
    failed ||= done.failed && step['continue-on-error'] !== true
  }
  return { steps: ran, outputs: values(job.outputs), failed }
}

async function runOne(
  step: Step,
  given: Record<string, string>,
  env: Record<string, string>,
  world: World,
  temp: string,
): Promise<Omit<RanStep, 'name'>> {
  if (step.run !== undefined) return runCommands(step.run, env, world, temp)
  if (!isOurs(step)) return runAnother(step, given, world)
  const { site = '', ...inputs } = given
  const secrets = Object.values(world.secrets)
  const result = await runStep({
    ...(world.here && HERE),
    inputs: { ...inputs, 'api-url': world.datadog(site) },
    env: { ...COMPILED, ...world.env, ...env },
    secrets,
    runnerTemp: temp,
    workspace: world.workspace,
    eventName: world.github['event_name'] ?? 'release',
  })
  return { outputs: result.outputs, log: result.log, failed: result.conclusion !== 'success', result }
}

function runAnother({ uses = '' }: Step, inputs: Record<string, string>, world: World): Omit<RanStep, 'name'> {
  try {
    world.actions?.[uses.split('@')[0] ?? '']?.(inputs)
    return { outputs: {}, log: '', failed: false }
  } catch (error) {
    return { outputs: {}, log: String(error), failed: true }
  }
}

function runCommands(script: string, env: Record<string, string>, world: World, temp: string): Omit<RanStep, 'name'> {
  const folder = path.join(temp, 'commands')
  mkdirSync(folder, { recursive: true })
  const [commands, output, summary] = ['run.sh', 'output', 'summary'].map((name) => path.join(folder, name))
  if (commands === undefined || output === undefined || summary === undefined) throw new Error('no folder')
  writeFileSync(commands, script)
  writeFileSync(output, '')
  const { status, stdout, stderr } = spawnSync('bash', ['-e', commands], {
    cwd: world.workspace,
    encoding: 'utf8',
    env: {
      PATH: [world.tools, process.env['PATH']].join(path.delimiter),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temp,
      ...env,
    },
  })
  const { values, error } = parseKeyValueFile(readFileSync(output, 'utf8'))
  return { outputs: values, log: `${stdout}${stderr}${error ?? ''}`, failed: status !== 0 || error !== undefined }
}
