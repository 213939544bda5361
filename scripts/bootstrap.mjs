// Runs a TypeScript file of this repository on Node 24, after installing what package-lock.json locks:
//   node scripts/bootstrap.mjs <script.ts> [arguments…]
// Needs Node 20 and npm, and prints nothing on standard output: that belongs to the script.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = path.resolve(fileURLToPath(import.meta.url), '../..')
const modules = path.join(root, 'node_modules')
const lock = path.join(root, '.installing')
const windows = process.platform === 'win32'
const nodePackage = `node-${windows ? 'win' : process.platform}-${process.arch}`

function fail(line) {
  console.error(line)
  process.exit(1)
}

/** Whether npm installed what is locked; packages for other platforms may be absent. */
function isInstalled() {
  const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})
  const locked = packagesIn(path.join(root, 'package-lock.json'))
  const installed = packagesIn(path.join(modules, '.package-lock.json'))
  const isOptional = ({ optional, devOptional }) => optional || devOptional
  const needed = Object.keys(locked).filter((name) => name.endsWith(`/${nodePackage}`) || !isOptional(locked[name]))
  const names = [...needed.filter((name) => name !== ''), ...Object.keys(installed)]
  return names.every((name) => installed[name]?.version === locked[name]?.version)
}

/** Takes the lock unless a start has it that is alive, and has had it for less than ten minutes. */
function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') fail(`The packages cannot be installed here: ${error.message}`)
  }
  try {
    const isOld = Date.now() - statSync(lock).mtimeMs > 600_000
    if (isOld) rmSync(lock, { force: true })
    else process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') rmSync(lock, { force: true })
  }
  return false
}

/** Runs a program to its end; it gets the signals that this process gets, unless the terminal sends them to both. */
function run(command, args, options) {
  const child = spawn(command, args, options)
  const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  child.on('error', (error) => fail(`${command} could not be started: ${error.message}`))
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })))
}

async function install() {
  console.error('Installing what package-lock.json locks (npm ci, once) …')
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  // `npm run` puts node_modules/.bin/node first in PATH, which `npm ci` deletes.
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env
  const [npm, ...args] = cli ? [node, cli, 'ci', ...flags] : ['npm', 'ci', ...flags]
  const { code } = await run(npm, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows && !cli })
  if (code !== 0) fail(`npm ci ended with ${code}; its output is above.`)
}

const [script, ...args] = process.argv.slice(2)
if (script === undefined) fail('usage: node scripts/bootstrap.mjs <script.ts> [arguments…]')
while (!isInstalled() && !takeLock()) await sleep(200)
if (!isInstalled()) await install().finally(() => rmSync(lock, { force: true }))
const bundled = path.join(modules, nodePackage, 'bin', windows ? 'node.exe' : 'node')
const node = existsSync(bundled) ? bundled : process.execPath
if (node !== bundled && !process.versions.node.startsWith('24.')) fail(`Node 24 is needed, this is ${process.version}.`)
process.env.PATH = [path.join(modules, '.bin'), process.env.PATH].join(path.delimiter)
delete process.env.NODE_OPTIONS
const { code, signal } = await run(node, [path.resolve(root, script), ...args], { stdio: 'inherit' })
signal && !windows ? process.removeAllListeners(signal).kill(process.pid, signal) : process.exit(code ?? 1)
