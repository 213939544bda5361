import type { Listing } from '../../datadog/authn-pages.ts'
import type { Site } from '../../datadog/site.ts'
import { isOverUsers } from '../../mappings/arn/arn-overlap.ts'
import { lookUpPatterns } from '../../mappings/arn/arn-pattern.ts'
import {
  checkAttributes,
  checkNames,
  fieldOf,
  type GivenAttributes,
  NAME_FIELDS,
  TEXT_ATTRIBUTES,
} from '../../mappings/attributes.ts'
import type { Caller } from '../../mappings/caller.ts'
import { nearest } from '../../mappings/checked.ts'
import { KINDS } from '../../mappings/kinds.ts'
import {
  type AttributeName,
  type GivenNames,
  KIND_NAMES,
  type KindName,
  type MappingAttributes,
} from '../../mappings/mapping.ts'
import { isPlain } from '../../mappings/visible.ts'
import type {
  AuditRequest,
  Described,
  ExportRequest,
  Named,
  OperationName,
  Reading,
  Request,
  Unread,
} from '../../operations/request.ts'
import { enterpriseProblem } from './credential-inputs.ts'
import { type InputReader, quoted } from './input-reader.ts'
import { ALL, type InputName, isUsed } from './input-table.ts'
import { refuseBoth, requireChange, requireOne, requireWhole } from './required-inputs.ts'

/** What is known before the inputs about mappings are read. */
export interface Setting {
  readonly operation: OperationName
  readonly kind: KindName
  readonly site?: Site
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

// Who else can satisfy a mapping matters when it is written.
const WARNED: readonly OperationName[] = ['create', 'ensure', 'update']

const LONGEST_WAIT = { min: 0, max: 21_600, whole: false, unit: 'seconds' }

/**
 * Reads the inputs that say which mappings and what about them. What is wrong with them is collected in the reader; the request is
 * undefined when that leaves nothing to ask for.
 */
export async function readRequest(
  reader: InputReader,
  { kind, ...setting }: Omit<Setting, 'kind'> & { readonly kind: KindName | typeof ALL },
): Promise<Request | undefined> {
  if (kind !== ALL) return readRequestOfKind(reader, { ...setting, kind })
  const reading = { kind, unavailable: unavailableKinds(reader, setting.site) } as const
  if (setting.operation === 'export') return readExport(reader, reading)
  return setting.operation === 'audit' ? readAudit(reader, reading) : { operation: 'list', ...reading, query: {} }
}

async function readRequestOfKind(reader: InputReader, setting: Setting): Promise<Request | undefined> {
  refuseImpossible(reader, setting)
  const { operation, kind } = setting
  switch (operation) {
    case 'list':
      return { operation, kind, unavailable: [], query: readQuery(reader, setting) }
    case 'export':
      return readExport(reader, { kind, unavailable: [] })
    case 'audit':
      return readAudit(reader, { kind, unavailable: [] })
    case 'get': {
      const described = await readNamed(reader, setting)
      requireOne(reader, described, operation)
      return { operation, ...described, ifMissing: reader.choice('if-missing') }
    }
    case 'delete': {
      const described = await readNamed(reader, setting)
      requireOne(reader, described, operation)
      const ifMissing = reader.choice('if-missing')
      return { operation, ...described, ifMissing, force: reader.ids('force'), dryRun: reader.flag('dry-run') }
    }
    case 'create': {
      const described = await readDescribed(reader, setting)
      requireWhole(reader, described, operation)
      const ifExists = reader.oneOf('if-exists', ['fail', 'keep'])
      return { operation, ...described, ifExists, dryRun: reader.flag('dry-run') }
    }
    case 'ensure': {
      const described = await readDescribed(reader, setting)
      requireWhole(reader, described, operation)
      const ifExists = reader.oneOf('if-exists', ['replace', 'fail'])
      return { operation, ...described, ifExists, dryRun: reader.flag('dry-run') }
    }
    case 'update': {
      const { mappingId = '', ...described } = await readNamed(reader, setting)
      requireChange(reader, { ...described, ...(mappingId && { mappingId }) })
      return { operation, ...described, mappingId, force: reader.ids('force'), dryRun: reader.flag('dry-run') }
    }
    case 'plan': {
      const desired = await (await import(/* webpackChunkName: "plan" */ './file-inputs.ts')).readDesired(reader)
      const failOn = reader.oneOf('fail-on', ['refused', 'nothing', 'changes', 'drift'])
      return desired && { operation, desired, failOn }
    }
    case 'apply': {
      const { readApproval, readDesired } = await import(/* webpackChunkName: "plan" */ './file-inputs.ts')
      const desired = await readDesired(reader)
      const approval = await readApproval(reader)
      const dryRun = reader.flag('dry-run')
      return desired && { operation, desired, approval, dryRun }
    }
    case 'match': {
      const caller = await readCaller(reader, setting)
      return { operation, kind, ...(caller && { caller }) }
    }
    case 'verify': {
      const described = await readNamed(reader, setting)
      return { operation, ...described, waitSeconds: reader.number('wait', LONGEST_WAIT) }
    }
    case 'login':
      return { operation, loginAs: reader.choice('login-as') }
  }
}

async function readExport(reader: InputReader, reading: Reading): Promise<ExportRequest | undefined> {
  const target = await (await import(/* webpackChunkName: "plan" */ './file-inputs.ts')).readTarget(reader)
  return target && { operation: 'export', ...reading, ...target }
}

async function readAudit(reader: InputReader, reading: Reading): Promise<AuditRequest | undefined> {
  const failOn = reader.oneOf('fail-on', ['nothing', 'high', 'any'])
  // Without a file nothing is accepted; the default of `file` is for the operations that need one.
  if (reader.given('file') === '') return { operation: 'audit', ...reading, accepted: [], failOn }
  const accepted = await (await import(/* webpackChunkName: "plan" */ './file-inputs.ts')).readAccepted(reader)
  return accepted && { operation: 'audit', ...reading, accepted, failOn }
}

function unavailableKinds(reader: InputReader, site: Site | undefined): Unread[] {
  return KIND_NAMES.flatMap((kind) => {
    const why = unavailability(reader, kind, site)
    return why === undefined ? [] : [{ kind, why }]
  })
}

/** Why a kind cannot be had on this site or from this job, as a sentence. */
function unavailability(reader: InputReader, kind: KindName, site: Site | undefined): string | undefined {
  if (kind === 'aws-intake' && site?.gov) return `Datadog does not offer AWS intake mappings on ${site.name}.`
  const enterprise = kind.startsWith('github-') ? enterpriseProblem(reader.env) : undefined
  return enterprise && `${kind} is not possible from ${enterprise}`
}

function refuseImpossible(reader: InputReader, { operation, kind, site }: Setting): void {
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
  const unavailable = unavailability(reader, kind, site)
  if (unavailable !== undefined)
    reader.problem('kind', kind === 'aws-intake' ? `${unavailable} Use aws-persona, or another site.` : unavailable)
  if (operation === 'verify' && !KINDS[kind].persona) {
    reader.problem(
      'kind',
      `verify is about who a caller becomes, so it goes with aws-persona and github-persona; for an intake mapping use login with login-as: intake.`,
    )
  }
}

async function readNamed(reader: InputReader, setting: Setting): Promise<Named> {
  const mappingId = readMappingId(reader, setting)
  return { ...(await readDescribed(reader, setting)), ...(mappingId !== undefined && { mappingId }) }
}

async function readDescribed(reader: InputReader, { operation, kind }: Setting): Promise<Described> {
  const used = (name: InputName) => (isUsed(name, operation, kind) ? reader.text(name) : '')
  const rewriteRoleArn = !isUsed('rewrite-role-arn', operation, kind) || reader.flag('rewrite-role-arn')
  const given: { [N in AttributeName]?: GivenAttributes[N] } = {}
  for (const name of TEXT_ATTRIBUTES) {
    const text = used(fieldOf(name))
    if (text !== '') given[name] = text
  }
  const claimsText = used('claims')
  const claimsOfThisJob = claimsText.toLowerCase() === THIS_JOB
  if (!claimsOfThisJob && nearest(claimsText, [THIS_JOB]) !== undefined)
    reader.problem('claims', `${quoted(claimsText)} is neither a block of claims nor ${THIS_JOB}, which may be meant.`)
  else if (claimsText !== '' && !claimsOfThisJob) {
    const { parseClaims } = await import(/* webpackChunkName: "claims" */ '../../mappings/claims/compile-claims.ts')
    const claims = reader.checked('claims', await parseClaims(claimsText))
    if (claims !== undefined) given.claims = claims
  }
  const { arnPattern } = given
  // A pattern that is only looked for may be any text: a useless live mapping must be findable.
  const isLookedFor = operation === 'get' || operation === 'delete'
  if (isLookedFor) delete given.arnPattern
  const attributes = await checkAttributes(
    given,
    { rewriteRoleArn },
    (field, result) => reader.checked(field, result),
    reader.checking,
  )
  if (WARNED.includes(operation) && isWorthALook(attributes)) {
    const { warningsOf } = await import(/* webpackChunkName: "claims" */ '../../mappings/warnings.ts')
    reader.warnings.unshift(...warningsOf(kind, attributes).map(({ field, text }) => `${field}: ${text}`))
  }
  const names = readNames(reader, used)
  const described: Described = {
    kind,
    attributes: isLookedFor && arnPattern !== undefined ? { ...attributes, arnPattern } : attributes,
    ...(Object.keys(names).length > 0 && { names }),
    claimsOfThisJob,
    lookUpPatterns: arnPattern === undefined ? [] : lookUpPatterns(arnPattern, { rewriteRoleArn }),
  }
  refuseBoth(reader, described)
  return described
}

function readNames(reader: InputReader, used: (name: InputName) => string): GivenNames {
  const given: { -readonly [N in keyof GivenNames]?: string } = {}
  for (const name of NAME_FIELDS) {
    const text = used(name)
    if (text !== '') given[name] = text
  }
  return checkNames(given, { rewriteRoleArn: true }, (field, result) => reader.checked(field, result))
}

// Of most AWS mappings there is nothing to say, and what finds out about claims is loaded for them only.
function isWorthALook(attributes: MappingAttributes): boolean {
  const { claims, arnPattern = '' } = attributes
  return (
    claims !== undefined || isOverUsers(arnPattern) || TEXT_ATTRIBUTES.some((name) => !isPlain(attributes[name] ?? ''))
  )
}

function readMappingId(reader: InputReader, { operation, kind }: Setting): string | undefined {
  const given = isUsed('mapping-id', operation, kind) ? reader.text('mapping-id') : ''
  if (given === '' || /^[A-Za-z0-9_-]{1,128}$/.test(given)) return given || undefined
  const instead = given.startsWith('arn:') ? ' To find a mapping by its pattern, give it as arn-pattern.' : ''
  reader.problem(
    'mapping-id',
    `${quoted(given)} is not an id of a mapping, which looks like 7c405332-7033-40d2-a046-a27a075a22cd.${instead}`,
  )
  return undefined
}

function readQuery(reader: InputReader, { operation, kind }: Setting): Listing {
  const used = (name: InputName) => (isUsed(name, operation, kind) ? reader.text(name) : '')
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
    ...(used('resource-type') && { resourceType: reader.choice('resource-type') }),
    ...(pageNumber !== undefined && { pageNumber }),
    ...(pageSize !== undefined && { pageSize }),
  }
}

async function readCaller(reader: InputReader, { operation, kind }: Setting): Promise<Caller | undefined> {
  const used = (name: InputName) => (isUsed(name, operation, kind) ? reader.text(name) : '')
  const arn = used('arn')
  if (arn !== '') {
    const { callerArnProblem } = await import(/* webpackChunkName: "claims" */ '../../mappings/caller.ts')
    const problem = callerArnProblem(arn)
    if (problem === undefined) return { arn }
    reader.problem('arn', problem)
  }
  const text = used('identity-claims')
  if (text === '') return undefined
  const { parseClaims } = await import(/* webpackChunkName: "claims" */ '../../mappings/claims/compile-claims.ts')
  const claims = reader.checked('identity-claims', await parseClaims(text))
  return claims && { claims }
}
