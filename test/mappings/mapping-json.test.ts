import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadRegex } from '../../src/mappings/claims/re2.ts'
import { parseMappingsFile } from '../../src/mappings/file/mappings-file.ts'
import { identityKey, KINDS } from '../../src/mappings/kinds.ts'
import type { LiveMapping } from '../../src/mappings/mapping.ts'
import { toJson } from '../../src/mappings/mapping-json.ts'
import { HOSTILE_LIVE } from './file/hostile-live.ts'
import { live, role, uuid } from './samples.ts'

/** What a mappings file says that has the JSON of a mapping as its entry. */
async function pasted(mapping: LiveMapping) {
  const { file, problems } = await parseMappingsFile(JSON.stringify({ version: 1, mappings: [toJson(mapping)] }))
  return { problems, attributes: file?.mappings[0]?.attributes ?? {} }
}

async function expectTheSame(mapping: LiveMapping): Promise<void> {
  const { problems, attributes } = await pasted(mapping)
  expect(problems, JSON.stringify(toJson(mapping))).toEqual([])
  const meaning = KINDS[mapping.kind]
  expect(identityKey(meaning, attributes)).toBe(identityKey(meaning, mapping))
  expect(attributes.accountIdentifier).toBe(mapping.accountIdentifier)
}

describe('the JSON of a mapping is an entry of a mappings file', () => {
  test('that means the same mapping, whatever is live', async () => {
    await fc.assert(fc.asyncProperty(HOSTILE_LIVE, expectTheSame), { numRuns: 200 })
  })

  test('that has no mark only where RE2 takes every matcher', async () => {
    const piece = fc.constantFrom(
      ...'\\()[]{}*+?|^$.ab-1,:=<',
      '(?:',
      '\\d',
      '\\.',
      '[a-z]',
      '{2}',
      '{2,3}',
      '(?=',
      '[^',
    )
    const { compile } = await loadRegex(Number.POSITIVE_INFINITY)
    const unmarked: string[] = []
    fc.assert(
      fc.property(fc.string({ unit: piece, minLength: 1, maxLength: 12 }), (sub) => {
        if ('literal' in toJson(live('github-intake', uuid(1), { claims: { sub } }))) return
        unmarked.push(sub)
        expect(compile(sub), sub).not.toHaveProperty('problem')
      }),
      { numRuns: 5000 },
    )
    expect(unmarked.length).toBeGreaterThan(100)
  })

  test.each<[LiveMapping, object]>([
    [live('aws-intake', uuid(1), { arnPattern: role('a') }), {}],
    [live('aws-intake', uuid(1), { arnPattern: 'arn:aws:iam::123456789012:role/a' }), { 'rewrite-role-arn': 'false' }],
    [live('aws-persona', uuid(1), { arnPattern: role('a'), accountIdentifier: 'a b@c.de' }), { literal: 'true' }],
    [live('github-intake', uuid(1), { claims: { sub: 'repo:a/b(?:@\\d+)?:ref:refs/(?:heads|tags)/[\\w.-]+$' } }), {}],
    [live('github-intake', uuid(1), { claims: { sub: 'repo:a/b:(?=main)' } }), { literal: 'true' }],
    [live('github-intake', uuid(1), { claims: { ref: '^refs/heads/main$' } }), { literal: 'true' }],
    [live('authn', uuid(1), { attributeKey: 'k', attributeValue: '$HOME', roleId: uuid(2) }), { literal: 'true' }],
    [live('authn', uuid(1), { attributeKey: 'k', attributeValue: 'v', roleId: uuid(2) }), {}],
  ])('%j says how it is to be read: %j', async (mapping, marks) => {
    const { 'rewrite-role-arn': rewrite, literal } = toJson(mapping)
    expect({ ...(rewrite && { 'rewrite-role-arn': rewrite }), ...(literal && { literal }) }).toEqual(marks)
    await expectTheSame(mapping)
  })
})
