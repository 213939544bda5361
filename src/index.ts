import { error } from '@actions/core'
import { asFailure, Failure } from './failure.ts'
import { main } from './main.ts'

// Whatever ends the process before the outputs are written must not look like success.
process.exitCode = 1
const stop = new AbortController()
// The runner sends SIGINT when a run is cancelled, SIGTERM 7.5 s later, and kills after another 2.5 s.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stop.abort(new Failure('cancelled', 'the run was cancelled')))
}
// A parser or socket can fail outside of any promise; the step then ends as if it had failed itself.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (thrown) => stop.abort(asFailure(thrown)))
}
// A connection that is lost without a word would otherwise end the process in the middle, without outputs.
process.on('beforeExit', () => stop.abort(new Failure('internal', 'nothing was left to wait for')))

main(process.env, stop)
  .then((succeeded) => {
    if (succeeded) process.exitCode = 0
  })
  // Only the reporting itself can fail here, and what it failed on is not worth a stack trace.
  .catch((thrown) =>
    error(`The result of the step could not be written. ${asFailure(thrown).sentence.replace(/[\r\n]+/g, ' ')}`),
  )
  // A look-up of a name or a half-open connection cannot be ended otherwise; everything has been written by now.
  .finally(() => setTimeout(() => process.exit(), 200).unref())
