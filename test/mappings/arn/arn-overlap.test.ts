import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCallerArn, overlap, patternMatchesCaller } from '../../../src/mappings/arn/arn-overlap.ts'

const sts = (resource: string) => `arn:aws:sts::123456789012:${resource}`
const iam = (resource: string) => `arn:aws:iam::123456789012:${resource}`

test.each([
  [sts('assumed-role/ci/*'), sts('assumed-role/ci/*'), 'equal'],
  [sts('assumed-role/ci/*'), sts('assumed-role/ci/run'), 'covers'],
  [sts('assumed-role/ci/run'), sts('assumed-role/ci/*'), 'covered-by'],
  [iam('user/a/*'), iam('user/a/b/*'), 'covers'],
  [iam('user/a/*'), iam('user/a/b/jane'), 'covers'],
  [sts('assumed-role/ci/*'), sts('assumed-role/ci'), 'disjoint'],
  [sts('assumed-role/ci/*'), sts('assumed-role/ci-2/*'), 'disjoint'],
  [sts('assumed-role/ci/*'), sts('assumed-role/CI/*'), 'disjoint'],
  [sts('assumed-role/ci/*'), 'arn:aws:sts::999999999999:assumed-role/ci/*', 'disjoint'],
  [sts('assumed-role/ci/*'), 'arn:aws-cn:sts::123456789012:assumed-role/ci/*', 'disjoint'],
])('overlap of %s and %s: %s', (a, b, expected) => {
  expect(overlap(a, b)).toBe(expected)
})

test.each([
  [sts('assumed-role/ci/*'), sts('assumed-role/ci/run'), true],
  [sts('assumed-role/ci/run'), sts('assumed-role/ci/run'), true],
  [sts('assumed-role/ci/run'), sts('assumed-role/ci/Run'), false],
  [sts('assumed-role/ci'), sts('assumed-role/ci'), false],
  [iam('role/ci'), iam('role/ci'), false],
  [iam('group/x'), iam('group/x'), false],
  [iam('root'), iam('root'), false],
  [iam('user/a/*'), iam('user/a/b/jane'), true],
  [iam('user/jane'), iam('user/a/jane'), false],
  [sts('federated-user/jane'), sts('federated-user/jane'), true],
  [sts('assumed-role/ci/*'), sts('assumed-role/ci/*'), false],
])('%s takes the caller %s: %s', (pattern, caller, expected) => {
  expect(patternMatchesCaller(pattern, caller)).toBe(expected)
})

const names = fc.constantFrom('a', 'b', 'ab', 'A')
const paths = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
const heads = fc.constantFrom(
  sts('assumed-role/'),
  sts('federated-user/'),
  iam('user/'),
  'arn:aws-cn:iam::123456789012:user/',
)
const callers = fc.tuple(heads, paths).map((parts) => parts.join(''))
const patterns = fc.tuple(heads, paths, fc.constantFrom('', '/*')).map((parts) => parts.join(''))

describe('overlap and matching agree', () => {
  const opposite = { equal: 'equal', covers: 'covered-by', 'covered-by': 'covers', disjoint: 'disjoint' }

  test('a pattern equals itself and nothing else; the other way round it is the opposite', () => {
    fc.assert(
      fc.property(patterns, patterns, (a, b) => {
        expect(overlap(a, a)).toBe('equal')
        expect(overlap(a, b) === 'equal').toBe(a === b)
        expect(overlap(b, a)).toBe(opposite[overlap(a, b)])
      }),
    )
  })

  test('covering is transitive', () => {
    const covers = (a: string, b: string) => overlap(a, b) === 'covers'
    fc.assert(fc.property(patterns, patterns, patterns, (a, b, c) => !(covers(a, b) && covers(b, c)) || covers(a, c)))
  })

  test('a caller of the covered pattern is one of the covering, and disjoint patterns share none', () => {
    fc.assert(
      fc.property(patterns, patterns, callers, (a, b, caller) => {
        const [inA, inB] = [patternMatchesCaller(a, caller), patternMatchesCaller(b, caller)]
        const relation = overlap(a, b)
        if (relation === 'equal') expect(inA).toBe(inB)
        if (relation === 'covers' && inB) expect(inA).toBe(true)
        if (relation === 'disjoint') expect(inA && inB).toBe(false)
      }),
      { numRuns: 5000 },
    )
  })

  test('only a caller ARN is ever matched', () => {
    fc.assert(
      fc.property(patterns, fc.string(), (pattern, text) => isCallerArn(text) || !patternMatchesCaller(pattern, text)),
    )
  })
})
