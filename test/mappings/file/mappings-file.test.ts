import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mappingsSchema, SCHEMA_FILE } from '../../../scripts/schema.ts'
import { startChecking } from '../../../src/mappings/checked.ts'
import { type MappingsFile, parseMappingsFile } from '../../../src/mappings/file/mappings-file.ts'
import { toJson } from '../../../src/mappings/mapping-json.ts'
import { repositoryRoot } from '../../support/action-manifest.ts'
import { anyLive, live, role, uuid } from '../samples.ts'
import { ACCEPTED } from './accepted-files.ts'
import { MISTAKES } from './mistaken-files.ts'

interface Read extends Partial<MappingsFile> {
  readonly problems?: readonly string[]
  readonly warnings?: readonly string[]
}

async function read(text: string): Promise<Read> {
  const { file, problems, warnings } = await parseMappingsFile(text)
  if (problems.length > 0 || file === undefined) return { problems }
  const { mappings, scope } = file
  return { mappings, scope, warnings }
}

const EXAMPLES = path.join(repositoryRoot, 'examples/mappings')
const isValid = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  JSON.parse(mappingsSchema()),
)

describe('what is wrong is told with line and column', () => {
  test.each(Object.entries(MISTAKES))('%s', async (_, { text, says }) => {
    const { problems } = await read(text)
    expect(problems).toEqual(says.map((part) => expect.stringContaining(part)))
    for (const problem of problems ?? []) expect(problem).toMatch(/[^.][.?]$/)
  })
})

describe('what is right is read', () => {
  test.each(Object.entries(ACCEPTED))('%s', async (_, { text, mappings, scope = {} }) => {
    expect(await read(text)).toMatchObject({ mappings, scope })
  })
})

test.each(readdirSync(EXAMPLES))('the example %s is right, for the action and for editors', async (name) => {
  const text = readFileSync(path.join(EXAMPLES, name), 'utf8')
  expect((await read(text)).problems).toBeUndefined()
  isValid(parse(text))
  expect(isValid.errors).toBe(null)
})

/** What no editor holds against the schema, because it is no YAML or says more than its values. */
const SYNTAX = [
  'an empty file',
  'a blank file',
  'a picture',
  'UTF-16',
  'a huge file',
  'a tab',
  'a field given twice',
  'two documents',
  'an open bracket',
  'JSON without a comma',
  'an alias without an anchor',
  'a bomb of aliases',
  'null for a text',
  'a field given twice through an alias',
  'a claim given twice',
  'a merge key',
  'a name that is a list',
  'an alias within its own anchor',
  'very deep nesting',
  'a million wrong escapes',
  'a text that no field takes',
]

describe('the schema for editors', () => {
  test('is the generated one, with a description of every field', () => {
    const file = readFileSync(path.join(repositoryRoot, SCHEMA_FILE), 'utf8')
    expect(file).toBe(mappingsSchema())
    const { mappings, version } = JSON.parse(file).properties
    expect(version.enum).toEqual([1, '1'])
    for (const { properties } of mappings.items.oneOf)
      for (const [name, { description }] of Object.entries<{ description?: string }>(properties))
        expect(description, name).toMatch(/^[A-Z].{10,}\.$/)
  })

  test.each(Object.entries(ACCEPTED))('accepts what the action reads: %s', (_, { text }) => {
    isValid(parse(text))
    expect(isValid.errors).toBe(null)
  })

  test.each(Object.entries(MISTAKES).filter(([, { shape }]) => shape))('refuses %s', (_, { text }) => {
    expect(isValid(parse(text))).toBe(false)
  })

  test.each(Object.entries(MISTAKES).filter(([name, { shape }]) => !shape && !SYNTAX.includes(name)))(
    'accepts the shape of %s, whose mistake is in a value',
    (_, { text }) => {
      isValid(parse(text, { logLevel: 'error' }))
      expect(isValid.errors).toBe(null)
    },
  )
})

test('what list puts out can be pasted as it is, and means the same mappings', async () => {
  await fc.assert(
    fc.asyncProperty(anyLive, async (present) => {
      const printed = present.map((mapping) => toJson({ ...mapping, createdAt: '2026-01-05T09:00:00Z', roleName: 'R' }))
      const { mappings, problems } = await read(JSON.stringify({ version: 1, mappings: printed }))
      expect(problems).toBeUndefined()
      const expected = { roleName: 'R' }
      const place = expect.stringMatching(/^line 1, column \d+$/)
      expect(mappings).toEqual(present.map(({ kind, id: _, ...attributes }) => ({ kind, attributes, expected, place })))
    }),
    { numRuns: 50 },
  )
})

test('a persona mapping of which Datadog tells only the UUID is told to lack its account', async () => {
  const printed = toJson(live('aws-persona', uuid(1), { arnPattern: role('a'), accountUuid: uuid(2) }))
  const { problems } = await read(JSON.stringify({ version: 1, mappings: [printed] }))
  expect(problems?.join()).toContain('mappings[0].account-identifier is missing')
})

test('of a thousand mistakes twenty are told, and how many more there are', async () => {
  const entry = '  - { kind: aws-intake, arn-pattern: nonsense }\n'
  const { problems } = await read(`version: 1\nmappings:\n${entry.repeat(1000)}`)
  expect(problems).toHaveLength(21)
  expect(problems?.at(-1)).toBe('and 980 more like these.')
})

describe('10,000 mappings', () => {
  const file = (entry: (index: number) => string) =>
    `version: 1\nmappings:\n${Array.from({ length: 10_000 }, (_, index) => entry(index)).join('')}`
  const persona = (name: string, account: string) =>
    `  - kind: aws-persona\n    arn-pattern: arn:aws:sts::123456789012:assumed-role/${name}/*\n    account-identifier: ${account}\n`

  test.each<[string, (index: number) => string, (found: Read) => void]>([
    [
      'are read',
      (index) => persona(`r${index}`, 'a@example.com'),
      ({ mappings }) => expect(mappings).toHaveLength(10_000),
    ],
    [
      'may share an account by an alias',
      (index) => persona(`r${index}`, index === 0 ? '&deployer a@example.com' : '*deployer'),
      ({ mappings }) => expect(mappings?.at(-1)?.attributes.accountIdentifier).toBe('a@example.com'),
    ],
    [
      'that are all the same are told',
      () => persona('r', 'a@example.com'),
      ({ problems }) => expect(problems).toHaveLength(21),
    ],
  ])('%s within seconds', async (_, entry, check) => {
    const start = performance.now()
    check(await read(file(entry)))
    // A quadratic reader takes minutes; a machine under load takes a few seconds.
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

test('of any patterns, exactly those of both AWS kinds are told, for overlaps are no mistake', async () => {
  const path = fc.constantFrom('a', 'a/b', 'a/*', 'a/b/*', 'b')
  const kind = fc.constantFrom('aws-intake', 'aws-persona')
  const entry = fc.tuple(kind, path)
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(entry, { maxLength: 6, selector: (one) => one.join(' ') }), async (entries) => {
      const mappings = entries.map(([kind, path]) => ({
        kind,
        'arn-pattern': `arn:aws:iam::123456789012:user/${path}`,
        ...(kind === 'aws-persona' && { 'account-identifier': 'deployer@example.com' }),
      }))
      const { problems = [] } = await read(JSON.stringify({ version: 1, mappings }))
      const paths = entries.map(([, path]) => path)
      const twice = paths.filter((path, index) => paths.indexOf(path) !== index)
      expect(problems).toHaveLength(twice.length)
      for (const path of twice) expect(problems.join('\n')).toContain(`:user/${path} is also the pattern of`)
    }),
    { numRuns: 300 },
  )
})

test('a file is asked to breathe again and again, and ends with what that throws', async () => {
  const entry = "  - { kind: aws-intake, arn-pattern: 'arn:aws:iam::123456789012:user/a' }\n"
  let breaths = 0
  const checking = startChecking(async () => {
    breaths++
    if (breaths > 100) throw new Error('the end')
  })
  await expect(parseMappingsFile(`version: 1\nmappings:\n${entry.repeat(1600)}`, checking)).rejects.toThrow('the end')
  const { problems } = await parseMappingsFile(`version: 1\nmappings:\n${entry}`, startChecking())
  expect(problems).toEqual([])
})

test('who else can satisfy a mapping comes first, the most dangerous first, and is not lost among other warnings', async () => {
  const harmless = Array.from({ length: 30 }, (_, index) => ({
    kind: 'github-intake',
    claims: { repository: `a/b${index}`, repository_id: '1', ref: `r${index}` },
  }))
  const mappings = [
    ...harmless,
    { kind: 'github-intake', claims: { sub: '/repo:a/.+$/', repository_owner_id: '8' } },
    { kind: 'github-persona', claims: { sub: '/^.+$/' }, 'account-identifier': 'a@example.com' },
  ]
  const { warnings = [] } = await read(JSON.stringify({ version: 1, mappings }))
  expect(warnings[0]).toContain('any job on GitHub can match')
  expect(warnings[1]).toContain('every repository of the owner')
  expect(warnings.some((text) => text.includes('which no token has'))).toBe(true)
  expect(warnings.length).toBeLessThan(45)
})
