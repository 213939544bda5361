import type { Client } from '../datadog/client.ts'
import type { Directory } from '../datadog/directory/directory.ts'
import type { Reading } from '../datadog/directory/reading.ts'
import { Failure } from '../failure.ts'
import { isUuid } from '../mappings/checked.ts'
import { type Label, type Labels, liveEntry } from '../mappings/file/live-entry.ts'
import { type FileMapping, parseMappingsFile } from '../mappings/file/mappings-file.ts'
import { newFile, withEntries } from '../mappings/file/write-file.ts'
import { describe, identityKey, KINDS, named, sameAccount } from '../mappings/kinds.ts'
import { KIND_NAMES, type KindName, type LiveMapping } from '../mappings/mapping.ts'
import { pairs, type Wanted } from '../mappings/plan/plan.ts'
import type { Context } from './context.ts'
import { unreadText } from './list.ts'
import { inParallel, judgeAccounts, listReadable } from './live-state.ts'
import { writeTarget } from './mappings-target.ts'
import { Names } from './names.ts'
import type { Outcome } from './outcome.ts'
import { type ExportRequest, isAccountName } from './request.ts'

/**
 * Writes what is live into a mappings file: a new one, or the one that is there with what it does not name yet. Nothing changes in
 * Datadog.
 * @throws Failure
 */
export async function exportMappings(request: ExportRequest, { client }: Context): Promise<Outcome> {
  const { path, target, existing } = request
  const { mappings: live, read, unread } = await listReadable(client, request)
  const names = new Names(client)
  const found = await compareFile(client, names, { existing: existing?.mappings ?? [], live, read })
  const { fresh, notes } = representatives(live, found.named)
  const labels = await labelsOf(client, names, fresh)
  const added: LiveMapping[] = []
  const entries = []
  const warnings: string[] = []
  for (const mapping of fresh) {
    const entry = await liveEntry(mapping, labels)
    if ('problem' in entry) notes.push(`Not exported: ${named(mapping)}. ${entry.problem}`)
    else {
      added.push(mapping)
      entries.push(entry.fields)
      warnings.push(...entry.warnings.map((warning) => `${describe(KINDS[mapping.kind], mapping)}: ${warning}`))
    }
  }
  const text = existing === undefined ? newFile(entries, added, path) : await withEntries(existing.text, entries)
  await requireReadable(text, (existing?.mappings.length ?? 0) + entries.length)
  if (text !== existing?.text) await writeTarget(target, text)
  const count = found.same + added.length
  return {
    result: 'exported',
    exported: { file: path, count, added },
    sentence: sentence(path, count, { added: added.length, isNew: existing === undefined }),
    details: [...notes, ...found.notes, ...unread.map(unreadText), ...warnings],
  }
}

function sentence(
  path: string,
  count: number,
  { added, isNew }: { readonly added: number; readonly isNew: boolean },
): string {
  const mappings = count === 1 ? '1 live mapping' : `${count} live mappings`
  if (isNew) return `Wrote ${path} with ${mappings}.`
  return added === 0
    ? `${path} names ${mappings}; there was nothing to add.`
    : `Added ${added} to ${path}, which now names ${mappings}.`
}

interface Comparison {
  /** The live mappings that the file names, whatever account it gives them, by kind and identity. */
  readonly named: ReadonlySet<string>
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
      notes.push(`In the file, and kept: ${textOf(mapping)}. ${thrown.sentence}`)
    }
  }
  const verdict = await judgeAccounts(client, known, live)
  let same = 0
  for (const [wanted, mapping] of pairs(known, live)) {
    if (mapping === undefined) notes.push(`In the file, and not live any more: ${textOf(wanted)}. It was kept.`)
    else if (verdict(wanted, mapping) === true) same++
    else {
      const how =
        verdict(wanted, mapping) === false
          ? 'live with another account'
          : 'live with an account that cannot be compared'
      notes.push(`In the file, and ${how}: ${textOf(wanted)}, live as ${named(mapping)}. It was kept.`)
    }
  }
  return { named: new Set(known.map(({ kind, attributes }) => keyOf(kind, attributes))), same, notes }
}

function textOf({ kind, attributes }: Wanted): string {
  return `the ${KINDS[kind].title} ${describe(KINDS[kind], attributes)}`
}

/** The live mappings to add, in the order of the file: of those of one identity the one that a plan compares with. */
function representatives(
  live: readonly LiveMapping[],
  taken: ReadonlySet<string>,
): { readonly fresh: readonly LiveMapping[]; readonly notes: string[] } {
  const fresh: LiveMapping[] = []
  const notes: string[] = []
  const own = pairs(
    live.map((mapping) => ({ kind: mapping.kind, attributes: mapping })),
    live,
  )
  own.forEach(([, representative], index) => {
    const mapping = live[index]
    if (mapping === undefined || representative === undefined) return
    if (mapping.id === representative.id) {
      if (!taken.has(keyOf(mapping.kind, mapping))) fresh.push(mapping)
    } else if (sameAccount(KINDS[mapping.kind], mapping, representative) !== true)
      notes.push(
        `Not exported: ${named(mapping)}, because a file names ${representative.id} of the same identity, which has another account.`,
      )
  })
  return { fresh: fresh.sort(inOrder), notes: notes.sort() }
}

function keyOf(kind: KindName, mapping: Wanted['attributes']): string {
  return `${kind} ${identityKey(KINDS[kind], mapping)}`
}

function inOrder(a: LiveMapping, b: LiveMapping): number {
  const kinds = KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind)
  const [one, other] = [a, b].map(
    (mapping) => `${KINDS[mapping.kind].principal(mapping)}\n${keyOf(mapping.kind, mapping)}`,
  )
  return kinds || ((one ?? '') < (other ?? '') ? -1 : 1)
}

async function labelsOf(client: Client, names: Names, mappings: readonly LiveMapping[]): Promise<Labels> {
  const directory = await client.directory()
  const isUsed = (attribute: 'roleId' | 'teamId') => mappings.some((mapping) => mapping[attribute] !== undefined)
  const [roles, teams, accounts] = await Promise.all([
    isUsed('roleId') ? directory.roles.all() : undefined,
    isUsed('teamId') ? directory.teams.all() : undefined,
    accountLabels(directory, names, mappings),
  ])
  return { roles: labelsIn(roles), teams: labelsIn(teams), accounts }
}

interface Called {
  readonly id: string
  readonly name: string
  readonly handle?: string
}

// What may not be read has no labels: the file then gives ids.
function labelsIn(reading: Reading<readonly Called[]> | undefined): Map<string, Label> {
  if (reading?.status !== 'found') return new Map()
  const bearers = new Map<string, Set<string>>()
  for (const { id, name, handle } of reading.value) {
    for (const one of [name, handle]) if (one !== undefined) bearers.set(one, (bearers.get(one) ?? new Set()).add(id))
  }
  return new Map(
    reading.value.map(({ id, name, handle }) => {
      const unique = [name, handle].find((one) => one !== undefined && bearers.get(one)?.size === 1)
      return [id, { name: unique ?? name, isUnique: unique !== undefined }]
    }),
  )
}

async function accountLabels(
  { accounts }: Directory,
  names: Names,
  mappings: readonly LiveMapping[],
): Promise<Map<string, Label>> {
  const labels = new Map<string, Label>()
  // A person is known by an email, which is better than a name.
  const uuids = mappings.flatMap(({ accountIdentifier: identifier, accountUuid: uuid }) =>
    uuid !== undefined && (identifier === undefined || isUuid(identifier)) ? [uuid] : [],
  )
  await inParallel([...new Set(uuids)], async (uuid) => {
    const account = await accounts.byUuid(uuid)
    if (account.status !== 'found' || account.value.name === undefined) return
    const { name } = account.value
    labels.set(uuid, { name, isUnique: isAccountName(name) && (await isOnly(names, name, uuid)) })
  })
  return labels
}

async function isOnly(names: Names, name: string, uuid: string): Promise<boolean> {
  try {
    return (await names.findAccount(name)) === uuid
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.reason === 'ambiguous') return false
    throw thrown
  }
}

// What was written is read before it takes the place of what was there.
async function requireReadable(text: string, count: number): Promise<void> {
  const parsed = await parseMappingsFile(text)
  const problem =
    'problem' in parsed ? parsed.problem : parsed.value.mappings.length === count ? undefined : 'Entries are missing.'
  if (problem !== undefined)
    throw new Failure(
      'internal',
      `The file that was to be written could not be read back: ${problem}\nNothing was written.`,
    )
}
