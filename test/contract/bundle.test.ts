import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
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
  test('is what the sources build: run npm run build, and commit dist', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'build-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    mkdirSync(path.join(folder, 'node_modules/@vercel'), { recursive: true })
    const ncc = 'node_modules/@vercel/ncc'
    cpSync(path.join(repositoryRoot, ncc), path.join(folder, ncc), { recursive: true })
    const build = spawnSync(node24(), [path.join(repositoryRoot, 'scripts/build.ts'), folder], { encoding: 'utf8' })
    expect(build.status, build.stderr).toBe(0)
    const built = contents(path.join(folder, 'dist'))
    expect(Object.keys(committed)).toEqual(Object.keys(built))
    // Not compared as texts: a report of a difference between megabytes helps nobody.
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
