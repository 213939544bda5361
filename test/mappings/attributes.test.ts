import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TEXT_ATTRIBUTES } from '../../src/mappings/attributes.ts'
import { ALL_KINDS, sameAccount, writtenNames } from '../../src/mappings/kinds.ts'
import type { AttributeName, MappingAttributes } from '../../src/mappings/mapping.ts'
import { decideUpdate } from '../../src/mappings/plan/decide.ts'
import { attributesOf, live, planned, uuid, wanted } from './samples.ts'

test('every attribute is written to some kind', () => {
  expect(new Set(ALL_KINDS.flatMap(writtenNames))).toEqual(new Set([...TEXT_ATTRIBUTES, 'claims']))
})

describe.each(ALL_KINDS)('of a mapping of kind $name', (kind) => {
  const samples = fc.sample(attributesOf(kind.name), 100)

  test('each is one that samples have', () => {
    const seen = samples.flatMap((attributes) => Object.keys(attributes))
    expect(new Set(seen)).toEqual(new Set(writtenNames(kind)))
  })

  test.each(writtenNames(kind))('%s makes a difference to plan and to update', (name) => {
    const old = samples.find((attributes) => attributes[name] !== undefined) ?? {}
    const [present, aim] = [live(kind.name, uuid(1), old), wanted(kind.name, { ...old, ...another(name, old) })]
    expect(planned([aim], [present]).changes.map(({ action }) => action)).not.toContain('unchanged')
    const rules = { sameAccount: () => sameAccount(kind, aim.attributes, present) }
    expect(decideUpdate(present, aim, [], rules).action).not.toBe('unchanged')
  })
})

function another(name: AttributeName, { claims, ...texts }: MappingAttributes): MappingAttributes {
  return name === 'claims' ? { claims: { ...claims, ref: 'another' } } : { [name]: `${texts[name]}-2` }
}
