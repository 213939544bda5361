import type { Environment } from './action/inputs/input-reader.ts'
import { provisionalTimeout, readStep, type Step } from './action/inputs/read-step.ts'
import { createLog, type Log } from './action/report/log.ts'
import { Report } from './action/report/report.ts'
import { Secrets } from './action/secrets.ts'
import type { Clock } from './clock.ts'
import { connect, type Edge, endAfter } from './connection.ts'
import { Client } from './datadog/client.ts'
import { newMemory, type StepMemory } from './datadog/step-memory.ts'
import { expectManyAnswers } from './datadog/transport.ts'
import { asFailure } from './failure.ts'
import type { Job } from './identity/job.ts'
import { counted } from './mappings/counted.ts'
import type { Journal } from './operations/context.ts'
import { operate } from './operations/operate.ts'
import type { Outcome } from './operations/outcome.ts'
import { filesText, isOfAllKinds, type OperationName, type Request } from './operations/request.ts'

/**
 * Runs the step: reads the inputs, asks Datadog, reports; true when it did what it was asked for. A failure is reported, not
 * thrown. The step ends when `stop` is aborted, for its reason; at its deadline the step aborts `stop` itself.
 */
export async function main(env: Environment, stop: AbortController, clock: Clock): Promise<boolean> {
  const started = clock.now()
  const secrets = new Secrets()
  const log = createLog(secrets, env)
  const report = new Report(env, { secrets, log, signal: stop.signal, clock })
  let step: Step | undefined
  const memory = newMemory()
  // To read the inputs takes a part of the time that they give the step.
  const liftDeadline = endAfter(provisionalTimeout(env), stop, clock)
  try {
    step = await readStep(env, secrets, stop.signal, log.annotate)
    liftDeadline()
    for (const warning of step.warnings) log.warning(warning)
    for (const notice of step.notices) log.line(notice)
    await report.outcome(await carryOut(step, { env, stop, clock, secrets, log, started, memory }, report), step)
    return true
  } catch (thrown) {
    await report.failure(asFailure(thrown), step, memory.writes > 0)
    return false
  }
}

// These ask for the organization too, or ask again.
const MANY_ANSWERS: ReadonlySet<OperationName> = new Set(['export', 'plan', 'apply', 'audit', 'verify'])

async function carryOut(
  step: Step,
  edge: Edge & { readonly log: Log; readonly memory: StepMemory },
  journal: Journal,
): Promise<Outcome> {
  if (step.auth === undefined) return checkedOnly(step)
  if (MANY_ANSWERS.has(step.request.operation) || isOfAllKinds(step.request)) expectManyAnswers()
  const { session, job, close } = await connect({ ...step, ...step.auth }, edge)
  try {
    const request = await withClaims(step.request, job, edge.log)
    return await operate(request, { client: new Client(session, edge.memory), job, journal, place: step.place })
  } finally {
    close()
  }
}

// A run without secrets gets this far with a plan only.
function checkedOnly({ request, event }: Step): Outcome {
  const desired = request.operation === 'plan' ? request.desired : undefined
  const count = desired?.mappings.length ?? 0
  return {
    result: 'planned',
    sentence: `Checked ${filesText(desired?.paths ?? [])}: ${counted(count, 'mapping')}, no mistakes.`,
    details: [
      `This run ${event.withoutSecrets} and has no secrets, so nothing was compared with Datadog. A run with secrets, such as the one after the merge, makes the plan.`,
    ],
  }
}

async function withClaims(request: Request, job: Job, log: Log): Promise<Request> {
  if (!('claimsOfThisJob' in request) || !request.claimsOfThisJob) return request
  const { claimsToMap } = await import(/* webpackChunkName: "identity" */ './identity/job-caller.ts')
  const { value: claims, warnings } = await claimsToMap(job)
  for (const warning of warnings) log.warning(`claims: ${warning}`)
  return { ...request, attributes: { ...request.attributes, claims } }
}
