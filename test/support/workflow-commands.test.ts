import { describe, expect, test } from 'vitest'
import { createMasker } from './masks.ts'
import { createLineReader } from './step-process.ts'
import { createCommandProcessor, parseWorkflowCommand } from './workflow-commands.ts'

function read(...lines: string[]) {
  const processor = createCommandProcessor(createMasker())
  for (const line of lines) processor.line(line)
  return processor.transcript
}

describe('parsing', () => {
  const parse = (line: string) => parseWorkflowCommand(line, () => true)

  test.each([
    ['::error::a%0Ab%250A', 'error', {}, 'a\nb%0A'],
    ['  \u00a0::warning title=a%3Ab%2Cc,file=x::m', 'warning', { title: 'a:b,c', file: 'x' }, 'm'],
    ['::set-output name=a::b::c', 'set-output', { name: 'a' }, 'b::c'],
    ['::notice title=::m', 'notice', {}, 'm'],
    ['text ##[error]boom', 'error', {}, 'boom'],
    ['##[set-env name=a%3Bb;x=y]v%5D', 'set-env', { name: 'a;b', x: 'y' }, 'v]'],
    ['::Add-Mask::x', 'add-mask', {}, 'x'],
  ])('%j', (line, name, properties, data) => {
    expect(parse(line)).toEqual({ name, properties, data, line })
  })

  test.each(['arn:aws:iam::1::x', 'text ::error::x', '::error', '## [error]x', '##[error', ': :error::'])(
    '%j is plain text',
    (line) => {
      expect(parse(line)).toBeUndefined()
    },
  )
})

test('lines end as .NET ends them, whatever the chunks are', () => {
  const lines: string[] = []
  const reader = createLineReader((line) => lines.push(line))
  for (const chunk of ['a\r', '\nb\rc', '\n', '\n', 'd\r']) reader.push(chunk)
  reader.end()
  expect(lines).toEqual(['a', 'b', 'c', '', 'd'])
})

test('ten annotations of each level are kept, each cut at 4096 characters, and all are in the log', () => {
  const transcript = read(...Array.from({ length: 12 }, () => `::warning::${'x'.repeat(5000)}`), '::error::e')
  expect(transcript.annotations).toHaveLength(11)
  expect(transcript.annotationsDropped).toBe(2)
  expect(transcript.annotations[0]?.message).toHaveLength(4096)
  expect(transcript.log).toHaveLength(13)
})

test('a mask holds from its line on, for every line of it, and an empty one is a warning', () => {
  const { log } = read('abc before', '::add-mask::abc%0Adef', 'abc defabc', '::add-mask:: ')
  expect(log).toEqual([
    'abc before',
    '*** ***',
    "Warning: Can't add secret mask for empty string in ##[add-mask] command.",
  ])
})

test('commands of old are carried out or refused, and always recorded', () => {
  const transcript = read('::set-output name=a::1', 'x ##[save-state name=b]2', '::set-env name=c::3', '::add-path::/x')
  expect(transcript.dangerousCommands.map(({ name }) => name)).toEqual([
    'set-output',
    'save-state',
    'set-env',
    'add-path',
  ])
  expect(transcript).toMatchObject({ outputs: { a: '1' }, state: { b: '2' }, failed: true })
  expect(transcript.log).toContain(
    'Error: The `set-env` command is disabled. Please upgrade to using Environment Files.',
  )
})

test('nothing is carried out between stop-commands and its token', () => {
  const transcript = read('::stop-commands::tok', '::error::no', '::TOK::', '::notice::yes')
  expect(transcript.annotations.map(({ message }) => message)).toEqual(['yes'])
  expect(transcript.dangerousCommands).toHaveLength(1)
})

test('a line that only looks like a command is printed and recorded', () => {
  expect(read('::frobnicate::x', 'plain')).toMatchObject({
    log: ['::frobnicate::x', 'plain'],
    unknownCommands: ['::frobnicate::x'],
  })
})

test('debug lines are kept aside unless debugging', () => {
  expect(read('::debug::d')).toMatchObject({ log: [], debug: ['d'] })
})

test('overlapping and adjacent secrets become one mask', () => {
  const masker = createMasker(['abc', 'cde', 'fg'])
  expect(masker.apply('-abcde-abcfg-')).toBe('-***-***-')
})
