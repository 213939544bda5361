import { error } from '@actions/core'
import { systemClock } from './clock.ts'
import { asFailure, Stopped, unexpected } from './failure.ts'
import { main } from './main.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
// Milliseconds: for the reader of the output, a runner that is behind; for it after a cancellation, of whose 10 s the work takes 7;
// and for handles to close by themselves.
const LONGEST_READING = 30_000
const LAST_MOMENT = 2_000
const GRACE = 200

// Whatever ends the process before the outputs are written must not look like success.
process.exitCode = 1
const stop = new AbortController()
// The runner sends SIGINT when a run is cancelled, SIGTERM 7.5 s later, and kills after another 2.5 s.
for (const signal of SIGNALS) {
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
  .finally(end)

// A name look-up or a half-open connection can keep the process alive: it is ended, but not before the reader has taken
// what was written. Node writes to a pipe without waiting for the reader, and drops the rest when the process exits.
async function end(): Promise<void> {
  const exit = () => process.exit()
  const endSoon = () => systemClock.after(LAST_MOMENT, exit)
  for (const signal of SIGNALS) process.on(signal, endSoon)
  if (stop.signal.reason instanceof Stopped && stop.signal.reason.reason === 'cancelled') endSoon()
  systemClock.after(LONGEST_READING, exit)
  await Promise.all([process.stdout, process.stderr].map(taken))
  systemClock.after(GRACE, exit)
}

/** Resolves when the reader has taken all that was written so far, or is gone. */
function taken(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
