import { randomUUID } from 'node:crypto'
import { chmod, lstat, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import type { MappingsTarget } from './request.ts'

/** What stands in the way of writing a file; completes "FILE …". */
export interface Found {
  readonly exists: boolean
  readonly problem?: string
}

/** Looks at the place where a mappings file is to be written: only a plain file is replaced, and no symbolic link is followed. */
export async function unwritable({ file, workspace }: MappingsTarget): Promise<Found> {
  try {
    const link = await firstLink(file, workspace)
    if (link !== undefined)
      return { exists: true, problem: `${link} a symbolic link, which export does not write through` }
    const stats = await stat(file)
    if (stats.isFile()) return { exists: true }
    return { exists: true, problem: `is ${stats.isDirectory() ? 'a folder' : 'a pipe or device'}, not a file` }
  } catch (error) {
    const code = codeOf(error)
    return code === 'ENOENT' ? { exists: false } : { exists: true, problem: `cannot be looked at (${code})` }
  }
}

/**
 * Writes the whole file or nothing of it: beside it first, then in its place.
 * @throws Failure
 */
export async function writeTarget(target: MappingsTarget, text: string): Promise<void> {
  const { problem, exists } = await unwritable(target)
  if (problem !== undefined) throw new Failure('invalid-input', `file: ${target.file} ${problem}.`, { advice: '' })
  const folder = path.dirname(target.file)
  const draft = path.join(folder, `.${path.basename(target.file)}.${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(draft, text, { flag: 'wx' })
    if (exists) await chmod(draft, (await stat(target.file)).mode)
    await rename(draft, target.file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new Failure('invalid-input', `The file ${target.file} could not be written (${codeOf(error)}).`, {
      advice: 'Check the input file, the disk, and the permissions of the runner.',
      cause: error,
    })
  }
}

// What is above the workspace is the runner's affair, and can be a link on its machine.
async function firstLink(file: string, workspace: string): Promise<string | undefined> {
  const inside = path.relative(workspace, file)
  const isOutside = inside.startsWith('..') || path.isAbsolute(inside)
  const parts = isOutside ? [] : inside.split(path.sep)
  const folders = parts.slice(0, -1).map((_, index) => path.join(workspace, ...parts.slice(0, index + 1)))
  for (const folder of folders) if (await isLink(folder)) return 'is below'
  return (await isLink(file)) ? 'is' : undefined
}

async function isLink(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isSymbolicLink()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
