import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../support/action-manifest.ts'

const sources = new Map(
  readdirSync(path.join(repositoryRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort()
    .map((name) => [name, readFileSync(path.join(repositoryRoot, 'src', name), 'utf8')]),
)

interface Import {
  readonly of: string
  /** Imported when the module is loaded, and not only for its types. */
  readonly eager: boolean
}

/** Everything that a module imports: files by their path below src/, packages by their name. */
function importsOf(name: string): Import[] {
  const source = sources.get(name) ?? ''
  const fixed = [...source.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/gm)]
  const bare = [...source.matchAll(/^import\s+'([^']+)'/gm)]
  const lazy = [...source.matchAll(/\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?'([^']+)'\s*\)/g)]
  const written = source.match(/\bimport\(/g) ?? []
  if (lazy.length !== written.length)
    throw new Error(`${name} imports something on demand in a way that is not read here`)
  const resolved = (target: string) =>
    target.startsWith('.') ? path.posix.join(path.posix.dirname(name), target) : target
  return [
    ...fixed.map((match) => ({ of: resolved(match[2] ?? ''), eager: match[1] === undefined })),
    ...bare.map((match) => ({ of: resolved(match[1] ?? ''), eager: true })),
    ...lazy.map((match) => ({ of: resolved(match[1] ?? ''), eager: false })),
  ]
}

/** Below what a module may import, by the place where it lies; a place may always import what lies in itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['main.ts', 'clock.ts', 'failure.ts'],
  'main.ts': ['connection.ts', 'action', 'operations', 'identity', 'datadog', 'mappings', 'clock.ts', 'failure.ts'],
  'connection.ts': ['identity', 'datadog', 'mappings', 'clock.ts', 'failure.ts'],
  action: ['operations', 'identity', 'datadog', 'mappings', 'clock.ts', 'failure.ts'],
  operations: ['identity', 'datadog', 'mappings', 'clock.ts', 'failure.ts'],
  identity: ['datadog', 'mappings', 'clock.ts', 'failure.ts'],
  datadog: ['mappings', 'clock.ts', 'failure.ts'],
  mappings: [],
  'clock.ts': [],
  'failure.ts': [],
}

const placeOf = (name: string) => name.split('/')[0] ?? name

describe('imports', () => {
  test('run downwards', () => {
    const upwards = [...sources.keys()].flatMap((name) => {
      const place = placeOf(name)
      const allowed = [place, ...(BELOW[place] ?? [])]
      return importsOf(name)
        .filter(({ of }) => sources.has(of) && !allowed.includes(placeOf(of)))
        .map(({ of }) => `${name} imports ${of}`)
    })
    expect(upwards).toEqual([])
  })

  test('go to files that are there', () => {
    const missing = [...sources.keys()].flatMap((name) =>
      importsOf(name)
        .filter(({ of }) => of.endsWith('.ts') && !of.endsWith('.d.ts') && !sources.has(of))
        .map(({ of }) => `${name}: ${of}`),
    )
    expect(missing).toEqual([])
  })

  test('make no circle', () => {
    const done = new Set<string>()
    const visit = (name: string, way: readonly string[]): void => {
      if (way.includes(name)) throw new Error([...way.slice(way.indexOf(name)), name].join(' → '))
      if (done.has(name)) return
      for (const { of } of importsOf(name)) if (sources.has(of)) visit(of, [...way, name])
      done.add(name)
    }
    for (const name of sources.keys()) visit(name, [])
  })

  test('of @actions packages are at the edge alone', () => {
    const users = [...sources.keys()].filter((name) => importsOf(name).some(({ of }) => of.startsWith('@actions/')))
    const edge = ['action', 'main.ts', 'index.ts']
    expect(users.filter((name) => !edge.includes(placeOf(name)))).toEqual([])
  })

  test('of undici are in the folder of the wire alone', () => {
    const users = [...sources.keys()].filter((name) => importsOf(name).some(({ of }) => /^undici(?:\/|$)/.test(of)))
    expect(users.filter((name) => placeOf(name) !== 'datadog')).toEqual([])
  })

  test('of Node in the domain, lazy ones too, do no I/O', () => {
    const pure = ['node:crypto']
    const users = [...sources.keys()]
      .filter((name) => placeOf(name) === 'mappings')
      .flatMap((name) => importsOf(name).flatMap(({ of }) => (of.startsWith('node:') ? [`${name} imports ${of}`] : [])))
    expect(users.filter((line) => !pure.some((of) => line.endsWith(` ${of}`)))).toEqual([])
  })

  test('of packages are lazy in the domain', () => {
    const eager = [...sources.keys()]
      .filter((name) => placeOf(name) === 'mappings')
      .flatMap((name) =>
        importsOf(name)
          .filter(({ of, eager }) => eager && !of.endsWith('.ts'))
          .map(({ of }) => `${name} imports ${of}`),
      )
    expect(eager.filter((line) => !/ (?:node:crypto|zod\/mini)$/.test(line))).toEqual([])
  })
})

test('time and chance come from the clock alone', () => {
  const bare = /\bset(?:Timeout|Interval)\(|\bDate\.now\b|\bMath\.random\b|\bnew Date\(\)|\bperformance\.now\b/
  const allowed = ['clock.ts']
  const users = [...sources].filter(([name, source]) => !allowed.includes(name) && bare.test(source))
  expect(users.map(([name]) => name)).toEqual([])
})

test('everything that is exported says what it promises', () => {
  const bare = [...sources].flatMap(([name, source]) => {
    const lines = source.split('\n')
    return lines.flatMap((line, index) => {
      const exported = /^export (?:async )?(?:abstract )?(?:function|const|class|type|interface|enum)\b/.test(line)
      const isTold = (lines[index - 1] ?? '').trimEnd().endsWith('*/')
      return exported && !isTold ? [`${name}:${index + 1} ${line}`] : []
    })
  })
  expect(bare).toEqual([])
})

test('no two exported things have one name', () => {
  const files = new Map<string, string[]>()
  for (const [file, source] of sources)
    for (const [, name = ''] of source.matchAll(/^export (?:async )?(?:function|const|class|type|interface) (\w+)/gm))
      files.set(name, [...(files.get(name) ?? []), file])
  expect([...files].filter(([, { length }]) => length > 1)).toEqual([])
})

test('every file can be read in one go', () => {
  const long = [...sources].filter(([, source]) => source.split('\n').length > 350)
  expect(long.map(([name]) => name)).toEqual([])
})

describe('the tree', () => {
  const skipped = new Set(['node_modules', '.git', 'build'])
  const files = walk(repositoryRoot)

  function walk(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (skipped.has(entry.name)) return []
      const file = path.join(folder, entry.name)
      return entry.isDirectory() ? walk(file) : [file]
    })
  }

  test.each([
    ['what lies beside it', /\.\.\/shared\b/, ['.ci/run', 'test/contract/sources.test.ts']],
    [
      'the host of a package registry',
      /registry\.(?:npmjs|yarnpkg)\.|npm\.pkg\.github/,
      ['test/contract/sources.test.ts'],
    ],
  ] as const)('speaks nowhere of %s', (_what, pattern, except) => {
    const allowed: readonly string[] = except
    const speaking = files
      .filter((file) => !file.endsWith('.png') && pattern.test(readFileSync(file, 'utf8')))
      .map((file) => path.relative(repositoryRoot, file).replaceAll(path.sep, '/'))
    expect(speaking.filter((file) => !allowed.includes(file))).toEqual([])
  })
})
