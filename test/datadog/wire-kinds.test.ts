import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WIRE_KINDS } from '../../src/datadog/wire-kinds.ts'
import { KIND_NAMES } from '../../src/mappings/mapping.ts'
import { attributesOf, uuid } from '../mappings/samples.ts'

test.each(KIND_NAMES)('what is written to a mapping of kind %s is what is read of it', (kind) => {
  const { body, readOne } = WIRE_KINDS[kind]
  fc.assert(
    fc.property(attributesOf(kind), (attributes) => {
      const { data } = body(attributes) as { data: object }
      const text = JSON.stringify({ data: { ...data, id: uuid(1) } })
      expect(readOne({ status: 200, headers: {}, text })).toEqual({ kind, id: uuid(1), ...attributes })
    }),
  )
})
