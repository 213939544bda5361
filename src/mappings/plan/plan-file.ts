import * as z from 'zod/mini'
import { fieldOf } from '../attributes.ts'
import type { Checked } from '../checked.ts'
import { KIND_NAMES, type LiveMapping } from '../mapping.ts'
import { fromJson, type MappingJson, toJson } from '../mapping-json.ts'
import { type Change, liveOf, type Plan, pending, type Wanted, wantedOf } from './plan.ts'
import { changeLine, type Frame, liveLine, wantedLine } from './plan-digest.ts'

const FORMAT = 1

const mappingSchema = () =>
  z.intersection(
    z.object({ kind: z.enum(KIND_NAMES) }),
    z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
  )
const liveSchema = () => z.intersection(z.object({ 'mapping-id': z.string() }), mappingSchema())

/** The shape of a plan file; what is optional here is only for readers, and nothing is executed by it. Made for an `apply` of a plan file only. */
export function planSchema() {
  const mapping = mappingSchema()
  const live = liveSchema()
  const notes = z.optional(z.array(z.string()))
  return z.object({
    version: z.literal(FORMAT),
    site: z.string(),
    'org-uuid': z.optional(z.string()),
    rules: z.string(),
    prune: z.boolean(),
    digest: z.optional(z.string()),
    unchanged: z.optional(z.number()),
    'org-name': z.optional(z.string()),
    refusals: z.optional(z.array(z.object({ code: z.string(), text: z.string(), 'mapping-ids': z.array(z.string()) }))),
    warnings: z.optional(
      z.array(
        z.object({
          code: z.string(),
          rank: z.enum(['high', 'medium', 'low']),
          field: z.string(),
          text: z.string(),
          wanted: mapping,
        }),
      ),
    ),
    power: z.optional(z.record(z.string(), z.array(z.object({ text: z.string(), dangerous: z.boolean() })))),
    policy: z.optional(z.object({ rules: z.array(z.string()), violations: z.array(z.string()) })),
    unmanaged: z.optional(z.array(live)),
    unread: z.optional(z.array(z.object({ kind: z.enum(KIND_NAMES), why: z.string() }))),
    ignored: z.optional(z.number()),
    changes: z.array(
      z.discriminatedUnion('action', [
        z.object({ action: z.literal('create'), wanted: mapping, notes }),
        z.object({ action: z.literal('update'), wanted: mapping, live, notes }),
        z.object({ action: z.literal('replace'), wanted: z.array(mapping), live: z.array(live), notes }),
        z.object({ action: z.literal('delete'), live, notes }),
        z.object({
          action: z.literal('blocked'),
          wanted: z.optional(mapping),
          live: z.optional(live),
          code: z.optional(z.string()),
          why: z.optional(z.string()),
          notes,
        }),
      ]),
    ),
  })
}

type FileChange = z.output<ReturnType<typeof planSchema>>['changes'][number]

/** A plan that was reviewed, as its file has it. */
export interface ReviewedPlan {
  readonly frame: Frame
  readonly prune: boolean
  readonly changes: readonly ReviewedChange[]
}

/** A reviewed change as lines. */
export interface ReviewedChange {
  readonly line: string
  readonly wanted: readonly string[]
  readonly live: readonly string[]
}

/** A plan with all that its file says. */
export interface PlanToFile {
  readonly plan: Plan
  readonly frame: Frame
  readonly digest: string
  readonly prune: boolean
}

/** A plan as a value for JSON: what changes, in the words of the inputs; what is unchanged is only counted. */
export function planDocument({ plan, frame, digest, prune }: PlanToFile) {
  const changes = pending(plan)
  return {
    version: FORMAT,
    site: frame.site,
    ...(frame.orgUuid !== undefined && { 'org-uuid': frame.orgUuid }),
    rules: frame.rules,
    prune,
    digest,
    unchanged: plan.changes.length - changes.length,
    changes: changes.map((change) => ({ ...fileChange(change), ...notesOf(change) })),
  }
}

/** The changes of a plan file; read from what a reviewer sees there, not from a digest beside it. */
export function parsePlanFile(text: string): Checked<ReviewedPlan> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: `is not JSON. ${WHICH_FILE}` }
  }
  const parsed = planSchema().safeParse(json)
  if (!parsed.success) return { problem: `is not a plan of this version of the action. ${WHICH_FILE}` }
  const { site, rules, prune, changes, 'org-uuid': orgUuid } = parsed.data
  const frame = { site, rules, ...(orgUuid !== undefined && { orgUuid }) }
  return { value: { frame, prune, changes: changes.flatMap(reviewed) }, warnings: [] }
}

/**
 * The changes of a plan that a reviewed one does not cover. The rest of a reviewed replacement or update is covered: some of its
 * new mappings, some of its old ones, as long as each new one is there or is part of the plan.
 */
export function notReviewed(plan: Plan, { changes }: ReviewedPlan): Change[] {
  const lines = new Set(changes.map(({ line }) => line))
  const aimed = new Set(plan.changes.flatMap((change) => (change.action === 'blocked' ? [] : aims(change))))
  const open = changes.filter(({ wanted }) => wanted.every((line) => aimed.has(line)))
  return pending(plan).filter((change) => {
    const rest = reviewedOf(change)
    if (change.action === 'blocked' || lines.has(rest.line)) return false
    return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live))
  })
}

// The account of a mapping that is there is known, even if the reviewed plan could not look it up.
function aims(change: Change): string[] {
  const live = change.action === 'unchanged' ? change.live.accountUuid : undefined
  return wantedOf(change).flatMap(({ kind, attributes, accountUuid = live }) => [
    wantedLine({ kind, attributes, ...(accountUuid !== undefined && { accountUuid }) }),
    wantedLine({ kind, attributes }),
  ])
}

const WHICH_FILE = 'Give the file that the output plan-file of operation: plan names.'

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((line) => whole.includes(line))
}

function fileChange(change: Exclude<Change, { action: 'unchanged' }>): object {
  switch (change.action) {
    case 'create':
      return { action: change.action, wanted: wantedJson(change.wanted) }
    case 'replace':
      return { action: change.action, wanted: change.wanted.map(wantedJson), live: change.live.map(toJson) }
    case 'delete':
      return { action: change.action, live: toJson(change.live) }
    case 'update':
      return { action: change.action, wanted: wantedJson(change.wanted), live: toJson(change.live) }
    case 'blocked':
      return {
        action: change.action,
        wanted: wantedJson(change.wanted),
        live: toJson(change.live),
        code: change.code,
        why: change.why,
      }
  }
}

function notesOf({ notes }: Change): object {
  return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {}
}

function wantedJson({ kind, attributes, accountUuid }: Wanted): MappingJson {
  return toJson({ kind, ...attributes, ...(accountUuid !== undefined && { accountUuid }) })
}

function reviewed(change: FileChange): ReviewedChange[] {
  const one = changeIn(change)
  return one === undefined ? [] : [reviewedOf(one)]
}

// What is blocked is not carried out, so that nothing of it needs a review.
function changeIn(change: FileChange): Change | undefined {
  switch (change.action) {
    case 'blocked':
      return undefined
    case 'create':
      return { action: 'create', wanted: wantedIn(change.wanted), notes: [] }
    case 'replace':
      return {
        action: 'replace',
        wanted: change.wanted.map(wantedIn),
        live: change.live.map(liveIn),
        notes: [],
      }
    case 'delete':
      return { action: 'delete', live: liveIn(change.live), notes: [] }
    case 'update':
      return { action: 'update', wanted: wantedIn(change.wanted), live: liveIn(change.live), notes: [] }
  }
}

function wantedIn({ kind, ...json }: z.output<ReturnType<typeof mappingSchema>>): Wanted {
  return { kind, attributes: fromJson(json), ...accountIn(json) }
}

function liveIn({ kind, 'mapping-id': id, ...json }: z.output<ReturnType<typeof liveSchema>>): LiveMapping {
  return { ...fromJson(json), kind, id, ...accountIn(json) }
}

function accountIn(json: MappingJson): Pick<LiveMapping, 'accountUuid'> {
  const accountUuid = json[fieldOf('accountUuid')]
  return typeof accountUuid === 'string' ? { accountUuid } : {}
}

function reviewedOf(change: Change): ReviewedChange {
  return {
    line: changeLine(change),
    wanted: wantedOf(change).map(wantedLine),
    live: liveOf(change).map(liveLine),
  }
}
