import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap } from '../../../src/mappings/arn/arn-overlap.ts'
import type { KindName, MappingAttributes } from '../../../src/mappings/mapping.ts'
import { ObstacleIndex, type OfKind, obstacles } from '../../../src/mappings/plan/collisions.ts'

const arn = (rest: string) => `arn:aws:sts::123456789012:${rest}`
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort()

/** What is known of one mapping in the way of another: it excludes it, it may, or it is not. */
function known(kind: KindName, attributes: MappingAttributes, other: OfKind): 'excludes' | 'overlaps' | 'none' {
  const { excluding, overlapping } = obstacles(kind, attributes, [other])
  if (excluding.length > 0) return 'excludes'
  return overlapping.length > 0 ? 'overlaps' : 'none'
}

describe('ARN patterns', () => {
  test.each([
    ['assumed-role/a/*', 'assumed-role/a/*', 'excludes'],
    ['assumed-role/a/*', 'assumed-role/a/session', 'overlaps'],
    ['assumed-role/a/session', 'assumed-role/a/*', 'overlaps'],
    ['assumed-role/a/*', 'assumed-role/b/*', 'none'],
    ['assumed-role/a/*', 'assumed-role/ab/*', 'none'],
    ['assumed-role/a/x', 'assumed-role/a/y', 'none'],
    ['user/a', 'user/ab', 'none'],
  ])('%s and %s: %s', (one, other, relation) => {
    for (const kinds of [
      ['aws-persona', 'aws-persona'],
      ['aws-persona', 'aws-intake'],
      ['aws-intake', 'aws-persona'],
    ] as const) {
      expect(known(kinds[1], { arnPattern: arn(one) }, { kind: kinds[0], arnPattern: arn(other) })).toBe(relation)
    }
  })

  test('are in the way exactly when they overlap', () => {
    const pattern = fc
      .tuple(
        fc.array(fc.constantFrom('a', 'ab', 'b', '!', '*'), { maxLength: 4 }),
        fc.constantFrom('*', 'x', 'xy', 'y', ''),
      )
      .map(([path, last]) => arn(['user', ...path, last].join('/')))
    fc.assert(
      fc.property(fc.uniqueArray(pattern), pattern, (present, wanted) => {
        const index = new ObstacleIndex(
          present.map((arnPattern) => ({ kind: 'aws-intake' as const, id: arnPattern, arnPattern })),
        )
        const expected = present.filter((other) => overlap(other, wanted) !== 'disjoint').sort()
        const { excluding, overlapping } = index.find('aws-persona', { arnPattern: wanted })
        expect(ids([...excluding, ...overlapping])).toEqual(expected)
        expect(ids(excluding)).toEqual(expected.filter((other) => other === wanted))
      }),
    )
  })
})

test.each<[string, KindName, KindName, Record<string, string>, string]>([
  ['equal claims of one kind', 'github-persona', 'github-persona', { ref: 'y', sub: 'x' }, 'excludes'],
  ['equal claims across kinds', 'github-persona', 'github-intake', { sub: 'x', ref: 'y' }, 'overlaps'],
  ['fewer claims', 'github-persona', 'github-persona', { sub: 'x' }, 'none'],
  ['other claims', 'github-persona', 'github-persona', { sub: 'x', ref: 'z' }, 'none'],
  ['claims and the kinds of AWS', 'aws-persona', 'github-persona', { sub: 'x', ref: 'y' }, 'none'],
])('%s', (_, present, wanted, claims, relation) => {
  expect(known(wanted, { claims }, { kind: present, claims: { sub: 'x', ref: 'y' } })).toBe(relation)
})

test('AuthN mappings are never in the way: Datadog keeps duplicates', () => {
  const group = { attributeKey: 'member-of', attributeValue: 'Dev', roleId: 'r' }
  expect(known('authn', group, { kind: 'authn', ...group })).toBe('none')
})

test('asking 10,000 times among 10,000 costs well under a second', () => {
  const mappings = Array.from({ length: 10_000 }, (_, number) => ({
    kind: 'aws-persona' as const,
    id: String(number),
    arnPattern: arn(`assumed-role/role-${number}/${number % 2 === 0 ? '*' : 'session'}`),
  }))
  const start = process.cpuUsage()
  const index = new ObstacleIndex(mappings)
  const found = mappings.map((mapping) => index.find('aws-intake', mapping).excluding)
  const { user, system } = process.cpuUsage(start)
  expect(found).toEqual(mappings.map((mapping) => [mapping]))
  expect((user + system) / 1000).toBeLessThan(500)
})

test('asking 5,000 times among 5,000 patterns of 300 slashes costs well under a second, and no memory for each slash', () => {
  const mappings = Array.from({ length: 5_000 }, (_, number) => ({
    kind: 'aws-persona' as const,
    id: String(number),
    arnPattern: arn(`user/${'a/'.repeat(150)}${number}/${'b/'.repeat(148)}${number % 2 === 0 ? '*' : 'c'}`),
  }))
  const above = { kind: 'aws-persona' as const, id: 'above', arnPattern: arn(`user/${'a/'.repeat(150)}7/*`) }
  const heap = process.memoryUsage().heapUsed
  const start = process.cpuUsage()
  const index = new ObstacleIndex([...mappings, above])
  const found = mappings.map((mapping) => index.find('aws-intake', mapping))
  const { user, system } = process.cpuUsage(start)
  const used = process.memoryUsage().heapUsed - heap
  expect(found.map(({ excluding }) => excluding)).toEqual(mappings.map((mapping) => [mapping]))
  expect(found.flatMap(({ overlapping }) => overlapping)).toEqual([above])
  expect(index.find('aws-persona', above).overlapping).toEqual([mappings[7]])
  expect((user + system) / 1000).toBeLessThan(1000)
  expect(used / 2 ** 20).toBeLessThan(60)
})
