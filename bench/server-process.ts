import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** What arrived since it was last asked for, and the milliseconds from the first write until the last one was answered. */
export interface Traffic {
  readonly connections: number
  readonly requests: number
  readonly writes: number
  readonly writingMs: number
}

/** The loopback server, in a process of its own. */
export interface LoopbackServer {
  /** The address at which there are so many live mappings. */
  url(count: number): string
  /** What arrived there since the last time. */
  traffic(count: number): Promise<Traffic>
  close(): void
}

/** Starts the server for each of these counts of live mappings. */
export async function startServer(counts: readonly number[]): Promise<LoopbackServer> {
  const script = path.join(import.meta.dirname, 'server.ts')
  const child = spawn(process.execPath, [script, ...counts.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await Promise.race([
    createInterface(child.stdout)
      [Symbol.asyncIterator]()
      .next()
      .then(({ value }) => [value as string]),
    new Promise<never>((_, reject) => {
      child.on('exit', (code) => reject(new Error(`the loopback server ended with ${code}`)))
    }),
  ])
  const urls = JSON.parse(line ?? '{}') as Record<string, string>
  const url = (count: number) => {
    const found = urls[count]
    if (found === undefined) throw new Error(`the loopback server has no address for ${count} mappings`)
    return found
  }
  return {
    url,
    traffic: async (count) => (await (await fetch(`${url(count)}/traffic`)).json()) as Traffic,
    close: () => void child.kill(),
  }
}
