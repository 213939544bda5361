import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** What one process took from its start to its end: milliseconds, milliseconds of user and system together, and MiB at the peak. */
export interface Usage {
  readonly wall: number
  /** Absent for what is not Node. */
  readonly cpu?: number
  readonly memory?: number
}

/** A program to measure. */
export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
}

const HOOK = path.join(import.meta.dirname, 'usage-at-exit.cjs')

/** A Node script with its arguments to measure, run by the Node that runs the benchmark. */
export function nodeScript(script: readonly string[], env: Command['env'], cwd: string): Command {
  return { command: process.execPath, args: ['--require', HOOK, ...script], env, cwd }
}

/**
 * Runs a program to its end, its output read as the runner reads it.
 * @throws Error with what it printed, when it fails.
 */
export async function measure({ command, args, env, cwd }: Command): Promise<Usage> {
  const start = process.hrtime.bigint()
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const ended = new Promise<{ code: number | null; wall: number }>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, wall: Number(process.hrtime.bigint() - start) / 1e6 }))
  })
  const [out, err, usage] = [child.stdout, child.stderr, child.stdio[3]].map((stream) => textOf(stream as Readable))
  const { code, wall } = await ended
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${await out}${await err}`)
  const told = (await usage) || '{}'
  return { ...(JSON.parse(told) as Omit<Usage, 'wall'>), wall }
}

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) text += chunk
  return text
}
