import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setOutput } from '@actions/core'
import type { Failure } from '../failure.ts'
import { asInputs, type LiveMapping } from '../mappings/mapping.ts'
import type { Access, Known, Outcome } from '../operations/operation.ts'
import type { Environment } from './input-reader.ts'
import type { Log } from './log.ts'
import { inert, oneLine } from './safe-text.ts'
import type { Secrets } from './secrets.ts'

/** Every output of the action, in the order of `action.yml`. */
export const OUTPUT_NAMES = [
  'mapping-id',
  'account-uuid',
  'account-identifier',
  'arn-pattern',
  'mapping',
  'mappings',
  'mappings-file',
  'count',
  'result',
  'changed',
  'verified',
  'org-uuid',
  'bearer-token',
  'expires-at',
  'intake-api-key',
  'failure-reason',
  'error-message',
] as const

/** The name of an output. */
export type OutputName = (typeof OUTPUT_NAMES)[number]

// A larger variable cannot be passed to a process on Linux (128 KiB with its name), which is how steps read outputs.
const LARGEST_OUTPUT = 100 * 1024

/** Sets the outputs of a step that did what it was asked for. */
export function setOutcome(outcome: Outcome, env: Environment, secrets: Secrets, log: Log): void {
  const outputs = new Outputs(env, secrets, log)
  outputs.known(outcome)
  outputs.set('result', outcome.result)
  if (outcome.changed !== undefined) outputs.set('changed', String(outcome.changed))
  if (outcome.access !== undefined) outputs.access(outcome.access)
  outputs.warnOfMasked()
}

/** Sets the outputs of a failed step: why it failed, and what is known all the same. */
export function setFailure(failure: Failure, known: Known, env: Environment, secrets: Secrets, log: Log): void {
  const outputs = new Outputs(env, secrets, log)
  outputs.known(known)
  outputs.set('result', failure.reason === 'not-verified' ? 'unverified' : 'failed')
  outputs.set('failure-reason', failure.reason)
  const lines = failure.message.split('\n').map((line) => inert(oneLine(line)))
  outputs.set('error-message', lines.join('\n'))
  outputs.warnOfMasked()
}

class Outputs {
  readonly #env: Environment
  readonly #secrets: Secrets
  readonly #log: Log
  readonly #masked: string[] = []

  constructor(env: Environment, secrets: Secrets, log: Log) {
    this.#env = env
    this.#secrets = secrets
    this.#log = log
  }

  set(name: OutputName, value: string): void {
    const redacted = this.#secrets.redact(value)
    if (redacted !== value) this.#masked.push(name)
    setOutput(name, redacted)
  }

  // What a later step is to log in with has to be written as it is; it is masked, and so stays within the job.
  access({ bearerToken, expiresAt, intakeApiKey }: Access): void {
    if (bearerToken !== undefined) setOutput('bearer-token', bearerToken)
    if (expiresAt !== undefined) setOutput('expires-at', expiresAt)
    if (intakeApiKey !== undefined) setOutput('intake-api-key', intakeApiKey)
  }

  known({ mapping, mappings, verification }: Known): void {
    if (mapping !== undefined) {
      if (mapping.id !== undefined) this.set('mapping-id', mapping.id)
      if (mapping.accountUuid !== undefined) this.set('account-uuid', oneLine(mapping.accountUuid))
      if (mapping.accountIdentifier !== undefined) this.set('account-identifier', oneLine(mapping.accountIdentifier))
      if (mapping.arnPattern !== undefined) this.set('arn-pattern', oneLine(mapping.arnPattern))
      const json = jsonOf(asInputs(mapping))
      if (Buffer.byteLength(json) <= LARGEST_OUTPUT) this.set('mapping', json)
    }
    if (mappings !== undefined) this.#setMappings(mappings)
    if (verification !== undefined) {
      const { verified, accountUuid, orgUuid } = verification
      this.set('verified', String(verified))
      if (accountUuid !== undefined) this.set('account-uuid', oneLine(accountUuid))
      if (orgUuid !== undefined) this.set('org-uuid', oneLine(orgUuid))
    }
  }

  #setMappings(mappings: readonly LiveMapping[]): void {
    const json = jsonOf(mappings.map(asInputs))
    const large = Buffer.byteLength(json) > LARGEST_OUTPUT
    this.set('count', String(mappings.length))
    this.set('mappings', large ? '' : json)
    if (!large) return
    const folder = this.#env['RUNNER_TEMP']
    if (!folder) {
      this.#log.warning('The mappings are too many for an output, and RUNNER_TEMP is not set, so no file holds them.')
      return
    }
    const file = join(folder, `datadog-mappings-${randomUUID()}.json`)
    writeFileSync(file, `${this.#secrets.redact(json)}\n`, { mode: 0o600 })
    setOutput('mappings-file', file)
  }

  // The runner drops a job output that contains a masked value, without a word that a user would see.
  warnOfMasked(): void {
    if (this.#masked.length === 0) return
    const names = this.#masked.join(', ')
    this.#log.warning(
      `The value of a secret stands in ${names}, so *** is written in its place and GitHub does not pass it to other jobs. Pass mapping-id or account-uuid on, or do not store that value as a secret.`,
    )
  }
}

// `##[` would be executed by the runner if a later step printed it; in JSON it can be spelled otherwise.
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('##[', '#\\u0023[')
}
