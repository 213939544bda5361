import { open, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Acceptance } from '../../mappings/audit/acceptance.ts'
import { LARGEST_FILE } from '../../mappings/file/yaml-document.ts'
import { unwritable } from '../../operations/mappings-target.ts'
import type { Approval, Desired, ExportRequest } from '../../operations/request.ts'
import { type InputReader, quoted } from './input-reader.ts'

/** Reads the mappings file and what may be done for it; what is wrong is collected in the reader, which gives undefined. */
export async function readDesired(reader: InputReader): Promise<Desired | undefined> {
  const prune = reader.flag('prune')
  const maxDeletes = reader.number('max-deletes', { min: 0, max: 100_000, whole: true, unit: 'mappings' })
  const force = reader.ids('force')
  const read = await readMappingsFile(reader)
  if (read === undefined) return undefined
  const { file, hasScope, isRight } = read
  if (prune && !hasScope) {
    reader.problem(
      'prune',
      `${file.path} has no scope, and without one prune would delete every mapping of the org that the file does not name. Add scope: to the file.`,
    )
  }
  if (prune && file.mappings.length === 0 && isRight) {
    reader.problem(
      'prune',
      `${file.path} names no mapping, and an empty file never means to delete everything. Delete mappings one by one, or leave prune out.`,
    )
  }
  return isRight ? { ...file, prune, maxDeletes, force } : undefined
}

interface ReadFile {
  readonly file: Pick<Desired, 'path' | 'mappings' | 'scope' | 'accepted'>
  readonly hasScope: boolean
  readonly isRight: boolean
}

// What is right of a file with mistakes is enough to find those that the inputs add to it.
async function readMappingsFile(reader: InputReader): Promise<ReadFile | undefined> {
  const name = reader.text('file')
  const text = await readText(reader, 'file', name)
  return text === undefined ? undefined : parse(reader, name, text)
}

// GitHub keeps ten annotations of a level, and the last one says that the step failed, with all mistakes.
const MOST_ERRORS = 9

async function parse(reader: InputReader, name: string, text: string): Promise<ReadFile | undefined> {
  const { parseMappingsFile } = await import('../../mappings/file/mappings-file.ts')
  const { file, problems, warnings, remarks } = await parseMappingsFile(text, reader.checking)
  const workspace = path.resolve(reader.env['GITHUB_WORKSPACE'] || '.')
  const inWorkspace = path.relative(workspace, path.resolve(workspace, name)).replaceAll('\\', '/')
  for (const level of ['error', 'warning'] as const)
    for (const remark of level === 'error' ? remarks.problems.slice(0, MOST_ERRORS) : remarks.warnings)
      reader.remarks.push({ ...remark, level, file: inWorkspace, text: `${name}, ${remark.text}` })
  const annotated = new Set(remarks.warnings.map((remark) => remark.text))
  reader.warnings.push(...warnings.flatMap((warning) => (annotated.has(warning) ? [] : [`${name}, ${warning}`])))
  if (problems.length > 0) reader.problem('file', `${name} is not a mappings file.\n${problems.join('\n')}`)
  if (file === undefined) return undefined
  const { hasScope, ...parts } = file
  return { file: { path: name, ...parts }, hasScope, isRight: problems.length === 0 }
}

/** Reads the findings that the mappings file accepts; what is wrong is collected in the reader, which gives undefined. */
export async function readAccepted(reader: InputReader): Promise<readonly Acceptance[] | undefined> {
  const read = await readMappingsFile(reader)
  return read?.isRight ? read.file.accepted : undefined
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
  return parsed?.isRight ? { path: name, target, existing: { text, ...parsed.file } } : undefined
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
  const problem = (why: string) => {
    const fallback = reader.given(input) === '' ? ' It is read because the input is not set.' : ''
    reader.problem(input, `${quoted(name)} ${why}.${fallback}`)
    return undefined
  }
  try {
    const read = await readBounded(reader.env['GITHUB_WORKSPACE'] || '.', name, reader.checking.breathe)
    return 'text' in read ? read.text : problem(read.why)
  } catch (error) {
    // What ends the step is no mistake of the file.
    if (!(error instanceof Error && 'code' in error)) throw error
    return problem(
      error.code === 'ENOENT'
        ? 'does not exist. Check the path, and that actions/checkout ran before'
        : `cannot be read (${String(error.code)})`,
    )
  }
}

const MEBI = 1024 * 1024
const tooLarge = (bytes: number) => ({
  why: `has ${bytes} bytes, and more than ${LARGEST_FILE / MEBI} MiB are not read`,
})

async function readBounded(
  workspace: string,
  name: string,
  breathe: () => Promise<void>,
): Promise<{ readonly text: string } | { readonly why: string }> {
  const named = path.resolve(workspace, name)
  const real = await realpath(named)
  // A path that is itself outside was chosen by who wrote the workflow; where a link leads, by who wrote the file.
  if (isWithin(path.resolve(workspace), named) && !isWithin(await realpath(workspace), real))
    return { why: 'is a symbolic link to a place outside the workspace, and is not read' }
  const stats = await stat(real)
  // No timeout ends the reading of a pipe that nobody writes to, and a device can have no end.
  if (!stats.isFile()) return { why: `is ${stats.isDirectory() ? 'a folder' : 'a pipe or device'}, not a file` }
  if (stats.size > LARGEST_FILE) return tooLarge(stats.size)
  const parts: Buffer[] = []
  const handle = await open(real)
  try {
    for (let size = 0; ; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(MEBI))
      if (bytesRead === 0) break
      size += bytesRead
      // It may grow while it is read.
      if (size > LARGEST_FILE) return tooLarge(size)
      parts.push(buffer.subarray(0, bytesRead))
      await breathe()
    }
  } finally {
    await handle.close()
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts)) }
  } catch {
    return { why: 'is not text in UTF-8. Save it as such: PowerShell may write UTF-16' }
  }
}

function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}
