import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../failure.ts'
import type { LiveMapping } from '../../mappings/mapping.ts'
import { toJson } from '../../mappings/mapping-json.ts'
import { visible, visibleJson } from '../../mappings/visible.ts'
import type { Access, Known } from '../../operations/outcome.ts'
import type { Environment } from '../inputs/input-reader.ts'
import type { Secrets } from '../secrets.ts'
import type { Log } from './log.ts'
import { inert, oneLine } from './safe-text.ts'

/** Every output of the action by group, in the order of `action.yml` and the README, which name the groups the same. */
export const OUTPUT_GROUPS = {
  Mappings: [
    'mapping-id',
    'account-uuid',
    'account-identifier',
    'arn-pattern',
    'mapping',
    'mappings',
    'mappings-file',
    'count',
  ],
  Result: ['result', 'changed', 'failure-reason', 'error-message'],
  Plan: [
    'has-changes',
    'changes-count',
    'changes-summary',
    'plan',
    'plan-file',
    'plan-digest',
    'unmanaged-count',
    'drifted',
  ],
  'Audit, export and reports': ['findings', 'findings-count', 'unchecked-count', 'file', 'report-file'],
  'Organization and credentials': ['org-uuid', 'org-name', 'verified', 'bearer-token', 'expires-at', 'intake-api-key'],
} as const

/** The outputs about one mapping. */
export const MAPPING_OUTPUTS = ['mapping-id', 'account-uuid', 'account-identifier', 'arn-pattern', 'mapping'] as const

/** The name of an output. */
export type OutputName = (typeof OUTPUT_GROUPS)[keyof typeof OUTPUT_GROUPS][number]

/** The outputs that are the path of a file. */
export type FileOutput = 'mappings-file' | 'plan-file' | 'report-file'

// A larger variable cannot be passed to a process on Linux (128 KiB with its name), which is how steps read outputs.
const LARGEST_OUTPUT = 100 * 1024

/** Sets outputs, which `write` writes; an output with a secret is written without it, with a warning at the end. */
export class Outputs {
  readonly #env: Environment
  readonly #secrets: Secrets
  readonly #log: Log
  readonly #masked = new Set<OutputName>()
  #unwritten = ''
  /** Whether it has been said that files cannot be written. */
  #lacksFolder = false

  constructor(env: Environment, secrets: Secrets, log: Log) {
    this.#env = env
    this.#secrets = secrets
    this.#log = log
  }

  /** Sets an output of this step; to nothing when a later step could not read that much. */
  set(name: OutputName, value: string): void {
    const text = inert(value)
    const redacted = fits(text) ? this.#secrets.redact(text) : ''
    if (fits(text) && redacted !== text) this.#masked.add(name)
    this.#put(name, fits(redacted) ? redacted : '')
  }

  /** The value as the JSON of an output: without secrets, and with nothing that the runner executes when a later step prints it. */
  json(name: OutputName, value: unknown): string {
    let json = JSON.stringify(value)
    // To search all texts at once is ten times as fast. JSON without an escape has them as they are.
    if (this.#secrets.areIn(json.includes('\\') ? textsIn(value).join(' | ') : json)) {
      this.#masked.add(name)
      // Secrets are removed from the values and not from the JSON, which hides some of them and would not always be JSON any more.
      json = JSON.stringify(eachText(value, (text) => this.#secrets.redact(text)))
    }
    return visibleJson(json).replaceAll('##[', '#\\u0023[')
  }

  /** Sets an output to the JSON of an object with a version and lists; what turns out too large for an output is not made in full. */
  setLists(name: OutputName, version: number, lists: Readonly<Record<string, Iterable<unknown>>>): void {
    const parts = [`{"version":${version}`]
    let size = 0
    for (const [member, items] of Object.entries(lists)) {
      let start = `,"${member}":[`
      for (const item of items) {
        const part = start + this.json(name, item)
        size += Buffer.byteLength(part)
        if (size > LARGEST_OUTPUT) {
          this.#masked.delete(name)
          this.clear([name])
          return
        }
        parts.push(part)
        start = ','
      }
      parts.push(start === ',' ? ']' : `${start}]`)
    }
    this.set(name, `${parts.join('')}}`)
  }

  /** Empties outputs that an earlier line of this step has set. */
  clear(names: readonly OutputName[]): void {
    for (const name of names) this.#put(name, '')
  }

  /** Sets what a later step is to log in with, as it is; it is masked, and so stays within the job. */
  access({ bearerToken, expiresAt, intakeApiKey }: Access): void {
    if (bearerToken !== undefined) this.#put('bearer-token', bearerToken)
    if (expiresAt !== undefined) this.#put('expires-at', expiresAt)
    if (intakeApiKey !== undefined) this.#put('intake-api-key', intakeApiKey)
  }

  /** Sets the outputs about mappings, and about what was found out of the job. */
  known({ mapping, mappings, verification }: Known): void {
    if (mapping !== undefined) {
      if (mapping.id !== undefined) this.set('mapping-id', mapping.id)
      if (mapping.accountUuid !== undefined) this.set('account-uuid', visible(mapping.accountUuid))
      if (mapping.accountIdentifier !== undefined) this.set('account-identifier', visible(mapping.accountIdentifier))
      if (mapping.arnPattern !== undefined) this.set('arn-pattern', visible(mapping.arnPattern))
      // What was only wanted is no mapping; what Datadog has answered with has a kind.
      if (mapping.id !== undefined && mapping.kind !== undefined)
        this.set('mapping', this.json('mapping', toJson(mapping)))
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
    const json = this.json('mappings', mappings.map(toJson))
    this.set('count', String(mappings.length))
    this.set('mappings', json)
    if (fits(json)) return
    this.setFile('mappings-file', 'datadog-mappings', json)
  }

  /** Writes a file where later steps and artifacts find it, and sets an output to its path; when that fails, it warns. */
  setFile(name: FileOutput, start: string, text: string): void {
    const folder = this.#env['RUNNER_TEMP']
    if (!folder) {
      if (!this.#lacksFolder)
        this.#log.warning(`RUNNER_TEMP is not set, so there is no file for the output ${name}, which is empty.`)
      this.#lacksFolder = true
      return
    }
    const file = join(folder, `${start}-${crypto.randomUUID()}.${name === 'report-file' ? 'md' : 'json'}`)
    try {
      writeFileSync(file, `${text}\n`, { mode: 0o600 })
      this.#put(name, file)
    } catch (error) {
      if (!this.#lacksFolder)
        this.#log.warning(`The file for the output ${name}, which is empty, could not be written: ${reasonOf(error)}.`)
      this.#lacksFolder = true
    }
  }

  // The documented form of the file (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands): later
  // lines count. setOutput of @actions/core opens the file for each output and loads node:crypto for a delimiter that one line
  // does not need: 3 ms of a step of 60.
  #put(name: OutputName, value: string): void {
    if (!/[\r\n]/.test(value)) this.#unwritten += `${name}=${value}\n`
    else {
      const delimiter = `end-${crypto.randomUUID()}`
      this.#unwritten += `${name}<<${delimiter}\n${value}\n${delimiter}\n`
    }
  }

  /**
   * Writes what was set since the last time.
   * @throws Failure
   */
  write(): void {
    const file = this.#env['GITHUB_OUTPUT']
    const lines = this.#unwritten
    this.#unwritten = ''
    if (!file) return
    try {
      appendFileSync(file, lines)
    } catch (error) {
      throw new Failure(
        'internal',
        `The outputs of the step could not be written to GITHUB_OUTPUT: ${reasonOf(error)}. The log above shows what the step did in Datadog.`,
        { advice: 'Check the disk and the permissions of the runner.', cause: error },
      )
    }
  }

  /** Warns of outputs with a masked value: the runner drops them between jobs without telling the user. */
  warnOfMasked(): void {
    if (this.#masked.size === 0) return
    const names = [...this.#masked].join(', ')
    this.#log.warning(
      `These outputs contain the value of a secret: ${names}. It is written as ***, and GitHub does not pass them to other jobs. Pass mapping-id or account-uuid on, or do not store that value as a secret.`,
    )
  }
}

function fits(value: string): boolean {
  return Buffer.byteLength(value) <= LARGEST_OUTPUT
}

function textsIn(value: unknown): string[] {
  const texts: string[] = []
  eachText(value, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => eachText(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [change(name), eachText(member, change)]))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
