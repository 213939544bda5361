import * as z from 'zod/mini'
import type { Checked } from '../checked.ts'
import { KIND_NAMES, type LiveMapping } from '../mapping.ts'
import { fromJson, toJson } from '../mapping-json.ts'
import { type Change, type Plan, pending } from './plan.ts'
import { changeLine, planDigest } from './plan-digest.ts'

const ACTIONS = ['create', 'replace', 'update', 'delete', 'conflict'] as const

const mapping = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))
const schema = z.object({
  version: z.literal(1),
  where: z.string(),
  changes: z.array(
    z.object({
      action: z.enum(ACTIONS),
      kind: z.enum(KIND_NAMES),
      wanted: z.optional(mapping),
      live: z.optional(mapping),
    }),
  ),
})

/** A plan as a value for JSON: what changes, in the words of the inputs; what is unchanged is only counted. */
export function planDocument(where: string, plan: Plan): unknown {
  const changes = pending(plan)
  return {
    version: 1,
    where,
    digest: planDigest(where, plan),
    unchanged: plan.changes.length - changes.length,
    changes: changes.map(({ action, kind, wanted, live, notes }) => ({
      action,
      kind,
      ...(wanted && { wanted: toJson(wanted) }),
      ...(live && { live: toJson(live) }),
      ...(notes.length > 0 && { notes }),
    })),
  }
}

/**
 * The changes of a plan file, each as its line; computed from what a reviewer reads there, not from a digest beside it. A replace that
 * was stopped between its halves goes on as a create.
 */
export function parsePlanFile(text: string): Checked<ReadonlySet<string>> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'is not JSON. Give the file that the output plan-file of operation: plan names.' }
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success)
    return { problem: 'is not a plan. Give the file that the output plan-file of operation: plan names.' }
  const { where, changes } = parsed.data
  const lines = changes.flatMap(({ action, kind, wanted, live }) => {
    const id = live?.['mapping-id']
    const change: Change = {
      action,
      kind,
      ...(wanted && { wanted: fromJson(wanted) }),
      ...(live && typeof id === 'string' && { live: { ...fromJson(live), kind, id } satisfies LiveMapping }),
      notes: [],
    }
    const { live: _, ...rest }: Change = { ...change, action: 'create' }
    return [change, ...(action === 'replace' ? [rest] : [])].map((one) => changeLine(where, one))
  })
  return { value: new Set(lines), warnings: [] }
}
