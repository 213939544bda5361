import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
import { rolldown } from 'rolldown'
import { esmExternalRequirePlugin } from 'rolldown/plugins'

// Two passes. Rolldown shakes: it leaves out what is not called of packages that do nothing when they are imported, which ncc
// (webpack) cannot do for @actions/core, and keeps every `import()` as a chunk of its own. ncc packages the result as CommonJS,
// which Node starts 15 ms faster than a native ES module of the same code.
const WORK = 'build'
const OUT = 'dist'
const QUIET = /node_modules[\\/](@actions|@octokit|undici|zod|yaml|re2js)[\\/]/

const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

async function shake(): Promise<void> {
  const bundle = await rolldown({
    input: 'src/index.ts',
    platform: 'node',
    // As an ES module the result cannot call require; without this, Node's modules would be required through a shim.
    plugins: [esmExternalRequirePlugin({ external: builtins, skipDuplicateCheck: true })],
    treeshake: { moduleSideEffects: (id) => !QUIET.test(id) },
    // ncc exits with 0 when it cannot resolve an import, and the bundle dies at run time.
    onLog(level, log, handle) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      handle(level, log)
    },
  })
  await bundle.write({ dir: WORK, format: 'esm', chunkFileNames: '[name].js', cleanDir: true, comments: { legal: false } })
  await bundle.close()
  // Tells ncc to emit CommonJS.
  await writeFile(`${WORK}/package.json`, '{}')
}

interface Packaged {
  readonly code: string
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
}

async function pack(): Promise<void> {
  const require = createRequire(import.meta.url)
  const ncc = require('@vercel/ncc') as (input: string, options: object) => Promise<Packaged>
  const { code, assets } = await ncc(`${process.cwd()}/${WORK}/index.js`, { cache: false, quiet: true, minify: false })
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  await writeFile(`${OUT}/index.js`, code)
  for (const [name, { source }] of Object.entries(assets)) await writeFile(`${OUT}/${name}`, source)
  await writeFile(`${OUT}/package.json`, '{ "type": "commonjs" }\n')
}

await shake()
await pack()
console.log(`${OUT}: ${(await readdir(OUT)).join(', ')}`)
