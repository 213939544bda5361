import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { visible } from '../../mappings/visible.ts'
import type { Environment } from './input-reader.ts'

/** What triggered the workflow, as far as this action cares. */
export interface Event {
  readonly name: string
  /** The number of the pull request that it is about. */
  readonly pullRequest?: number
  /** The commit that a reviewer sees: the head of the pull request, or the one that the workflow runs on. */
  readonly commit?: string
  /** The event as messages name it: `push`, `workflow_run after pull_request`. */
  readonly trigger: string
  /** What `apply` needs on it: any approval, or the digest of a reviewed plan; on a refused one it never runs. */
  readonly trust: 'any-approval' | 'expected-plan' | 'refused'
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

/** Reads the event of the run; one that cannot be read has no subject. */
export function readEvent(env: Environment): Event {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const given = readPayload(env)
  const number = given?.pull_request?.number
  const commit = given?.pull_request?.head?.sha || env['GITHUB_SHA']
  const withoutSecrets = whyWithoutSecrets(name, given, env)
  return {
    name,
    ...trustOf(name, given?.workflow_run, env),
    ...(number !== undefined && { pullRequest: number }),
    ...(commit && { commit }),
    ...(withoutSecrets !== undefined && { withoutSecrets }),
  }
}

// Only those who may write to the repository trigger these: https://docs.github.com/en/actions/reference/security/secure-use
const TRUSTED = new Set([
  'push',
  'release',
  'workflow_dispatch',
  'schedule',
  'repository_dispatch',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'registry_package',
])

function trustOf(name: string, run: Payload['workflow_run'], env: Environment): Pick<Event, 'trigger' | 'trust'> {
  if (TRUSTED.has(name)) return { trigger: name, trust: 'any-approval' }
  // These run with secrets on content that a stranger sent, or can check such content out.
  if (name.startsWith('pull_request') || name === 'issue_comment') return { trigger: name, trust: 'refused' }
  if (name !== 'workflow_run') return { trigger: name || 'an unknown event', trust: 'expected-plan' }
  const { event, head_repository: head } = run ?? {}
  // A chain of runs can begin with a pull request, and the event does not show that.
  if (!event || !TRUSTED.has(event))
    return { trigger: `workflow_run after ${visible(event || 'an unknown event')}`, trust: 'refused' }
  if (!head?.full_name || head.full_name !== env['GITHUB_REPOSITORY'])
    return { trigger: 'workflow_run for another repository', trust: 'refused' }
  return { trigger: `workflow_run after ${event}`, trust: 'any-approval' }
}

function whyWithoutSecrets(name: string, given: Payload | undefined, env: Environment): string | undefined {
  // Every run that Dependabot starts, those of its pushes included.
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
