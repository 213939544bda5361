import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { repositoryRoot } from '../support/action-manifest.ts'
import { node24 } from '../support/step-environment.ts'

const dist = path.join(repositoryRoot, 'dist')

/** The files of a folder, by name; line ends as git keeps them. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort()
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')]),
  )
}

const committed = contents(dist)

describe('dist', () => {
  test('is what the sources build, wherever they and node_modules are: run npm run build, and commit dist', {
    timeout: 120_000,
  }, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'elsewhere-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of ['src', 'scripts', 'package.json'])
      cpSync(path.join(repositoryRoot, name), path.join(folder, name), { recursive: true })
    symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
    const build = spawnSync(node24(), [path.join(folder, 'scripts/build.ts')], { encoding: 'utf8' })
    expect(build.status, build.stderr).toBe(0)
    const built = contents(path.join(folder, 'dist'))
    expect(Object.keys(committed)).toEqual(Object.keys(built))
    // Not compared as texts: the report of a difference between megabytes would be as long.
    expect(Object.keys(built).filter((name) => built[name] !== committed[name])).toEqual([])
  })

  test.each([
    ['yaml', 'YAMLParseError'],
    ['re2js', 'RE2JSSyntaxException'],
    ['the AWS signer', 'SignatureV4'],
  ])('keeps %s out of what every step loads', (_what, trace) => {
    const holders = Object.keys(committed).filter((name) => committed[name]?.includes(trace))
    expect(holders).not.toContain('index.js')
    expect(holders).not.toEqual([])
  })

  test('keeps the client of GitHub out of what every step loads', () => {
    expect(committed['index.js']).not.toContain('Octokit')
  })

  test('copies few modules: import() with the same webpackChunkName what shares modules, see scripts/build.ts', () => {
    expect(bytesOfCopies()).toBeLessThan(100_000)
  })

  test('names no path of the machine that it was built on', () => {
    const places = [repositoryRoot, os.homedir(), os.tmpdir()].filter((place) => place.length > 4)
    const telling = Object.keys(committed).filter((name) => places.some((place) => committed[name]?.includes(place)))
    expect(telling).toEqual([])
  })

  test('comes with the licence of everything in it', () => {
    const packages = committed['licenses.txt']?.match(/^\S+@\d\S* \(.+\)$/gm) ?? []
    expect(packages.join('\n')).toMatch(/^undici@/m)
    expect(committed['licenses.txt']).not.toContain('comes without the text of its licence')
  })
})

/**
 * What ncc wrote more than once, because several files need it.
 * @throws when no module is found.
 */
function bytesOfCopies(): number {
  const found = new Set<string>()
  let bytes = 0
  for (const text of Object.values(committed)) {
    for (const module of text.split(/^\/\*{3}\/ (?=\d+:$)/m).slice(1)) {
      const id = module.slice(0, module.indexOf(':'))
      if (found.has(id)) bytes += module.length
      found.add(id)
    }
  }
  if (found.size === 0) throw new Error('ncc marks modules in another way')
  return bytes
}

describe('the archive that GitHub downloads for each job', () => {
  const archive = archiveOfWorkingTree()

  test('holds what a job needs, and nothing else', () => {
    const { stdout } = spawnSync('tar', ['-tf', '-'], { input: archive, encoding: 'utf8' })
    const files = stdout.split(/\r?\n/).filter((name) => name !== '' && !name.endsWith('/'))
    const bundle = Object.keys(committed).map((name) => `dist/${name}`)
    expect(files.sort()).toEqual(['LICENSE', 'README.md', 'action.yml', ...bundle].sort())
  })

  test('has at most 405 kB', () => {
    expect(gzipSync(archive).length).toBeLessThan(405_000)
  })
})

/** What `git archive` makes of the working tree once it is committed; the repository stays as it is. */
function archiveOfWorkingTree(): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'archive-'))
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const options = { cwd: repositoryRoot, env: { ...process.env, ...env }, maxBuffer: 100_000_000 }
    const { status, stdout, stderr } = spawnSync('git', args, options)
    if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`)
    return stdout
  }
  try {
    mkdirSync(path.join(folder, 'objects'))
    const env = {
      GIT_INDEX_FILE: path.join(folder, 'index'),
      GIT_OBJECT_DIRECTORY: path.join(folder, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: path.resolve(
        repositoryRoot,
        `${run(['rev-parse', '--git-path', 'objects'])}`.trim(),
      ),
    }
    run(['add', '--all'], env)
    return run(['archive', `${run(['write-tree'], env)}`.trim()], env)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
