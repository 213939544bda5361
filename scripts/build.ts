import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
import path from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { licensesOf } from './licenses.ts'

// Two passes. Rolldown shakes: it leaves out what is not called of packages that do nothing when they are imported, which ncc
// (webpack) cannot do for @actions/core, and keeps every `import()` as a chunk of its own. ncc packages the result as CommonJS,
// which Node starts 15 ms faster than a native ES module of the same code.
const ROOT = path.resolve(import.meta.dirname, '..')
// `npm run build -- FOLDER` makes the same in another folder that has ncc in its node_modules, to compare.
const PLACE = path.resolve(process.argv[2] ?? ROOT)
const WORK = path.join(PLACE, 'build')
const OUT = path.join(PLACE, 'dist')
const QUIET = /node_modules[\\/](@actions|@octokit|@smithy|undici|zod|yaml|re2js)[\\/]/

// Parts of undici that no request of this action reaches: HTTP/2 is switched off, Milo is an experiment that nobody switches on,
// and bodies are strings. Together 270 KB of 850, and Node's own http2, which costs 4 ms to load. Of the two builds of llhttp the
// one without SIMD runs everywhere, and undici falls back to it by itself: 73 KB.
const UNREACHED = [
  'dispatcher/client-h2',
  'milo/simd',
  'milo/no-simd',
  'llhttp/llhttp_simd-wasm',
  'web/fetch/body',
  'web/fetch/formdata',
  'web/webidl/index',
]

// All that undici takes from node:http, which costs 1 ms to load: Node's default for header fields, and a class of which nothing
// here is an instance.
const HTTP_FOR_UNDICI = '({ maxHeaderSize: 16384, IncomingMessage: class {} })'

// An update of undici that takes more of it must not fail at run time only.
function httpForUndici(code: string, file: string): string {
  const uses = [...code.matchAll(/\bhttp\.(\w+)|\{([^}]*)\} = require\('node:http'\)/g)]
  const names = uses.flatMap(([, member = '', list = '']) => [member, ...list.split(',')].map((name) => name.trim()))
  const others = names.filter((name) => !['', 'maxHeaderSize', 'IncomingMessage'].includes(name))
  if (others.length > 0) throw new Error(`${file} takes ${others.join(', ')} of node:http: extend HTTP_FOR_UNDICI.`)
  return HTTP_FOR_UNDICI
}

const isOurUndici = (file: string) => path.normalize(file).startsWith(path.join(ROOT, 'node_modules/undici/'))

function leaveOut(): Plugin {
  // Of our own undici only: @actions/github brings another one, and needs it whole.
  const files = new Map(UNREACHED.map((name) => [path.join(ROOT, 'node_modules/undici/lib', `${name}.js`), name]))
  return {
    name: 'leave-out',
    load(file) {
      const name = files.get(path.normalize(file))
      return name && `module.exports = () => { throw new Error('undici/lib/${name}.js is left out of the bundle') }`
    },
  }
}

// An ES module cannot call require, and an import would load Node's modules at once that undici only loads when it needs them.
function lazyBuiltins(): Plugin {
  const builtins = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)])
  return {
    name: 'lazy-builtins',
    transform: {
      filter: { id: /node_modules/ },
      handler: (code, file) =>
        code.replace(/\brequire\((['"])([\w:/]+)\1\)/g, (call, _quote, name: string) => {
          if (name === 'node:http' && isOurUndici(file)) return httpForUndici(code, file)
          return builtins.has(name) ? `process.getBuiltinModule('${name}')` : call
        }),
    },
  }
}

// What a step loads when it needs it, a file each; whatever of it the main path imports would be loaded by every step, which
// test/speed/budget.test.ts does not let pass.
const ON_DEMAND = [
  { name: 'yaml', test: /node_modules[\\/]yaml[\\/]/ },
  { name: 're2', test: /node_modules[\\/]re2js[\\/]/ },
  {
    name: 'github',
    test: /node_modules[\\/]@(?:actions[\\/](?:github|http-client)|octokit)[\\/]|src[\\/]action[\\/]report[\\/]comment/,
  },
  {
    name: 'proxy',
    test: /node_modules[\\/]undici[\\/]lib[\\/](?:api|dispatcher[\\/](?:proxy-agent|agent|socks5|dispatcher1))/,
  },
  {
    name: 'identity',
    test: /node_modules[\\/]@(?:smithy|aws-crypto|aws-sdk)[\\/]|src[\\/](?:identity|operations[\\/](?:login|match|verify)|mappings[\\/]caller)/,
  },
  { name: 'claims', test: /src[\\/]mappings[\\/](?:claims[\\/]|warnings|look-alikes)/ },
  {
    name: 'plan',
    test: /src[\\/](?:operations[\\/](?:plan|apply|dry-run)\.|action[\\/](?:report[\\/]plan-report|inputs[\\/]file-inputs)|mappings[\\/](?:file[\\/]|plan[\\/](?:plan-|guards)))/,
  },
]

/** Writes the shaken modules, and gives the licences of the packages that they come from. */
async function shake(): Promise<string> {
  const bundle = await rolldown({
    cwd: ROOT,
    input: 'src/index.ts',
    platform: 'node',
    // The ES modules of a package that has them can be shaken: it makes 24 KB of 275 of the AWS signer.
    resolve: { mainFields: ['module', 'main'], conditionNames: ['module', 'node', 'import'], symlinks: false },
    plugins: [leaveOut(), lazyBuiltins()],
    // By this, undici leaves its parser for Milo out, as it does in Node itself: 25 KB.
    transform: { define: { esbuildDetection: 'true' } },
    treeshake: { moduleSideEffects: (id, isExternal) => !isExternal && !QUIET.test(id) },
    // Not the entry, but what it imports, may export what chunks need.
    preserveEntrySignatures: false,
    // ncc exits with 0 when it cannot resolve an import, and the bundle dies at run time.
    onLog(level, log, handle) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      // Two modules of one file on demand.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') handle(level, log)
    },
  })
  const { output } = await bundle.write({
    dir: WORK,
    format: 'esm',
    chunkFileNames: '[name].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: ON_DEMAND },
    cleanDir: true,
    // The comments of packages and of ours are where the sources are: 55 KB.
    comments: { legal: false, jsdoc: false },
  })
  await bundle.close()
  // Tells ncc to emit CommonJS.
  await writeFile(`${WORK}/package.json`, '{}')
  for (const file of output) {
    if (file.type !== 'chunk') continue
    // ncc then says which number it gives to which chunk.
    const code = file.code.replace(/\bimport\("\.\/([\w-]+)\.js"\)/g, 'import(/* webpackChunkName: "$1" */ "./$1.js")')
    await writeFile(`${WORK}/${file.fileName}`, code)
  }
  return licensesOf(output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])))
}

interface Packaged {
  readonly code: string
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
}

async function pack(licenses: string): Promise<void> {
  // The numbers of chunks are made of the paths of modules and of ncc's own loaders, relative to the working folder.
  process.chdir(PLACE)
  const require = createRequire(path.join(PLACE, 'package.json'))
  const ncc = require('@vercel/ncc') as (input: string, options: object) => Promise<Packaged>
  const { code, assets } = await ncc(path.resolve(WORK, 'index.js'), { cache: false, quiet: true, minify: false })
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const files = renumbered(
    named({
      'index.js': code,
      ...Object.fromEntries(Object.entries(assets).map(([name, { source }]) => [name, String(source)])),
    }),
  )
  for (const [name, text] of Object.entries(files)) await writeFile(`${OUT}/${name}`, ascii(text))
  await writeFile(`${OUT}/package.json`, '{ "type": "commonjs" }\n')
  await writeFile(`${OUT}/licenses.txt`, licenses)
}

/**
 * The same files with modules numbered in the order in which they stand: webpack makes the numbers of paths, ncc's own among them,
 * so that a tree with its node_modules behind a link would build other bytes.
 */
function renumbered(files: Readonly<Record<string, string>>): Record<string, string> {
  const order = Object.keys(files).sort(
    (a, b) => Number(b === 'index.js') - Number(a === 'index.js') || (a < b ? -1 : 1),
  )
  const ids = order.flatMap((file) =>
    [...(files[file] ?? '').matchAll(/^\/\*\*\*\/ (\d+):$/gm)].map(([, id = '']) => id),
  )
  const numbers = new Map(ids.map((id, index) => [id, String(index + 1)]))
  const place = /(^\/\*\*\*\/ |\b(__(?:nccwpck|webpack)_require__)(?:\.bind\(\2, |\())(\d+)\b/gm
  return Object.fromEntries(
    Object.entries(files).map(([file, code]) => [
      file,
      code.replace(place, (_, start: string, _name, id: string) => start + (numbers.get(id) ?? missing(id))),
    ]),
  )
}

function missing(id: string): never {
  throw new Error(`no module has the number ${id}`)
}

/** The same files with chunks under the names that rolldown gave them, where ncc has numbers. */
function named(files: Readonly<Record<string, string>>): Record<string, string> {
  const names: Record<string, string> = {}
  // A chunk that needs others comes after them: `Promise.all(/* import() | identity */[….e(228), ….e(217)])`.
  const loads = Object.values(files).flatMap((code) => [
    ...code.matchAll(/\/\* import\(\) \| (\S+) \*\/ ?(?:\[[^\]]*e\((\d+)\)\]|(\d+))/g),
  ])
  for (const [, name = '', last, only] of loads) names[last ?? only ?? ''] = name
  return Object.fromEntries(
    Object.entries(files).map(([file, code]) => {
      const number = /^(\d+)\.index\.js$/.exec(file)?.[1]
      if (number === undefined) {
        return [file, code.replace('"" + chunkId + ".index.js"', `${JSON.stringify(names)}[chunkId] + ".js"`)]
      }
      if (names[number] === undefined) throw new Error(`nothing loads the chunk ${number}`)
      return [`${names[number]}.js`, code]
    }),
  )
}

/**
 * The code with everything but visible ASCII escaped. V8 keeps a source of ASCII in half the memory and reads it 1 ms faster, and a
 * dozen letters of 470,000 are not worth that; a control character would make git show a file as binary.
 */
function ascii(code: string): string {
  return code.replace(/[^\t\r\n -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

await pack(await shake())
console.log(`${OUT}: ${(await readdir(OUT)).join(', ')}`)
