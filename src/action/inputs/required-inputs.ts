import { fieldOf, nameFor } from '../../mappings/attributes.ts'
import { KINDS, type Kind, neededNames, writtenNames } from '../../mappings/kinds.ts'
import type { AttributeName, GivenNames } from '../../mappings/mapping.ts'
import type { Described, Named, OperationName } from '../../operations/request.ts'
import type { InputReader } from './input-reader.ts'
import { COUNTERPARTS, type InputName, inputRow } from './input-table.ts'

// The runner makes an empty text of an unset input, and of an expression without a value: `vars`, `secrets` and `steps` look the same.
const EMPTY = 'If it was set from a variable, a secret or an output of an earlier step, that was empty.'

// An input of another operation that means the same explains what is missing better.
function whyMissing(reader: InputReader, names: readonly InputName[]): string {
  for (const name of names) {
    const other = COUNTERPARTS[name]
    if (other === undefined || reader.given(other) === '') continue
    return `${other} is given, which only ${inputRow(other).operations?.join(', ')} uses. Did you mean ${name}?`
  }
  return EMPTY
}

/** What a request says about one mapping, to see what is missing. */
class Given {
  readonly kind: Kind
  readonly #reader: InputReader
  readonly #described: Described

  constructor(reader: InputReader, described: Described) {
    this.#reader = reader
    this.#described = described
    this.kind = KINDS[described.kind]
  }

  has = (name: AttributeName): boolean =>
    this.#described.attributes[name] !== undefined ||
    (name === 'claims' && this.#described.claimsOfThisJob) ||
    this.#isNamed(nameFor(name))

  #isNamed(name: keyof GivenNames | undefined): boolean {
    return name !== undefined && this.#described.names?.[name] !== undefined
  }

  /** Whether an attribute is missing; what was given and is wrong has been reported already. */
  lacks = (name: AttributeName): boolean =>
    !this.has(name) && ![fieldOf(name), nameFor(name)].some((field) => field && this.#reader.hasProblem(field))
}

/** Collects a problem when both a role and a team are given. */
export function refuseBoth(reader: InputReader, described: Described): void {
  const given = new Given(reader, described)
  if ((given.kind.oneOf?.filter(given.has) ?? []).length < 2) return
  reader.problem(
    'role-id',
    'a team is given too, and an AuthN mapping gives either a role or a team. Leave one out, or use a step for each.',
  )
}

/** Collects what `create` and `ensure` need and were not given. */
export function requireWhole(reader: InputReader, described: Described, operation: OperationName): void {
  const given = new Given(reader, described)
  const { kind } = given
  for (const name of neededNames(kind).filter(given.lacks))
    reader.problem(
      fieldOf(name),
      `is missing: ${operation} of kind: ${kind.name} needs it. ${whyMissing(reader, [fieldOf(name)])}`,
    )
  if (kind.oneOf?.every(given.lacks))
    reader.problem(
      'role-id',
      `is missing, and so are role, team-id and team: an AuthN mapping gives one of them. ${EMPTY}`,
    )
}

/** Collects what `update` needs and was not given. */
export function requireChange(reader: InputReader, described: Named): void {
  const given = new Given(reader, described)
  if (described.mappingId === undefined && !reader.hasProblem('mapping-id'))
    reader.problem('mapping-id', `is missing: update needs it. ${EMPTY}`)
  const changeable = writtenNames(given.kind)
  const [first, ...others] = changeable.map((name) => fieldOf(name))
  if (first === undefined || !changeable.every(given.lacks)) return
  const empty =
    others.length === 0 ? 'is empty' : `is empty, and so ${others.length === 1 ? 'is' : 'are'} ${others.join(', ')}`
  reader.problem(first, `${empty}: nothing to change is given. ${EMPTY}`)
}

/** Collects what is missing to know which mapping `get` and `delete` mean, and what could mean two. */
export function requireOne(reader: InputReader, described: Named, operation: 'get' | 'delete'): void {
  const given = new Given(reader, described)
  const { identity, oneOf = [] } = given.kind
  const { mappingId } = described
  // Without a role or team, any would match: a delete names the mapping in full.
  if (operation === 'delete' && mappingId === undefined && oneOf.length > 0 && oneOf.every(given.lacks)) {
    if (!identity.some(given.lacks))
      reader.problem(
        'role-id',
        `is missing, and so are role, team-id and team: delete needs to know which role or team the mapping gives, or its mapping-id. ${EMPTY}`,
      )
  }
  if (mappingId !== undefined && [...identity, ...oneOf].some(given.has)) {
    const inputs = identity.map((name) => fieldOf(name)).join(' and ')
    reader.problem('mapping-id', `${inputs} is given too, and they could mean different mappings. Leave one out.`)
  } else if (mappingId === undefined && !reader.hasProblem('mapping-id') && identity.some(given.lacks)) {
    const absent = identity.filter(given.lacks).map((name) => fieldOf(name))
    reader.problem(
      'mapping-id',
      `is missing, and so is ${absent.join(' and ')}: ${operation} needs to know which mapping. ${whyMissing(reader, absent)}`,
    )
  }
}
