import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type OutputChunk, type Plugin, rolldown } from 'rolldown'
import { licensesOf } from './licenses.ts'

// Rolldown compiles the sources, keeps what they call (which saves 5 ms), and puts each `import()` into a file of its own. ncc
// packages the result as CommonJS. The numbers here are what a line saves of the 68 ms of CPU time of a step that creates one
// mapping (medians of 40 to 120 interleaved runs), or of the compressed archive that GitHub downloads for each job.
const ROOT = path.resolve(import.meta.dirname, '..')
// `npm run build -- FOLDER` builds into another folder.
const DIST = path.resolve(process.argv[2] ?? path.join(ROOT, 'dist'))

// Packages whose modules do nothing when they are imported: Rolldown leaves out those of which nothing is called, 2 ms.
const PURE = /node_modules[\\/](@actions|@octokit|@smithy|undici|zod|yaml|re2js)[\\/]/

// What no step reaches of packages, and what the bundle has in its place.
const LEFT_OUT: Readonly<Record<string, string>> = {
  // HTTP/2 is switched off: 13 ms, most of them for the module of Node that it loads.
  'undici/lib/dispatcher/client-h2.js': 'module.exports = undefined',
  // Bodies are strings, and without SIMD undici takes the llhttp that runs on every processor: 2.3 ms together.
  'undici/lib/web/fetch/body.js': 'module.exports = {}',
  'undici/lib/web/fetch/formdata.js': 'module.exports = {}',
  'undici/lib/web/webidl/index.js': 'module.exports = {}',
  'undici/lib/llhttp/llhttp_simd-wasm.js': 'module.exports = undefined',
  // The client reads errors and types of messages, which come first; what follows is built by loops, 1 ms.
  'undici/lib/llhttp/constants.js': beginningOf('undici/lib/llhttp/constants.js', 'exports.FLAGS = {'),
  // The comment gives @actions/github a fetch, and names routes by their path: 170 kB of the archive.
  'undici/index.js': 'export const fetch = undefined',
  '@actions/http-client/lib/index.js': 'export class HttpClient { getAgent() {} getAgentDispatcher() {} }',
  '@octokit/plugin-rest-endpoint-methods/dist-src/index.js': 'export const restEndpointMethods = () => ({})',
}
// The digest of the files that import those, and so decide what of them is reached.
const REVIEWED = 'df002075680ee082'

/** @throws when the file of a package does not have the text that ends what is needed of it. */
function beginningOf(name: string, end: string): string {
  const [beginning = '', ...rest] = readFileSync(path.join(ROOT, 'node_modules', name), 'utf8').split(end)
  if (rest.length !== 1) throw new Error(`${name} does not have one ${end}`)
  return beginning
}

/** The part of a path below the last node_modules, whatever system the build runs on and wherever that folder is. */
function nameOf(file: string): string {
  return file.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? file
}

/** @throws when a file that imports something of LEFT_OUT changed, or nothing imports it any more. */
function leaveOut(): Plugin {
  const replaced = new Set<string>()
  return {
    name: 'leave-out',
    load(file) {
      if (nameOf(file) in LEFT_OUT) replaced.add(file)
      return LEFT_OUT[nameOf(file)]
    },
    async buildEnd(error) {
      if (error) return
      const missing = Object.keys(LEFT_OUT).filter((name) => ![...replaced].some((file) => nameOf(file) === name))
      if (missing.length > 0) throw new Error(`Nothing imports ${missing.join(', ')}: remove it from LEFT_OUT.`)
      const importers = new Set([...replaced].flatMap((file) => this.getModuleInfo(file)?.importers ?? []))
      const hash = createHash('sha256')
      const sorted = [...importers].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
      for (const file of sorted) hash.update(nameOf(file)).update(await readFile(file))
      const digest = hash.digest('hex').slice(0, 16)
      if (digest === REVIEWED) return
      throw new Error(
        `${sorted.map(nameOf).join(', ')}: one of them changed. When none reaches more of LEFT_OUT than before, set REVIEWED to ${digest}.`,
      )
    },
  }
}

/** Writes the shaken modules into a folder and returns them. */
async function shake(folder: string): Promise<OutputChunk[]> {
  const bundle = await rolldown({
    cwd: ROOT,
    input: 'src/index.ts',
    platform: 'node',
    // ES modules of packages that have both forms: 48 kB of the archive. Links stay, so that names of modules do not change.
    resolve: {
      mainFields: ['module', 'main'],
      conditionNames: ['module', 'node', 'import'],
      symlinks: false,
      // The ES modules of yaml, which Node gets as CommonJS: 3 kB of the archive, and 3 ms of a step that reads YAML.
      alias: { yaml: path.join(ROOT, 'node_modules/yaml/browser/dist/index.js') },
    },
    plugins: [leaveOut()],
    // undici then leaves out an experimental parser, as it does in Node itself: 2.5 ms.
    transform: { define: { esbuildDetection: 'true' } },
    treeshake: { moduleSideEffects: (id, isExternal) => !isExternal && !PURE.test(id) },
    preserveEntrySignatures: false,
    // ncc exits with 0 when it cannot resolve an import, and the bundle dies at run time.
    onLog(level, log, handle) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      handle(level, log)
    },
  })
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    chunkFileNames: '[name].js',
    // What every step loads is one module, not 17 that name each other: 12 kB of index.js, 5 kB of the archive.
    codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] },
    // ncc resolves `require` itself.
    polyfillRequire: false,
    // 46 kB of the archive.
    comments: { legal: false, jsdoc: false },
  })
  await bundle.close()
  return output.filter((file) => file.type === 'chunk')
}

/**
 * Packages index.js of a folder into DIST, as CommonJS.
 *
 * ncc gives each `import()` a file, and copies a module into all files that need it, unless what the same files share has 20 kB or
 * more. The `webpackChunkName` of an `import()` puts what has the same name into one file: 41 kB of the archive. Modules of a
 * file still run only when they are imported.
 */
async function pack(folder: string): Promise<void> {
  // ncc numbers modules by the paths to them and to its own loaders from the working folder: a copy of it keeps those the same
  // wherever node_modules is.
  const ncc = path.join(folder, 'node_modules/@vercel/ncc')
  await cp(path.join(ROOT, 'node_modules/@vercel/ncc'), ncc, { recursive: true, dereference: true })
  // Without a type, ncc reads ES modules and writes CommonJS.
  await writeFile(path.join(folder, 'package.json'), '{}')
  await rm(DIST, { recursive: true, force: true })
  const args = ['build', 'index.js', '--out', DIST, '--no-cache', '--quiet']
  const { status } = spawnSync(process.execPath, [path.join(ncc, 'dist/ncc/cli.js'), ...args], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`ncc ended with ${status}`)
  await writeFile(path.join(DIST, 'package.json'), '{ "type": "commonjs" }\n')
}

const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'build-')))
try {
  const chunks = await shake(folder)
  await pack(folder)
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds).filter((file) => !(nameOf(file) in LEFT_OUT))
  await writeFile(path.join(DIST, 'licenses.txt'), licensesOf(modules))
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.log(`${DIST}: ${(await readdir(DIST)).join(', ')}`)
