import { Failure } from '../failure.ts'
import { statusText, Unreadable, waitAskedFor, waitUntilReset } from './answers.ts'
import { explainLoss, type Lost } from './network-errors.ts'
import { refusal } from './refusals.ts'
import { duration, pause, reasonOf, remaining, type Session } from './session.ts'
import type { Answer, Exchange } from './transport.ts'

/** One call of the API, with what is needed to make it again and to tell what became of it. */
export interface Call<T> {
  readonly method: Exchange['method']
  readonly path: string
  readonly body?: string
  /** Completes "Could not …". */
  readonly purpose: string
  /** What Datadog wants the caller to be allowed to do; completes "needs …". */
  readonly permission: string
  /** The result of a 2xx answer. @throws Unreadable */
  read(answer: Answer): T
  /** For a writing call: looks up whether a lost request was executed after all; undefined when it was not. */
  settle?(): Promise<T | undefined>
  /** What a user does about a writing call of which nobody knows whether it was executed. */
  readonly unsure?: string
  /** The result of an answer that is an error elsewhere and none here; `lost` when an earlier try got no answer. */
  accept?(answer: Answer, lost: boolean): { readonly value: T } | undefined
  /** A refusal that can pass by itself: for how long to go on, and what to tell the user meanwhile. */
  patience?(answer: Answer): { readonly milliseconds: number; readonly why: string } | undefined
}

// Longer than Datadog takes, short enough that a silent server leaves time for another try.
const LONGEST_ATTEMPT = 30_000
// What a write leaves of the remaining time for looking up what became of it.
const SHARE_OF_A_WRITE = 0.75
const LONGEST_BACK_OFF = 30_000
// As long as Terraform's provider waits for what it made to be seen.
const PATIENCE_AFTER_CONFLICT = 30_000

/**
 * An id as a part of a path.
 * @throws Failure when it would leave its place there.
 */
export function segment(id: string): string {
  // Whatever normalizes a path takes a segment of dots out of it.
  if (/^\.{0,2}$/.test(id) || !id.isWellFormed())
    throw new Failure('bad-response', `The id "${id}" cannot be part of a path.`)
  return encodeURIComponent(id)
}

/**
 * Makes a call until it is done, refused or hopeless, by one table: reads and deletes are repeated after anything transient;
 * writes are repeated when they were certainly not executed, and otherwise only when a look-up shows no trace of them.
 * @throws Failure that says what could not be done, why, and what to do about it.
 */
export async function send<T>(session: Session, call: Call<T>): Promise<T> {
  return new Sending(session, call).run()
}

class Sending<T> {
  readonly #session: Session
  readonly #call: Call<T>
  #tries = 0
  /** The last try that got no usable answer although Datadog may have executed it. */
  #lost: Lost | undefined
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
    if (status >= 200 && status < 300) {
      try {
        return { value: this.#call.read(answer) }
      } catch (thrown) {
        if (!(thrown instanceof Unreadable)) throw thrown
        const sentence = `${this.#session.server} answered ${statusText(status)} with ${this.#session.quote(thrown.message)}`
        return this.#afterLoss({
          reason: 'bad-response',
          sentence,
          sent: true,
          transient: thrown.garbled || this.#call.settle !== undefined,
        })
      }
    }
    if (status === 401 && this.#token !== undefined && this.#session.tokens?.refused(this.#token)) return undefined
    const accepted = this.#call.accept?.(answer, this.#lost !== undefined)
    if (accepted !== undefined) return accepted
    if (status === 408 || status === 429) return this.#waitAsAsked(answer)
    if (status >= 500) {
      return this.#afterLoss({
        reason: 'server-error',
        sentence: refusal(this.#session, this.#call, answer).sentence,
        sent: true,
        transient: true,
        asked: waitAskedFor(answer, this.#session.clock.now()),
      })
    }
    const patience = this.#call.patience?.(answer)
    if (patience !== undefined) return this.#waitPatiently(answer, patience)
    if (status === 409 && this.#lost !== undefined) return this.#settleConflict(answer)
    throw refusal(this.#session, this.#call, answer)
  }

  async #exchange(): Promise<Answer | Lost> {
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

  async #send(): Promise<Answer | Lost> {
    const { transport, headers, clock, signal, gate } = this.#session
    const { method, path, body, settle } = this.#call
    const left = Math.max(1, remaining(this.#session))
    // A read may take all that is left: then the signal of the step ends it, and tells why.
    const share = settle === undefined ? left + 1000 : left * SHARE_OF_A_WRITE
    const limit = Math.ceil(Math.min(LONGEST_ATTEMPT, share))
    const start = clock.now()
    const note = (end: string) =>
      this.#session.debug(`${method} ${path} (try ${this.#tries}): ${end} after ${clock.now() - start} ms`)
    try {
      const answer = await transport.exchange({
        method,
        path,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
          ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
        },
        ...(body !== undefined && { body }),
        signal,
        limit,
      })
      note(String(answer.status))
      const wait = waitUntilReset(answer)
      if (wait > 0) gate.closeUntil(clock.now() + wait)
      return answer
    } catch (thrown) {
      note('no answer')
      const lost = explainLoss(thrown, { host: new URL(this.#session.origin).host, proxy: transport.proxy })
      if (!signal.aborted) return lost
      if (lost.sent) this.#lost = lost
      throw reasonOf(signal)
    }
  }

  async #waitAtGate(): Promise<void> {
    const wait = this.#session.gate.opensAt - this.#session.clock.now()
    // A wait that would pass the deadline is left to the answer, which says how long was asked for.
    if (wait <= 0 || wait >= remaining(this.#session)) return
    await pause(this.#session, wait, wait < 1000 ? '' : `The rate limit of ${this.#session.server} is used up.`)
  }

  async #afterLoss(lost: Lost): Promise<{ readonly value: T } | undefined> {
    const { settle } = this.#call
    if (lost.sent) this.#lost = lost
    const last = this.#tries > this.#session.retries || !lost.transient
    if (settle !== undefined && lost.sent) {
      await this.#pauseWithin(
        last ? Math.min(1000, this.#backOff()) : this.#backOff(),
        `${told(lost)} Looking up whether it was done all the same.`,
      )
      const value = await this.#settled(lost)
      if (value !== undefined) return { value }
      this.#lost = last ? undefined : lost
      const failure = this.#failure(lost, ' A look-up right after found no trace of it.')
      if (last) throw failure
      if (lost.asked !== undefined) await this.#waitFor(lost.asked, failure, `${this.#session.server} asks to wait.`)
      return undefined
    }
    if (last) throw this.#failure(lost)
    await this.#waitFor(lost.asked, this.#failure(lost), told(lost))
    return undefined
  }

  async #waitAsAsked(answer: Answer): Promise<undefined> {
    const asked = waitAskedFor(answer, this.#session.clock.now())
    const failure = refusal(this.#session, this.#call, answer)
    if (this.#tries > this.#session.retries) throw asking(failure, asked)
    await this.#waitFor(asked, failure, `${this.#session.server} answered ${statusText(answer.status)}.`)
    return undefined
  }

  // A wait that cannot end well is not begun.
  async #waitFor(asked: number | undefined, failure: Failure, why: string): Promise<void> {
    const wait = Math.max(asked ?? 0, this.#backOff())
    const left = remaining(this.#session)
    if (wait >= left) throw asking(failure, asked, `, and ${duration(Math.max(0, left))} are left of timeout`)
    await pause(this.#session, wait, why)
  }

  async #waitPatiently(answer: Answer, patience: { milliseconds: number; why: string }): Promise<undefined> {
    const now = this.#session.clock.now()
    this.#patientUntil ??= now + patience.milliseconds
    const wait = Math.min(10_000, this.#backOff())
    if (now + wait > Math.min(this.#patientUntil, this.#session.deadline - 1000))
      throw refusal(this.#session, this.#call, answer)
    await pause(this.#session, wait, patience.why)
    return undefined
  }

  // The other half of a lost write: the server now says that it is there, but the list may not show it yet.
  async #settleConflict(answer: Answer): Promise<{ readonly value: T }> {
    const { clock, server, deadline } = this.#session
    const patientUntil = Math.min(clock.now() + PATIENCE_AFTER_CONFLICT, deadline - 1000)
    for (let wait = 1000; ; wait *= 2) {
      const value = await this.#settled(this.#lost)
      if (value !== undefined) return { value }
      if (clock.now() + wait > patientUntil) throw refusal(this.#session, this.#call, answer)
      await pause(this.#session, wait, `${server} says that it is there, but does not list it yet.`)
    }
  }

  async #settled(lost: Lost | undefined): Promise<T | undefined> {
    try {
      return await this.#call.settle?.()
    } catch (thrown) {
      if (!(thrown instanceof Failure) || lost === undefined) throw thrown
      const sentence = `Could not ${this.#call.purpose}: ${lost.sentence}, and looking up what became of it failed too. ${thrown.sentence}`
      throw new Failure(thrown.reason, sentence, { advice: thrown.advice, cause: thrown })
    }
  }

  async #pauseWithin(wait: number, why: string): Promise<void> {
    await pause(this.#session, Math.min(wait, Math.max(0, remaining(this.#session) / 2)), why)
  }

  #backOff(): number {
    const base = Math.min(LONGEST_BACK_OFF, 500 * 2 ** Math.min(10, this.#tries - 1))
    return Math.round(base * (0.5 + this.#session.clock.random() / 2))
  }

  #failure(lost: Lost, found = ''): Failure {
    const tries = this.#tries > 1 ? `, ${this.#tries} times in a row` : ''
    const told = lost.sentence.startsWith('Could not')
      ? lost.sentence.replace(/\.$/, '')
      : `Could not ${this.#call.purpose}: ${lost.sentence}`
    return new Failure(
      lost.reason,
      `${told}${tries}.${found}`,
      lost.advice === undefined ? {} : { advice: lost.advice },
    )
  }

  // What stops the step, or fails a look-up, comes from elsewhere: it is told as the end of this call.
  #explain(thrown: unknown): unknown {
    if (!(thrown instanceof Failure)) return thrown
    const unsure = this.#lost?.sent === true && this.#call.unsure !== undefined ? ` ${this.#call.unsure}` : ''
    const told = thrown.sentence.startsWith('Could not')
    const sentence = told ? thrown.sentence : `Could not ${this.#call.purpose}: ${thrown.sentence}.`
    if (told && unsure === '') return thrown
    return new Failure(thrown.reason, `${sentence}${unsure}`, { advice: thrown.advice, cause: thrown })
  }
}

function asking(failure: Failure, asked: number | undefined, left = ''): Failure {
  if (asked === undefined) return failure
  const sentence = `${failure.sentence} It asks to wait ${duration(asked)}${left}.`
  return new Failure(failure.reason, sentence, { advice: failure.advice, cause: failure.cause })
}

function told({ sentence }: Lost): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.$/, '')}.`
}
