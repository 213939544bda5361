import type { Client } from '../datadog/client.ts'
import { Failure } from '../failure.ts'
import { startChecking } from '../mappings/checked.ts'
import { counted } from '../mappings/counted.ts'
import { isIgnored } from '../mappings/file/ignore.ts'
import { liveEntry } from '../mappings/file/live-entry.ts'
import { type FileMapping, parseMappingsFile } from '../mappings/file/mappings-file.ts'
import { newFile, withEntries } from '../mappings/file/write-file.ts'
import { describe, KINDS, named, shareAccount } from '../mappings/kinds.ts'
import { KIND_NAMES, type KindName, type LiveMapping } from '../mappings/mapping.ts'
import { ObstacleIndex, type OfKind } from '../mappings/plan/collisions.ts'
import { identityOf, pairUp, settled } from '../mappings/plan/pairing.ts'
import type { Wanted } from '../mappings/plan/plan.ts'
import { byDanger, type MappingWarning, warningsOf } from '../mappings/warnings.ts'
import type { Context } from './context.ts'
import { labelsOf, type ReadFailures } from './export-labels.ts'
import { powerOf } from './export-power.ts'
import { writeTarget } from './export-target.ts'
import { unreadText } from './list.ts'
import { judgeAccounts, listReadable } from './live-state.ts'
import { Names } from './names.ts'
import type { Outcome } from './outcome.ts'
import type { ExportRequest } from './request.ts'

const MOST_WARNINGS = 20

/**
 * Writes what is live into a mappings file: a new one, or the one that is there with what it does not name yet. Nothing changes in
 * Datadog.
 * @throws Failure
 */
export async function exportMappings(request: ExportRequest, { client }: Context): Promise<Outcome> {
  const { path, target, existing } = request
  const { mappings: all, read, unread } = await listReadable(client, request)
  // Mappings that others manage do not belong in the file.
  const live = all.filter((mapping) => !isIgnored(existing?.ignore, mapping))
  const names = new Names(client)
  const found = await compareFile(client, names, { existing: existing?.mappings ?? [], live, read })
  const { fresh, notes } = representatives(live, found.known)
  const { labels, failures } = await labelsOf(client, names, fresh)
  const added: LiveMapping[] = []
  const entries = []
  const warned: Warned[] = []
  const checking = startChecking()
  for (const mapping of fresh) {
    const entry = await liveEntry(mapping, labels, checking)
    if ('problem' in entry) notes.push(`Not exported: ${named(mapping)}. ${entry.problem}`)
    else {
      added.push(mapping)
      entries.push(entry.fields)
      warned.push({ mapping, dangers: warningsOf(mapping.kind, mapping), others: entry.warnings })
    }
  }
  const text = existing === undefined ? newFile(entries, added, path) : await withEntries(existing.text, entries)
  const power = await powerOf(client, added, failures)
  const places = text === existing?.text ? [] : await placesIn(text, (existing?.mappings.length ?? 0) + entries.length)
  if (text !== existing?.text) await writeTarget(target, text)
  const count = found.same + added.length
  const { dangers, others } = warningTexts(warned, places.slice(existing?.mappings.length ?? 0))
  return {
    result: 'exported',
    exported: { file: path, count, added: await Promise.all(added.map((mapping) => client.named(mapping))) },
    sentence: sentence(path, count, { added: added.length, isNew: existing === undefined }),
    // To adopt a mapping is to approve it, so what it grants and what is dangerous about it is named, all of it.
    checks: [...power.doubtful, ...dangers],
    details: [
      ...notes,
      ...found.notes,
      ...unread.map(unreadText),
      ...unnamed(failures),
      ...power.known,
      ...power.unknown,
      ...others.slice(0, MOST_WARNINGS),
      ...(others.length > MOST_WARNINGS ? [`There are ${others.length - MOST_WARNINGS} more like these.`] : []),
    ],
  }
}

/** A mapping that was added, and what there is to say about it: who else can satisfy it, and what reading its entry warns of. */
interface Warned {
  readonly mapping: LiveMapping
  readonly dangers: readonly MappingWarning[]
  readonly others: readonly string[]
}

// Each with the place of its entry in the file and its id, which say exactly which one it is in fewer words than its claims.
function warningTexts(warned: readonly Warned[], places: readonly string[]) {
  const about = ({ kind, id }: LiveMapping, index: number) => `${places[index]}, ${KINDS[kind].title} ${id}`
  const dangers = warned.flatMap(({ mapping, dangers: found }, index) =>
    found.map((warning) => ({ ...warning, text: `${about(mapping, index)}: ${warning.field}: ${warning.text}` })),
  )
  return {
    dangers: dangers.sort(byDanger).map(({ text }) => text),
    others: warned.flatMap(({ mapping, others }, index) => others.map((text) => `${about(mapping, index)}: ${text}`)),
  }
}

// The part about power names an account that could not be read.
function unnamed(failures: ReadFailures): string[] {
  return (['roles', 'teams'] as const).flatMap((what) => {
    const failure = failures.get(what)
    return failure === undefined ? [] : [`The file has the ids of ${what} instead of their names. ${failure.sentence}`]
  })
}

function sentence(
  path: string,
  count: number,
  { added, isNew }: { readonly added: number; readonly isNew: boolean },
): string {
  const mappings = counted(count, 'live mapping')
  if (isNew) return `Wrote ${path} with ${mappings}.`
  return added === 0
    ? `${path} names ${mappings}; there was nothing to add.`
    : `Added ${added} to ${path}, which now names ${mappings}.`
}

interface Comparison {
  /** What the file names of the kinds that were read. */
  readonly known: readonly Wanted[]
  /** How many of them are as the file says. */
  readonly same: number
  /** What is in the file and not live like that, a sentence each. */
  readonly notes: readonly string[]
}

async function compareFile(
  client: Client,
  names: Names,
  {
    existing,
    live,
    read,
  }: { existing: readonly FileMapping[]; live: readonly LiveMapping[]; read: readonly KindName[] },
): Promise<Comparison> {
  const notes: string[] = []
  const known: Wanted[] = []
  for (const mapping of existing) {
    if (!read.includes(mapping.kind)) continue
    try {
      known.push(await names.resolve(mapping))
    } catch (thrown) {
      if (!(thrown instanceof Failure) || !['not-found', 'ambiguous'].includes(thrown.reason)) throw thrown
      notes.push(`Kept in the file: ${textOf(mapping)}. ${thrown.sentence}`)
    }
  }
  const pairing = pairUp(known, live)
  const verdict = await judgeAccounts(client, pairing)
  let same = 0
  for (const pair of pairing.pairs) {
    const { wanted, live: mapping } = settled(pair, verdict)
    if (mapping === undefined) notes.push(`Kept in the file, although it is not live any more: ${textOf(wanted)}.`)
    else if (verdict(wanted, mapping) === true) same++
    else {
      const how =
        verdict(wanted, mapping) === false
          ? 'live with another account'
          : 'live with an account that cannot be compared'
      notes.push(`Kept in the file, although it is ${how}: ${textOf(wanted)}, live as ${named(mapping)}.`)
    }
  }
  return { known, same, notes }
}

function textOf({ kind, attributes }: Wanted): string {
  return `the ${KINDS[kind].title} ${describe(KINDS[kind], attributes)}`
}

/** The live mappings to add, in the order of the file: of those of one identity the one that a plan compares with. */
function representatives(
  live: readonly LiveMapping[],
  known: readonly Wanted[],
): { readonly fresh: readonly LiveMapping[]; readonly notes: string[] } {
  const taken = new Set(known.map(({ kind, attributes }) => identityOf(kind, attributes)))
  const fresh: LiveMapping[] = []
  const notes: string[] = []
  const wanted = new Map(
    live.map((mapping) => [identityOf(mapping.kind, mapping), { kind: mapping.kind, attributes: mapping }]),
  )
  for (const { live: kept, duplicates } of pairUp([...wanted.values()], live).pairs) {
    if (kept === undefined) continue
    if (!taken.has(identityOf(kept.kind, kept))) fresh.push(kept)
    for (const other of duplicates) {
      if (shareAccount(other, kept)) continue
      notes.push(`Not exported: ${named(other)}. It has the same identity as ${kept.id}, which has another account.`)
    }
  }
  fresh.sort(inOrder)
  const inFile = known.map(({ kind, attributes }) => ({ ...attributes, kind }))
  const index = new ObstacleIndex<OfKind>([...inFile, ...fresh])
  const order = new Map<OfKind, number>([...inFile, ...fresh].map((mapping, at) => [mapping, at]))
  const writable = fresh.filter((mapping) => {
    // No file may give one pattern to two kinds.
    const other = index
      .find(mapping.kind, mapping)
      .excluding.find((one) => (order.get(one) ?? 0) < (order.get(mapping) ?? 0))
    if (other !== undefined)
      notes.push(
        `Not exported: ${named(mapping)}. The file has a mapping of another kind for ${KINDS[other.kind].principal(other)}.`,
      )
    return other === undefined
  })
  return { fresh: writable, notes: notes.sort() }
}

function inOrder(a: LiveMapping, b: LiveMapping): number {
  const kinds = KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind)
  const [one, other] = [a, b].map(
    (mapping) => `${KINDS[mapping.kind].principal(mapping)}\n${identityOf(mapping.kind, mapping)}`,
  )
  return kinds || ((one ?? '') < (other ?? '') ? -1 : 1)
}

// What was written is read before it takes the place of what was there; this also tells where each entry is.
async function placesIn(text: string, count: number): Promise<string[]> {
  const { file, problems } = await parseMappingsFile(text)
  const mappings = file?.mappings ?? []
  const problem = problems[0] ?? (mappings.length === count ? undefined : 'Entries are missing.')
  if (problem !== undefined)
    throw new Failure(
      'internal',
      `The action could not read back what it was about to write: ${problem}\nNothing was written.`,
    )
  return mappings.map(({ place = '' }) => place)
}
