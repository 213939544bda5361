import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { CLAIM_NAMES } from '../../../src/mappings/claims/claim-names.ts'
import { loadRegex, type RegexEngine } from '../../../src/mappings/claims/re2.ts'
import { toJson } from '../../../src/mappings/mapping-json.ts'
import { compile } from '../readings.ts'

let regex: RegexEngine
beforeAll(async () => {
  regex = await loadRegex(Number.MAX_SAFE_INTEGER)
})

function matches(pattern: string | undefined, text: string): boolean | undefined {
  const compiled = regex.compile(pattern ?? '')
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled.matches(text)
}

describe('a plain value', () => {
  test('is escaped and anchored', async () => {
    const { matchers, warnings } = await compile({
      repository: 'my-org/app.js',
      ref: 'refs/heads/a+b(c)',
      repository_id: '1',
      actor: 'dependabot[bot]',
    })
    expect(matchers).toMatchObject({
      repository: '^my-org/app\\.js$',
      ref: '^refs/heads/a\\+b\\(c\\)$',
      repository_id: '^1$',
      actor: '^dependabot\\[bot\\]$',
    })
    expect(warnings).toBe('')
  })

  test('matches itself in RE2, and nothing longer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }),
        fc.string({ minLength: 1 }),
        async (value, more) => {
          const { matchers } = await compile({ repository: 'a/b', ref: 'refs/heads/x', workflow: value })
          if (matchers === undefined) return
          if (value.startsWith('/') && value.endsWith('/')) return
          expect(matches(matchers['workflow'], value)).toBe(true)
          expect(matches(matchers['workflow'], value + more)).toBe(false)
          expect(matches(matchers['workflow'], more + value)).toBe(false)
        },
      ),
    )
  })

  test.each([
    [{ repository: '***/app' }, 'stands for a masked value'],
    [{ ref: '${{ github.ref }}' }, '"${{ github.ref }}" was not replaced'],
    [{ ref: '$GITHUB_REF' }, '"$GITHUB_REF" was not replaced'],
    [{ ref: ' ' }, 'is empty'],
    [{ ref: '/^refs/heads/x$' }, 'a slash at one end only'],
    [{ environment: 'a\nb' }, 'environment: "a\\u000ab" has a line break'],
    [{ ref: 'refs/heads/ma\u200bin' }, 'ref: "refs/heads/ma\\u200bin" has a line break or an invisible character'],
    [{ ref: '/^refs/heads/ma\u{e0041}in$/' }, 'ma\\u{e0041}in$/" has a line break or an invisible character'],
    [{ ref: 'x'.repeat(5000) }, 'ref is 5000 characters long'],
    [{ repositry: 'a/b' }, 'did you mean "repository"?'],
    [{ 'Repository-Owner': 'a' }, 'did you mean "repository_owner"?'],
    [
      Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`c${index}`, 'x'])),
      'names 81 claims, and Datadog can',
    ],
    [{ aud: 'x' }, 'cannot match on the claim "aud"'],
    [{ head_ref: 'x' }, 'use event_name and ref'],
    [{ repository_property_team: 'x' }, 'cannot match on'],
    [{ repository: 'a/b', repository_owner: 'c' }, 'no job could match'],
  ])('%j is refused', async (claims, reason) => {
    expect((await compile({ sub: 'repo:a/b:pull_request', ...claims })).problem).toContain(reason)
  })

  test('an owner in other letters is no other owner', async () => {
    expect(
      await compile({ repository: 'My-Org/app', repository_owner: 'my-org', ref: 'refs/heads/main' }),
    ).toMatchObject({
      matchers: { repository_owner: '^my-org$' },
    })
  })

  test('all mistakes are named in one go', async () => {
    const { problem } = await compile({ repositry: 'a/b', aud: 'x', ref: '***' })
    expect(problem).toMatch(/"repositry" is not a claim.* the claim "aud": .* ref is "\*\*\*"/)
  })

  test.each([
    [{ ref: 'main' }, 'write refs/heads/main'],
    [{ repository_id: 'my-app' }, 'a number'],
    [{ repository_visibility: 'pubic' }, 'write public'],
    [{ runner_environment: 'github' }, 'write one of github-hosted, self-hosted'],
    [{ ref: 'refs/heads/release/*' }, 'write /^refs/heads/release/.*$/'],
    [{ ref: '^refs/heads/.+$' }, 'write /^refs/heads/.+$/'],
    [{ job_workflow_ref: 'a/b/.github/workflows/c.yml' }, '@refs/heads/main'],
    [{ repository: 'my.org/app' }, 'write OWNER/NAME'],
  ])('%j can never match, which is a warning', async (claims, reason) => {
    expect((await compile({ repository: 'a/b', environment: 'x', ...claims })).warnings).toContain(reason)
  })
})

describe('a regular expression between slashes', () => {
  test('is passed on as it is', async () => {
    const { matchers, warnings } = await compile({ repository: 'a/b', ref: '/^refs/tags/v\\d+\\.\\d+$/' })
    expect(matchers?.['ref']).toBe('^refs/tags/v\\d+\\.\\d+$')
    expect(warnings).toBe('')
  })

  test.each([
    ['^(?!x)y$', 'RE2 has no look-around'],
    ['^(?<=x)y$', 'RE2 has no look-around'],
    ['^(a)\\1$', 'RE2 has no back-references'],
    ['^a++$', 'RE2 has no possessive or atomic groups'],
    ['^(a$', 'RE2 says: missing closing )'],
    ['(a{1000}){1000}', 'invalid repeat count'],
    ['', 'empty regular expression'],
  ])('/%s/ is refused', async (pattern, reason) => {
    expect((await compile({ repository: 'a/b', ref: `/${pattern}/`, environment: 'x' })).problem).toContain(reason)
  })

  test.each([
    ['refs/heads/main', 'write /^refs/heads/main$/'],
    ['^refs/heads/a|refs/heads/b$', 'write /^(?:refs/heads/a|refs/heads/b)$/'],
    ['^refs/heads/.+', 'middle of a longer value'],
    ['^(?:refs/heads/a|refs/heads/b$)', 'middle of a longer value'],
    ['^(?:refs/heads/a$)?', 'matches every value'],
    ['.*', 'matches every value'],
    ['^.+$', 'matches every value'],
    ['^refs/(heads|tags)/', 'matches every value'],
    ['^x*$', 'matches an empty value'],
    ['^refs/tags/v1.2$', '"." stands for any character'],
  ])('/%s/ is a warning', async (pattern, reason) => {
    expect((await compile({ repository: 'a/b', repository_id: '1', ref: `/${pattern}/` })).warnings).toContain(reason)
  })

  test.each([
    '^(?:refs/heads/a|refs/heads/b)$',
    '^refs/heads/a$|^refs/heads/b$',
    '^(?:refs/heads/a$|refs/heads/b$)',
    '\\Arefs/heads/main\\z',
    '^(?i)refs/heads/MAIN$',
    '(^refs/heads/[.a]$)',
    '^refs/heads/[a.b]+\\.x$',
    '^\\Qrefs/heads/a.b\\E$',
  ])('/%s/ is none', async (pattern) => {
    expect((await compile({ repository: 'a/b', ref: `/${pattern}/` })).warnings).toBe('')
  })

  test('that repeats too much is sent unchecked, with a warning', async () => {
    const pattern = `^${'(a?){1000}'.repeat(300)}$`
    const { matchers, warnings } = await compile({ repository: 'a/b', environment: 'x', workflow: `/${pattern}/` })
    expect(matchers?.['workflow']).toBe(pattern)
    expect(warnings).toBe('workflow: the pattern repeats too much, and is not evaluated here; it is sent unchecked.')
  })
})

test('what is shown of a live mapping as inputs is read back as the same mapping', async () => {
  const live = { sub: 'repo:o/r:(ref:refs/heads/main|pull_request)', repository: '^o/r$', workflow: '^a\\/b$' }
  const shown = toJson({ kind: 'github-persona', id: 'x', claims: live })['claims']
  expect((await compile(shown as Record<string, string>)).matchers).toEqual(live)
})

test('Datadog knows 18 claims', () => {
  expect(new Set(CLAIM_NAMES).size).toBe(18)
})
