import type { Scope } from '../../../src/mappings/file/scope.ts'
import type { KindName, MappingAttributes } from '../../../src/mappings/mapping.ts'

const ROLE = '94172444-be03-11e9-a77a-db1879185210'

interface Accepted {
  readonly text: string
  readonly mappings: readonly { readonly kind: KindName; readonly attributes: MappingAttributes }[]
  readonly scope?: Scope
}

/** Files without mistakes, with what they say. */
export const ACCEPTED: Readonly<Record<string, Accepted>> = {
  'no mappings': { text: 'version: 1\nmappings: []\n', mappings: [] },
  'a version in quotes': { text: 'version: "1"\nmappings: []\n', mappings: [] },
  'a byte order mark': { text: '\ufeffversion: 1\nmappings: []\n', mappings: [] },
  'line ends of Windows': { text: 'version: 1\r\nmappings: []\r\n', mappings: [] },
  JSON: {
    text: '{ "$schema": "../schema/datadog-mappings.schema.json", "version": 1, "mappings": [{ "kind": "aws-intake", "arn-pattern": "arn:aws:iam::123456789012:user/x" }] }',
    mappings: [{ kind: 'aws-intake', attributes: { arnPattern: 'arn:aws:iam::123456789012:user/x' } }],
  },
  'patterns that overlap': {
    text: `version: 1
mappings:
  - { kind: aws-intake, arn-pattern: 'arn:aws:sts::123456789012:assumed-role/a/*' }
  - { kind: aws-intake, arn-pattern: 'arn:aws:sts::123456789012:assumed-role/a/x' }
`,
    mappings: ['*', 'x'].map((session) => ({
      kind: 'aws-intake',
      attributes: { arnPattern: `arn:aws:sts::123456789012:assumed-role/a/${session}` },
    })),
  },
  'persona and intake of the same claims': {
    text: `version: 1
mappings:
  - { kind: github-intake, claims: { sub: '/^repo:a/b:.*$/' } }
  - { kind: github-persona, claims: { sub: '/^repo:a/b:.*$/' }, account-identifier: a@example.com }
`,
    mappings: [
      { kind: 'github-intake', attributes: { claims: { sub: '^repo:a/b:.*$' } } },
      {
        kind: 'github-persona',
        attributes: { claims: { sub: '^repo:a/b:.*$' }, accountIdentifier: 'a@example.com' },
      },
    ],
  },
  'every kind': {
    text: `version: 1
scope:
  aws-persona: { accounts: ["123456789012"], pattern-prefixes: ['arn:aws:sts::'] }
  github-persona: { repositories: [my-org/app, 123456] }
  authn: { attribute-keys: [member-of] }
mappings:
  - kind: aws-persona
    arn-pattern: arn:aws:iam::123456789012:role/ci/deployer
    account-identifier: deployer@example.com
  - kind: aws-intake
    arn-pattern: arn:aws:iam::123456789012:user/agent
  - kind: github-persona
    claims: { repository: my-org/app, ref: refs/heads/main }
    account-identifier: 3fa85f64-5717-4562-b3fc-2c963f66afa6
  - kind: github-intake
    claims: { sub: '/^repo:my-org/other:.*$/' }
  - kind: authn
    attribute-key: member-of
    attribute-value: Development
    role-id: ${ROLE.toUpperCase()}
  - { kind: authn, attribute-key: member-of, attribute-value: Ops, team-id: ${ROLE} }
`,
    mappings: [
      {
        kind: 'aws-persona',
        attributes: {
          arnPattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
          accountIdentifier: 'deployer@example.com',
        },
      },
      { kind: 'aws-intake', attributes: { arnPattern: 'arn:aws:iam::123456789012:user/agent' } },
      {
        kind: 'github-persona',
        attributes: {
          claims: { repository: '^my-org/app$', ref: '^refs/heads/main$' },
          accountIdentifier: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
        },
      },
      { kind: 'github-intake', attributes: { claims: { sub: '^repo:my-org/other:.*$' } } },
      { kind: 'authn', attributes: { attributeKey: 'member-of', attributeValue: 'Development', roleId: ROLE } },
      { kind: 'authn', attributes: { attributeKey: 'member-of', attributeValue: 'Ops', teamId: ROLE } },
    ],
    scope: {
      'aws-persona': { accounts: ['123456789012'], patternPrefixes: ['arn:aws:sts::'] },
      'github-persona': { repositories: ['my-org/app', '123456'] },
      authn: { attributeKeys: ['member-of'] },
    },
  },
  'values that YAML would change': {
    text: `version: 1
scope: { aws-intake: { accounts: [012345678901] } }
mappings:
  - { kind: authn, attribute-key: level, attribute-value: 0123, role-id: ${ROLE} }
  - { kind: authn, attribute-key: admin, attribute-value: true, role-id: ${ROLE} }
  - { kind: authn, attribute-key: size, attribute-value: 1e3, role-id: ${ROLE} }
  - { kind: github-intake, claims: { repository: my-org/app, repository_id: 0042, environment: on } }
`,
    mappings: [
      { kind: 'authn', attributes: { attributeKey: 'level', attributeValue: '0123', roleId: ROLE } },
      { kind: 'authn', attributes: { attributeKey: 'admin', attributeValue: 'true', roleId: ROLE } },
      { kind: 'authn', attributes: { attributeKey: 'size', attributeValue: '1e3', roleId: ROLE } },
      { kind: 'github-intake', attributes: { claims: { repository_id: '^0042$', environment: '^on$' } } },
    ],
    scope: { 'aws-intake': { accounts: ['012345678901'] } },
  },
  'anchors and aliases': {
    text: `version: 1
mappings:
  - { kind: aws-persona, arn-pattern: 'arn:aws:iam::123456789012:user/a', account-identifier: &who a@example.com }
  - { kind: aws-persona, arn-pattern: 'arn:aws:iam::123456789012:user/b', account-identifier: *who }
`,
    mappings: ['a', 'b'].map((name) => ({
      kind: 'aws-persona',
      attributes: { arnPattern: `arn:aws:iam::123456789012:user/${name}`, accountIdentifier: 'a@example.com' },
    })),
  },
  'a role ARN that is to stay': {
    text: `version: 1\nmappings:\n  - { kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:user/a', rewrite-role-arn: false }\n`,
    mappings: [{ kind: 'aws-intake', attributes: { arnPattern: 'arn:aws:iam::123456789012:user/a' } }],
  },
}
