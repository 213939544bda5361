import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInScope, prefixProblem, type Scope } from '../../../src/mappings/file/scope.ts'
import { anyLive, live, role, uuid } from '../samples.ts'

const CI = live('aws-persona', 'm1', { arnPattern: role('ci-app'), accountIdentifier: 'a@example.com' })
const repository = (matcher: string, name = 'repository') =>
  live('github-persona', 'm1', { claims: { sub: 'x', [name]: matcher } })

describe('AWS kinds', () => {
  test.each<[string, Scope, boolean]>([
    ['nothing', {}, false],
    ['another kind', { 'aws-intake': { accounts: ['123456789012'] } }, false],
    ['an empty scope', { 'aws-persona': {} }, false],
    ['its account', { 'aws-persona': { accounts: ['123456789012'] } }, true],
    ['another account', { 'aws-persona': { accounts: ['210987654321'] } }, false],
    ['its beginning', { 'aws-persona': { patternPrefixes: ['arn:aws:sts::123456789012:assumed-role/ci-'] } }, true],
    [
      'another beginning',
      { 'aws-persona': { patternPrefixes: ['arn:aws:sts::123456789012:assumed-role/cd-'] } },
      false,
    ],
    [
      'its account but another beginning',
      { 'aws-persona': { accounts: ['123456789012'], patternPrefixes: ['arn:aws:sts::123456789012:user/'] } },
      false,
    ],
    [
      'one of several accounts and beginnings',
      { 'aws-persona': { accounts: ['1', '123456789012'], patternPrefixes: ['arn:x', 'arn:aws:sts::'] } },
      true,
    ],
  ])('%s: %s', (_, scope, expected) => {
    expect(isInScope(scope, CI)).toBe(expected)
  })
})

describe('GitHub kinds count only what names one repository', () => {
  const scope: Scope = { 'github-persona': { repositories: ['my-org/app.js', '123456'] } }
  test.each([
    ['^my-org/app\\.js$', 'repository', true],
    ['^my-org/app.js$', 'repository', false],
    ['my-org/app\\.js', 'repository', false],
    ['^my-org/.*$', 'repository', false],
    ['^(my-org/app\\.js|other/app)$', 'repository', false],
    ['^my-org/other$', 'repository', false],
    ['^123456$', 'repository_id', true],
    ['^123456', 'repository_id', false],
    ['^1234567$', 'repository_id', false],
    ['^\\d+$', 'repository_id', false],
    ['^my-org/app\\.js$', 'repository_owner', false],
  ])('%s as %s: %s', (matcher, name, expected) => {
    expect(isInScope(scope, repository(matcher, name))).toBe(expected)
  })
})

test.each([
  ['member-of', true],
  ['Member-Of', false],
  ['department', false],
])('an AuthN mapping of the key %s: %s', (attributeKey, expected) => {
  const mapping = live('authn', 'm1', { attributeKey, attributeValue: 'Dev', roleId: uuid(1) })
  expect(isInScope({ authn: { attributeKeys: ['member-of'] } }, mapping)).toBe(expected)
})

describe('a pattern prefix', () => {
  const STS = 'arn:aws:sts::123456789012:'
  const IAM = 'arn:aws:iam::123456789012:'

  test.each([
    'arn:aws:sts::',
    'arn:aws-us-gov:sts::123456789012:',
    `${STS}assumed-`,
    `${STS}assumed-role/ci-`,
    `${STS}assumed-role/ci/`,
    `${STS}assumed-role/ci/*`,
    `${STS}federated-user/a`,
    `${IAM}user/ci/a`,
    `${IAM}user/ci/*`,
  ])('%s is taken', (text) => {
    expect(prefixProblem(text)).toBe(undefined)
  })

  test.each([
    ['ci-', 'is not the beginning of an ARN pattern'],
    ['arn:aws:sts:: 1', 'is not the beginning of an ARN pattern'],
    ['arn:', 'is the beginning of every ARN pattern'],
    ['arn:aws', 'is the beginning of every ARN pattern'],
    ['arn:aws:', 'is the beginning of every ARN pattern'],
    ['arn:aws:s', 'is the beginning of every ARN pattern'],
    ['arn:aws:s3:::bucket', 'only patterns of sts and iam'],
    ['arn:aws:sts:us-east-1:123456789012:', 'have no region'],
    ['arn:aws:sts::12345:assumed-role/', 'has 12 digits'],
    [`${IAM}role/ci/deploy`, `Write ${STS}assumed-role/deploy.`],
    [`${STS}assumed-role/ci-*`, `Write ${STS}assumed-role/ci-.`],
    [`${STS}assumed-role/ci/x*`, `Write ${STS}assumed-role/ci/x.`],
    [`${STS}assumed-role/a/b/c`, 'no caller has such an ARN'],
    [`${STS}role/a`, 'no caller has such an ARN'],
    [`${IAM}user/*`, `Write ${IAM}user/.`],
  ])('%s is refused', (text, says) => {
    expect(prefixProblem(text)).toContain(says)
  })

  test('is taken wherever it is cut from a pattern that can be mapped, once it names the service', () => {
    fc.assert(
      fc.property(anyLive, fc.nat(), (present, cut) => {
        for (const { arnPattern } of present) {
          if (arnPattern !== undefined)
            expect(prefixProblem(arnPattern.slice(0, 'arn:aws:sts'.length + (cut % arnPattern.length)))).toBe(undefined)
        }
      }),
    )
  })
})
