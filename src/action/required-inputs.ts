import type { AttributeName } from '../mappings/kinds/kind.ts'
import { KINDS } from '../mappings/kinds.ts'
import type { Request } from '../operations/operation.ts'
import type { InputReader } from './input-reader.ts'
import type { InputName } from './input-table.ts'

// The runner makes an empty text of an unset input, and an empty output of an earlier step looks the same.
const EMPTY = 'If it was set from an output of an earlier step, that output was empty.'

/** Collects what the operation needs and was not given, and what was given twice. */
export function requireInputs(reader: InputReader, request: Request): void {
  const { operation, mappingId, attributes } = request
  const kind = KINDS[request.kind]
  const isGiven = (name: AttributeName) =>
    attributes[name] !== undefined || (name === 'claims' && request.claimsOfThisJob)
  const isTold = (input: InputName) => reader.problems.some((problem) => problem.startsWith(`${input}:`))
  // What was given and is wrong has been told already.
  const isMissing = (name: AttributeName) => !isGiven(name) && !isTold(inputOf(name))
  const chosen = kind.oneOf?.filter(isGiven) ?? []
  if (chosen.length > 1) {
    reader.problem(
      'role-id',
      'team-id is given too, and an AuthN mapping gives either a role or a team. Leave one out, or use a step for each.',
    )
  }
  if (operation === 'create' || operation === 'ensure') {
    const needed = [...kind.identity, ...(kind.persona ? (['accountIdentifier'] as const) : [])]
    for (const name of needed.filter(isMissing)) {
      reader.problem(inputOf(name), `is missing: ${operation} of kind: ${kind.name} needs it. ${EMPTY}`)
    }
    if (kind.oneOf?.every(isMissing)) {
      reader.problem('role-id', `is missing, and so is team-id: an AuthN mapping gives exactly one of them. ${EMPTY}`)
    }
  }
  if (operation === 'update') {
    if (mappingId === undefined && !isTold('mapping-id'))
      reader.problem('mapping-id', `is missing: update needs it. ${EMPTY}`)
    const changeable = [
      ...kind.identity,
      ...(kind.oneOf ?? []),
      ...(kind.persona ? (['accountIdentifier'] as const) : []),
    ]
    const [first, ...others] = changeable.map(inputOf)
    if (first !== undefined && changeable.every(isMissing)) {
      const empty =
        others.length === 0 ? 'is empty' : `is empty, and so ${others.length === 1 ? 'is' : 'are'} ${others.join(', ')}`
      reader.problem(first, `${empty}: nothing to change is given. ${EMPTY}`)
    }
  }
  // An empty role would be any role: what is taken away is named in full.
  if (
    operation === 'delete' &&
    mappingId === undefined &&
    kind.oneOf?.every(isMissing) &&
    !kind.identity.some(isMissing)
  ) {
    reader.problem(
      'role-id',
      `is missing, and so is team-id: delete needs to know whose mapping, or its mapping-id. ${EMPTY}`,
    )
  }
  if (operation === 'get' || operation === 'delete') {
    const identity = kind.identity.map(inputOf).join(' and ')
    const named = [...kind.identity, ...(kind.oneOf ?? [])].some(isGiven)
    if (mappingId !== undefined && named) {
      reader.problem('mapping-id', `${identity} is given too, and they could mean different mappings. Leave one out.`)
    } else if (mappingId === undefined && !isTold('mapping-id') && kind.identity.some(isMissing)) {
      const absent = kind.identity.filter(isMissing).map(inputOf).join(' and ')
      reader.problem(
        'mapping-id',
        `is missing, and so is ${absent}: ${operation} needs to know which mapping. ${EMPTY}`,
      )
    }
  }
}

function inputOf(name: AttributeName): InputName {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as InputName
}
