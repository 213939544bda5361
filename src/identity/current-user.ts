import * as z from 'zod/mini'
import { readUser, type User } from '../datadog/accounts.ts'
import { parse, readJson } from '../datadog/answers.ts'
import { send } from '../datadog/send.ts'
import type { Job } from './job.ts'

/** The account that a token stands for, and its organization. */
export interface CurrentUser extends User {
  readonly orgUuid?: string
}

/**
 * Asks Datadog whose token this is.
 * @throws Failure `unauthorized` or `forbidden` when the token opens nothing.
 */
export async function currentUser(job: Job, token: string): Promise<CurrentUser> {
  const headers = { ...job.datadog.headers, authorization: `Bearer ${token}` }
  return send(
    { ...job.datadog, headers },
    {
      method: 'GET',
      path: '/api/v2/current_user',
      purpose: 'ask Datadog who this job is',
      permission: 'an account that may log in',
      read(answer) {
        const relation = z.nullish(
          z.object({ org: z.nullish(z.object({ data: z.nullish(z.object({ id: z.string() })) })) }),
        )
        const { data } = parse(
          z.object({ data: z.object({ relationships: z.catch(relation, undefined) }) }),
          readJson(answer),
        )
        const orgUuid = data.relationships?.org?.data?.id
        return { ...readUser(answer), ...(orgUuid !== undefined && { orgUuid }) }
      },
    },
  )
}
