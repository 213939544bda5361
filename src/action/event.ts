import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Environment } from './input-reader.ts'

/** What triggered the workflow, as far as this action cares. */
export interface Event {
  readonly name: string
  /** The number of the pull request that it is about. */
  readonly pullRequest?: number
  /** Why the run has no secrets, when it has none for a good reason; completes "This run …". */
  readonly withoutSecrets?: string
}

const repository = z.nullish(z.object({ full_name: z.nullish(z.string()) }))
const payload = z.object({
  pull_request: z.nullish(
    z.object({
      number: z.optional(z.number()),
      head: z.nullish(z.object({ repo: repository })),
      base: z.nullish(z.object({ repo: repository })),
    }),
  ),
})

/** Reads the event of the run; what cannot be read counts as an event about nothing. */
export function readEvent(env: Environment): Event {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const pull = readPayload(env)?.pull_request
  if (!pull) return { name }
  const number = pull.number === undefined ? {} : { pullRequest: pull.number }
  const head = pull.head?.repo?.full_name
  // The repository of a fork can be deleted while its pull request lives on.
  if (!head || head !== pull.base?.repo?.full_name)
    return { name, ...number, withoutSecrets: 'is for a pull request from a fork' }
  if (env['GITHUB_ACTOR'] === 'dependabot[bot]') return { name, ...number, withoutSecrets: 'was started by Dependabot' }
  return { name, ...number }
}

function readPayload(env: Environment): z.output<typeof payload> | undefined {
  try {
    return payload.parse(JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')))
  } catch {
    return undefined
  }
}
