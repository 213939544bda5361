import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { MappingsFile } from '../../mappings/file/mappings-file.ts'
import { unwritable } from '../../operations/mappings-target.ts'
import type { Approval, Desired, ExportRequest } from '../../operations/request.ts'
import { type InputReader, quoted } from './input-reader.ts'

// Ten thousand mappings are 2 MiB.
const LARGEST_FILE = 16 * 1024 * 1024

/** Reads the mappings file and what may be done for it; what is wrong is collected in the reader, which gives undefined. */
export async function readDesired(reader: InputReader): Promise<Desired | undefined> {
  const prune = reader.flag('prune')
  const maxDeletes = reader.number('max-deletes', { min: 0, max: 100_000, whole: true, unit: 'mappings' })
  const force = reader.ids('force')
  const file = await readMappingsFile(reader)
  if (file === undefined) return undefined
  if (prune && Object.keys(file.scope).length === 0) {
    reader.problem(
      'prune',
      `${file.path} has no scope, and without one prune would delete every mapping of the org that the file does not name. Add scope: to the file.`,
    )
  }
  if (prune && file.mappings.length === 0) {
    reader.problem(
      'prune',
      `${file.path} names no mapping, and an empty file never means to delete everything. Delete mappings one by one, or leave prune out.`,
    )
  }
  return { ...file, prune, maxDeletes, force }
}

async function readMappingsFile(
  reader: InputReader,
): Promise<Pick<Desired, 'path' | 'mappings' | 'scope'> | undefined> {
  const name = reader.text('file')
  const text = await readText(reader, 'file', name)
  const parsed = text === undefined ? undefined : await parse(reader, name, text)
  return parsed && { path: name, ...parsed }
}

async function parse(reader: InputReader, name: string, text: string): Promise<MappingsFile | undefined> {
  const { parseMappingsFile } = await import('../../mappings/file/mappings-file.ts')
  const parsed = await parseMappingsFile(text)
  if ('problem' in parsed) {
    reader.problem('file', `${name} is not a mappings file.\n${parsed.problem}`)
    return undefined
  }
  reader.warnings.push(...parsed.warnings.map((warning) => `${name}, ${warning}`))
  return parsed.value
}

/** Reads where `export` writes and what is there already; what is wrong is collected in the reader, which gives undefined. */
export async function readTarget(
  reader: InputReader,
): Promise<Pick<ExportRequest, 'path' | 'target' | 'existing'> | undefined> {
  const name = reader.text('file')
  const workspace = path.resolve(reader.env['GITHUB_WORKSPACE'] || '.')
  const target = { file: path.resolve(workspace, name), workspace }
  const found = await unwritable(target)
  if (found.problem !== undefined) {
    reader.problem('file', `${quoted(name)} ${found.problem}.`)
    return undefined
  }
  const text = found.exists ? await readText(reader, 'file', name) : ''
  if (text === undefined) return undefined
  // A file that has nothing in it yet is written like a new one.
  if (text.trim() === '') return { path: name, target }
  const parsed = await parse(reader, name, text)
  return parsed && { path: name, target, existing: { text, mappings: parsed.mappings } }
}

/** Reads what shows that somebody approved the changes; what is wrong is collected in the reader. */
export async function readApproval(reader: InputReader): Promise<Approval> {
  const auto = reader.flag('auto-approve')
  const digest = reader.text('expected-plan')
  if (digest !== '' && !/^[0-9a-f]{64}$/i.test(digest)) {
    reader.problem(
      'expected-plan',
      `${quoted(digest)} is not the digest of a plan, which the output plan-digest of operation: plan has: 64 hexadecimal digits.`,
    )
  }
  const name = reader.text('plan-file')
  if (name === '') return { auto, ...(digest && { digest }) }
  const text = await readText(reader, 'plan-file', name)
  if (text === undefined) return { auto }
  const { parsePlanFile } = await import('../../mappings/plan/plan-file.ts')
  const plan = reader.checked('plan-file', parsePlanFile(text))
  return { auto, ...(digest && { digest }), ...(plan && { plan }) }
}

async function readText(reader: InputReader, input: 'file' | 'plan-file', name: string): Promise<string | undefined> {
  const file = path.resolve(reader.env['GITHUB_WORKSPACE'] || '.', name)
  try {
    const why = unfit(await stat(file))
    if (why === undefined) return await readFile(file, 'utf8')
    problem(why)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    problem(
      code === 'ENOENT'
        ? 'does not exist. Check the path, and that actions/checkout ran before'
        : `cannot be read (${code})`,
    )
  }
  return undefined

  function problem(why: string): void {
    const fallback = reader.given(input) === '' ? ' It is read because the input is not set.' : ''
    reader.problem(input, `${quoted(name)} ${why}.${fallback}`)
  }
}

// No timeout ends the reading of a pipe that nobody writes to, and a device can have no end.
function unfit(stats: Stats): string | undefined {
  if (!stats.isFile()) return `is ${stats.isDirectory() ? 'a folder' : 'a pipe or device'}, not a file`
  if (stats.size > LARGEST_FILE)
    return `has ${stats.size} bytes, and more than ${LARGEST_FILE / 1024 / 1024} MiB are not read`
  return undefined
}
