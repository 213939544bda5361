import os from 'node:os'
import { hasCurl, LIVE, type OneCall, RIVALS, type Rival } from './one-call.ts'
import type { Medians } from './rounds.ts'
import { planWork, type Scale } from './scale.ts'

/** Everything that was measured, and where. */
export interface Measurements {
  readonly date: string
  readonly machine: string
  readonly rounds: number
  readonly bundle: Readonly<Record<string, number>>
  /** What GitHub downloads for each job, in bytes. */
  readonly archive?: number
  readonly oneCall: OneCall
  readonly scale: readonly Scale[]
}

/** What kind of machine this is. */
export function machineKind(): string {
  const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }
  const node = process.versions.node.split('.').slice(0, 2).join('.')
  return `${os.cpus().length} cores, ${systems[process.platform] ?? process.platform} ${process.arch}, Node ${node}`
}

/** The measurements as tables for a terminal. */
export function asTables(measured: Measurements): string {
  const { date, machine, rounds, bundle, oneCall, scale } = measured
  const lines = [`${date}, ${machine}, medians of ${rounds} rounds`, '']
  lines.push(`One call against a server on this machine with ${LIVE} mappings; in brackets: the bare script is 1.00`)
  const rows = Object.entries(oneCall).flatMap(([operation, rivals]) => rowsOf(operation, rivals))
  lines.push(...columns([['', '', 'wall ms', '', 'CPU ms', '', 'peak MiB', ''], ...rows]))
  if (!hasCurl()) lines.push('curl is not on this machine.')
  if (scale.length > 0)
    lines.push('', 'Many mappings', ...columns([SCALE_HEAD, ...scale.flatMap(scaleRows)]), ...scale.map(rateLine))
  const [, ...chunks] = Object.entries(bundle)
  lines.push('', 'Sizes', ...columns(sizeRows(measured)))
  lines.push(`  ${chunks.map(([name, size]) => `${name} ${kilobytes(size)}`).join(', ')}`)
  return lines.join('\n')
}

const SCALE_HEAD = ['mappings', '', 'wall ms', 'CPU ms', 'peak MiB']

function rowsOf(operation: string, rivals: OneCall[string]): string[][] {
  return (Object.keys(rivals) as Rival[]).map((rival, index) => {
    const cells = (['wall', 'cpu', 'memory'] as const).flatMap((name) => {
      const ratio = ratioOf(rivals, rival, name)
      return ratio === undefined ? ['', ''] : [rivals[rival]?.[name].toFixed(1) ?? '', `(${ratio})`]
    })
    return [index === 0 ? operation : '', RIVALS[rival], ...cells]
  })
}

function sizeRows({ bundle, archive }: Measurements): [string, string][] {
  const [main = 0, ...chunks] = Object.values(bundle)
  const rows: [string, number | undefined][] = [
    ['`dist/index.js`, which every step loads', main],
    [`${chunks.length} chunks, of which a step loads what it needs`, chunks.reduce((sum, size) => sum + size, 0)],
    ['the compressed archive, which GitHub downloads for each job', archive],
  ]
  return rows.flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, kilobytes(bytes)]]))
}

function scaleRows(scale: Scale): string[][] {
  const row = (name: string, { wall, cpu, memory }: Medians) => [
    '',
    name,
    wall.toFixed(0),
    cpu.toFixed(0),
    memory.toFixed(0),
  ]
  const besides = (plan: Medians) => [
    '',
    '  of it, besides start-up and YAML',
    '',
    planWork(plan, scale).toFixed(0),
    '',
  ]
  const rows = [
    row('list', scale.list),
    row('plan', scale.plan),
    besides(scale.plan),
    row('plan without changes', scale.unchangedPlan),
    besides(scale.unchangedPlan),
    ['', '  YAML by its package alone', '', (scale.yaml.cpu - scale.yamlOfOne.cpu).toFixed(0), ''],
    row('apply', scale.apply),
    row('export', scale.export),
    row('audit', scale.audit),
  ]
  return rows.map((cells, index) => (index === 0 ? [String(scale.count), ...cells.slice(1)] : cells))
}

function rateLine({ count, writesPerSecond: { apply, undici }, connections }: Scale): string {
  return `apply of ${count}: ${apply.toFixed(0)} writes/s over ${connections} connections, undici alone ${undici.toFixed(0)} (${(apply / undici).toFixed(2)})`
}

/** The measurements as docs/comparison.md shows them: ratios to the bare script, sizes, and what many mappings cost. */
export function asMarkdown(measured: Measurements): string {
  const { date, machine, rounds, oneCall, scale } = measured
  const lines = [
    `Measured on ${date} (${machine}; whole processes against a server on the same machine, medians of ${rounds} interleaved rounds). A bare script with built-in \`fetch\` that makes the same request and writes the same outputs is 1.00:`,
    '',
    '| step | made with | wall time | CPU | peak memory |',
    '| --- | --- | --- | --- | --- |',
  ]
  for (const [operation, rivals] of Object.entries(oneCall)) {
    for (const rival of Object.keys(rivals) as Rival[]) {
      if (rival === 'bare') continue
      const cells = (['wall', 'cpu', 'memory'] as const).map((name) => ratioOf(rivals, rival, name) ?? '–')
      lines.push(`| ${operation} | ${RIVALS[rival]} | ${cells.join(' | ')} |`)
    }
  }
  lines.push('', '| what | size |', '| --- | --- |', ...sizeRows(measured).map((cells) => `| ${cells.join(' | ')} |`))
  if (scale.length === 0) return lines.join('\n')
  lines.push('', '| mappings | `list` | `plan` | `apply`, all new | `export` | `audit` |')
  lines.push('| --- | --- | --- | --- | --- | --- |')
  for (const { count, list, plan, apply, export: exported, audit } of scale) {
    const cells = [list, plan, apply, exported, audit].map(
      ({ wall, memory }) => `${(wall / 1000).toFixed(2)} s, ${memory.toFixed(0)} MiB`,
    )
    lines.push(`| ${count.toLocaleString('en')} | ${cells.join(' | ')} |`)
  }
  return lines.join('\n')
}

function ratioOf(rivals: OneCall[string], rival: Rival, name: keyof Medians): string | undefined {
  const value = (rivals[rival]?.[name] ?? Number.NaN) / (rivals.bare?.[name] ?? Number.NaN)
  return Number.isNaN(value) ? undefined : value.toFixed(2)
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isText = (column: number) => column < 2
  return rows.map((row) =>
    row
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
