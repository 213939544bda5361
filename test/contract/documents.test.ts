import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { FAILURES } from '../../src/failure.ts'
import { OPERATION_NAMES } from '../../src/operations/request.ts'
import { readActionManifest, repositoryRoot } from '../support/action-manifest.ts'

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8')
const reference = read('docs/reference.md')

test('generated regions are fresh', () => {
  const script = path.join(repositoryRoot, 'scripts/generate.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

describe('the reference', () => {
  const { inputs, outputs } = readActionManifest()
  const firstCells = [...reference.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1])

  test('has a row for every input, output, operation and failure', () => {
    for (const { name } of [...inputs, ...outputs]) expect(firstCells).toContain(name)
    for (const name of OPERATION_NAMES) expect(firstCells).toContain(name)
    for (const reason of Object.keys(FAILURES)) expect(read('docs/troubleshooting.md')).toContain(`| \`${reason}\` |`)
  })

  test('names every result that a step can have', () => {
    const told = outputs.find(({ name }) => name === 'result')?.description ?? ''
    const results = [...told.matchAll(/`([\w-]+)`/g)].map((match) => match[1])
    const table = /## Operations\n([\s\S]*?)\n##/.exec(reference)?.[1] ?? ''
    for (const result of results.filter((name) => name !== 'failed')) expect(table).toContain(`\`${result}\``)
  })
})

const guides = readdirSync(path.join(repositoryRoot, 'docs')).map((name) => `docs/${name}`)

test('the README is short', () => {
  const readme = read('README.md')
  expect(readme.split('\n').length).toBeLessThan(450)
  expect(readme.split(/\s+/).length).toBeLessThan(3500)
})

test('every example stands in a document', () => {
  const documents = [...guides, 'README.md'].map(read).join('\n')
  const examples = readdirSync(path.join(repositoryRoot, 'examples')).filter((file) => file.endsWith('.yml'))
  expect(examples.filter((file) => !documents.includes(`<!-- generated: example ${file} -->`))).toEqual([])
})

test.each(['CONTRIBUTING.md', 'test/README.md'])('%s names sources that are there', (file) => {
  const sources = ['src', 'test', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `/${folder}/${name.replaceAll(path.sep, '/')}`,
    ),
  )
  const told = [...read(file).matchAll(/`([\w./-]+(?:\.ts|\/))`/g)].map((match) => match[1] ?? '')
  expect(told.length).toBeGreaterThan(5)
  const folders = readdirSync(repositoryRoot).map((name) => `${name}/`)
  const isThere = (name: string) => sources.some((source) => source.endsWith(`/${name.replace(/\/$/, '')}`))
  expect(told.filter((name) => !isThere(name) && !folders.includes(name))).toEqual([])
})

test('CONTRIBUTING names what to change in the file that declares it', () => {
  const told = [...read('CONTRIBUTING.md').matchAll(/`(\w+)`\s+(?:\(|in |of )`(src\/[\w/-]+\.ts)`/g)]
  expect(told.length).toBeGreaterThan(4)
  const elsewhere = told.filter(
    ([, name, file = '']) => !new RegExp(`\\b(?:const|function|interface|type|class) ${name}\\b`).test(read(file)),
  )
  expect(elsewhere.map(([text]) => text)).toEqual([])
})

test.each([
  ...guides,
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'test/README.md',
  'test/emulator/README.md',
])('links of %s lead somewhere', (file) => {
  const text = read(file).replace(/```[\s\S]*?```/g, '')
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
  const dead = targets.filter((target) => {
    if (/^https?:/.test(target)) return false
    const [name = '', anchor] = target.split('#')
    const document = name === '' ? file : path.join(path.dirname(file), name)
    if (!existsSync(path.join(repositoryRoot, document))) return true
    return anchor !== undefined && !anchorsOf(read(document)).includes(anchor)
  })
  expect(dead).toEqual([])
})

function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.*)$/gm)].map((match) => match[1] ?? '')
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}
