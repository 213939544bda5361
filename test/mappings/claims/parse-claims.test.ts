import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseClaims } from '../../../src/mappings/claims/compile-claims.ts'

async function parse(text: string) {
  const parsed = await parseClaims(text)
  return 'problem' in parsed ? parsed.problem : parsed.value
}

describe('the block of claims', () => {
  test('keeps every value as the text that it was written as', async () => {
    const block =
      'repository: my-org/app # a comment\nrepository_id: 0123456\nactor: true\nworkflow: "CI: all"\nenvironment: 1e3\nsub: /^repo:o/r:.+$/\nenterprise: ~\nactor_id: null'
    expect(await parse(block)).toEqual({
      repository: 'my-org/app',
      repository_id: '0123456',
      actor: 'true',
      workflow: 'CI: all',
      environment: '1e3',
      sub: '/^repo:o/r:.+$/',
      enterprise: '~',
      actor_id: 'null',
    })
    expect(await parse('{"repository": "a/b", "ref": "refs/heads/x"}')).toEqual({
      repository: 'a/b',
      ref: 'refs/heads/x',
    })
  })

  test.each([
    ['repository: a/b\nrepository: c/d', 'line 2: "repository" is named twice'],
    ['repository: a/b\nref: [a]', 'line 2: "ref" has a list or a block'],
    ['repository:\n  name: x', '"repository" has a list or a block'],
    ['ref: *x', 'line 1: "ref" has an alias'],
    ['ref: &x y', 'has an anchor'],
    ['ref: !!str y', 'has an anchor ("&…") or a tag'],
    ['repository: ***', 'masked value'],
    ['repository: a/b\nref:', 'line 2: "ref" has no value; is it the empty output of an earlier step?'],
    ['repository: a/b\nref: ""', 'has no value'],
    ['? [a]\n: b', 'a name that is not plain text'],
    ['a: b: c', 'line 1 is not valid YAML'],
    ['a: b\n---\nc: d', '"---" line'],
    ['my-org/app', 'not a block of "name: value" lines'],
    ['- a: b', 'not a block of "name: value" lines'],
    ['', 'not a block of "name: value" lines'],
    ['{}', 'names no claim'],
    ['a'.repeat(70_000), '70000 characters long'],
  ])('%j is refused', async (text, reason) => {
    expect(await parse(text)).toContain(reason)
    expect(await parse(text)).toMatch(/[^.][.?]$/)
  })

  test('is never the cause of anything but an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-c:{}[\]&*!|>"' \n#?-]{0,30}$/)),
        async (text) => {
          const parsed = await parse(text)
          for (const value of Object.values(parsed)) expect(typeof value).toBe('string')
        },
      ),
      { numRuns: 500 },
    )
  })
})
