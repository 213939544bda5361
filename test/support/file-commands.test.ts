import { expect, test } from 'vitest'
import { parseKeyValueFile, parsePathFile } from './file-commands.ts'

test.each<[content: string, values: Record<string, string>]>([
  ['', {}],
  ['\ufeffa=1\n\nb=\n', { a: '1', b: '' }],
  ['a=1<<2\n', { a: '1<<2' }],
  ['a<<E=F\nx=y\nE=F\nb=2', { a: 'x=y', b: '2' }],
  ['a<<E\nE\n', { a: '' }],
  ['a<<E\n\n\nE\n', { a: '\n' }],
  ['a<<E\none\n E\ntwo\nE\n', { a: 'one\n E\ntwo' }],
  ['a=1\na=2\n', { a: '2' }],
])('%j', (content, values) => {
  expect(parseKeyValueFile(content)).toEqual({ values })
})

test.each([
  ['plain\n', "Invalid format 'plain'"],
  ['<<E\nx\nE\n', "Invalid format '<<E'. Name must not be empty and delimiter must not be empty"],
  ['a<<E\nx\n', "Invalid value. Matching delimiter not found 'E'"],
  ['a<<E\nx', 'Invalid value. EOF marker missing new line.'],
])('%j is refused', (content, error) => {
  expect(parseKeyValueFile(`kept=1\n${content}`)).toEqual({ values: { kept: '1' }, error })
})

test('a path file is one folder a line', () => {
  expect(parsePathFile('/a\n\n/b\r\n')).toEqual(['/a', '/b'])
})
