import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountOf, diagnoseArnPattern, lookUpPatterns } from '../../../src/mappings/arn/arn-pattern.ts'
import { namesProblem, resourceWarnings } from '../../../src/mappings/arn/arn-resource.ts'
import { pastedProblem } from '../../../src/mappings/arn/pasted-text.ts'

const A = '123456789012'
const iam = (resource: string) => `arn:aws:iam::${A}:${resource}`
const sts = (resource: string) => `arn:aws:sts::${A}:${resource}`

function diagnose(text: string, rewriteRoleArn = true) {
  const diagnosis = diagnoseArnPattern(text, { rewriteRoleArn })
  return 'problem' in diagnosis
    ? { problem: diagnosis.problem, warnings: [], pattern: undefined, rewrittenFrom: undefined }
    : { problem: undefined, warnings: diagnosis.warnings, ...diagnosis.value }
}

describe('patterns that are sent as they are', () => {
  test.each([
    sts('assumed-role/deployer/*'),
    sts('assumed-role/deployer/GitHubActions'),
    sts('assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane@example.com'),
    sts('federated-user/jane'),
    iam('user/testuser'),
    iam('user/division/team/jane'),
    iam('user/division/*'),
  ])('%s', (pattern) => {
    expect(diagnoseArnPattern(pattern, { rewriteRoleArn: true })).toEqual({ value: { pattern }, warnings: [] })
  })
})

describe('an IAM role ARN becomes the pattern of its sessions', () => {
  test.each([
    [iam('role/deployer'), sts('assumed-role/deployer/*')],
    [iam('role/ci/eu/deployer'), sts('assumed-role/deployer/*')],
    [iam('role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_X_1'), sts('assumed-role/AWSReservedSSO_X_1/*')],
    [`arn:aws-us-gov:iam::${A}:role/deployer`, `arn:aws-us-gov:sts::${A}:assumed-role/deployer/*`],
    [`arn:aws-cn:iam::${A}:role/a/deployer`, `arn:aws-cn:sts::${A}:assumed-role/deployer/*`],
  ])('%s', (role, pattern) => {
    expect(diagnose(role)).toMatchObject({ pattern, rewrittenFrom: role })
  })

  test('unless that is turned off: then it is sent, with a warning that names the right pattern', () => {
    const role = iam('role/ci/deployer')
    const { pattern, warnings } = diagnose(role, false)
    expect(pattern).toBe(role)
    expect(warnings).toEqual([
      `"${role}" can never match a caller: callers have the ARN of a session, not of the role; write "${sts('assumed-role/deployer/*')}".`,
    ])
  })
})

describe('what Datadog refuses is refused here, with the right pattern in the message', () => {
  test.each([
    // wildcards
    [sts('assumed-role/ci/run-*'), 'wrong place', sts('assumed-role/ci/*')],
    [sts('assumed-role/ci/*/x'), 'wrong place', sts('assumed-role/ci/*')],
    [sts('assumed-role/ci/*/*'), 'wrong place', sts('assumed-role/ci/*')],
    [sts('assumed-role/ci/**'), 'wrong place', sts('assumed-role/ci/*')],
    [sts('assumed-role/ci/i-????'), 'wrong place', sts('assumed-role/ci/*')],
    [sts('assumed-role/ci-*/x'), 'whole name', sts('assumed-role/ROLE-NAME/*')],
    [sts('assumed-role/*'), 'whole name', sts('assumed-role/ROLE-NAME/*')],
    [sts('assumed-role/*/*'), 'whole name', sts('assumed-role/ROLE-NAME/*')],
    [sts('federated-user/*'), 'whole name', sts('federated-user/NAME')],
    [iam('user/*'), 'whole name', iam('user/USER-NAME')],
    [iam('user/ci*'), 'whole name', iam('user/USER-NAME')],
    [iam('user/team/ci-*'), 'wrong place', iam('user/team/*')],
    [iam('role/*'), 'whole name', sts('assumed-role/ROLE-NAME/*')],
    [iam('role/ci-*'), 'whole name', sts('assumed-role/ROLE-NAME/*')],
    [iam('role/path/ci-*'), 'over roles', sts('assumed-role/ROLE-NAME/*')],
    [iam('role/deployer/*'), 'for the sessions of the role "deployer"', sts('assumed-role/deployer/*')],
    ['arn:aws:iam::*:role/x', 'account number', sts('assumed-role/ROLE-NAME/*')],
    [`arn:*:iam::${A}:role/x`, 'partition', sts('assumed-role/x/*')],
    [`arn:aws:*::${A}:assumed-role/x/*`, 'service', sts('assumed-role/x/*')],
    // the parts of an ARN
    [iam('assumed-role/a/*'), '"assumed-role" belongs to "sts"', sts('assumed-role/a/*')],
    [sts('role/path/a'), '"role" belongs to "iam"', sts('assumed-role/a/*')],
    [sts('user/a'), '"user" belongs to "iam"', iam('user/a')],
    [`arn:aws:lambda:eu-west-1:${A}:function:x`, 'service "lambda"', sts('assumed-role/ROLE-NAME/*')],
    [`arn:aws:iam:eu-west-1:${A}:role/x`, 'region "eu-west-1"', sts('assumed-role/x/*')],
    [`arn:aws:iam:${A}:role/x`, 'colons', sts('assumed-role/x/*')],
    [`arn:aws:iam:${A}::role/x`, 'one colon too early', sts('assumed-role/x/*')],
    [`arn:aws:iam:::${A}:role/x`, 'too many colons', sts('assumed-role/x/*')],
    [`arn:amazon:iam::${A}:role/x`, 'partition "amazon"', sts('assumed-role/x/*')],
    ['arn:aws:iam::1234-5678-9012:role/x', 'without dashes', sts('assumed-role/x/*')],
    ['arn:aws:iam::23456789012:role/x', 'leading zeros', 'arn:aws:sts::023456789012:assumed-role/x/*'],
    ['arn:aws:iam::3456789:role/x', 'leading zeros', 'arn:aws:sts::000003456789:assumed-role/x/*'],
    ['arn:aws:iam::345678:role/x', '12 digits', sts('assumed-role/ROLE-NAME/*')],
    ['arn:aws:iam::aws:policy/x', '12 digits', sts('assumed-role/ROLE-NAME/*')],
    ['arn:aws:iam:::role/x', 'no account number', sts('assumed-role/ROLE-NAME/*')],
    [`ARN:AWS:IAM::${A}:ROLE/Deployer`, 'upper case', sts('assumed-role/Deployer/*')],
    [iam('role:x'), '":" after "role"', sts('assumed-role/x/*')],
    [sts('assume-role/x/*'), 'names "assume-role"', sts('assumed-role/x/*')],
    [iam('role/x/'), 'empty part', sts('assumed-role/x/*')],
    [iam('role//x'), 'empty part', sts('assumed-role/x/*')],
    [sts('assumed-role/x/'), 'empty part', sts('assumed-role/x/*')],
    [iam('role'), 'names no role', sts('assumed-role/ROLE-NAME/*')],
    [sts('assumed-role/'), 'names no role', sts('assumed-role/ROLE-NAME/*')],
    // something else in place of an ARN
    ['deployer', 'is a name', sts('assumed-role/deployer/*')],
    [A, 'account number', sts('assumed-role/ROLE-NAME/*')],
    ['role/ci/deployer', 'end of an ARN', sts('assumed-role/deployer/*')],
    ['assumed-role/deployer/*', 'end of an ARN', sts('assumed-role/deployer/*')],
    [`aws:iam::${A}:role/x`, 'lacks the beginning', iam('role/x')],
    [`"${iam('role/x')}"`, 'quotes', iam('role/x')],
    [`{"Role":{"Arn":"${iam('role/x')}"}}`, 'JSON', iam('role/x')],
    [`Role ARN: ${iam('role/x')}`, 'other text', iam('role/x')],
    [iam('role/my role'), 'white space', iam('role/myrole')],
    [`arn:aws:iam::${A}:\nrole/x`, 'line break', iam('role/x')],
    [iam('role/\u200bx'), 'invisible', iam('role/x')],
  ])('%s', (text, reason, suggested) => {
    const { problem } = diagnose(text)
    expect(problem).toContain(reason)
    expect(problem).toContain(`"${suggested}"`)
    expect(diagnose(suggested)).toMatchObject({ problem: undefined, warnings: [] })
  })

  test.each([
    ['', 'is empty'],
    ['arn:aws:iam::***:role/x', 'copied from a log'],
    [iam('role/${ROLE}'), '"${ROLE}"'],
    [iam('role/$ROLE'), '"$ROLE"'],
    [iam('role/${{ env.ROLE }}'), '"${{ env.ROLE }}"'],
    [iam('role/<role-name>'), 'placeholder "<role-name>"'],
    [`${iam('role/x')},${iam('role/y')}`, 'holds 2 ARNs'],
    ['arn%3Aaws%3Aiam', 'URL-encoded'],
    ['AROA1234567890ABCDEFG:session', 'the id of'],
    ['hello world?!', 'white space'],
  ])('%s', (text, reason) => {
    expect(diagnose(text).problem).toContain(reason)
  })

  test('a value that is too long, or looks like a key, is not repeated', () => {
    expect(diagnose('x'.repeat(3000)).problem).not.toContain('xxx')
    expect(diagnose('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY').problem).not.toContain('wJalr')
  })
})

describe('what Datadog takes although it never matches is a warning', () => {
  test.each([
    [sts('assumed-role/ci'), 'session is missing', sts('assumed-role/ci/*')],
    [sts('assumed-role/path/ci/*'), 'without its path', sts('assumed-role/ci/*')],
    [sts('assumed-role/path/ci/run'), 'without its path', sts('assumed-role/ci/run')],
    [sts('federated-user/jane/*'), 'nothing comes below', sts('federated-user/jane')],
    [iam('group/admins'), 'never of the type "group"', sts('assumed-role/ROLE-NAME/*')],
    [iam('instance-profile/web'), 'never of the type "instance-profile"', sts('assumed-role/ROLE-NAME/*')],
    [iam('root'), 'not the root user', sts('assumed-role/ROLE-NAME/*')],
  ])('%s', (text, reason, suggested) => {
    const { pattern, warnings } = diagnose(text)
    expect(pattern).toBe(text)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(reason)
    expect(warnings[0]).toContain(`"${suggested}"`)
  })

  test.each([
    [`arn:aws-us-gov:sts::${A}:assumed-role/x/*`, 'partition "aws-us-gov"'],
    [sts('assumed-role/a+b=c,d/*'), '"+" "=" ","'],
    [sts('assumed-role/ci/run:1'), '":"'],
    [iam('user/bücher'), '"ü"'],
    [iam('role/a+b'), '"+"'],
  ])('%s', (text, reason) => {
    expect(diagnose(text).warnings.join()).toContain(reason)
  })

  test('a colon in the path of a user is none of them', () => {
    expect(diagnose(iam('user/a:b/jane')).warnings).toEqual([])
  })
})

describe('look-ups', () => {
  test('try the pattern as written, then what it is rewritten to', () => {
    const role = iam('role/ci/deployer')
    expect(lookUpPatterns(role, { rewriteRoleArn: true })).toEqual([role, sts('assumed-role/deployer/*')])
    expect(lookUpPatterns(role, { rewriteRoleArn: false })).toEqual([role])
    expect(lookUpPatterns(sts('assumed-role/ci/*'), { rewriteRoleArn: true })).toEqual([sts('assumed-role/ci/*')])
    expect(lookUpPatterns('anything', { rewriteRoleArn: true })).toEqual(['anything'])
  })

  test.each([
    [iam('role/x'), A],
    [sts('assumed-role/x/*'), A],
    ['arn:aws:iam::12345:role/x', undefined],
    ['arn:aws:iam::*:role/x', undefined],
    ['', undefined],
  ])('the account of %s is %s', (pattern, account) => {
    expect(accountOf(pattern)).toBe(account)
  })
})

const pieces = fc.constantFrom(
  'arn',
  'aws',
  'iam',
  'sts',
  ':',
  '::',
  A,
  '*',
  '?',
  '/',
  'role',
  'assumed-role',
  'user',
  'x',
  '$',
  '"',
  '{',
  ' ',
  '***',
)
const nearArns = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
)

describe('a pattern that is taken literally', () => {
  test.each([
    iam('role/ci/deployer'),
    sts('assumed-role/ci-*'),
    sts('assumed-role/*'),
    'arn:aws:sts::***:assumed-role/a/*',
    'arn:aws:iam::12345:user/a',
    'not an ARN',
  ])('%s is sent as it is', (text) => {
    expect(diagnose(text, false)).toMatchObject({ problem: undefined, pattern: text })
  })

  test.each(['', 'arn:aws:sts::123456789012:assumed-role/a\u200b/*', 'a\nb'])('%j is refused all the same', (text) => {
    expect(diagnose(text, false).problem).toMatch(/[^.]\.$/)
  })

  test('and is odd comes with a warning that says why', () => {
    const { warnings } = diagnose(sts('assumed-role/ci-*'), false)
    expect(warnings).toEqual([expect.stringMatching(/^sent as it is, because of rewrite-role-arn: false\. .*wildcard/)])
  })
})

describe('whatever is given', () => {
  test('is answered with a sentence, or a pattern that is answered the same way again', () => {
    fc.assert(
      fc.property(nearArns, fc.boolean(), (text, rewriteRoleArn) => {
        const { problem, pattern, warnings } = diagnose(text.trim(), rewriteRoleArn)
        for (const warning of warnings) expect(warning).toMatch(/[^.]\.$/)
        if (pattern === undefined) expect(problem).toMatch(/[^.]\.$/)
        else {
          const again = diagnose(pattern, rewriteRoleArn)
          expect([again.pattern, again.rewrittenFrom]).toEqual([pattern, undefined])
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('a pattern that passes has its only wildcard at the end and an account of 12 digits', () => {
    fc.assert(
      fc.property(nearArns, (text) => {
        const { pattern } = diagnose(text.trim())
        if (pattern === undefined) return
        expect(pattern.replace(/\/\*$/, '')).not.toMatch(/[*?]/)
        expect(accountOf(pattern)).toMatch(/^\d{12}$/)
      }),
      { numRuns: 2000 },
    )
  })

  // The checks are long, and most patterns are not sent through them.
  test('a pattern without a warning has nothing that one of the checks would say of it', () => {
    const say = () => 'write something else'
    const names = fc.array(fc.oneof(fc.stringMatching(/^[\w.@-]{1,64}$/), pieces), { minLength: 1, maxLength: 10 })
    const start = fc.constantFrom('sts::123456789012:assumed-role/', 'iam::123456789012:role/')
    const near = fc.tuple(start, names, fc.constantFrom('', '/*')).map(([a, b, c]) => `arn:aws:${a}${b.join('/')}${c}`)
    let unremarkable = 0
    fc.assert(
      fc.property(near, (text) => {
        const { problem, pattern = '', warnings } = diagnose(text)
        if (problem !== undefined || warnings.length > 0) return
        unremarkable++
        const [, partition = '', service = '', region = '', account = '', ...rest] = pattern.split(':')
        const arn = { partition, service, region, account, resource: rest.join(':') }
        expect(pastedProblem(text)).toBeUndefined()
        expect(namesProblem(pattern, arn, { rewriteRoleArn: true }, say)).toBeUndefined()
        expect(resourceWarnings(pattern, arn, say)).toEqual([])
      }),
      { numRuns: 5000 },
    )
    expect(unremarkable).toBeGreaterThan(500)
  })
})
