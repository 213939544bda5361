import type { GivenCredentials } from '../../datadog/credentials.ts'
import type { Secrets } from '../secrets.ts'
import type { InputReader } from './input-reader.ts'

const NAMES = ['api-key', 'app-key', 'bearer-token'] as const

type SecretName = (typeof NAMES)[number]

/** The secrets that the step gives, and those of the environment, which are only checked when they are used. */
export interface GivenSecrets {
  readonly step: GivenCredentials
  readonly environment: GivenCredentials
}

/** Registers every secret input and variable, and reads them; what is wrong with one that is used is collected in the reader. */
export function readSecrets(reader: InputReader, secrets: Secrets): GivenSecrets {
  for (const name of [...NAMES, 'github-token'] as const) {
    secrets.add(reader.raw(name))
    secrets.add(reader.variable(name)?.value ?? '')
  }
  const fromStep = (name: SecretName) => take(reader, name, reader.raw(name))
  const known = new Map<SecretName, string>()
  const fromEnvironment = (name: SecretName): string => {
    const variable = reader.variable(name)
    if (variable === undefined) return ''
    const value = known.get(name) ?? take(reader, `the environment variable ${variable.name}`, variable.value)
    known.set(name, value)
    return value
  }
  return {
    step: { apiKey: fromStep('api-key'), appKey: fromStep('app-key'), bearerToken: fromStep('bearer-token') },
    environment: {
      get apiKey() {
        return fromEnvironment('api-key')
      },
      get appKey() {
        return fromEnvironment('app-key')
      },
      get bearerToken() {
        return fromEnvironment('bearer-token')
      },
    },
  }
}

function take(reader: InputReader, source: string, value: string): string {
  const trimmed = value.trim()
  if (trimmed === '') return ''
  if (trimmed !== value)
    reader.warnings.push(
      `${source} has white space or a line break around it, which was removed. Store the secret without it.`,
    )
  const odd = ODDITIES.find(([sign]) => sign.test(trimmed))
  if (odd !== undefined) reader.otherProblem(`${source} ${odd[1]}`)
  return trimmed
}

// What no Datadog key has, and what to do; the message never quotes the value.
const ODDITIES: readonly (readonly [sign: RegExp, text: string])[] = [
  [/^Bearer\s/i, 'begins with "Bearer", which is not part of the token. Store the secret again, without it.'],
  [/^(["'`]).*\1$/s, 'has quotes around it, which are not part of the key. Store the secret again, without them.'],
  [
    /^(?:export\s+)?(?:DD|DATADOG)_[A-Z_]+=/,
    'begins with the name of a variable. Store the secret again, with only the text after the "=".',
  ],
  [/^\*{3}$/, 'is "***", which stands for a masked value in a log. Set it from the secret itself.'],
  [/\$\{\{/, 'contains an expression that GitHub did not evaluate. Write ${{ secrets.NAME }} in the step.'],
  [
    /[^\x21-\x7e]/,
    'has white space, a line break or a character beyond ASCII inside, which no Datadog key has. Store the secret again, with the key alone.',
  ],
]
