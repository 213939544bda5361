import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { CLAIM_NAMES } from '../../src/mappings/claim-names.ts'
import { claimsKey, claimsOfThisJob, compileClaims, parseClaims } from '../../src/mappings/claims.ts'
import { asInputs } from '../../src/mappings/mapping.ts'
import { loadRegex, type RegexEngine } from '../../src/mappings/regex.ts'

let regex: RegexEngine
beforeAll(async () => {
  regex = await loadRegex(Number.MAX_SAFE_INTEGER)
})

async function compile(entries: Record<string, string>) {
  const compiled = await compileClaims(entries)
  return 'problem' in compiled
    ? { problem: compiled.problem, matchers: undefined, warnings: '' }
    : { problem: undefined, matchers: compiled.value, warnings: compiled.warnings.join('\n') }
}

async function parse(text: string) {
  const parsed = await parseClaims(text)
  return 'problem' in parsed ? parsed.problem : parsed.value
}

function matches(pattern: string | undefined, text: string): boolean | undefined {
  const compiled = regex.compile(pattern ?? '')
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled.matches(text)
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
    ['repository: a/b\nrepository: c/d', 'line 2 is not valid YAML: the claim is named twice'],
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

describe('a plain value', () => {
  test('is escaped and anchored', async () => {
    const { matchers, warnings } = await compile({
      repository: 'my.org/app',
      ref: 'refs/heads/a+b(c)',
      repository_id: '1',
      actor: 'dependabot[bot]',
    })
    expect(matchers).toMatchObject({
      repository: '^my\\.org/app$',
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
    [{ ref: '${{ github.ref }}' }, 'nothing has replaced "${{ github.ref }}"'],
    [{ ref: '$GITHUB_REF' }, 'nothing has replaced "$GITHUB_REF"'],
    [{ ref: ' ' }, 'is empty'],
    [{ ref: '/^refs/heads/x$' }, 'a slash at one end only'],
    [{ environment: 'a\nb' }, 'line break'],
    [{ ref: 'x'.repeat(5000) }, 'ref is 5000 characters long'],
    [{ repositry: 'a/b' }, 'did you mean "repository"?'],
    [{ 'Repository-Owner': 'a' }, 'did you mean "repository_owner"?'],
    [{ aud: 'x' }, 'cannot match on the claim "aud"'],
    [{ head_ref: 'x' }, 'use event_name and ref'],
    [{ repository_property_team: 'x' }, 'cannot match on'],
    [{ repository: 'a/b', repository_owner: 'c' }, 'no job could match'],
  ])('%j is refused', async (claims, reason) => {
    expect((await compile({ sub: 'repo:a/b:pull_request', ...claims })).problem).toContain(reason)
  })

  test('all mistakes are named in one go', async () => {
    const { problem } = await compile({ repositry: 'a/b', aud: 'x', ref: '***' })
    expect(problem?.split('; ').length).toBeGreaterThanOrEqual(3)
  })

  test.each([
    [{ ref: 'main' }, 'write refs/heads/main'],
    [{ repository_id: 'my-app' }, 'a number'],
    [{ repository_visibility: 'pubic' }, 'write public'],
    [{ runner_environment: 'github' }, 'write one of github-hosted, self-hosted'],
    [{ ref: 'refs/heads/release/*' }, 'write /^refs/heads/release/.*$/'],
    [{ ref: '^refs/heads/.+$' }, 'write /^refs/heads/.+$/'],
    [{ job_workflow_ref: 'a/b/.github/workflows/c.yml' }, '@refs/heads/main'],
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

  test.each([
    [{ sub: '/^repo:.+$/' }, 'neither owner nor repository'],
    [{ sub: '/^repo:my-org/.+$/' }, 'every repository of the owner'],
    [{ sub: '/^.+$/', repository: '/^my-org/.+$/' }, 'every repository of the owner'],
    [{ sub: '/^.+$/', repository_owner: 'my-org' }, 'every repository of the owner'],
    [{ sub: '/^.+:environment:prod$/', actor: 'octocat' }, 'neither owner nor repository'],
    [{ sub: '/^repo:my-org/app.*:pull_request$/' }, 'every repository of the owner'],
    [{ sub: '/^repo:my-org(?:@\\d+)?/app(?:@\\d+)?:.+$/' }, ''],
    [{ sub: '/^repo:(?:my-org/a|my-org/b):pull_request$/' }, ''],
    [{ sub: '/^repo:my-org/(?:a|b):pull_request$/' }, ''],
    [{ sub: '/^repo:.+:pull_request$/', repository: 'my-org/app' }, ''],
    [{ sub: '/^repo:.+:pull_request$/', repository_id: '7' }, ''],
  ])('%j leaves open: %s', async (claims, reason) => {
    const { warnings } = await compile(claims)
    if (reason === '') expect(warnings).toBe('')
    else expect(warnings).toContain(reason)
  })

  test('that repeats too much is sent unchecked, with a warning', async () => {
    const { matchers, warnings } = await compile({
      repository: 'a/b',
      environment: 'x',
      workflow: `/^${'(a?){1000}'.repeat(300)}$/`,
    })
    expect(matchers).toBeDefined()
    expect(warnings).toContain('is sent unchecked')
  })
})

describe('sub, when it is missing', () => {
  const ids = { repository_id: '456789', repository_owner_id: '123456' }

  test.each([
    [{ ref: 'refs/heads/main' }, 'ref:refs/heads/main'],
    [{ ref: 'refs/tags/v1' }, 'ref:refs/tags/v1'],
    [{ ref: '/^refs/tags/v.+$/' }, 'ref:refs/tags/v2'],
    [{ environment: 'production' }, 'environment:production'],
    [{ environment: 'production', ref: 'refs/heads/main' }, 'environment:production'],
    [{ environment: 'eu:prod' }, 'environment:eu%3Aprod'],
    [{ event_name: 'pull_request' }, 'pull_request'],
    [{ ref: 'refs/pull/1/merge' }, 'pull_request'],
  ])('is built from %j so that it matches the classic and the immutable form', async (claims, context) => {
    const { matchers, problem } = await compile({ repository: 'octo.cat/my-repo', ...claims })
    expect(problem).toBeUndefined()
    expect(matches(matchers?.['sub'], `repo:octo.cat/my-repo:${context}`)).toBe(true)
    expect(matches(matchers?.['sub'], `repo:octo.cat@123456/my-repo@456789:${context}`)).toBe(true)
    expect(matches(matchers?.['sub'], `repo:octoxcat/my-repo:${context}`)).toBe(false)
    expect(matches(matchers?.['sub'], `repo:octo.cat/my-repo-2:${context}`)).toBe(false)
    expect(matches(matchers?.['sub'], `repo:octo.cat/my-repo:x${context}`)).toBe(false)
  })

  test('pins the ids that are given', async () => {
    const { matchers, warnings } = await compile({ repository: 'octocat/my-repo', ref: 'refs/heads/main', ...ids })
    expect(matchers?.['sub']).toBe('^repo:octocat(?:@123456)?/my-repo(?:@456789)?:ref:refs/heads/main$')
    expect(warnings).toBe('')
  })

  test.each([
    [{ repository: 'a/b' }, 'add ref: refs/heads/main or environment: NAME'],
    [{ repository: '/^a/.+$/', ref: 'refs/heads/x' }, 'repository is not one OWNER/NAME'],
    [{ ref: 'refs/heads/x' }, 'no repository is given'],
  ])('cannot be built from %j, and is asked for', async (claims, reason) => {
    expect((await compile(claims)).problem).toContain('sub is required by Datadog')
    expect((await compile(claims)).problem).toContain(reason)
  })

  test('a classic literal one without ids is a warning', async () => {
    const classic = { sub: 'repo:octocat/my-repo:ref:refs/heads/main' }
    expect((await compile(classic)).warnings).toContain('add repository_id and repository_owner_id')
    expect((await compile({ ...classic, ...ids })).warnings).toBe('')
    expect((await compile({ sub: 'repo:octocat@1/my-repo@2:pull_request' })).warnings).toBe('')
  })
})

describe('claims of this job', () => {
  const token = {
    sub: 'repo:octocat@123456/my-repo@456789:ref:refs/heads/main',
    aud: 'datadog/x',
    repository: 'octocat/my-repo',
    repository_id: '456789',
    repository_owner: 'octocat',
    repository_owner_id: '123456',
    ref: 'refs/heads/main',
    event_name: 'push',
    run_id: '1',
  }
  const who = {
    repository: 'octocat/my-repo',
    repository_id: '456789',
    repository_owner: 'octocat',
    repository_owner_id: '123456',
  }

  test.each([
    ['a push', token, { ...who, ref: 'refs/heads/main' }],
    [
      'an environment',
      { ...token, environment: 'prod', sub: 'repo:octocat/my-repo:environment:prod' },
      { ...who, environment: 'prod' },
    ],
    [
      'a pull request',
      { ...token, event_name: 'pull_request', sub: 'repo:octocat/my-repo:pull_request', ref: 'refs/pull/1/merge' },
      { ...who, event_name: 'pull_request' },
    ],
    [
      'a subject of its own',
      { ...token, sub: 'repository_owner:octocat:ref:x' },
      { ...who, ref: 'refs/heads/main', sub: 'repository_owner:octocat:ref:x' },
    ],
    [
      'an environment between slashes',
      { ...token, environment: '/a.b/', sub: 'repo:octocat/my-repo:environment:/a.b/' },
      { ...who, environment: '/^/a\\.b/$/' },
    ],
  ])('%s', async (_, claims, expected) => {
    const taken = claimsOfThisJob(claims)
    expect(taken).toEqual(expected)
    const { matchers, problem } = await compile(taken)
    expect(problem).toBeUndefined()
    const own: Record<string, string> = claims
    for (const [name, pattern] of Object.entries(matchers ?? {}))
      expect([name, matches(pattern, own[name] ?? '')]).toEqual([name, true])
  })
})

test('the key of a set of matchers is the same in any order, and another for another set', () => {
  expect(claimsKey({ sub: 'a', ref: 'b' })).toBe(claimsKey({ ref: 'b', sub: 'a' }))
  const sets = fc.dictionary(fc.constantFrom(...CLAIM_NAMES), fc.string({ maxLength: 3 }), { noNullPrototype: true })
  fc.assert(
    fc.property(sets, sets, (a, b) => {
      const sorted = (set: object) => Object.fromEntries(Object.entries(set).sort())
      expect(claimsKey(a) === claimsKey(b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)))
    }),
  )
})

test('what is shown of a live mapping as inputs is read back as the same mapping', async () => {
  const live = { sub: 'repo:o/r:(ref:refs/heads/main|pull_request)', repository: '^o/r$', workflow: '^a\\/b$' }
  const shown = asInputs({ kind: 'github-persona', id: 'x', claims: live })['claims']
  expect((await compile(shown as Record<string, string>)).matchers).toEqual(live)
})

test('Datadog knows 18 claims', () => {
  expect(new Set(CLAIM_NAMES).size).toBe(18)
})
