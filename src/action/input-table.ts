import type { KindName } from '../mappings/mapping.ts'
import type { OperationName } from '../operations/operation.ts'

/** Which operations and kinds use an input; absent means all of them. */
export interface InputUse {
  readonly operations?: readonly OperationName[]
  readonly kinds?: readonly KindName[]
}

const AWS: readonly KindName[] = ['aws-persona', 'aws-intake']
const GITHUB: readonly KindName[] = ['github-persona', 'github-intake']
const PERSONA: readonly KindName[] = ['aws-persona', 'github-persona']
const ONE: readonly OperationName[] = ['get', 'create', 'update', 'delete', 'ensure']
const FILE: readonly OperationName[] = ['plan', 'apply']
const NOT_FILE: readonly OperationName[] = ['list', ...ONE, 'match', 'verify', 'login']

/** Every input of the action, in the order of `action.yml`. */
export const INPUTS = {
  operation: {},
  kind: { operations: NOT_FILE },
  site: {},
  'api-url': {},
  'api-key': {},
  'app-key': {},
  'bearer-token': {},
  auth: {},
  'org-uuid': {},
  'aws-region': {},
  'oidc-audience': {},
  'oidc-proof-prefix': {},
  'mapping-id': { operations: ['get', 'update', 'delete', 'verify'] },
  'arn-pattern': { operations: [...ONE, 'verify'], kinds: AWS },
  'rewrite-role-arn': { operations: [...ONE, 'verify'], kinds: AWS },
  'account-identifier': { operations: ['create', 'update', 'ensure', 'verify'], kinds: PERSONA },
  claims: { operations: ONE, kinds: GITHUB },
  'attribute-key': { operations: ONE, kinds: ['authn'] },
  'attribute-value': { operations: ONE, kinds: ['authn'] },
  'role-id': { operations: ONE, kinds: ['authn'] },
  'team-id': { operations: ONE, kinds: ['authn'] },
  filter: { operations: ['list'], kinds: ['authn'] },
  sort: { operations: ['list'], kinds: ['authn'] },
  'resource-type': { operations: ['list'], kinds: ['authn'] },
  'page-number': { operations: ['list'], kinds: ['authn'] },
  'page-size': { operations: ['list'], kinds: ['authn'] },
  arn: { operations: ['match'], kinds: AWS },
  'identity-claims': { operations: ['match'], kinds: GITHUB },
  'login-as': { operations: ['login'] },
  wait: { operations: ['verify'] },
  'if-exists': { operations: ['create', 'ensure'] },
  'if-missing': { operations: ['get', 'delete'] },
  'dry-run': { operations: ['create', 'update', 'delete', 'ensure', 'apply'] },
  file: { operations: FILE },
  prune: { operations: FILE },
  'max-deletes': { operations: FILE },
  'expected-plan': { operations: ['apply'] },
  'plan-file': { operations: ['apply'] },
  'auto-approve': { operations: ['apply'] },
  force: { operations: FILE },
  comment: { operations: FILE },
  'github-token': { operations: FILE },
  timeout: {},
  retries: {},
  summary: {},
} as const satisfies Record<string, InputUse>

/** The name of an input. */
export type InputName = keyof typeof INPUTS

/** All input names, in the order of `action.yml`. */
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[]

/** Names under which people give an input that is called otherwise: Datadog's older documents, and spellings of other tools. */
export const OTHER_NAMES: Readonly<Record<string, InputName>> = {
  'role-uuid': 'role-id',
  'team-uuid': 'team-id',
  'application-key': 'app-key',
  'dd-api-key': 'api-key',
  'dd-app-key': 'app-key',
  'datadog-api-key': 'api-key',
  'datadog-app-key': 'app-key',
  'dd-site': 'site',
  'datadog-site': 'site',
  'dd-org-uuid': 'org-uuid',
  'org-id': 'org-uuid',
  audience: 'oidc-audience',
  region: 'aws-region',
  token: 'bearer-token',
  path: 'file',
  'mappings-file': 'file',
  'plan-digest': 'expected-plan',
  plan: 'plan-file',
  arn_pattern: 'arn-pattern',
  'role-arn': 'arn-pattern',
  'persona-mapping-id': 'mapping-id',
  'authn-mapping-id': 'mapping-id',
  id: 'mapping-id',
  email: 'account-identifier',
  'account-id': 'account-identifier',
  account: 'account-identifier',
  'page-num': 'page-number',
}

/** Whether an input has any effect for this operation and kind. */
export function isUsed(name: InputName, operation: OperationName, kind: KindName): boolean {
  const use: InputUse = INPUTS[name]
  return (use.operations?.includes(operation) ?? true) && (use.kinds?.includes(kind) ?? true)
}
