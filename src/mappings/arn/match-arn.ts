import { nearest } from '../nearest.ts'
import type { Verdict } from '../verdict.ts'
import { visible } from '../visible.ts'
import { patternMatchesCaller } from './arn-overlap.ts'
import { diagnoseArnPattern } from './arn-pattern.ts'

/** Whether an ARN pattern takes a caller, and if not, which part of it differs. */
export function matchArn(pattern: string, callerArn: string): Verdict {
  if (patternMatchesCaller(pattern, callerArn))
    return { outcome: 'match', rank: [pattern.endsWith('/*') ? 0 : 1, pattern.length] }
  const wanted = partsOf(pattern)
  const given = partsOf(callerArn)
  const sessions = sessionsOf(pattern)
  const comparable = sessions === undefined ? wanted : partsOf(sessions)
  const reason = sessions === undefined ? difference(wanted, given) : uselessness(pattern, sessions)
  return { outcome: 'miss', rank: [likeness(comparable, given)], failed: ['arn-pattern'], reasons: [visible(reason)] }
}

interface Parts {
  readonly partition: string
  readonly account: string
  readonly type: string
  readonly name: string
  readonly session: string | undefined
}

/** The name of a user includes its path: that is what a pattern for users can name. */
function partsOf(arn: string): Parts {
  const [, partition = '', , , account = '', ...rest] = arn.split(':')
  const [type = '', ...names] = rest.join(':').split('/')
  const session = type === 'assumed-role' && names.length > 1 ? names.at(-1) : undefined
  return { partition, account, type, name: (session === undefined ? names : names.slice(0, -1)).join('/'), session }
}

/** The pattern that would work, for one of those that Datadog takes although no caller has such an ARN. */
function sessionsOf(pattern: string): string | undefined {
  if (/:role\//.test(pattern)) {
    const diagnosis = diagnoseArnPattern(pattern.replace(/\/\*$/, ''), { rewriteRoleArn: true })
    return 'problem' in diagnosis ? undefined : diagnosis.value.pattern
  }
  return /:assumed-role\/[^/*]+$/.test(pattern) ? `${pattern}/*` : undefined
}

function uselessness(pattern: string, sessions: string): string {
  const what = /:role\//.test(pattern)
    ? 'is an IAM role ARN, which no caller ever has'
    : 'lacks the session, which every caller has'
  return `the pattern "${pattern}" ${what}; use "${sessions}"`
}

function difference(wanted: Parts, given: Parts): string {
  if (wanted.type !== given.type)
    return `the caller is ${kindOf(given.type)}, and the pattern is for ${kindOf(wanted.type)}`
  if (wanted.account !== given.account)
    return `the account differs: the caller is of ${given.account}, the pattern of ${wanted.account}`
  if (wanted.partition !== given.partition)
    return `the partition differs: the caller is of "${given.partition}", the pattern of "${wanted.partition}"`
  const noun = given.type === 'assumed-role' ? 'role' : 'user'
  if (wanted.name.toLowerCase() === given.name.toLowerCase() && wanted.name !== given.name) {
    return `the ${noun} name differs in upper and lower case: the caller is "${given.name}", the pattern has "${wanted.name}"`
  }
  if (wanted.name === given.name)
    return `the session name differs: the caller is "${given.session}", the pattern has "${wanted.session}"; "/*" takes every session`
  return `the ${noun} name differs: the caller is "${given.name}", the pattern has "${wanted.name}"`
}

function kindOf(type: string): string {
  if (type === 'assumed-role') return 'the session of a role'
  if (type === 'federated-user') return 'a federated user'
  return type === 'user' ? 'an IAM user' : `something else ("${type}")`
}

function likeness(wanted: Parts, given: Parts): number {
  const lower = wanted.name.toLowerCase()
  const sameName =
    wanted.name === given.name ? 8 : lower === given.name.toLowerCase() ? 7 : nearest(wanted.name, [given.name]) ? 5 : 0
  const sameAccount = wanted.account === given.account ? 4 : 0
  return sameName + sameAccount + (wanted.type === given.type ? 2 : 0) + (wanted.partition === given.partition ? 1 : 0)
}
