import { describe, expect, test } from 'vitest'
import { type FileReading, type ParsingOptions, parseMappingsFiles } from '../../../src/mappings/file/mappings-file.ts'
import { role } from '../samples.ts'

const intake = (name: string) => `  - { kind: aws-intake, arn-pattern: '${role(name)}' }\n`
const persona = (name: string, account: string) =>
  `  - { kind: aws-persona, arn-pattern: '${role(name)}', account-identifier: ${account} }\n`
const mappings = (...entries: readonly string[]) => `version: 1\nmappings:\n${entries.join('')}`

function read(texts: Readonly<Record<string, string>>, options?: ParsingOptions): Promise<FileReading> {
  return parseMappingsFiles(
    Object.entries(texts).map(([name, text]) => ({ name, text })),
    options,
  )
}

test('several files are one, in their order, with the blocks of each', async () => {
  const { file, problems } = await read({
    'b.yml': mappings(intake('b')),
    'policy.yml':
      'version: 1\nscope: { authn: { attribute-keys: [x] } }\nignore: { github-intake: all }\npolicy: { required-claims: [ref] }\n',
    'a.yml': mappings(intake('a')),
  })
  expect(problems).toEqual([])
  expect(file).toMatchObject({
    mappings: [
      { attributes: { arnPattern: role('b') }, place: 'b.yml, line 3, column 5' },
      { attributes: { arnPattern: role('a') }, place: 'a.yml, line 3, column 5' },
    ],
    scope: { authn: { attributeKeys: ['x'] } },
    ignore: { kinds: { 'github-intake': 'all' } },
    policy: { requiredClaims: ['ref'] },
    hasScope: true,
  })
})

test('a block that two files define alike is no mistake, whatever the order of its lists', async () => {
  const { file, problems } = await read({
    'a.yml': `${mappings()}  []\nscope: { authn: { attribute-keys: [x, y] } }\n`,
    'b.yml': 'version: 1\nscope:\n  authn:\n    attribute-keys: ["y", "x"]\n',
  })
  expect(problems).toEqual([])
  expect(file?.scope.authn?.attributeKeys?.toSorted()).toEqual(['x', 'y'])
})

describe('mistakes of several files name both places', () => {
  test.each<[name: string, texts: Readonly<Record<string, string>>, says: readonly string[]]>([
    [
      'a mapping that is in two of them',
      { 'a.yml': mappings(intake('x')), 'b.yml': mappings(intake('y'), intake('x')) },
      ['b.yml, line 4, column 5: this is the same mapping as the one at a.yml, line 3, column 5. Leave one out.'],
    ],
    [
      'two accounts for one pattern',
      { 'a.yml': mappings(persona('x', 'a@example.com')), 'b.yml': mappings(persona('x', 'b@example.com')) },
      [
        'b.yml, line 3, column 5: this is the same mapping as the one at a.yml, line 3, column 5, with another account.',
      ],
    ],
    [
      'one pattern for two kinds',
      { 'a.yml': mappings(intake('x')), 'b.yml': mappings(persona('x', 'b@example.com')) },
      [
        `b.yml, line 3, column 5: ${role('x')} is also the pattern of the AWS intake mapping at a.yml, line 3, column 5`,
      ],
    ],
    ...['scope', 'ignore'].map((block): [string, Readonly<Record<string, string>>, readonly string[]] => [
      `${block} that differs`,
      {
        'a.yml': `version: 1\n${block}: { authn: { attribute-keys: [x] } }\nmappings: []\n`,
        'b.yml': `version: 1\n\n${block}: { authn: { attribute-keys: [z] } }\n`,
      },
      [`b.yml, line 3, column 1: this ${block} differs from the one at a.yml, line 2, column 1. Leave one out.`],
    ]),
    [
      'mistakes of each of them',
      { 'a.yml': 'version: 2\nmappings: []\n', 'b.yml': '', 'c.yml': 'version: 1\nmappings: [\n' },
      [
        'b.yml, line 1, column 1: the file is empty.',
        'c.yml, line 3, column 1: ',
        'a.yml, line 1, column 10: version is',
      ],
    ],
    [
      'a file with nothing to say',
      { 'a.yml': mappings(intake('x')), 'b.yml': 'version: 1\n' },
      ['b.yml, line 1, column 1: the file has neither mappings nor scope, ignore, policy, accept.'],
    ],
    [
      'mappings in none of them',
      { 'a.yml': 'version: 1\nscope: {}\n', 'b.yml': 'version: 1\npolicy: {}\n' },
      ['a.yml, line 1, column 1: mappings is missing in all files.'],
    ],
  ])('%s', async (_, texts, says) => {
    const { problems, remarks } = await read(texts)
    expect(problems).toEqual(says.map((part) => expect.stringContaining(part)))
    expect(remarks.problems.map(({ file }) => file)).toEqual(problems.map((problem) => problem.split(',')[0]))
  })
})

test('of a file whose syntax is wrong nothing is known, also not of all together', async () => {
  const { file } = await read({ 'a.yml': 'version: [\n', 'b.yml': mappings(intake('x')) })
  expect(file).toBeUndefined()
})

test('where mappings are not asked for, a file with blocks alone is right', async () => {
  const text = 'version: 1\nignore: { github-intake: all }\n'
  expect((await read({ 'a.yml': text }, { blocksSuffice: true })).problems).toEqual([])
  expect((await read({ 'a.yml': text })).problems).toEqual(['line 1, column 1: mappings is missing.'])
})

test('what is bounded is bounded for all files together', async () => {
  const half = mappings(`  - [${'x,'.repeat(260_000)}]\n`)
  const { problems } = await read({ 'a.yml': half, 'b.yml': half })
  expect(problems.join()).toMatch(/b\.yml, line 3, column \d+: up to here there are more than 1000000 pieces/)
  expect(problems.join()).not.toMatch(/a\.yml, [^:]*: up to here/)
  const anchors = `version: 1\nignore: { authn: { attribute-keys: [&a ${'x'.repeat(60_000)}${', *a'.repeat(300)}] } }\nmappings: []\n`
  expect((await read({ 'a.yml': anchors })).problems).toEqual([])
  expect((await read({ 'a.yml': anchors, 'b.yml': anchors })).problems.join()).toContain('b.yml, line 2')
})

test('of a thousand mistakes in many files twenty are told', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`${index}.yml`, mappings('  - x\n'.repeat(10))]),
  )
  const { problems } = await read(texts)
  expect(problems).toHaveLength(21)
  expect(problems.at(-1)).toBe('and 980 more like these.')
})

test('warnings name their file, the most dangerous of all files first', async () => {
  const { warnings } = await read({
    'a.yml': mappings('  - { kind: github-intake, claims: { sub: "/^repo:o/.+$/", repository_owner_id: "8" } }\n'),
    'b.yml': mappings('  - { kind: github-intake, claims: { sub: "/^.+$/" } }\n'),
  })
  expect(warnings[0]).toMatch(/^b\.yml, line 3, column \d+: claims: .*any job on GitHub/)
  expect(warnings.some((warning) => warning.startsWith('a.yml, line 3'))).toBe(true)
})
