import { describe, expect, test } from 'vitest'
import { claimsOfThisJob } from '../../../src/mappings/claims/compile-claims.ts'
import { ALL, compile, readings } from '../readings.ts'

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
    const { matchers, problem, warnings } = await compile({ repository: 'octo-cat/my.repo', ...claims })
    expect(problem).toBeUndefined()
    expect(warnings).toBe('')
    const sub = matchers?.['sub']
    expect(sub).toMatch(/^repo:octo-cat\//)
    expect(readings(sub, `repo:octo-cat/my.repo:${context}`)).toEqual(ALL)
    expect(readings(sub, `repo:octo-cat@123456/my.repo@456789:${context}`)).toEqual(ALL)
    const others = ['octo-cat/my-repo', 'octo-cat/my.repo-evil', 'octo-cat-evil/my.repo', 'evil/my.repo', 'evil/x']
    for (const other of others) {
      const withIds = `${other.replace('/', '@123456/')}@456789`
      expect(readings(sub, `repo:${other}:${context}`)).toEqual([])
      expect(readings(sub, `repo:${withIds}:${context}`)).toEqual([])
    }
    for (const repository of ['octo-cat/my.repo', 'octo-cat@123456/my.repo@456789']) {
      expect(readings(sub, `repo:${repository}:x${context}`)).toEqual([])
      expect(readings(sub, `repo:${repository}`)).toEqual([])
      // What a regular expression for the ref leaves open is told apart by the matcher of the ref.
      if (!('ref' in claims && claims.ref.startsWith('/')))
        expect(readings(sub, `repo:${repository}:${context}-evil`)).toEqual([])
      expect(readings(sub, `evil${repository}:${context}`)).toEqual([])
    }
    expect(readings(sub, `xrepo:octo-cat@123456/my.repo@456789:${context}`)).toEqual([])
    // GitHub puts nothing there, since it writes a colon in a claim as %3A; in a search the matcher of the repository decides.
    const prefixed = readings(sub, `xrepo:octo-cat/my.repo:${context}`)
    expect(prefixed.filter((reading) => !reading.startsWith('search'))).toEqual([])
    expect(readings(matchers?.['repository'], 'evil/x')).toEqual([])
  })

  test('is read back, when it is given as it is shown, without any warning', async () => {
    const made = await compile({ repository: 'octocat/my.repo', environment: 'production' })
    const again = await compile({ sub: `/${made.matchers?.['sub']}/` })
    expect(again.matchers?.['sub']).toBe(made.matchers?.['sub'])
    expect(again.warnings).toBe('')
  })

  test('and cannot be pinned to one context, is advised as a pattern that raises no warning', async () => {
    const { problem } = await compile({ repository: 'octocat/my-repo', ...ids })
    const advised = /sub: (\/.+\/) for every job/.exec(problem ?? '')?.[1] ?? ''
    const { matchers, warnings } = await compile({ sub: advised })
    expect(warnings).toBe('')
    expect(readings(matchers?.['sub'], 'repo:octocat@123456/my-repo@456789:environment:x')).toEqual(ALL)
    expect(readings(matchers?.['sub'], 'repo:octocat@123456/my-repo@456780:environment:x')).toEqual([])
  })

  test('pins the ids that are given', async () => {
    const { matchers, warnings } = await compile({ repository: 'octocat/my-repo', ref: 'refs/heads/main', ...ids })
    expect(matchers?.['sub']).toBe(
      'repo:octocat/my-repo:ref:refs/heads/main$|^repo:octocat@123456/my-repo@456789:ref:refs/heads/main$',
    )
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
    expect((await compile(classic)).warnings).toContain(
      'never matches a repository that was created or renamed since 2026-07-15',
    )
    expect((await compile({ ...classic, ...ids })).warnings).toBe('')
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
      'a subject of its own with ids',
      { ...token, sub: 'repo:octocat@123456/my-repo@456789:actor:x' },
      {
        ...who,
        ref: 'refs/heads/main',
        sub: '/repo:octocat/my-repo:actor:x$|^repo:octocat@123456/my-repo@456789:actor:x$/',
      },
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
      expect([name, readings(pattern, own[name] ?? '')]).toEqual([name, ALL])
  })
})
