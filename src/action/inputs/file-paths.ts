import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { visible } from '../../mappings/visible.ts'

/** A file that the input `file` names. */
export interface FoundFile {
  /** As messages name it. */
  readonly name: string
  readonly path: string
}

const MOST_FILES = 1000

/** Whether a text is meant as a glob, unless a file is called so. */
export function isGlob(text: string): boolean {
  return /[*?[]/.test(text)
}

/** What to do about a path that is written as Windows writes it, on a system where it is one name; no full stop. */
export function slashAdvice(name: string): string | undefined {
  if (path.sep === '\\' || !name.includes('\\')) return undefined
  return 'Write forward slashes: a backslash is part of a name on this runner'
}

/** The lines of the input `file`. */
export function linesOf(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => line.trim() || [])
}

/**
 * The files that a line of the input `file` names, sorted: the one of that path, which need not exist, or those that match the glob;
 * or why there are none, as words that follow the quoted line.
 * @throws whatever `breathe` throws.
 */
export async function filesOf(
  line: string,
  workspace: string,
  breathe: () => Promise<void>,
): Promise<{ readonly files: readonly FoundFile[] } | { readonly problem: string }> {
  const named = path.resolve(workspace, line)
  const isLiteral = !isGlob(line) || (await exists(named))
  if (line.startsWith('!') && !(await exists(named)))
    return { problem: 'begins with "!", but file cannot leave files out. Write lines that match mappings files only' }
  if (isLiteral) return { files: [{ name: line, path: named }] }
  const glob = path.sep === '\\' ? line.replaceAll('\\', '/') : line
  const segments = glob.split('/')
  const start = segments.findIndex(isGlob)
  const folder = segments.slice(0, start).join('/') || (start > 0 ? '/' : '')
  const base = path.resolve(workspace, folder)
  const rest = segments.slice(start).filter((segment) => segment !== '' && segment !== '.')
  try {
    if ((await insideOf(workspace, base)) === undefined)
      return { problem: 'leads through a symbolic link to a place outside the workspace, and is not read' }
    const found: string[][] = []
    await walk(base, [], { segments: rest.map(segmentOf), open: [0], found, breathe })
    if (found.length > MOST_FILES)
      return { problem: `matches more than ${MOST_FILES} files. Write a pattern that matches mappings files only` }
    if (found.length > 0)
      return {
        files: found
          .map((way) => ({
            name: visible(path.posix.join(folder, ...way)),
            path: path.join(base, ...way),
          }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return { problem: `cannot be searched (${code})` }
  }
  const advice = slashAdvice(line)
  if (advice !== undefined) return { problem: `matches no file. ${advice}` }
  const braces = line.includes('{') ? ' Braces are not expanded: write a line for each path.' : ''
  return {
    problem: `matches no file. Check the pattern, which begins at the workspace, and that actions/checkout ran before.${braces || ' A name that begins with a dot is only matched by a pattern that does too'}`,
  }
}

/** Where a path really leads; undefined for one within the workspace that leads outside of it by a link. */
export async function insideOf(workspace: string, named: string): Promise<string | undefined> {
  const real = await realpath(named)
  // A path that is itself outside was chosen by who wrote the workflow; where a link leads, by who wrote the file.
  const escapes = isWithin(path.resolve(workspace), named) && !isWithin(await realpath(workspace), real)
  return escapes ? undefined : real
}

function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  )
}

interface Search {
  readonly segments: readonly Segment[]
  /** Which segments the next name may match. */
  readonly open: readonly number[]
  readonly found: string[][]
  readonly breathe: () => Promise<void>
}

// Node has a glob of its own, which is not in Node 20, and cannot be interrupted. Every folder is read once, whatever the pattern, and
// none that is a link.
async function walk(folder: string, way: readonly string[], search: Search): Promise<void> {
  const { segments, found, breathe } = search
  const open = new Set(search.open)
  // "**" may stand for no folder at all.
  for (const index of open) if (segments[index] === '**' && index + 1 < segments.length) open.add(index + 1)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    await breathe()
    const { name } = entry
    if (name === '.git') continue
    const matching = [...open].filter((index) => matches(segments[index], name))
    const inner = matching.flatMap((index) => {
      const next = segments[index] === '**' ? index : index + 1
      return next < segments.length ? next : []
    })
    const file = path.join(folder, name)
    if (entry.isDirectory()) {
      if (inner.length > 0) await walk(file, [...way, name], { ...search, open: inner })
    } else if (matching.includes(segments.length - 1) && !(await isLinkToFolder(entry, file)))
      found.push([...way, name])
    if (found.length > MOST_FILES) return
  }
}

async function isLinkToFolder(entry: Dirent, file: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false
  return stat(file).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

/** A part of a glob between slashes: any folders, or what a name is made of. */
type Segment = '**' | { readonly tokens: readonly Token[]; readonly isHidden: boolean }
type Token = '*' | ((char: string) => boolean)

// A wildcard does not stand for the dot of a hidden name.
function matches(segment: Segment | undefined, name: string): boolean {
  const isHidden = name.startsWith('.')
  if (segment === undefined) return false
  if (segment === '**') return !isHidden
  return (segment.isHidden || !isHidden) && matchesTokens(segment.tokens, name)
}

function segmentOf(glob: string): Segment {
  if (glob === '**') return glob
  const chars = [...glob]
  const tokens: Token[] = []
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at]
    const end = char === '[' ? endOfSet(chars, at) : -1
    if (char === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*')
    } else if (char === '?') tokens.push(() => true)
    else if (end === -1) tokens.push((other) => other === char)
    else {
      tokens.push(setOf(chars.slice(at + 1, end)))
      at = end
    }
  }
  return { tokens, isHidden: glob.startsWith('.') }
}

// "]" is a member of a set when it comes first. A bracket that nothing closes is one.
function endOfSet(chars: readonly string[], start: number): number {
  return chars.indexOf(']', start + (/[!^]/.test(chars[start + 1] ?? '') ? 3 : 2))
}

function setOf(chars: readonly string[]): Token {
  const isNegated = /[!^]/.test(chars[0] ?? '')
  const members = isNegated ? chars.slice(1) : chars
  const ranges: (readonly [from: string, to: string])[] = []
  for (let at = 0; at < members.length; at++) {
    const from = members[at] ?? ''
    const to = members[at + 1] === '-' ? members[at + 2] : undefined
    ranges.push([from, to ?? from])
    if (to !== undefined) at += 2
  }
  return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== isNegated
}

// In time linear in the name for each token: where it goes wrong, only the last star takes one more character.
function matchesTokens(tokens: readonly Token[], name: string): boolean {
  const chars = [...name]
  let token = 0
  let star = -1
  let resume = 0
  for (let at = 0; at < chars.length; ) {
    const one = tokens[token]
    if (one === '*') {
      star = token++
      resume = at
    } else if (one?.(chars[at] ?? '')) {
      at++
      token++
    } else if (star === -1) return false
    else {
      token = star + 1
      at = ++resume
    }
  }
  return tokens.slice(token).every((one) => one === '*')
}
