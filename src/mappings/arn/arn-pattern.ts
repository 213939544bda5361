import type { Checked } from '../checked.ts'
import { nearest } from '../nearest.ts'
import { canMatch } from './arn-overlap.ts'
import {
  type Arn,
  type Correction,
  isAccountNumber,
  namesProblem,
  neverMatches,
  resourceWarnings,
} from './arn-resource.ts'
import { EXAMPLE_PATTERN, pastedProblem } from './pasted-text.ts'

/** The pattern to send to Datadog, and the IAM role ARN that it was made from if it was. */
export interface ArnPattern {
  readonly pattern: string
  readonly rewrittenFrom?: string
}

/** How an ARN pattern is taken. */
export interface ArnOptions {
  /** Whether an IAM role ARN is turned into the pattern of its sessions; without, any pattern is sent as it is. */
  readonly rewriteRoleArn: boolean
}

/**
 * Checks an ARN pattern as Datadog's server does, before any request, and turns an IAM role ARN into the pattern that its sessions have.
 * A problem is what the server refuses, a warning what it accepts although no caller can ever match:
 * https://docs.datadoghq.com/account_management/workload_identity_federation/
 */
export function diagnoseArnPattern(text: string, options: ArnOptions): Checked<ArnPattern> {
  const diagnosis = diagnose(text, options, correction)
  return 'problem' in diagnosis && !options.rewriteRoleArn ? literally(text, diagnosis.problem) : diagnosis
}

// A pattern that is taken literally may be odd on purpose: it is live, or this action judges it wrongly.
function literally(text: string, problem: string): Checked<ArnPattern> {
  if (text === '' || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)) return { problem }
  return { value: { pattern: text }, warnings: [`sent as it is, because of rewrite-role-arn: false. ${problem}`] }
}

// Nearly every pattern, and the ARN of nearly every role: there is nothing to say about them, and to see that at once takes a tenth of
// the time of all checks.
const SOUND_SESSIONS = /^arn:aws:sts::\d{12}:assumed-role\/[\w.@-]{1,64}\/(?:\*|[\w.@-]{1,64})$/
const SOUND_ROLE = /^(arn:aws):iam(::\d{12}:)role\/(?:[\w.@-]{1,64}\/){0,8}([\w.@-]{1,64})$/

function diagnose(text: string, options: ArnOptions, correction: Correction): Checked<ArnPattern> {
  if (SOUND_SESSIONS.test(text)) return { value: { pattern: text }, warnings: [] }
  const role = options.rewriteRoleArn ? SOUND_ROLE.exec(text) : null
  if (role !== null) {
    const [, start, account, name] = role
    return { value: { pattern: `${start}:sts${account}assumed-role/${name}/*`, rewrittenFrom: text }, warnings: [] }
  }
  const pasted = pastedProblem(text)
  if (pasted !== undefined) return { problem: pasted }
  const fields = text.split(':')
  if (fields.length < 6) return { problem: fewFieldsProblem(text, fields, correction) }
  const [prefix = '', partition = '', service = '', region = '', account = '', ...rest] = fields
  const arn: Arn = { partition, service, region, account, resource: rest.join(':') }
  const problem =
    caseProblem(text, prefix, arn, correction) ??
    fieldsProblem(text, arn, correction) ??
    resourceProblem(text, arn, options, correction)
  if (problem !== undefined) return { problem }
  return options.rewriteRoleArn && arn.resource.startsWith('role/')
    ? rewritten(text, arn, correction)
    : unchanged(text, arn, correction)
}

/** Why no caller can ever match a live pattern, without a full stop; undefined when one can. */
export function uselessness(pattern: string): string | undefined {
  if (canMatch(pattern)) return undefined
  const checked = diagnose(pattern, { rewriteRoleArn: false }, correction)
  const [, partition = '', service = '', region = '', account = '', ...rest] = pattern.split(':')
  const why =
    'problem' in checked
      ? checked.problem
      : neverMatches({ partition, service, region, account, resource: rest.join(':') }, correction)
  return `"${pattern}" can never match a caller: ${(why ?? 'no caller has such an ARN').replace(/\.$/, '')}`
}

/** What a look-up by pattern tries, in order: the pattern as it is written, then what it would be rewritten to; never a problem, since a useless live mapping must be findable. */
export function lookUpPatterns(text: string, options: ArnOptions): string[] {
  const diagnosis = diagnoseArnPattern(text, options)
  if ('problem' in diagnosis || diagnosis.value.pattern === text) return [text]
  return [text, diagnosis.value.pattern]
}

/** The number of the AWS account that an ARN or ARN pattern names, if it is one of 12 digits. */
export function accountOf(pattern: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(pattern)?.[1]
}

function unchanged(text: string, arn: Arn, correction: Correction): Checked<ArnPattern> {
  return { value: { pattern: text }, warnings: [...resourceWarnings(text, arn, correction), ...partitionWarnings(arn)] }
}

function rewritten(text: string, arn: Arn, correction: Correction): Checked<ArnPattern> {
  const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1)
  const sessions = { ...arn, service: 'sts', resource: `assumed-role/${name}/*` }
  const pattern = arnText(sessions)
  const warnings = [...resourceWarnings(pattern, sessions, correction), ...partitionWarnings(arn)]
  return { value: { pattern, rewrittenFrom: text }, warnings }
}

const arnText = (arn: Arn) => ['arn', arn.partition, arn.service, arn.region, arn.account, arn.resource].join(':')

/** What the given text would be, put right; a candidate that still has a problem is answered with the general form. */
const correction: Correction = (candidate) => {
  const diagnosis = diagnose(arnText(candidate), { rewriteRoleArn: true }, () => WRITE_EXAMPLE)
  return 'problem' in diagnosis ? WRITE_EXAMPLE : `write "${diagnosis.value.pattern}"`
}

const WRITE_EXAMPLE = `write a pattern such as "${EXAMPLE_PATTERN}"`

function fewFieldsProblem(text: string, fields: readonly string[], correction: Correction): string {
  const [, partition = '', service = '', account = '', resource = ''] = fields
  const oneColonShort = fields.length === 5 && isAccountNumber(account)
  const advice = oneColonShort ? correction({ partition, service, region: '', account, resource }) : WRITE_EXAMPLE
  return `"${text}" has ${fields.length - 1} of the five colons of an ARN; ${advice}.`
}

function caseProblem(text: string, prefix: string, arn: Arn, correction: Correction): string | undefined {
  const [type = '', ...names] = arn.resource.split('/')
  const wrong = [prefix, arn.partition, arn.service, type].find((part) => part !== part.toLowerCase())
  if (wrong === undefined) return undefined
  const resource = [type.toLowerCase(), ...names].join('/')
  const lower = { ...arn, partition: arn.partition.toLowerCase(), service: arn.service.toLowerCase(), resource }
  return `"${text}" has "${wrong}" in upper case, and ARNs are compared letter by letter; ${correction(lower)}.`
}

function fieldsProblem(text: string, arn: Arn, correction: Correction): string | undefined {
  const wild = Object.entries({
    partition: arn.partition,
    service: arn.service,
    region: arn.region,
    'account number': arn.account,
  })
    .filter(([, value]) => /[*?]/.test(value))
    .map(([name]) => name)[0]
  if (wild !== undefined) {
    return `"${text}" has a wildcard in its ${wild}, and Datadog takes one only as "/*" at the end; make one mapping for each account, and ${correction(withoutWildcards(arn))}.`
  }
  if (!/^aws(?:-[a-z]+)*$/.test(arn.partition)) {
    return `"${text}" names the partition "${arn.partition}", and AWS has none of that name; ${correction({ ...arn, partition: nearest(arn.partition, PARTITIONS) ?? 'aws' })}.`
  }
  if (isAccountNumber(arn.region) && arn.account === '') {
    return `"${text}" has the account number one colon too early; ${correction({ ...arn, region: '', account: arn.region })}.`
  }
  if (arn.service !== 'iam' && arn.service !== 'sts') {
    return `"${text}" names something of the service "${arn.service}", and only IAM users and sessions of roles can be mapped; write the ARN of the role that it runs as, such as "${EXAMPLE_PATTERN}".`
  }
  if (arn.region !== '') {
    return `"${text}" names the region "${arn.region}", and IAM and STS have none; ${correction({ ...arn, region: '' })}.`
  }
  return accountProblem(text, arn, correction)
}

const PARTITIONS = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
] as const

const withoutWildcards = (arn: Arn): Arn => ({
  ...arn,
  partition: /[*?]/.test(arn.partition) ? 'aws' : arn.partition,
  service: /[*?]/.test(arn.service) ? serviceOf(arn.resource) : arn.service,
  region: '',
})

const serviceOf = (resource: string) => (/^(?:assumed-role|federated-user)\//.test(resource) ? 'sts' : 'iam')

function accountProblem(text: string, arn: Arn, correction: Correction): string | undefined {
  const digits = arn.account.replace(/[-_]/g, '')
  if (isAccountNumber(arn.account)) return undefined
  if (arn.account === '') {
    const shifted = /^:?(\d{12}):(.+)$/.exec(arn.resource)
    if (shifted?.[1] === undefined || shifted[2] === undefined) {
      return `"${text}" has no account number; ${WRITE_EXAMPLE}.`
    }
    return `"${text}" has too many colons before the account number; ${correction({ ...arn, account: shifted[1], resource: shifted[2] })}.`
  }
  if (isAccountNumber(digits)) {
    return `"${text}" has "${arn.account}" as the account number, and an ARN has it without dashes; ${correction({ ...arn, account: digits })}.`
  }
  if (/^\d{7,11}$/.test(arn.account)) {
    return `"${text}" has an account number of ${arn.account.length} digits instead of 12: leading zeros are lost when it stands in YAML without quotes; ${correction({ ...arn, account: arn.account.padStart(12, '0') })} if that is your account.`
  }
  return `"${text}" has "${arn.account}" where an account number of 12 digits belongs; ${WRITE_EXAMPLE}.`
}

function resourceProblem(text: string, arn: Arn, options: ArnOptions, correction: Correction): string | undefined {
  const colon = /^([a-z-]+):(.*)$/.exec(arn.resource)
  if (colon?.[1] !== undefined && IAM_TYPES.concat(STS_TYPES).includes(colon[1])) {
    const resource = arn.resource.replaceAll(':', '/')
    return `"${text}" has ":" after "${colon[1]}" where "/" belongs; ${correction({ ...arn, resource })}.`
  }
  const [type = '', ...names] = arn.resource.split('/')
  const service = IAM_TYPES.includes(type) ? 'iam' : STS_TYPES.includes(type) ? 'sts' : undefined
  if (service === undefined) return unknownTypeProblem(text, arn, type, correction)
  if (service !== arn.service) {
    const resource =
      type === 'role' ? `assumed-role/${names.filter((name) => name !== '*').at(-1) ?? ''}/*` : arn.resource
    const right = { ...arn, service: type === 'role' ? 'sts' : service, resource }
    return `"${text}" has the service "${arn.service}", and "${type}" belongs to "${service}"; ${correction(right)}.`
  }
  return namesProblem(text, arn, options, correction)
}

/** IAM's resource types: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagement.html */
const IAM_TYPES = [
  'role',
  'user',
  'root',
  'group',
  'instance-profile',
  'policy',
  'mfa',
  'u2f',
  'server-certificate',
  'saml-provider',
  'oidc-provider',
  'access-report',
]
const STS_TYPES = ['assumed-role', 'federated-user']

function unknownTypeProblem(text: string, arn: Arn, type: string, correction: Correction): string {
  const meant = nearest(type, [...STS_TYPES, ...IAM_TYPES])
  const advice =
    meant === undefined
      ? WRITE_EXAMPLE
      : correction({
          ...arn,
          service: STS_TYPES.includes(meant) ? 'sts' : 'iam',
          resource: meant + arn.resource.slice(type.length),
        })
  return `"${text}" names "${type}", and only "assumed-role", "user" and "federated-user" can be callers; ${advice}.`
}

function partitionWarnings(arn: Arn): string[] {
  if (arn.partition === 'aws') return []
  return [`Datadog does not document whether it takes the partition "${arn.partition}"; it is sent as given.`]
}
