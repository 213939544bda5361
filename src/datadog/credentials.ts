import type { Checked } from '../mappings/checked.ts'

/** How Datadog is to know us: a pair of keys, or a token; never both at once. */
export type Credentials =
  | { readonly type: 'keys'; readonly apiKey: string; readonly appKey: string }
  | { readonly type: 'bearer'; readonly token: string }

/** The credentials that were given, each trimmed; empty means not given. */
export interface GivenCredentials {
  readonly apiKey: string
  readonly appKey: string
  readonly bearerToken: string
}

/**
 * Chooses the credentials to use: what the step gives comes before what the environment has, and within each a complete pair
 * of keys before a token. A half pair is completed from the environment.
 */
export function chooseCredentials(step: GivenCredentials, environment: GivenCredentials): Checked<Credentials> {
  const given = [step.apiKey, step.appKey, step.bearerToken].some((value) => value !== '')
  if (step.apiKey && step.appKey) return keys(step.apiKey, step.appKey, step.bearerToken)
  if (step.bearerToken) return bearer(step.bearerToken)
  const apiKey = step.apiKey || environment.apiKey
  const appKey = step.appKey || environment.appKey
  // A personal or service access token alone in the place of the application key is one of Datadog's documented forms.
  if (ACCESS_TOKEN.test(appKey) && apiKey === '') return bearer(appKey)
  if (apiKey && appKey) return keys(apiKey, appKey)
  if (!given && environment.bearerToken) return bearer(environment.bearerToken)
  if (apiKey === '' && appKey === '') {
    return {
      problem:
        'api-key and app-key (or bearer-token) are missing: set them from secrets, or DD_API_KEY and DD_APP_KEY in the environment. An empty one often means that the secret does not exist in this repository or environment, or that the run comes from a fork.',
    }
  }
  const [missing, variable] = apiKey === '' ? ['api-key', 'DD_API_KEY'] : ['app-key', 'DD_APP_KEY']
  return {
    problem: `${missing} is missing: Datadog wants both keys here. Set it from a secret, or ${variable} in the environment.`,
  }
}

const ACCESS_TOKEN = /^dd[ps]at_/

function bearer(token: string): Checked<Credentials> {
  return { value: { type: 'bearer', token }, warnings: [] }
}

function keys(apiKey: string, appKey: string, token = ''): Checked<Credentials> {
  const warnings: string[] = []
  // Classic keys are bare hex: 32 digits for an API key, 40 for an application key.
  if (/^[0-9a-f]{40}$/.test(apiKey) && /^[0-9a-f]{32}$/.test(appKey)) {
    warnings.push('api-key and app-key look swapped: an API key has 32 hexadecimal digits, an application key 40.')
  }
  if (token !== '') warnings.push('bearer-token is not used, because api-key and app-key are given too.')
  return { value: { type: 'keys', apiKey, appKey }, warnings }
}

/** The header fields that carry the credentials. */
export function authorization(credentials: Credentials): Record<string, string> {
  return credentials.type === 'bearer'
    ? { authorization: `Bearer ${credentials.token}` }
    : { 'dd-api-key': credentials.apiKey, 'dd-application-key': credentials.appKey }
}
