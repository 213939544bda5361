import { getInput } from '@actions/core'
import type { Checked } from '../mappings/checked.ts'
import { nearest } from '../mappings/nearest.ts'
import type { OperationName } from '../operations/operation.ts'
import type { InputName } from './input-table.ts'

/** Environment variables, as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What is read when an input and its environment variables are empty. */
export const DEFAULTS = {
  kind: 'aws-persona',
  site: 'datadoghq.com',
  auth: 'auto',
  'rewrite-role-arn': 'true',
  'login-as': 'persona',
  wait: '600',
  'if-missing': 'fail',
  'dry-run': 'false',
  file: '.github/datadog-mappings.yml',
  prune: 'false',
  'max-deletes': '5',
  'auto-approve': 'false',
  comment: 'false',
  timeout: '300',
  retries: '4',
  summary: 'true',
} as const satisfies Partial<Record<InputName, string>>

/** The environment variables that stand in for an empty input, first one first: those of Datadog's own tools, and GitHub's. */
export const FALLBACKS = {
  site: ['DD_SITE'],
  'api-key': ['DD_API_KEY', 'DATADOG_API_KEY'],
  'app-key': ['DD_APP_KEY', 'DATADOG_APP_KEY'],
  'bearer-token': ['DD_BEARER_TOKEN'],
  'org-uuid': ['DD_ORG_UUID'],
  'github-token': ['GITHUB_TOKEN'],
} as const satisfies Partial<Record<InputName, readonly string[]>>

/** The defaults of `timeout` for operations that wait for others. */
export const LONG_TIMEOUTS: Partial<Record<OperationName, string>> = { verify: '900', apply: '900' }

// No value that Datadog or this action takes is longer; a longer one is not quoted in a message either.
const LONGEST_VALUE = 65_536

/** Reads one input after the other and collects what is wrong with them, so that all mistakes of a step are told at once. */
export class InputReader {
  readonly problems: string[] = []
  readonly warnings: string[] = []
  readonly notices: string[] = []

  /** The trimmed text of an input, or its default; empty when neither is given. */
  text(name: InputName): string {
    const given = getInput(name)
    if (given.length > LONGEST_VALUE) {
      this.problem(name, `the value has ${given.length} characters; at most ${LONGEST_VALUE} make sense here.`)
      return ''
    }
    const defaults: Partial<Record<InputName, string>> = DEFAULTS
    return given || (defaults[name] ?? '')
  }

  /** The value of an input that takes one of a few words, the first one when it is empty; a wrong one is a problem. */
  choice<const T extends string>(name: InputName, choices: readonly [T, ...T[]]): T {
    const given = this.text(name)
    const found = choices.find((choice) => choice === given.toLowerCase())
    if (found !== undefined) return found
    if (given === '' && name !== 'operation') return choices[0]
    const close = nearest(given, choices)
    const meant = close === undefined ? '' : ` Did you mean ${close}?`
    this.problem(
      name,
      given === ''
        ? `is missing. Set it to one of ${choices.join(', ')}.`
        : `${quoted(given)} is not one of ${choices.join(', ')}.${meant}`,
    )
    return choices.find((choice) => choice === close) ?? choices[0]
  }

  /** The value of an input that takes a whole or decimal number within bounds, both included. */
  number(name: InputName, bounds: { min: number; max: number; whole: boolean; unit: string }): number {
    const given = this.text(name)
    const value = /^\d{1,9}(\.\d{1,3})?$/.test(given) ? Number(given) : Number.NaN
    if (value >= bounds.min && value <= bounds.max && (!bounds.whole || Number.isInteger(value))) return value
    this.problem(
      name,
      `${quoted(given)} is not ${bounds.whole ? 'a whole number' : 'a number'} of ${bounds.unit} from ${bounds.min} to ${bounds.max}.`,
    )
    return bounds.min
  }

  /** The value of a checked input; a problem is collected and gives undefined. */
  checked<T>(name: InputName, result: Checked<T>): T | undefined {
    if ('problem' in result) {
      this.problem(name, result.problem)
      return undefined
    }
    for (const warning of result.warnings) this.warnings.push(`${name}: ${warning}`)
    return result.value
  }

  /** Collects a problem with an input. */
  problem(name: InputName, text: string): void {
    this.problems.push(`${name}: ${text}`)
  }
}

/** The text in quotation marks, as messages show what was given. */
export function quoted(text: string): string {
  return text.length > 300 ? `the given text of ${text.length} characters` : `"${text}"`
}
