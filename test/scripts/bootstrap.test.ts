import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { onWindows } from '../support/platform.ts'

const lock = (version: string) =>
  JSON.stringify({
    packages: { '': {}, 'node_modules/a': { version }, 'node_modules/elsewhere': { version: '1.0.0', optional: true } },
  })
const installed = (version: string) => JSON.stringify({ packages: { 'node_modules/a': { version } } })

// Stands in for npm, so that no test needs a registry.
const npm = `
const fs = require('node:fs')
fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
console.log('npm talks'); console.error('npm complains')
if (fs.existsSync('npm-fails')) process.exit(7)
fs.mkdirSync('node_modules', { recursive: true })
const { packages: { 'node_modules/a': a } } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
setTimeout(() => fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': a } })), 300)
`

let root: string
beforeEach(async () => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bootstrap-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(path.join(root, 'scripts'))
  await copyFile(
    path.resolve(import.meta.dirname, '../../scripts/bootstrap.mjs'),
    path.join(root, 'scripts/bootstrap.mjs'),
  )
  writeFileSync(path.join(root, 'npm-cli.js'), npm)
  writeFileSync(path.join(root, 'package-lock.json'), lock('1.0.0'))
})

function start(source: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  writeFileSync(path.join(root, 'scripts/it.ts'), source)
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'scripts/it.ts', ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      SystemRoot: process.env['SystemRoot'],
      npm_execpath: path.join(root, 'npm-cli.js'),
      ...env,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function ended(child: ChildProcessWithoutNullStreams) {
  const closed = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (...how) => resolve(how)),
  )
  const [stdout, stderr, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { stdout, stderr, code, signal }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const installs = () => {
  const log = path.join(root, 'npm.log')
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
}
const print = 'console.log(JSON.stringify(process.argv.slice(2)) as string)'

describe('installing', () => {
  test('happens once, leaves standard output to the script, and is noted on standard error', async () => {
    const first = await ended(start(print, ['a', 'b c', '--d']))
    expect(first).toMatchObject({ stdout: '["a","b c","--d"]\n', code: 0 })
    expect(first.stderr).toMatch(/^Installing what package-lock\.json locks \(npm ci, once\) …\n/)
    expect(await ended(start(print))).toMatchObject({ stdout: '[]\n', stderr: '', code: 0 })
    expect(installs()).toEqual(['ci --ignore-scripts --no-audit --no-fund --include=dev --include=optional'])
  })

  test('happens again when the lockfile has changed', async () => {
    await ended(start(print))
    writeFileSync(path.join(root, 'package-lock.json'), lock('1.0.1'))
    await ended(start(print))
    await ended(start(print))
    expect(installs()).toHaveLength(2)
  })

  test('does not happen after an npm ci by hand', async () => {
    mkdirSync(path.join(root, 'node_modules'))
    writeFileSync(path.join(root, 'node_modules/.package-lock.json'), installed('1.0.0'))
    expect(await ended(start(print))).toMatchObject({ stdout: '[]\n', stderr: '', code: 0 })
    expect(installs()).toEqual([])
  })

  test('happens once for two that start together', async () => {
    const both = await Promise.all([ended(start(print)), ended(start(print))])
    expect(both).toMatchObject([{ code: 0 }, { code: 0 }])
    expect(installs()).toHaveLength(1)
  })

  test('does not wait for one that died', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(path.join(root, '.installing'), String(pid))
    expect(await ended(start(print))).toMatchObject({ code: 0 })
    expect(existsSync(path.join(root, '.installing'))).toBe(false)
  })

  test('that fails shows what npm said, and the script does not run', async () => {
    writeFileSync(path.join(root, 'npm-fails'), '')
    const { stdout, stderr, code } = await ended(start(print))
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(stderr).toContain('npm talks')
    expect(stderr).toContain('npm complains')
    expect(stderr).toMatch(/\nnpm ci ended with 7; its output is above\.\n$/)
    expect(existsSync(path.join(root, '.installing'))).toBe(false)
  })
})

describe('running', () => {
  beforeEach(() => {
    mkdirSync(path.join(root, 'node_modules'))
    writeFileSync(path.join(root, 'node_modules/.package-lock.json'), installed('1.0.0'))
  })

  test('node_modules/.bin comes first in PATH, and NODE_OPTIONS stays behind', async () => {
    const source =
      'console.log(process.env.PATH?.split(process.platform === "win32" ? ";" : ":")[0], process.env.NODE_OPTIONS)'
    const { stdout } = await ended(start(source, [], { NODE_OPTIONS: '--max-old-space-size=300' }))
    expect(stdout).toBe(`${path.join(root, 'node_modules/.bin')} undefined\n`)
  })

  test('the exit code is the script’s', async () => {
    expect(await ended(start('process.exitCode = 42'))).toMatchObject({ code: 42, signal: null })
  })

  test.skipIf(onWindows)('the signal that ends the script ends the start as well', async () => {
    expect(await ended(start('process.kill(process.pid, "SIGKILL")'))).toMatchObject({ code: null, signal: 'SIGKILL' })
  })

  test.skipIf(onWindows)('SIGTERM reaches the script, which decides how it ends', async () => {
    const polite = 'process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000); console.log(process.pid)'
    const child = start(polite)
    const end = ended(child)
    const pid = await new Promise<string>((resolve) => child.stdout.once('data', (line) => resolve(String(line))))
    child.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 5, signal: null })
    expect(isAlive(Number(pid))).toBe(false)
  })

  test('this Node 24 runs it when no package brings one', async () => {
    expect(await ended(start('console.log(process.execPath)'))).toMatchObject({ stdout: `${process.execPath}\n` })
  })

  test('the Node of the package for this platform runs it', async () => {
    const bin = path.join(root, `node_modules/node-${onWindows ? 'win' : process.platform}-${process.arch}/bin`)
    mkdirSync(bin, { recursive: true })
    await copyFile(process.execPath, path.join(bin, onWindows ? 'node.exe' : 'node'))
    const { stdout } = await ended(start('console.log(process.execPath)'))
    expect(path.dirname(stdout)).toBe(bin)
  })

  test('without a script there is a line that says how it is called', async () => {
    const child = spawn(process.execPath, [path.join(root, 'scripts/bootstrap.mjs')])
    expect(await ended(child)).toMatchObject({
      code: 1,
      stderr: 'usage: node scripts/bootstrap.mjs <script.ts> [arguments…]\n',
    })
  })
})
