import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setOutput } from '@actions/core'
import { asInputs, type LiveMapping } from '../mappings/mapping.ts'
import type { Access, Known } from '../operations/operation.ts'
import type { Environment } from './input-reader.ts'
import type { Log } from './log.ts'
import { oneLine } from './safe-text.ts'
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
  'has-changes',
  'changes-count',
  'changes-summary',
  'plan',
  'plan-file',
  'plan-digest',
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
/** The largest text in bytes that a later step can read from an output. */
export const LARGEST_OUTPUT = 100 * 1024

/** Sets outputs; what holds a secret is written without it, and told at the end. */
export class Outputs {
  readonly #env: Environment
  readonly #secrets: Secrets
  readonly #log: Log
  readonly #masked: string[] = []

  constructor(env: Environment, secrets: Secrets, log: Log) {
    this.#env = env
    this.#secrets = secrets
    this.#log = log
  }

  /** Sets an output of this step. */
  set(name: OutputName, value: string): void {
    const redacted = this.#secrets.redact(value)
    if (redacted !== value) this.#masked.push(name)
    setOutput(name, redacted)
  }

  /** Empties outputs that an earlier line of this step has set. */
  clear(names: readonly OutputName[]): void {
    for (const name of names) setOutput(name, '')
  }

  /** The text as it may be written. */
  redact(text: string): string {
    return this.#secrets.redact(text)
  }

  /** Sets what a later step is to log in with, as it is; it is masked, and so stays within the job. */
  access({ bearerToken, expiresAt, intakeApiKey }: Access): void {
    if (bearerToken !== undefined) setOutput('bearer-token', bearerToken)
    if (expiresAt !== undefined) setOutput('expires-at', expiresAt)
    if (intakeApiKey !== undefined) setOutput('intake-api-key', intakeApiKey)
  }

  /** Sets the outputs about mappings, and about what was found out of the job. */
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

  /** Warns of outputs with a masked value: the runner drops them between jobs without a word that a user would see. */
  warnOfMasked(): void {
    if (this.#masked.length === 0) return
    const names = this.#masked.join(', ')
    this.#log.warning(
      `The value of a secret stands in ${names}, so *** is written in its place and GitHub does not pass it to other jobs. Pass mapping-id or account-uuid on, or do not store that value as a secret.`,
    )
  }
}

/** The value as JSON in which the runner finds nothing to execute when a later step prints it: `##[` is spelled otherwise. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('##[', '#\\u0023[')
}
