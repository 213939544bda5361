import {
  type Credentials,
  chooseCredentials,
  type Identity,
  onlyBearer,
  onlyKeys,
  type StaticCredentials,
} from '../../datadog/credentials.ts'
import type { Checked } from '../../mappings/checked.ts'
import { isUuid } from '../../mappings/checked.ts'
import type { KindName } from '../../mappings/mapping.ts'
import type { OperationName } from '../../operations/request.ts'
import { type Environment, type InputReader, quoted } from './input-reader.ts'
import type { GivenSecrets } from './secret-inputs.ts'

/** How the step gets into Datadog, and which STS endpoint it uses where it needs one. */
export interface Auth {
  readonly credentials: Credentials
  readonly awsRegion?: string
  /** The organization that the step expects its credentials to belong to. */
  readonly orgUuid?: string
}

/** What is known before the inputs about credentials are read. */
export interface AuthSetting {
  readonly operation: OperationName
  readonly kind: KindName | 'all'
  addSecret(secret: string): void
}

type Usable = Exclude<Checked<StaticCredentials>, { readonly problem: string }>

interface Org {
  readonly uuid?: string
  /** What is wrong with the one that the environment names; it only matters where one is needed. */
  readonly problem?: string
  /** Whether the step itself names it, and not only the environment. */
  readonly explicit: boolean
}

const WHERE_ORG =
  "Datadog shows it under Organization Settings > Workload Identity Federation. Set it, or DD_ORG_UUID in the environment; if it was set from a variable or an earlier step's output, that was empty."

/** Reads the inputs about credentials and chooses; what is wrong with them is collected in the reader, which gives undefined. */
export async function readAuth(
  reader: InputReader,
  given: GivenSecrets,
  setting: AuthSetting,
): Promise<Auth | undefined> {
  const auth = reader.choice('auth')
  const org = readOrg(reader)
  const awsRegion = readRegion(reader)
  if (org.explicit && org.uuid === undefined) return undefined
  const chosen = await choose(reader, given, setting, auth, org)
  if ('problem' in chosen) {
    reader.otherProblem(chosen.problem)
    return undefined
  }
  reader.warnings.push(...chosen.warnings)
  return {
    credentials: chosen.value,
    ...(awsRegion && { awsRegion }),
    ...(org.uuid !== undefined && { orgUuid: org.uuid.toLowerCase() }),
  }
}

// The other operations compare the organization that answers with `org-uuid`, whatever the credentials.
const READS_ONE: ReadonlySet<OperationName> = new Set(['list', 'get', 'match'])

async function choose(
  reader: InputReader,
  { step, environment }: GivenSecrets,
  setting: AuthSetting,
  auth: 'auto' | 'keys' | 'bearer' | 'aws' | 'github',
  org: Org,
): Promise<Checked<Credentials>> {
  const { operation } = setting
  const exchanges = operation === 'verify' || operation === 'login'
  if (auth === 'keys' || auth === 'bearer') {
    if (exchanges) {
      return {
        problem: `auth: ${auth} does not go with operation: ${operation}, which exchanges the job's own identity. Use auth: aws or auth: github; keys that are given as well are used for look-ups.`,
      }
    }
    return auth === 'keys' ? onlyKeys(step, environment) : onlyBearer(step, environment)
  }
  const given = chooseCredentials(step, environment)
  if (auth === 'auto' && !exchanges) {
    const own = [step.apiKey, step.appKey, step.bearerToken].some((value) => value !== '')
    if ('value' in given && (own || !org.explicit)) return READS_ONE.has(operation) ? withUnusedOrg(given, org) : given
    if (org.uuid === undefined && org.problem === undefined) return given
  }
  const identity = await readIdentity(reader, setting, auth, org)
  if ('problem' in identity) {
    if (auth !== 'auto' || exchanges || !('value' in given)) return identity
    const unused = `org-uuid is not used: ${identity.problem} The keys or the token of the environment are used instead.`
    return { value: given.value, warnings: [...given.warnings, unused] }
  }
  if ('value' in given) return { value: { ...identity.value, lookUp: given.value }, warnings: given.warnings }
  const half = [step.apiKey, step.appKey].some((key) => key !== '')
  const warnings = half
    ? ['api-key or app-key alone is not used, because org-uuid makes the job use its own identity.']
    : []
  return { value: identity.value, warnings }
}

function withUnusedOrg(given: Usable, org: Org): Checked<StaticCredentials> {
  if (!org.explicit) return given
  const others = given.value.type === 'keys' ? 'api-key and app-key are' : 'a token is'
  const unused = `org-uuid is not used, because ${others} given too: list, get and match do not compare organizations. Leave org-uuid out, or set auth: aws or auth: github.`
  return { value: given.value, warnings: [...given.warnings, unused] }
}

async function readIdentity(
  reader: InputReader,
  { operation, kind, addSecret }: AuthSetting,
  auth: 'auto' | 'aws' | 'github',
  org: Org,
): Promise<Checked<Identity>> {
  const { env } = reader
  const { awsCredentials, hasAwsCredentials } = await import(
    /* webpackChunkName: "identity" */ '../../identity/aws-credentials.ts'
  )
  const { offersGithubToken, ID_TOKEN_PERMISSION } = await import(
    /* webpackChunkName: "identity" */ '../../identity/github-token.ts'
  )
  const proves = operation === 'verify' ? (kind.startsWith('github-') ? 'github' : 'aws') : undefined
  if (proves !== undefined && auth !== 'auto' && auth !== proves) {
    return {
      problem: `auth: ${auth} does not go with kind: ${kind}, which is about ${proves === 'aws' ? 'AWS' : 'GitHub'} callers. Leave auth out, or set kind: ${auth}-persona.`,
    }
  }
  const type =
    auth === 'auto' ? (proves ?? (hasAwsCredentials(env) || !offersGithubToken(env) ? 'aws' : 'github')) : auth
  const why = auth === 'auto' ? `operation: ${operation}` : `auth: ${auth}`
  if (org.problem !== undefined) return { problem: org.problem }
  if (type === 'aws') {
    if (org.uuid === undefined) return { problem: `org-uuid: is missing: ${why} needs it. ${WHERE_ORG}` }
    const credentials = awsCredentials(env, addSecret)
    if (!('problem' in credentials)) return { value: { type, orgUuid: org.uuid }, warnings: [] }
    const instead =
      auth === 'auto' && proves === undefined
        ? ' For the GitHub token of the job instead, give it permissions: id-token: write; for keys, set api-key and app-key.'
        : ''
    return { problem: `${org.explicit ? 'org-uuid is given' : why}, but ${credentials.problem}${instead}` }
  }
  const enterprise = enterpriseProblem(env)
  if (enterprise !== undefined) return { problem: `auth: github is not possible from ${enterprise}` }
  if (!offersGithubToken(env)) return { problem: `${why} needs the OIDC token of the job. ${ID_TOKEN_PERMISSION}` }
  return githubIdentity(reader, why, org)
}

function githubIdentity(reader: InputReader, why: string, org: Org): Checked<Identity> {
  const audience = reader.text('oidc-audience') || (org.uuid === undefined ? '' : `datadog/${org.uuid}`)
  const proofPrefix = reader.text('oidc-proof-prefix')
  if (audience === '') {
    return { problem: `org-uuid: is missing, and so is oidc-audience: ${why} needs one of them. ${WHERE_ORG}` }
  }
  if (/[^\x21-\x7e]/.test(audience) || audience.length > 500)
    return { problem: `oidc-audience: ${quoted(audience)} is not an audience. Leave it out for datadog/<org-uuid>.` }
  if (/[^\x21-\x7e]/.test(proofPrefix) || proofPrefix.length > 100)
    return {
      problem: `oidc-proof-prefix: ${quoted(proofPrefix)} is not a prefix such as oidc-. Leave it out for none.`,
    }
  const orgUuid = org.uuid === undefined ? {} : { orgUuid: org.uuid }
  return { value: { type: 'github', audience, proofPrefix, ...orgUuid }, warnings: [] }
}

/** The server that this job runs on and why its GitHub tokens are of no use to Datadog; undefined on github.com. */
export function enterpriseProblem(env: Environment): string | undefined {
  const server = (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, '')
  if (server.toLowerCase() === 'https://github.com') return undefined
  return `${server}: its OIDC tokens have another issuer than https://token.actions.githubusercontent.com, which is the only one that Datadog trusts for GitHub. Run the step on github.com.`
}

function readOrg(reader: InputReader): Org {
  const own = reader.given('org-uuid')
  const variable = reader.variable('org-uuid')
  const text = own || (variable?.value.trim() ?? '')
  const explicit = own !== ''
  if (text === '') return { explicit }
  if (isUuid(text)) return { uuid: text, explicit }
  const problem = `${explicit ? 'org-uuid' : `the environment variable ${variable?.name}`}: ${quoted(text)} is not the UUID of a Datadog organization, which looks like 5f3a1c7e-2b64-4d0a-9c1f-0e8d7b6a5432. Datadog shows it under Organization Settings > Workload Identity Federation.`
  if (explicit) reader.otherProblem(problem)
  return explicit ? { explicit } : { problem, explicit }
}

function readRegion(reader: InputReader): string | undefined {
  const region = reader.text('aws-region')
  if (region === '' || /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region)) return region || undefined
  reader.problem(
    'aws-region',
    `${quoted(region)} is not an AWS region such as eu-west-1. Leave it out for the global endpoint.`,
  )
  return undefined
}
