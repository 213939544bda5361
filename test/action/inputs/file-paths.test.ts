import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { filesOf, linesOf } from '../../../src/action/inputs/file-paths.ts'
import { onWindows } from '../../support/platform.ts'

const FILES = [
  '.github/mappings/a.yml',
  '.github/mappings/b.yaml',
  '.github/mappings/team/c.yml',
  '.github/mappings/team/deep/d.yml',
  '.github/mappings/.hidden.yml',
  '.github/mappings/.hidden/e.yml',
  '.git/config.yml',
  'sub/.git/config.yml',
  'mappings/1.yml',
  'mappings/[1].yml',
  'mappings/a-b.yml',
  'mappings/é.yml',
  'notes.md',
]

/** A workspace with these files, removed when the test has ended. */
function workspaceWith(files: readonly string[]): string {
  const workspace = mkdtempSync(path.join(tmpdir(), 'globs-'))
  onTestFinished(() => rmSync(workspace, { recursive: true }))
  for (const file of files) {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true })
    writeFileSync(path.join(workspace, file), '')
  }
  return workspace
}

async function namesOf(line: string, workspace: string): Promise<readonly string[] | string> {
  const found = await filesOf(line, workspace, async () => undefined)
  return 'problem' in found ? found.problem : found.files.map(({ name }) => name)
}

test('each line is one path or pattern, whatever the line ends are', () => {
  expect(linesOf(' a.yml \r\n\n  b c.yml\n')).toEqual(['a.yml', 'b c.yml'])
})

test.each<[line: string, names: readonly string[]]>([
  ['.github/mappings/*.yml', ['.github/mappings/a.yml']],
  ['./.github/mappings/*.y*ml', ['.github/mappings/a.yml', '.github/mappings/b.yaml']],
  [
    '.github/mappings/**/*.yml',
    ['.github/mappings/a.yml', '.github/mappings/team/c.yml', '.github/mappings/team/deep/d.yml'],
  ],
  ['.github/**/team/**/*.yml', ['.github/mappings/team/c.yml', '.github/mappings/team/deep/d.yml']],
  ['.github/mappings/team/**', ['.github/mappings/team/c.yml', '.github/mappings/team/deep/d.yml']],
  ['.github/mappings/*/*.yml', ['.github/mappings/team/c.yml']],
  ['.github/mappings/.*.yml', ['.github/mappings/.hidden.yml']],
  ['.github/mappings/.h*/*', ['.github/mappings/.hidden/e.yml']],
  ['**/*.md', ['notes.md']],
  ['mappings/?.yml', ['mappings/1.yml', 'mappings/é.yml']],
  ['mappings/[0-9].yml', ['mappings/1.yml']],
  ['mappings/[!0-9].yml', ['mappings/é.yml']],
  ['mappings/[^]a].yml', ['mappings/1.yml', 'mappings/é.yml']],
  ['mappings/a[+-]b.yml', ['mappings/a-b.yml']],
  ['mappings/*[*', ['mappings/[1].yml']],
  // A file that is called so is meant, and not what the text would match.
  ['mappings/[1].yml', ['mappings/[1].yml']],
  ['not/there.yml', ['not/there.yml']],
])('%s', async (line, names) => {
  expect(await namesOf(line, workspaceWith(FILES))).toEqual(names)
})

test.each([
  ['nowhere/*.yml', 'matches no file. Check the pattern'],
  ['notes.md/*', 'matches no file'],
  ['mappings/{a,b}*.yml', 'Braces are not expanded'],
  ['.github/mappings/[.]hidden.yml', 'matches no file'],
  // What Git keeps for itself is no part of the repository.
  ['**/config.yml', 'matches no file'],
  ['*/.git/*', 'matches no file'],
  ['!mappings/a.yml', 'begins with "!", but file cannot leave files out'],
])('%s is a mistake', async (line, says) => {
  expect(await namesOf(line, workspaceWith(FILES))).toContain(says)
})

test('more files than anybody has mappings files are a mistake', async () => {
  const workspace = workspaceWith(Array.from({ length: 1001 }, (_, index) => `${index % 7}/${index}.yml`))
  expect(await namesOf('**/*.yml', workspace)).toContain('matches more than 1000 files')
})

describe.skipIf(onWindows)('a link', () => {
  test('to a folder is not followed by a wildcard, and one to a file is a file', async () => {
    const workspace = workspaceWith(['real/a.yml'])
    symlinkSync('.', path.join(workspace, 'real/loop'))
    symlinkSync('a.yml', path.join(workspace, 'real/b.yml'))
    symlinkSync('nowhere', path.join(workspace, 'real/c.yml'))
    expect(await namesOf('**/*.yml', workspace)).toEqual(['real/a.yml', 'real/b.yml', 'real/c.yml'])
    expect(await namesOf('real/*', workspace)).toEqual(['real/a.yml', 'real/b.yml', 'real/c.yml'])
  })

  test('out of the workspace is not searched, and no name of what is there is told', async () => {
    const workspace = workspaceWith(['a.yml'])
    const outside = workspaceWith(['secret.yml'])
    symlinkSync(outside, path.join(workspace, 'folder'))
    expect(await namesOf('folder/*.yml', workspace)).toContain('symbolic link to a place outside the workspace')
    expect(await namesOf('*/*.yml', workspace)).toContain('matches no file')
  })
})

test('names with control characters are shown with escapes', async () => {
  if (onWindows) return
  const workspace = workspaceWith(['a\n::error::x.yml'])
  expect(await namesOf('*.yml', workspace)).toEqual(['a\\u000a::error::x.yml'])
})

test('a search ends with what breathing throws', async () => {
  const stop = async () => {
    throw new Error('the end')
  }
  await expect(filesOf('**', workspaceWith(['a/b']), stop)).rejects.toThrow('the end')
})

test('many stars take no longer than one', async () => {
  const workspace = workspaceWith([`${'a'.repeat(200)}.yml`])
  expect(await namesOf(`${'*a'.repeat(100)}b`, workspace)).toContain('matches no file')
})

test('stars and question marks match what the same regular expression does', async () => {
  const workspace = workspaceWith([])
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 6 }), { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '-', '*', '?'), minLength: 1, maxLength: 6 }),
      async (names, glob) => {
        fc.pre(/[*?]/.test(glob) && glob !== '**')
        rmSync(workspace, { recursive: true })
        mkdirSync(workspace)
        for (const name of names) writeFileSync(path.join(workspace, name), '')
        const expected = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`)
        const matching = names.filter((name) => expected.test(name)).sort()
        const found = await namesOf(glob, workspace)
        expect(typeof found === 'string' ? [] : found).toEqual(matching)
      },
    ),
    { numRuns: 100 },
  )
})
