import { Failure } from '../failure.ts'
import { isIgnored } from '../mappings/file/ignore.ts'
import type { FileMapping } from '../mappings/file/mappings-file.ts'
import { isInScope } from '../mappings/file/scope.ts'
import { describe, KINDS } from '../mappings/kinds.ts'
import { KIND_NAMES, type KindName, type LiveMapping } from '../mappings/mapping.ts'
import { type Pair, type Pairing, pairUp, settled } from '../mappings/plan/pairing.ts'
import type { Plan, Wanted } from '../mappings/plan/plan.ts'
import { planChanges } from '../mappings/plan/planning.ts'
import type { Context } from './context.ts'
import { type AccountVerdicts, judgeAccounts, listKinds, listOthers, listSiblings } from './live-state.ts'
import { type Desired, filesText, type Unread } from './request.ts'

/** What is wanted and what is live, compared once. */
export interface Comparison {
  readonly pairing: Pairing
  readonly sameAccount: AccountVerdicts
  /** The other kinds that could not be listed; absent when not all kinds were. */
  readonly unread?: readonly Unread[]
}

/**
 * Lists each kind of the file and its scope once, and compares. The other kinds are listed too, with `all`, or only as far as new
 * mappings can collide with theirs.
 * @throws Failure
 */
export async function compare(desired: Desired, { client }: Context, breadth: 'all' | 'needed'): Promise<Comparison> {
  const kinds = kindsOf(desired)
  const others = KIND_NAMES.filter((kind) => breadth === 'all' && !kinds.includes(kind))
  const [live, rest] = await Promise.all([listKinds(client, kinds), listOthers(client, others)])
  const listed = pairUp(desired.mappings, live)
  const sameAccount = await judgeAccounts(client, listed)
  const pairs = listed.pairs.map((pair) => settled(pair, sameAccount))
  refuseIgnored(desired, pairs, sameAccount)
  // A new mapping can collide with the other kind of its cloud; one that is live already cannot.
  const fresh = listed.pairs.flatMap(({ wanted, live: present }) => (present === undefined ? [wanted.kind] : []))
  const more = [...rest.live, ...(breadth === 'all' ? [] : await listSiblings(client, fresh, kinds))]
  const unread = rest.unread.filter(({ kind }) => desired.ignore?.kinds[kind] !== 'all')
  const pairing = {
    pairs,
    unpaired: [...listed.unpaired, ...more],
    live: [...listed.live, ...more],
  }
  return { pairing, sameAccount, ...(breadth === 'all' && { unread }) }
}

// Whether a mapping is ignored by its id is only known when it is there.
function refuseIgnored(
  { ignore, paths, mappings }: Desired,
  pairs: readonly Pair[],
  sameAccount: AccountVerdicts,
): void {
  const ignored = pairs.flatMap(({ wanted, live, duplicates }) => {
    // Of several live mappings with one identity, only the one that the file names counts, unless all of them have to make room.
    const isOther = live !== undefined && sameAccount(wanted, live) === false
    return [live, ...(isOther ? duplicates : [])]
      .filter((one) => isIgnored(ignore, { ...wanted.attributes, ...one, kind: wanted.kind }))
      .map((one) => ({ wanted, live: one }))
  })
  if (ignored.length === 0) return
  const entries = new Map<Wanted, FileMapping>(mappings.map((mapping) => [mapping, mapping]))
  const list = ignored.slice(0, MOST_NAMED).map(({ wanted, live }) => {
    const text = describe(KINDS[wanted.kind], wanted.attributes)
    const facts = [live?.id, entries.get(wanted)?.place].filter((fact) => fact !== undefined)
    return facts.length === 0 ? text : `${text} (${facts.join(', ')})`
  })
  const rest = ignored.length > MOST_NAMED ? ` and ${ignored.length - MOST_NAMED} more` : ''
  throw new Failure(
    'invalid-input',
    `file: ${filesText(paths)} both ${paths.length === 1 ? 'names and ignores' : 'name and ignore'} these mappings: ${list.join(', ')}${rest}. Nothing was changed.`,
    { advice: 'Remove them from mappings, or from ignore.' },
  )
}

const MOST_NAMED = 20

/** The plan of a comparison, with or without `prune`. */
export function planOf(
  { pairing, sameAccount }: Comparison,
  { scope, prune, ignore }: Pick<Desired, 'scope' | 'prune' | 'ignore'>,
): Plan {
  return planChanges(pairing, {
    sameAccount,
    prune: (mapping: LiveMapping) => prune && isInScope(scope, mapping) && !isIgnored(ignore, mapping),
  })
}

function kindsOf(desired: Desired): KindName[] {
  const named = new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)])
  return KIND_NAMES.filter((kind) => named.has(kind))
}
