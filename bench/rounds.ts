import { type Command, measure, type Usage } from './process.ts'

/** The medians of what the processes of one command took. */
export type Medians = Required<Usage>

/**
 * Measures commands in rounds, each once per round and another one first each time, so that what slows the machine down for a
 * while slows all of them down. `check` is called after each run.
 */
export async function interleaved<Name extends string>(
  commands: Readonly<Partial<Record<Name, Command>>>,
  rounds: number,
  check: (name: Name) => void | Promise<void> = () => undefined,
): Promise<Record<Name, Medians>> {
  const names = Object.keys(commands) as Name[]
  const samples = new Map<Name, Usage[]>(names.map((name) => [name, []]))
  // The first round is not counted: it fills the caches of the file system.
  for (let round = -1; round < rounds; round++) {
    for (let place = 0; place < names.length; place++) {
      const name = names[(place + round + 1) % names.length] as Name
      const usage = await measure(commands[name] as Command)
      await check(name)
      if (round >= 0) samples.get(name)?.push(usage)
    }
  }
  return Object.fromEntries([...samples].map(([name, usages]) => [name, mediansOf(usages)])) as Record<Name, Medians>
}

/** The middle one of the numbers; NaN when there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

function mediansOf(usages: readonly Usage[]): Medians {
  const of = (name: keyof Usage) => median(usages.flatMap((usage) => usage[name] ?? []))
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory') }
}
