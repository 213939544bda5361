import type { KindName } from '../../mappings/mapping.ts'
import type { OperationName } from '../../operations/request.ts'

/** One input: who uses it, and what is read when it is empty. */
export interface Input {
  /** Which operations and kinds use it; absent means all of them. */
  readonly operations?: readonly OperationName[]
  readonly kinds?: readonly KindName[]
  /** The words that it takes. */
  readonly choices?: readonly string[]
  /** What is read when the input and its environment variables are empty. */
  readonly default?: string
  /** The defaults of operations that have one of their own. */
  readonly defaults?: Readonly<Partial<Record<OperationName, string>>>
  /** The environment variables that are read when it is empty, first one first: those of Datadog's own tools, and GitHub's. */
  readonly env?: readonly string[]
}

const AWS: readonly KindName[] = ['aws-persona', 'aws-intake']
const GITHUB: readonly KindName[] = ['github-persona', 'github-intake']
const PERSONA: readonly KindName[] = ['aws-persona', 'github-persona']
const AUTHN: readonly KindName[] = ['authn']
const ONE: readonly OperationName[] = ['get', 'create', 'update', 'delete', 'ensure']
const FILE: readonly OperationName[] = ['plan', 'apply']
const ALL_AT_ONCE: readonly OperationName[] = ['list', 'export', 'audit']
const NOT_FILE: readonly OperationName[] = [...ALL_AT_ONCE, ...ONE, 'match', 'verify', 'login']
const WRITING: readonly OperationName[] = ['create', 'update', 'delete', 'ensure', 'apply']
/** The value of `kind` that stands for every kind. */
export const ALL = 'all'

const NO_YES = ['false', 'true'] as const

/** Every input of the action by group, in the order of `action.yml` and the README, which name the groups the same. */
export const INPUT_GROUPS = {
  Connection: {
    site: { default: 'datadoghq.com', env: ['DD_SITE'] },
    'api-key': { env: ['DD_API_KEY', 'DATADOG_API_KEY'] },
    'app-key': { env: ['DD_APP_KEY', 'DATADOG_APP_KEY'] },
    'bearer-token': { env: ['DD_BEARER_TOKEN'] },
    auth: { choices: ['auto', 'keys', 'bearer', 'aws', 'github'], default: 'auto' },
    'org-uuid': { env: ['DD_ORG_UUID'] },
  },
  What: {
    operation: {},
    kind: { operations: NOT_FILE, default: 'aws-persona', defaults: { export: ALL, audit: ALL } },
    'mapping-id': { operations: ['get', 'update', 'delete', 'verify'] },
    'arn-pattern': { operations: [...ONE, 'verify'], kinds: AWS },
    'rewrite-role-arn': { operations: [...ONE, 'verify'], kinds: AWS, choices: ['true', 'false'], default: 'true' },
    'account-identifier': { operations: ['create', 'update', 'ensure', 'verify'], kinds: PERSONA },
    claims: { operations: ONE, kinds: GITHUB },
    'attribute-key': { operations: ONE, kinds: AUTHN },
    'attribute-value': { operations: ONE, kinds: AUTHN },
    role: { operations: ONE, kinds: AUTHN },
    'role-id': { operations: ONE, kinds: AUTHN },
    team: { operations: ONE, kinds: AUTHN },
    'team-id': { operations: ONE, kinds: AUTHN },
    filter: { operations: ['list'], kinds: AUTHN },
    sort: { operations: ['list'], kinds: AUTHN },
    'resource-type': { operations: ['list'], kinds: AUTHN, choices: ['role', 'team'] },
    'page-number': { operations: ['list'], kinds: AUTHN },
    'page-size': { operations: ['list'], kinds: AUTHN },
    arn: { operations: ['match'], kinds: AWS },
    'identity-claims': { operations: ['match'], kinds: GITHUB },
  },
  How: {
    'if-exists': { operations: ['create', 'ensure'], defaults: { create: 'fail', ensure: 'replace' } },
    'if-missing': { operations: ['get', 'delete'], choices: ['fail', 'ignore'], default: 'fail' },
    'dry-run': { operations: WRITING, choices: NO_YES, default: 'false' },
    force: { operations: ['update', 'delete', ...FILE] },
    'fail-on': { operations: ['plan', 'audit'], defaults: { plan: 'refused', audit: 'nothing' } },
    'login-as': { operations: ['login'], choices: ['persona', 'intake'], default: 'persona' },
    wait: { operations: ['verify'], default: '600' },
  },
  'Mappings file': {
    file: { operations: [...FILE, 'export', 'audit'], default: '.github/datadog-mappings.yml' },
    prune: { operations: FILE, choices: NO_YES, default: 'false' },
    'max-deletes': { operations: FILE, default: '5' },
    'expected-plan': { operations: ['apply'] },
    'plan-file': { operations: ['apply'] },
    'auto-approve': { operations: ['apply'], choices: NO_YES, default: 'false' },
    comment: { operations: FILE, choices: NO_YES, default: 'false' },
    'github-token': { operations: FILE, env: ['GITHUB_TOKEN'] },
  },
  Advanced: {
    'api-url': {},
    'aws-region': {},
    'oidc-audience': {},
    'oidc-proof-prefix': {},
    timeout: { default: '300', defaults: { verify: '900', apply: '900', audit: '900' } },
    retries: { default: '4' },
    summary: { choices: ['true', 'false'], default: 'true' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Input>>>>

/** Every input of the action. */
export const INPUTS = {
  ...INPUT_GROUPS.Connection,
  ...INPUT_GROUPS.What,
  ...INPUT_GROUPS.How,
  ...INPUT_GROUPS['Mappings file'],
  ...INPUT_GROUPS.Advanced,
}

/** The name of an input. */
export type InputName = keyof typeof INPUTS

/** The name of an input that takes one of the words of its row, and those words. */
export type ChoiceName = {
  [N in InputName]: (typeof INPUTS)[N] extends { readonly choices: readonly string[] } ? N : never
}[InputName]
/** One of the words that an input takes. */
export type Choice<N extends ChoiceName> = (typeof INPUTS)[N]['choices'][number]

/** All input names, in the order of `action.yml`. */
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[]

/** The row of an input, whatever it has. */
export function inputRow(name: InputName): Input {
  return INPUTS[name]
}

/** Other names that people use for an input: Datadog's older documents, and spellings of other tools. */
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

/** Whether an operation can change something in Datadog, and so sets the output `changed`. */
export const isWriting = (operation: string): boolean => WRITING.some((name) => name === operation)

/** Whether `kind` can be `all` for an operation. */
export const takesAll = (operation: OperationName): boolean => ALL_AT_ONCE.includes(operation)

/** Inputs that mean the same for different operations: who is mapped, and who asks. */
export const COUNTERPARTS: Readonly<Partial<Record<InputName, InputName>>> = {
  arn: 'arn-pattern',
  'arn-pattern': 'arn',
  'identity-claims': 'claims',
  claims: 'identity-claims',
}

/** The input that means for this operation and kind what an unused one means for others. */
export function counterpartOf(
  name: InputName,
  operation: OperationName,
  kind: KindName | typeof ALL,
): InputName | undefined {
  const other = COUNTERPARTS[name]
  return other !== undefined && !isUsed(name, operation, kind) && isUsed(other, operation, kind) ? other : undefined
}

/** Whether an input has any effect for this operation and kind; what belongs to some kinds has none when all are read. */
export function isUsed(name: InputName, operation: OperationName, kind: KindName | typeof ALL): boolean {
  const { operations, kinds } = inputRow(name)
  return (operations?.includes(operation) ?? true) && (kinds === undefined || (kind !== ALL && kinds.includes(kind)))
}
