import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly texts: readonly string[]
}

const TEXT = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i
const RULE = '─'.repeat(100)

/**
 * The licences of all packages that modules of a bundle come from, as one text that is the same wherever and whenever it is made.
 * @throws when a package names no licence.
 */
export function licensesOf(moduleIds: Iterable<string>): string {
  const folders = new Set([...moduleIds].flatMap((id) => packageFolder(id) ?? []))
  const packages = [...folders].map(readPackage).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const once = packages.filter((found, index) => keyOf(found) !== keyOf(packages[index - 1]))
  const list = once.map((found) => `${keyOf(found)} (${found.license})`)
  const sections = once.map(
    ({ texts, ...found }) => `${RULE}\n${keyOf(found)} (${found.license})\n\n${texts.join('\n\n')}`,
  )
  return `The bundle holds parts of these packages:\n\n${list.join('\n')}\n\n${sections.join('\n\n')}\n`
}

function keyOf(found: Pick<Package, 'name' | 'version'> | undefined): string {
  return found === undefined ? '' : `${found.name}@${found.version}`
}

function packageFolder(id: string): string | undefined {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)
  return match?.[1]
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  if (typeof license !== 'string') throw new Error(`${name}@${version} names no licence`)
  const files = readdirSync(folder)
    .filter((file) => TEXT.test(file))
    .sort()
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return {
    name,
    version,
    license,
    texts: texts.length > 0 ? texts : ['The package comes without the text of its licence.'],
  }
}
