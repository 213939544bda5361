import * as z from 'zod/mini'
import { parse, readJson, Unreadable } from '../datadog/answers.ts'
import { type Call, send } from '../datadog/send.ts'
import type { Answer } from '../datadog/transport.ts'
import type { Job } from './job.ts'

/** A bearer token of the account that the job is mapped to. */
export interface DelegatedToken {
  readonly token: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** What Datadog's own clients assume when the answer does not say how long the token lives. */
const USUAL_LIFE = 15 * 60_000

/**
 * Exchanges a proof for a token: https://docs.datadoghq.com/account_management/workload_identity_federation/
 * @throws Failure `forbidden` when no mapping matches the job, `unauthorized` when Datadog does not take the proof.
 */
export async function exchangeForToken(job: Job, proof: string): Promise<DelegatedToken> {
  const { clock } = job.datadog
  return exchange(job, proof, {
    path: '/api/v2/delegated-token',
    purpose: "exchange this job's identity for a token",
    read(answer) {
      const schema = z.object({
        data: z.object({
          attributes: z.object({ access_token: z.string(), expires: z.nullish(z.union([z.string(), z.number()])) }),
        }),
      })
      const { access_token: token, expires } = parse(schema, readJson(answer)).data.attributes
      return { token: secretFrom(job, token), expiresAt: timeOf(expires, clock.now()) }
    },
  })
}

/**
 * Exchanges a proof for the API key of the intake mapping that matches the job.
 * @throws Failure as `exchangeForToken`.
 */
export async function exchangeForIntakeKey(job: Job, proof: string): Promise<string> {
  return exchange(job, proof, {
    path: '/api/v2/intake-key',
    purpose: "exchange this job's identity for an API key",
    read(answer) {
      const schema = z.object({ data: z.object({ attributes: z.object({ api_key: z.string() }) }) })
      return secretFrom(job, parse(schema, readJson(answer)).data.attributes.api_key)
    },
  })
}

async function exchange<T>(
  job: Job,
  proof: string,
  call: Pick<Call<T>, 'path' | 'purpose'> & { read(answer: Answer): T },
): Promise<T> {
  const headers = {
    ...job.datadog.headers,
    authorization: `Delegated ${proof}`,
    'content-type': 'application/json',
  }
  return send({ ...job.datadog, headers }, { ...call, method: 'POST', permission: 'a mapping for this job' })
}

function secretFrom(job: Job, text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new Unreadable('a malformed token or key', false)
  job.addSecret(text)
  return text
}

// No Datadog token lives longer, so a later time is invalid.
const LONGEST_LIFE = 7 * 24 * 3_600_000

/** Milliseconds since the epoch, from seconds as a number or a text, or from a date; the usual when it is none, or not ahead. */
function timeOf(expires: string | number | null | undefined, now: number): number {
  const text = String(expires ?? '').trim()
  const time = /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  return time > now && time < now + LONGEST_LIFE ? time : now + USUAL_LIFE
}
