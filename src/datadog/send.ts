import { Failure, type FailureReason, Stopped } from '../failure.ts'
import { statusText, Unreadable, waitUntilReset } from './answers.ts'
import { explainLoss, type Loss, Unanswered } from './network-errors.ts'
import { failureOf, type Problem, problemSentence, waitSentences } from './problem.ts'
import { refusal } from './refusals.ts'
import { pause, reasonOf, remaining, type Session } from './session.ts'
import type { Answer, Exchange } from './transport.ts'

/** One call of the API, with what is needed to repeat it and to find out what became of it. */
export interface Call<T> {
  readonly method: Exchange['method']
  readonly path: string
  readonly body?: string
  /** Completes "Could not …". */
  readonly purpose: string
  /** What the caller must be allowed to do; completes "needs …". */
  readonly permission: string
  /** The result of a 2xx answer. @throws Unreadable */
  read(answer: Answer): T
  /** For a writing call: looks up whether a request without an answer was executed; undefined when it was not. */
  settle?(): Promise<T | undefined>
  /** What a user does about a writing call when it is not known whether it was executed. */
  readonly unsure?: string
  /** The result of an answer that is an error elsewhere and none here; `lost` when an earlier try got no answer. */
  accept?(answer: Answer, lost: boolean): { readonly value: T } | undefined
  /** A refusal that can pass by itself: for how long to go on, and what to log, once. */
  patience?(answer: Answer): { readonly milliseconds: number; readonly why: string } | undefined
}

// Longer than Datadog takes, short enough that a silent server leaves time for another try.
const LONGEST_ATTEMPT = 30_000
// A write leaves the rest of the remaining time for looking up what became of it.
const SHARE_OF_A_WRITE = 0.75
const LONGEST_BACK_OFF = 30_000
const LONGEST_PATIENT_PAUSE = 10_000
// As long as Terraform's provider waits until a new mapping is seen.
const PATIENCE_AFTER_CONFLICT = 30_000

const ABOUT_A_MAPPING: ReadonlySet<FailureReason> = new Set(['conflict', 'not-found'])

/**
 * Makes a call until it is done, refused or hopeless, by one table: reads and deletes are repeated after anything transient;
 * writes are repeated when they were certainly not executed, and otherwise only when a look-up shows no trace of them.
 * @throws Failure that says what could not be done, why, and what to do about it; anything else is a mistake of ours.
 */
export async function send<T>(session: Session, call: Call<T>): Promise<T> {
  return new Sending(session, call).run()
}

class Sending<T> {
  readonly #session: Session
  readonly #call: Call<T>
  #tries = 0
  /** Why the last try got no usable answer although the server may have executed it. */
  #loss: Loss | undefined
  #patientUntil: number | undefined
  /** The short-lived token of the last try. */
  #token: string | undefined

  constructor(session: Session, call: Call<T>) {
    this.#session = session
    this.#call = call
  }

  async run(): Promise<T> {
    try {
      for (;;) {
        const done = await this.#try()
        if (done !== undefined) return done.value
      }
    } catch (thrown) {
      throw this.#explain(thrown)
    }
  }

  async #try(): Promise<{ readonly value: T } | undefined> {
    this.#tries++
    const answer = await this.#exchange()
    if (!('status' in answer)) return this.#afterLoss(answer)
    const { status } = answer
    if (status >= 200 && status < 300) return this.#readOrRepeat(answer)
    if (status === 401 && this.#token !== undefined && this.#session.tokens?.refused(this.#token)) return undefined
    const accepted = this.#call.accept?.(answer, this.#loss !== undefined)
    if (accepted !== undefined) return accepted
    const problem = refusal(this.#session, this.#call.permission, answer)
    if (status === 408 || status === 429) return this.#waitAsAsked(problem)
    if (status >= 500) return this.#afterLoss({ ...problem, sent: true, transient: true })
    const patience = this.#call.patience?.(answer)
    if (patience !== undefined) return this.#waitPatiently(problem, patience)
    if (status === 409 && this.#loss !== undefined) return this.#settleConflict(problem, this.#loss)
    throw failureOf(this.#call, problem)
  }

  async #readOrRepeat(answer: Answer): Promise<{ readonly value: T } | undefined> {
    try {
      return { value: this.#call.read(answer) }
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      const { server, quote } = this.#session
      return this.#afterLoss({
        reason: 'bad-response',
        why: `${server} answered ${statusText(answer.status)} with ${quote(thrown.message)}`,
        sent: true,
        transient: thrown.garbled || this.#call.settle !== undefined,
      })
    }
  }

  async #exchange(): Promise<Answer | Loss> {
    const { tokens, signal, gate } = this.#session
    if (signal.aborted) throw reasonOf(signal)
    this.#token = await tokens?.token()
    const leave = await gate.enter()
    try {
      await this.#waitAtGate()
      return await this.#send()
    } finally {
      leave()
    }
  }

  async #send(): Promise<Answer | Loss> {
    const { transport, headers, clock, signal, gate, origin, debug } = this.#session
    const { method, path, body, settle } = this.#call
    const left = Math.max(1, remaining(this.#session))
    // A read may take all that is left: then the signal of the step ends it, and says why.
    const share = settle === undefined ? left + 1000 : left * SHARE_OF_A_WRITE
    const limit = Math.ceil(Math.min(LONGEST_ATTEMPT, share))
    const start = clock.now()
    const note = (end: string) =>
      debug(`${method} ${path} (try ${this.#tries}): ${end} after ${clock.now() - start} ms`)
    const fields = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
      ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
    }
    try {
      const exchange = { method, path, headers: fields, ...(body !== undefined && { body }), signal, limit }
      const answer = await transport.exchange(exchange)
      note(String(answer.status))
      const wait = waitUntilReset(answer)
      if (wait > 0) gate.closeUntil(clock.now() + wait)
      return answer
    } catch (thrown) {
      if (!(thrown instanceof Unanswered)) throw thrown
      note('no answer')
      const loss = explainLoss(thrown, { host: new URL(origin).host, proxy: transport.proxy })
      if (!signal.aborted) return loss
      if (loss.sent) this.#loss = loss
      throw reasonOf(signal)
    }
  }

  async #waitAtGate(): Promise<void> {
    const wait = this.#session.gate.opensAt - this.#session.clock.now()
    // A wait that would pass the deadline is left to the answer, which says how long was asked for.
    if (wait <= 0 || wait >= remaining(this.#session)) return
    await pause(this.#session, wait, wait < 1000 ? '' : `The rate limit of ${this.#session.server} is used up.`)
  }

  async #afterLoss(loss: Loss): Promise<{ readonly value: T } | undefined> {
    if (loss.sent) this.#loss = loss
    const isLast = this.#tries > this.#session.retries || !loss.transient
    if (this.#call.settle !== undefined && loss.sent) return this.#settleLoss(loss, isLast)
    if (isLast) throw failureOf(this.#trial, loss)
    await this.#waitFor(loss, problemSentence(loss))
    return undefined
  }

  async #settleLoss(loss: Loss, isLast: boolean): Promise<{ readonly value: T } | undefined> {
    const wait = isLast ? Math.min(1000, this.#backOff()) : this.#backOff()
    const why = `${problemSentence(loss)} Checking whether ${this.#session.server} applied it anyway.`
    await pause(this.#session, Math.min(wait, Math.max(0, remaining(this.#session) / 2)), why)
    const value = await this.#settled(loss)
    if (value !== undefined) return { value }
    const found = 'A look-up right after that did not find it.'
    if (isLast) throw failureOf(this.#trial, loss, [found])
    if (loss.asked !== undefined) await this.#waitFor(loss, `${this.#session.server} asks to wait.`, found)
    return undefined
  }

  async #waitAsAsked(problem: Problem): Promise<undefined> {
    if (this.#tries > this.#session.retries) throw failureOf(this.#call, problem, waitSentences(problem))
    await this.#waitFor(problem, problemSentence(problem))
    return undefined
  }

  // A wait that would pass the deadline is not started.
  async #waitFor(problem: Problem, why: string, ...found: string[]): Promise<void> {
    const wait = Math.max(problem.asked ?? 0, this.#backOff())
    const left = remaining(this.#session)
    if (wait >= left) throw failureOf(this.#trial, problem, [...found, ...waitSentences(problem, left)])
    await pause(this.#session, wait, why)
  }

  async #waitPatiently(problem: Problem, patience: { milliseconds: number; why: string }): Promise<undefined> {
    const now = this.#session.clock.now()
    const why = this.#patientUntil === undefined ? patience.why : problemSentence(problem)
    this.#patientUntil ??= now + patience.milliseconds
    const wait = Math.min(LONGEST_PATIENT_PAUSE, this.#backOff())
    if (now + wait > Math.min(this.#patientUntil, this.#session.deadline - 1000)) throw failureOf(this.#call, problem)
    await pause(this.#session, wait, why)
    return undefined
  }

  // An earlier try was executed after all: the server now says that it is there, but the list may not show it yet.
  async #settleConflict(problem: Problem, loss: Loss): Promise<{ readonly value: T }> {
    const { clock, server, deadline } = this.#session
    const patientUntil = Math.min(clock.now() + PATIENCE_AFTER_CONFLICT, deadline - 1000)
    for (let wait = 1000; ; wait *= 2) {
      const value = await this.#settled(loss)
      if (value !== undefined) return { value }
      if (clock.now() + wait > patientUntil) throw failureOf(this.#call, problem)
      await pause(this.#session, wait, `${server} says that the mapping exists, but does not list it yet.`)
    }
  }

  async #settled(loss: Loss): Promise<T | undefined> {
    try {
      return await this.#call.settle?.()
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown
      const { advice, sentence } = thrown
      const { sentence: first } = failureOf(this.#trial, loss, [
        'The check whether it was applied failed, too.',
        sentence,
      ])
      // The reason of the look-up's failure must not read as the answer to the call itself.
      const reason = ABOUT_A_MAPPING.has(thrown.reason) ? loss.reason : thrown.reason
      throw new Failure(reason, first, { advice, cause: thrown })
    }
  }

  get #trial(): { readonly purpose: string; readonly tries: number } {
    return { purpose: this.#call.purpose, tries: this.#tries }
  }

  #backOff(): number {
    const base = Math.min(LONGEST_BACK_OFF, 500 * 2 ** Math.min(10, this.#tries - 1))
    return Math.round(base * (0.5 + this.#session.clock.random() / 2))
  }

  // What ends the step while this call is under way is the reason of this call's failure.
  #explain(thrown: unknown): unknown {
    if (!(thrown instanceof Failure)) return thrown
    const unsure = this.#loss !== undefined && this.#call.unsure !== undefined ? [this.#call.unsure] : []
    const { reason, advice, sentence } = thrown
    const details = { advice, cause: thrown, isUnsettled: unsure.length > 0 }
    if (thrown instanceof Stopped) {
      const { sentence: stopped } = failureOf(this.#call, thrown, unsure)
      return new Failure(reason, stopped, details)
    }
    return unsure.length === 0 ? thrown : new Failure(reason, [sentence, ...unsure].join(' '), details)
  }
}
