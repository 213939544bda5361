import { error } from '@actions/core'
import { systemClock } from './clock.ts'
import { asFailure, Stopped, unexpected } from './failure.ts'
import { main } from './main.ts'

// Whatever ends the process before the outputs are written must not look like success.
process.exitCode = 1
const stop = new AbortController()
// The runner sends SIGINT when a run is cancelled, SIGTERM 7.5 s later, and kills after another 2.5 s.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stop.abort(new Stopped('cancelled', 'the run was cancelled')))
}
// A parser or socket can fail outside of any promise; the step then ends as if it had failed itself.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (thrown) => stop.abort(unexpected(thrown)))
}
// Without this, a connection that vanishes would end the process in the middle, without outputs.
process.on('beforeExit', () => stop.abort(new Stopped('internal', 'the event loop ran empty')))

main(process.env, stop, systemClock)
  .then((succeeded) => {
    if (succeeded) process.exitCode = 0
  })
  // Only the reporting itself can fail here; one line says why.
  .catch((thrown) =>
    error(`Could not write the result of the step. ${asFailure(thrown).sentence.replace(/[\r\n]+/g, ' ')}`),
  )
  // A name look-up or a half-open connection can keep the process alive; all outputs are written by now.
  .finally(() => systemClock.after(200, () => process.exit()))
