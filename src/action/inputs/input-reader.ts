import { setImmediate } from 'node:timers/promises'
import { systemClock } from '../../clock.ts'
import { type Checked, type Checking, startChecking } from '../../mappings/checked.ts'
import type { Remark } from '../../mappings/file/mistakes.ts'
import { meantOf } from '../../mappings/nearest.ts'
import { type Choice, type ChoiceName, INPUTS, type InputName, inputRow } from './input-table.ts'

/** Environment variables, as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What is wrong, in one sentence that names its source; and the input, when it is one alone. */
export interface InputProblem {
  readonly input?: InputName
  readonly text: string
}

/** Something to say about a place in a file of the workspace, for an annotation that shows in the diff. */
export interface FileRemark extends Remark {
  readonly level: 'error' | 'warning'
  /** The path in the workspace. */
  readonly file: string
}

// No value that Datadog or this action takes is longer; a longer one is not quoted in a message either.
const LONGEST_VALUE = 65_536

/**
 * Reads the inputs of the step from its environment, the only place that they come from, and collects what is wrong with them, so
 * that all mistakes of a step are reported at once.
 */
export class InputReader {
  readonly env: Environment
  readonly problems: InputProblem[] = []
  readonly warnings: string[] = []
  readonly notices: string[] = []
  readonly remarks: FileRemark[] = []
  /** What all checks of the step share. */
  readonly checking: Checking

  constructor(env: Environment, signal = new AbortController().signal) {
    this.env = env
    this.checking = startChecking(breather(signal))
  }

  /** An input exactly as the runner passes it on; empty when it is not given. */
  raw(name: InputName): string {
    // The runner's rule: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
    return this.env[`INPUT_${name.toUpperCase()}`] ?? ''
  }

  /** The trimmed text of an input; empty when it is not given. */
  given(name: InputName): string {
    return this.raw(name).trim()
  }

  /** The first environment variable of an input that has a value, and that value, untrimmed. */
  variable(name: InputName): { readonly name: string; readonly value: string } | undefined {
    for (const variable of inputRow(name).env ?? []) {
      const value = this.env[variable] ?? ''
      if (value.trim() !== '') return { name: variable, value }
    }
    return undefined
  }

  /** The trimmed text of an input, or its default; empty when neither is there. A text that is too long is a problem. */
  text(name: InputName): string {
    const given = this.given(name)
    if (given.length > LONGEST_VALUE) {
      this.problem(name, `the value has ${given.length} characters; at most ${LONGEST_VALUE} are allowed.`)
      return ''
    }
    return given || (inputRow(name).default ?? '')
  }

  /** One of the words that the table has for an input, the first of them when it is empty; another text is a problem. */
  choice<N extends ChoiceName>(name: N): Choice<N> {
    return this.oneOf<Choice<N>>(name, INPUTS[name].choices)
  }

  /** Whether an input that takes `true` and `false` is true. */
  flag(name: ChoiceName): boolean {
    return this.choice(name) === 'true'
  }

  /** One of some words, the first one when the input is empty; another text, or none where one is required, is a problem. */
  oneOf<T extends string>(name: InputName, choices: readonly T[], required = false): T {
    const [first] = choices
    if (first === undefined) throw new Error(`no choices for ${name}`)
    const given = this.text(name)
    const found = choices.find((choice) => choice === given.toLowerCase())
    if (found !== undefined) return found
    if (given === '' && !required) return first
    const close = meantOf(given, choices)
    const meant = close === undefined ? '' : ` Did you mean ${close}?`
    this.problem(
      name,
      given === ''
        ? `is missing. Set it to one of ${choices.join(', ')}.`
        : `${quoted(given)} is not one of ${choices.join(', ')}.${meant}`,
    )
    return choices.find((choice) => choice === close) ?? first
  }

  /** A whole or decimal number within bounds, both included; anything else is a problem. */
  number(name: InputName, bounds: { min: number; max: number; whole: boolean; unit: string }): number {
    const given = this.text(name)
    const value = /^\d{1,9}(\.\d{1,3})?$/.test(given) ? Number(given) : Number.NaN
    if (value >= bounds.min && value <= bounds.max && (!bounds.whole || Number.isInteger(value))) return value
    this.problem(
      name,
      `${quoted(given)} is not ${bounds.whole ? 'a whole number' : 'a number'} of ${bounds.unit} from ${bounds.min} to ${bounds.max}. Write it in digits, without a unit.`,
    )
    return bounds.min
  }

  /** Ids of mappings, separated by spaces or commas; a text that is no id is a problem. */
  ids(name: InputName): string[] {
    const ids = this.text(name)
      .split(/[\s,]+/)
      .filter((id) => id !== '')
    const wrong = ids.find((id) => !/^[A-Za-z0-9_-]{1,128}$/.test(id) || NO_IDS.test(id))
    if (wrong !== undefined)
      this.problem(
        name,
        `${quoted(wrong)} is not an id of a mapping. Give the ids that the guard's message names, separated by spaces or commas.`,
      )
    return ids
  }

  /** The value of a checked input, with its warnings and notices collected; a problem is collected and gives undefined. */
  checked<T>(name: InputName, result: Checked<T>): T | undefined {
    if ('problem' in result) {
      this.problem(name, result.problem)
      return undefined
    }
    for (const warning of result.warnings) this.warnings.push(`${name}: ${warning}`)
    for (const notice of result.notices ?? []) this.notices.push(`${name}: ${notice}`)
    return result.value
  }

  /** Collects a problem with an input, in words that follow its name and a colon. */
  problem(name: InputName, text: string): void {
    this.problems.push({ input: name, text: `${name}: ${text}` })
  }

  /** Collects a problem that is not about one input alone, as a sentence. */
  otherProblem(text: string): void {
    this.problems.push({ text })
  }

  /** Whether a problem with an input has been collected. */
  hasProblem(name: InputName): boolean {
    return this.problems.some(({ input }) => input === name)
  }
}

// What people write when they mistake an input of ids for a switch.
const NO_IDS = /^(?:true|false|yes|no|on|off|all|none)$/i

// The event loop hears timers and signals between two pieces of work of this many milliseconds.
const LONGEST_BREATH = 20

function breather(signal: AbortSignal): () => Promise<void> {
  let last = systemClock.now()
  return async () => {
    signal.throwIfAborted()
    if (systemClock.now() - last < LONGEST_BREATH) return
    await setImmediate()
    last = systemClock.now()
    signal.throwIfAborted()
  }
}

/** The text in quotation marks, as messages show what was given. */
export function quoted(text: string): string {
  return text.length > 300 ? `the given text of ${text.length} characters` : `"${text}"`
}
