// The mappings of the benchmark, by number, as both sides need them.

/** The ARN pattern of a mapping. */
export function patternOf(number: number): string {
  return `arn:aws:sts::${String(100_000_000_000 + (number % 50))}:assumed-role/service-${number}/*`
}

/** The account of a mapping. */
export function accountOf(number: number): string {
  return `service-${number}@example.com`
}

/** A mapping as Datadog answers it. */
export function onTheWire(number: number): object {
  return {
    id: uuid('7c405332', number),
    type: 'aws_cloud_auth_config',
    attributes: {
      account_identifier: accountOf(number),
      account_uuid: uuid('3fa85f64', number),
      arn_pattern: patternOf(number),
    },
  }
}

/** A mappings file that names so many mappings from a number on, and may delete what else there is of their accounts. */
export function mappingsFile(first: number, count: number): string {
  const lines = ['version: 1', 'scope:', '  aws-persona: { pattern-prefixes: ["arn:aws:sts::"] }', 'mappings:']
  for (let number = first; number < first + count; number++) {
    lines.push(
      '  - kind: aws-persona',
      `    arn-pattern: ${patternOf(number)}`,
      `    account-identifier: ${accountOf(number)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

function uuid(start: string, number: number): string {
  return `${start}-7033-40d2-a046-${number.toString(16).padStart(12, '0')}`
}
