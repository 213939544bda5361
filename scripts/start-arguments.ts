import type { DeclaredInput } from '../test/support/action-manifest.ts'

/** A mistake of the person at the keyboard; the message is for them. */
export class UsageError extends Error {}

/** What `npm start -- …` was asked for. */
export interface StartArguments {
  inputs: Record<string, string>
  seed: string | undefined
  debug: boolean
  help: boolean
}

/** Reads `--name value` and `--name=value` for every declared input, `--seed FILE`, `--debug` and `--help`; throws a UsageError. */
export function parseStartArguments(args: readonly string[], declared: readonly DeclaredInput[]): StartArguments {
  const names = declared.map(({ name }) => name)
  const parsed: StartArguments = { inputs: {}, seed: undefined, debug: false, help: false }
  const rest = [...args]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (!argument.startsWith('--')) {
      if (argument === '-h') parsed.help = true
      else throw new UsageError(`${argument}: expected --name value. ${listed(names)}`)
      continue
    }
    const equals = argument.indexOf('=')
    const name = argument.slice(2, equals < 0 ? undefined : equals)
    if (name === 'help' || name === 'debug') {
      parsed[name] = true
      continue
    }
    if (name !== 'seed' && !names.includes(name))
      throw new UsageError(`--${name} is not an input of this action. ${listed(names)}`)
    const value = equals < 0 ? rest.shift() : argument.slice(equals + 1)
    if (value === undefined || (equals < 0 && value.startsWith('--'))) {
      throw new UsageError(`--${name} needs a value; write --${name}=… for one that starts with --.`)
    }
    if (name === 'seed') parsed.seed = value
    else parsed.inputs[name] = value
  }
  if (parsed.seed !== undefined && Object.keys(parsed.inputs).length === 0) {
    throw new UsageError('--seed goes with the inputs of one step, for example --operation list.')
  }
  return parsed
}

function listed(names: readonly string[]): string {
  return `Inputs: ${names.map((name) => `--${name}`).join(' ')}; also --seed FILE, --debug, --help.`
}

/** The help text. */
export function usage(declared: readonly DeclaredInput[]): string {
  const width = Math.max(...declared.map(({ name }) => name.length)) + 2
  return [
    'npm start                                the steps of a release, against an emulated Datadog',
    'npm start -- --operation list […]        one step with the given inputs, against an emulated Datadog of its own',
    'npm start -- --api-url URL […]           one step against an emulated Datadog that stays, with any keys',
    '  --seed FILE   what the emulated Datadog of the step holds at the start (JSON)',
    '  --debug       with debug logging',
    'With --site, the step asks Datadog itself, with keys of yours.',
    'npm run --silent emulator -- --help      how to start an emulated Datadog that stays, and what a seed is',
    '',
    'Inputs:',
    ...declared.map(({ name, description }) => `  --${name.padEnd(width)}${description.split('\n')[0]}`),
  ].join('\n')
}
