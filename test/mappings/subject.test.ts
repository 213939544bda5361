import { beforeAll, describe, expect, test } from 'vitest'
import { claimsOfThisJob, compileClaims } from '../../src/mappings/claims.ts'
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

function matches(pattern: string | undefined, text: string): boolean | undefined {
  const compiled = regex.compile(pattern ?? '')
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled.matches(text)
}

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
