import { invisibleProblem, visible, withoutInvisible } from '../visible.ts'
import { isAccountNumber } from './arn-resource.ts'

/** What is written for an ARN pattern in messages where the one that was meant cannot be known. */
export const EXAMPLE_PATTERN = 'arn:aws:sts::123456789012:assumed-role/ROLE-NAME/*'

/** IAM's own limit for an ARN (https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html); a longer one names nothing, and is not repeated in messages. */
export const LONGEST_ARN = 2048

/** One sentence on a text that was pasted, or left over, where an ARN belongs (a name, JSON, a masked or unexpanded value), or `undefined` when it at least starts like one. */
export function pastedProblem(text: string): string | undefined {
  const form = `write an ARN pattern such as "${EXAMPLE_PATTERN}"`
  if (text === '') return `the value is empty; ${form}.`
  if (text.length > LONGEST_ARN)
    return `the value is ${text.length} characters long, and no ARN is longer than ${LONGEST_ARN}; ${form}.`
  return (
    unexpandedProblem(text, form) ??
    enclosedProblem(text) ??
    (text.includes('***') ? maskedProblem(text) : undefined) ??
    spaceProblem(text) ??
    (/^arn:/i.test(text) ? undefined : otherThingProblem(text, form))
  )
}

const ARN_INSIDE = /arn:[^\s"'`\\,;(){}[\]<>]+/gi

function enclosedProblem(text: string): string | undefined {
  const inside = text.match(ARN_INSIDE) ?? []
  if (/^[[{]/.test(text)) {
    const found = inside[0] === undefined ? 'the ARN alone' : `only "${inside[0]}"`
    return `the value is JSON, not an ARN; pass ${found} (for the AWS CLI: --query Role.Arn --output text).`
  }
  if (inside.length > 1) {
    return `"${text}" holds ${inside.length} ARNs, and one step maps one; use a matrix, or a mappings file with apply.`
  }
  if (/^["'`<(]|["'`>)]$/.test(text) && inside[0] !== undefined) {
    return `the value has quotes or brackets around it that are part of it; write "${inside[0]}".`
  }
  return undefined
}

function unexpandedProblem(text: string, form: string): string | undefined {
  const left =
    /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$\([^)]*\)?|\$[A-Za-z_]\w*|\{\{.*?\}\}|%[A-Za-z_]\w*%|<(?!arn:)[^<>]*>/.exec(text)?.[0]
  if (left === undefined) return undefined
  if (left.startsWith('<')) return `"${text}" still has the placeholder "${left}" in it; ${form}.`
  return `"${text}" contains "${left}", which was not replaced: inputs and mappings files do not expand shell or template variables; write the value, or, in an input, a GitHub expression such as \${{ env.NAME }} or \${{ steps.ID.outputs.NAME }}.`
}

const maskedProblem = (text: string) =>
  `"${text}" contains "***", which the log shows in place of a masked value (usually the account number), so it was copied from a log; pass the ARN from the step that made it, and keep the account number in a variable (vars) rather than a secret.`

function spaceProblem(text: string): string | undefined {
  const inside = text.match(ARN_INSIDE)?.[0]
  if (/\s/.test(text) && inside !== undefined && !/^arn:/i.test(text))
    return `the value has other text around its ARN; write "${inside}".`
  if (/[\r\n]/.test(text))
    return `the value has a line break in it, and an ARN has one line; write it without: "${joined(text)}".`
  if (/\s/.test(text)) return `"${text}" has white space in it; write "${joined(text)}".`
  if (invisibleProblem(text) !== undefined)
    return `"${visible(text)}" has an invisible character in it, as copied from a document; write "${joined(text)}".`
  return undefined
}

const joined = (text: string) => withoutInvisible(text.replace(/\s+/g, ''))

function otherThingProblem(text: string, form: string): string {
  if (isAccountNumber(text)) {
    return `"${text}" is an account number, not an ARN; write "arn:aws:sts::${text}:assumed-role/ROLE-NAME/*".`
  }
  if (/^arn%3a/i.test(text)) return `"${text}" is URL-encoded; write it with ":" for "%3A" and "/" for "%2F".`
  // 40 characters are an AWS secret key or an application key, 32 an API key: such a value is not repeated.
  if (/^[A-Za-z0-9/+=]{32,}$/.test(text)) return `the value is not an ARN and looks like a key; ${form}.`
  if (/^A[RKSG][A-Z]A[A-Z0-9]{12,}/.test(text))
    return `"${text}" is the id of a key, user or role, not an ARN; ${form}.`
  const colon = text.startsWith('aws') ? /^aws[a-z-]*:[^:]*:.*$/.exec(text) : null
  if (colon !== null) return `"${text}" lacks the beginning of an ARN; write "arn:${text}".`
  const path = /^\/?(role|assumed-role|user|federated-user)\/(.+)$/.exec(text)
  if (path?.[1] !== undefined && path[2] !== undefined) return resourceProblem(text, path[1], path[2])
  if (/^[\w+=,.@-]{1,64}$/.test(text)) {
    return `"${text}" is a name, not an ARN; for the role of that name write "arn:aws:sts::123456789012:assumed-role/${text}/*" with your account number.`
  }
  return `"${text}" is not an ARN; ${form}.`
}

function resourceProblem(text: string, type: string, rest: string): string {
  const service = type.endsWith('role') || type === 'federated-user' ? 'sts' : 'iam'
  const names = rest.split('/').filter((name) => name !== '' && name !== '*')
  const resource = type === 'role' ? `assumed-role/${names.at(-1) ?? 'ROLE-NAME'}/*` : `${type}/${rest}`
  return `"${text}" is the end of an ARN only; write "arn:aws:${service}::123456789012:${resource}" with your account number.`
}
