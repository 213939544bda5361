import type { Checked } from '../mappings/checked.ts'

/** Credentials that are sent as they were given: a pair of keys, or a token; never both at once. */
export type StaticCredentials =
  | { readonly type: 'keys'; readonly apiKey: string; readonly appKey: string }
  | { readonly type: 'bearer'; readonly token: string }

/** The job's own identity, which Datadog exchanges for a token: its AWS caller, or its GitHub token. */
export type Identity =
  | { readonly type: 'aws'; readonly orgUuid: string }
  | { readonly type: 'github'; readonly audience: string; readonly proofPrefix: string; readonly orgUuid?: string }

/** How Datadog is to know us. With an identity, what else was given only looks mappings up. */
export type Credentials = StaticCredentials | (Identity & { readonly lookUp?: StaticCredentials })

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
export function chooseCredentials(step: GivenCredentials, environment: GivenCredentials): Checked<StaticCredentials> {
  const given = [step.apiKey, step.appKey, step.bearerToken].some((value) => value !== '')
  if (step.apiKey && step.appKey) return keys(step.apiKey, step.appKey, step.bearerToken)
  if (step.bearerToken) return bearer(step.bearerToken)
  const apiKey = step.apiKey || environment.apiKey
  const appKey = step.appKey || environment.appKey
  // A personal or service access token alone in the place of the application key is one of Datadog's documented forms.
  if (isAccessToken(appKey) && apiKey === '') return bearer(appKey)
  if (apiKey && appKey) return keys(apiKey, appKey)
  if (!given && environment.bearerToken) return bearer(environment.bearerToken)
  if (apiKey === '' && appKey === '') {
    return {
      problem:
        'api-key and app-key (or bearer-token, or org-uuid for a job that is mapped itself) are missing: set them from secrets, or DD_API_KEY and DD_APP_KEY in the environment. An empty one often means that the secret does not exist in this repository or environment, or that the run comes from a fork.',
    }
  }
  const [missing, variable] = apiKey === '' ? ['api-key', 'DD_API_KEY'] : ['app-key', 'DD_APP_KEY']
  return {
    problem: `${missing} is missing: Datadog needs both keys here. Set it from a secret, or ${variable} in the environment.`,
  }
}

/** The pair of keys that was given, even when a token was given too. */
export function onlyKeys(step: GivenCredentials, environment: GivenCredentials): Checked<StaticCredentials> {
  const apiKey = step.apiKey || environment.apiKey
  const appKey = step.appKey || environment.appKey
  return chooseCredentials({ apiKey, appKey, bearerToken: '' }, { apiKey: '', appKey: '', bearerToken: '' })
}

/** The token that was given, even when keys were given too. */
export function onlyBearer(step: GivenCredentials, environment: GivenCredentials): Checked<StaticCredentials> {
  const tokens = [step.bearerToken, step.appKey, environment.bearerToken, environment.appKey]
  const token = tokens.find((text, index) => text !== '' && (index % 2 === 0 || isAccessToken(text)))
  if (token !== undefined) return bearer(token)
  return {
    problem:
      'bearer-token is missing: auth: bearer needs it. Set it from a secret, or DD_BEARER_TOKEN in the environment.',
  }
}

/** Whether a text is a personal or service access token, which people and scripts create: no mapping gives one out. */
export function isAccessToken(text: string): boolean {
  return /^dd[ps]at_/.test(text)
}

function bearer(token: string): Checked<StaticCredentials> {
  return { value: { type: 'bearer', token }, warnings: [] }
}

function keys(apiKey: string, appKey: string, token = ''): Checked<StaticCredentials> {
  const warnings: string[] = []
  // Classic keys are bare hex: 32 digits for an API key, 40 for an application key.
  if (/^[0-9a-f]{40}$/.test(apiKey) && /^[0-9a-f]{32}$/.test(appKey)) {
    warnings.push('api-key and app-key look swapped: an API key has 32 hexadecimal digits, an application key 40.')
  }
  if (token !== '') warnings.push('bearer-token is not used, because api-key and app-key are given too.')
  return { value: { type: 'keys', apiKey, appKey }, warnings }
}

/** The header fields that carry the credentials. */
export function authorization(credentials: StaticCredentials): Record<string, string> {
  return credentials.type === 'bearer'
    ? { authorization: `Bearer ${credentials.token}` }
    : { 'dd-api-key': credentials.apiKey, 'dd-application-key': credentials.appKey }
}
