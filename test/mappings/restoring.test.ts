import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileClaims, parseClaims } from '../../src/mappings/claims/compile-claims.ts'
import { KIND_NAMES } from '../../src/mappings/mapping.ts'
import { restoringInputs } from '../../src/mappings/mapping-json.ts'
import { attributesOf, live, role, uuid } from './samples.ts'

/** The inputs as a workflow reads them. */
const inputsOf = (mapping: Parameters<typeof restoringInputs>[0]): Record<string, unknown> =>
  parse(restoringInputs(mapping).join('\n'), { schema: 'failsafe' })

test('every mapping comes back by them as it was', async () => {
  const anything = fc
    .constantFrom(...KIND_NAMES)
    .chain((kind) => attributesOf(kind).map((attributes) => live(kind, uuid(1), attributes)))
  await fc.assert(
    fc.asyncProperty(anything, async ({ kind, id: _, claims, ...attributes }) => {
      const inputs = inputsOf({ kind, id: uuid(1), ...attributes, ...(claims && { claims }) })
      expect(inputs).toMatchObject({
        operation: 'ensure',
        kind,
        ...(attributes.arnPattern && { 'arn-pattern': attributes.arnPattern, 'rewrite-role-arn': 'false' }),
        ...(attributes.accountIdentifier && { 'account-identifier': attributes.accountIdentifier }),
        ...(attributes.attributeKey && { 'attribute-key': 'member-of', 'attribute-value': attributes.attributeValue }),
        ...(attributes.roleId && { 'role-id': attributes.roleId }),
        ...(attributes.teamId && { 'team-id': attributes.teamId }),
      })
      if (claims === undefined) return
      expect(await compiled(String(inputs['claims']))).toMatchObject(claims)
    }),
  )
})

test('claims come back letter by letter, whatever stands in them', async () => {
  const text = fc.string({ minLength: 1, maxLength: 30 }).filter((value) => /^[^\r\n\u0085\u2028\u2029]*$/.test(value))
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const claims = { sub: '^repo:a/b:.*$', ref: `^${value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$` }
      const inputs = inputsOf(live('github-intake', uuid(1), { claims }))
      expect(await compiled(String(inputs['claims']))).toEqual(claims)
    }),
  )
})

test.each([
  ['true', 'true'],
  ['0123', '0123'],
  ['a: b # c', 'a: b # c'],
  ['*', '*'],
  ['"', '"'],
])('the SAML value %s stays a text', (attributeValue, expected) => {
  const inputs = inputsOf(live('authn', uuid(1), { attributeKey: 'k', attributeValue, roleId: uuid(2) }))
  expect(inputs['attribute-value']).toBe(expected)
})

test('an account of which Datadog tells only the UUID is given by it', () => {
  const mapping = live('aws-persona', uuid(1), { arnPattern: role('a'), accountUuid: uuid(5) })
  expect(inputsOf(mapping)).toMatchObject({ 'account-identifier': uuid(5) })
})

async function compiled(block: string): Promise<unknown> {
  const entries = await parseClaims(block)
  if ('problem' in entries) return entries.problem
  const claims = await compileClaims(entries.value)
  return 'problem' in claims ? claims.problem : claims.value
}
