import type { Listing } from '../datadog/listing.ts'
import type { Site } from '../datadog/site.ts'
import { diagnoseArnPattern, lookUpPatterns } from '../mappings/arn.ts'
import { checkAccountIdentifier, checkSamlText, checkUuid } from '../mappings/attributes.ts'
import type { Checked } from '../mappings/checked.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { KindName, MappingAttributes } from '../mappings/mapping.ts'
import type { OperationName, Request } from '../operations/operation.ts'
import { enterpriseProblem } from './auth-inputs.ts'
import { type Environment, type InputReader, quoted } from './input-reader.ts'
import { type InputName, isUsed } from './input-table.ts'
import { requireInputs } from './required-inputs.ts'

/** What is known before the inputs about a mapping are read. */
export interface Setting {
  readonly operation: OperationName
  readonly kind: KindName
  readonly env: Environment
  readonly site?: Site
  /** The site, or the other address, that the step is about. */
  readonly where: string
}

// The sort orders of Datadog's AuthN list, each also with a leading minus for descending.
const SORTS = [
  'created_at',
  'role_id',
  'saml_assertion_attribute_id',
  'role.name',
  'saml_assertion_attribute.attribute_key',
  'saml_assertion_attribute.attribute_value',
] as const

/** The value of `claims` that stands for the claims of the running job. */
const THIS_JOB = 'this-job'

// Elsewhere an ARN pattern is only looked up, and a useless live one must be findable.
const WITH_PATTERN: readonly OperationName[] = ['create', 'update', 'ensure', 'verify']
const LONGEST_WAIT = { min: 0, max: 21_600, whole: false, unit: 'seconds' }

/** Reads the inputs that say which mapping and what about it; what is wrong with them is collected in the reader. */
export async function readMappingInputs(reader: InputReader, setting: Setting): Promise<Request> {
  const { operation, kind } = setting
  refuseImpossible(reader, setting)
  const used = (name: InputName) => (isUsed(name, operation, kind) ? reader.text(name) : '')
  const mappingId = readMappingId(reader, used('mapping-id'))
  const rewriteRoleArn = isUsed('rewrite-role-arn', operation, kind)
    ? reader.choice('rewrite-role-arn', ['true', 'false']) === 'true'
    : true
  const arnPattern = used('arn-pattern')
  const account = used('account-identifier')
  const accountIdentifier = account && reader.checked('account-identifier', checkAccountIdentifier(account))
  const claims = used('claims')
  const attributes: MappingAttributes = {
    ...(arnPattern &&
      (WITH_PATTERN.includes(operation) ? readPattern(reader, arnPattern, rewriteRoleArn) : { arnPattern })),
    ...(accountIdentifier && { accountIdentifier }),
    ...(claims && claims !== THIS_JOB && (await readClaims(reader, claims))),
    ...readAuthn(reader, used),
  }
  const request: Request = {
    operation,
    kind,
    ...(mappingId && { mappingId }),
    attributes,
    claimsOfThisJob: claims === THIS_JOB,
    lookUpPatterns: arnPattern === '' ? [] : lookUpPatterns(arnPattern, { rewriteRoleArn }),
    ifExists: readIfExists(reader, operation),
    where: setting.where,
    dryRun: isUsed('dry-run', operation, kind) && reader.choice('dry-run', ['false', 'true']) === 'true',
    ifMissing: isUsed('if-missing', operation, kind) ? reader.choice('if-missing', ['fail', 'ignore']) : 'fail',
    query: readQuery(reader, used),
    ...((operation === 'plan' || operation === 'apply') &&
      (await (await import('./desired-inputs.ts')).readDesired(reader, operation, setting.env))),
    ...(operation === 'match' && (await readCaller(reader, used))),
    loginAs: operation === 'login' ? reader.choice('login-as', ['persona', 'intake']) : 'persona',
    waitSeconds: operation === 'verify' ? reader.number('wait', LONGEST_WAIT) : 0,
  }
  requireInputs(reader, request)
  return request
}

function refuseImpossible(reader: InputReader, { operation, kind, site, env }: Setting): void {
  if (operation === 'match' && kind === 'authn') {
    reader.problem(
      'operation',
      'match is about AWS and GitHub callers; an AuthN mapping is matched by the SAML assertion at login. Use list with filter instead.',
    )
  }
  if (operation === 'login' && site?.gov && reader.text('login-as').toLowerCase() === 'intake') {
    reader.problem(
      'login-as',
      `Datadog does not offer intake mappings on ${site.name}. Use login-as: persona, or keys.`,
    )
  }
  if (kind === 'aws-intake' && site?.gov) {
    reader.problem(
      'kind',
      `Datadog does not offer AWS intake mappings on ${site.name}. Use aws-persona, or another site.`,
    )
  }
  const enterprise = enterpriseProblem(env)
  if (kind.startsWith('github-') && enterprise !== undefined)
    reader.problem('kind', `${kind} is not possible from ${enterprise}`)
  if (operation === 'verify' && !KINDS[kind].persona) {
    reader.problem(
      'kind',
      `verify is about who a caller becomes, so it goes with aws-persona and github-persona; for an intake mapping use login with login-as: intake.`,
    )
  }
}

function readIfExists(reader: InputReader, operation: OperationName): Request['ifExists'] {
  // Nothing given means the first choice, which is another one for each of the two.
  if (operation === 'create') return reader.choice('if-exists', ['fail', 'keep'])
  return operation === 'ensure' ? reader.choice('if-exists', ['replace', 'fail']) : 'fail'
}

function readMappingId(reader: InputReader, given: string): string | undefined {
  if (given === '' || /^[A-Za-z0-9_-]{1,128}$/.test(given)) return given || undefined
  const instead = given.startsWith('arn:') ? ' To find a mapping by its pattern, give it as arn-pattern.' : ''
  reader.problem(
    'mapping-id',
    `${quoted(given)} is not an id of a mapping, which looks like 7c405332-7033-40d2-a046-a27a075a22cd.${instead}`,
  )
  return undefined
}

function readPattern(reader: InputReader, given: string, rewriteRoleArn: boolean): MappingAttributes | undefined {
  const checked = reader.checked('arn-pattern', diagnoseArnPattern(given, { rewriteRoleArn }))
  if (checked?.rewrittenFrom !== undefined) {
    reader.notices.push(
      `arn-pattern: the IAM role ARN ${checked.rewrittenFrom} was rewritten to ${checked.pattern}, which is what AWS says of a caller in that role. Set rewrite-role-arn: false to send it as it is.`,
    )
  }
  return checked && { arnPattern: checked.pattern }
}

async function readClaims(reader: InputReader, given: string): Promise<MappingAttributes | undefined> {
  const { parseClaims, compileClaims } = await import('../mappings/claims.ts')
  const entries = reader.checked('claims', await parseClaims(given))
  const claims = entries && reader.checked('claims', await compileClaims(entries))
  return claims && { claims }
}

function readAuthn(reader: InputReader, used: (name: InputName) => string): MappingAttributes {
  const read = (name: InputName, check: (text: string) => Checked<string>) => {
    const given = used(name)
    return given === '' ? undefined : reader.checked(name, check(given))
  }
  const attributeKey = read('attribute-key', checkSamlText)
  const attributeValue = read('attribute-value', checkSamlText)
  const roleId = read('role-id', (text) => checkUuid(text, 'role'))
  const teamId = read('team-id', (text) => checkUuid(text, 'team'))
  return {
    ...(attributeKey && { attributeKey }),
    ...(attributeValue && { attributeValue }),
    ...(roleId && { roleId }),
    ...(teamId && { teamId }),
  }
}

function readQuery(reader: InputReader, used: (name: InputName) => string): Listing {
  const sort = used('sort')
  const known = SORTS.flatMap((name) => [name, `-${name}`])
  if (/^(yes|no|on|off|true|false)$/i.test(sort)) {
    const today = /^(yes|on|true)$/i.test(sort) ? '-created_at' : 'created_at'
    reader.problem(
      'sort',
      `${quoted(sort)} is the spelling of an older API. Write ${today} for newest ${today.startsWith('-') ? 'first' : 'last'}, or one of ${SORTS.join(', ')}.`,
    )
  } else if (sort !== '' && !known.includes(sort)) {
    reader.problem(
      'sort',
      `${quoted(sort)} is not one of ${SORTS.join(', ')}, each also with a leading - for descending.`,
    )
  }
  const whole = (name: InputName, min: number, max: number) =>
    used(name) === ''
      ? undefined
      : reader.number(name, { min, max, whole: true, unit: name === 'page-size' ? 'mappings' : 'pages' })
  const pageNumber = whole('page-number', 0, 1_000_000)
  const pageSize = whole('page-size', 1, 100)
  const filter = used('filter')
  return {
    ...(filter && { filter }),
    ...(sort && { sort }),
    ...(used('resource-type') && { resourceType: reader.choice('resource-type', ['role', 'team']) }),
    ...(pageNumber !== undefined && { pageNumber }),
    ...(pageSize !== undefined && { pageSize }),
  }
}

async function readCaller(reader: InputReader, used: (name: InputName) => string): Promise<Pick<Request, 'caller'>> {
  const arn = used('arn')
  if (arn !== '') {
    const { callerArnProblem } = await import('../mappings/caller.ts')
    const problem = callerArnProblem(arn)
    if (problem === undefined) return { caller: { arn } }
    reader.problem('arn', problem)
  }
  const claims = used('identity-claims')
  if (claims === '') return {}
  const { parseClaims } = await import('../mappings/claims.ts')
  const parsed = reader.checked('identity-claims', await parseClaims(claims))
  return parsed === undefined ? {} : { caller: { claims: parsed } }
}
