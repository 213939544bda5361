/** How the callers of one ARN pattern relate to those of another. */
export type Overlap = 'equal' | 'covers' | 'covered-by' | 'disjoint'

/**
 * The three shapes that STS GetCallerIdentity returns for a principal that Datadog can know:
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
const CALLER_SHAPES = [
  /^arn:[^:*]+:sts::\d{12}:assumed-role\/[^/*]+\/[^/*]+$/,
  /^arn:[^:*]+:sts::\d{12}:federated-user\/[^/*]+$/,
  /^arn:[^:*]+:iam::\d{12}:user\/(?:[^/*]+\/)*[^/*]+$/,
]

/** Whether a text has one of the three shapes of a caller ARN; a pattern, a role ARN or a root user has not. */
export const isCallerArn = (text: string): boolean => CALLER_SHAPES.some((shape) => shape.test(text))

/**
 * Whether a caller ARN falls under an ARN pattern: letter by letter, where `/*` at the end stands for everything below;
 * always false for a text that STS could not have returned.
 */
export function patternMatchesCaller(pattern: string, callerArn: string): boolean {
  return isCallerArn(callerArn) && (pattern === callerArn || isBelow(callerArn, pattern))
}

/** Whether there can be a caller that falls under an ARN pattern. */
export function canMatch(pattern: string): boolean {
  if (pattern.includes('?')) return false
  return ['', 'x', 'x/x'].some((below) => patternMatchesCaller(pattern, pattern.replace(/\*$/, below)))
}

/** How two ARN patterns relate: two patterns are nested or apart, never partly the same, since the only wildcard is `/*` at the end. */
export function overlap(a: string, b: string): Overlap {
  if (a === b) return 'equal'
  if (isBelow(b, a)) return 'covers'
  if (isBelow(a, b)) return 'covered-by'
  return 'disjoint'
}

/** `x/*` is itself not below `x/*`, but `x/y`, `x/y/*` and `x/y/z` are. */
function isBelow(lower: string, upper: string): boolean {
  if (!upper.endsWith('/*')) return false
  const start = upper.slice(0, -1)
  return lower.length > start.length && lower.startsWith(start) && lower !== upper
}

/** Whether a pattern matches every IAM user, or federated user, below what stands before its wildcard. */
export function isOverUsers(pattern: string): boolean {
  return /:(?:user|federated-user)\/(?:.*\/)?\*$/.test(pattern)
}
