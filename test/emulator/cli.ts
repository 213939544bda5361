import { readOptions, USAGE } from './cli-options.ts'
import { startEmulator } from './emulator.ts'

try {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(0))
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') process.stdout.write(USAGE)
  else process.stdout.write(`${JSON.stringify({ url: (await startEmulator(options)).url })}\n`)
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`emulator: ${message.split('\n')[0]}\n`)
  process.exitCode = 2
}
