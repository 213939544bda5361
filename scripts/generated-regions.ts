import { readFileSync } from 'node:fs'
import path from 'node:path'
import { INPUT_NAMES, type Input, type InputName, inputRow } from '../src/action/inputs/input-table.ts'
import { FAILURES } from '../src/failure.ts'
import { fieldOf } from '../src/mappings/attributes.ts'
import { FINDING_CODE_NAMES, FINDING_CODES, rankOf } from '../src/mappings/audit/finding-codes.ts'
import { ALL_KINDS, neededNames } from '../src/mappings/kinds.ts'
import type { AttributeName } from '../src/mappings/mapping.ts'
import { DANGEROUS_PERMISSIONS } from '../src/mappings/power.ts'
import { readActionManifest, readGroups, repositoryRoot } from '../test/support/action-manifest.ts'
import { summaryOfARealRun } from './sample-summary.ts'

/** What can stand between two markers of a document, by name; the argument is the rest of the marker. */
export const REGIONS: Readonly<Record<string, (argument: string) => string | Promise<string>>> = {
  inputs: () => inGroups('Input', readGroups('inputs'), readActionManifest().inputs),
  outputs: () => inGroups('Output', readGroups('outputs'), readActionManifest().outputs),
  'input-use': inputUse,
  kinds: () =>
    table(['`kind`', 'What it is', 'Two are the same when they agree in', '`create` and `ensure` need'], kindRows()),
  failures: () =>
    table(
      ['In the message', '`failure-reason`', 'What it means', 'What to do'],
      Object.entries(FAILURES).map(([reason, { seen, meaning, advice }]) => [
        seen.map((text) => code(text)).join('<br>'),
        code(reason),
        meaning,
        advice,
      ]),
    ),
  findings: () => table(['Code', 'Rank', 'Why it is a risk', 'What to do'], findingRows()),
  'dangerous-permissions': () =>
    table(
      ['Permission', 'What it lets an account do'],
      Object.entries(DANGEROUS_PERMISSIONS).map(([name, effect]) => [code(name), effect]),
    ),
  example: (file) => `\`\`\`yaml\n${readFileSync(path.join(repositoryRoot, 'examples', file), 'utf8').trim()}\n\`\`\``,
  summary: summaryOfARealRun,
}

function inGroups(
  head: string,
  groups: Readonly<Record<string, readonly string[]>>,
  declared: readonly { readonly name: string; readonly description: string; readonly required?: boolean }[],
): string {
  const rows = Object.entries(groups).flatMap(([group, names]) => [
    [`**${group}**`, ''],
    ...declared
      .filter(({ name }) => names.includes(name))
      .map(({ name, description, required }) => [code(name), `${required ? '**Required.** ' : ''}${description}`]),
  ])
  return table([head, 'What it is'], rows)
}

function inputUse(): string {
  const uses: [InputName, Input][] = INPUT_NAMES.map((name) => [name, inputRow(name)])
  const always = uses.filter(([, { operations, kinds }]) => operations === undefined && kinds === undefined)
  const others = uses.filter((use) => !always.includes(use))
  const rows = others.map(([name, { operations, kinds }]) => [
    code(name),
    operations === undefined ? 'all' : listed(operations),
    kinds === undefined ? 'all' : listed(kinds),
  ])
  const everywhere = `Every operation and kind takes ${listed(always.map(([name]) => name))}. The others:`
  return `${everywhere}\n\n${table(['Input', 'Operations', 'Kinds'], rows)}`
}

function kindRows(): string[][] {
  return ALL_KINDS.map((kind) => {
    const { name, title, identity, oneOf = [] } = kind
    const either = oneOf.length > 0 ? [oneOf.map(inputOf).join(' or ')] : []
    const others = neededNames(kind).filter((needed) => !identity.includes(needed))
    const identities = [...identity.map(inputOf), ...either]
    return [code(name), title, identities.join(', '), [...identities, ...others.map(inputOf)].join(', ')]
  })
}

function findingRows(): string[][] {
  return FINDING_CODE_NAMES.map((name) => {
    const { rank, why, fix } = FINDING_CODES[name]
    const ofIntake = rankOf(name, true)
    return [code(name), ofIntake === rank ? rank : `${rank}; ${ofIntake} for intake kinds`, why, fix]
  })
}

function inputOf(name: AttributeName): string {
  return code(fieldOf(name))
}

function listed(names: readonly string[]): string {
  return names.map(code).join(', ')
}

function code(text: string): string {
  return `\`${text}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}
