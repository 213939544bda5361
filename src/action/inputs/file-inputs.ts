import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Acceptance } from '../../mappings/audit/acceptance.ts'
import type { MappingsFile, ParsingOptions } from '../../mappings/file/mappings-file.ts'
import { type FileText, LARGEST_FILE } from '../../mappings/file/yaml-document.ts'
import { unwritable } from '../../operations/export-target.ts'
import { type Approval, type Desired, type ExportRequest, filesText } from '../../operations/request.ts'
import { type FoundFile, filesOf, insideOf, isGlob, linesOf, slashAdvice } from './file-paths.ts'
import { type InputReader, quoted } from './input-reader.ts'

/** Reads the mappings files and what may be done for them; what is wrong is collected in the reader, which gives undefined. */
export async function readDesired(reader: InputReader): Promise<Desired | undefined> {
  const prune = reader.flag('prune')
  const maxDeletes = reader.number('max-deletes', { min: 0, max: 100_000, whole: true, unit: 'mappings' })
  const force = reader.ids('force')
  const read = await readMappingsFiles(reader)
  if (read === undefined) return undefined
  const { file, hasScope, isRight } = read
  const isOne = file.paths.length === 1
  const files = filesText(file.paths)
  if (prune && !hasScope) {
    reader.problem(
      'prune',
      `${files} ${isOne ? 'has' : 'have'} no scope, and without one prune would delete every mapping of the organization that the file does not name. Add scope: to ${isOne ? 'the file' : 'one of the files'}.`,
    )
  }
  if (prune && file.mappings.length === 0 && isRight) {
    reader.problem(
      'prune',
      `${files} ${isOne ? 'names' : 'name'} no mapping, and prune does not delete everything because of an empty file. Delete mappings one by one, or leave prune out.`,
    )
  }
  return isRight ? { ...file, prune, maxDeletes, force } : undefined
}

interface ReadFiles {
  readonly file: MappingsFile & Pick<Desired, 'paths'>
  readonly hasScope: boolean
  readonly isRight: boolean
}

// The valid part of files with mistakes is enough to find further mistakes in the inputs.
async function readMappingsFiles(reader: InputReader, options?: ParsingOptions): Promise<ReadFiles | undefined> {
  const found = await findFiles(reader)
  const files: GivenFile[] = []
  const seen = new Set<string>()
  let left = LARGEST_FILE
  for (const file of found) {
    const read = await readText(reader, 'file', file, left)
    if (read === undefined || seen.has(read.real)) continue
    seen.add(read.real)
    files.push({ ...file, text: read.text })
    left -= read.size
  }
  if (reader.hasProblem('file')) return undefined
  return parse(reader, files, options)
}

async function findFiles(reader: InputReader): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const line of linesOf(reader.text('file'))) {
    const files = await filesOf(line, workspaceOf(reader), reader.checking.breathe)
    if ('files' in files) found.push(...files.files)
    else reader.problem('file', `${quoted(line)} ${files.problem}.`)
  }
  return found
}

// GitHub keeps ten annotations of a level, and the last one says that the step failed, with all mistakes.
const MOST_ERRORS = 9

interface GivenFile extends FoundFile, FileText {}

async function parse(
  reader: InputReader,
  files: readonly GivenFile[],
  options: ParsingOptions = {},
): Promise<ReadFiles | undefined> {
  const { parseMappingsFiles } = await import(/* webpackChunkName: "plan" */ '../../mappings/file/mappings-file.ts')
  const { file, problems, warnings, remarks } = await parseMappingsFiles(files, {
    ...options,
    checking: reader.checking,
  })
  const [only] = files.length === 1 ? files : []
  const withName = (text: string) => (only === undefined ? text : `${only.name}, ${text}`)
  const workspace = path.resolve(workspaceOf(reader))
  const paths = new Map(files.map((one) => [one.name, path.relative(workspace, one.path).replaceAll('\\', '/')]))
  for (const level of ['error', 'warning'] as const)
    for (const remark of level === 'error' ? remarks.problems.slice(0, MOST_ERRORS) : remarks.warnings)
      reader.remarks.push({
        ...remark,
        level,
        file: paths.get(remark.file) ?? remark.file,
        text: withName(remark.text),
      })
  const annotated = new Set(remarks.warnings.map((remark) => remark.text))
  reader.warnings.push(...warnings.flatMap((warning) => (annotated.has(warning) ? [] : [withName(warning)])))
  if (problems.length > 0) {
    const what = only === undefined ? 'the mappings files have mistakes' : `${only.name} has mistakes`
    reader.problem('file', `${what}.\n${problems.join('\n')}`)
  }
  if (file === undefined) return undefined
  const { hasScope, ...parts } = file
  return { file: { paths: files.map(({ name }) => name), ...parts }, hasScope, isRight: problems.length === 0 }
}

/** Reads the findings that the mappings files accept; what is wrong is collected in the reader, which gives undefined. */
export async function readAccepted(reader: InputReader): Promise<readonly Acceptance[] | undefined> {
  const read = await readMappingsFiles(reader, { blocksSuffice: true })
  return read?.isRight ? read.file.accepted : undefined
}

/** Reads where `export` writes and what is there already; what is wrong is collected in the reader, which gives undefined. */
export async function readTarget(
  reader: InputReader,
): Promise<Pick<ExportRequest, 'path' | 'target' | 'existing'> | undefined> {
  const name = reader.text('file')
  const workspace = path.resolve(workspaceOf(reader))
  const target = { file: path.resolve(workspace, name), workspace }
  const found = await unwritable(target)
  if (linesOf(name).length > 1 || (isGlob(name) && !found.exists)) {
    reader.problem('file', `${quoted(name)} can be several files, and export writes one. Give the path of that one.`)
    return undefined
  }
  if (found.problem !== undefined) {
    reader.problem('file', `${quoted(name)} ${found.problem}.`)
    return undefined
  }
  const read = found.exists ? await readText(reader, 'file', { name, path: target.file }) : { text: '' }
  if (read === undefined) return undefined
  const { text } = read
  // An empty file is written like a new one.
  if (text.trim() === '') return { path: name, target }
  const parsed = await parse(reader, [{ name, path: target.file, text }])
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
  const read = await readText(reader, 'plan-file', { name, path: path.resolve(workspaceOf(reader), name) })
  if (read === undefined) return { auto }
  const { parsePlanFile } = await import(/* webpackChunkName: "plan" */ '../../mappings/plan/plan-file.ts')
  const plan = reader.checked('plan-file', parsePlanFile(read.text))
  return { auto, ...(digest && { digest }), ...(plan && { plan }) }
}

function workspaceOf({ env }: InputReader): string {
  return env['GITHUB_WORKSPACE'] || '.'
}

interface ReadText {
  readonly text: string
  /** Where the path really led. */
  readonly real: string
  readonly size: number
}

const NOT_THERE = {
  file: 'Check the path, and that actions/checkout ran before',
  'plan-file':
    'It is the output plan-file of operation: plan in the same job; for another job, upload that file as an artifact and download it there',
}

async function readText(
  reader: InputReader,
  input: 'file' | 'plan-file',
  file: FoundFile,
  most = LARGEST_FILE,
): Promise<ReadText | undefined> {
  const problem = (why: string) => {
    const fallback = reader.given(input) === '' ? ' It is read because the input is not set.' : ''
    reader.problem(input, `${quoted(file.name)} ${why}.${fallback}`)
    return undefined
  }
  try {
    const read = await readBounded(file.path, workspaceOf(reader), most, reader.checking.breathe)
    if ('text' in read) return read
    const inside = quoted(path.posix.join(file.name, '*.yml'))
    return problem(
      read.isFolder && input === 'file' ? `${read.why}. To read the files in it, write ${inside}` : read.why,
    )
  } catch (error) {
    // An error that ends the step is not a mistake in the file.
    if (!(error instanceof Error && 'code' in error)) throw error
    return problem(
      error.code === 'ENOENT'
        ? `does not exist. ${slashAdvice(file.name) ?? NOT_THERE[input]}`
        : `cannot be read (${String(error.code)})`,
    )
  }
}

const MEBI = 1024 * 1024
const tooLarge = (bytes: number, most: number) => ({
  why: `has ${bytes} bytes, and more than ${LARGEST_FILE / MEBI} MiB${most < LARGEST_FILE ? ' of all files together' : ''} are not read`,
})

async function readBounded(
  file: string,
  workspace: string,
  most: number,
  breathe: () => Promise<void>,
): Promise<ReadText | { readonly why: string; readonly isFolder?: boolean }> {
  const real = await insideOf(workspace, file)
  if (real === undefined) return { why: 'is a symbolic link to a place outside the workspace, and is not read' }
  const stats = await stat(real)
  // No timeout ends the reading of a pipe without a writer, and a device can have no end.
  const isFolder = stats.isDirectory()
  if (!stats.isFile()) return { why: `is ${isFolder ? 'a folder' : 'a pipe or device'}, not a file`, isFolder }
  if (stats.size > most) return tooLarge(stats.size, most)
  const parts: Buffer[] = []
  let size = 0
  const handle = await open(real)
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(MEBI))
      if (bytesRead === 0) break
      size += bytesRead
      // It may grow while it is read.
      if (size > most) return tooLarge(size, most)
      parts.push(buffer.subarray(0, bytesRead))
      await breathe()
    }
  } finally {
    await handle.close()
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts))
    return { text, real, size }
  } catch {
    return { why: 'is not text in UTF-8. Save it as such: PowerShell may write UTF-16' }
  }
}
