import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../test/support/action-manifest.ts'

/** The scripts of dist and their sizes in bytes, the one that every step loads first. */
export function bundleSizes(): Readonly<Record<string, number>> {
  const dist = path.join(repositoryRoot, 'dist')
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'))
  const sizes = scripts.map((name): [string, number] => [name, statSync(path.join(dist, name)).size])
  const first = ([name]: [string, number]) => Number(name === 'index.js')
  return Object.fromEntries(sizes.sort((a, b) => first(b) - first(a) || b[1] - a[1]))
}

/** The size in bytes of the compressed archive of the last commit, as GitHub makes it for each job; absent where git is not to be had. */
export function archiveSize(): number | undefined {
  const git = ['archive', '--format=tar.gz', 'HEAD']
  const { status, stdout } = spawnSync('git', git, { cwd: repositoryRoot, maxBuffer: 64 * 1024 * 1024 })
  return status === 0 ? stdout.length : undefined
}
