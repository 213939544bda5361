import * as z from 'zod/mini'
import { readJson } from './answers.ts'
import { parse } from './documents.ts'
import type { Answer } from './transport.ts'

/** A Datadog account. */
export interface User {
  readonly uuid: string
  readonly email?: string
  readonly handle?: string
}

/**
 * The account of an answer.
 * @throws Unreadable
 */
export function readUser(answer: Answer): User {
  const schema = z.object({
    data: z.object({
      id: z.string(),
      attributes: z.object({ email: z.nullish(z.string()), handle: z.nullish(z.string()) }),
    }),
  })
  const { data } = parse(schema, readJson(answer))
  const { email, handle } = data.attributes
  return { uuid: data.id, ...(email && { email }), ...(handle && { handle }) }
}
