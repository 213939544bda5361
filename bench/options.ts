import { parseArgs } from 'node:util'

/** What the benchmark is asked for. */
export interface Options {
  readonly rounds: number
  /** Numbers of mappings for the part about scale; empty leaves it out. */
  readonly sizes: readonly number[]
  readonly form: 'table' | 'json' | 'markdown'
}

/** How the benchmark is called. */
export const USAGE = `usage: npm run bench -- [--rounds N] [--sizes 100,1000,10000] [--json | --markdown]
  --rounds N    rounds of which the medians are taken, default 21; the part about scale makes a third of them
  --sizes LIST  numbers of mappings for the part about scale, default 100,1000,10000; 0 leaves it out
  --json        everything that was measured, for machines
  --markdown    the tables of docs/comparison.md`

/**
 * Reads the arguments.
 * @throws Error that says what is wrong with them.
 */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '21' },
      sizes: { type: 'string', default: '100,1000,10000' },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds} is not a number of rounds`)
  const sizes = values.sizes.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 0 || size > 100_000))
    throw new Error(`--sizes ${values.sizes} is not a list of numbers up to 100000`)
  if (values.json && values.markdown) throw new Error('--json and --markdown exclude each other')
  const form = values.json ? 'json' : values.markdown ? 'markdown' : 'table'
  return { rounds, sizes: sizes.filter((size) => size > 0), form }
}
