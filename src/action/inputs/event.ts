import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import type { Environment } from './input-reader.ts'

/** What triggered the workflow, as far as this action cares. */
export interface Event {
  readonly name: string
  /** The number of the pull request that it is about. */
  readonly pullRequest?: number
  /** The commit that a reviewer sees: the head of the pull request, or the one that the workflow runs on. */
  readonly commit?: string
  /** What triggered the run, when others than those who may write to the repository could have; completes "apply does not run on …". */
  readonly untrusted?: string
  /** Why the run has no secrets, when it has none for a good reason; completes "This run …". */
  readonly withoutSecrets?: string
}

const repository = z.nullish(z.object({ full_name: z.nullish(z.string()) }))
const payload = z.object({
  pull_request: z.nullish(
    z.object({
      number: z.optional(z.number()),
      head: z.nullish(z.object({ repo: repository, sha: z.nullish(z.string()) })),
      base: z.nullish(z.object({ repo: repository })),
    }),
  ),
  workflow_run: z.nullish(z.object({ event: z.nullish(z.string()), head_repository: repository })),
})

type Payload = z.output<typeof payload>

/** Reads the event of the run; what cannot be read counts as an event about nothing. */
export function readEvent(env: Environment): Event {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const given = readPayload(env)
  const number = given?.pull_request?.number
  const commit = given?.pull_request?.head?.sha || env['GITHUB_SHA']
  const untrusted = untrustedTrigger(name, given, env)
  const withoutSecrets = whyWithoutSecrets(name, given, env)
  return {
    name,
    ...(number !== undefined && { pullRequest: number }),
    ...(commit && { commit }),
    ...(untrusted !== undefined && { untrusted }),
    ...(withoutSecrets !== undefined && { withoutSecrets }),
  }
}

// https://docs.github.com/en/actions/reference/security/secure-use: these run with secrets on what a stranger has sent, or may be
// used to check it out.
function untrustedTrigger(name: string, given: Payload | undefined, env: Environment): string | undefined {
  if (isOfStrangers(name)) return name
  if (name !== 'workflow_run') return undefined
  const { event, head_repository: head } = given?.workflow_run ?? {}
  if (event && isOfStrangers(event)) return `workflow_run after ${event}`
  return head?.full_name === env['GITHUB_REPOSITORY'] ? undefined : 'workflow_run for another repository'
}

function isOfStrangers(name: string): boolean {
  return name.startsWith('pull_request') || name === 'issue_comment'
}

function whyWithoutSecrets(name: string, given: Payload | undefined, env: Environment): string | undefined {
  // Whatever Dependabot starts, its pushes too.
  if (env['GITHUB_ACTOR'] === 'dependabot[bot]') return 'was started by Dependabot'
  const pull = given?.pull_request
  // pull_request_target has the secrets of the repository, for a fork too.
  if (!pull || name === 'pull_request_target') return undefined
  const head = pull.head?.repo?.full_name
  // The repository of a fork can be deleted while its pull request lives on.
  return head && head === pull.base?.repo?.full_name ? undefined : 'is for a pull request from a fork'
}

function readPayload(env: Environment): Payload | undefined {
  try {
    return payload.parse(JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')))
  } catch {
    return undefined
  }
}
