import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mappingLines } from '../../../src/action/report/plan-lines.ts'
import { code, inert, oneLine } from '../../../src/action/report/safe-text.ts'
import { describe as inWords, KINDS } from '../../../src/mappings/kinds.ts'
import { KIND_NAMES, type LiveMapping } from '../../../src/mappings/mapping.ts'
import { toJson } from '../../../src/mappings/mapping-json.ts'
import { live } from '../../mappings/samples.ts'
import { readLine } from '../../mappings/shown-text.ts'
import { firstCode, rendered } from '../../support/rendered.ts'
import { parseWorkflowCommand } from '../../support/workflow-commands.ts'

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '::error::x',
      '##[group]x',
      '```',
      '~~~',
      '`',
      '\n```\n# x',
      '</code>',
      '<img src=x>',
      '| a |',
      '\\|',
      '@octocat',
    ],
    ...[
      'ma\u200bin',
      '\\u200b',
      ' ref: /main/',
      '" ref="x',
      '  ',
      '\u001b[2K',
      '\u202e',
      '',
      '&amp;',
      '# ',
      '- x',
      '$x$',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'`~|\\<>&@#[]():" =u{}012\n'), maxLength: 20 }),
)
const text = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(''))
const anyMapping: fc.Arbitrary<LiveMapping> = fc
  .record(
    {
      kind: fc.constantFrom(...KIND_NAMES),
      id: text,
      arnPattern: text,
      claims: fc.dictionary(text, text, { maxKeys: 4 }),
      accountIdentifier: text,
      accountUuid: text,
      attributeKey: text,
      attributeValue: text,
      roleId: text,
      roleName: text,
    },
    { requiredKeys: ['kind', 'id'] },
  )
  .map((mapping) => mapping as LiveMapping)

function flat(mapping: LiveMapping): (readonly [string, string])[] {
  return Object.entries(toJson(mapping)).flatMap(([field, value]) =>
    typeof value === 'string'
      ? [[field, value] as const]
      : Object.entries(value).map(([name, matcher]) => [`${field}.${name}`, matcher] as const),
  )
}

test('a mapping is a line for each attribute and each matcher', () => {
  const mapping = live('github-persona', 'm1', {
    claims: { sub: '^repo:a/b:.*$', actor: 'x ref: /main/', ref: '^refs/heads/ma\u200bin$' },
    accountIdentifier: 'deployer@example.com',
  })
  expect(mappingLines(mapping)).toEqual([
    'kind: github-persona',
    'mapping-id: m1',
    'claims.sub: /^repo:a/b:.*$/',
    'claims.actor: /x ref: /main//',
    'claims.ref: /^refs/heads/ma\\u200bin$/',
    'account-identifier: deployer@example.com',
  ])
})

test('a matcher of any length is whole', () => {
  const actor = `^(?:${'somebody|'.repeat(20_000)}me)$`
  expect(mappingLines({ claims: { actor, ref: '.*' } })).toEqual([`claims.actor: /${actor}/`, 'claims.ref: /.*/'])
})

describe('whatever is in a mapping', () => {
  test('a program reads it back from its lines exactly, also from the log', () => {
    fc.assert(
      fc.property(anyMapping, (mapping) => {
        const lines = mappingLines(mapping)
        expect(lines.map(readLine)).toEqual(flat(mapping))
        expect(lines.map((line) => inert(oneLine(line)))).toEqual(lines)
        for (const line of lines) expect(parseWorkflowCommand(line, () => true)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  test('a program reads it back from a cell of a table', () => {
    fc.assert(
      fc.property(anyMapping, (mapping) => {
        const lines = mappingLines(mapping)
        const html = rendered(`| a | b |\n| --- | --- |\n${lines.map((line) => `| ${code(line)} | last |`).join('\n')}`)
        const rows = html.split('<tr>').slice(2)
        expect(rows.map(firstCode)).toEqual(lines)
        expect(rows.filter((row) => !row.includes('<td>last</td>'))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('what is said of it in words is one harmless line that shows all of it', () => {
    fc.assert(
      fc.property(anyMapping, (mapping) => {
        const words = inWords(KINDS[mapping.kind], mapping)
        expect(inert(oneLine(words))).toBe(words)
      }),
      { numRuns: 500 },
    )
  })
})

test('in words, a space within a matcher does not look like another matcher', () => {
  const words = (claims: Record<string, string>) => KINDS['github-intake'].principal({ claims })
  expect(words({ actor: '^a$', ref: '^b$' })).toBe('actor=^a$ ref=^b$')
  expect(words({ actor: '^a"b$' })).toBe('actor="^a\\u0022b$"')
  expect(words({ actor: '^a$ ref=^b$' })).toBe('actor="^a$ ref=^b$"')
  expect(words({ actor: '^a$" ref="^b$' })).toBe('actor="^a$\\u0022 ref=\\u0022^b$"')
})
