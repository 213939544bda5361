import { duration } from '../clock.ts'
import { Failure, type FailureReason } from '../failure.ts'

/** Why a request did not succeed, in the parts that a message is composed of. */
export interface Problem {
  readonly reason: FailureReason
  /** Completes "Could not …: "; no full stop. */
  readonly why: string
  /** The server's own words, fit for a message. */
  readonly said?: string
  /** What to do about it, when the catalogue's advice does not fit. */
  readonly advice?: string
  /** The milliseconds that the server asks to wait. */
  readonly asked?: number
}

/** What was tried: completes "Could not …"; and how often, where that matters. */
export interface Trial {
  readonly purpose: string
  readonly tries?: number
}

/** The failure of a request, with more sentences after the first one. */
export function failureOf({ purpose, tries = 1 }: Trial, problem: Problem, more: readonly string[] = []): Failure {
  const times = tries > 1 ? `, ${tries} times in a row` : ''
  const sentences = [sentence(`Could not ${purpose}: ${problem.why}${times}`, problem.said), ...more]
  return new Failure(problem.reason, sentences.join(' '), adviceOf(problem))
}

/** A problem as a sentence of its own. */
export function problemSentence({ why, said }: Problem): string {
  return sentence(`${why.charAt(0).toUpperCase()}${why.slice(1)}`, said)
}

/** How long the server asks to wait, and how much is left; a list that is empty when it does not ask. */
export function waitSentences({ asked }: Problem, left?: number): string[] {
  if (asked === undefined) return []
  const rest = left === undefined ? '' : `, and ${duration(Math.max(0, left))} are left of timeout`
  return [`It asks to wait ${duration(asked)}${rest}.`]
}

function sentence(start: string, said: string | undefined): string {
  const text = said === undefined ? start : `${start}: ${said}`
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function adviceOf({ advice }: Problem): { advice?: string } {
  return advice === undefined ? {} : { advice }
}
