import { writtenOf } from '../kinds.ts'
import type { LiveMapping } from '../mapping.ts'
import { toJson } from '../mapping-json.ts'
import { invisibleProblem, visible } from '../visible.ts'
import { type MappingWarning, warningsOf } from '../warnings.ts'
import type { FindingCodeName } from './finding-codes.ts'
import type { AttributeRisks } from './findings.ts'

const CODES: Readonly<Record<MappingWarning['code'], FindingCodeName | undefined>> = {
  anyone: 'open-to-anyone',
  owner: 'open-to-owner',
  recreatable: 'recreatable-repository',
  'any-ref': 'open-to-any-ref',
  'look-alikes': 'look-alike-letters',
  // An audit looks this up by itself.
  missing: undefined,
  // Many users behind an account are a finding only when the account is dangerous.
  'any-user': undefined,
}

/** The risks that the attributes of a live mapping show by themselves: who can satisfy it, and letters that deceive. */
export const attributeRisks: AttributeRisks = (mapping) => {
  const { kind, id: _id, ...attributes } = mapping
  const warned = warningsOf(kind, attributes).flatMap(({ code, field, text }) => {
    const finding = CODES[code]
    return finding === undefined ? [] : [{ code: finding, what: `${field}: ${text.replace(/\.$/, '')}` }]
  })
  return [...warned, ...invisible(mapping)]
}

function invisible(mapping: LiveMapping): { code: FindingCodeName; what: string }[] {
  const fields = Object.entries(toJson(writtenOf(mapping))).flatMap(([field, value]) =>
    typeof value === 'string'
      ? [[field, value] as const]
      : Object.entries(value).map(([name, matcher]) => [`${field}.${name}`, matcher] as const),
  )
  return fields.flatMap(([field, value]) =>
    invisibleProblem(value) === undefined
      ? []
      : [{ code: 'invisible-characters', what: `${visible(field)} is ${visible(value)}` } as const],
  )
}
