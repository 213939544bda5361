/** The five kinds of mapping, in the order in which they are listed everywhere. */
export const KIND_NAMES = ['aws-persona', 'aws-intake', 'github-persona', 'github-intake', 'authn'] as const

/** The name of a kind, as the input `kind` spells it. */
export type KindName = (typeof KIND_NAMES)[number]

/** Claim name → regular expression, as Datadog keeps it; a live mapping may carry names that we do not know. */
export type ClaimMatchers = Readonly<Record<string, string>>

/** Everything that can be written to a mapping; which of it a kind has is told by the kind. */
export interface MappingAttributes {
  readonly arnPattern?: string
  readonly accountIdentifier?: string
  readonly claims?: ClaimMatchers
  readonly attributeKey?: string
  readonly attributeValue?: string
  readonly roleId?: string
  readonly teamId?: string
}

/** A mapping as Datadog has it. */
export interface LiveMapping extends MappingAttributes {
  readonly kind: KindName
  readonly id: string
  readonly accountUuid?: string
  readonly roleName?: string
  readonly teamName?: string
  readonly createdAt?: string
  readonly modifiedAt?: string
}

/** The mapping in the words of the inputs and outputs, so that a part of it can be pasted into a step or a mappings file. */
export function asInputs(live: Partial<LiveMapping>): Record<string, unknown> {
  return defined({
    kind: live.kind,
    'mapping-id': live.id,
    'arn-pattern': live.arnPattern,
    // A plain value would be escaped when it is read as an input; between slashes it stays the regular expression that it is.
    claims: live.claims && Object.fromEntries(Object.entries(live.claims).map(([name, value]) => [name, `/${value}/`])),
    'account-identifier': live.accountIdentifier,
    'account-uuid': live.accountUuid,
    'attribute-key': live.attributeKey,
    'attribute-value': live.attributeValue,
    'role-id': live.roleId,
    'role-name': live.roleName,
    'team-id': live.teamId,
    'team-name': live.teamName,
    'created-at': live.createdAt,
    'modified-at': live.modifiedAt,
  })
}

/** The written attributes of what `asInputs` gave. */
export function fromInputs(
  inputs: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
): MappingAttributes {
  const text = (name: string) => (typeof inputs[name] === 'string' ? inputs[name] : undefined)
  const { claims } = inputs
  const attributes = {
    arnPattern: text('arn-pattern'),
    accountIdentifier: text('account-identifier'),
    attributeKey: text('attribute-key'),
    attributeValue: text('attribute-value'),
    roleId: text('role-id'),
    teamId: text('team-id'),
    claims:
      typeof claims === 'object'
        ? Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value.replace(/^\/|\/$/g, '')]))
        : undefined,
  }
  return defined(attributes)
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}
