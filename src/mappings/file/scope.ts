import { accountOf } from '../arn/arn-pattern.ts'
import { literalOf } from '../claims/skeletons.ts'
import type { KindName, LiveMapping } from '../mapping.ts'

/** Which live mappings of one kind a file speaks for; what is given has to fit all at once. */
export interface KindScope {
  readonly accounts?: readonly string[]
  readonly patternPrefixes?: readonly string[]
  readonly repositories?: readonly string[]
  readonly attributeKeys?: readonly string[]
}

/** What `prune` may touch, by kind; a kind that is not named is not touched. */
export type Scope = Readonly<Partial<Record<KindName, KindScope>>>

/** Whether a live mapping is one that `prune` may touch. */
export function isInScope(scope: Scope, mapping: LiveMapping): boolean {
  const kind = scope[mapping.kind]
  if (kind === undefined) return false
  const { accounts, patternPrefixes, repositories, attributeKeys } = kind
  const { arnPattern = '', attributeKey = '', claims = {} } = mapping
  const tests = [
    accounts?.includes(accountOf(arnPattern) ?? ''),
    patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
    // A name is no id, although nothing but digits could be either.
    repositories?.some(
      (repository) => literalOf(claims[/^\d+$/.test(repository) ? 'repository_id' : 'repository']) === repository,
    ),
    attributeKeys?.includes(attributeKey),
  ].filter((test) => test !== undefined)
  return tests.length > 0 && tests.every(Boolean)
}

const EXAMPLE = 'arn:aws:sts::123456789012:assumed-role/ci-'

/** What comes after the account number in the patterns that a caller can match: a fixed start, then a beginning of the rest. */
const RESOURCES: Readonly<Record<string, readonly { readonly start: string; readonly rest: RegExp }[]>> = {
  sts: [
    { start: 'assumed-role/', rest: /^[^/*]*(\/([^/*]*|\*))?$/ },
    { start: 'federated-user/', rest: /^[^/*]*$/ },
  ],
  iam: [{ start: 'user/', rest: /^([^/*]*|([^/*]+\/)+([^/*]*|\*))$/ }],
}

/** Why a text cannot be one of the `pattern-prefixes` of a scope: it begins no pattern, or it begins all of them. */
export function prefixProblem(text: string): string | undefined {
  if (!text.startsWith('arn:') || /\s/.test(text))
    return `"${text}" is not the beginning of an ARN pattern, such as ${EXAMPLE}.`
  const [, partition = '', service, region, account, ...rest] = text.split(':')
  if (service === undefined || !Object.hasOwn(RESOURCES, service)) {
    return service === undefined || service === '' || ['sts', 'iam'].some((name) => name.startsWith(service))
      ? `"${text}" is the beginning of every ARN pattern. Go on to the account number at least, as in ${EXAMPLE}.`
      : neverMatches(text, `only patterns of sts and iam can be mapped. Write a prefix such as ${EXAMPLE}.`)
  }
  if (region !== undefined && region !== '') return neverMatches(text, 'the ARNs of sts and iam have no region.')
  if (account !== undefined && !(rest.length > 0 ? /^\d{12}$/ : /^\d{0,12}$/).test(account))
    return neverMatches(text, 'an account number has 12 digits.')
  return rest.length === 0 ? undefined : resourceProblem(text, { partition, service, account }, rest.join(':'))
}

function resourceProblem(
  text: string,
  { partition, service, account }: { partition: string; service: string; account: string | undefined },
  resource: string,
): string | undefined {
  const role = /^role\/(?:.*\/)?([^/*]*)/.exec(resource)
  if (service === 'iam' && role !== null) {
    const pattern = `arn:${partition}:sts::${account}:assumed-role/${role[1]}`
    return neverMatches(text, `the pattern of an IAM role is the one of its sessions. Write ${pattern}.`)
  }
  const fits = (RESOURCES[service] ?? []).some(({ start, rest }) =>
    resource.startsWith(start) ? rest.test(resource.slice(start.length)) : start.startsWith(resource),
  )
  if (fits) return undefined
  return /[*?]/.test(resource)
    ? neverMatches(
        text,
        `a prefix is compared letter by letter, and a pattern has a wildcard only as "/*" at its end. Write ${text.replace(/[*?].*$/, '')}.`,
      )
    : neverMatches(text, `no caller has such an ARN. Write a prefix such as ${EXAMPLE}.`)
}

function neverMatches(text: string, why: string): string {
  return `"${text}" never matches: ${why}`
}
