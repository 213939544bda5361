import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { repositoryRoot } from '../support/action-manifest.ts'

/** A step as a workflow writes it. */
export interface Step {
  readonly name?: string
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly shell?: string
  readonly if?: unknown
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
  readonly 'continue-on-error'?: unknown
}

/** A job as a workflow writes it. */
export interface Job {
  readonly if?: unknown
  readonly env?: Readonly<Record<string, unknown>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown>> }
  readonly steps?: readonly Step[]
}

/** A workflow as far as these tests care about it. */
export interface Workflow {
  readonly env?: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<Record<string, Job>>
}

/** A workflow and where it stands. */
export interface Found {
  readonly name: string
  readonly source: string
  readonly workflow: Workflow
}

/** How documents and examples refer to this action. */
export const REFERENCE = 'OWNER/datadog-mappings@v1'

/** Every workflow of the folder, by name. */
export function workflowsIn(folder: string): Found[] {
  return readdirSync(path.join(repositoryRoot, folder))
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) => found(`${folder}/${file}`, readFileSync(path.join(repositoryRoot, folder, file), 'utf8')))
}

/** Every block of YAML in a document; one that is a list of steps stands for a workflow with these steps. */
export function workflowsOf(document: string): Found[] {
  const text = readFileSync(path.join(repositoryRoot, document), 'utf8')
  return yamlBlocks(text)
    .filter(({ source }) => !isMappingsFile(source))
    .map(({ line, source }) => {
      const steps = Array.isArray(parse(source)) ? source : undefined
      const indented = steps?.replaceAll(/^(?=.)/gm, '      ')
      const whole = indented && `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented}`
      return found(`${document}:${line}`, whole ?? source)
    })
}

/** The blocks of YAML in a Markdown text, with the line on which each begins. */
function yamlBlocks(text: string): { line: number; source: string }[] {
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length + 1,
    source: match[1] ?? '',
  }))
}

/** Every step of a workflow with the job that it is in. */
export function stepsOf({ workflow }: Found): { job: Job; step: Step }[] {
  return Object.values(workflow.jobs).flatMap((job) => (job.steps ?? []).map((step) => ({ job, step })))
}

/** Whether a step uses this action. */
export function isOurs({ uses }: Step): boolean {
  return uses === REFERENCE || uses === './'
}

/** Every combination of a matrix; one empty combination without a matrix. */
export function combinations(job: Job): Record<string, unknown>[] {
  const { include = [], exclude: _exclude, ...axes } = job.strategy?.matrix ?? {}
  let rows: Record<string, unknown>[] = [{}]
  for (const [axis, values] of Object.entries(axes))
    rows = rows.flatMap((row) => (values as unknown[]).map((value) => ({ ...row, [axis]: value })))
  const added = include as Record<string, unknown>[]
  return Object.keys(axes).length === 0 && added.length > 0 ? added : [...rows, ...added]
}

function isMappingsFile(source: string): boolean {
  return /^version: 1$/m.test(source)
}

function found(name: string, source: string): Found {
  const workflow = parse(source) as Workflow | null
  if (typeof workflow?.jobs !== 'object') throw new Error(`${name} is neither a workflow nor a list of steps`)
  return { name, source, workflow }
}
