import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

/** The root of this repository. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../..')

export interface DeclaredInput {
  name: string
  description: string
  required: boolean
  default: string | undefined
  deprecationMessage: string | undefined
}

/** An `action.yml` as far as the runner cares about it. */
export interface ActionManifest {
  name: string
  inputs: DeclaredInput[]
  outputs: { name: string; description: string }[]
  using: string
  /** Absolute path of the script that a step runs. */
  main: string
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}

/** Reads an action's manifest; throws when the file is missing or names no script to run. */
export function readActionManifest(file: string = path.join(repositoryRoot, 'action.yml')): ActionManifest {
  const manifest = record(parse(readFileSync(file, 'utf8')))
  const runs = record(manifest['runs'])
  const main = text(runs['main'])
  if (main === undefined) throw new Error(`${file} has no runs.main`)
  return {
    name: text(manifest['name']) ?? '',
    inputs: Object.entries(record(manifest['inputs'])).map(([name, value]) => {
      const input = record(value)
      return {
        name,
        description: text(input['description']) ?? '',
        required: input['required'] === true || input['required'] === 'true',
        default: text(input['default']),
        deprecationMessage: text(input['deprecationMessage']),
      }
    }),
    outputs: Object.entries(record(manifest['outputs'])).map(([name, value]) => ({
      name,
      description: text(record(value)['description']) ?? '',
    })),
    using: text(runs['using']) ?? '',
    main: path.resolve(path.dirname(file), main),
  }
}

/** The inputs or outputs of `action.yml` by the group that a comment line before them names, "# Group: what it is about". */
export function readGroups(section: 'inputs' | 'outputs'): Record<string, string[]> {
  const groups: Record<string, string[]> = {}
  let current: string[] | undefined
  const text = readFileSync(path.join(repositoryRoot, 'action.yml'), 'utf8')
  const lines = new RegExp(`^${section}:\n([\\s\\S]*?)(?=^\\w)`, 'm').exec(text)?.[1] ?? ''
  for (const [, group, name] of lines.matchAll(/^ {2}(?:# ([^:\n]+):.*|([\w-]+):)$/gm)) {
    if (group !== undefined) {
      current = []
      groups[group] = current
    } else if (name !== undefined) current?.push(name)
  }
  return groups
}

/** What the runner makes of a step's `with:`: the variables that the script sees and the warnings that the user sees. */
export interface EvaluatedInputs {
  variables: Record<string, string>
  warnings: string[]
}

/** Merges the given inputs with the declared defaults; names that nobody declared are passed on, with a warning. */
export function evaluateInputs(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  githubToken: string,
): EvaluatedInputs {
  const values = new Map(Object.entries(given))
  const givenNames = new Set([...values.keys()].map((name) => name.toLowerCase()))
  const warnings: string[] = []
  for (const input of manifest.inputs) {
    const isGiven = givenNames.has(input.name.toLowerCase())
    if (isGiven && input.deprecationMessage !== undefined) {
      warnings.push(`Input '${input.name}' has been deprecated with message: ${input.deprecationMessage}`)
    }
    if (!isGiven) values.set(input.name, evaluateDefault(input, githubToken))
  }
  const declared = new Set(manifest.inputs.map((input) => input.name.toLowerCase()))
  const unexpected = Object.keys(given).filter((name) => !declared.has(name.toLowerCase()))
  if (unexpected.length > 0) {
    const valid = manifest.inputs.map((input) => input.name).join("', '")
    warnings.push(`Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${valid}']`)
  }
  const variables: Record<string, string> = {}
  for (const [name, value] of values) variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value
  return { variables, warnings }
}

function evaluateDefault(input: DeclaredInput, githubToken: string): string {
  const value = (input.default ?? '').replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, githubToken)
  if (value.includes('${{'))
    throw new Error(`the default of ${input.name} has an expression that this runner does not know`)
  return value
}
