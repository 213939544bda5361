import { asInputs, type LiveMapping } from './mapping.ts'

/** The inputs that make a mapping again, a line each, as they stand below `with:`. */
export function restoringInputs(mapping: LiveMapping): string[] {
  const account = mapping.accountIdentifier ?? mapping.accountUuid
  const written = asInputs({ ...mapping, ...(account !== undefined && { accountIdentifier: account }) })
  const names = ['kind', 'arn-pattern', 'account-identifier', 'attribute-key', 'attribute-value', 'role-id', 'team-id']
  const lines = [
    'operation: create',
    ...names.filter((name) => written[name] !== undefined).map((name) => `${name}: ${yaml(written[name])}`),
  ]
  if (mapping.arnPattern !== undefined) lines.push('rewrite-role-arn: false')
  if (mapping.claims === undefined) return lines
  return [
    ...lines,
    'claims: |',
    ...Object.entries(mapping.claims).map(([name, value]) => `  ${name}: ${yaml(`/${value}/`)}`),
  ]
}

function yaml(value: unknown): string {
  const text = String(value)
  return /^[A-Za-z][\w.@/-]*$/.test(text) && !/^(true|false|yes|no|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text)
}
