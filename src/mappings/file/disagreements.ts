import { fieldOf } from '../attributes.ts'
import type { LiveMapping } from '../mapping.ts'
import { visible } from '../visible.ts'

/** The members that Datadog prints of a mapping and that describe what it names: they may stand in a file, and must agree with it. */
export const DESCRIBING_NAMES = ['accountUuid', 'roleName', 'teamName'] as const

/** What an entry of a mappings file says of the account, role or team that it names. */
export type Expectations = Readonly<Partial<Record<(typeof DESCRIBING_NAMES)[number], string>>>

/** The members of an entry that say what it expects, by their fields; absent when there are none. */
export function expectedIn(entry: Readonly<Record<string, unknown>>): { readonly expected?: Expectations } {
  const expected: { -readonly [N in keyof Expectations]: Expectations[N] } = {}
  for (const name of DESCRIBING_NAMES) {
    const value = entry[fieldOf(name)]
    if (typeof value === 'string' && value !== '') expected[name] = value
  }
  return Object.keys(expected).length > 0 ? { expected } : {}
}

/**
 * What an entry expects and what Datadog says differently of the same account, role or team, a sentence each that begins with the field;
 * `found` has what is known, from the live mapping or a look-up. UUIDs are compared without regard to case, names exactly.
 */
export function disagreements(expected: Expectations, found: Pick<LiveMapping, keyof Expectations>): string[] {
  return DESCRIBING_NAMES.flatMap((name) => {
    const [wanted, known] = [expected[name], found[name]]
    if (wanted === undefined || known === undefined) return []
    const isSame = name === 'accountUuid' ? wanted.toLowerCase() === known.toLowerCase() : wanted === known
    if (isSame) return []
    return [
      `${fieldOf(name)} is "${visible(wanted)}", and Datadog says "${visible(known)}". Correct it, or leave it out.`,
    ]
  })
}
