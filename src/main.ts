import { setTimeout as sleep } from 'node:timers/promises'
import { getInput } from '@actions/core'
import type { Environment } from './action/input-reader.ts'
import { readStep, type Step } from './action/inputs.ts'
import { createLog, type Log } from './action/log.ts'
import { setFailure, setOutcome } from './action/outputs.ts'
import { Secrets } from './action/secrets.ts'
import { writeFailure, writeOutcome } from './action/summary.ts'
import { Client } from './datadog/client.ts'
import { authorization } from './datadog/credentials.ts'
import { proxyFor } from './datadog/proxy.ts'
import type { Clock, Session } from './datadog/session.ts'
import { createTransport } from './datadog/transport.ts'
import { asFailure, Failure } from './failure.ts'
import { describe, KINDS } from './mappings/kinds.ts'
import { Conflict } from './operations/create.ts'
import { operate } from './operations/operate.ts'
import type { Known, Outcome, Request } from './operations/operation.ts'
import { VERSION } from './version.ts'

/**
 * Runs the step: reads the inputs, asks Datadog, reports; true when it did what it was asked for. A failure is reported, not
 * thrown. The step ends when `stop` is aborted, whose reason is then told, and aborts it itself at the deadline.
 */
export async function main(env: Environment, stop: AbortController): Promise<boolean> {
  const secrets = new Secrets()
  const log = createLog(secrets)
  let step: Step | undefined
  try {
    step = await readStep(env, secrets)
    for (const warning of step.warnings) log.warning(warning)
    if (step.notices.length > 0) log.notice(step.notices.join('\n'))
    const session = await connect(step, { env, stop, secrets, log })
    const outcome = await operate(new Client(session), step.request).finally(() => session.transport.close())
    logOutcome(outcome, step.request, log)
    setOutcome(outcome, env, secrets, log)
    if (step.summary) await writeOutcome(outcome, step.request, env, secrets, log)
    return true
  } catch (thrown) {
    const failure = asFailure(thrown)
    log.error(failure.message)
    if (env['RUNNER_DEBUG'] === '1') logCauses(failure, log)
    setFailure(failure, knownAfter(thrown, step?.request), env, secrets, log)
    if (step?.summary ?? getInput('summary').toLowerCase() !== 'false') await writeFailure(failure, env, secrets, log)
    return false
  }
}

interface Edge {
  readonly env: Environment
  readonly stop: AbortController
  readonly secrets: Secrets
  readonly log: Log
}

async function connect(step: Step, { env, stop, secrets, log }: Edge): Promise<Session> {
  const milliseconds = step.timeoutSeconds * 1000
  const timer = setTimeout(
    () => stop.abort(new Failure('timeout', `the deadline of ${step.timeoutSeconds} s passed`)),
    milliseconds,
  )
  timer.unref()
  const proxy = proxyFor(step.origin, env)
  if ('problem' in proxy) throw new Failure('invalid-input', proxy.problem, { advice: '' })
  if (proxy.value !== undefined)
    for (const part of [proxy.value.password, decodeURIComponent(proxy.value.password)]) secrets.add(part)
  const through = proxy.value === undefined ? '' : `, through the proxy ${proxy.value.host}`
  log.line(
    `Asking ${step.site?.name ?? step.origin} with ${step.credentials.type === 'keys' ? 'API key and application key' : 'a bearer token'}${through}.`,
  )
  return {
    transport: await createTransport(step.origin, proxy.value),
    origin: step.origin,
    server: 'Datadog',
    headers: {
      ...authorization(step.credentials),
      accept: 'application/json',
      // undici can end the process on a large compressed answer whose connection closes.
      'accept-encoding': 'identity',
      'user-agent': `datadog-mappings/${VERSION} (node ${process.versions.node}; os ${process.platform}; arch ${process.arch})`,
      'x-datadog-managed-by': 'iac',
    },
    clock: CLOCK,
    deadline: CLOCK.now() + milliseconds,
    signal: stop.signal,
    retries: step.retries,
    say: log.line,
    debug: log.debug,
    quote: (text) => log.quote(text),
  }
}

const CLOCK: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
  random: Math.random,
}

function logOutcome(outcome: Outcome, request: Request, log: Log): void {
  const { mappings, sentence, details = [] } = outcome
  if (mappings === undefined || mappings.length === 0) log.line(sentence)
  else
    log.group(
      sentence,
      mappings.map((mapping) => `${mapping.id}  ${describe(KINDS[request.kind], mapping)}`),
    )
  for (const detail of details) log.line(detail)
}

function logCauses(failure: Failure, log: Log): void {
  for (let error: unknown = failure; error instanceof Error; error = error.cause)
    log.debug(error.stack ?? error.message)
}

function knownAfter(thrown: unknown, request: Request | undefined): Known {
  if (thrown instanceof Conflict) return { mapping: thrown.holder }
  if (request === undefined) return {}
  return { mapping: { ...request.attributes, ...(request.mappingId !== undefined && { id: request.mappingId }) } }
}
