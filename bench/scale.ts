// What steps over many mappings take, and how fast the writes of an apply are beside undici alone.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { mappingsFile } from './mappings.ts'
import { interleaved, type Medians, median } from './rounds.ts'
import type { LoopbackServer } from './server-process.ts'
import { makeStep, type Step } from './step.ts'

/** What the steps over so many mappings take. */
export interface Scale {
  readonly count: number
  readonly list: Medians
  /** A tenth of the file is new, and a tenth of what is live is not in the file and would be deleted. */
  readonly plan: Medians
  /** A plan of the file that is applied already: nothing changes. */
  readonly unchangedPlan: Medians
  /** Everything in the file is new. */
  readonly apply: Medians
  /** All mappings into a file that is not there yet. */
  readonly export: Medians
  readonly audit: Medians
  /** The same file read into plain values by the `yaml` package alone. */
  readonly yaml: Medians
  /** What `plan` and `yaml` take with one mapping: their start-up. */
  readonly planOfOne: Medians
  readonly yamlOfOne: Medians
  /** Writes per second while there are any, of `apply` and of undici's pool alone, both with 8 at a time; and connections of `apply`. */
  readonly writesPerSecond: { readonly apply: number; readonly undici: number }
  readonly connections: number
}

const FILE = { file: 'mappings.yml', prune: 'true', 'max-deletes': '100000' }
const NEW_FILE = 'new.yml'
const rival = (name: string) => path.join(import.meta.dirname, 'rivals', name)

/** Measures steps over so many mappings. */
export async function measureScale(server: LoopbackServer, count: number, rounds: number): Promise<Scale> {
  const tenth = Math.floor(count / 10)
  const steps = {
    list: makeStep(server.url(count), { operation: 'list' }),
    plan: makeStep(server.url(count), { operation: 'plan', ...FILE }, mappingsFile(tenth, count)),
    unchangedPlan: makeStep(server.url(count), { operation: 'plan', ...FILE }, mappingsFile(0, count)),
    planOfOne: makeStep(server.url(1), { operation: 'plan', ...FILE }, mappingsFile(0, 1)),
    apply: makeStep(server.url(0), { operation: 'apply', 'auto-approve': 'true', ...FILE }, mappingsFile(0, count)),
    export: makeStep(server.url(count), { operation: 'export', file: NEW_FILE }),
    audit: makeStep(server.url(count), { operation: 'audit' }),
  }
  const rates: Record<'apply' | 'undici', number[]> = { apply: [], undici: [] }
  let connections = 0
  try {
    const commands = {
      list: steps.list.action,
      plan: steps.plan.action,
      unchangedPlan: steps.unchangedPlan.action,
      planOfOne: steps.planOfOne.action,
      yaml: steps.plan.script(rival('yaml.cjs'), 'mappings.yml'),
      yamlOfOne: steps.planOfOne.script(rival('yaml.cjs'), 'mappings.yml'),
      apply: steps.apply.action,
      export: steps.export.action,
      audit: steps.audit.action,
      undici: steps.apply.script(rival('undici-pool.cjs'), server.url(0), String(count)),
    }
    const { undici, ...medians } = await interleaved(commands, rounds, async (name) => {
      if (name in steps) checkOutputs(name, steps[name as keyof typeof steps], count)
      if (name === 'export') rmSync(path.join(steps.export.action.cwd, NEW_FILE))
      if (name !== 'apply' && name !== 'undici') return
      const traffic = await server.traffic(0)
      if (traffic.writes !== count) throw new Error(`${name} made ${traffic.writes} writes instead of ${count}`)
      rates[name].push((1000 * count) / traffic.writingMs)
      if (name === 'apply') connections = Math.max(connections, traffic.connections)
    })
    return {
      count,
      ...medians,
      writesPerSecond: { apply: median(rates.apply), undici: median(rates.undici) },
      connections,
    }
  } finally {
    for (const step of Object.values(steps)) step.remove()
  }
}

/** The CPU milliseconds of a plan above its start-up and without YAML, which is what the package alone takes in the same rounds. */
export function planWork(plan: Medians, { planOfOne, yaml, yamlOfOne }: Scale): number {
  return plan.cpu - planOfOne.cpu - (yaml.cpu - yamlOfOne.cpu)
}

function checkOutputs(name: string, step: Step, count: number): void {
  const outputs = step.takeOutputs()
  const tenth = Math.floor(count / 10)
  const expected: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    list: { count },
    plan: { 'changes-count': 2 * tenth },
    unchangedPlan: { 'changes-count': 0 },
    planOfOne: { 'changes-count': 0 },
    apply: { 'changes-count': count },
    export: { count },
    audit: { result: 'audited' },
  }
  for (const [output, value] of Object.entries(expected[name] ?? {}))
    if (outputs[output] !== String(value)) throw new Error(`${name} told ${outputs[output]} instead of ${value}`)
}
