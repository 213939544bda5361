// `npm run bench`: how this action compares with the same steps made otherwise, and what many mappings cost; `--help` lists the options.
import { LIVE, measureOneCall } from './one-call.ts'
import { type Options, parseOptions, USAGE } from './options.ts'
import { asMarkdown, asTables, type Measurements, machineKind } from './report.ts'
import { measureScale, type Scale } from './scale.ts'
import { startServer } from './server-process.ts'
import { archiveSize, bundleSizes } from './sizes.ts'

async function measureAll({ rounds, sizes }: Options): Promise<Measurements> {
  const server = await startServer([0, 1, LIVE, ...sizes])
  try {
    const oneCall = await measureOneCall(server, { rounds })
    const scale: Scale[] = []
    for (const size of sizes) scale.push(await measureScale(server, size, Math.ceil(rounds / 3)))
    const date = new Date().toISOString().slice(0, 10)
    const archive = archiveSize()
    const bytes = { bundle: bundleSizes(), ...(archive !== undefined && { archive }) }
    return { date, machine: machineKind(), rounds, ...bytes, oneCall, scale }
  } finally {
    server.close()
  }
}

const FORMS = {
  table: asTables,
  json: (measured: Measurements) => JSON.stringify(measured, undefined, 2),
  markdown: asMarkdown,
}

if (process.argv.includes('--help')) console.log(USAGE)
else {
  try {
    const options = parseOptions(process.argv.slice(2))
    console.log(FORMS[options.form](await measureAll(options)))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
    process.exitCode = 1
  }
}
