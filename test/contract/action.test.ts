import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  INPUT_GROUPS,
  INPUT_NAMES,
  type InputName,
  inputRow,
  OTHER_NAMES,
} from '../../src/action/inputs/input-table.ts'
import { OUTPUT_GROUPS } from '../../src/action/report/outputs.ts'
import { LARGEST_PAGE } from '../../src/datadog/authn-pages.ts'
import { fieldOf, NAME_FIELDS } from '../../src/mappings/attributes.ts'
import { ALL_KINDS, writtenNames } from '../../src/mappings/kinds.ts'
import { KIND_NAMES } from '../../src/mappings/mapping.ts'
import { OPERATION_NAMES } from '../../src/operations/request.ts'
import { readActionManifest, readGroups, repositoryRoot } from '../support/action-manifest.ts'

const manifest = readActionManifest()
const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8')
const packageJson = JSON.parse(read('package.json')) as {
  engines: { node: string }
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
/** What a column of the input table has, for the inputs that have it. */
const column = <T>(pick: (row: ReturnType<typeof inputRow>) => T | undefined): [InputName, T][] =>
  INPUT_NAMES.flatMap((name) => {
    const value = pick(inputRow(name))
    return value === undefined ? [] : [[name, value]]
  })
const DEFAULTS = Object.fromEntries(column((row) => row.default))
const VARIABLES = column((row) => row.env)
const input = (name: string) => manifest.inputs.find((declared) => declared.name === name)?.description ?? ''

describe('action.yml', () => {
  test('declares the inputs and outputs that the code has, in the same order', () => {
    expect(manifest.inputs.map(({ name }) => name)).toEqual(INPUT_NAMES)
    expect(manifest.outputs.map(({ name }) => name)).toEqual(Object.values(OUTPUT_GROUPS).flat())
  })

  test('puts them into the groups of the code, each after a comment line with its name', () => {
    const names = Object.entries(INPUT_GROUPS).map(([group, rows]) => [group, Object.keys(rows)])
    expect(Object.entries(readGroups('inputs'))).toEqual(names)
    expect(Object.entries(readGroups('outputs'))).toEqual(Object.entries(OUTPUT_GROUPS))
  })

  test('names every operation and kind, and nothing that is none', () => {
    expect(codes(input('operation'))).toEqual([...OPERATION_NAMES])
    expect(new Set(codes(input('kind')))).toEqual(new Set([...KIND_NAMES, 'all']))
  })

  test('leaves the defaults to the code, which an environment variable may come before', () => {
    expect(manifest.inputs.filter((declared) => declared.default !== undefined).map(({ name }) => name)).toEqual([])
  })

  test.each(Object.entries(DEFAULTS))('says that the default of %s is %s', (name, value) => {
    expect(input(name)).toContain(`Default: \`${value}\``)
  })

  test('says how long a page of AuthN mappings is, at most and by default', () => {
    expect(input('page-size')).toContain(`at most ${LARGEST_PAGE}. Default: ${LARGEST_PAGE}.`)
  })

  test('says of no other input that its default is this or that value', () => {
    const claimed = manifest.inputs.filter(({ description }) => /Default: `[^`]+`(?=[.;]|$)/.test(description))
    // What depends on other inputs is decided where they are known.
    const own = ['page-size', 'oidc-audience', 'if-exists']
    expect(claimed.map(({ name }) => name).filter((name) => !(name in DEFAULTS) && !own.includes(name))).toEqual([])
  })

  test.each(VARIABLES)('says which environment variables stand in for %s, first one first', (name, variables) => {
    const told = /Falls back to (.*?)\./.exec(input(name))?.[1] ?? ''
    expect(codes(told)).toEqual([...variables])
  })

  test('speaks of environment variables only where the code reads them', () => {
    const claimed = manifest.inputs.filter(({ description }) => description.includes('Falls back'))
    expect(new Set(claimed.map(({ name }) => name))).toEqual(new Set(VARIABLES.map(([name]) => name)))
  })

  test('describes every input and output with whole sentences', () => {
    for (const { name, description } of [...manifest.inputs, ...manifest.outputs])
      expect(description, name).toMatch(/^[A-Z`](.|\n)*\.$/)
  })

  test('fits the Marketplace', () => {
    const { name, description, branding } = parse(read('action.yml')) as {
      name: string
      description: string
      branding: { icon: string; color: string }
    }
    expect(name.length).toBeLessThan(60)
    expect(description.length).toBeLessThan(125)
    expect(branding).toEqual({ icon: expect.any(String), color: expect.any(String) })
  })

  test('runs a script that is there', () => {
    expect(existsSync(manifest.main)).toBe(true)
  })
})

/** The sources of a folder in one text, but for one file. */
const sourcesOf = (folder: string, except: string) =>
  readdirSync(path.join(repositoryRoot, folder))
    .filter((file) => file !== except)
    .map((file) => read(path.join(folder, file)))
    .join('\n')

describe('the code', () => {
  test('reads every input', () => {
    const sources = sourcesOf('src/action/inputs', 'input-table.ts') + sourcesOf('src/action/report', '')
    const ofMappings: readonly string[] = [...NAME_FIELDS, ...ALL_KINDS.flatMap(writtenNames).map(fieldOf)]
    const unread = INPUT_NAMES.filter((name) => !ofMappings.includes(name) && !sources.includes(`'${name}'`))
    expect(unread).toEqual([])
  })

  test('sets every output', () => {
    const sources = sourcesOf('src/action/report', '')
    const isSet = (name: string) => new RegExp(`(?:set|setFile|setLists|#put)\\(\\s*'${name}'`).test(sources)
    expect(
      Object.values(OUTPUT_GROUPS)
        .flat()
        .filter((name) => !isSet(name)),
    ).toEqual([])
  })
})

describe('versions', () => {
  test('the Node of the runner, of the scripts and of the types are one', () => {
    const major = /^node(\d+)$/.exec(manifest.using)?.[1]
    expect(read('.node-version').trim()).toMatch(new RegExp(`^${major}\\.`))
    expect(packageJson.devDependencies['@types/node']).toMatch(new RegExp(`^${major}\\.`))
    const bundled = Object.entries(packageJson.optionalDependencies).filter(([name]) => name.startsWith('node-'))
    expect(bundled.map(([, version]) => version)).toEqual(bundled.map(() => read('.node-version').trim()))
    expect(Number(/\d+/.exec(packageJson.engines.node)?.[0])).toBeLessThanOrEqual(Number(major))
  })
})

test('names that people give instead of an input lead to an input, and are none themselves', () => {
  for (const [other, name] of Object.entries(OTHER_NAMES)) {
    expect(INPUT_NAMES).toContain(name)
    expect(INPUT_NAMES as readonly string[]).not.toContain(other)
  }
})

function codes(text: string): string[] {
  return [...text.replace(/Default:.*/s, '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
}
