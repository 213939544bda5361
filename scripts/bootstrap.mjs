#!/usr/bin/env node
// Runs a TypeScript file of this repository on Node 24, after installing what package-lock.json locks when that is not there yet:
//   node scripts/bootstrap.mjs <script.ts> [arguments…]
// Needs nothing but Node 20 and npm, and prints nothing on standard output: that belongs to the script.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.bootstrap-stamp')
const nodePackage = `node-${{ win32: 'win', sunos: 'sunos' }[process.platform] ?? process.platform}-${process.arch}`
const installCommand = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional']

const lockFolder = path.join(
  os.tmpdir(),
  `npm-ci-${createHash('sha256').update(root).digest('hex').slice(0, 16)}-${process.getuid?.() ?? 'user'}`,
)
const heartbeatMs = 1_000
const staleMs = 15_000

function note(line) {
  process.stderr.write(`${line}\n`)
}

class Refusal extends Error {}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function stamp() {
  const locked = readText(path.join(root, 'package-lock.json'))
  const installed = readText(path.join(modules, '.package-lock.json'))
  return `${process.platform}-${process.arch} ${createHash('sha256').update(locked).update(installed).digest('hex')}\n`
}

/** Compares what npm says it installed with what is locked; packages for other platforms may be absent. */
function installedAsLocked() {
  let locked
  let installed
  try {
    locked = JSON.parse(readText(path.join(root, 'package-lock.json'))).packages
    installed = JSON.parse(readText(path.join(modules, '.package-lock.json'))).packages
  } catch {
    return false
  }
  const sameVersion = (name) => installed[name]?.version === locked[name]?.version
  const needed = (name) => {
    const entry = locked[name]
    return name !== '' && ((!entry.optional && !entry.devOptional) || name === `node_modules/${nodePackage}`)
  }
  return Object.keys(installed).every(sameVersion) && Object.keys(locked).filter(needed).every(sameVersion)
}

function isInstalled() {
  const expected = stamp()
  if (readText(stampFile) === expected) return true
  if (!installedAsLocked()) return false
  writeStamp()
  return true
}

function writeStamp() {
  try {
    mkdirSync(modules, { recursive: true })
    writeFileSync(stampFile, stamp())
  } catch {
    // Without the stamp (a read-only checkout) the next start compares again.
  }
}

/** Runs `work` while no other process of this checkout does; a holder that died is noticed by its missing heartbeat. */
async function alone(work) {
  for (;;) {
    try {
      mkdirSync(lockFolder)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    let age = 0
    try {
      age = Date.now() - statSync(lockFolder).mtimeMs
    } catch {
      continue
    }
    if (age > staleMs) {
      const grave = `${lockFolder}-${process.pid}`
      try {
        renameSync(lockFolder, grave)
      } catch {
        // Another process was faster.
      }
      rmSync(grave, { recursive: true, force: true })
    } else {
      await sleep(200)
    }
  }
  const release = () => rmSync(lockFolder, { recursive: true, force: true })
  const heartbeat = setInterval(() => {
    try {
      utimesSync(lockFolder, new Date(), new Date())
    } catch {
      // The folder is made again by whoever needs it next.
    }
  }, heartbeatMs)
  process.on('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    process.off('exit', release)
    release()
  }
}

/** Starts a child that gets the signals that this process gets, and tells how it ended. */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options)
    let output = ''
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    let lastResort
    const forward = (signal) => {
      // The terminal has sent a Ctrl-C to the child as well; a second one would cut its clean end short.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal)
      lastResort ??= setTimeout(() => child.kill('SIGKILL'), 15_000).unref()
    }
    // npm runs scripts in a shell that passes no signal on: when that shell is gone, npm was asked to stop.
    const parent = process.ppid
    const watch = setInterval(() => {
      if (!process.env.npm_lifecycle_event || process.ppid === parent) return
      clearInterval(watch)
      forward('SIGTERM')
    }, 250).unref()
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const killChild = () => child.kill('SIGKILL')
    for (const signal of signals) process.on(signal, forward)
    process.on('exit', killChild)
    const settle = (end, value) => {
      clearTimeout(lastResort)
      clearInterval(watch)
      for (const signal of signals) process.off(signal, forward)
      process.off('exit', killChild)
      end(value)
    }
    child.on('error', (error) => settle(reject, error))
    child.on('close', (code, signal) => settle(resolve, { code, signal, output }))
  })
}

function npm() {
  const options = {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_loglevel: 'notice' },
  }
  for (const name of ['NODE_OPTIONS', 'NODE_ENV', 'npm_config_dry_run', 'npm_config_global', 'npm_config_omit']) {
    delete options.env[name]
  }
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli) && existsSync(cli)) {
    // `npm run` puts node_modules/.bin/node first in PATH, which `npm ci` is about to delete.
    const own = process.env.npm_node_execpath
    const node = own && existsSync(own) ? own : process.execPath
    return run(node, [cli, ...installCommand], options)
  }
  return run('npm', installCommand, { ...options, shell: process.platform === 'win32' })
}

async function install() {
  await alone(async () => {
    if (isInstalled()) return
    note('Installing what package-lock.json locks (npm ci, once) …')
    let result
    try {
      result = await npm()
    } catch (error) {
      throw new Refusal(
        `npm could not be started (${error.message}). Install npm, or run \`npm ci --ignore-scripts\` yourself.`,
      )
    }
    if (result.signal || result.code === 130 || result.code === 143) await endLike(result)
    if (result.code !== 0) {
      note(result.output.trimEnd())
      throw new Refusal(
        `The locked packages could not be installed: npm ci ended with code ${result.code}; its output is above.`,
      )
    }
    writeStamp()
  })
}

function node24() {
  const bundled = path.join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(bundled)) return bundled
  if (process.versions.node.startsWith('24.')) return process.execPath
  throw new Refusal(
    `Node 24 is needed, this is ${process.version}, and no package brings one for ${process.platform} ${process.arch}: ` +
      'install Node 24 (https://nodejs.org/en/download) and put it first in PATH.',
  )
}

function scriptEnvironment() {
  const env = { ...process.env }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[pathName] = [path.join(modules, '.bin'), env[pathName]].filter(Boolean).join(path.delimiter)
  // Options meant for another Node could stop this one from starting, or reach the processes that the tests start.
  delete env.NODE_OPTIONS
  return env
}

/** Ends this process as its child ended: same exit code, or same signal. */
function endLike({ code, signal }) {
  if (signal && process.platform !== 'win32') {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
    return sleep(1_000).then(() => process.exit(1))
  }
  process.exit(code ?? 1)
}

const [script, ...args] = process.argv.slice(2)
try {
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new Refusal(`Node 20 or newer is needed, this is ${process.version}.`)
  if (!script) throw new Refusal('usage: node scripts/bootstrap.mjs <script.ts> [arguments…]')
  if (!isInstalled()) await install()
  const nodeArguments = ['--disable-warning=ExperimentalWarning', path.resolve(root, script), ...args]
  await endLike(await run(node24(), nodeArguments, { cwd: process.cwd(), stdio: 'inherit', env: scriptEnvironment() }))
} catch (error) {
  note(error instanceof Refusal ? error.message : String(error.stack))
  process.exit(1)
}
