/** An ARN in its parts: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Whether a text has the form of the number of an AWS account. */
export const isAccountNumber = (text: string): boolean => /^\d{12}$/.test(text)

/** Ends a message with what to write instead, given the parts of the corrected ARN. */
export type Correction = (candidate: Arn) => string

/** One sentence on a resource whose names are missing, empty or hold a wildcard that Datadog refuses, or `undefined`: https://docs.datadoghq.com/account_management/workload_identity_federation/ */
export function namesProblem(
  text: string,
  arn: Arn,
  options: { readonly rewriteRoleArn: boolean },
  correction: Correction,
): string | undefined {
  const [type = '', ...names] = arn.resource.split('/')
  if (type === 'root' && names.length === 0) return undefined
  const filled = names.filter((name) => name !== '')
  const corrected = (...parts: string[]) => correction({ ...arn, resource: [type, ...parts].join('/') })
  if (filled.length === 0)
    return `"${text}" names no ${noun(type)} after "${type}"; write its name, such as "${exampleOf(arn, type)}".`
  if (filled.length < names.length) {
    const parts = type === 'assumed-role' && filled.length === 1 ? [...filled, '*'] : filled
    return `"${text}" has an empty part between or after its slashes; ${corrected(...parts)}.`
  }
  if (names.some((name) => /[*?]/.test(name))) {
    const asIs = type === 'role' && !options.rewriteRoleArn && /^[^*?]+\/\*$/.test(names.join('/'))
    return asIs ? undefined : wildcardProblem(text, arn, type, names, corrected)
  }
  return undefined
}

function wildcardProblem(
  text: string,
  arn: Arn,
  type: string,
  names: readonly string[],
  corrected: (...parts: string[]) => string,
): string | undefined {
  const firstWild = names.findIndex((name) => /[*?]/.test(name))
  const fixed = names.slice(0, firstWild)
  const onlyAtEnd = firstWild === names.length - 1 && names[firstWild] === '*'
  if (fixed.length === 0) {
    return `"${text}" has a wildcard in the ${noun(type)}'s name, and Datadog takes one only as "/*" after the whole name; make one mapping for each ${noun(type)}, such as "${exampleOf(arn, type)}".`
  }
  if (type === 'role') {
    const name = onlyAtEnd || names[firstWild] === '*' ? fixed.at(-1) : undefined
    const advice =
      name === undefined
        ? `make one mapping for each role, such as "${exampleOf(arn, type)}"`
        : `for the sessions of the role "${name}" ${corrected(name)}`
    return `"${text}" has a wildcard over roles, and Datadog knows one over the sessions of a role only; ${advice}.`
  }
  if (onlyAtEnd) return undefined
  const rule = 'Datadog takes a wildcard only as "/*" at the end'
  const parts = type === 'assumed-role' ? fixed.slice(0, 1) : fixed
  return `"${text}" has a wildcard in the wrong place, and ${rule}; ${corrected(...parts, '*')}.`
}

const noun = (type: string) => (type === 'assumed-role' ? 'role' : type.replace(/-/g, ' '))

function exampleOf(arn: Arn, type: string): string {
  if (type === 'user') return `arn:${arn.partition}:iam::${arn.account}:user/USER-NAME`
  const resource = type === 'federated-user' ? 'federated-user/NAME' : 'assumed-role/ROLE-NAME/*'
  return `arn:${arn.partition}:sts::${arn.account}:${resource}`
}

/** Sentences on what Datadog accepts although no caller can match it, and on characters that may not work; empty for a sound pattern. */
export function resourceWarnings(text: string, arn: Arn, correction: Correction): string[] {
  const [type = '', ...names] = arn.resource.split('/')
  const reason = neverMatches(arn, correction)
  const never = reason === undefined ? [] : [`"${text}" can never match a caller: ${reason}.`]
  return [...never, ...characterWarnings(text, type, names)]
}

/** Why no caller can match a pattern that Datadog accepts, with what to write instead; undefined when one can. */
export function neverMatches(arn: Arn, correction: Correction): string | undefined {
  const [type = '', ...names] = arn.resource.split('/')
  const last = names.at(-1) ?? ''
  switch (type) {
    case 'user':
      return undefined
    case 'assumed-role': {
      if (names.length === 2) return undefined
      if (names.length === 1) return `the session is missing; ${correction({ ...arn, resource: `${arn.resource}/*` })}`
      const name = names.at(-2) ?? ''
      return `the ARN of a session has the role's name without its path; ${correction({ ...arn, resource: `assumed-role/${name}/${last}` })}`
    }
    case 'federated-user':
      if (names.length === 1) return undefined
      return `nothing comes below a federated user; ${correction({ ...arn, resource: `federated-user/${names[0] ?? ''}` })}`
    case 'role':
      return `callers have the ARN of a session, not of the role; ${correction({ ...arn, resource: arn.resource.replace(/\/\*$/, '') })}`
    case 'root':
      return `Datadog maps sessions of roles and users, not the root user; write "${exampleOf(arn, type)}"`
    default:
      return `callers are sessions of roles and users, never of the type "${type}"; write the role or user behind it, such as "${exampleOf(arn, type)}"`
  }
}

/** What IAM and STS allow in names is `A-Z a-z 0-9 _ + = , . @ -`; Datadog's Terraform provider refuses four of these, in a path all but `:`. */
function characterWarnings(text: string, type: string, names: readonly string[]): string[] {
  const path = type === 'user' ? names.slice(0, -1).join('') : ''
  const name = (type === 'user' ? names.slice(-1) : names).filter((part) => part !== '*').join('')
  const odd = [...new Set(`${name.replace(/[\w.@-]/g, '')}${path.replace(/[\w.@:-]/g, '')}`)]
  if (odd.length === 0) return []
  const shown = odd.map((character) => `"${character}"`).join(' ')
  const legal = odd.every((character) => '+=,:'.includes(character))
  const why = legal
    ? "which Datadog's Terraform provider refuses; if the mapping does not work, rename the role or user"
    : 'which IAM allows in no name, so that no caller is likely to match; check the spelling'
  return [`"${text}" contains ${shown}, ${why}.`]
}
