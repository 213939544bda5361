import fc from 'fast-check'
import { KINDS, sameAccount } from '../../src/mappings/kinds.ts'
import { KIND_NAMES, type KindName, type LiveMapping, type MappingAttributes } from '../../src/mappings/mapping.ts'
import { pairUp } from '../../src/mappings/plan/pairing.ts'
import type { Plan, Wanted } from '../../src/mappings/plan/plan.ts'
import { type PlanRules, planChanges } from '../../src/mappings/plan/planning.ts'
import { role, uuid } from '../support/sample-ids.ts'

export { role, uuid }

/** A mapping that should exist. */
export const wanted = (kind: KindName, attributes: MappingAttributes): Wanted => ({ kind, attributes })

/** A live mapping. */
export const live = (kind: KindName, id: string, attributes: Omit<LiveMapping, 'kind' | 'id'>): LiveMapping => ({
  kind,
  id,
  ...attributes,
})

/** Rules that delete everything that nobody wants, and compare accounts by what is known of them. */
export const PRUNE_ALL: PlanRules = {
  prune: () => true,
  sameAccount: (one, mapping) => sameAccount(KINDS[one.kind], one.attributes, mapping),
}

/** Rules that delete nothing. */
export const KEEP_ALL: PlanRules = { ...PRUNE_ALL, prune: () => false }

/** The plan from what is live to what is wanted. */
export const planned = (mappings: readonly Wanted[], present: readonly LiveMapping[], rules = PRUNE_ALL): Plan =>
  planChanges(pairUp(mappings, present), rules)

const claims = fc
  .dictionary(fc.constantFrom('sub', 'ref', 'repository', 'actor'), fc.constantFrom('^a$', '^b/c$', 'x.*'))
  .map((given) => ({ sub: '^repo:a/b:.*$', ...given }))

/** What may be written to a mapping of a kind. */
export function attributesOf(kind: KindName): fc.Arbitrary<MappingAttributes> {
  const pattern = fc.nat(40).map((number) => ({ arnPattern: role(`r${number}`) }))
  const account = fc.nat(3).map((number) => ({ accountIdentifier: `user${number}@example.com` }))
  const join = (...parts: fc.Arbitrary<MappingAttributes>[]) =>
    fc.tuple(...parts).map((all) => Object.assign({}, ...all))
  switch (kind) {
    case 'aws-persona':
      return join(pattern, account)
    case 'aws-intake':
      return pattern
    case 'github-persona':
      return join(
        claims.map((given) => ({ claims: given })),
        account,
      )
    case 'github-intake':
      return claims.map((given) => ({ claims: given }))
    case 'authn':
      return fc.record({ value: fc.nat(5), given: fc.nat(4), team: fc.boolean() }).map(({ value, given, team }) => ({
        attributeKey: 'member-of',
        attributeValue: `v${value}`,
        ...(team ? { teamId: uuid(given) } : { roleId: uuid(given) }),
      }))
  }
}

const anyWanted: fc.Arbitrary<Wanted> = fc
  .constantFrom(...KIND_NAMES)
  .chain((kind) => attributesOf(kind).map((attributes) => ({ kind, attributes })))

// Datadog, and a file, have one principal once: among persona and intake too.
function principalOf({ kind, attributes }: Wanted): string {
  const { accountIdentifier: _, claims: given, ...identity } = attributes
  const sorted = given && Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([kind.split('-')[0], identity, sorted])
}

/** Mappings that can exist together. */
export const anyMappings: fc.Arbitrary<Wanted[]> = fc.uniqueArray(anyWanted, { selector: principalOf, maxLength: 25 })

/** Live mappings, made of mappings that can exist together. */
export const anyLive: fc.Arbitrary<LiveMapping[]> = anyMappings.map((mappings) =>
  mappings.map(({ kind, attributes }, index) => ({ kind, id: uuid(index), ...attributes })),
)
