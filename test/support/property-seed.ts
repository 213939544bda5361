// Property tests draw the same cases on every machine, so that a run says what the change did and not what luck did.
// FAST_CHECK_SEED draws others: `FAST_CHECK_SEED=$RANDOM npm test`. A failure prints the seed that repeats it.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 1) })
