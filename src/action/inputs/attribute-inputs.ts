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
import type { AttributeName, GivenNames, KindName, MappingAttributes } from '../../mappings/mapping.ts'
import { nearest } from '../../mappings/nearest.ts'
import { isPlain } from '../../mappings/visible.ts'
import type { Described, Named, OperationName } from '../../operations/request.ts'
import { type InputReader, quoted } from './input-reader.ts'
import { type InputName, isUsed } from './input-table.ts'
import { refuseBoth } from './required-inputs.ts'

/** What is known before the inputs about mappings are read. */
export interface Setting {
  readonly operation: OperationName
  readonly kind: KindName
  readonly site?: Site
}

/** The value of `claims` that stands for the claims of the running job. */
const THIS_JOB = 'this-job'

// Who else can satisfy a mapping matters when it is written.
const WARNED: readonly OperationName[] = ['create', 'ensure', 'update']

/** Reads the id and the attributes of one mapping; what is wrong with them is collected in the reader. */
export async function readNamed(reader: InputReader, setting: Setting): Promise<Named> {
  const mappingId = readMappingId(reader, setting)
  return { ...(await readDescribed(reader, setting)), ...(mappingId !== undefined && { mappingId }) }
}

/** Reads the attributes of one mapping. */
export async function readDescribed(reader: InputReader, { operation, kind }: Setting): Promise<Described> {
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
    reader.problem(
      'claims',
      `${quoted(claimsText)} is neither a block of claims nor ${THIS_JOB}. Did you mean ${THIS_JOB}?`,
    )
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

// Most AWS mappings get no warnings, and the code that judges claims is loaded only when it may find some.
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
