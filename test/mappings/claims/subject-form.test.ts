import { describe, expect, test } from 'vitest'
import { ALL, compile, readings } from '../readings.ts'

describe('sub, when it is given', () => {
  test('as a plain value is the whole claim', async () => {
    const { matchers, warnings } = await compile({ sub: 'repo:my-org/my.repo:ref:refs/heads/a+b', repository_id: '1' })
    expect(matchers?.['sub']).toBe('repo:my-org/my\\.repo:ref:refs/heads/a\\+b$')
    expect(readings(matchers?.['sub'], 'repo:my-org/my.repo:ref:refs/heads/a+b')).toEqual(ALL)
    expect(readings(matchers?.['sub'], 'repo:my-org/my.repo:ref:refs/heads/a+b-evil')).toEqual([])
    expect(warnings).not.toContain('literal')
  })

  test.each([
    'repo:my-org/app:pull_request$',
    'repo:my-org/app:(?:pull_request|environment:x)$',
    'repo:my-org/app:pull_request$|^repo:my-org@1/app@2:pull_request$',
    'repo:my_org/app:ref:refs/tags/v[0-9|]+$',
  ])('as /%s/ raises no warning', async (pattern) => {
    expect((await compile({ sub: `/${pattern}/` })).warnings).toBe('')
  })

  const either = 'repo:my-org/app:pull_request$|^repo:my-org@\\d+/app@\\d+:pull_request$'
  test.each([
    ['^repo:my-org/app:pull_request$', 'repo:my-org/app:pull_request$'],
    ['\\Arepo:my-org/app:pull_request\\z', 'repo:my-org/app:pull_request$'],
    ['repo:my\\-org\\/app:pull_request', 'repo:my-org/app:pull_request$'],
    ['^repo:my-org/a:.+$|^repo:my-org/b:.+$', 'repo:my-org/a:.+$|^repo:my-org/b:.+$'],
    ['^repo:my-org(?:@\\d+)?/app(?:@\\d+)?:pull_request$', either],
    ['repo:my-org(@\\d+)?/app(@\\d+)?:pull_request', either],
    ['^repo:my-org@\\d+/app@\\d+:pull_request$', either],
    [
      '^repo:my-org(?:@12)?/app(?:@34)?:ref:refs/tags/x@5$',
      'repo:my-org/app:ref:refs/tags/x@5$|^repo:my-org@12/app@34:ref:refs/tags/x@5$',
    ],
  ])('as /%s/ may be refused, and /%s/ is advised', async (pattern, better) => {
    const { matchers, warnings } = await compile({ sub: `/${pattern}/` })
    expect(matchers?.['sub']).toBe(pattern)
    expect(warnings).toContain('must begin with repo:OWNER/')
    expect(warnings).toContain(`write /${better}/.`)
    expect((await compile({ sub: `/${better}/` })).warnings).toBe('')
  })

  test.each([
    '^repo:(?:my-org/a|my-org/b):pull_request$',
    '^repo:my-org(?:@1)?/a(?:@2)?:x$|^repo:my-org/b:y$',
    '^(?:repo:my-org/a:pull_request)$',
    'repo:my-.+/app:pull_request$',
    'repo:my-org/?app:pull_request$',
    '^.+$',
    'REPO:my-org/app:pull_request$',
  ])('as /%s/ may be refused, and the form is told', async (pattern) => {
    const { warnings } = await compile({ sub: `/${pattern}/`, repository: 'my-org/app' })
    expect(warnings).toContain('must begin with repo:OWNER/')
    expect(warnings).toContain('write it in the form /repo:OWNER/NAME:…$/.')
  })

  test.each([
    ['repo:my-org/app:pull_request', 'write /repo:my-org/app:pull_request$/'],
    ['repo:my-org/app:', 'write /repo:my-org/app:$/, with ".+" before "$"'],
    ['repo:my-org/a:.+|repo:my-org/b:.+$', 'end each of its alternatives with "$"'],
    ['repo:my-org/app:(?:pull_request$|environment:x)', 'has to match the whole claim'],
    ['repo:my-org/app:\\.*', 'has to match the whole claim'],
  ])('as /%s/ leaves its end open', async (pattern, advice) => {
    const { warnings } = await compile({ sub: `/${pattern}/` })
    expect(warnings).toContain(advice)
    expect(warnings).not.toContain('/^')
  })

  test('is closed by what takes any end', async () => {
    for (const end of ['.*', '.+']) {
      const { warnings } = await compile({ sub: `/repo:my-org/app:${end}/` })
      expect(warnings).not.toContain('has to match the whole claim')
    }
  })

  test.each([
    [
      'repo:octocat@1/my-repo@2:pull_request',
      'repo:octocat@1/my-repo@2:pull_request$',
      'write /repo:octocat/my-repo:pull_request$|^repo:octocat@1/my-repo@2:pull_request$/.',
    ],
    ['repository_owner:octocat:ref:x', '^repository_owner:octocat:ref:x$', 'begins with "repo", or leave sub out'],
    ['repo:octocat', 'repo:octocat$', 'leave sub out'],
    ['repo:octocat*/my-repo:pull_request', 'repo:octocat\\*/my-repo:pull_request$', 'leave sub out'],
  ])('as the plain value %s may be refused', async (sub, pattern, advice) => {
    const { matchers, warnings } = await compile({ sub })
    expect(matchers?.['sub']).toBe(pattern)
    expect(warnings).toContain('must begin with repo:OWNER/')
    expect(warnings).toContain(advice)
  })
})
