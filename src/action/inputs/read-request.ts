import { LARGEST_PAGE, type Listing } from '../../datadog/authn-pages.ts'
import type { Site } from '../../datadog/site.ts'
import { KINDS } from '../../mappings/kinds.ts'
import { KIND_NAMES, type KindName } from '../../mappings/mapping.ts'
import type { Caller } from '../../mappings/match-caller.ts'
import type { AuditRequest, ExportRequest, ReadingRequest, Request, Unread } from '../../operations/request.ts'
import { readDescribed, readNamed, type Setting } from './attribute-inputs.ts'
import { enterpriseProblem } from './credential-inputs.ts'
import { type InputReader, quoted } from './input-reader.ts'
import { ALL, type InputName, isUsed } from './input-table.ts'
import { requireChange, requireOne, requireWhole } from './required-inputs.ts'

// The sort orders of Datadog's AuthN list, each also with a leading minus for descending.
const SORTS = [
  'created_at',
  'role_id',
  'saml_assertion_attribute_id',
  'role.name',
  'saml_assertion_attribute.attribute_key',
  'saml_assertion_attribute.attribute_value',
] as const

/** The seconds of six hours, after which GitHub ends a job on its own runners. */
export const LONGEST_STEP = 21_600

/**
 * Reads what a step asks for: each operation's own inputs. What is wrong with them is collected in the reader; the request is
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
      return {
        operation,
        ...described,
        waitSeconds: reader.number('wait', { min: 0, max: LONGEST_STEP, whole: false, unit: 'seconds' }),
      }
    }
    case 'login':
      return { operation, loginAs: reader.choice('login-as') }
  }
}

async function readExport(reader: InputReader, reading: ReadingRequest): Promise<ExportRequest | undefined> {
  const target = await (await import(/* webpackChunkName: "plan" */ './file-inputs.ts')).readTarget(reader)
  return target && { operation: 'export', ...reading, ...target }
}

async function readAudit(reader: InputReader, reading: ReadingRequest): Promise<AuditRequest | undefined> {
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

/** Why this site or this job does not offer a kind, as a sentence. */
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
  const pageSize = whole('page-size', 1, LARGEST_PAGE)
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
    const { callerArnProblem } = await import(/* webpackChunkName: "claims" */ '../../mappings/match-caller.ts')
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
