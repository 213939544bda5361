import { expect, test } from 'vitest'
import { evaluate, interpolate, isMet } from './expressions.ts'

const contexts = {
  steps: { list: { outputs: { 'mapping-id': '7c4', mappings: '[{"mapping-id":"7c4"}]' } } },
  vars: {},
  matrix: { kind: 'aws-persona' },
}

test.each([
  ['steps.list.outputs.mapping-id', '7c4'],
  ["fromJSON(steps.list.outputs.mappings)[0]['mapping-id'] == steps.list.outputs.mapping-id", true],
  ['vars.DD_SITE', undefined],
  ["vars.DD_SITE || 'datadoghq.com'", 'datadoghq.com'],
  ["endsWith(matrix.kind, '-persona') && !(matrix.kind == 'authn')", true],
  ["'it''s' != 'it'", true],
  ['always()', true],
])('%s', (expression, value) => expect(evaluate(expression, contexts)).toEqual(value))

test.each(['steps.', 'nowhere.at.all', 'steps list', 'hashFiles(1)', '"double"'])('%s is refused', (expression) =>
  expect(() => evaluate(expression, contexts)).toThrow(),
)

test('what is not there is empty text, and a condition may stand with or without its braces', () => {
  expect(interpolate('a ${{ vars.NONE }}b ${{ matrix.kind }}', contexts)).toBe('a b aws-persona')
  expect([isMet(undefined, {}), isMet('${{ matrix.kind }}', contexts), isMet("matrix.kind == 'x'", contexts)]).toEqual([
    true,
    true,
    false,
  ])
})
