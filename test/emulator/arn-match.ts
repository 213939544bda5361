const WILDCARD = 'invalid ARN pattern: wildcards must only be used as /* at the end of the resource'

const RESOURCES: Record<string, readonly string[]> = {
  sts: ['assumed-role', 'federated-user'],
  iam: ['user', 'role', 'group', 'instance-profile'],
}

/** Why Datadog refuses an ARN pattern, or undefined when it takes it (also when it can never match). */
export function refusedPattern(pattern: string): string | undefined {
  const [arn, partition, service, region, account, ...rest] = pattern.split(':')
  const resource = rest.join(':')
  if (arn !== 'arn' || resource === '') return 'invalid ARN pattern: not an ARN'
  if (/\s/.test(pattern)) return 'invalid ARN pattern: white space is not allowed'
  const wildcards = pattern.match(/[*?]/g)?.length ?? 0
  const [type = '', first = ''] = resource.split('/')
  if (wildcards > 1 || (wildcards === 1 && !resource.endsWith('/*')) || first === '*') return WILDCARD
  if (!/^aws(-[a-z]+)*$/.test(partition ?? '')) return 'invalid ARN pattern: unknown partition'
  if (!RESOURCES[service ?? '']) return 'invalid ARN pattern: the service must be iam or sts'
  if (region !== '') return 'invalid ARN pattern: the region must be empty'
  if (!/^\d{12}$/.test(account ?? '')) return 'invalid ARN pattern: the account must have 12 digits'
  if (!RESOURCES[service ?? '']?.includes(type)) return `invalid ARN pattern: ${service} has no such resource`
  if (first === '') return 'invalid ARN pattern: the resource has no name'
  return undefined
}

/** The 12 digits of an ARN's account. */
export const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

/** Whether a pattern, exact or ending in a wildcard, matches an ARN or every ARN that another pattern matches. */
export const covers = (pattern: string, other: string): boolean =>
  pattern === other || (pattern.endsWith('/*') && other.startsWith(pattern.slice(0, -1)))

/** Whether two patterns can match one caller. */
export const collide = (a: string, b: string): boolean => covers(a, b) || covers(b, a)
