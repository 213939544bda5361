import type { Environment } from './action/input-reader.ts'
import { readStep, type Step } from './action/inputs.ts'
import { createLog, type Log } from './action/log.ts'
import { Report } from './action/report.ts'
import { Secrets } from './action/secrets.ts'
import { connect, type Edge } from './connection.ts'
import { Client } from './datadog/client.ts'
import { asFailure } from './failure.ts'
import type { Job } from './identity/job.ts'
import type { Journal } from './operations/journal.ts'
import { operate } from './operations/operate.ts'
import type { Outcome, Request } from './operations/operation.ts'

/**
 * Runs the step: reads the inputs, asks Datadog, reports; true when it did what it was asked for. A failure is reported, not
 * thrown. The step ends when `stop` is aborted, whose reason is then told; at its deadline it aborts it itself.
 */
export async function main(env: Environment, stop: AbortController): Promise<boolean> {
  const secrets = new Secrets()
  const log = createLog(secrets)
  const report = new Report(env, secrets, log, stop.signal)
  let step: Step | undefined
  try {
    step = await readStep(env, secrets)
    for (const warning of step.warnings) log.warning(warning)
    if (step.notices.length > 0) log.notice(step.notices.join('\n'))
    await report.outcome(await carryOut(step, { env, stop, secrets, log }, report), step)
    return true
  } catch (thrown) {
    await report.failure(asFailure(thrown), step)
    return false
  }
}

async function carryOut(step: Step, edge: Edge & { readonly log: Log }, journal: Journal): Promise<Outcome> {
  if (step.auth === undefined) return checkedOnly(step)
  const { session, job } = await connect({ ...step, ...step.auth }, edge)
  try {
    const request = await complete(step.request, job, edge.log)
    return await operate(new Client(session), request, job, journal)
  } finally {
    session.transport.close()
  }
}

function checkedOnly({ request, event }: Step): Outcome {
  const count = request.desired?.mappings.length ?? 0
  return {
    result: 'planned',
    sentence: `Checked ${request.desired?.path}: ${count === 1 ? '1 mapping' : `${count} mappings`}, no mistakes.`,
    details: [
      `This run ${event.withoutSecrets} and has no secrets, so nothing was compared with Datadog. The plan is made when a maintainer runs it.`,
    ],
  }
}

async function complete(request: Request, job: Job, log: Log): Promise<Request> {
  const isComplete = !request.claimsOfThisJob && (request.operation !== 'match' || request.caller !== undefined)
  if (isComplete) return request
  const { completeRequest } = await import('./identity/complete-request.ts')
  const completed = await completeRequest(request, job)
  for (const warning of completed.warnings) log.warning(warning)
  return completed.request
}
