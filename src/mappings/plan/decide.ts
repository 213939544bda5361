import { identityKey, KINDS, named } from '../kinds.ts'
import type { LiveMapping } from '../mapping.ts'
import { obstacles } from './collisions.ts'
import { addsTo, doubtOf, exclusion, overlapNote, unknownAccount } from './notes.ts'
import { type Pair, pairUp, settled } from './pairing.ts'
import type { Blocked, Create, Note, Replace, Unchanged, Update, Wanted } from './plan.ts'

/** What is done about a live mapping of the wanted identity: an equal one, and one for another account. */
export interface Tolerance {
  readonly equal: 'keep' | 'refuse'
  readonly other: 'replace' | 'refuse'
}

/** What `create` and `ensure` tolerate. */
export function toleranceOf({ operation, ifExists }: CreateOrEnsure): Tolerance {
  return {
    equal: operation === 'create' && ifExists === 'fail' ? 'refuse' : 'keep',
    other: operation === 'ensure' && ifExists === 'replace' ? 'replace' : 'refuse',
  }
}

interface CreateOrEnsure {
  readonly operation: 'create' | 'ensure'
  readonly ifExists: 'fail' | 'keep' | 'replace'
}

/** How a wanted mapping is compared with a live one. */
export interface Comparing {
  /** Whether a live mapping acts as the wanted account; undefined when that is not known. */
  sameAccount(wanted: Wanted, live: LiveMapping): boolean | undefined
}

/** How the decision about one mapping is made. */
export interface DecisionRules extends Tolerance, Comparing {
  /** The patterns that a look-up tries; a live one that is not the wanted one can never match. */
  readonly lookUpPatterns: readonly string[]
}

/**
 * What is to be done so that one mapping exists, given what is live of its kind; with the mappings of the other kind of its cloud
 * too, it is also known whether one of them excludes it. A mapping that only overlaps does not block: the server decides.
 */
export function decideNew(
  wanted: Wanted,
  live: readonly LiveMapping[],
  { equal, other, sameAccount, lookUpPatterns }: DecisionRules,
): Create | Replace | Blocked | Unchanged {
  const [first] = pairUp([wanted], live).pairs
  const pair = first && settled(first, sameAccount)
  const holder = pair?.live
  const useless = live.filter(
    ({ arnPattern = '' }) => arnPattern !== wanted.attributes.arnPattern && lookUpPatterns.includes(arnPattern),
  )
  if (pair === undefined || holder === undefined) {
    const change = decideFree(wanted, live)
    return { ...change, notes: [...change.notes, ...useless.map(uselessNote)] }
  }
  const change = comparePair({ ...pair, live: holder }, { sameAccount })
  // What is replaced is named as such.
  const duplicates = change.action === 'replace' ? [] : pair.duplicates
  const notes = [...duplicates.map((one) => duplicateOf(one, holder)), ...useless.map(uselessNote)]
  if (change.action === 'unchanged' && equal === 'refuse')
    return blocked(wanted, holder, 'exists', `It already exists, as ${holder.id}.`)
  if (change.action === 'replace' && other === 'refuse') return taken(wanted, holder)
  return { ...change, notes }
}

/** What is to be done so that a live mapping gets the wanted attributes, given what is live of its kind, or of its cloud. */
export function decideUpdate(
  live: LiveMapping,
  wanted: Wanted,
  others: readonly LiveMapping[],
  { sameAccount }: Comparing,
): Update | Replace | Blocked | Unchanged {
  const meaning = KINDS[live.kind]
  const isSame = identityKey(meaning, wanted.attributes) === identityKey(meaning, live)
  const same = isSame ? sameAccount(wanted, live) : false
  if (same === undefined) return blocked(wanted, live, 'account-unknown', unknownAccount(wanted.attributes, live))
  if (same) return { action: 'unchanged', wanted, live, notes: [] }
  const rest = others.filter(({ id }) => id !== live.id)
  if (meaning.duplicates) {
    const [pair] = pairUp([wanted], rest).pairs
    const notes = pair?.live === undefined ? [] : [pair.live, ...pair.duplicates].map((one) => duplicateOf(one, live))
    return { action: 'update', wanted, live, notes }
  }
  const { excluding, overlapping } = obstacles(wanted.kind, wanted.attributes, rest)
  const [holder] = excluding
  if (holder !== undefined) return holder.kind === wanted.kind ? taken(wanted, holder) : excluded(wanted, holder)
  const notes = overlapping.map((mapping) => overlapNote(wanted, mapping))
  return { action: 'replace', wanted: [wanted], live: [live], notes }
}

/**
 * What is to be done about a wanted mapping and the live ones of the same identity, once that is settled: what has another account
 * makes room with all that would be in its way.
 */
export function comparePair(
  { wanted, live, duplicates }: Pair & { readonly live: LiveMapping },
  { sameAccount }: Comparing,
): Replace | Blocked | Unchanged {
  const same = sameAccount(wanted, live)
  if (same === undefined)
    return {
      action: 'blocked',
      wanted,
      live,
      code: 'account-unknown',
      why: unknownAccount(wanted.attributes, live),
      notes: [],
    }
  return same
    ? { action: 'unchanged', wanted, live, notes: [] }
    : { action: 'replace', wanted: [wanted], live: [live, ...duplicates], notes: [] }
}

function decideFree(wanted: Wanted, live: readonly LiveMapping[]): Create | Blocked {
  const { excluding, overlapping } = obstacles(wanted.kind, wanted.attributes, live)
  const [holder] = excluding
  if (holder !== undefined) return excluded(wanted, holder)
  const { attributeKey, attributeValue } = wanted.attributes
  const sameAttribute = live.filter(
    (mapping) =>
      wanted.kind === 'authn' &&
      mapping.kind === 'authn' &&
      mapping.attributeKey === attributeKey &&
      mapping.attributeValue === attributeValue,
  )
  const notes: Note[] = [...overlapping.map((mapping) => overlapNote(wanted, mapping)), ...sameAttribute.map(addsTo)]
  return { action: 'create', wanted, notes }
}

function taken(wanted: Wanted, holder: LiveMapping): Blocked {
  const { principal } = KINDS[wanted.kind]
  return blocked(wanted, holder, 'taken', `${principal(wanted.attributes)} is already mapped by ${named(holder)}.`)
}

function excluded(wanted: Wanted, holder: LiveMapping): Blocked {
  return blocked(wanted, holder, 'excluded', exclusion(holder))
}

function blocked(wanted: Wanted, live: LiveMapping, code: Blocked['code'], why: string): Blocked {
  return { action: 'blocked', wanted, live, code, why, notes: [] }
}

// An IAM role ARN that was given may be live as it is.
function uselessNote(mapping: LiveMapping): Note {
  return {
    code: 'useless',
    text: `The ${KINDS[mapping.kind].title} ${mapping.id} has the pattern ${mapping.arnPattern}, which no caller has. Delete it with mapping-id: ${mapping.id}.`,
  }
}

function duplicateOf(mapping: LiveMapping, kept: LiveMapping): Note {
  return { code: 'duplicate', text: `Also live, as a duplicate: ${named(mapping)}.${doubtOf(mapping, kept)}` }
}
