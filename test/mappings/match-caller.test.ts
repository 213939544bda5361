import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patternMatchesCaller } from '../../src/mappings/arn/arn-overlap.ts'
import { compileClaims } from '../../src/mappings/claims/compile-claims.ts'
import type { LiveMapping } from '../../src/mappings/mapping.ts'
import { type Caller, callerArnProblem, matchCaller } from '../../src/mappings/match-caller.ts'

const sts = (resource: string) => `arn:aws:sts::123456789012:${resource}`
const persona = (arnPattern: string): LiveMapping => ({ kind: 'aws-persona', id: arnPattern, arnPattern })
const intake = (arnPattern: string): LiveMapping => ({ kind: 'aws-intake', id: arnPattern, arnPattern })
const github = (id: string, claims: Record<string, string>): LiveMapping => ({ kind: 'github-persona', id, claims })
const ids = (mappings: readonly LiveMapping[]) => mappings.map(({ id }) => id)

describe('an AWS caller', () => {
  const caller = { arn: sts('assumed-role/deployer/run-1') }

  test('hits exact patterns before wildcards, of persona and of intake mappings', async () => {
    const { matching, nearest } = await matchCaller(caller, [
      persona(sts('assumed-role/deployer/*')),
      intake(sts('assumed-role/deployer/run-1')),
      persona(sts('assumed-role/other/*')),
      github('g', { sub: '.*' }),
    ])
    expect(ids(matching)).toEqual([sts('assumed-role/deployer/run-1'), sts('assumed-role/deployer/*')])
    expect(nearest).toEqual([])
  })

  test('of a user hits the longer path first', async () => {
    const user = (resource: string) => `arn:aws:iam::123456789012:user/${resource}`
    const { matching } = await matchCaller({ arn: user('a/b/jane') }, [user('a/*'), user('a/b/*')].map(persona))
    expect(ids(matching)).toEqual([user('a/b/*'), user('a/*')])
  })

  test.each([
    [sts('assumed-role/deploy/*'), 'the role name differs: the caller is "deployer", the pattern has "deploy"'],
    [sts('assumed-role/Deployer/*'), 'differs in upper and lower case'],
    [sts('assumed-role/deployer/run-2'), 'the session name differs: the caller is "run-1", the pattern has "run-2"'],
    [
      'arn:aws:sts::999999999999:assumed-role/deployer/*',
      'the account differs: the caller is of 123456789012, the pattern of 999999999999',
    ],
    ['arn:aws-cn:sts::123456789012:assumed-role/deployer/*', 'the partition differs'],
    [
      'arn:aws:iam::123456789012:user/deployer',
      'the caller is the session of a role, and the pattern is for an IAM user',
    ],
    [
      'arn:aws:iam::123456789012:role/ci/deployer',
      `is an IAM role ARN, which no caller ever has; use "${sts('assumed-role/deployer/*')}"`,
    ],
    [
      sts('assumed-role/deployer'),
      `lacks the session, which every caller has; use "${sts('assumed-role/deployer/*')}"`,
    ],
    ['nonsense', 'something else'],
  ])('is told why %s does not match', async (pattern, reason) => {
    const { matching, nearest } = await matchCaller(caller, [persona(pattern)])
    expect(matching).toEqual([])
    expect(nearest).toMatchObject([{ failed: ['arn-pattern'] }])
    expect(nearest[0]?.reasons.join()).toContain(reason)
  })

  test('is shown the nearest first, and three at most', async () => {
    const { nearest } = await matchCaller(caller, [
      persona('arn:aws:iam::999999999999:user/x'),
      persona(sts('assumed-role/other/*')),
      persona(sts('assumed-role/deploy/*')),
      persona('arn:aws:iam::123456789012:role/deployer'),
    ])
    expect(nearest.map(({ mapping }) => mapping.id)).toEqual([
      'arn:aws:iam::123456789012:role/deployer',
      sts('assumed-role/deploy/*'),
      sts('assumed-role/other/*'),
    ])
  })

  test('matches exactly what its pattern takes', async () => {
    const names = fc.constantFrom('a', 'b', 'A')
    const arns = fc
      .tuple(
        fc.constantFrom(sts('assumed-role/'), 'arn:aws:iam::123456789012:user/'),
        names,
        names,
        fc.constantFrom('', '/*'),
      )
      .map(([head, a, b, end]) => `${head}${a}/${b}${end}`)
    await fc.assert(
      fc.asyncProperty(fc.array(arns, { maxLength: 4 }), arns, async (patterns, arn) => {
        const report = await matchCaller({ arn }, patterns.map(persona))
        expect(ids(report.matching).sort()).toEqual(
          patterns.filter((pattern) => patternMatchesCaller(pattern, arn)).sort(),
        )
        expect(report.nearest.length).toBe(report.matching.length > 0 ? 0 : Math.min(3, patterns.length))
      }),
    )
  })

  test.each([
    [sts('assumed-role/x/y'), undefined],
    ['arn:aws:iam::123456789012:user/jane', undefined],
    ['arn:aws:iam::123456789012:role/ci/deployer', sts('assumed-role/deployer/SESSION-NAME')],
    [sts('assumed-role/deployer/*'), sts('assumed-role/deployer/SESSION-NAME')],
    ['jane', 'get-caller-identity'],
    ['x'.repeat(5000), 'is 5000 characters long'],
  ])('%s as a caller ARN', (text, advice) => {
    if (advice === undefined) return expect(callerArnProblem(text)).toBeUndefined()
    expect(callerArnProblem(text)).toContain(advice)
    expect(callerArnProblem(text)).toMatch(/[^.]\.$/)
  })
})

describe('a GitHub job', () => {
  const claims = { sub: 'repo:my-org@1/app@2:ref:refs/heads/main', repository: 'my-org/app', ref: 'refs/heads/main' }
  const caller: Caller = { claims }

  test('hits the mappings whose matchers all match, the one with more of them first', async () => {
    const { matching, notEvaluated } = await matchCaller(caller, [
      github('wide', { sub: 'repo:my-org(@.+)?/.+' }),
      github('narrow', { sub: '.+:ref:refs/heads/main$', repository: 'my-org/app' }),
      github('other', { sub: '.+', repository: '^my-org/other$' }),
      persona(sts('assumed-role/x/*')),
    ])
    expect(ids(matching)).toEqual(['narrow', 'wide'])
    expect(notEvaluated).toEqual([])
  })

  test('is told which matchers failed, in the mapping with the fewest first', async () => {
    const { matching, nearest } = await matchCaller(caller, [
      github('far', { sub: '^x$', repository: '^my-org/other$', environment: '^prod$' }),
      github('near', { sub: '.+', repository: '^my-org/other$' }),
      github('environment', { sub: '.+', environment: '^prod$' }),
    ])
    expect(matching).toEqual([])
    expect(nearest[0]).toMatchObject({
      failed: ['repository'],
      reasons: ['repository is my-org/app, and the mapping has ^my-org/other$'],
    })
    expect(nearest[1]?.reasons).toEqual(['the caller has no claim environment, and the mapping has ^prod$'])
    expect(nearest[2]?.failed).toEqual(['sub', 'repository', 'environment'])
  })

  test('whose subject has ids is told so, where only those are in the way', async () => {
    const { nearest } = await matchCaller(caller, [github('classic', { sub: '^repo:my-org/app:ref:refs/heads/main$' })])
    expect(nearest[0]?.reasons[0]).toContain('without the ids')
  })

  test('is told so when a matcher takes a part of the subject only, which other claims may be matched by', async () => {
    const { matching, nearest } = await matchCaller(caller, [
      github('part', { sub: 'repo:my-org@1/app@2:' }),
      github('front', { sub: '.+', repository: 'my-org/' }),
      github('longest', { sub: '.+:ref|.+:ref:.+' }),
    ])
    expect(ids(matching)).toEqual(['front', 'longest'])
    expect(nearest).toEqual([])
    const alone = await matchCaller(caller, [github('part', { sub: 'repo:my-org@1/app@2:' })])
    expect(alone.nearest[0]?.reasons[0]).toContain('matches a part of it and has to match the whole')
  })

  test('is told what cannot be evaluated, unless another matcher fails anyway', async () => {
    const { matching, nearest, notEvaluated } = await matchCaller(caller, [
      github('unknown', { sub: '.+', colour: 'red' }),
      github('invalid', { sub: '(?=x)' }),
      github('hostile', { sub: '(.*){1000}x$'.repeat(200) }),
      github('none', {}),
      github('decided', { sub: '(?=x)', repository: '^x$' }),
      github('inherited', { sub: '.+', constructor: '.' }),
    ])
    expect(matching).toEqual([])
    expect(ids(nearest.map(({ mapping }) => mapping))).toEqual(['decided'])
    expect(notEvaluated.map(({ mapping, reason }) => [mapping.id, reason])).toEqual([
      ['unknown', 'the claim "colour" is not one that Datadog knows'],
      ['invalid', 'sub is /(?=x)/, and RE2 has no look-around'],
      ['hostile', expect.stringContaining('not evaluated')],
      ['none', 'the mapping has no claim matchers'],
      ['inherited', expect.stringContaining('constructor')],
    ])
  })

  test('a thousand hostile mappings do not hang the step', async () => {
    const hostile = Array.from({ length: 1000 }, (_, index) => github(`${index}`, { sub: `(a?){300}a{300}${index}$` }))
    const start = performance.now()
    const report = await matchCaller({ claims: { sub: `${'a'.repeat(4000)}` } }, hostile)
    expect(report.matching).toEqual([])
    expect(performance.now() - start).toBeLessThan(30_000)
  }, 40_000)

  test('a mapping made from its own claims matches it', async () => {
    const compiled = await compileClaims({ repository: 'my-org/app', ref: 'refs/heads/main' })
    if ('problem' in compiled) throw new Error(compiled.problem)
    expect(ids((await matchCaller(caller, [github('own', compiled.value)])).matching)).toEqual(['own'])
  })
})
