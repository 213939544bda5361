import { getInput } from '@actions/core'
import type { GivenCredentials } from '../datadog/credentials.ts'
import { type Environment, FALLBACKS, type InputReader } from './input-reader.ts'
import type { Secrets } from './secrets.ts'

const NAMES = ['api-key', 'app-key', 'bearer-token'] as const

type SecretName = (typeof NAMES)[number]

/** The secrets that the step gives, and those of the environment, which are only looked at when they are asked for. */
export interface GivenSecrets {
  readonly step: GivenCredentials
  readonly environment: GivenCredentials
}

/** Registers every secret input and variable, and reads them; what is wrong with one that is used is collected in the reader. */
export function readSecrets(env: Environment, secrets: Secrets, reader: InputReader): GivenSecrets {
  const inputs = new Map(NAMES.map((name) => [name, getInput(name, { trimWhitespace: false })]))
  const variables = new Map(
    NAMES.map((name) => [name, FALLBACKS[name].find((variable) => (env[variable] ?? '').trim() !== '')]),
  )
  for (const name of NAMES) {
    secrets.add(inputs.get(name) ?? '')
    secrets.add(env[variables.get(name) ?? ''] ?? '')
  }
  for (const token of [getInput('github-token'), env[FALLBACKS['github-token'][0]] ?? '']) secrets.add(token)
  const fromStep = (name: SecretName) => take(reader, name, inputs.get(name) ?? '')
  const known = new Map<SecretName, string>()
  const fromEnvironment = (name: SecretName): string => {
    const variable = variables.get(name)
    if (variable === undefined) return ''
    const value = known.get(name) ?? take(reader, `the environment variable ${variable}`, env[variable] ?? '')
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
      `${source} has white space or a line break around it, which was taken off. Store the secret without it.`,
    )
  if (!/^[\x21-\x7e]+$/.test(trimmed))
    reader.problems.push(
      `${source} has white space, a line break or a character beyond ASCII inside, which no Datadog key has. Store the secret again, with the key alone.`,
    )
  return trimmed
}
