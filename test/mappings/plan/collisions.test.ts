import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap } from '../../../src/mappings/arn/arn-overlap.ts'
import type { KindName } from '../../../src/mappings/mapping.ts'
import { CollisionIndex } from '../../../src/mappings/plan/collisions.ts'

const arn = (rest: string) => `arn:aws:sts::123456789012:${rest}`
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort()

describe('ARN patterns', () => {
  test.each([
    ['assumed-role/a/*', 'assumed-role/a/*', true],
    ['assumed-role/a/*', 'assumed-role/a/session', true],
    ['assumed-role/a/session', 'assumed-role/a/*', true],
    ['assumed-role/a/*', 'assumed-role/b/*', false],
    ['assumed-role/a/*', 'assumed-role/ab/*', false],
    ['assumed-role/a/x', 'assumed-role/a/y', false],
    ['user/a', 'user/ab', false],
  ])('%s and %s: %s', (one, other, collides) => {
    for (const kinds of [
      ['aws-persona', 'aws-persona'],
      ['aws-persona', 'aws-intake'],
      ['aws-intake', 'aws-persona'],
    ] as const) {
      const index = new CollisionIndex([{ kind: kinds[0], id: 'm1', arnPattern: arn(other) }])
      expect(ids(index.find(kinds[1], { arnPattern: arn(one) }))).toEqual(collides ? ['m1'] : [])
    }
  })

  test('collide exactly when they overlap', () => {
    const pattern = fc
      .tuple(fc.constantFrom('a', 'ab', 'b'), fc.constantFrom('*', 'x', 'xy', 'y'))
      .map(([name, session]) => arn(`assumed-role/${name}/${session}`))
    fc.assert(
      fc.property(fc.uniqueArray(pattern), pattern, (present, wanted) => {
        const index = new CollisionIndex(
          present.map((arnPattern) => ({ kind: 'aws-intake' as const, id: arnPattern, arnPattern })),
        )
        const expected = present.filter((other) => overlap(other, wanted) !== 'disjoint').sort()
        expect(ids(index.find('aws-persona', { arnPattern: wanted }))).toEqual(expected)
      }),
    )
  })
})

test.each<[string, KindName, KindName, Record<string, string>, boolean]>([
  ['equal claims of one kind', 'github-persona', 'github-persona', { ref: 'y', sub: 'x' }, true],
  ['equal claims across kinds', 'github-persona', 'github-intake', { sub: 'x', ref: 'y' }, true],
  ['fewer claims', 'github-persona', 'github-persona', { sub: 'x' }, false],
  ['other claims', 'github-persona', 'github-persona', { sub: 'x', ref: 'z' }, false],
  ['claims and the kinds of AWS', 'aws-persona', 'github-persona', { sub: 'x', ref: 'y' }, false],
])('%s', (_, present, wanted, claims, collides) => {
  const index = new CollisionIndex([{ kind: present, id: 'm1', claims: { sub: 'x', ref: 'y' } }])
  expect(ids(index.find(wanted, { claims }))).toEqual(collides ? ['m1'] : [])
})

test('AuthN mappings never collide: Datadog keeps duplicates', () => {
  const group = { attributeKey: 'member-of', attributeValue: 'Dev', roleId: 'r' }
  const index = new CollisionIndex([{ kind: 'authn', id: 'm1', ...group }])
  expect(index.find('authn', group)).toEqual([])
})

test('asking 10,000 times among 10,000 costs well under a second', () => {
  const mappings = Array.from({ length: 10_000 }, (_, number) => ({
    kind: 'aws-persona' as const,
    id: String(number),
    arnPattern: arn(`assumed-role/role-${number}/${number % 2 === 0 ? '*' : 'session'}`),
  }))
  const start = performance.now()
  const index = new CollisionIndex(mappings)
  for (const mapping of mappings) expect(index.find('aws-intake', mapping)).toEqual([mapping])
  expect(performance.now() - start).toBeLessThan(2000)
})
