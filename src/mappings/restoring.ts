import { asInputs, type LiveMapping } from './mapping.ts'

/** The mapping as it can be made again, although Datadog may tell of its account only the UUID. */
export function restored(mapping: LiveMapping): LiveMapping {
  const accountIdentifier = mapping.accountIdentifier ?? mapping.accountUuid
  return { ...mapping, ...(accountIdentifier !== undefined && { accountIdentifier }) }
}

/** The inputs that make a mapping again, a line each, as they stand below `with:`. */
export function restoringInputs(mapping: LiveMapping): string[] {
  const written = asInputs(restored(mapping))
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
