import { describe, expect, test } from 'vitest'
import { reachOf } from '../../../src/mappings/claims/reach.ts'
import { compile } from '../readings.ts'

const IDS = { repository_id: '7', repository_owner_id: '8' }
const MAIN = { repository: 'my-org/app', ref: 'refs/heads/main' }

describe('what claims leave open', () => {
  test.each<[Record<string, string>, string]>([
    [{ ...MAIN, ...IDS }, ''],
    [{ ...MAIN, repository_id: '7' }, ''],
    [{ ...MAIN, ...IDS, ref: '/^refs/heads/release/.+$/' }, ''],
    [{ ...MAIN, ...IDS, ref: '/^refs/tags/v\\d+$/' }, ''],
    [{ repository: 'my-org/app', environment: 'prod', ...IDS }, ''],
    [{ sub: '/repo:my-org@8/app@7:ref:refs/heads/main$/' }, ''],
    [{ sub: '/repo:my-org@8/app@7:environment:prod$/' }, ''],
    [{ ...IDS, sub: '/^.+$/', workflow_ref: 'my-org/app/.github/workflows/a.yml@refs/heads/main' }, ''],
    [MAIN, 'recreatable'],
    [{ ...MAIN, repository_owner_id: '8' }, 'recreatable'],
    [{ ...MAIN, ...IDS, repository_id: '/^\\d+$/' }, 'recreatable'],
    [{ sub: 'repo:my-org/app:ref:refs/heads/main' }, 'recreatable'],
    [{ sub: '/repo:my-org@\\d+/app@\\d+:ref:refs/heads/main$/' }, 'recreatable'],
    [{ sub: '/repo:my-org(?:@8)?/app(?:@7)?:ref:refs/heads/main$/' }, 'recreatable'],
    [{ sub: '/repo:my-org/(?:a|b):environment:prod$/' }, 'recreatable'],
    [{ sub: '/repo:my-org/.+:environment:prod$/', repository: 'my-org/app' }, 'recreatable'],
    [{ sub: '/repo:my-org/.+:pull_request$/', ...IDS }, 'any-ref'],
    [{ sub: '/repo:my-org/app:.+$|^repo:my-org@\\d+/app@\\d+:.+$/' }, 'recreatable any-ref'],
    [{ sub: '/repo:my-org/a:pull_request$|^repo:my-org/b:pull_request$/' }, 'recreatable any-ref'],
    [{ ...MAIN, ...IDS, ref: '/^refs/heads/main$|.*$/' }, 'any-ref'],
    [{ ...MAIN, ...IDS, ref: '/refs/heads/main$/' }, 'any-ref'],
    [{ ...MAIN, ...IDS, ref: '/^refs/heads/.*$/' }, 'any-ref'],
    [{ repository: 'my-org/app', event_name: 'pull_request', ...IDS }, 'any-ref'],
    [{ repository: 'my-org/app', environment: '/^.*$/', ...IDS }, 'any-ref'],
    [{ sub: '/repo:my-org/.+$/' }, 'owner recreatable any-ref'],
    [{ sub: '/^.+$/', repository: '/^my-org/.+$/' }, 'owner recreatable any-ref'],
    [{ sub: '/^.+$/', repository: '/^my-org/app/', ref: 'refs/heads/main' }, 'owner recreatable'],
    [{ sub: '/^.+$/', repository_owner: 'my-org', ref: 'refs/heads/main' }, 'owner recreatable'],
    [{ sub: '/^.+$/', repository_owner_id: '8', environment: 'prod' }, 'owner'],
    [{ sub: '/repo:my-org/app.*:environment:prod$/' }, 'owner recreatable'],
    [{ sub: '/repo:my-org/a:pull_request$|^.+$/' }, 'anyone'],
    [{ sub: '/^.+:environment:prod$/', actor: 'octocat' }, 'anyone'],
    [{ sub: '/^.+$/', repository: '/my-org/app$/' }, 'anyone'],
    [{ sub: '/^.+$/', repository_id: '/^7/' }, 'anyone'],
    [{ sub: '/^.+$/', repository: '/^my.org/app$/' }, 'anyone'],
    [{ sub: '/^.+$/', repository_owner: '/^my.org$/' }, 'anyone'],
    [{ sub: '/repo:.*/app@7$/' }, 'anyone'],
  ])('%j: %s', async (claims, expected) => {
    const { matchers } = await compile(claims)
    expect(reachOf(matchers ?? {}).join(' ')).toBe(expected)
  })

  test('is everything when there are no matchers, or none that can be understood', () => {
    expect(reachOf({})).toEqual(['anyone'])
    expect(reachOf({ sub: `repo:(${'a|'.repeat(1000)}a)/b:ref:refs/heads/main` })).toEqual(['anyone'])
    expect(reachOf({ sub: 'repo:a/b:ref:refs/heads/main' })).toEqual(['recreatable'])
  })
})
