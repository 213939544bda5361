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
// and bodies are strings. Together 270 KB of 850, and Node's own http2, which costs 4 ms to load.
const UNREACHED = [
  'dispatcher/client-h2',
  'milo/simd',
  'milo/no-simd',
  'web/fetch/body',
  'web/fetch/formdata',
  'web/webidl/index',
]

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
      handler: (code) =>
        code.replace(/\brequire\((['"])([\w:/]+)\1\)/g, (call, _quote, name: string) =>
          builtins.has(name) ? `process.getBuiltinModule('${name}')` : call,
        ),
    },
  }
}

/** Writes the shaken modules, and gives the licences of the packages that they come from. */
async function shake(): Promise<string> {
  const bundle = await rolldown({
    cwd: ROOT,
    input: 'src/index.ts',
    platform: 'node',
    // The ES modules of a package that has them can be shaken: it makes 24 KB of 275 of the AWS signer.
    resolve: { mainFields: ['module', 'main'], conditionNames: ['module', 'node', 'import'] },
    plugins: [leaveOut(), lazyBuiltins()],
    treeshake: { moduleSideEffects: (id) => !QUIET.test(id) },
    // ncc exits with 0 when it cannot resolve an import, and the bundle dies at run time.
    onLog(level, log, handle) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      handle(level, log)
    },
  })
  const { output } = await bundle.write({
    dir: WORK,
    format: 'esm',
    chunkFileNames: '[name].js',
    cleanDir: true,
    comments: { legal: false },
  })
  await bundle.close()
  // Tells ncc to emit CommonJS.
  await writeFile(`${WORK}/package.json`, '{}')
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
  await writeFile(`${OUT}/index.js`, code)
  for (const [name, { source }] of Object.entries(assets)) await writeFile(`${OUT}/${name}`, source)
  await writeFile(`${OUT}/package.json`, '{ "type": "commonjs" }\n')
  await writeFile(`${OUT}/licenses.txt`, licenses)
}

await pack(await shake())
console.log(`${OUT}: ${(await readdir(OUT)).join(', ')}`)
